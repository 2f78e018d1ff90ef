"""How a line of a picture looks in each role, such as "headline" or "note"."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.typography.direction import script
from timeline.typography.unicode_data import bidirectional

#: How many times as wide as Arial a headline's serif font may be, and a font for scripts that Arial lacks.
_SERIF, _OTHER = 1.13, 1.08


def has_capitals(timeline: Timeline) -> bool:
    """Whether a text may be set in capitals: those of Turkish and Azeri differ from Python's."""
    return timeline.language.partition("-")[0] not in {"tr", "az"}


def is_bold(style: str) -> bool:
    """Whether a line in this role is bold."""
    return style in {"headline", "kicker", "date", "key", "main", "name"}


def reserve(text: str, style: str) -> float:
    """How many times as wide as Arial the font of a text may be."""
    is_other = any(bidirectional(char) in {"R", "AL"} for char in text)
    return _OTHER if is_other else _SERIF if style == "headline" else 1.0


#: The families of labels, of headlines, of the labels of main events, and of texts in scripts that those
#: lack: whole families, since a picture of text has one font to a line.
_LABELS = "Arial, Helvetica, 'Liberation Sans', sans-serif"
_HEADLINES = "Georgia, Gelasio, 'Times New Roman', 'Liberation Serif', 'Noto Serif', 'DejaVu Serif', serif"
_MAIN = "Georgia, Gelasio, 'Noto Serif', 'Times New Roman', 'Liberation Serif', serif"
_FAMILIES = {
    "leftward": "Arial, 'DejaVu Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', sans-serif",
    "eastern": (
        "'Noto Sans CJK SC', 'Noto Sans CJK JP', 'Noto Sans CJK KR', 'Source Han Sans', 'PingFang SC', "
        "'Hiragino Sans', 'Microsoft YaHei', 'Yu Gothic', 'Malgun Gothic', 'WenQuanYi Zen Hei', "
        "'Droid Sans Fallback', sans-serif"
    ),
}


def family(text: str, style: str) -> str:
    """The fonts of a text in a picture, as in SVG's ``font-family``.

    >>> family("Riyadh", "label")
    "Arial, Helvetica, 'Liberation Sans', sans-serif"
    """
    own = {"headline": _HEADLINES, "main": _MAIN}
    return _FAMILIES.get(script(text).strip()) or own.get(style, _LABELS)
