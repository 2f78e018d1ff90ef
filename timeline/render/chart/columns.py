"""The clusters of scenes as columns of squares, each a link to the first of its events in the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.language.periods import period_in_words
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.model.scene.clusters import Cluster, Clusters
from timeline.model.scene.skyline import GAP, SQUARE
from timeline.render.chart.plotly_values import Trace, at, without_hover

#: Shares are drawn to a hundredth of a percent.
_DIGITS = 4
#: The opacity of faded squares.
FAINT = 0.45


@dataclass(frozen=True, slots=True)
class ColumnVariant:
    """A column at share ``x`` as it is in some of the scenes (by number): the px up to the top of its full
    squares, and up to that of the faded ones above them; 0 for none.
    """

    x: float
    full: float
    faded: float
    scenes: tuple[int, ...]

    @property
    def top(self) -> float:
        """The px up to its top."""
        return max(self.full, self.faded)


@dataclass(frozen=True, slots=True)
class Column:
    """A cluster that is the same in some scenes (by number): ``heights`` are the y of its foot in each.

    ``name`` says how many events it is, and from when: "12 events, March 2025".
    """

    lane: int
    first_event: str
    name: str
    heights: tuple[float, ...]
    scenes: tuple[int, ...]
    variants: tuple[ColumnVariant, ...]


def columns(timeline: Timeline, scenes: Sequence[Scene]) -> list[Column]:
    """The columns of all scenes, in order of lanes and of time, but only those in what is shown first."""
    language = Language(timeline.language)
    alike: dict[tuple[int, int, int, tuple[str, ...]], dict[int, Cluster]] = {}
    for number, scene in enumerate(scenes):
        for cluster in scene.clusters.each if scene.clusters else ():
            if 0 <= cluster.x <= 1:
                key = cluster.lane, cluster.first, cluster.last, cluster.events
                alike.setdefault(key, {})[number] = cluster
    ordered = sorted(alike.items(), key=lambda each: (*each[0][:2], *each[1]))
    return [_column(found, scenes, language) for _, found in ordered]


def per_square(scenes: Sequence[Scene]) -> int:
    """The most events for which a square of any scene stands; 0 if none has clusters."""
    return max((scene.clusters.per_square for scene in scenes if scene.clusters), default=0)


def cluster_name(cluster: Cluster, clusters: Clusters, language: Language) -> str:
    """How many events it is, and from when."""
    period = period_in_words(cluster.first, cluster.last, clusters.unit, clusters.every, language)
    count = language.ngettext("%(num)s event", "%(num)s events", len(cluster.events))
    return f"{count}{language.gettext(', ')}{period}"


def column_tops(cluster: Cluster, clusters: Clusters) -> tuple[float, float]:
    """Px from the foot of a column up to the top of its full squares, and of the faded ones; 0 for none."""
    full, faded = clusters.squares(cluster)
    cell = SQUARE + GAP
    return full * cell, (full + faded) * cell if faded else 0.0


def _column(found: dict[int, Cluster], scenes: Sequence[Scene], language: Language) -> Column:
    variants: dict[tuple[float, float, float], list[int]] = {}
    for number, cluster in found.items():
        clusters = scenes[number].clusters
        if clusters:
            variants.setdefault((round(cluster.x, _DIGITS), *column_tops(cluster, clusters)), []).append(
                number
            )
    number, cluster = next(iter(found.items()))
    clusters = scenes[number].clusters
    return Column(
        lane=cluster.lane,
        first_event=cluster.events[0],
        name=cluster_name(cluster, clusters, language) if clusters else "",
        heights=tuple(each.y for each in found.values()),
        scenes=tuple(found),
        variants=tuple(ColumnVariant(*key, tuple(numbers)) for key, numbers in variants.items()),
    )


def stacks(scene: Scene, colour: str, lane: int) -> Iterator[Trace]:
    """The columns of a lane as Plotly draws them: a trace of full squares, and one of faded ones."""
    clusters = scene.clusters
    if clusters is None:
        return
    for role, part in (("stack", 0), ("faint", 1)):
        x: list[str | None] = []
        y: list[float | None] = []
        for cluster in clusters.each:
            tops = column_tops(cluster, clusters)
            if cluster.lane == lane and tops[part]:
                foot = tops[0] if part else 0.0
                x += [at(scene, cluster.x)] * 2 + [None]
                y += [cluster.y - foot, cluster.y - tops[part] + GAP, None]
        if x:
            line = {"color": colour, "width": SQUARE, "dash": f"{SQUARE:g}px,{GAP:g}px", "simplify": False}
            faint = {"opacity": FAINT} if part else {}
            yield without_hover(role, lane) | {"x": x, "y": y, "mode": "lines", "line": line, **faint}
