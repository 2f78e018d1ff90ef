"""Puts a text on one line."""

from __future__ import annotations

import re


def one_line(text: str) -> str:
    """``text`` on one line: control characters and line ends, with blanks around them, become one space.

    >>> one_line("Leaders\\n\\nmeet\\x00"), one_line("Crise\\xa0: la  suite")
    ('Leaders meet', 'Crise\\xa0: la  suite')
    """
    parts = re.split(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", text)
    return " ".join(filter(None, map(str.strip, parts)))
