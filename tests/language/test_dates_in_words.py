"""Dates in words."""

from __future__ import annotations

import pytest

from timeline.dates import resolve
from timeline.language.dates import clock_in_words, spelled_out, when_in_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-02-17/..", "since 17 February 2025"),
        ("2025-02-17/", "from 17 February 2025 (end not known)"),
        ("../2025-02-17", "until 17 February 2025"),
        ("/2025-02~", "until about February 2025 (start not known)"),
        ("2024-24", "winter 2024–25"),
        ("1999-24", "winter 1999–2000"),
        ("2024-25/2024-28", "spring 2024 to winter 2024–25"),
    ],
)
def test_what_is_not_known_of_a_date_is_said(text: str, words: str) -> None:
    (when,) = resolve(text).readings
    assert when_in_words(when).replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("text", "zone", "clock"),
    [
        ("2025-02-17T23:30", "", "23:30"),
        ("2025-02-17T23:30Z", "", "23:30 UTC"),
        ("2025-02-17T16:00-03:30", "", "16:00 UTC−3:30"),
        ("17 February 2025, 16:00-18:00 UTC+1", "", "16:00–18:00 UTC+1"),
        ("2025-02-17T23:30-05:00/2025-02-18T05:00Z", "", "23:30 UTC−5 – 05:00 UTC"),
        ("2025-02-17T15:00Z", "Europe/Paris", "16:00"),
        ("2025-10-26T01:30Z", "Europe/Paris", "02:30 UTC+1"),
    ],
)
def test_a_clock_is_told_with_its_offset_where_no_zone_tells_it(text: str, zone: str, clock: str) -> None:
    (when,) = resolve(text, zone=zone).readings
    assert clock_in_words(when) == clock


def test_a_span_of_which_one_end_is_known_is_spelled_out_with_its_hour() -> None:
    (when,) = resolve("2025-02-17T16:00Z/").readings
    assert spelled_out(when) == "from Monday 17 February 2025, 16:00 UTC (end not known)"
