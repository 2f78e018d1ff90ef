"""Texts as Markdown that CommonMark, Marp and Pandoc all read as plain text.

Any ASCII punctuation may be escaped (https://spec.commonmark.org/0.31.2/#backslash-escapes), but a text
with a backslash before every comma is hard to edit: signs that have no meaning where they stand are left
as they are.
"""

from __future__ import annotations

import re

from timeline.typography.one_line import one_line

#: Signs with a meaning anywhere: emphasis, code, links, HTML, entities, ends of headings, Pandoc's
#: mathematics, citations, attributes, tables, sub- and superscripts.
_ALWAYS = r"[\\`*_{}\[\]<>#$@&!|~^]"
#: Signs that make words a web address where something follows at once, but not in 2.5 and 16:00.
_JOINING = r"\.(?=[^\s\d])|:(?=\S)(?!(?<=\d:)\d\d(?!\S*:))|/(?=/)"
_SPECIAL = re.compile(f"{_ALWAYS}|{_JOINING}")
#: The first word may begin a list, a rule, a table or a block: 1. 2) + - === ::: %
_OPENING = re.compile(rf"(?<![^!-/:-@\[-`{{-~])[!-/:-@\[-`{{-~]|[.)]|{_SPECIAL.pattern}")
#: Characters that no address has (RFC 3986, appendix A), or that would end it here.
_NOT_IN_ADDRESS = re.compile(r"[\s<>\\^`{|}\"]")


def escaped(text: str) -> str:
    """``text`` on one line, safe at the beginning of a paragraph and anywhere later.

    >>> escaped("1. Is [this] *it*? See example.org, e.g.")
    '1\\\\. Is \\\\[this\\\\] \\\\*it\\\\*? See example\\\\.org, e\\\\.g.'
    """
    first, blank, rest = one_line(text).partition(" ")
    return _OPENING.sub(r"\\\g<0>", first) + blank + _SPECIAL.sub(r"\\\g<0>", rest)


def link(text: str, url: str) -> str:
    """A link with a text.

    >>> link("Example [News]", "https://example.org/?a=(1)&b")
    '[Example \\\\[News\\\\]](<https://example.org/?a=(1)&amp;b>)'
    """
    address = _NOT_IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url).replace("&", "&amp;")
    return f"[{escaped(text)}](<{address}>)"


def comment(text: str) -> str:
    """``text`` as the inside of an HTML comment: nothing in it ends it or is a shortcode of Quarto's.

    Pandoc ends a comment at "-- >" too.

    >>> comment("a --> b")
    'a - -> b'
    """
    return re.sub(r"-(?=-!?\s*>)", "- ", text).replace("{{<", "{ {<")
