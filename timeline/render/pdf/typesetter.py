"""Values -> PDF, by Typst, with the fonts of this machine."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Literal

#: The package that makes PDF, as the extra "print" requires it.
REQUIREMENT = "typst>=0.15.2"
#: How to install it. The extra could only be installed from a clone, which a user may not have.
INSTALL_COMMAND = f"python -m pip install '{REQUIREMENT}'"


class NoPdfError(Exception):
    """The package typst is not installed; the message says how to install it."""

    def __init__(self) -> None:
        super().__init__(f"PDF needs the package typst; to install it: {INSTALL_COMMAND}")


def pdf(values: Mapping[str, object]) -> tuple[bytes, bool]:
    """The document of ``document.typ`` with ``values``, tagged and with its fonts embedded; and whether it
    meets PDF/UA-1, which no file does in which a character has no font.

    The template reads the values as data, so that no text can be taken for markup or code. There is no date
    in the file: the same values and fonts give the same bytes. Raises NoPdfError.
    """
    try:
        from typst import TypstError
    except ImportError:
        raise NoPdfError from None
    inputs = {"values": json.dumps(values, ensure_ascii=False)}
    try:
        return _compiled(inputs, "ua-1"), True
    except TypstError:
        return _compiled(inputs, None), False


def _compiled(inputs: dict[str, str], standard: Literal["ua-1"] | None) -> bytes:
    import typst

    from timeline.render.web.templates import asset

    template = asset("pdf/document.typ").encode()
    # One file, whatever the number of its pages
    made: bytes = typst.compile(
        template, format="pdf", sys_inputs=inputs, pdf_standards=standard, timestamp=0
    )
    return made
