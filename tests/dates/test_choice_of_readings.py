"""The tense, a weekday and a clock time choose among the readings of a phrase, and never add one."""

from __future__ import annotations

import re
from datetime import date

import pytest
from babel.dates import get_day_names
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.phrases import day_of, edtf, rows
from tests.dates.test_dates_read_back import WRITTEN
from tests.helpers.examples import examples, some_of
from timeline.dates import resolve
from timeline.model import When


@pytest.mark.parametrize(
    ("words", "published", "tense", "reading"),
    [
        ("July 4", "2025-02-20", "past", "2024-07-04"),
        ("July 4", "2025-02-20", "future", "2025-07-04"),
        ("in July", "2025-02-20", "past", "2024-07"),
        ("December", "2025-11-07", "past", "2024-12"),
        ("December", "2025-11-20", "past", "2024-12"),
        ("December", "2025-11-20", "future", "2025-12"),
        ("Christmas Eve", "2025-08-05", "past", "2024-12-24"),
        ("17 February", "2025-02-20", "past", "2025-02-17"),
        ("17 February", "2025-02-20", "future", "2026-02-17"),
        ("February", "2025-02-20", "past", "2025-02"),
        ("February", "2025-02-20", "future", "2025-02"),
        ("the second quarter", "2025-02-20", "past", "2024-34"),
        ("the 1st", "2025-02-12", "past", "2025-02-01"),
        ("the 1st", "2025-02-12", "future", "2025-03-01"),
        ("the 28th", "2025-02-17", "past", "2025-01-28"),
        ("the 30th", "2025-03-02", "past", "2025-01-30"),
        ("the end of the month", "2025-02-17", "past", "[2025-01-21..2025-01-31]"),
        ("the end of the year", "2025-02-17", "past", "[2024-09-01..2024-12-31]"),
        ("10-12 July", "2025-02-20", "past", "2024-07-10/2024-07-12"),
        ("July 4 at 4 pm", "2025-02-20", "past", "2024-07-04T16:00:00"),
        ("Monday 16 December", "2025-11-20", "past", "2024-12-16"),
        ("from July", "2025-02-20", "past", "2024-07/.."),
        ("from July to date", "2025-02-20", "future", "2024-07/.."),
    ],
)
def test_a_tense_chooses_among_all_readings(words: str, published: str, tense: str, reading: str) -> None:
    assert edtf(resolve(words, published=day_of(published), tense=tense)) == [reading]


@pytest.mark.parametrize("tense", ["past", "future"])
def test_a_day_that_its_year_does_not_have_is_refused_in_every_tense(tense: str) -> None:
    found = resolve("29 February", published=date(2025, 3, 20), tense=tense)
    assert (found.status, found.reason) == ("refused", "February 2025 has 28 days")


def test_every_reading_is_the_last_one_and_the_next_unless_one_holds_the_day_of_publication() -> None:
    def every(words: str, published: date) -> list[str]:
        return edtf(resolve(words, published=published, every=True))

    assert every("17 February", date(2025, 2, 20)) == ["2025-02-17", "2026-02-17"]
    assert every("17 February", date(2025, 2, 17)) == ["2025-02-17"]
    assert every("the 17th", date(2025, 2, 20)) == ["2025-02-17", "2025-03-17"]
    assert every("29 February", date(2025, 3, 20)) == ["2024-02-29"]


#: A clock time as it follows a date, in each language.
CLOCKS = {
    "en": " at 16:00", "ar": " الساعة 16:00", "cs": " v 16:00", "da": " kl. 16", "de": " um 16 Uhr",
    "el": " στις 16:00", "es": " a las 16:00", "fa": " ساعت ۱۶", "fi": " klo 16", "fr": " à 16h",
    "he": " בשעה 16:00", "hu": " 16 órakor", "id": " pukul 16.00", "it": " alle 16:00", "ja": "16時",
    "ko": " 16시", "nb": " kl. 16", "nl": " om 16 uur", "pl": " o 16:00", "pt": " às 16h",
    "ro": " la ora 16", "ru": " в 16:00", "sv": " kl 16", "tr": " saat 16:00", "uk": " о 16:00",
    "vi": " 16:00", "zh": "16点",
}  # fmt: skip


def _within(when: When, others: tuple[When, ...]) -> bool:
    return any(other.first <= when.first and when.last <= other.last for other in others)


@pytest.mark.parametrize("language", CLOCKS)
def test_a_clock_time_stays_within_the_days_of_the_phrase(language: str) -> None:
    clocked, elsewhere = 0, []
    own = [row for row in rows() if row[0].split("-")[0] == language and not row[3].startswith("refused")]
    for tag, published, phrase, _ in some_of(own, 25):
        days = resolve(phrase, published=day_of(published), language=tag).readings
        for words in (phrase + CLOCKS[language], f"{CLOCKS[language].strip()} {phrase}"):
            found = resolve(words, published=day_of(published), language=tag).readings
            clocked += bool(found)
            elsewhere += [words for when in found if not _within(when, days)]
    assert elsewhere == []
    assert clocked >= 8, "the clock time of this language is hardly read"


def test_a_tense_only_removes_readings_and_each_is_of_one_tense_at_least() -> None:
    chosen = 0
    for tag, published, phrase, _ in some_of([row for row in rows() if row[1] != "-"], 350):
        usual, every, past, future = (
            set(resolve(phrase, published=day_of(published), language=tag, **choice).readings)
            for choice in ({}, {"every": True}, {"tense": "past"}, {"tense": "future"})
        )
        assert past | future <= every, phrase
        assert usual <= past | future, phrase
        chosen += bool(every) and past != future
    assert chosen >= 75


_YEAR = re.compile(r"[ -](?:de |năm )?\{y\}.*$|^\{y\}(?:년 |年|\. )")
_WEEKDAY_LAST = {"hu": "{date}, {weekday}", "tr": "{date} {weekday}", "zh": "{date}{weekday}"}


def name_of_weekday(number: int, language: str) -> str:
    names = get_day_names("wide", "stand-alone", "no" if language == "nb" else language)
    return str(names[number])


def without_year(day: date, language: str) -> str:
    """The day in the words of the language, such as "17 février"."""
    form, names = WRITTEN[language]
    months = names.split("|") if "|" in names else names.split()
    return _YEAR.sub("", form).format(d=day.day, m=months[day.month - 1])


@given(
    st.sampled_from(sorted(WRITTEN)),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    st.integers(0, 6),
)
@examples(2)
def test_a_weekday_beside_a_date_only_removes_readings(
    language: str, published: date, day: date, weekday: int
) -> None:
    alone = without_year(day, language)
    form = _WEEKDAY_LAST.get(language, "{weekday} {date}")
    beside = form.format(weekday=name_of_weekday(weekday, language), date=alone)
    every = resolve(alone, published=published, language=language, every=True).readings
    found = resolve(beside, published=published, language=language)
    days = {when.first for when in found.readings}
    assert days <= {when.first for when in every if when.first.weekday() == weekday}
    usual = resolve(alone, published=published, language=language).readings
    assert days >= {when.first for when in usual if when.first.weekday() == weekday}
    if not days and usual:
        assert " is a " in found.reason, (beside, found)


SOUTH_AND_NORTH = [
    "[2024-12-01..2025-02-28]",
    "[2025-06-01..2025-08-31]",
    "[2025-12-01..2026-02-28]",
]


@pytest.mark.parametrize(
    ("phrase", "language", "zone", "readings"),
    [
        ("summer 2025", "en", "Australia/Sydney", SOUTH_AND_NORTH),
        ("summer 2025", "en-GB", "Africa/Johannesburg", SOUTH_AND_NORTH),
        ("summer 2025", "en", "Australia/ACT", SOUTH_AND_NORTH),
        ("verano de 2025", "es", "America/Argentina/Buenos_Aires", SOUTH_AND_NORTH),
        ("verão de 2025", "pt", "America/Sao_Paulo", SOUTH_AND_NORTH),
        ("2025-22", "en", "Pacific/Auckland", SOUTH_AND_NORTH),
        ("summer 2025", "en-AU", "Europe/Paris", SOUTH_AND_NORTH),
        ("summer 2025", "en-AU", "Australia/Sydney", [SOUTH_AND_NORTH[0], SOUTH_AND_NORTH[2]]),
        ("autumn 2025", "en-AU", "", ["[2025-03-01..2025-05-31]"]),
        ("2025-26", "en", "Pacific/Auckland", ["2025/2026", "[2025-06-01..2025-08-31]"]),
        ("summer 2025", "en", "Asia/Tokyo", ["2025-22"]),
        ("summer 2025", "en", "UTC", ["2025-22"]),
        ("early 2025", "en", "Australia/Sydney", ["[2025-01-01..2025-04-30]"]),
    ],
)
def test_a_season_has_the_readings_of_each_hemisphere_that_it_may_be_of(
    phrase: str, language: str, zone: str, readings: list[str]
) -> None:
    found = resolve(phrase, language=language, zone=zone)
    assert [when.edtf for when in found.readings] == readings


@pytest.mark.parametrize("phrase", ["spring to summer 2025", "[2025-22, 2025-23]"])
def test_seasons_that_can_be_read_in_one_hemisphere_only_are_not_read_in_it_in_silence(phrase: str) -> None:
    found = resolve(phrase, zone="Australia/Sydney")
    assert found.reason == "its seasons may be those north or south of the equator"
