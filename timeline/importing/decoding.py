"""Bytes -> text, for files that other programs wrote: UTF-8 or UTF-16, or else one of two of Windows."""

from __future__ import annotations

import codecs
import re

from timeline.importing.draft import refuse
from timeline.normalise.text import quoted

_BARE_UTF16 = {
    "utf-16-le": re.compile(rb"(?:[\x09-\x7f]\0){2}"),
    "utf-16-be": re.compile(rb"(?:\0[\x09-\x7f]){2}"),
}
#: Byte order mark -> encoding; that of UTF-32 begins like that of UTF-16.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
#: What the first bytes of a file say it is, for files that hold no text.
_BINARY = {
    b"%PDF": "a PDF file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a compressed file",
    b"SQLite format 3": "a database",
}


def decode(path: str, data: bytes) -> tuple[str, str]:
    """The text, and a note about its encoding if that had to be assumed.

    >>> decode("a.csv", "Títle".encode("utf-16"))
    ('Títle', '')
    >>> decode("a.csv", b"Orl\\xe9ans")[0]
    'Orléans'
    """
    what = next((what for start, what in _BINARY.items() if data.startswith(start)), "")
    if what:
        raise refuse(path, "E040", f"this is {what}, not a timeline", _FORMATS)
    declared = _declared(path, data)
    if declared is not None:
        return declared, ""
    marked = next(((mark, name) for mark, name in _MARKS.items() if data.startswith(mark)), None)
    bare = next((name for name, pattern in _BARE_UTF16.items() if pattern.match(data)), "")
    encoding = marked[1] if marked else bare or "utf-8"
    data = data.removeprefix(marked[0] if marked else b"")
    try:
        return data.decode(encoding), ""
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise refuse(
                path, "E002", f"the file is not {encoding.upper()} text", "save the file as UTF-8"
            ) from None
        if b"\0" in data:
            raise refuse(path, "E040", "this is not a text file", _FORMATS) from None
        return _windows(path, data, error.start)


#: Bytes beyond ASCII, and three or more of them in a row.
_HIGH, _HIGH_WORDS = re.compile(rb"[\x80-\xff]+"), re.compile(rb"[\x80-\xff]{3,}")
#: XML that names its encoding.
_XML = re.compile(rb"<\?xml\s[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z][\w.-]{0,40})[\"']")
#: For a file that is no timeline at all.
_FORMATS = "a CSV, TSV, XLSX, JSON, XML, iCalendar or markwhen file; timeline help importing lists them"


def _windows(path: str, data: bytes, first: int) -> tuple[str, str]:
    """The text in Windows-1252, or in Windows-1251 where most letters beyond ASCII stand in words of such.

    >>> _windows("a.csv", "Название;Дата".encode("cp1251"), 0)[0]
    'Название;Дата'
    """
    high = sum(map(len, _HIGH.findall(data)))
    name = "1251" if sum(map(len, _HIGH_WORDS.findall(data))) * 2 > high else "1252"
    note = f"The file is not UTF-8; it was read as Windows-{name}. If letters are wrong, save it as UTF-8"
    try:
        return data.decode(f"cp{name}"), note
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, first) + 1
        message = f"the byte 0x{data[error.start]:02X} is neither UTF-8 nor Windows-{name} text"
        raise refuse(path, "E002", message, "save the file as UTF-8", line=line) from None


def _declared(path: str, data: bytes) -> str | None:
    """The text of XML in the encoding that it names; None if it names none, or UTF-8."""
    found = _XML.match(data)
    if found is None or found[1].lower() in {b"utf-8", b"utf8", b"us-ascii"}:
        return None
    try:
        return data.decode(found[1].decode())
    except (LookupError, ValueError):
        message = f"the file is not text in its encoding {quoted(found[1].decode())}"
        raise refuse(path, "E002", message, "save the file as UTF-8") from None
