"""Plotly's JavaScript, from the installed plotly package."""

from __future__ import annotations


def version() -> str:
    """The version of plotly.js, such as "4.1.1"."""
    from plotly.offline import get_plotlyjs_version

    return str(get_plotlyjs_version())


def source() -> str:
    """The whole minified library, some 5 MB."""
    from plotly.offline import get_plotlyjs

    return str(get_plotlyjs())
