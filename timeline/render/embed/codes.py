"""Timeline -> the embed codes that an editor pastes into a CMS, as a page with buttons and as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.web.scripts import codes_script, csp_hash
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill

#: The width in px that is told where one has to be told.
WIDTH = 640
#: Px of the embed above and below its chart: headline, buttons, a long event, counts.
_BESIDES = 480
#: Stands where the folder's address is not known; the page puts in its own once it has one.
_UNKNOWN = "ADDRESS/"


@dataclass(frozen=True, slots=True)
class Code:
    """A way to embed: for whom, and what to paste."""

    name: str
    hint: str
    text: str


def codes(timeline: Timeline, scenes: Sequence[Scene], *, has_png: bool = False) -> tuple[Code, ...]:
    """Every way to embed, the one that asks least of a site first."""
    base = timeline.base_url or _UNKNOWN
    given = {
        "timeline": timeline,
        "page": base,
        "embed": _joined(base, "embed.html"),
        "still": _joined(base, "timeline.png" if has_png else "timeline.svg"),
        "width": WIDTH,
        "height": height(scenes),
    }
    pasted = [Code(*_PASTED, text=base)] if timeline.base_url else []
    filled = [
        Code(
            name, hint, str(fill(f"embed/codes/{form}.html", Language(timeline.language), **given)).strip()
        )
        for form, name, hint in _CODES
    ]
    return (*pasted, *filled)


_PASTED = (
    "The address alone",
    "WordPress and others that know oEmbed make an embed of it; there links open only on the page itself.",
)
_CODES = (
    ("iframe", "Frame", "For every site that allows an iframe. It keeps its height and scrolls within."),
    ("listener", "Frame that takes its height", "With the listener that Datawrapper's embeds use too."),
    ("pym", "pym.js", "For sites that load pym.js, or NPR's sidechain, by themselves."),
    ("amp", "AMP", "For AMP pages that load amp-iframe; not at the very top of a page."),
    ("still", "Picture", "For newsletters, feeds and print: no frame, no script, sources as links."),
)


def frame(timeline: Timeline, scenes: Sequence[Scene]) -> str:
    """The frame alone, as other sites take it over from oEmbed."""
    address = urljoin(timeline.base_url, "embed.html")
    filled = fill(
        "embed/codes/oembed.html", timeline=timeline, embed=address, width=WIDTH, height=height(scenes)
    )
    return str(filled).strip()


def height(scenes: Sequence[Scene]) -> int:
    """The height in px of an embed of ``WIDTH`` that shows a long event."""
    fitting = [scene for scene in scenes if scene.width <= WIDTH] or scenes
    return round(fitting[-1].height) + _BESIDES


def codes_page(timeline: Timeline, scenes: Sequence[Scene], *, has_png: bool = False) -> str:
    """The codes as a page, each with a button that copies it."""
    return fill(
        "embed/codes.html",
        timeline=timeline,
        codes=codes(timeline, scenes, has_png=has_png),
        unknown="" if timeline.base_url else _UNKNOWN,
        style=minify_css(theme_css(timeline) + Markup(asset("embed/codes.css"))),
        script=codes_script(),
        csp_hash=csp_hash,
    )


def codes_text(timeline: Timeline, scenes: Sequence[Scene], *, has_png: bool = False) -> str:
    """The codes as plain text, each under its name."""
    note = f"Put the folder's address for {_UNKNOWN} in each of them.\n\n" if not timeline.base_url else ""
    parts = [
        f"{code.name}\n{code.hint}\n\n{code.text}\n" for code in codes(timeline, scenes, has_png=has_png)
    ]
    return f"{timeline.title}: embed codes\n\n{note}" + "\n\n".join(parts)


def _joined(base: str, name: str) -> str:
    return base + name if base == _UNKNOWN else urljoin(base, name)
