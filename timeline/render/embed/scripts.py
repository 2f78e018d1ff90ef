"""The scripts of the embed: a small inline one, and the controls that it loads together with Plotly."""

from __future__ import annotations

from timeline.language import Language
from timeline.render.chart.scripts import CHART, CONTROLS
from timeline.render.web.scripts import bundle_js
from timeline.render.web.styles import minify_css
from timeline.render.web.templates import asset, script_json

_PARTS = ("embed/js/frame_height", "embed/js/reader", *CHART, "embed/js/load_on_touch")


def embed_script() -> str:
    """The inline script, which does without Plotly."""
    return bundle_js(_PARTS, shared=("web/js/core",))


def controls_script(language: Language) -> str:
    """The script file for the chart in Plotly, with that chart's style and a hint at how to move it."""
    hint = language.gettext("Drag to move; Ctrl or ⌘ with the wheel, or two fingers, to zoom.")
    style = minify_css(asset("chart/plotly.css") + asset("chart/rare_marks.css"))
    constants = f"const STYLE={script_json(style)},HINT={script_json(hint)};"
    return f"{{{constants}{bundle_js((), shared=('embed/js/embed_style',))}}}{bundle_js(CONTROLS)}"


def codes_script() -> str:
    """The inline script of the page of embed codes."""
    return bundle_js((), shared=("embed/js/codes",))
