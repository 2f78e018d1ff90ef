"""What is wrong with a file that is not YAML, in words for people who do not know YAML.

The parser says where it gave up and what it would have liked; people need to know where the mistake
began and what to write. Each rule looks at the error and at the line itself; the first that
knows the mistake answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.model.problems import Problem
from timeline.reading.decoding import SourceText

#: Line and column in the text, both counted from 0.
Position = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ParserError:
    """A parser's error: ``problem`` came up ``at`` a place, in a ``context`` that ``began`` at another.

    ``quote`` is where the text in quotes began that was read just before, ``bracket`` where the
    innermost "[" or "{" opened that is not closed yet; None if there was none.
    """

    context: str
    problem: str
    began: Position | None
    at: Position
    quote: Position | None = None
    bracket: Position | None = None


@dataclass(frozen=True, slots=True)
class _Mistake:
    at: Position
    message: str
    hint: str
    code: str = "E003"


def explain(source: SourceText, error: ParserError) -> Problem:
    """The error as a Problem: where the mistake began, what it is, what to write instead.

    >>> source = SourceText.of("a.yaml", 'title: Trump: "x"')
    >>> print(explain(source, ParserError("", "mapping values are not allowed here", None, (0, 12))))
    a.yaml:1:13: error[E003] a second colon on one line
        title: Trump: "x"
                    ^
        Try: put the value in quotes: title: 'Trump: "x"'
    """
    found = (rule(error, source) for rule in _RULES)
    mistake = next((mistake for mistake in found if mistake), None) or _misfit(error)
    return Problem(source.at(*mistake.at), mistake.code, mistake.message, mistake.hint)


def _open_quote(error: ParserError, source: SourceText) -> _Mistake | None:
    """A quotation mark that nothing closes."""
    at_the_end = re.search(r"end of stream|document separator", error.problem)
    if not (at_the_end and error.began and "quoted scalar" in error.context):
        return None
    mark = _from(source, error.began)[:1]
    message = f"the quotation mark {mark} that opens here is never closed"
    return _Mistake(error.began, message, f"close it with {mark} where the text ends")


def _late_quote(error: ParserError, source: SourceText) -> _Mistake | None:
    """A quotation mark that is closed by one meant to open another text, lines below."""
    line = error.at[0]
    if not error.quote or error.quote[0] == line or _before(source, error.at) not in ("'", '"'):
        return None
    mark = _from(source, error.quote)[:1]
    message = f"the text in quotes that begins here goes on to line {line + 1}"
    hint = f"close it with {mark} where the text ends; inside it use the other kind of mark"
    return _Mistake(error.quote, message, hint)


def _escape(error: ParserError, source: SourceText) -> _Mistake | None:
    r"""A backslash in double quotes, such as "C:\Users"."""
    if not re.search(r"escape|hexdecimal|hexadecimal", error.problem):
        return None
    line, column = error.at
    backslash = source.line(line).rfind("\\", 0, column + 1)
    word = _from(source, (line, backslash))[:2]
    if error.began and "Unicode" in error.problem:
        message = f"{word}... stands for a character that cannot be shown"
        return _Mistake(error.began, message, "write the character itself", "E009")
    hint = r"put the text in single quotes, or write \\ for a backslash and each character itself"
    return _Mistake((line, backslash), f"{word} does not belong in double quotes", hint)


def _open_bracket(error: ParserError, source: SourceText) -> _Mistake | None:
    """A list or mapping in brackets that is not closed, or lacks a comma."""
    if not error.bracket:
        return None
    line, _ = error.at
    rest = _from(source, error.at).strip()
    at_the_end = not rest and not any(below.strip() for below in source.lines[line + 1 :])
    if not (at_the_end or re.search(r"flow (sequence|mapping)", error.context)):
        return None
    bracket = _from(source, error.bracket)[:1]
    end = "}" if bracket == "{" else "]"
    hint = f"close it with {end}; text with brackets or commas of its own goes in quotes"
    if rest and line == error.bracket[0]:
        return _Mistake(error.at, f"a comma or the end of the bracket {bracket} is missing here", hint)
    message = f"the bracket {bracket} that opens here is not closed, or a comma is missing in it"
    return _Mistake(error.bracket, message, hint)


def _tab(error: ParserError, source: SourceText) -> _Mistake | None:
    """A tab in the indentation, or where the parser stopped."""
    line, column = error.at
    indent = re.match(r" *\t", source.line(line))
    if not indent and _from(source, error.at)[:1] != "\t":
        return None
    place = (line, indent.end() - 1 if indent else column)
    return _Mistake(
        place, f"a tab on line {line + 1}, where only spaces are allowed", "use spaces, two for each level"
    )


def _first_character(error: ParserError, source: SourceText) -> _Mistake | None:
    """A value that begins with a character that YAML keeps for itself."""
    said = f"{error.context} {error.problem}"
    place = error.began or error.at
    character = _from(source, place)[:1]
    if not (character and re.search(_RESERVED, said)):
        return None
    hint = _in_quotes(source, place)
    if what := _ON_THE_NEXT_LINE.get(character):
        hint = f"begin the {what} on the next line, or {hint}"
    return _Mistake(place, f"a value cannot begin with {character} unless it is in quotes", hint)


def _second_colon(error: ParserError, source: SourceText) -> _Mistake | None:
    """``title: Trump: "x"``"""
    line, column = error.at
    key = re.search(r":\s+", source.line(line))
    if not (_COLON in error.problem and key and key.end() <= column):
        return None
    return _Mistake(error.at, "a second colon on one line", _in_quotes(source, (line, key.end())))


def _no_space(error: ParserError, source: SourceText) -> _Mistake | None:
    """``title:x`` or ``-x``, which the parser notices on the line below."""
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
    fixed = f"{source.line(line)[: match.end()]} {_from(source, (line, match.end()))}".strip()
    name = "colon" if after == ":" else "dash"
    hint = f"write {fixed}" if len(fixed) <= _LONGEST_HINT else f'write "{after} " with a space'
    return _Mistake((line, match.end() - 1), f"a space is missing after the {name}", hint)


def _no_colon(error: ParserError, _: SourceText) -> _Mistake | None:
    """A line among fields that is not one."""
    if not (_KEY in error.context and error.began):
        return None
    hint = 'write "key: value"; if the line goes on with the text above, indent it by two spaces more'
    return _Mistake(error.began, "this line has no key", hint)


def _after_the_end(error: ParserError, source: SourceText) -> _Mistake | None:
    """``'It's'``, ``"He" said`` or ``[Exclusive] He said``."""
    if not re.search(r"expected (key|<block end>|'?<document start>)", error.problem):
        return None
    line = error.at[0]
    before = _before(source, error.at)
    key = re.match(r"[\s-]*([\w ]+: +)?", source.line(line))
    if not (key and before and before in "'\"]}"):
        return None
    name = "bracket" if before in "]}" else "quotation mark"
    return _Mistake(error.at, f"more text after the closing {name}", _in_quotes(source, (line, key.end())))


def _goes_on(error: ParserError, source: SourceText) -> _Mistake | None:
    """A field that is indented like more text of the field above; or such text with a colon in it."""
    if _COLON not in error.problem:
        return None
    line = error.at[0]
    indent = len(source.line(line)) - len(source.line(line).lstrip())
    hint = "begin a field in the same column as the one above; put text with a colon in quotes"
    return _Mistake((line, indent), "this line reads as more text of the line above, but has a colon", hint)


def _misfit(error: ParserError) -> _Mistake:
    """Whatever else it is, the parser stumbled over where something stands."""
    hint = "begin all fields of an event in the same column; indent what belongs to one by two spaces more"
    return _Mistake(error.at, "this does not fit the indentation of the lines above", hint)


#: The first that knows the mistake answers: what is left open comes before what it led to.
_RULES: tuple[Callable[[ParserError, SourceText], _Mistake | None], ...] = (
    _open_quote,
    _late_quote,
    _escape,
    _open_bracket,
    _tab,
    _first_character,
    _second_colon,
    _no_space,
    _no_colon,
    _after_the_end,
    _goes_on,
)

#: Words of the two parsers for one thing: a reserved character, a colon out of place, a line without one.
_RESERVED = (
    r"cannot start any token|an alias|an anchor|a tag|tag handle|block scalar|directive|incompatible YAML|"
    r"node content|(entries|keys) are not allowed"
)
_COLON = "mapping values are not allowed"
_KEY = "simple key"

#: What may stand behind these characters, but not on the same line.
_ON_THE_NEXT_LINE = {"-": "list", "|": "text", ">": "text"}

_LONGEST_HINT = 90


def _in_quotes(source: SourceText, value: Position) -> str:
    """The line with the value that begins there in quotes, without a comment."""
    line, column = value
    text = re.split(r"\s#", _from(source, value))[0].strip()
    key = source.line(line)[:column].strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    mark = "'" if '"' in text or "\\" in text else '"'
    if mark == "'":
        text = text.replace("'", "''")
    fixed = f"{key} {mark}{text}{mark}".strip()
    return f"put the value in quotes: {fixed}" if len(fixed) <= _LONGEST_HINT else "put the value in quotes"


def _from(source: SourceText, place: Position) -> str:
    """The rest of the line."""
    return source.line(place[0])[place[1] :]


def _before(source: SourceText, place: Position) -> str:
    """The last character before, spaces left out, on the same line; or ""."""
    return source.line(place[0])[: place[1]].rstrip()[-1:]
