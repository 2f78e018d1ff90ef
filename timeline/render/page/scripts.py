"""The script of the page."""

from __future__ import annotations

from timeline.render.chart.scripts import CHART, CONTROLS
from timeline.render.web.scripts import bundle_js

_SHARED = ("web/js/core", "page/js/address")
_PARTS = (
    *("page/js/search", "page/js/table", "page/js/list", "page/js/story", "page/js/copy"),
    *CHART,
    *CONTROLS,
    *("page/js/card", "page/js/skyline", "page/js/standalone", "page/js/load_when_idle"),
)


def page_script() -> str:
    """The page's own inline script."""
    return bundle_js(_PARTS, shared=_SHARED)
