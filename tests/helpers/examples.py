"""How many examples a test of Hypothesis tries: few in everyday runs, many more in CI."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import settings

#: Whether this is a run in CI, where a test that tries many cases tries more of them.
IS_CI = os.environ.get("CI") == "true"
#: Examples of a test that asks for no other number.
EXAMPLES = 100 if IS_CI else 15


Case = TypeVar("Case")


def some_of(cases: Sequence[Case], most: int) -> Sequence[Case]:
    """All cases in CI; elsewhere at most so many, evenly spread, so that the quick tests stay quick."""
    return cases if IS_CI else cases[:: max(1, -(-len(cases) // most))]


def examples(times: float) -> settings:
    """Tries so many times the usual number of examples."""
    return settings(max_examples=round(times * EXAMPLES))
