"""Timeline -> embed codes for editors to paste into a CMS, as a page and as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.embed.measures import height
from timeline.render.embed.scripts import codes_script
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill

#: The width in px for codes that need one.
WIDTH = 640
#: The colours that the codes fix, whatever a reader's system prefers: most articles are light.
_THEME = "?theme=light"
#: Placeholder for an unknown address of the output folder; the page's script replaces it with its own.
_PLACEHOLDER = "ADDRESS/"


@dataclass(frozen=True, slots=True)
class Code:
    """One way to embed: its name, whom it is for, and the text to paste."""

    name: str
    hint: str
    text: str


def codes(
    timeline: Timeline, scenes: Sequence[Scene], element: str, *, has_png: bool = False
) -> tuple[Code, ...]:
    """All ways to embed, first the one that needs least of the site.

    ``element`` is the path of the script that defines the element <timeline-embed>.
    """
    base = timeline.base_url or _PLACEHOLDER
    values = {
        "timeline": timeline,
        "page": base,
        "embed": _join(base, "embed.html") + _THEME,
        "element": _join(base, element),
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
    (
        "iframe",
        "Frame",
        "For every site that allows an iframe. Its height is that of the embed at every width.",
    ),
    (
        "listener",
        "Frame that adjusts its height",
        "Also where readers enlarge the text. With the listener that Datawrapper's embeds use, too.",
    ),
    ("react", "React (JSX)", "For components of React, Preact, Next.js or Remix."),
    ("vue", "Vue", "For templates of Vue or Nuxt."),
    (
        "element",
        "Element",
        "For any page that may load a script. What an address can ask for can be attributes, too.",
    ),
    ("pym", "pym.js", "For sites that load pym.js, or NPR's sidechain, by themselves."),
    ("amp", "AMP", "For AMP pages that load amp-iframe; not at the very top of a page."),
    ("still", "Picture", "For newsletters, feeds and print: no frame, no script, sources as links."),
)


def frame(timeline: Timeline, scenes: Sequence[Scene]) -> str:
    """The iframe alone, for sites that take it from oEmbed."""
    address = urljoin(timeline.base_url, "embed.html") + _THEME
    filled = fill(
        "embed/codes/oembed.html", timeline=timeline, embed=address, width=WIDTH, height=height(scenes)
    )
    return str(filled).strip()


def codes_page(timeline: Timeline, scenes: Sequence[Scene], element: str, *, has_png: bool = False) -> str:
    """The codes as a page with a copy button each."""
    return fill(
        "embed/codes.html",
        timeline=timeline,
        codes=codes(timeline, scenes, element, has_png=has_png),
        height=height(scenes),
        placeholder="" if timeline.base_url else _PLACEHOLDER,
        style=minify_css(theme_css(timeline) + Markup(asset("embed/codes.css"))),
        script=codes_script(),
    )


def codes_text(timeline: Timeline, scenes: Sequence[Scene], element: str, *, has_png: bool = False) -> str:
    """The codes as plain text under their names."""
    found = codes(timeline, scenes, element, has_png=has_png)
    parts = [f"{code.name}\n{code.hint}\n\n{code.text}\n" for code in found]
    if not timeline.base_url:
        parts[0] = f"Replace {_PLACEHOLDER} in each of them with the folder's address.\n\n{parts[0]}"
    advice = (
        "theme=light gives light colours, theme=dark gives dark ones; with theme=auto the reader's system "
        "decides."
    )
    return f"{timeline.title}: embed codes\n\n{advice}\n\n" + "\n\n".join(parts)


def _join(base: str, name: str) -> str:
    return base + name if base == _PLACEHOLDER else urljoin(base, name)
