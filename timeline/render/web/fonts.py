"""The fonts that pages bring along: their files in the output, and their rules in CSS."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.theme import FontFile
from timeline.render.web.content_names import content_name


@dataclass(frozen=True, slots=True)
class FontFace:
    """The values of a rule ``@font-face``."""

    family: str
    address: str
    weight: str
    style: str


def font_assets(fonts: Iterable[FontFile]) -> dict[str, bytes]:
    """The files in the output: path -> bytes."""
    return {_path(font): font.data for font in fonts}


def font_faces(fonts: Iterable[FontFile], *, is_inline: bool) -> list[FontFace]:
    """The rules that load these fonts, from their files or from the page itself.

    A file that is both the regular and the bold font, as a variable font is, has one rule for both.
    """
    weights: dict[tuple[str, bool, bytes], list[str]] = {}
    addresses = {}
    for font in fonts:
        key = (font.family, font.is_italic, font.data)
        weights.setdefault(key, []).append("700" if font.is_bold else "400")
        addresses[key] = _data_address(font.data) if is_inline else _path(font)
    return [
        FontFace(key[0], addresses[key], " ".join(sorted(found)), "italic" if key[1] else "normal")
        for key, found in weights.items()
    ]


def _path(font: FontFile) -> str:
    plain = re.sub(r"[^A-Za-z0-9]+", "-", font.stem).strip("-").lower()[:40]
    return font.above + content_name(f"{plain or 'font'}.woff2", font.data)


def _data_address(data: bytes) -> str:
    return f"data:font/woff2;base64,{b64encode(data).decode()}"
