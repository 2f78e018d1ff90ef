"""Words become every honest reading, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.phrases import MONDAY, SUMMIT, WEDNESDAY, edtf
from tests.helpers.examples import examples
from tests.helpers.hostile import HOSTILE_PIECES, hostile_phrase
from timeline.dates import published_day, resolve
from timeline.dates.languages import LANGUAGES
from timeline.model import Moment, When


def test_a_tense_keeps_the_readings_of_its_side_and_the_day_of_publication() -> None:
    assert edtf(resolve("Tuesday", published=MONDAY, tense="past")) == ["2025-02-11"]
    assert edtf(resolve("Tuesday", published=MONDAY, tense="future")) == ["2025-02-18"]
    assert edtf(resolve("Monday", published=MONDAY, tense="past")) == ["2025-02-17"]
    assert edtf(resolve("Tuesday", tense="past", published=None)) == []
    assert resolve("yesterday", published=MONDAY, tense="future").reason == (
        "every reading lies before 2025-02-17, the day of publication; `tense` is future"
    )
    assert resolve("Tuesday", published=MONDAY, tense="present").reason == 'there is no tense "present"'


@pytest.mark.parametrize(
    ("words", "language", "order", "readings"),
    [
        ("03/04/2025", "en", "day-first", ["2025-04-03"]),
        ("03/04/2025", "en", "month-first", ["2025-03-04"]),
        ("03/04/2025", "de", "month-first", ["2025-03-04"]),
        ("02/13/2025", "en", "day-first", []),
        ("17/2", "en", "day-first", ["2025-02-17"]),
        ("2/17", "en", "month-first", ["2025-02-17"]),
        ("2025-03-04", "en", "day-first", ["2025-03-04"]),
    ],
)
def test_an_order_settles_dates_in_numbers(
    words: str, language: str, order: str, readings: list[str]
) -> None:
    assert edtf(resolve(words, published=WEDNESDAY, language=language, order=order)) == readings


@pytest.mark.parametrize(
    ("words", "language", "accessed", "readings"),
    [
        ("15 jam yang lalu", "id", None, []),
        ("15 jam yang lalu", "id", date(2025, 2, 28), ["2025-02-27", "2025-02-28"]),
        ("15 jam yang lalu", "id", datetime(2025, 2, 28, 9, 30), ["2025-02-27"]),  # noqa: DTZ001 - local
        ("15 hours ago", "en", datetime(2025, 2, 28, 16, 0), ["2025-02-28"]),  # noqa: DTZ001 - local
        ("Monday", "en", WEDNESDAY, ["2025-02-17"]),
        ("вчора", "uk", WEDNESDAY, ["2025-02-18"]),
        ("17 February 2025", "en", None, ["2025-02-17"]),
        ("two weeks ago", "en", WEDNESDAY, []),
        ("tomorrow", "en", WEDNESDAY, []),
        ("February 2025", "en", None, []),
    ],
)
def test_a_day_of_publication_in_words_counts_from_the_day_of_access(
    words: str, language: str, accessed: date | None, readings: list[str]
) -> None:
    assert edtf(published_day(words, accessed=accessed, language=language)) == readings


def test_a_reading_keeps_its_words_and_zone_and_names_its_rule() -> None:
    (when,) = resolve("  17 February 2025 ", zone="Europe/Paris").readings
    assert when == When(Moment.day(MONDAY), None, "17 February 2025", "day month year", "Europe/Paris")


@pytest.mark.parametrize(
    ("text", "tense", "status"),
    [
        ("../2025-02-20", "past", "exact"),
        ("/2025-02-20", "future", "exact"),
        ("2025-02-12/", "future", "exact"),
        ("2025-02-20/", "past", "refused"),
        ("../2025-02-12", "future", "refused"),
    ],
)
def test_a_span_without_an_end_reaches_every_day_on_that_side(text: str, tense: str, status: str) -> None:
    assert resolve(text, published=WEDNESDAY, tense=tense).status == status
    assert published_day(text, accessed=date(2025, 2, 28)).status == "refused"


@pytest.mark.parametrize("zone", ["Mars/Base", "../etc/passwd", "\0", "Europe"])
def test_an_unknown_zone_is_refused_by_name(zone: str) -> None:
    assert resolve("2025-02-17", zone=zone).reason == f'there is no time zone "{zone}"'


@pytest.mark.parametrize(
    ("words", "published"),
    [("tomorrow", date.max), ("next Monday", date.max), ("in 999 years", WEDNESDAY.replace(year=9900))],
)
def test_what_lies_beyond_the_calendar_is_refused(words: str, published: date) -> None:
    assert resolve(words, published=published).status == "refused"


def test_several_readings_are_told_with_the_way_to_choose() -> None:
    found = resolve("03/04/2025")
    assert (found.status, found.reason) == ("choice", "it can be read in 2 ways")
    assert found.hint == "the one that is meant: 2025-03-04 or 2025-04-03"


@pytest.mark.parametrize(
    ("words", "language"),
    [("ce matin-là", "fr"), ("entre le 12 et le 16 ou bien", "fr"), ("gestern", "en")],
)
def test_what_is_not_read_is_not_taken_for_english_letters_and_may_be_of_another_language(
    words: str, language: str
) -> None:
    found = resolve(words, language=language)
    assert found.reason == "these words are not read as a date"
    assert "`language`" in found.hint


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_a_phrase_of_ten_thousand_characters_is_refused_for_its_length(language: str) -> None:
    assert resolve("17 February " * 900, language=language).reason == "it is longer than 100 characters"


@pytest.mark.parametrize("piece", HOSTILE_PIECES)
@pytest.mark.parametrize("language", ["en", "de", "es", "ja"])
def test_a_hundred_hostile_characters_are_refused(piece: str, language: str) -> None:
    assert resolve(hostile_phrase(piece), published=WEDNESDAY, language=language).status == "refused"


WORDS = """
    17 18 0 31 2025 25 Feb february 2/2 17.02. Monday mon last next this to from between and or - – / .. [ ]
    { } ~ ? early mid- late c. about since overnight night of the week in ago days 4 pm 16:00 GMT IST Q1
    winter 's X Y % first half weekend year month later before Easter
    gestern février 月 年 日 de le 17日 mañana תמול في вчора tháng lalu
"""
PIECES = st.sampled_from(WORDS.split())
phrases = (
    st.text(max_size=40)
    | st.lists(PIECES, max_size=6).map(" ".join)
    | st.lists(PIECES, max_size=5).map("".join)
)
LANGUAGE_TAGS = ["en", "de", "fr", "ja", "ar", "fa", "he", "ko", "vi", "id", "", "x", "EN_gb"]


@given(
    phrases,
    st.none() | st.dates(),
    st.sampled_from(LANGUAGE_TAGS),
    st.sampled_from([None, SUMMIT]),
    st.sampled_from(["", "past", "future"]),
    st.sampled_from(["", "day-first", "month-first"]),
)
@examples(5)
def test_no_phrase_raises_and_every_refusal_has_its_reason(  # noqa: PLR0913, PLR0917 - the keywords
    words: str, published: date | None, language: str, anchor: When | None, tense: str, order: str
) -> None:
    found = resolve(words, published=published, language=language, anchor=anchor, tense=tense, order=order)
    assert (found.status == "exact") == (not found.reason)
    assert [bool(when.edtf) and bool(when.rule) for when in found.readings] == [True] * len(found.readings)
    assert len(set(edtf(found))) == len(found.readings)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_a_weekday_is_the_publication_day_or_one_of_its_neighbours(published: date, name: str) -> None:
    found = [when.first for when in resolve(name, published=published).readings]
    assert {f"{day:%A}" for day in found} == {name}
    if f"{published:%A}" == name:
        assert found == [published]
    else:
        before, after = found
        assert before < published < after == before + timedelta(7)


def test_an_english_date_needs_no_dateparser() -> None:
    script = (
        "import sys; from timeline.dates import resolve; resolve('17 February 2025'); "
        "resolve('17. Februar 2025', language='de'); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
