"""Words become every honest reading, and nothing else."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.hostile import HOSTILE_PIECES, hostile_phrase
from timeline.dates import moments, published_day, resolve
from timeline.dates.edtf.notations import FORMS
from timeline.dates.english import centuries, holidays, parts_of_periods, qualifiers
from timeline.dates.english.absolute import POINTS, Point
from timeline.dates.english.clock import read_clock, read_span
from timeline.dates.english.ranges import JOINS, Join
from timeline.dates.english.relative import FORMS as RELATIVE
from timeline.dates.english.relative import anchored
from timeline.dates.english.relative.periods import FORMS as PERIODS
from timeline.dates.english.relative.weekday_phrases import FORMS as WEEKDAY_FORMS
from timeline.dates.english.spelling import RULES as SPELLING
from timeline.dates.english.spelling import tidied
from timeline.dates.languages import LANGUAGES
from timeline.dates.languages.relative_order import ONE
from timeline.dates.languages.word_order import RULES, in_english_order
from timeline.dates.rule import Form
from timeline.model import Moment, Precision, Resolution, When

TABLE = Path(__file__).parent / "dates.tsv"
MONDAY, WEDNESDAY = date(2025, 2, 17), date(2025, 2, 19)


def rows() -> list[list[str]]:
    """Language, publication day or "-", phrase, and the readings or the refusal."""
    lines = TABLE.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def answer(row: list[str]) -> Resolution:
    return resolve_once(row[2], row[1], row[0])


@cache
def resolve_once(phrase: str, published: str, language: str) -> Resolution:
    return resolve(phrase, published=day_of(published), language=language)


def day_of(published: str) -> date | None:
    return None if published == "-" else date.fromisoformat(published)


def edtf(found: Resolution) -> list[str]:
    return [when.edtf for when in found.readings]


def spelt(when: When) -> When:
    """All that a date says, without the words and the rule that read it."""
    return replace(when, words="", rule="")


def verdict(row: list[str]) -> str:
    """``right``, ``asked``, ``refused`` as the table has it, ``missed`` where it has more, or ``WRONG``."""
    found, expected = answer(row), row[3]
    if expected.startswith("refused: "):
        told = found.status == "refused" and expected.removeprefix("refused: ") in found.reason
        return "refused" if told and found.hint else "WRONG"
    if " or ".join(edtf(found)) == expected:
        return "asked" if " or " in expected else "right"
    return "WRONG" if found.status == "exact" else "missed"


@cache
def verdicts_of_the_table() -> dict[tuple[str, ...], str]:
    return {tuple(row): verdict(row) for row in rows()}


def test_every_phrase_of_the_table_has_exactly_its_readings() -> None:
    verdicts = verdicts_of_the_table()
    figures = Counter(verdicts.values())
    print({name: figures[name] for name in ("right", "asked", "refused", "WRONG")})  # noqa: T201 - with -s
    others = [(row, answer(list(row))) for row, found in verdicts.items() if found in ("WRONG", "missed")]
    assert not others, f"{figures}\n" + "\n".join(map(str, others))
    assert len(verdicts) == len(rows()) >= 650
    assert len({row[0].split("-")[0] for row in rows()}) >= 20


@pytest.mark.parametrize(
    "stranger", ["not {}", "before {}", "{} xyz", "99999 {}", "{} 99999", "{} ..", "– {}", "{}/.. /"]
)
def test_no_word_or_number_is_dropped_in_silence(stranger: str) -> None:
    read = [row for row in rows() if not row[3].startswith("refused") and row[2][-1] != "/"]
    strange = [
        [language, published, stranger.format(phrase), ""] for language, published, phrase, _ in read
    ]
    assert [row for row in strange if answer(row).readings] == []


@pytest.mark.parametrize(
    "form",
    [
        *FORMS,
        *POINTS,
        *parts_of_periods.FORMS,
        *centuries.FORMS,
        *holidays.FORMS,
        *JOINS,
        *RELATIVE,
        *PERIODS,
        *WEEKDAY_FORMS,
    ],
    ids=lambda form: form.example,
)
def test_every_rule_reads_its_own_example(form: Form[Any] | Point | Join) -> None:
    found = resolve(form.example, published=WEDNESDAY)
    assert {when.rule for when in found.readings} == {form.name}


@pytest.mark.parametrize("form", qualifiers.FORMS, ids=lambda form: form.example)
def test_every_wrapper_leaves_a_date_in_its_own_example(form: Form[Any]) -> None:
    around = form.compiled.fullmatch(tidied(form.example))
    assert around
    assert resolve(around["rest"], published=WEDNESDAY).readings
    assert resolve(form.example, published=WEDNESDAY).readings


@pytest.mark.parametrize("rule", SPELLING, ids=lambda rule: rule[2])
def test_every_rule_of_spelling_holds_for_its_own_example(
    rule: tuple[str, str | Callable[[re.Match[str]], str], str, str],
) -> None:
    assert tidied(rule[2]) == re.sub(rule[0], rule[1], rule[2]) == rule[3]


@pytest.mark.parametrize("rule", [*RULES, *ONE], ids=lambda rule: rule[2])
def test_every_rule_of_word_order_holds_for_its_own_example(rule: tuple[str, str, str, str]) -> None:
    assert in_english_order(rule[2], one=rule in ONE) == rule[3]


SUMMIT = When(Moment.day(MONDAY), Moment.day(date(2025, 2, 18)))


@pytest.mark.parametrize(
    "form", [*anchored.LATER, *anchored.EARLIER, *anchored.SAME], ids=lambda form: form.example
)
def test_every_rule_that_counts_from_an_event_reads_its_own_example(form: Form[Any]) -> None:
    assert {when.rule for when in resolve(form.example, anchor=SUMMIT).readings} == {form.name}
    assert resolve(form.example).status == "refused"


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
    ("words", "zone", "day"),
    [
        ("2025-02-17T16:00", "Europe/Paris", "2025-02-17T16:00:00+01:00"),
        ("2025-02-17T23:30Z", "Europe/Paris", "2025-02-18T00:30:00+01:00"),
        ("2025-02-17T22:57Z", "Europe/Kyiv", "2025-02-18T00:57:00+02:00"),
        ("17 February 2025, 23:30 GMT", "Asia/Kolkata", "2025-02-18T05:00:00+05:30"),
        ("18 February 2025, 03:00 UTC", "America/New_York", "2025-02-17T22:00:00-05:00"),
        ("18 February 2025, 00:57 Europe/Kyiv", "Europe/Paris", "2025-02-17T23:57:00+01:00"),
        ("18 February 2025, 00:57 Kyiv time", "Europe/Paris", "2025-02-17T23:57:00+01:00"),
        ("17 July 2025, 23:30 CEST", "Europe/Kyiv", "2025-07-18T00:30:00+03:00"),
        ("2025-10-26T02:30+01:00", "Europe/Paris", "2025-10-26T02:30:00+01:00"),
        ("17 February 2025", "Asia/Tokyo", "2025-02-17"),
    ],
)
def test_a_clock_time_of_another_zone_moves_to_that_of_the_event(words: str, zone: str, day: str) -> None:
    assert edtf(resolve(words, zone=zone)) == [day]


def test_a_clock_time_that_summer_time_leaps_over_is_refused() -> None:
    assert resolve("2025-03-30T02:30", zone="Europe/Paris").reason == (
        "the clocks of Europe/Paris leap over 02:30 on 2025-03-30"
    )


TWICE = ["2025-10-26T02:30:00+02:00", "2025-10-26T02:30:00+01:00"]


@pytest.mark.parametrize(
    ("words", "language", "readings"),
    [
        ("2025-10-26T02:30", "en", TWICE),
        ("26 October 2025, 02:30", "en", TWICE),
        ("26 October 2025, 02:30 Paris time", "en", TWICE),
        ("26 octobre 2025 à 2h30", "fr", TWICE),
        ("26 October 2025, 02:30 CET", "en", TWICE[1:]),
        ("26 October 2025, 02:30 UTC+2", "en", TWICE[:1]),
        ("2025-10-26T00:30Z", "en", TWICE[:1]),
        ("2025-10-26T02:30/..", "en", [f"{each}/.." for each in TWICE]),
        (
            "2025-10-26T02:30/2025-10-26T04:00",
            "en",
            [f"{each}/2025-10-26T04:00:00+01:00" for each in TWICE],
        ),
        ("26 October 2025, 01:00-02:30", "en", [f"2025-10-26T01:00:00+02:00/{each}" for each in TWICE]),
        (f"{TWICE[0]}/2025-10-26T02:15+01:00", "en", [f"{TWICE[0]}/2025-10-26T02:15:00+01:00"]),
    ],
)
def test_the_hour_that_clocks_show_twice_has_two_readings_unless_an_offset_tells(
    words: str, language: str, readings: list[str]
) -> None:
    found = resolve(words, zone="Europe/Paris", language=language)
    assert edtf(found) == readings
    for when in found.readings:
        assert [spelt(each) for each in resolve(when.edtf, zone="Europe/Paris").readings] == [spelt(when)]


def test_a_span_within_the_hour_that_comes_twice_has_each_way_that_goes_forward() -> None:
    found = resolve("2025-10-26T02:10/2025-10-26T02:50", zone="Europe/Paris")
    assert edtf(found) == [
        "2025-10-26T02:10:00+02:00/2025-10-26T02:50:00+02:00",
        "2025-10-26T02:10:00+02:00/2025-10-26T02:50:00+01:00",
        "2025-10-26T02:10:00+01:00/2025-10-26T02:50:00+01:00",
    ]
    assert resolve("2025-10-26T02:30+01:00/2025-10-26T02:45+02:00", zone="Europe/Paris").reason == (
        "it ends before it begins"
    )


def test_an_offset_says_which_hour_only_where_nothing_else_does() -> None:
    (alone,) = resolve("2025-02-17T16:00+01:00").readings
    (placed,) = resolve("2025-02-17T16:00+01:00", zone="Europe/Paris").readings
    assert (alone.start.offset, placed.start.offset) == (timedelta(hours=1), None)
    assert published_day("2025-02-17T23:30Z").readings[0].first == MONDAY
    assert published_day("2025-02-17T23:30Z", zone="Europe/Kyiv").readings[0].first == date(2025, 2, 18)


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


def test_what_an_event_lacks_nothing_counts_from() -> None:
    until, since = (resolve(text).readings[0] for text in ("../2025-02-17", "2025-02-17/"))
    assert edtf(resolve("two days later", anchor=until)) == ["2025-02-19"]
    assert edtf(resolve("the day before", anchor=since)) == ["2025-02-16"]
    assert resolve("the day before", anchor=until).reason == "that event has no known start"
    assert resolve("two days later", anchor=since).reason == "that event has no known end"
    assert resolve("the same week", anchor=since).reason == "that event has no known end"


def test_an_offset_with_seconds_is_that_of_the_nearest_minute() -> None:
    (noon,) = resolve("1850-01-01T12:00", zone="America/New_York").readings
    assert noon.edtf == "1850-01-01T12:00:00-04:56"
    assert [each.edtf for each in resolve(noon.edtf, zone="America/New_York").readings] == [noon.edtf]


@pytest.mark.parametrize("zone", ["Mars/Base", "../etc/passwd", "\0", "Europe"])
def test_an_unknown_zone_is_refused_by_name(zone: str) -> None:
    assert resolve("2025-02-17", zone=zone).reason == f'there is no time zone "{zone}"'


@pytest.mark.parametrize(
    ("words", "published"),
    [("tomorrow", date.max), ("last Monday", date.min), ("in 999 years", WEDNESDAY.replace(year=9900))],
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


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("16:00", time(16)), ("4 pm", time(16)), ("4pm", time(16)), ("4.30 p.m.", time(16, 30)),
        ("noon", time(12)),
        ("12 am", time(0)), ("12:05 pm", time(12, 5)), ("09.15", time(9, 15)), ("24:00", None),
        ("25:00", None), ("16:60", None), ("13 pm", None), ("0 am", None), ("16", None), ("", None),
        ("٤ pm", None),
    ],
)  # fmt: skip
def test_a_clock_time_is_on_the_dial_or_is_none(words: str, clock: time | None) -> None:
    assert read_clock(words) == clock


def test_a_span_of_the_clock_has_two_good_ends() -> None:
    assert read_span("16:00/19:00") == (time(16), time(19))
    assert read_span("4 pm – 7 pm") == (time(16), time(19))
    assert read_span("4–7 pm") == (time(16), time(19))
    assert read_span("11-1 pm") == (time(11), time(13))
    assert read_span("2:00-4:00 pm") == (time(14), time(16))
    assert read_span("11:00-1:00 pm") == (time(11), time(13))
    assert read_span("16:00") == (time(16), None)
    assert read_span("16:00/24:00") is None
    assert read_span("16:00/") is None


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
@settings(deadline=None, max_examples=500)  # the first phrase that is not English loads dateparser
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


@given(st.integers(1583, 4000))
def test_western_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    found = holidays.easter(year)
    assert (found.weekday(), date(year, 3, 22) <= found <= date(year, 4, 25)) == (6, True)


def test_the_table_reads_the_same_in_any_zone_and_locale_of_the_machine() -> None:
    script = "from tests.dates.test_dates import verdicts_of_the_table as table; print([*table().values()])"
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
        cwd=TABLE.parent.parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert elsewhere == f"{[*verdicts_of_the_table().values()]}\n"


def test_an_english_date_needs_no_dateparser() -> None:
    script = (
        "import sys; from timeline.dates import resolve; resolve('17 February 2025'); "
        "resolve('17. Februar 2025', language='de'); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
