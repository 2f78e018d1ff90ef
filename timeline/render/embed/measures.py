"""The measures of the embed, whose height depends neither on its width nor on the event that it shows."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model.scene import Scene

#: The height in px with and without a skyline, which a few events do not need.
_HEIGHT, _LOW = 560, 512
#: Of that, px that headline, controls and gaps take in a wide frame.
_AROUND_CHART = 134
#: The least height in px for cards below a chart.
CARDS = 196


def height(scenes: Sequence[Scene]) -> int:
    """The height of the embed in px, at every width."""
    return _HEIGHT if scenes[0].skyline else _LOW


def chart_height(scenes: Sequence[Scene]) -> int:
    """The greatest height in px of a chart in it."""
    return height(scenes) - _AROUND_CHART
