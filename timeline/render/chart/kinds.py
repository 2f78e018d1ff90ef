"""What the shapes of marks mean: the line of the legend for the kinds of event."""

from __future__ import annotations

from typing import NamedTuple

from timeline.language import Language
from timeline.model import Shape, Timeline
from timeline.model.kinds import DEFAULT_KINDS
from timeline.model.scene import mark_size
from timeline.render.web.marker import mark
from timeline.render.web.templates import Markup, fill


class ShapeMeaning(NamedTuple):
    """A shape, a mark of it in the size of ordinary ones, and what it stands for."""

    shape: Shape
    mark: Markup
    meaning: str


def shape_meanings(timeline: Timeline, language: Language) -> tuple[ShapeMeaning, ...]:
    """The shapes that occur, in the order of `Shape`; none if they are all alike.

    A shape of built-in kinds has one word for all of them ("met"). One of the author's own kinds has their
    names instead.
    """
    used: dict[Shape, set[str]] = {}
    for event in timeline.events:
        used.setdefault(timeline.shape_of(event), set()).add(event.kind)
    if len(used) < 2:
        return ()
    return tuple(
        ShapeMeaning(
            shape, mark(shape, mark_size(shape, key=False)), _meaning(shape, timeline, names, language)
        )
        for shape in Shape
        if (names := used.get(shape))
    )


def shape_legend(timeline: Timeline) -> Markup:
    """The line of the legend; empty if all marks have the same shape."""
    language = Language(timeline.language)
    return fill("chart/kinds.html", language, shapes=shape_meanings(timeline, language))


def _meaning(shape: Shape, timeline: Timeline, names: set[str], language: Language) -> str:
    kinds = [kind for kind in timeline.kinds if kind.name in names]
    unknown = [language.gettext("other events")] if "" in names else []
    if kinds and all(kind in DEFAULT_KINDS for kind in kinds):
        return language.gettext(", ").join([_words(shape, language), *unknown])
    return language.gettext(", ").join([*(language.gettext(kind.name) for kind in kinds), *unknown])


def _words(shape: Shape, language: Language) -> str:
    """What the built-in kinds of that shape have in common."""
    return {
        Shape.DISC: language.gettext("met"),
        Shape.RING: language.gettext("spoke by phone or video"),
        Shape.DOT: language.gettext("said"),
        Shape.SQUARE: language.gettext("decided"),
    }[shape]
