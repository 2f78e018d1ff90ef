"""The skyline: a square for each event, stacked over its day, or over its week, month or year.

Horizontal positions are shares of the plot, as in `timeline.model.scene`.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.scene.axis_marks import EraSpan, Tick

#: The side of a square and the px between two.
SQUARE, GAP = 6.0, 1.0
#: The most squares in a column, unless it holds more tracks.
HIGHEST = 12
#: The width in px of the plot on the narrowest phone, of 320 px: the columns stand apart even there.
NARROWEST = 288.0


@dataclass(frozen=True, slots=True)
class Square:
    """One event, or some of one track where there are too many for a square each.

    ``lane`` is the index of their track among those that have events. A faded square stands for an event
    that may belong in another column.
    """

    lane: int
    events: tuple[str, ...]
    is_faded: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """The events of one period: the instants of its beginning and its end, its squares from bottom to top.

    ``events`` are in the order of the list. ``x`` is the share of the middle of the squares.
    """

    x: float
    first: int
    last: int
    events: tuple[str, ...]
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Skyline:
    """Columns in order of time. ``unit`` and ``every`` are the length of their periods: ("year", 10).

    A square stands for up to ``per_square`` events. ``ticks`` and ``eras`` are for a plot that may be as
    narrow as on the smallest phone. ``brief_ticks`` may be more, since the first one does without its year,
    which is said nearby.
    """

    unit: str
    every: int
    per_square: int
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    eras: tuple[EraSpan, ...]
    brief_ticks: tuple[Tick, ...] = ()

    @property
    def height(self) -> float:
        """Px from the ground to the top of the highest column."""
        return max(len(column.squares) for column in self.columns) * (SQUARE + GAP)

    @property
    def peak(self) -> Column | None:
        """The column with most events, if it alone has so many."""
        highest, *others = sorted(self.columns, key=lambda column: -len(column.events))
        is_alone = not others or len(highest.events) > len(others[0].events)
        return highest if is_alone and len(highest.events) > 1 else None
