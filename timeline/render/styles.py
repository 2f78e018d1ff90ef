"""The style of the pages: the house's colours and fonts, then the rules in ``assets/*.css``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import asdict

from timeline.language import Language
from timeline.model import Theme, Timeline
from timeline.render import drawing, palette
from timeline.render.templates import Markup, asset, css_string, fill
from timeline.scene import Scene

_COMMENT = re.compile(r" */\*.*?\*/\n?", re.DOTALL)


def style(timeline: Timeline, scenes: Sequence[Scene], *names: str) -> Markup:
    """The rules of those files for this timeline, whose chart has these scenes as sheets."""
    quotes = Markup(":root{{quotes:{}}}\n").format(_quotes(Language(timeline.language)))
    rules = [Markup(_COMMENT.sub("\n", asset(name))) for name in names]  # noqa: S704  our own files
    inks = [palette.ink(lane, timeline.theme) for lane in scenes[-1].lanes]
    return Markup().join(
        [theme(timeline.theme), *rules, quotes, fill("inks.css", inks=inks), drawing.sheets(scenes)]
    )


def theme(theme: Theme) -> Markup:
    """The house style as CSS custom properties; marks are outlined, so that colour is never alone."""
    light, dark = asdict(theme.light), asdict(theme.dark)
    colours = [(name, light[name], dark[name]) for name in light]
    outline = ("outline", theme.light.ink, theme.dark.paper)
    return fill("theme.css", theme=theme, colours=[*colours, outline])


def _quotes(language: Language) -> Markup:
    """The language's quotation marks as two strings of CSS, for every quotation on the page."""
    opening, _, closing = language.gettext("“%(words)s”", words="|").partition("|")
    return Markup(" ").join(css_string(mark) for mark in (opening, closing))
