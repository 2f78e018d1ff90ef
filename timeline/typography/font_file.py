"""WOFF2 files -> how wide their characters are, read with fonttools, which is optional."""

from __future__ import annotations

import logging
from io import BytesIO
from math import ceil

#: The packages that read fonts, as the extra "fonts" requires them; and how to install them.
REQUIREMENTS = ("brotli>=1.1", "fonttools>=4.47")
INSTALL_COMMAND = f"python -m pip install {' '.join(map(repr, REQUIREMENTS))}"
#: The size in px of the smallest labels: fonts that have an axis of sizes are widest there.
_SMALLEST = 12


class UnreadableFontError(ValueError):
    """The bytes are no font that fonttools can read."""


def can_measure() -> bool:
    """Whether the packages are installed."""
    try:
        import brotli  # noqa: F401
        import fontTools  # noqa: F401
    except ImportError:
        return False
    return True


def char_widths(data: bytes, *, weight: int) -> dict[str, int]:
    """The width of each character of a font in thousandths of an em; of a variable font, at ``weight``.

    Raises UnreadableFontError.
    """
    from fontTools.pens.basePen import NullPen
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").addHandler(logging.NullHandler())  # else it writes to stderr
    try:
        font = TTFont(BytesIO(data), lazy=True)
        units = font["head"].unitsPerEm
        names = font.getBestCmap() or {}
        if "fvar" not in font:
            metrics = font["hmtx"]
            return {chr(code): ceil(metrics[name][0] * 1000 / units) for code, name in names.items()}
        wanted = {"wght": weight, "opsz": _SMALLEST}
        place = {
            axis.axisTag: min(max(wanted[axis.axisTag], axis.minValue), axis.maxValue)
            for axis in font["fvar"].axes
            if axis.axisTag in wanted
        }
        glyphs = font.getGlyphSet(location=place)
        widths = {}
        for code, name in names.items():
            glyph = glyphs[name]
            if "HVAR" not in font:
                glyph.draw(NullPen())  # only then it has the width of that weight
            widths[chr(code)] = ceil(glyph.width * 1000 / units)
    except Exception as error:  # its parsers raise whatever comes up
        raise UnreadableFontError(str(error)) from error
    return widths
