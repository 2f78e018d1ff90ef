"""The scripts of the page: an inline one, and one for the chart that it loads together with Plotly."""

from __future__ import annotations

from timeline.render.chart.scripts import CHART, CONTROLS
from timeline.render.web.scripts import bundle_js, minify_js
from timeline.render.web.styles import minify_css
from timeline.render.web.templates import asset, script_json

_SHARED = ("web/js/core", "chart/js/figures", "web/js/after_paint", "page/js/address")
_PARTS = (
    *("page/js/search", "page/js/table", "page/js/list", "page/js/copy", "page/js/hits", "page/js/marks"),
    "page/js/names",
    *CHART,
    *("page/js/skyline", "page/js/standalone", "page/js/load_when_idle"),
)


def first_script() -> str:
    """What runs before anything is painted."""
    return minify_js(asset("web/js/theme.js") + asset("page/js/first.js"))


def page_script() -> str:
    """The page's own inline script, which does without Plotly."""
    return bundle_js(_PARTS, shared=_SHARED)


def controls_script() -> str:
    """The script file of a desk: it draws the chart with Plotly and moves it; card and story mode.

    The inline script declares what it uses.
    """
    css = "".join(asset(name) for name in ("chart/plotly.css", "page/card.css", "page/story.css"))
    style = f"const STYLE={script_json(minify_css(css))};"
    parts = (*CONTROLS, "page/js/card", "page/js/story")
    return f"{{{style}{bundle_js((), shared=('chart/js/plotly_style',))}}}{bundle_js(parts)}"
