"""What pages to print share: their style, black on white, the chart's panels and the tracks' colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.model.theme import Colours
from timeline.render.chart import palette, svg
from timeline.render.classroom.paper import Paper
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, css_string, fill

#: Colours that survive a photocopier. Fonts and track colours are still those of the theme.
_PAPER_COLOURS = Colours("#ffffff", "#f3f3f3", "#000000", "#404040", "#b0b0b0", "#000000", "#000000")


def track_colours(timeline: Timeline) -> dict[str, str]:
    """Name of a track -> its colour ("#rrggbb")."""
    theme = _on_paper(timeline).theme
    return {
        track.name: palette.track_colour(index, track.colour, theme).light
        for index, track in enumerate(timeline.tracks)
    }


def panel(timeline: Timeline, scene: Scene) -> Markup:
    """A scene as an inline SVG as wide as its column."""
    return fill(
        "classroom/panel.svg",
        Language(timeline.language),
        timeline=timeline,
        scene=scene,
        marks=svg.marks(timeline, scene),
        colours=track_colours(timeline),
    )


def style(timeline: Timeline, paper: Paper, title: str, *names: str) -> Markup:
    """The CSS of the files ``names`` for a page on ``paper``, with ``title`` in the footer."""
    foot = fill("classroom/page_box.css", paper=paper, title=css_string(title))
    rules = Markup().join(Markup(asset(name)) for name in names)
    return minify_css(theme_css(_on_paper(timeline), has_inline_fonts=True) + foot + rules)


def ranges(numbers: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """The ranges of consecutive ``numbers``, which are all different: first and last of each.

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
    return replace(timeline, theme=replace(timeline.theme, light=_PAPER_COLOURS, dark=_PAPER_COLOURS))
