"""Days before the year 1 count, compare and are named as those after it."""

from __future__ import annotations

import pickle
from datetime import MAXYEAR, date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import resolve
from timeline.language import Language
from timeline.language.dates import when_in_words
from timeline.model.day import CYCLE_DAYS, CYCLE_YEARS, Day, EarlyDay, day_of, from_ordinal, plus

FIRST, LAST = EarlyDay(-9999, 1, 1).toordinal(), date.max.toordinal()
DAYS = st.integers(FIRST, LAST).map(from_ordinal)


@given(DAYS, DAYS)
def test_days_of_any_year_compare_and_subtract_like_their_numbers(one: Day, other: Day) -> None:
    numbers = one.toordinal(), other.toordinal()
    assert (one < other, one == other, one >= other) == (
        numbers[0] < numbers[1],
        numbers[0] == numbers[1],
        numbers[0] >= numbers[1],
    )
    assert (one - other).days == numbers[0] - numbers[1]
    assert (hash(one) == hash(other)) or one != other


@given(st.integers(FIRST, 0))
def test_a_day_has_the_weekday_and_place_of_the_day_one_cycle_later(number: int) -> None:
    day, later = from_ordinal(number), from_ordinal(number + CYCLE_DAYS)
    assert (day.month, day.day, day.weekday()) == (later.month, later.day, later.weekday())
    assert later.year - day.year == CYCLE_YEARS
    assert day.toordinal() == number
    assert plus(day, 1).toordinal() == number + 1


def test_the_year_1_follows_1_bc_without_a_year_between() -> None:
    assert day_of(0, 12, 31) + timedelta(1) == date(1, 1, 1)
    assert plus(date(1, 1, 1), -1) == EarlyDay(0, 12, 31)


@pytest.mark.parametrize("numbers", [(-10000, 1, 1), (0, 13, 1), (-1, 2, 29), (0, 1, 0), (1, 1, 1)])
def test_there_are_no_days_before_10000_bc_and_none_that_the_calendar_lacks(
    numbers: tuple[int, int, int],
) -> None:
    with pytest.raises(ValueError, match=r"is not from|there is no month|has no day"):
        EarlyDay(*numbers)


def test_counting_ends_at_10000_bc_and_at_9999() -> None:
    for beyond in (FIRST - 1, LAST + 1):
        with pytest.raises(OverflowError):
            from_ordinal(beyond)


def test_a_day_cannot_be_changed_but_copied() -> None:
    ides = EarlyDay(-43, 3, 15)
    with pytest.raises(AttributeError):
        ides.year = 2025  # type: ignore[misc]  # as mypy says too
    assert pickle.loads(pickle.dumps(ides)) == ides  # noqa: S301  our own bytes
    assert ides.replace(day=1).isoformat() == "-0043-03-01"


@given(
    st.integers(-9999, MAXYEAR), st.integers(1, 12), st.integers(1, 28), st.sampled_from(["en", "de", "ru"])
)
def test_a_day_of_any_year_reads_back_from_edtf_and_from_its_words(
    year: int, month: int, number: int, language: str
) -> None:
    day = day_of(year, month, number)
    (when,) = resolve(day.isoformat()).readings
    assert (when.first, when.last, when.edtf) == (day, day, day.isoformat())
    words = when_in_words(when, Language(language)).replace("\xa0", " ")
    assert [reading.first for reading in resolve(words, language=language).readings] == [day], words
