"""A card: one event, or the whole timeline, on one picture of a fixed size."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.scene import Lane, Node


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text on a card: its baseline begins ("start") or ends ("end") at ``x``; sizes in px.

    ``style`` is its role: kicker, name, headline, date, text, note, label or key. ``lane`` colours a name.
    """

    text: str
    x: float
    y: float
    size: float
    style: str
    anchor: str = "start"
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """An event's mark on the line of a card: its middle, and for how far to either side it may be or lasts.

    ``flag`` is the height (y) at which its label stands, None where it has none; ``faint`` is a mark that
    only stands for the others.
    """

    node: Node
    x: float
    y: float
    start: float
    end: float
    size: float
    flag: float | None = None
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A picture of one size to be seen small: a few large words over the line of all events.

    ``title`` is what it shows, in words, and ``url`` where it leads, if anywhere; ``ground`` is the height
    (y) of the line, which goes from ``left`` to ``right``.
    """

    width: int
    height: int
    title: str
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    left: float
    right: float
    ground: float
    ticks: tuple[float, ...]
    lanes: tuple[Lane, ...]
    url: str = ""
