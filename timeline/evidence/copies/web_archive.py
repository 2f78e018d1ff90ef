"""The pages in a WARC file, as archives keep them, or in a WACZ file, which holds such files."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import IO, TYPE_CHECKING, cast

from timeline.evidence.copies.pdf import read_pdf
from timeline.evidence.copies.plain_text import read_plain
from timeline.evidence.copies.saved_html import read_html
from timeline.evidence.kept_page import MAX_PAGE, CopyError, KeptPage

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

#: So many bytes are unpacked from one file, however small it is.
MAX_UNPACKED = 1_000_000_000
_KINDS = {"text/html", "application/xhtml+xml", "application/pdf", "text/plain"}
_TOO_LARGE = ("the archive is too large when unpacked", "make one of the cited pages alone")
_BROKEN = ("the archive is damaged", "make it again")


def is_warc(content: bytes) -> bool:
    """Whether the file is a WARC file, packed with gzip or not."""
    if not content.startswith(b"\x1f\x8b"):
        return content.startswith(b"WARC/")
    try:
        return gzip.GzipFile(fileobj=io.BytesIO(content)).read(5) == b"WARC/"
    except (OSError, EOFError, zlib.error):
        return False


def read_warc(content: bytes, is_wanted: Callable[[str], bool]) -> Iterator[KeptPage]:
    """The pages whose addresses are wanted. Raises CopyError if the archive is damaged or too large."""
    yield from _pages(_Bounded(_unpacked(io.BytesIO(content), content[:2])), is_wanted)


def read_wacz(content: bytes, is_wanted: Callable[[str], bool]) -> Iterator[KeptPage]:
    """The pages in its archives. Raises CopyError if it has none, is damaged or too large."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        names = [name for name in archive.namelist() if name.endswith((".warc", ".warc.gz"))]
    except (zipfile.BadZipFile, ValueError, OSError):
        raise CopyError(*_BROKEN) from None
    if not names:
        raise CopyError("this ZIP file is no web archive (WACZ)", "unpack it and add the pages in it")
    left = MAX_UNPACKED
    for name in names:
        try:
            with archive.open(name) as member:
                data = member.read(left + 1)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error):
            raise CopyError(*_BROKEN) from None
        left -= len(data)
        if left < 0:
            raise CopyError(*_TOO_LARGE)
        yield from read_warc(data, is_wanted)


def _unpacked(stream: IO[bytes], start: bytes) -> IO[bytes]:
    return cast("IO[bytes]", gzip.GzipFile(fileobj=stream)) if start == b"\x1f\x8b" else stream


class _Bounded(io.RawIOBase):
    """A stream from which only so much can be read."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = MAX_UNPACKED

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(min(size, self._left + 1) if size >= 0 else self._left + 1)
        self._left -= len(data)
        if self._left < 0:
            raise CopyError(*_TOO_LARGE)
        return data


def _pages(stream: IO[bytes] | io.RawIOBase, is_wanted: Callable[[str], bool]) -> Iterator[KeptPage]:
    from warcio.archiveiterator import WARCIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in WARCIterator(stream):
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            if _is_page(record) and is_wanted(address.strip("<>")):
                page = _page(record, address.strip("<>"))
                if page:
                    yield page
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error, ValueError, AttributeError):
        raise CopyError(*_BROKEN) from None


def _is_page(record: ArcWarcRecord) -> bool:
    """Whether it is the page itself: not a request, a redirect or a message that there is none."""
    if record.rec_type == "response":
        return bool(record.http_headers) and record.http_headers.get_statuscode() == "200"
    return bool(record.rec_type == "resource")


def _page(record: ArcWarcRecord, address: str) -> KeptPage | None:
    headers = record.http_headers or record.rec_headers
    kind, _, rest = (headers.get_header("Content-Type") or "").partition(";")
    kind = kind.strip().lower()
    if kind not in _KINDS:
        return None
    content = record.content_stream().read(MAX_PAGE + 1)
    if len(content) > MAX_PAGE:
        raise CopyError(*_TOO_LARGE)
    charset = rest.partition("charset=")[2].partition(";")[0].strip("\"' ")
    if kind == "application/pdf":
        page = read_pdf(content, address=address)
    elif kind == "text/plain":
        page = read_plain(content, address=address, charset=charset)
    else:
        page = read_html(content, address=address, charset=charset)
    return replace(page, address=address, day=_day(record), tool="web archive")


def _day(record: ArcWarcRecord) -> date | None:
    try:
        return date.fromisoformat((record.rec_headers.get_header("WARC-Date") or "")[:10])
    except ValueError:
        return None
