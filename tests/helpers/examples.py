"""How many examples a test of Hypothesis tries: few in everyday runs, four times as many in CI."""

from __future__ import annotations

import os

from hypothesis import settings

#: Whether this is a run in CI, where a test that tries many cases tries more of them.
IS_CI = os.environ.get("CI") == "true"
#: Examples of a test that asks for no other number.
EXAMPLES = 100 if IS_CI else 25


def examples(times: float) -> settings:
    """Tries so many times the usual number of examples."""
    return settings(max_examples=round(times * EXAMPLES))
