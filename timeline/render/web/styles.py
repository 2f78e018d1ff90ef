"""Minifies CSS, and gives the theme's colours and fonts as CSS."""

from __future__ import annotations

from dataclasses import asdict

from timeline.language import Language
from timeline.model import Timeline
from timeline.render.web.fonts import font_faces
from timeline.render.web.templates import Markup, css_string, fill


def minify_css(rules: str) -> Markup:
    """``rules`` without comments and needless blanks.

    >>> minify_css("a { color: red; } /* so */")
    Markup('a{color:red}')
    """
    from rcssmin import cssmin

    return Markup(cssmin(str(rules)))


def theme_css(
    timeline: Timeline,
    *,
    is_terse: bool = False,
    has_chart: bool = True,
    has_inline_fonts: bool = False,
) -> Markup:
    """The timeline's theme as CSS custom properties, and the fonts that it brings along.

    Without ``has_chart`` those for its labels alone are left out.

    >>> "--paper: light-dark(#fffefb, #17181a);" in theme_css(Timeline(title="", events=(), tracks=()))
    True
    """
    theme = timeline.theme
    light, dark = asdict(theme.light), asdict(theme.dark)
    colours = [(name, light[name], dark[name]) for name in light]
    if has_chart:
        colours.append(("soft", theme.light.soft, theme.dark.soft))
    return fill(
        "web/theme.css",
        theme=theme,
        colours=colours,
        has_chart=has_chart,
        fonts=font_faces(theme.files, is_inline=has_inline_fonts),
        quotes=_quotes(Language(timeline.language)),
        is_terse=is_terse,
    )


def _quotes(language: Language) -> Markup:
    """The language's quotation marks as two CSS strings."""
    opening, _, closing = language.gettext("“%(words)s”", words="|").partition("|")
    return Markup(" ").join(css_string(mark) for mark in (opening, closing))
