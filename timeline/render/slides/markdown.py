"""Texts as Markdown that no reader takes for more than text: CommonMark, Marp or Pandoc.

Any ASCII punctuation may be escaped (https://spec.commonmark.org/0.31.2/#backslash-escapes), but a text
with a backslash before every comma is not one to go on working with: what means nothing where it stands
is left.
"""

from __future__ import annotations

import re

from timeline.typography.one_line import one_line

#: What means something wherever it stands: emphasis, code, links, HTML, entities, headings' ends, Pandoc's
#: mathematics, citations, attributes, tables, sub- and superscripts.
_ALWAYS = r"[\\`*_{}\[\]<>#$@&!|~^]"
#: What makes an address out of words where something follows at once, but not in 2.5 and 16:00.
_JOINING = r"\.(?=[^\s\d])|:(?=\S)(?!(?<=\d:)\d\d(?!\S*:))|/(?=/)"
_SPECIAL = re.compile(f"{_ALWAYS}|{_JOINING}")
#: The first word may begin a list, a rule, a table or a block: 1. 2) + - === ::: %
_OPENING = re.compile(rf"(?<![^!-/:-@\[-`{{-~])[!-/:-@\[-`{{-~]|[.)]|{_SPECIAL.pattern}")
#: What no address has (RFC 3986, appendix A), and what would end it here.
_NOT_IN_ADDRESS = re.compile(r"[\s<>\\^`{|}\"]")


def escaped(text: str) -> str:
    """``text`` on one line, as it may stand at the beginning of a paragraph or after it.

    >>> escaped("1. Is [this] *it*? See example.org, e.g.")
    '1\\\\. Is \\\\[this\\\\] \\\\*it\\\\*? See example\\\\.org, e\\\\.g.'
    """
    first, blank, rest = one_line(text).partition(" ")
    return _OPENING.sub(r"\\\g<0>", first) + blank + _SPECIAL.sub(r"\\\g<0>", rest)


def link(text: str, url: str) -> str:
    """
    >>> link("Example [News]", "https://example.org/?a=(1)&b")
    '[Example \\\\[News\\\\]](<https://example.org/?a=(1)&amp;b>)'
    """
    address = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url).replace("&", "&amp;")
    return f"[{escaped(text)}](<{address}>)"


def comment(text: str) -> str:
    """``text`` as the inside of an HTML comment, which nothing of it ends; it is no shortcode of Quarto's.

    Pandoc ends a comment at "-- >" too.

    >>> comment("a --> b")
    'a - -> b'
    """
    return re.sub(r"-(?=-!?\s*>)", "- ", text).replace("{{<", "{ {<")
