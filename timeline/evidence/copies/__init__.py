"""Kept copies of sources -> the words in them, whatever kept them: HTML, MHTML, PDF, text, WARC, WACZ.

The contents of a file say which kind it is, not its name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from timeline.evidence.copies.mhtml import is_mhtml, read_mhtml
from timeline.evidence.copies.pdf import read_pdf
from timeline.evidence.copies.plain_text import read_plain
from timeline.evidence.copies.saved_html import read_html
from timeline.evidence.copies.web_archive import is_warc, read_wacz, read_warc
from timeline.evidence.kept_page import CopyError, KeptPage

_BINARY = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a recording",
    b"\x1f\x8b": "a packed file",
    b"(\xb5/\xfd": "a packed file",
    b"SQLite format 3": "a database",
    b"\xd0\xcf\x11\xe0": "a document of an old Office",
}
_HINT = "keep the page as HTML, MHTML, PDF, text, WARC or WACZ"


def read_pages(content: bytes, is_wanted: Callable[[str], bool]) -> Iterator[KeptPage]:
    """Each page in a file; of those of a web archive, the ones whose addresses are wanted.

    Raises CopyError if the file is of another kind, is damaged or holds no words.

    >>> [page.text for page in read_pages(b"<!doctype html><p>A backstop.", bool)]
    ['A backstop.']
    """
    if b"%PDF-" in content[:1024]:
        yield read_pdf(content)
    elif content.startswith(b"PK"):
        yield from read_wacz(content, is_wanted)
    elif is_warc(content):
        yield from read_warc(content, is_wanted)
    elif what := next((what for start, what in _BINARY.items() if content.startswith(start)), ""):
        raise CopyError(f"no words can be read from {what}", _HINT)
    elif is_mhtml(content):
        yield read_mhtml(content)
    elif _is_html(content):
        yield read_html(content)
    elif b"\0" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CopyError("this is not a text", _HINT)
    else:
        yield read_plain(content)


def _is_html(content: bytes) -> bool:
    head = content[:4096].replace(b"\0", b"").lower()
    return (
        head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(b"<")
        or b"<html" in head
        or b"<!doctype html" in head
    )
