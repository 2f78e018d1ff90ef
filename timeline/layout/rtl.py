"""A scene as readers of a script that runs from right to left expect it: time runs that way too."""

from __future__ import annotations

from dataclasses import replace

from timeline.model.scene import EraSpan, Grid, Node, Scene, Tick

_OTHER = {"start": "end", "end": "start"}


def mirrored(scene: Scene) -> Scene:
    """``scene`` with left for right: its first instant is the last, and names stand at the right.

    What does not meet in the one does not meet in the other; mirrored twice, it is as it was.
    """
    return replace(
        scene,
        left=scene.right,
        right=scene.left,
        first=scene.last,
        last=scene.first,
        grids=tuple(Grid(grid.zoom, tuple(map(_tick, grid.ticks))) for grid in scene.grids),
        eras=tuple(map(_era, scene.eras)),
        nodes=tuple(map(_node, scene.nodes)),
    )


def _tick(tick: Tick) -> Tick:
    return replace(tick, x=1 - tick.x, anchor=_OTHER[tick.anchor])


def _era(era: EraSpan) -> EraSpan:
    return replace(era, start=1 - era.end, end=1 - era.start, anchor=_OTHER[era.anchor])


def _node(node: Node) -> Node:
    return replace(node, start=1 - node.end, x=1 - node.x, end=1 - node.start, side=-node.side)
