"""Clusters: what a scene shows of events that have no room for a mark of their own.

Horizontal positions are shares of the plot, as in `timeline.model.scene`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil


@dataclass(frozen=True, slots=True)
class Cluster:
    """Some events of one lane in one period, drawn as a column of squares that stands on ``y`` (px).

    ``first`` and ``last`` are the instants of the period's beginning and end, ``x`` is the share of its
    middle. ``events`` are in order of time; ``faded`` of them may belong in another period.
    """

    lane: int
    x: float
    y: float
    first: int
    last: int
    events: tuple[str, ...]
    faded: int = 0


@dataclass(frozen=True, slots=True)
class Clusters:
    """The clusters of a scene in order of lanes and of time; a square stands for ``per_square`` events.

    ``unit`` and ``every`` are the length of their periods: ("month", 3).
    """

    unit: str
    every: int
    per_square: int
    each: tuple[Cluster, ...]

    def squares(self, cluster: Cluster) -> tuple[int, int]:
        """How many full and how many faded squares it has.

        >>> clusters = Clusters("month", 1, 5, ())
        >>> clusters.squares(Cluster(0, 0.5, 99, 0, 1, tuple("abcdefgh"), faded=1))
        (2, 1)
        """
        full = len(cluster.events) - cluster.faded
        return ceil(full / self.per_square), ceil(cluster.faded / self.per_square)
