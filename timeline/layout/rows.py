"""Rows of a track, each filled with extents in px that never overlap."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

#: Px kept free between neighbours in a row.
SPACE = 10.0


@dataclass(slots=True)
class Row:
    """The extents taken so far, in order and at least ``SPACE`` apart.

    >>> row = Row()
    >>> row.take(0, 50)
    >>> row.is_free(55, 80), row.is_free(60, 80)
    (False, True)
    """

    taken: list[tuple[float, float]] = field(default_factory=list)

    def is_free(self, left: float, right: float) -> bool:
        """Whether ``left`` to ``right`` keeps ``SPACE`` from everything taken."""
        at = bisect_left(self.taken, (left, right))
        before_clear = at == 0 or self.taken[at - 1][1] + SPACE <= left
        after_clear = at == len(self.taken) or right + SPACE <= self.taken[at][0]
        return before_clear and after_clear

    def take(self, left: float, right: float) -> None:
        """Take an extent, which must be free."""
        insort(self.taken, (left, right))
