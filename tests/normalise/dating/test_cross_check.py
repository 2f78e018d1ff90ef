"""No source differs from the date of an event unnoticed, and no words contradict themselves."""

from __future__ import annotations

from datetime import date

import pytest

from tests.helpers.event_files import EVENT, SOURCE, Normalised, an_event, reported, source
from timeline.dates import resolve

PUBLISHED = date(2025, 2, 20)


@pytest.mark.parametrize(
    ("words", "language", "reason"),
    [
        ("Monday 18 February 2025", "en", "18 February 2025 is a Tuesday, not a Monday"),
        ("lundi 18 février 2025", "fr", "18 February 2025 is a Tuesday, not a Monday"),
        ("Mon 02/18/2025", "en", "18 February 2025 is a Tuesday, not a Monday"),
        ("31 June - 2 July 2025", "en", "June has 30 days"),
        ("2025-02-30", "en", "February 2025 has 28 days"),
        ("2025-366", "en", "2025 has 365 days"),
        ("2025-W54", "en", "2025 has no such week"),
        ("30 February", "en", "February 2025 has 28 days"),
    ],
)
def test_words_that_contradict_the_calendar_are_known_as_such(
    words: str, language: str, reason: str
) -> None:
    found = resolve(words, language=language, published=PUBLISHED)
    assert (found.readings, found.reason, found.is_contradiction) == ((), reason, True)


@pytest.mark.parametrize("words", ["soon after", "Monday 18 February", "1850", "Tuesday", "31 x 2025"])
def test_words_that_are_not_understood_or_leave_out_the_year_contradict_nothing(words: str) -> None:
    assert not resolve(words, published=PUBLISHED).is_contradiction


@pytest.mark.parametrize(("words", "is_contradiction"), [("30 February", True), ("29 February", False)])
def test_a_day_that_no_year_has_needs_no_day_of_publication(words: str, is_contradiction: bool) -> None:
    assert resolve(words).is_contradiction == is_contradiction


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Monday 18 February 2025", "18 February 2025 is a Tuesday, not a Monday"),
        ("30 February", "no year has such a day"),
    ],
)
@pytest.mark.parametrize("other", ["", "  says: 18 February 2025\n"])
def test_a_source_that_contradicts_itself_is_an_error_even_where_the_date_is_known(
    normalised: Normalised, words: str, reason: str, other: str
) -> None:
    other_source = "- url: https://www.example.org/2\n  publisher: Other News\n" + other
    text = EVENT + "date: 2025-02-18\n" + source(says=words) + other_source
    _, problems = normalised(a=text)
    assert [(str(each.location), each.code, each.message) for each in problems] == [
        ("a.yaml:7:9", "E012", f'says "{words}": {reason}')
    ]


@pytest.mark.parametrize("accessed", [{}, {"accessed": "2025-03-01"}])
@pytest.mark.parametrize("words", ["Monday 18 February 2025", "30 February", "2025-02-30"])
def test_a_day_of_publication_that_contradicts_itself_is_an_error(
    normalised: Normalised, words: str, accessed: dict[str, str]
) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-18\n" + source(published=words, **accessed))
    assert reported(outcome) == [("a.yaml:7:14", "E015")]


@pytest.mark.parametrize("words", ["Monday 18 February 2025", "30 February", "2025-02-30"])
def test_a_date_that_contradicts_itself_is_an_error(normalised: Normalised, words: str) -> None:
    assert reported(normalised(a=f"{EVENT}date: {words}\n{SOURCE}")) == [("a.yaml:3:7", "E012")]


def test_words_that_are_merely_not_understood_stay_a_warning(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-18\n" + source(published="2025-02-20", says="soon after"))
    assert reported(outcome) == [("a.yaml:8:9", "W002")]
    assert an_event(outcome).when.edtf == "2025-02-18"
