"""How dates are read in one timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from timeline.dates import resolve
from timeline.language import family
from timeline.model import Resolution

#: `timeline.dates.resolve` with all that the words hang on, but for the tense.
Resolver = Callable[..., Resolution]


@dataclass(frozen=True)
class DateSettings:
    """How dates are read in a timeline: its language, and the order of day and month in numbers or ""."""

    language: str = "en"
    order: str = ""

    def resolver(self, language: str = "", read: Resolver = resolve, **more: Any) -> Resolver:
        """`resolve`, or ``read``, in that language or the timeline's, with ``more`` of its keywords."""
        return partial(read, language=family(language or self.language), order=self.order, **more)
