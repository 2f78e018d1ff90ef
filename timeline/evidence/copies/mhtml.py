"""A page that a browser has saved as MHTML: one file of mail, with the page and its pictures as parts."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from timeline.evidence.copies.saved_html import read_html
from timeline.evidence.kept_page import CopyError, KeptPage


def is_mhtml(content: bytes) -> bool:
    """Whether the file begins with the headers of MHTML."""
    head = content[:4096].lower()
    return b"mime-version:" in head and b"multipart/related" in head


def read_mhtml(content: bytes) -> KeptPage:
    """The page. Raises CopyError if there is none in it."""
    mail = message_from_bytes(content, policy=policy.default)
    page = next((part for part in mail.walk() if part.get_content_type() == "text/html"), None)
    body = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(body, bytes):
        raise CopyError("this MHTML file holds no page", "save the page again")
    address = _header(mail, "Snapshot-Content-Location") or _header(page, "Content-Location")
    read = read_html(body, address=address, charset=str(page.get_content_charset("")), tool="browser")
    try:
        day = parsedate_to_datetime(_header(mail, "Date")).date()
    except ValueError:
        day = None
    return replace(read, content=content, suffix=".mhtml", day=day)


def _header(message: EmailMessage, name: str) -> str:
    try:
        return "".join(str(message.get(name, "")).split("\n")).strip()
    except (
        ValueError,
        TypeError,
        IndexError,
        AttributeError,
    ):  # what the standard library makes of odd headers
        return ""
