"""What the pages for paper share: their style, which is black on white, and the panels of the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene, mark_size, shape_of
from timeline.model.theme import Colours
from timeline.render.chart import palette, svg
from timeline.render.classroom.paper import Paper
from timeline.render.web import marker
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, css_string, fill

#: Colours that a copier knows; of the house style, paper has the fonts and the tracks' colours.
_INK = Colours("#ffffff", "#f3f3f3", "#000000", "#404040", "#b0b0b0", "#000000", "#000000")


@dataclass(frozen=True, slots=True)
class Sign:
    """The mark of a track: its outline, of radius 7 or so, and the colour ("#rrggbb") that fills it."""

    outline: str
    colour: str


def signs(timeline: Timeline) -> dict[str, Sign]:
    """Track -> its sign."""
    theme = _on_paper(timeline).theme
    return {
        track.name: Sign(
            marker.outline(shape_of(index), mark_size(shape_of(index), key=True)),
            palette.track_colour(index, track.colour, theme).light,
        )
        for index, track in enumerate(timeline.tracks)
    }


def panel(timeline: Timeline, scene: Scene) -> Markup:
    """A scene as an inline SVG that takes the width of its column."""
    return fill(
        "classroom/panel.svg",
        Language(timeline.language),
        timeline=timeline,
        scene=scene,
        marks=svg.marks(timeline, scene),
        signs=signs(timeline),
    )


def style(timeline: Timeline, paper: Paper, title: str, *names: str) -> Markup:
    """The rules of those files for a page on ``paper``, at whose foot stands ``title``."""
    foot = fill("classroom/page_box.css", paper=paper, title=css_string(title))
    rules = Markup().join(Markup(asset(name)) for name in names)
    return minify_css(theme_css(_on_paper(timeline), is_terse=False) + foot + rules)


def ranges(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Different numbers in order, those that follow on each other as first and last.

    >>> ranges([3, 1, 2, 7])
    ((1, 3), (7, 7))
    """
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return tuple(found)


def _on_paper(timeline: Timeline) -> Timeline:
    return replace(timeline, theme=replace(timeline.theme, light=_INK, dark=_INK))
