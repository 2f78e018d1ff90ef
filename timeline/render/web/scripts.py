"""The scripts of the pages, put together from the parts in ``assets/js``, and their names for the CSP."""

from __future__ import annotations

import hashlib
from base64 import b64encode

from timeline.language import Language
from timeline.render.web.styles import minify_css
from timeline.render.web.templates import asset, script_json

#: What moves the chart once Plotly draws it.
_STEER = ("chart/js/plotly", "chart/js/pan_preview", "chart/js/gestures")


def page_script() -> str:
    """That of the page."""
    parts = (
        "page/js/search",
        "page/js/table",
        "page/js/list",
        "page/js/story",
        "page/js/copy",
        "chart/js/marks",
        "chart/js/keys",
        *_STEER,
        "page/js/overview",
        "page/js/standalone",
        "page/js/load_when_idle",
    )
    return _joined(("web/js/core", "page/js/address"), parts)


def embed_script() -> str:
    """That of the embed, before anybody touches its chart."""
    return _joined(
        ("web/js/core",),
        (
            "embed/js/frame_height",
            "embed/js/reader",
            "chart/js/marks",
            "chart/js/keys",
            "embed/js/load_on_touch",
        ),
    )


def steer_script(language: Language) -> str:
    """What the embed fetches with Plotly, with the style of what that draws and a hint at its use."""
    hint = language.gettext("Drag to move; Ctrl or ⌘ with the wheel, or two fingers, to zoom.")
    given = f"const STYLE={script_json(minify_css(asset('chart/plotly.css')))},HINT={script_json(hint)};"
    return f"{{{given}{_joined((), ('chart/js/embed_style',))}}}{_joined((), _STEER)}"


def codes_script() -> str:
    """That of the page of embed codes."""
    return _joined(("embed/js/codes",), ())


def theme_script() -> str:
    """What chooses between light and dark before anything is seen."""
    return minify_js(asset("web/js/theme.js"))


def csp_hash(script: str) -> str:
    """The Content Security Policy's name for that very script.

    https://www.w3.org/TR/CSP3/#grammardef-hash-source

    >>> csp_hash("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return f"sha256-{b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


def _joined(shared: tuple[str, ...], parts: tuple[str, ...]) -> str:
    """The parts, each with names of its own behind those that they share."""
    texts = {part: asset(f"{part}.js") for part in (*shared, *parts)}
    return minify_js("".join(texts[part] if part in shared else f"{{\n{texts[part]}}}\n" for part in texts))


def minify_js(script: str) -> str:
    """Without its comments and needless blanks."""
    from rjsmin import jsmin

    return str(jsmin(script)).strip()
