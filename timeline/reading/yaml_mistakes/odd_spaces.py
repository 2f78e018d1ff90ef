"""Spaces that YAML takes for letters, such as those copied from a web page or a word processor."""

from __future__ import annotations

import re

from timeline.reading.decoding import SourceText
from timeline.reading.yaml_mistakes.mistake import Mistake, ParserError

_ODD = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
#: At the beginning of a line, or right after a dash or the colon of a field.
_PLACE = re.compile(rf"[ \t-]*(?:[A-Za-z_]\w*:)?(?P<odd>{_ODD})")


def odd_space(error: ParserError, source: SourceText) -> Mistake | None:
    """Such a space on the line where the parser stopped, or on the line above."""
    line = error.at[0]
    return next(filter(None, (odd_space_on(source, each) for each in (line, line - 1) if each >= 0)), None)


def odd_space_on(source: SourceText, line: int) -> Mistake | None:
    """The first such space of a line that has one where YAML needs a plain one.

    >>> odd_space_on(SourceText.of("a.yaml", "place:\\u00a0Paris"), 0).message
    'a space on line 1 that YAML takes for a letter (U+00A0)'
    """
    found = _PLACE.match(source.line(line))
    if not found:
        return None
    message = f"a space on line {line + 1} that YAML takes for a letter (U+{ord(found['odd']):04X})"
    hint = "type it again with the space bar; copied text may hold more of them"
    return Mistake((line, found.start("odd")), message, hint)
