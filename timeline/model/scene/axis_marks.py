"""What stands along a date axis, at shares of the plot, as in `timeline.model.scene`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the date grid at share ``x``; its text stands right of it ("start") or left ("end").

    ``alone`` is its text as the first tick in view: with the year, and for an hour with the day.
    """

    x: float
    label: str
    alone: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class EraSpan:
    """An era from share ``start`` to ``end``; ``y`` is the middle of its name.

    The name begins at ``name_at`` if ``anchor`` is "start" and ends there if it is "end". That is where the
    era begins or ends or, if the era leaves what is shown first, the edge of that.
    """

    name: str
    start: float
    end: float
    y: float
    name_at: float
    anchor: str = "start"

    @property
    def top(self) -> float:
        """The top of its bracket and tint."""
        return self.y - 10
