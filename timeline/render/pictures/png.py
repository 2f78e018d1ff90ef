"""SVG -> PNG, by resvg, with the fonts of this machine."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import IO

#: What draws them, as the extra "images" requires it.
REQUIREMENT = "resvg-py>=0.3.3"
#: How to get it. An extra of this project could only be installed from a clone, which a user need not have.
WAY_OUT = f"python -m pip install '{REQUIREMENT}'"
#: What resvg says of a letter that no font has.
_MISSING = re.compile(rb"No fonts with a .*?/U\+([0-9A-F]+) character")


class NoPicturesError(Exception):
    """resvg-py is not installed; the message says how to get it."""

    def __init__(self) -> None:
        super().__init__(f"no PNG without the package resvg-py; to have it: {WAY_OUT}")


def can_draw() -> bool:
    """Whether resvg-py is here."""
    try:
        import resvg_py  # noqa: F401
    except ImportError:
        return False
    return True


def png(svg: str, zoom: int = 1) -> tuple[bytes, tuple[str, ...]]:
    """The picture, each unit of the SVG ``zoom`` px, and the letters that no font here has: boxes for them.

    The same bytes for the same fonts. Raises NoPicturesError.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise NoPicturesError from None
    with _printed() as file:
        picture = bytes(svg_to_bytes(svg_string=svg, zoom=zoom, log_information=True))
        file.seek(0)
        codes = _MISSING.findall(file.read())
    return picture, tuple(sorted({chr(int(code, 16)) for code in codes}))


@contextmanager
def _printed() -> Iterator[IO[bytes]]:
    """A file that takes what the process prints on standard output: resvg has no other way to tell."""
    if sys.stdout is not None:
        sys.stdout.flush()
    kept = os.dup(1)
    try:
        with TemporaryFile() as file:
            os.dup2(file.fileno(), 1)
            yield file
    finally:
        os.dup2(kept, 1)
        os.close(kept)
