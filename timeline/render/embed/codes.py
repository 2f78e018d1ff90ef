"""Timeline -> embed codes for editors to paste into a CMS, as a page and as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.embed.scripts import codes_script
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill

#: The width in px for codes that need one.
WIDTH = 640
#: The height in px of the embed without its chart: headline, buttons, a long event, counts.
_TEXT_HEIGHT = 480
#: Placeholder for an unknown address of the output folder; the page's script replaces it with its own.
_PLACEHOLDER = "ADDRESS/"


@dataclass(frozen=True, slots=True)
class Code:
    """One way to embed: its name, whom it is for, and the text to paste."""

    name: str
    hint: str
    text: str


def codes(timeline: Timeline, scenes: Sequence[Scene], *, has_png: bool = False) -> tuple[Code, ...]:
    """All ways to embed, first the one that needs least of the site."""
    base = timeline.base_url or _PLACEHOLDER
    values = {
        "timeline": timeline,
        "page": base,
        "embed": _join(base, "embed.html"),
        "still": _join(base, "timeline.png" if has_png else "timeline.svg"),
        "width": WIDTH,
        "height": height(scenes),
    }
    language = Language(timeline.language)
    address = [Code(*_ADDRESS, text=base)] if timeline.base_url else []
    filled = [
        Code(name, hint, str(fill(f"embed/codes/{template}.html", language, **values)).strip())
        for template, name, hint in _CODES
    ]
    return (*address, *filled)


_ADDRESS = (
    "The address alone",
    "WordPress and other sites that support oEmbed turn it into an embed; its links open only on the page.",
)
_CODES = (
    ("iframe", "Frame", "For every site that allows an iframe. It keeps its height and scrolls within."),
    ("listener", "Frame that adjusts its height", "With the listener that Datawrapper's embeds use, too."),
    ("pym", "pym.js", "For sites that load pym.js, or NPR's sidechain, by themselves."),
    ("amp", "AMP", "For AMP pages that load amp-iframe; not at the very top of a page."),
    ("still", "Picture", "For newsletters, feeds and print: no frame, no script, sources as links."),
)


def frame(timeline: Timeline, scenes: Sequence[Scene]) -> str:
    """The iframe alone, for sites that take it from oEmbed."""
    address = urljoin(timeline.base_url, "embed.html")
    filled = fill(
        "embed/codes/oembed.html", timeline=timeline, embed=address, width=WIDTH, height=height(scenes)
    )
    return str(filled).strip()


def height(scenes: Sequence[Scene]) -> int:
    """The height in px of an embed of width ``WIDTH`` that shows a long event."""
    fitting = [scene for scene in scenes if scene.width <= WIDTH] or scenes
    return round(fitting[-1].height) + _TEXT_HEIGHT


def codes_page(timeline: Timeline, scenes: Sequence[Scene], *, has_png: bool = False) -> str:
    """The codes as a page with a copy button each."""
    return fill(
        "embed/codes.html",
        timeline=timeline,
        codes=codes(timeline, scenes, has_png=has_png),
        placeholder="" if timeline.base_url else _PLACEHOLDER,
        style=minify_css(theme_css(timeline) + Markup(asset("embed/codes.css"))),
        script=codes_script(),
    )


def codes_text(timeline: Timeline, scenes: Sequence[Scene], *, has_png: bool = False) -> str:
    """The codes as plain text under their names."""
    parts = [
        f"{code.name}\n{code.hint}\n\n{code.text}\n" for code in codes(timeline, scenes, has_png=has_png)
    ]
    if not timeline.base_url:
        parts[0] = f"Replace {_PLACEHOLDER} in each of them with the folder's address.\n\n{parts[0]}"
    return f"{timeline.title}: embed codes\n\n" + "\n\n".join(parts)


def _join(base: str, name: str) -> str:
    return base + name if base == _PLACEHOLDER else urljoin(base, name)
