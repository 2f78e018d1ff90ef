"""Words become every honest reading, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import time as stopwatch
from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import moments, resolve
from timeline.dates.clock import at_place, read_clock, read_span
from timeline.dates.counted import FEASTS
from timeline.dates.counted import FORMS as COUNTED
from timeline.dates.edtf import FORMS
from timeline.dates.english_points import POINTS, Point
from timeline.dates.forms import Form
from timeline.dates.joins import JOINS, Join
from timeline.dates.relative import FORMS as RELATIVE
from timeline.dates.weekday_words import FORMS as WEEKDAY_FORMS
from timeline.model import Moment, Precision, When

TABLE = Path(__file__).parent / "dates.tsv"
WEDNESDAY = date(2025, 2, 19)


def rows() -> list[list[str]]:
    """Language, publication day or "-", phrase, and the readings or the refusal."""
    lines = TABLE.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def verdict(language: str, published: str, phrase: str, expected: str) -> str:
    """``right``, ``asked`` or ``refused`` in vain, or ``wrong``: a false reading given as the only one."""
    day = None if published == "-" else date.fromisoformat(published)
    found = resolve(phrase, published=day, language=language)
    readings = " or ".join(when.edtf for when in found.readings)
    if expected.startswith("refused: "):
        as_told = found.status == "refused" and expected.removeprefix("refused: ") in found.reason
        return "right" if as_told and found.hint else "wrong"
    if readings == expected:
        return "right"
    return {"refused": "refused", "choice": "asked"}.get(found.status, "wrong")


def test_every_phrase_of_the_table_has_exactly_its_readings() -> None:
    verdicts = {tuple(row): verdict(*row) for row in rows()}
    others = [
        (found, row, resolve(row[2], published=_day(row[1]), language=row[0]))
        for row, found in verdicts.items()
        if found != "right"
    ]
    assert not others, f"{Counter(verdicts.values())}\n" + "\n".join(map(str, others))
    assert len(verdicts) == len(rows()) >= 200


@pytest.mark.parametrize(
    "stranger", ["not {}", "before {}", "{} xyz", "99 {}", "{} 99", "{} ..", "– {}", "{}/.. /"]
)
def test_no_word_or_number_is_dropped_in_silence(stranger: str) -> None:
    read = [row for row in rows() if not row[3].startswith("refused")]
    believed = [
        stranger.format(phrase)
        for language, published, phrase, _ in read
        if resolve(stranger.format(phrase), published=_day(published), language=language).readings
    ]
    assert believed == []


def _day(published: str) -> date | None:
    return None if published == "-" else date.fromisoformat(published)


@pytest.mark.parametrize(
    "form",
    [*FORMS, *POINTS, *COUNTED, *FEASTS, *JOINS, *RELATIVE, *WEEKDAY_FORMS],
    ids=lambda form: form.example,
)
def test_every_rule_reads_its_own_example(form: Form | Point | Join) -> None:
    found = resolve(form.example, published=WEDNESDAY)
    assert {when.rule for when in found.readings} == {form.name}


def test_a_reading_keeps_its_words_and_zone_and_names_its_rule() -> None:
    (when,) = resolve("  17 February 2025 ", zone="Europe/Paris").readings
    assert when == When(
        Moment.day(date(2025, 2, 17)), None, "17 February 2025", "day month year", "Europe/Paris"
    )


@pytest.mark.parametrize(
    ("words", "zone", "edtf"),
    [
        ("2025-02-17T16:00", "Europe/Paris", "2025-02-17T16:00:00+01:00"),
        ("2025-02-17T23:30Z", "Europe/Paris", "2025-02-18T00:30:00+01:00"),
        ("17 February 2025, 23:30 GMT", "Asia/Kolkata", "2025-02-18T05:00:00+05:30"),
        ("18 February 2025, 03:00 UTC", "America/New_York", "2025-02-17T22:00:00-05:00"),
        ("2025-10-26T02:30+01:00", "Europe/Paris", "2025-10-26T02:30:00+01:00"),
    ],
)
def test_a_clock_time_with_an_offset_moves_to_the_zone_of_the_event(
    words: str, zone: str, edtf: str
) -> None:
    assert [when.edtf for when in resolve(words, zone=zone).readings] == [edtf]


def test_a_clock_time_that_summer_time_leaps_over_is_refused() -> None:
    assert resolve("2025-03-30T02:30", zone="Europe/Paris").reason == (
        "the clocks of Europe/Paris leap over 02:30 on 2025-03-30"
    )


def test_a_clock_time_that_winter_time_repeats_is_refused_without_its_offset() -> None:
    assert resolve("2025-10-26T02:30", zone="Europe/Paris").reason == (
        "the clocks of Europe/Paris show 02:30 twice on 2025-10-26"
    )


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


def test_a_phrase_of_ten_thousand_characters_is_refused_at_once() -> None:
    begin = stopwatch.perf_counter()
    assert resolve("17 February " * 900).reason == "it is longer than 100 characters"
    assert stopwatch.perf_counter() - begin < 0.1


@pytest.mark.parametrize(
    "piece", ["(", "?", "-", "1 ", "to ", "on ", "about ", "1-", "a", "17-", "the night of "]
)
@pytest.mark.parametrize("language", ["en", "de"])
def test_a_hundred_hostile_characters_are_answered_quickly(piece: str, language: str) -> None:
    resolve("gestern", published=WEDNESDAY, language="de")  # loads dateparser
    begin = stopwatch.perf_counter()
    resolve((piece * 100)[:99] + "!", published=WEDNESDAY, language=language)
    assert stopwatch.perf_counter() - begin < 0.1


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
    assert read_span("2:00-4:00 pm") == (time(14), time(16))
    assert read_span("11:00-1:00 pm") == (time(11), time(13))
    assert read_span("16:00") == (time(16), None)
    assert read_span("16:00/24:00") is None
    assert read_span("16:00/") is None


FIRST_MINUTE, LAST_MINUTE = datetime(1900, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - given a zone later
ZONES = ["", "Europe/Paris", "Asia/Kolkata", "America/New_York", "Australia/Lord_Howe"]
days = st.dates(date(100, 1, 1), date(9000, 12, 31))
years = st.integers(100, 9000)
whole = st.one_of(
    days.map(Moment.day),
    st.builds(moments.a_month, years, st.integers(1, 12)),
    years.map(moments.a_year),
    st.builds(moments.a_quarter, years, st.integers(1, 4)),
    st.builds(moments.a_half, years, st.integers(1, 2)),
    st.builds(moments.a_season, years, st.sampled_from([3, 6, 9, 12])),
    years.map(lambda year: moments.a_decade(year // 10 * 10)),
    years.map(lambda year: moments.a_hundred_years(year // 100 * 100)),
    days.map(moments.a_week),
    st.builds(lambda day, more: moments.stretch(day, day + timedelta(more)), days, st.integers(1, 400)),
)
marked = st.builds(
    lambda moment, approximate, uncertain: Moment(
        moment.earliest, moment.latest, moment.precision, approximate, uncertain
    ),
    whole,
    st.booleans(),
    st.booleans(),
)


def spelt(when: When) -> tuple[Moment, Moment | None, Precision, bool]:
    return when.start, when.end, when.precision, when.open_end


@given(marked, marked, st.sampled_from(["one", "span", "open"]))
def test_the_edtf_spelling_of_a_date_reads_back_as_that_date(
    one: Moment, other: Moment, shape: str
) -> None:
    first, second = sorted([one, other], key=lambda moment: (moment.earliest, moment.latest))
    when = When(first, second if shape == "span" else None, open_end=shape == "open")
    found = resolve(when.edtf).readings
    assert [spelt(each) for each in found if each.rule != "two years"] == [spelt(when)]


@given(
    st.datetimes(FIRST_MINUTE, LAST_MINUTE),
    st.integers(0, 3000),
    st.sampled_from(ZONES),
)
def test_the_edtf_spelling_of_a_minute_reads_back_as_that_minute(
    begin: datetime, minutes: int, zone: str
) -> None:
    ends = begin + timedelta(minutes=minutes)
    start, end = (
        at_place(at.date(), at.time().replace(second=0, microsecond=0), timedelta(0), zone)
        for at in (begin, ends)
    )
    when = When(start, end, zone=zone)
    assert [spelt(found) for found in resolve(when.edtf, zone=zone).readings] == [spelt(when)]


WORDS = """
    17 18 0 31 2025 25 Feb february 2/2 17.02. Monday mon last next this to from between and or - – / .. [ ]
    ~ ? early mid- late c. about since overnight night of the week in ago days 4 pm 16:00 GMT IST Q1
    winter 's X Y %
    gestern février 月 年
"""
PIECES = st.sampled_from(WORDS.split())
phrases = (
    st.text(max_size=40)
    | st.lists(PIECES, max_size=6).map(" ".join)
    | st.lists(PIECES, max_size=5).map("".join)
)


@given(phrases, st.none() | st.dates(), st.sampled_from(["en", "de", "fr", "ja", "ar", "", "x", "EN_gb"]))
@settings(deadline=None)  # the first phrase that is not English loads dateparser
def test_no_phrase_raises_and_every_refusal_has_its_reason(
    words: str, published: date | None, language: str
) -> None:
    found = resolve(words, published=published, language=language)
    assert (found.status == "exact") == (not found.reason)
    assert [bool(when.edtf) and bool(when.rule) for when in found.readings] == [True] * len(found.readings)
    assert len({when.edtf for when in found.readings}) == len(found.readings)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["Monday", "Friday", "Sunday"]))
def test_a_weekday_is_the_publication_day_or_one_of_its_neighbours(published: date, name: str) -> None:
    found = [when.first for when in resolve(name, published=published).readings]
    assert {f"{day:%A}" for day in found} == {name}
    if f"{published:%A}" == name:
        assert found == [published]
    else:
        before, after = found
        assert before < published < after == before + timedelta(7)


def test_no_machine_zone_locale_or_today_enters_a_date() -> None:
    script = (
        "from datetime import date; from timeline.dates import resolve\n"
        "day = date(2025, 2, 19)\n"
        "said = {'17. Februar': 'de', 'gestern': 'de', '17 mars 2025': 'fr', 'Monday': 'en'}\n"
        "for words, tag in said.items():\n"
        "    print([when.edtf for when in resolve(words, published=day, language=tag).readings])\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "TZ": zone, "LC_ALL": locale},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for zone, locale in (
            ("Pacific/Kiritimati", "tr_TR.UTF-8"),
            ("Pacific/Pago_Pago", "C"),
            ("UTC", "de_DE"),
        )
    }
    assert outputs == {"['2025-02-17']\n['2025-02-18']\n['2025-03-17']\n['2025-02-17', '2025-02-24']\n"}


def test_an_english_date_needs_no_dateparser() -> None:
    script = (
        "import sys; from timeline.dates import resolve; resolve('17 February 2025'); "
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
