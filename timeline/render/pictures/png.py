"""SVG -> PNG, by resvg, with the fonts of this machine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

#: The package that draws PNG, as the extra "images" requires it.
REQUIREMENT = "resvg-py>=0.3.3"
#: How to install it. The extra "images" could only be installed from a clone, which a user may not have.
INSTALL_COMMAND = f"python -m pip install '{REQUIREMENT}'"
#: A PNG of more pixels takes gigabytes of memory to draw.
MAX_PIXELS = 50_000_000
#: The size of the picture in the SVG's first element.
_SIZE = re.compile(r'<svg[^>]*? width="([\d.]+)"[^>]*? height="([\d.]+)"')
#: Resvg's message about a character that no font has.
_MISSING_GLYPH = re.compile(rb"No fonts with a .*?/U\+([0-9A-F]+) character")


class NoPicturesError(Exception):
    """resvg-py is not installed; the message says how to install it."""

    def __init__(self) -> None:
        super().__init__(f"PNG needs the package resvg-py; to install it: {INSTALL_COMMAND}")


class PictureTooLargeError(NoPicturesError):
    """A PNG would have more pixels than `MAX_PIXELS`; the message says how many, and what to do."""

    def __init__(self, width: int, height: int) -> None:
        Exception.__init__(
            self,
            f"the picture would have {width:,} × {height:,} px, and a PNG may have {MAX_PIXELS // 10**6} "
            "million: take SVG, a smaller width or fewer tracks",
        )


def fits(width: float, height: float, zoom: int = 2) -> bool:
    """Whether a PNG of a picture of that size in px, at ``zoom`` px to each, is not too large.

    >>> fits(1120, 2000), fits(1120, 40_000)
    (True, False)
    """
    return width * height * zoom**2 <= MAX_PIXELS


def can_draw() -> bool:
    """Whether resvg-py is installed."""
    try:
        import resvg_py  # noqa: F401
    except ImportError:
        return False
    return True


def png(svg: str, zoom: int = 1) -> tuple[bytes, tuple[str, ...]]:
    """The picture, ``zoom`` px to each unit of the SVG, and the characters that no font here has.

    Those characters are drawn as boxes. The same fonts give the same bytes. Raises NoPicturesError, also
    for a picture that is too large.
    """
    if size := _SIZE.search(svg):
        width, height = map(float, size.groups())
        if not fits(width, height, zoom):
            raise PictureTooLargeError(round(width * zoom), round(height * zoom))
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise NoPicturesError from None
    with _captured_stdout() as file:
        picture = bytes(svg_to_bytes(svg_string=without_direction(svg), zoom=zoom, log_information=True))
        file.seek(0)
        codes = _MISSING_GLYPH.findall(file.read())
    return picture, tuple(sorted({chr(int(code, 16)) for code in codes}))


def without_direction(svg: str) -> str:
    """The same for resvg and Typst, which do not know the attribute ``direction`` and do without it.

    Inside a text such quotes are escaped.
    """
    start, end = (f' direction="rtl" text-anchor="{anchor}"' for anchor in ("start", "end"))
    plain = str(svg)  # markup would escape what is put into it
    return plain.replace(start, ' text-anchor="end"').replace(end, "")


@contextmanager
def _captured_stdout() -> Iterator[IO[bytes]]:
    """A file that captures the process's standard output: resvg has no other way to report glyphs."""
    if sys.stdout is not None:
        sys.stdout.flush()
    stdout = os.dup(1)
    try:
        with TemporaryFile() as file:
            os.dup2(file.fileno(), 1)
            yield file
    finally:
        os.dup2(stdout, 1)
        os.close(stdout)
