"""The house style as CSS, for every page."""

from __future__ import annotations

from dataclasses import asdict

from timeline.model import Theme
from timeline.render.templates import Markup, fill


def theme_css(theme: Theme) -> Markup:
    """The house style as CSS custom properties; marks are outlined, so that colour is never alone.

    >>> "--paper: light-dark(#fffefb, #17181a);" in theme_css(Theme())
    True
    """
    light, dark = asdict(theme.light), asdict(theme.dark)
    colours = [(name, light[name], dark[name]) for name in light]
    outline = ("outline", theme.light.ink, theme.dark.paper)
    return fill("theme.css", theme=theme, colours=[*colours, outline])
