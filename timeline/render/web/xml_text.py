"""Text that XML allows."""

from __future__ import annotations

import re

#: https://www.w3.org/TR/xml/#charsets
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_xml_text(text: str) -> str:
    """``text`` with U+FFFD for each character that XML does not allow: controls, lone surrogates.

    >>> as_xml_text("one\\x07two\\ud800")
    'one\ufffdtwo\ufffd'
    """
    return _NOT_XML.sub("\ufffd", text)
