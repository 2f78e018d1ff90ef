"""How dates are read in one timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from timeline.dates import published_day, resolve
from timeline.model import Resolution, When


class Resolver(Protocol):
    """Reads the words of a date; ``tense`` and ``every`` are as in `timeline.dates.resolve`."""

    def __call__(self, text: str, /, *, tense: str = ..., every: bool = ...) -> Resolution:
        """Every reading of ``text``."""


class AnchoredResolver(Protocol):
    """A `Resolver` that can also count from the date of another event, ``anchor``."""

    def __call__(
        self, text: str, /, *, tense: str = ..., every: bool = ..., anchor: When | None = ...
    ) -> Resolution:
        """Every reading of ``text``."""


@dataclass(frozen=True)
class DateSettings:
    """The timeline's language, and the order of day and month in numeric dates ("" if not set)."""

    language: str = "en"
    order: str = ""

    def resolver(
        self, language: str = "", *, zone: str = "", published: date | None = None
    ) -> AnchoredResolver:
        """`resolve` for that language, or else the timeline's."""
        return partial(
            resolve,
            language=language or self.language,
            order=self.order,
            zone=zone,
            published=published,
        )

    def publication_resolver(
        self, language: str, *, zone: str, accessed: date | None
    ) -> Callable[[str], Resolution]:
        """`published_day` for that language, or else the timeline's."""
        return partial(
            published_day,
            language=language or self.language,
            order=self.order,
            zone=zone,
            accessed=accessed,
        )
