"""Small fonts, made when a test needs one: every letter is a block of the same width."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from io import BytesIO
from string import ascii_letters, digits
from typing import Any

#: The characters that the fonts have.
LETTERS = f"{ascii_letters}{digits} .,:;-–…’"
_UNITS = 1000


@cache
def woff2(width: int, *, letters: str = LETTERS, bold_width: int = 0) -> bytes:
    """A WOFF2 file whose letters are ``width`` thousandths of an em wide.

    With a ``bold_width`` it is a variable font, whose bold letters have that width.
    """
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = {ord(letter): f"uni{ord(letter):04X}" for letter in letters}
    builder = FontBuilder(_UNITS, isTTF=True)
    # otherwise the time of day, by which the bytes would differ; these are seconds since 1904
    builder.updateHead(created=3_600_000_000, modified=3_600_000_000)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    pen = TTGlyphPen(None)
    for point in ((50, 0), (50, 600), (width - 50, 600), (width - 50, 0)):
        (pen.lineTo if pen.points else pen.moveTo)(point)
    pen.closePath()
    block = pen.glyph()
    builder.setupGlyf(dict.fromkeys([".notdef", *names.values()], block))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (width, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Blocks", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    if bold_width:
        _add_weights(builder, names.values(), bold_width - width)
    builder.font.flavor = "woff2"
    builder.font.recalcTimestamp = False
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


def _add_weights(builder: Any, names: Iterable[str], wider: int) -> None:
    """Adds the axis of weights from 400 to 700, along which the letters become ``wider``."""
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    # the four corners of the block, and the four points that hold the letter's width and height
    moves = [(0, 0), (0, 0), (wider, 0), (wider, 0), (0, 0), (wider, 0), (0, 0), (0, 0)]
    builder.setupGvar({name: [TupleVariation({"wght": (0, 1, 1)}, list(moves))] for name in names})
