"""The parts of the scripts that work on the chart, as paths below ``render/`` without ".js"."""

from __future__ import annotations

#: Marks, labels and keys, whether the SVG or Plotly draws them.
CHART = ("chart/js/marks", "chart/js/keys")
#: What draws the chart with Plotly, and moves and zooms it.
CONTROLS = (
    *("chart/js/fine_grid", "chart/js/plotly", "chart/js/pan_preview", "chart/js/gestures"),
    "chart/js/spaced_text",
)
#: What lays out many events anew, in one scope; and what then steers the chart besides.
CROWD = ("chart/js/packing", "chart/js/crowd")
CROWD_CONTROLS = ("chart/js/columns", "chart/js/lane_openers", "chart/js/tween")
