"""Explains why a file is not YAML, for people who do not know YAML.

The parser reports where it gave up and what it expected; people need to know where the mistake began and
what to write. Each rule looks at the error and at the line itself; the first that applies is used.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.model.problems import Problem
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_mistakes import delimiters, fields, odd_spaces
from timeline.reading.yaml_mistakes.mistake import Mistake, ParserError, Position
from timeline.reading.yaml_mistakes.odd_spaces import odd_space_on

__all__ = ["ParserError", "Position", "explain", "odd_space_on"]

#: The first rule that applies is used: a missing closing mark comes before the mistakes that it causes.
_RULES: tuple[Callable[[ParserError, SourceText], Mistake | None], ...] = (
    delimiters.unclosed_quote,
    delimiters.late_quote,
    delimiters.invalid_escape,
    delimiters.unclosed_bracket,
    odd_spaces.odd_space,
    fields.tab,
    fields.reserved_character,
    fields.second_colon,
    fields.missing_space,
    fields.missing_key,
    delimiters.text_after_quote,
    fields.misaligned_field,
)


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
    mistake = next((mistake for mistake in found if mistake), None) or _unexplained(error)
    return Problem(source.at(*mistake.at), mistake.code, mistake.message, mistake.hint)


def _unexplained(error: ParserError) -> Mistake:
    """The explanation if no rule applies: usually the indentation is wrong."""
    hint = "begin all fields of an event in the same column; indent what belongs to one by two spaces more"
    return Mistake(error.at, "this does not fit the indentation of the lines above", hint)
