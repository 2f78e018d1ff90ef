"""Words that count from the date of another event."""

from __future__ import annotations

from datetime import time

import pytest

from tests.dates.phrases import MONDAY, SUMMIT, WEDNESDAY, edtf
from timeline.dates import moments, resolve
from timeline.model import Moment, Precision, When


@pytest.mark.parametrize(
    ("words", "readings"),
    [
        ("the day before", ["2025-02-16"]),
        ("on the eve of the Paris summit", ["2025-02-16"]),
        ("two days later", ["2025-02-20"]),
        ("three days before the summit", ["2025-02-14"]),
        ("the following Monday", ["2025-02-24"]),
        ("the Friday before", ["2025-02-14"]),
        ("a week after", ["2025-02-25~"]),
        ("the same week", ["[2025-02-17..2025-02-23]"]),
        ("later that day", ["[2025-02-17..2025-02-18]"]),
        ("two days after the meeting of 12 March", []),
        ("three hours later", []),
        ("yesterday", []),
    ],
)
def test_words_that_count_from_another_event(words: str, readings: list[str]) -> None:
    assert edtf(resolve(words, anchor=SUMMIT)) == readings


@pytest.mark.parametrize(
    ("language", "words", "day"),
    [
        ("de", "zwei Tage später", "2025-02-20"),
        ("fr", "la veille", "2025-02-16"),
        ("es", "al día siguiente", "2025-02-19"),
        ("uk", "наступного дня", "2025-02-19"),
        ("ja", "3日後", "2025-02-21"),
        ("he", "למחרת", "2025-02-19"),
    ],
)
def test_words_of_other_languages_count_from_an_event_and_from_nothing_else(
    language: str, words: str, day: str
) -> None:
    assert edtf(resolve(words, language=language, anchor=SUMMIT)) == [day]
    assert resolve(words, language=language, published=WEDNESDAY).status == "refused"


def test_what_counts_from_an_event_is_no_more_exact_than_it() -> None:
    february = When(moments.a_month(2025, 2))
    about = When(Moment(MONDAY, MONDAY, Precision.DAY, approximate=True))
    at_four = When(Moment.day(MONDAY, time(22, 15)))
    still_going_on = When(Moment.day(MONDAY), open_end=True)
    assert edtf(resolve("two days later", anchor=february)) == ["[2025-02-03..2025-03-02]"]
    assert edtf(resolve("two days later", anchor=about)) == ["2025-02-19~"]
    assert edtf(resolve("two days later", anchor=at_four)) == ["2025-02-19"]
    assert edtf(resolve("two hours later", anchor=at_four)) == ["2025-02-17", "2025-02-18"]
    assert resolve("two days later", anchor=still_going_on).reason == "that event is still going on"


def test_what_an_event_lacks_nothing_counts_from() -> None:
    until, since = (resolve(text).readings[0] for text in ("../2025-02-17", "2025-02-17/"))
    assert edtf(resolve("two days later", anchor=until)) == ["2025-02-19"]
    assert edtf(resolve("the day before", anchor=since)) == ["2025-02-16"]
    assert resolve("the day before", anchor=until).reason == "that event has no known start"
    assert resolve("two days later", anchor=since).reason == "that event has no known end"
    assert resolve("the same week", anchor=since).reason == "that event has no known end"
