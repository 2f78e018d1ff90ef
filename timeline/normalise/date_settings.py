"""How dates are read in one timeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
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
        self,
        language: str = "",
        *,
        zone: str = "",
        published: date | None = None,
        calendar: str = "",
        hemisphere: str = "",
    ) -> AnchoredResolver:
        """`resolve` for that language, or else the timeline's."""
        return partial(
            resolve,
            language=language or self.language,
            order=self.order,
            zone=zone,
            published=published,
            calendar=calendar,
            hemisphere=hemisphere,
        )

    def resolver_about(
        self, language: str, *, zone: str, published: date, calendar: str = "", hemisphere: str = ""
    ) -> AnchoredResolver:
        """Like `resolver`, for a day of publication that is only inferred.

        Words are read as on that day, the day before and the day after, so that relative words have the
        readings of all three.
        """
        days = [published + timedelta(days=step) for step in (0, -1, 1)]
        read_on = partial(self.resolver, language, zone=zone, calendar=calendar, hemisphere=hemisphere)
        resolvers = [read_on(published=day) for day in days]

        def resolve_about(
            text: str, /, *, tense: str = "", every: bool = False, anchor: When | None = None
        ) -> Resolution:
            return _merged([each(text, tense=tense, every=every, anchor=anchor) for each in resolvers])

        return resolve_about

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


def _merged(found: Sequence[Resolution]) -> Resolution:
    """Every reading once, the earliest first; without any, the first refusal."""
    readings = {
        replace(each, rule=""): each for resolution in reversed(found) for each in resolution.readings
    }
    if not readings:
        return found[0]
    ordered = tuple(sorted(readings.values(), key=lambda when: (when.first, when.last)))
    return replace(found[0], readings=ordered, is_contradiction=False)
