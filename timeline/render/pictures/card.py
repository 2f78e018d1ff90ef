"""A card: one event, or the whole timeline, on one picture of a fixed size."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.scene import Lane, Node


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on a card: its baseline begins ("start") or ends ("end") at ``x``; sizes in px.

    ``style`` is its role: kicker, name, headline, standfirst, date, text, note, aside, label or key.
    ``lane`` is the number of the track that gives a name its colour.
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

    ``faint`` marks an event that is only context.
    """

    node: Node
    x: float
    y: float
    start: float
    end: float
    size: float
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A square of a skyline, or of the key to its colours: its left and top edge, its width and height.

    ``lane`` is the number of its track. ``faint`` is as for a mark; ``chosen`` is the event of the card.
    """

    lane: int
    x: float
    y: float
    width: float
    height: float
    faint: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """An era behind a skyline, from ``left`` to ``right`` and from ``top`` to the axis."""

    left: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Leader:
    """A line at ``x`` from an event up to its label."""

    x: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Graphic:
    """The drawing of all events on an axis at the height (y) ``ground``: their marks, or a skyline.

    ``tick`` is how far the lines of its dates, at ``ticks``, reach below the axis, and ``beyond`` how far
    the axis reaches into the margins.
    """

    ground: float
    tick: float
    ticks: tuple[float, ...]
    marks: tuple[CardMark, ...] = ()
    blocks: tuple[Block, ...] = ()
    eras: tuple[Stretch, ...] = ()
    leaders: tuple[Leader, ...] = ()
    lines: tuple[Line, ...] = ()
    beyond: float = 0.0


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of a fixed size, meant to be seen small: a few large words and an axis of all events.

    ``title`` is its text alternative, ``url`` its link or ""; the axis runs from ``left`` to ``right``.
    ``key`` are squares that show which colour belongs to which track.
    """

    width: int
    height: int
    title: str
    lines: tuple[Line, ...]
    graphic: Graphic
    left: float
    right: float
    lanes: tuple[Lane, ...]
    key: tuple[Block, ...] = ()
    url: str = ""
