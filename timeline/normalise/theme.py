"""The page's theme, and warnings of text and track colours that are hard to read."""

from __future__ import annotations

from dataclasses import fields, replace
from math import floor

from timeline.model.problems import Location
from timeline.model.theme import Colours, Theme
from timeline.model.theme.contrast import MARK, TEXT, contrast, lowest_contrast, readable
from timeline.normalise.faults import Faults
from timeline.normalise.fonts import FontData, font_files
from timeline.normalise.fonts.labels import label_fonts
from timeline.normalise.format import TimelineRecord
from timeline.normalise.format.theme import ColoursRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted

#: The text colours, each used on both backgrounds.
_TEXTS = ("ink", "quiet", "accent", "link")
#: Unless set for the dark page, these are derived from the light page's own colours.
_BRAND = ("accent", "link")
_HOUSE = Theme()


def theme(found: ValidatedRecord[TimelineRecord], fonts: FontData, faults: Faults) -> Theme:
    """The theme of a timeline, with the files ``fonts``.

    Warns of colours with too little contrast to their background: those of text, and those of tracks, which
    their marks have. (A track's name has a darker one if need be.)
    """
    record = found.record.theme
    light = _colours(_HOUSE.light, record.colours)
    dark = _colours(_HOUSE.dark, record.dark)
    lightened = {
        name: readable(getattr(light, name), dark.backgrounds)
        for name in _BRAND
        if getattr(record.colours, name) and not getattr(record.dark, name)
    }
    look = Theme(
        light,
        replace(dark, **lightened),
        record.fonts.headline,
        record.fonts.text,
        int(record.radius) if record.radius else _HOUSE.radius,
        font_files(found, fonts, faults),
    )
    look = label_fonts(look, found, faults)
    if not found.is_invalid("theme"):
        _warn_faint_texts("colours", look.light, record.colours, found, faults)
        _warn_faint_texts("dark", look.dark, record.dark, found, faults)
        _warn_faint_tracks(look, found, faults)
    return look


def _colours(house: Colours, record: ColoursRecord) -> Colours:
    custom = {each.name: getattr(record, each.name) for each in fields(Colours)}
    return replace(house, **{name: colour for name, colour in custom.items() if colour})


def _warn_faint_texts(
    scheme: str,
    colours: Colours,
    record: ColoursRecord,
    found: ValidatedRecord[TimelineRecord],
    faults: Faults,
) -> None:
    """Warn of text colours that are hard to read, at the colour if it is set, or else at the background."""
    for name in _TEXTS:
        background = _hardest_background(getattr(colours, name), colours)
        written = next((each for each in (name, background) if getattr(record, each)), "")
        if written:
            at = found.at("theme", scheme, written)
            _warn_faint(name, getattr(colours, name), colours, at, faults)


def _warn_faint_tracks(look: Theme, found: ValidatedRecord[TimelineRecord], faults: Faults) -> None:
    for number, track in enumerate(found.record.tracks):
        if track.colour:
            at = found.at("tracks", number, "colour")
            _warn_faint("colour", track.colour, look.light, at, faults, use="marks need", least=MARK)


def _warn_faint(  # noqa: PLR0913  the colour, where it is, and what it is for
    name: str,
    colour: str,
    colours: Colours,
    at: Location,
    faults: Faults,
    *,
    use: str = "text needs",
    least: float = TEXT,
) -> None:
    """Warn of a colour that is hard to see on the paper or on the band."""
    background = _hardest_background(colour, colours)
    ratio = contrast(colour, getattr(colours, background))
    if ratio >= least:
        return
    on = f"{background} {quoted(getattr(colours, background))}"
    shown = f"{floor(ratio * 100) / 100:.2f}:1"  # never rounded up to what is needed
    better = readable(colour, colours.backgrounds, least)
    faults.add(
        at,
        "W009",
        f"{name} {quoted(colour)} on {on} has a contrast of {shown}; {use} {least:g}:1",
        f"{name}: {quoted(better)}"
        if lowest_contrast(better, colours.backgrounds) >= least
        else "paper and band both light, or both dark",
    )


def _hardest_background(colour: str, colours: Colours) -> str:
    return min(("paper", "band"), key=lambda name: contrast(colour, getattr(colours, name)))
