"""Mistakes with quotation marks and brackets; each rule returns None if it does not apply."""

from __future__ import annotations

import re

from timeline.reading.decoding import SourceText
from timeline.reading.yaml_mistakes.mistake import (
    Mistake,
    ParserError,
    character_before,
    rest_of_line,
    value_in_quotes,
)


def unclosed_quote(error: ParserError, source: SourceText) -> Mistake | None:
    """A quotation mark that is never closed."""
    at_the_end = re.search(r"end of stream|document separator", error.problem)
    if not (at_the_end and error.began and "quoted scalar" in error.context):
        return None
    mark = rest_of_line(source, error.began)[:1]
    message = f"the quotation mark {mark} that opens here is never closed"
    return Mistake(error.began, message, f"close it with {mark} where the text ends")


def late_quote(error: ParserError, source: SourceText) -> Mistake | None:
    """A quotation mark that is closed, on a later line, by one meant to open another text."""
    line = error.at[0]
    if not error.quote or error.quote[0] == line or character_before(source, error.at) not in ("'", '"'):
        return None
    mark = rest_of_line(source, error.quote)[:1]
    message = f"the text in quotes that begins here goes on to line {line + 1}"
    hint = f"close it with {mark} where the text ends; inside it use the other kind of mark"
    return Mistake(error.quote, message, hint)


def invalid_escape(error: ParserError, source: SourceText) -> Mistake | None:
    r"""A backslash in double quotes, such as "C:\Users"."""
    if not re.search(r"escape|hexdecimal|hexadecimal", error.problem):
        return None
    line, column = error.at
    backslash = source.line(line).rfind("\\", 0, column + 1)
    word = rest_of_line(source, (line, backslash))[:2]
    if error.began and "Unicode" in error.problem:
        message = f"{word}... stands for a character that cannot be shown"
        return Mistake(error.began, message, "write the character itself", "E009")
    hint = r"put the text in single quotes, or write \\ for a backslash and each character itself"
    return Mistake((line, backslash), f"{word} does not belong in double quotes", hint)


def unclosed_bracket(error: ParserError, source: SourceText) -> Mistake | None:
    """A list or mapping in brackets that is not closed, or lacks a comma."""
    if not error.bracket:
        return None
    line, _ = error.at
    rest = rest_of_line(source, error.at).strip()
    at_the_end = not rest and not any(below.strip() for below in source.lines[line + 1 :])
    if not (at_the_end or re.search(r"flow (sequence|mapping)", error.context)):
        return None
    bracket = rest_of_line(source, error.bracket)[:1]
    end = "}" if bracket == "{" else "]"
    hint = f"close it with {end}; text with brackets or commas of its own goes in quotes"
    if rest and line == error.bracket[0]:
        return Mistake(error.at, f"a comma or the end of the bracket {bracket} is missing here", hint)
    message = f"the bracket {bracket} that opens here is not closed, or a comma is missing in it"
    return Mistake(error.bracket, message, hint)


def text_after_quote(error: ParserError, source: SourceText) -> Mistake | None:
    """Text after a closing mark: ``'It's'``, ``"He" said`` or ``[Exclusive] He said``."""
    if not re.search(r"expected (key|<block end>|'?<document start>)", error.problem):
        return None
    line = error.at[0]
    before = character_before(source, error.at)
    key = re.match(r"[\s-]*([\w ]+: +)?", source.line(line))
    if not (key and before and before in "'\"]}"):
        return None
    name = "bracket" if before in "]}" else "quotation mark"
    return Mistake(
        error.at, f"more text after the closing {name}", value_in_quotes(source, (line, key.end()))
    )
