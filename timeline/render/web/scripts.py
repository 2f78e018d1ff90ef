"""Bundles the scripts of a page from their parts and minifies them."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.render.web.templates import asset, script_json


def bundle_js(parts: Sequence[str | tuple[str, ...]], *, shared: Sequence[str] = ()) -> str:
    """One minified script from parts, given by their paths below ``render/`` without ".js".

    Each part has a scope of its own, also one of several files; names that ``shared`` parts declare are
    visible in all of them.
    """
    files = ((part,) if isinstance(part, str) else part for part in parts)
    scoped = (f"{{\n{''.join(asset(f'{name}.js') for name in names)}}}\n" for names in files)
    return minify_js("".join([*(asset(f"{part}.js") for part in shared), *scoped]))


def minify_js(script: str) -> str:
    """``script`` without comments and needless blanks."""
    from rjsmin import jsmin

    return str(jsmin(script)).strip()


def file_script(name: str, value: object) -> str:
    """A script that adds a value to the global ``timelineFiles``."""
    return f'(window.timelineFiles??={{}})["{name}"]={script_json(value)};\n'
