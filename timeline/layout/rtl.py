"""The mirror image of a scene, for languages written from right to left: time runs that way too."""

from __future__ import annotations

from dataclasses import replace

from timeline.model.scene import Node, Scene
from timeline.model.scene.axis_marks import EraSpan, Tick
from timeline.model.scene.clusters import Clusters
from timeline.model.scene.skyline import Skyline

_OTHER = {"start": "end", "end": "start"}


def mirrored(scene: Scene) -> Scene:
    """``scene`` with left and right exchanged: ``first`` is the later instant, names stand at the right.

    Mirroring keeps labels from overlapping; a scene mirrored twice is the same as before.
    """
    return replace(
        scene,
        left=scene.right,
        right=scene.left,
        first=scene.last,
        last=scene.first,
        grids=tuple(replace(grid, ticks=tuple(map(_tick, grid.ticks))) for grid in scene.grids),
        eras=tuple(map(_era, scene.eras)),
        nodes=tuple(map(_node, scene.nodes)),
        whole=(1 - scene.whole[1], 1 - scene.whole[0]),
        skyline=scene.skyline and _skyline(scene.skyline),
        clusters=scene.clusters and _clusters(scene.clusters),
    )


def _clusters(clusters: Clusters) -> Clusters:
    return replace(clusters, each=tuple(replace(one, x=1 - one.x) for one in clusters.each))


def _skyline(skyline: Skyline) -> Skyline:
    return replace(
        skyline,
        columns=tuple(replace(column, x=1 - column.x) for column in skyline.columns),
        ticks=tuple(map(_tick, skyline.ticks)),
        brief_ticks=tuple(map(_tick, skyline.brief_ticks)),
        eras=tuple(map(_era, skyline.eras)),
    )


def _tick(tick: Tick) -> Tick:
    return replace(tick, x=1 - tick.x, anchor=_OTHER[tick.anchor])


def _era(era: EraSpan) -> EraSpan:
    return replace(
        era, start=1 - era.end, end=1 - era.start, name_at=1 - era.name_at, anchor=_OTHER[era.anchor]
    )


def _node(node: Node) -> Node:
    return replace(
        node,
        start=1 - node.end,
        x=1 - node.x,
        end=1 - node.start,
        side=-node.side,
        day_end=None if node.day_end is None else 1 - node.day_end,
        along_from=None if node.along_from is None else 1 - node.along_from,
    )
