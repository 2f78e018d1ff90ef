"""A card: one event, or the whole timeline, on one picture of a fixed size."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.scene import Lane, Node


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on a card: its baseline begins ("start") or ends ("end") at ``x``; sizes in px.

    ``style`` is its role: kicker, name, headline, date, text, note, label or key. ``lane`` is the number of
    the track that gives a name its colour.
    """

    text: str
    x: float
    y: float
    size: float
    style: str
    anchor: str = "start"
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class CardMark:
    """An event's mark on the axis of a card: its centre, and the span from ``start`` to ``end`` that it
    covers or may cover.

    ``label_y`` is the height of its label, None without one; ``faint`` marks an event that is only context.
    """

    node: Node
    x: float
    y: float
    start: float
    end: float
    size: float
    label_y: float | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of a fixed size, meant to be seen small: a few large words above an axis of all events.

    ``title`` is its text alternative, ``url`` its link or ""; ``ground`` is the height (y) of the axis,
    which runs from ``left`` to ``right``.
    """

    width: int
    height: int
    title: str
    lines: tuple[Line, ...]
    marks: tuple[CardMark, ...]
    left: float
    right: float
    ground: float
    ticks: tuple[float, ...]
    lanes: tuple[Lane, ...]
    url: str = ""
