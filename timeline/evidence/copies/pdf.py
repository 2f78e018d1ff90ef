"""A PDF file. It is read in a process of its own, which ends if it takes too long or too much memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from timeline.evidence.kept_page import MAX_TEXT, CopyError, KeptPage

#: Seconds.
PATIENCE = 60
_REFUSALS = {
    "locked": ("the PDF is locked with a password", "save it without one"),
    "broken": ("the PDF cannot be read", "save it again, or keep the page as HTML"),
}
_TOO_MUCH = ("the PDF takes too long or too much memory to read", "save the pages that are cited alone")


def read_pdf(content: bytes, *, address: str = "") -> KeptPage:
    """The pages. Raises CopyError if no words can be read from them."""
    command = [sys.executable, "-P", str(Path(__file__).with_name("pdf_words.py"))]
    try:
        done = subprocess.run(  # noqa: S603 -- our own module
            command, input=content, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        raise CopyError(*_TOO_MUCH) from None
    try:
        found = json.loads(done.stdout)
    except ValueError:
        raise CopyError(*_TOO_MUCH) from None
    if refusal := _REFUSALS.get(found.get("refused", "")):
        raise CopyError(*refusal)
    text = "\n".join(page.strip() for page in found["pages"])[:MAX_TEXT].strip()
    if not text:
        message = "no words can be read from this PDF: its pages are pictures"
        raise CopyError(message, "keep the page as HTML, or a PDF whose words can be selected")
    return KeptPage(
        content,
        ".pdf",
        text,
        address=address,
        titles=tuple(filter(None, (found["title"], *_first_lines(text)))),
        authors=tuple(filter(None, (found["author"],))),
    )


def _first_lines(text: str) -> tuple[str, ...]:
    """Where the title of a document stands that does not name it."""
    return (" ".join(text[:600].split()),)
