"""``theme`` and the tracks' colours: what they come to, and which of them are hard to read."""

from __future__ import annotations

from dataclasses import fields, replace
from math import floor

from timeline.model.contrast import TEXT, contrast, lowest_contrast, readable
from timeline.model.problems import Location
from timeline.model.theme import Colours, Theme
from timeline.normalise.faults import Faults
from timeline.normalise.format import TimelineRecord
from timeline.normalise.format.theme import ColoursRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted

#: What is written in its colour on either ground.
_TEXTS = ("ink", "quiet", "accent", "link")
#: Of these the dark page takes the light page's own, lightened, before it takes the house's.
_BRAND = ("accent", "link")
_HOUSE = Theme()


def theme(found: ValidatedRecord[TimelineRecord], faults: Faults) -> Theme:
    """The house style of a timeline. A text that has less contrast with its ground than it needs is noted,
    and so is a track's colour, which is that of its name.
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
    )
    if not found.is_invalid("theme"):
        _note_faint_texts("colours", look.light, record.colours, found, faults)
        _note_faint_texts("dark", look.dark, record.dark, found, faults)
        _note_faint_tracks(look, found, faults)
    return look


def _colours(house: Colours, record: ColoursRecord) -> Colours:
    given = {each.name: getattr(record, each.name) for each in fields(Colours)}
    return replace(house, **{name: colour for name, colour in given.items() if colour})


def _note_faint_texts(
    scheme: str,
    colours: Colours,
    record: ColoursRecord,
    found: ValidatedRecord[TimelineRecord],
    faults: Faults,
) -> None:
    """At the colour itself where it is written, or else at the ground that is."""
    for name in _TEXTS:
        ground = _hardest_ground(getattr(colours, name), colours)
        written = next((each for each in (name, ground) if getattr(record, each)), "")
        if written:
            at = found.at("theme", scheme, written)
            _note_faint(name, getattr(colours, name), colours, at, faults)


def _note_faint_tracks(look: Theme, found: ValidatedRecord[TimelineRecord], faults: Faults) -> None:
    for number, track in enumerate(found.record.tracks):
        if track.colour:
            _note_faint("colour", track.colour, look.light, found.at("tracks", number, "colour"), faults)


def _note_faint(name: str, colour: str, colours: Colours, at: Location, faults: Faults) -> None:
    """Note a colour that is hard to read on the paper or on the band."""
    ground = _hardest_ground(colour, colours)
    ratio = contrast(colour, getattr(colours, ground))
    if ratio >= TEXT:
        return
    on = f"{ground} {quoted(getattr(colours, ground))}"
    shown = f"{floor(ratio * 100) / 100:.2f}:1"  # never rounded up to what is needed
    better = readable(colour, colours.backgrounds)
    faults.add(
        at,
        "W009",
        f"{name} {quoted(colour)} on {on} has a contrast of {shown}; text needs {TEXT}:1",
        f"{name}: {quoted(better)}"
        if lowest_contrast(better, colours.backgrounds) >= TEXT
        else "paper and band both light, or both dark",
    )


def _hardest_ground(colour: str, colours: Colours) -> str:
    return min(("paper", "band"), key=lambda name: contrast(colour, getattr(colours, name)))
