"""Dates, texts and traces as Plotly takes them."""

from __future__ import annotations

import html
from typing import Any

from timeline.model.scene import Scene
from timeline.model.seconds import EARLIEST, LATEST, iso
from timeline.model.theme import Theme

Trace = dict[str, Any]

SPACE = "\u00a0"
#: The default fonts of labels, and of those of main events.
_FONT = 'Arial, Helvetica, "Liberation Sans", sans-serif'
_KEY_FONT = 'Georgia, Gelasio, "Times New Roman", serif'


def label_fonts(theme: Theme) -> tuple[str, str]:
    """The fonts of labels, and of those of main events.

    >>> label_fonts(Theme(labels="House Sans"))[0]
    '"House Sans", Arial, Helvetica, "Liberation Sans", sans-serif'
    """
    own = [f'"{name}", ' if name else "" for name in (theme.labels, theme.main_labels)]
    return own[0] + _FONT, own[1] + _KEY_FONT


def plotly_text(text: str) -> str:
    """``text`` escaped so that Plotly shows it as it is, and reads no markup, template or TeX in it.

    >>> plotly_text('<a href="x">A & B</a>'), plotly_text("$5bn to $7bn")
    ('&lt;a href="x"&gt;A &amp; B&lt;/a&gt;', '&#36;5bn to &#36;7bn')
    """
    return html.escape(text, quote=False).replace("%{", "%&#123;").replace("$", "&#36;")


def at(scene: Scene, share: float) -> str:
    """The date at a share of the plot, as Plotly takes it; within the years that Plotly can show."""
    return iso(min(max(scene.instant(share), EARLIEST), LATEST))


def without_hover(role: str, lane: int | None = None, **more: object) -> Trace:
    """What traces without hover have in common; ``more`` goes into ``meta``."""
    meta = {"role": role, "lane": lane, **more}
    return {"type": "scatter", "hoverinfo": "skip", "showlegend": False, "meta": meta}
