"""The usual forms of a date, which are tried first, are read as the tables of all forms read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.examples import examples
from timeline.dates import edtf, english
from timeline.dates.context import Context
from timeline.dates.english.spelling import tidied
from timeline.dates.english.vocabulary import MONTHS, WEEKDAYS
from timeline.dates.refused import Refused
from timeline.dates.written_calendar import in_calendar
from timeline.model import When

calendars = st.sampled_from(["gregorian", "julian"])
years = st.integers(0, 9999).map("{:04}".format)
numbers = st.integers(0, 33)
#: Days, and numbers that no calendar has.
in_numbers = st.builds("{}-{:02}-{:02}".format, years, st.integers(0, 13), numbers)
months = st.sampled_from(sorted(MONTHS)).map(str.title)
day_first = st.builds("{} {} {}".format, numbers, months, years)
month_first = st.builds("{} {}{} {}".format, months, numbers, st.sampled_from([",", ""]), years)
weekdays = st.sampled_from(["", *WEEKDAYS]).map(str.title)
in_words = st.builds(
    lambda weekday, comma, day: f"{weekday}{comma} {day}".lstrip(", "),
    weekdays,
    st.sampled_from([",", ""]),
    day_first | month_first,
)


@st.composite
def nearly(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """Such a text with one character more, less or changed."""
    text = draw(texts)
    at, instead = draw(st.integers(0, len(text))), draw(st.sampled_from([*" -/,.:;'[]{}?~TXYSaZ0123", ""]))
    return f"{text[:at]}{instead}{text[at + draw(st.integers(0, 1)) :]}"


def answer(read: Callable[[], tuple[When, ...] | None]) -> object:
    """Its readings without their words, or the reason and the hint of its refusal."""
    try:
        return [(when.start, when.end, when.rule) for when in read() or ()]
    except Refused as refusal:
        return type(refusal), refusal.reason, refusal.hint
    except OverflowError:  # the last days of the Julian year 9999 are Gregorian ones of 10000
        return OverflowError


def same_in_edtf(text: str) -> bool:
    return answer(lambda: edtf.read(text)) == answer(lambda: edtf.read_any(text))


def same_in_english(phrase: str, calendar: str) -> bool:
    context = Context(calendar=calendar)  # also there, since what was read in a context is remembered
    found = answer(lambda: english.read(phrase, context))
    return found == answer(lambda: english.read_tidied(tidied(phrase), context))


@given(st.dates(date(1583, 1, 1)), calendars)
@examples(4)
def test_every_day_in_numbers_is_that_day(day: date, calendar: str) -> None:
    with in_calendar(calendar):
        assert same_in_edtf(str(day))
    (when,) = edtf.read(str(day)) or ()
    assert (when.first, when.last, when.words, when.rule) == (day, day, str(day), "ISO day")


@given(in_numbers | in_words | nearly(in_numbers) | nearly(in_words), calendars)
@examples(8)
def test_what_is_nearly_a_day_is_read_or_refused_as_all_notations_are(text: str, calendar: str) -> None:
    with in_calendar(calendar):
        assert same_in_edtf(text)


@given(in_words, calendars)
@examples(8)
def test_a_usual_day_in_english_is_read_or_refused_as_the_rules_have_it(phrase: str, calendar: str) -> None:
    with in_calendar(calendar):
        assert same_in_english(phrase, calendar)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("17 February, 1500", "its last four digits may be a year or a clock time"),
        ("Tuesday, 17 February 2025", "17 February 2025 is a Monday, not a Tuesday"),
        ("February 30, 2025", "February 2025 has 28 days"),
    ],
)
def test_a_day_that_contradicts_the_calendar_or_may_be_a_time_is_refused(phrase: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        english.read(phrase, Context())
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    "text", ["20XX", "1XXX", "12S3", "Y12000", "[2020", "jan]", "2020/..", "XXXX-02", "{May", "ab/Y12000"]
)
def test_what_begins_or_ends_as_a_notation_is_not_taken_for_prose(text: str) -> None:
    assert answer(lambda: edtf.read(text))
    assert same_in_edtf(text)
