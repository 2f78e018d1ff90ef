"""A parser's error, the mistake behind it, and parts of the lines around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.reading.decoding import SourceText

#: Line and column in the text, both counted from 0.
Position = tuple[int, int]
#: Hints longer than this do not repeat the line.
LONGEST_HINT = 90


@dataclass(frozen=True, slots=True)
class ParserError:
    """A parser's error: ``problem`` occurred ``at`` a place, in a ``context`` that ``began`` at another.

    ``quote`` is the beginning of the quoted text that was read just before, ``bracket`` that of the
    innermost "[" or "{" that is still open; None if there is none.
    """

    context: str
    problem: str
    began: Position | None
    at: Position
    quote: Position | None = None
    bracket: Position | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake that a rule recognised: where it begins, what it is, what to write instead."""

    at: Position
    message: str
    hint: str
    code: str = "E003"


def value_in_quotes(source: SourceText, value: Position) -> str:
    """A hint with the line rewritten: the value that begins there in quotes, without a comment."""
    line, column = value
    text = re.split(r"\s#", rest_of_line(source, value))[0].strip()
    key = source.line(line)[:column].strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    mark = "'" if '"' in text or "\\" in text else '"'
    if mark == "'":
        text = text.replace("'", "''")
    fixed = f"{key} {mark}{text}{mark}".strip()
    return f"put the value in quotes: {fixed}" if len(fixed) <= LONGEST_HINT else "put the value in quotes"


def rest_of_line(source: SourceText, place: Position) -> str:
    """The rest of the line from ``place`` on."""
    return source.line(place[0])[place[1] :]


def character_before(source: SourceText, place: Position) -> str:
    """The last character before ``place`` on the same line that is not a space, or ""."""
    return source.line(place[0])[: place[1]].rstrip()[-1:]
