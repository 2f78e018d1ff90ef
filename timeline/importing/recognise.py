"""Which format a file is, by what is in it and never by its name; and the reader of that format."""

from __future__ import annotations

from timeline.importing import trees
from timeline.importing.decoding import decode
from timeline.importing.draft import Choices, Reading, refuse
from timeline.importing.tables import delimited, own_workbook, sheets, xlsx
from timeline.importing.tables.workbook import Workbook
from timeline.importing.texts import icalendar, markwhen
from timeline.importing.trees import simile
from timeline.importing.trees.json_text import SCRIPT
from timeline.model.problems import TimelineError

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(path: str, data: bytes, choices: Choices) -> Reading:
    """The events of a file in any format that is known. Raises TimelineError, which says what was found."""
    if data.startswith(_OLE):
        message = "this is an old Excel file (.xls), or one that is locked by a password"
        raise refuse(path, "E040", message, "open it and save it as .xlsx, without a password")
    if data.startswith(_ZIP):
        book = Workbook(path, data)
        if not choices.sheet and own_workbook.is_ours(book):
            return own_workbook.read(book)
        return sheets.read(xlsx.table(book, choices), choices)
    text, note = decode(path, data)
    if not text.strip("\ufeff \t\r\n\0"):
        raise refuse(path, "E008", "the file is empty", "a file with at least one event")
    reading = _read_text(path, text, choices)
    reading.notes += [note] if note else []
    return reading


def _read_text(path: str, text: str, choices: Choices) -> Reading:
    start = text.lstrip("\ufeff \t\r\n")[:500]
    if start.startswith(("{", "[")) or SCRIPT.match(start):
        return trees.read_json(path, text, choices)
    if start.startswith("<"):
        return simile.read_xml_text(path, text.lstrip("\ufeff \t\r\n"))
    if start[:15].upper() == "BEGIN:VCALENDAR":
        return icalendar.read(path, text)
    if not _has_header(path, text, choices) and markwhen.is_markwhen(text):
        return markwhen.read(text)
    return sheets.read(delimited.table(path, text), choices)


def _has_header(path: str, text: str, choices: Choices) -> bool:
    """Whether the text is a table with columns that are known."""
    try:
        return sheets.has_header(delimited.table(path, text).rows, choices)
    except TimelineError:  # quotation marks that no table has
        return False
