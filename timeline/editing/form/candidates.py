"""Addresses that an import has left in the comments of an event: sources that lack a publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model.records import Path, plain
from timeline.rewriting.line_edits import next_outside, node_in

_LISTED = re.compile(r"\s*#\s+- url: (?P<url>https?://\S+)(?:\s+# from .*)?")
#: More are not offered.
_MOST = 50


def candidates(text: str, holder: Path) -> list[str]:
    """The addresses in comments of an event, as `timeline import` writes them, that are not its sources.

    >>> text = "title: A\\nsources: []\\n# Found here:\\n#   - url: https://example.org/a  # from Link\\n"
    >>> candidates(text, ())
    ['https://example.org/a']
    """
    node = node_in(text, holder)
    if node is None:
        return []
    lines = text.split("\n")
    first = node.at.line - 1 if holder else 0
    end = next_outside(lines, first, node.at.column - 2) if holder else len(lines)
    found = [each["url"] for line in lines[first:end] if (each := _LISTED.fullmatch(line))]
    return [each for each in dict.fromkeys(found) if each not in _cited(plain(node))][:_MOST]


def _cited(event: object) -> Sequence[object]:
    sources = event.get("sources") if isinstance(event, dict) else None
    return [each.get("url") for each in sources or () if isinstance(each, dict)]
