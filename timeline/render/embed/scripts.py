"""The scripts of the embed: two small inline ones, and the controls that it loads together with Plotly."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.language import Language
from timeline.render.chart.scripts import CHART, CONTROLS
from timeline.render.web.scripts import bundle_js, minify_js
from timeline.render.web.styles import minify_css
from timeline.render.web.templates import asset, script_json

_SHARED = ("web/js/core", "embed/js/shared")
_PARTS_OF_CHART = ("embed/js/marks", "embed/js/load_on_touch")
_PARTS = ("embed/js/skyline", "embed/js/frame_height", "embed/js/ready")
_LONG = "embed/long/js"


def first_script() -> str:
    """What runs before anything is painted: the theme, and where chart and cards stand."""
    return minify_js(asset("web/js/theme.js") + asset("embed/js/first.js"))


def embed_script(*, has_chart: bool, is_long: bool = False) -> str:
    """The inline script, which does without Plotly; one that is ``long`` has not all cards in the page."""
    if is_long:
        shared = ("web/js/core", "web/js/files", "web/js/words", f"{_LONG}/events")
        own = (f"{_LONG}/cards", f"{_LONG}/part", f"{_LONG}/skyline")
        return bundle_js((own, *_PARTS[1:]), shared=shared)
    parts = ("embed/js/cards", *(_PARTS_OF_CHART if has_chart else ()), *_PARTS)
    start = f"const start=()=>{{{bundle_js(parts)}}};"
    shared = (*_SHARED, *(("chart/js/figures",) if has_chart else ()))
    return bundle_js((), shared=shared) + start + bundle_js((), shared=("embed/js/boot",))


def part_script(data: Mapping[str, object]) -> str:
    """The script file for an address that asks for a part of the events; ``data`` are all of them."""
    return f"{{const DATA={script_json(data)};{bundle_js((), shared=('embed/js/part',))}}}"


def controls_script(language: Language) -> str:
    """The script file for the chart in Plotly, with that chart's style and a hint at how to move it."""
    hint = language.gettext("Drag to move; Ctrl or ⌘ with the wheel, or two fingers, to zoom.")
    style = minify_css(asset("chart/plotly.css") + asset("chart/rare_marks.css"))
    constants = f"const STYLE={script_json(style)},HINT={script_json(hint)};"
    return (
        f"{{{constants}{bundle_js((), shared=('embed/js/embed_style',))}}}"
        f"{bundle_js((*CHART, *CONTROLS), shared=('web/js/after_paint',))}"
    )


def codes_script() -> str:
    """The inline script of the page of embed codes."""
    return bundle_js((), shared=("embed/js/codes",))


def element_script() -> str:
    """The file that defines the element <timeline-embed> for pages that load it."""
    return minify_js(asset("embed/js/element.js"))
