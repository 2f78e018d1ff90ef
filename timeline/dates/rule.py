"""A row of a table of rules: the one shape that all families share."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

Build = TypeVar("Build", bound=Callable[..., object])


@dataclass(frozen=True)
class Form(Generic[Build]):
    """A way to write a date: its name, pattern, an example (which is its test), and what it comes to."""

    name: str
    pattern: str
    example: str
    build: Build

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, which must match the whole phrase."""
        return re.compile(self.pattern)


def matching(forms: Iterable[Form[Build]], words: str) -> tuple[Form[Build], re.Match[str]] | None:
    """The first form that matches the whole of ``words``, and the match.

    >>> form = Form("year", r"(\\d{4})", "2025", int)
    >>> matching([form], "2025")[0].name
    'year'
    """
    for form in forms:
        found = form.compiled.fullmatch(words)
        if found:
            return form, found
    return None
