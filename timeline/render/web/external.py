"""Pages -> the same pages without inline scripts and styles, for servers with a strict policy.

They work under the header ``Content-Security-Policy: default-src 'none'; script-src 'self'; style-src
'self'; img-src 'self' data:; require-trusted-types-for 'script'``, with ``font-src 'self'`` if the theme
brings fonts along. Script elements that hold data stay:
browsers do not run them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.render.web.content_names import ASSETS, content_name
from timeline.render.web.csp import csp_hash
from timeline.render.web.scripts import minify_js
from timeline.render.web.templates import asset

#: Of the texts in a page only those of our templates hold a "<": elements without attributes are ours.
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"(?<=<style>)(.*?)(?=</style>)", re.DOTALL)
#: The places of an event in the drawing, the only style attributes in a page.
_PLACES = re.compile(r'(?<=<a class=")(node [^"]*)" style="([^"]*)"')
_POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
#: What only such a page has.
_BRINGS_IN = " data-parts>"
#: What the head of each page has before its scripts and styles, in a page that is a single file too.
_ICON = '<link rel="icon" href="data:,">'


def external(pages: Mapping[str, str]) -> dict[str, str]:
    """The pages (name -> HTML), and before them the files that hold their scripts and styles."""
    files: dict[str, str] = {}

    def added(name: str, text: str) -> str:
        files[path := content_name(name, text)] = text
        return path

    def with_links(page: str) -> str:
        last = [match.start() for match in _SCRIPT.finditer(page)][-1:]

        def link_to(script: re.Match[str]) -> str:
            # In one file, so that neither is there without the other: only the last one makes scripts.
            text = f"{_trusted_script()}\n{script[1]}" if [script.start()] == last else script[1]
            return f'<script src="{added("script.js", text)}"></script>'

        page = _SCRIPT.sub(link_to, page)
        style = _STYLE.search(page)
        rules = style[1].strip().replace(f'url("{ASSETS}', 'url("') if style else ""  # seen from there
        link = f'<link rel="stylesheet" href="{added("style.css", rules)}">'
        return page.replace(f"<style>{style[1]}</style>", link, 1) if style else page

    made = {name: with_links(_with_places(page)) for name, page in pages.items()}
    policy = _policy(scripts="'self'", styles="'self'", images="'self' data:")
    strict = {
        name: _POLICY.sub(policy + _makers_of_markup(page) + _fonts(page), page, count=1)
        for name, page in made.items()
    }
    return files | strict


def with_strict_policy(page: str) -> str:
    """A page that is a single file: its policy allows its scripts and its style by their hashes.

    A server that sends a policy has to name these hashes there.
    """
    page = _with_places(page).replace(_ICON, f"{_ICON}\n<script>{_trusted_script()}</script>", 1)
    scripts = re.search(r"script-src ([^;]*);", page)
    style = _STYLE.search(page)
    if scripts is None or style is None:
        raise ValueError("a page without a script or a style")
    policy = _policy(
        scripts=f"{scripts[1]} '{csp_hash(_trusted_script())}'",
        styles=f"'{csp_hash(style[1])}'",
        images="data:",
    )
    return _POLICY.sub(policy + _fonts(page), page, count=1)


def _with_places(page: str) -> str:
    """The page with rules in place of style attributes."""
    places: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        return f'{match[1]}" data-place="{places.setdefault(match[2], len(places))}"'

    page = _PLACES.sub(numbered, page)
    rules = "".join(f'[data-place="{number}"]{{{style}}}' for style, number in places.items())
    return _STYLE.sub(lambda match: match[1] + rules, page, count=1)


def _trusted_script() -> str:
    return minify_js(asset("web/js/trusted.js"))


def _makers_of_markup(page: str) -> str:
    """What is added for a page that brings in events from other files: the name that makes them markup."""
    return " timeline" if _BRINGS_IN in page else ""


def _fonts(page: str) -> str:
    """What the policy of a page says about fonts, to be added to another one."""
    policy = _POLICY.search(page)
    found = re.search(r"font-src [^;]*", policy[0] if policy else "")
    return f"; {found[0]}" if found else ""


def _policy(*, scripts: str, styles: str, images: str) -> str:
    return (
        f"default-src 'none'; script-src {scripts}; style-src {styles}; img-src {images}; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types default"
    )
