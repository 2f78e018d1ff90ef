"""The words of a web page that its readers see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Elements whose contents no reader sees, or only in another form. ``del`` and ``s`` take words back.
_UNSEEN = frozenset(
    {
        *("script", "style", "template", "noscript", "head", "svg", "iframe", "object", "embed", "audio"),
        *("video", "canvas", "select", "datalist", "textarea", "del", "s", "strike", "rt", "rp"),
    }
)
#: Elements within a line; every other one begins and ends a paragraph.
_INLINE = frozenset(
    {
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em", "font"),
        *("i", "img", "ins", "kbd", "label", "mark", "math", "nobr", "picture", "q", "ruby", "samp"),
        *("small", "source", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
#: A mark that leads to a note, as in "said.[1]".
_NOTE = re.compile(
    r"\s*[\[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§]{1,3}|note \d+|citation needed)\s*[\])]?\s*", re.IGNORECASE
)
#: Raised digits stay raised: 10² is not 102.
_RAISED = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
PARAGRAPH = "\n\n"


def words_of(root: HtmlElement) -> str:
    """The text of a page, its paragraphs divided by blank lines.

    >>> from timeline.webpages.parsing import parsed
    >>> page = "<h1>Talks</h1><p>A <b>back</b>stop&nbsp;for<br>all.<sup><a>[1]</a></sup><p hidden>No."
    >>> words_of(parsed(page))
    'Talks\\n\\nA backstop\\xa0for\\nall.'
    """
    from lxml import etree

    parts: list[str] = []
    events = ("start", "end", "comment", "pi")
    walk = etree.iterwalk(root, events=events)
    unseen = None
    for event, node in walk:
        if event == "start":
            if _is_unseen(node):
                walk.skip_subtree()
                unseen = node
                continue
            text = _BLANKS.sub(" ", node.text or "")
            parts += [_separator(node), text.translate(_RAISED) if node.tag == "sup" else text]
            continue
        if event == "end" and node is not unseen:
            parts.append(_separator(node) if node.tag != "br" else "")
        parts.append(_BLANKS.sub(" ", node.tail or "") if node is not root else "")
    return _tidied("".join(parts))


def _separator(node: HtmlElement) -> str:
    return "\n" if node.tag == "br" else "" if node.tag in _INLINE else PARAGRAPH


def _is_unseen(node: HtmlElement) -> bool:
    if node.tag in _UNSEEN or node.get("hidden") is not None or _HIDING.search(node.get("style") or ""):
        return True
    if node.tag != "sup":
        return False
    is_reference = node.find(".//a") is not None or "ref" in (node.get("class") or "").lower()
    return is_reference and bool(_NOTE.fullmatch("".join(node.itertext())))


def _tidied(text: str) -> str:
    """``text`` without blanks at the ends of its lines and without empty paragraphs."""
    return PARAGRAPH.join(filter(None, (each.strip(" \n") for each in re.split(r"\n[ \n]*\n", text))))
