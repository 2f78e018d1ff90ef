"""What goes for every line of a picture that has some role, such as "headline" or "note"."""

from __future__ import annotations

import unicodedata

from timeline.model import Timeline

#: How much wider than Arial a headline's serif may be, and a font for letters that Arial's kin lack.
_SERIF, _OTHER = 1.13, 1.08


def has_capitals(timeline: Timeline) -> bool:
    """Whether capitals may be made of a text here: Turkish and Azeri have others than Python makes."""
    return timeline.language.partition("-")[0] not in {"tr", "az"}


def is_bold(style: str) -> bool:
    """Whether a line in this role is bold."""
    return style in {"headline", "kicker", "date", "key"}


def reserve(text: str, style: str) -> float:
    """By what to divide the room that a text has, for fonts that are wider than Arial."""
    is_other = any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)
    return _OTHER if is_other else _SERIF if style == "headline" else 1.0
