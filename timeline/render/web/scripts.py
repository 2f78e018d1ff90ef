"""Bundles the scripts of a page from their parts and minifies them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.render.web.templates import asset


def bundle_js(parts: Sequence[str], *, shared: Sequence[str] = ()) -> str:
    """One minified script from parts, given by their paths below ``render/`` without ".js".

    Each part has a scope of its own; names that ``shared`` parts declare are visible in all of them.
    """
    scoped = (f"{{\n{asset(f'{part}.js')}}}\n" for part in parts)
    return minify_js("".join([*(asset(f"{part}.js") for part in shared), *scoped]))


def minify_js(script: str) -> str:
    """``script`` without comments and needless blanks."""
    from rjsmin import jsmin

    return str(jsmin(script)).strip()
