"""The bytes of a web page -> its tree."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_HEAD = 4096


def decoded(content: bytes, charset: str = "") -> str:
    """The text, by its byte order mark, what its server or itself says, or as UTF-8 or Windows-1252.

    >>> decoded("<title>Élysée</title>".encode("cp1252"))
    '<title>Élysée</title>'
    """
    if content.startswith(codecs.BOM_UTF8):
        return content.removeprefix(codecs.BOM_UTF8).decode(errors="replace")
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    own = _CHARSET.search(content[:_HEAD])
    for name in (charset, own[1].decode() if own else "", "utf-8"):
        try:
            return content.decode(name) if name else content.decode()
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", errors="replace")


def parsed(text: str) -> HtmlElement | None:
    """The tree of a page, however deep; None if there is nothing in it."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):  # an empty page
        return None
