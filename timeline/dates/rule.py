"""A rule for reading dates: the row type of every family's table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

Build = TypeVar("Build", bound=Callable[..., object])


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
