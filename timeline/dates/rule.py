"""A rule for reading dates: the row type of every family's table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

Build = TypeVar("Build", bound=Callable[..., object])
Row = TypeVar("Row")


class Explanation(NamedTuple):
    """How a rule gets from words to a date, as a sentence for the reader of a page.

    ``text`` is a `message`. It must be true of every phrase that the rule reads, and has no gaps to fill,
    so that it can be put into any language. ``counted`` is set where the text itself names the day from
    which the date is counted; after the others, a note on the day of publication is added where the words
    leave the year open.
    """

    text: str
    counted: bool = False


@dataclass(frozen=True)
class Rule(Generic[Build]):
    """One way to write a date.

    ``name`` becomes `When.rule`. ``pattern`` is a regular expression for the whole phrase. ``example`` is a
    phrase that the rule reads; the tests check that it does. ``build`` makes the date from the match.
    Without an ``explanation`` the reading keeps the rule of the date inside the phrase ("on Monday").
    """

    name: str
    pattern: str
    example: str
    build: Build
    explanation: Explanation | None = None

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled pattern; use it with ``fullmatch``."""
        return re.compile(self.pattern)


def matching(rules: Iterable[Rule[Build]], phrase: str) -> tuple[Rule[Build], re.Match[str]] | None:
    """The first rule that matches the whole of ``phrase``, and the match.

    >>> rule = Rule("year", r"(\\d{4})", "2025", int)
    >>> matching([rule], "2025")[0].name
    'year'
    """
    for rule in rules:
        found = rule.compiled.fullmatch(phrase)
        if found:
            return rule, found
    return None


class Table(Generic[Row]):
    """Rows with a pattern each, compiled into one: to try them all takes little longer than to try one.

    The patterns have no named groups.

    >>> Table({r"(\\d{4})": "year", r"(\\d{4})-(\\d{2})": "month"}).fullmatch("2025-02")
    ('month', ('2025', '02'))
    """

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self._compiled = re.compile("|".join(f"(?P<row_{at}>{each})" for at, each in enumerate(rows)))
        begins = [*self._compiled.groupindex.values(), self._compiled.groups + 1]
        self._rows = {
            begin: (row, range(begin, end))
            for begin, end, row in zip(begins, begins[1:], rows.values(), strict=False)
        }

    def fullmatch(self, text: str) -> tuple[Row, tuple[str, ...]] | None:
        """The first row whose pattern fits the whole text, and the groups of the pattern."""
        found = self._compiled.fullmatch(text)
        if found is None:
            return None
        row, groups = self._rows[found.lastindex or 0]
        return row, found.group(0, *groups)[2:]
