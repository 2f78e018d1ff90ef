"""Mistakes with tabs, colons, dashes and indentation; each rule returns None if it does not apply."""

from __future__ import annotations

import re

from timeline.reading.decoding import SourceText
from timeline.reading.yaml_mistakes.mistake import (
    LONGEST_HINT,
    Mistake,
    ParserError,
    rest_of_line,
    value_in_quotes,
)

#: Parts of the messages of both parsers, for a reserved character, a misplaced colon, a missing colon.
_RESERVED = (
    r"cannot start any token|an alias|an anchor|a tag|tag handle|block scalar|directive|incompatible YAML|"
    r"node content|(entries|keys) are not allowed"
)
_COLON = "mapping values are not allowed"
_KEY = "simple key"

#: What may follow these characters, but not on the same line.
_ON_THE_NEXT_LINE = {"-": "list", "|": "text", ">": "text"}


def tab(error: ParserError, source: SourceText) -> Mistake | None:
    """A tab in the indentation, or where the parser stopped."""
    line, column = error.at
    indent = re.match(r" *\t", source.line(line))
    if not indent and rest_of_line(source, error.at)[:1] != "\t":
        return None
    place = (line, indent.end() - 1 if indent else column)
    return Mistake(
        place, f"a tab on line {line + 1}, where only spaces are allowed", "use spaces, two for each level"
    )


def reserved_character(error: ParserError, source: SourceText) -> Mistake | None:
    """A value that begins with a character that has a meaning in YAML."""
    message = f"{error.context} {error.problem}"
    place = error.began or error.at
    character = rest_of_line(source, place)[:1]
    if not (character and re.search(_RESERVED, message)):
        return None
    hint = value_in_quotes(source, place)
    if what := _ON_THE_NEXT_LINE.get(character):
        hint = f"begin the {what} on the next line, or {hint}"
    return Mistake(place, f"a value cannot begin with {character} unless it is in quotes", hint)


def second_colon(error: ParserError, source: SourceText) -> Mistake | None:
    """A second colon on a line: ``title: Trump: "x"``."""
    line, column = error.at
    key = re.search(r":\s+", source.line(line))
    if not (_COLON in error.problem and key and key.end() <= column):
        return None
    return Mistake(error.at, "a second colon on one line", value_in_quotes(source, (line, key.end())))


def missing_space(error: ParserError, source: SourceText) -> Mistake | None:
    """``title:x`` or ``-x``, which the parser reports on the next line."""
    if _COLON in error.problem:
        line = next((n for n in range(error.at[0] - 1, -1, -1) if source.line(n).strip()), 0)
    elif _KEY in error.context and error.began:
        line = error.began[0]
    else:
        return None
    match = re.match(r"[\s-]*[A-Za-z_]\w*:(?!\s|//|$)|\s*-(?![\s-])", source.line(line))
    if not match:
        return None
    after = match[0][-1]
    fixed = f"{source.line(line)[: match.end()]} {rest_of_line(source, (line, match.end()))}".strip()
    name = "colon" if after == ":" else "dash"
    hint = f"write {fixed}" if len(fixed) <= LONGEST_HINT else f'write "{after} " with a space'
    return Mistake((line, match.end() - 1), f"a space is missing after the {name}", hint)


def missing_key(error: ParserError, _: SourceText) -> Mistake | None:
    """A line among fields that is not a field."""
    if not (_KEY in error.context and error.began):
        return None
    hint = 'write "key: value"; if the line goes on with the text above, indent it by two spaces more'
    return Mistake(error.began, "this line has no key", hint)


def misaligned_field(error: ParserError, source: SourceText) -> Mistake | None:
    """A field that is indented so that it continues the text above; or such a text with a colon in it."""
    if _COLON not in error.problem:
        return None
    line = error.at[0]
    indent = len(source.line(line)) - len(source.line(line).lstrip())
    hint = "begin a field in the same column as the one above; put text with a colon in quotes"
    return Mistake((line, indent), "this line reads as more text of the line above, but has a colon", hint)
