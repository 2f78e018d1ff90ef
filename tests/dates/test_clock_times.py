"""Clock times: their zones, the hour that comes twice, and the dial."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from tests.dates.phrases import MONDAY, edtf, spelt
from timeline.dates import published_day, resolve
from timeline.dates.english.clock import read_clock, read_span


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


@pytest.mark.parametrize(
    ("words", "zone", "day"),
    [
        ("17 February 2025, 2:13 p.m. EST", "America/New_York", "2025-02-17T14:13:00-05:00"),
        ("17 February 2025, 2:13 p.m. EST", "America/Chicago", "2025-02-17T13:13:00-06:00"),
        ("17 February 2025, 10 a.m. ET", "Europe/Kyiv", "2025-02-17T17:00:00+02:00"),
        ("17 July 2025, 10 a.m. Pacific time", "America/New_York", "2025-07-17T13:00:00-04:00"),
        ("17 July 2025, 4pm BST", "Europe/London", "2025-07-17T16:00:00+01:00"),
        ("17 February 2025, 4pm IST", "Asia/Kolkata", "2025-02-17T16:00:00+05:30"),
        ("17 February 2025, 4pm IST", "Asia/Jerusalem", "2025-02-17T16:00:00+02:00"),
        ("17 July 2025, 4pm IST", "Europe/Dublin", "2025-07-17T16:00:00+01:00"),
        ("17 February 2025, 4pm CST", "Asia/Shanghai", "2025-02-17T16:00:00+08:00"),
        ("17 February 2025, 4pm CST", "America/Havana", "2025-02-17T16:00:00-05:00"),
        ("17 February 2025, 4pm PST", "Asia/Manila", "2025-02-17T16:00:00+08:00"),
        ("17 July 2025, 4pm MST", "America/Phoenix", "2025-07-17T16:00:00-07:00"),
        ("2230 GMT on 17 February 2025", "Europe/Paris", "2025-02-17T23:30:00+01:00"),
    ],
)
def test_letters_that_countries_share_are_those_of_the_country_of_the_event(
    words: str, zone: str, day: str
) -> None:
    assert edtf(resolve(words, zone=zone)) == [day]


@pytest.mark.parametrize(
    ("words", "zone", "language"),
    [
        ("17 February 2025, 4pm EST", "", "en"),  # of several countries
        ("17 February 2025, 4pm EST", "Australia/Sydney", "en"),  # not of this one
        ("17 February 2025, 4pm ET", "Australia/Sydney", "en"),
        ("17 July 2025, 4pm EST", "America/Toronto", "en"),  # shown in a few towns only
        ("17 July 2025, 4pm MST", "America/Denver", "en"),
        ("17 February 2025, 4pm BST", "Europe/London", "en"),  # a time of summer
        ("17 February 2025, 4pm CST", "Asia/Shanghai", "en-US"),  # of both countries
    ],
)
def test_letters_that_are_not_certain_are_refused_with_what_to_write(
    words: str, zone: str, language: str
) -> None:
    found = resolve(words, zone=zone, language=language)
    assert (found.status, found.hint) == (
        "refused",
        "the offset from UTC, as in 16:00 +01:00, or the event's own `zone`",
    )


@pytest.mark.parametrize(
    ("words", "language", "zone", "day"),
    [
        ("17 February 2025 in Washington", "en", "America/New_York", "2025-02-17"),
        ("17 February 2025 in Washington", "en", "America/Chicago", "[2025-02-16..2025-02-17]"),
        ("17 February 2025 in Washington", "en", "Europe/Kyiv", "[2025-02-17..2025-02-18]"),
        ("the evening of 17 February 2025 in Washington", "en", "America/Chicago", "2025-02-17"),
        ("the evening of 17 February 2025 in Washington", "en", "Europe/Kyiv", "[2025-02-17..2025-02-18]"),
        ("17 February 2025 at 4 pm in Washington", "en", "Europe/Kyiv", "2025-02-17T23:00:00+02:00"),
        ("17 February 2025 in Washington at 4 pm", "en", "Europe/Kyiv", "2025-02-17T23:00:00+02:00"),
        ("北京时间2025年2月18日", "zh", "Asia/Shanghai", "2025-02-18"),
        ("北京时间2025年2月18日", "zh", "Europe/Paris", "[2025-02-17..2025-02-18]"),
        ("北京时间2025年2月18日02时", "zh", "Europe/Paris", "2025-02-17T19:00:00+01:00"),
        ("当地时间2025年2月18日", "zh", "Europe/Paris", "2025-02-18"),
    ],
)
def test_a_day_of_another_city_may_be_two_days_of_the_event(
    words: str, language: str, zone: str, day: str
) -> None:
    assert edtf(resolve(words, zone=zone, language=language)) == [day]


def test_a_clock_time_that_summer_time_leaps_over_is_refused() -> None:
    assert resolve("2025-03-30T02:30", zone="Europe/Paris").reason == (
        "the clocks of Europe/Paris skip 02:30 on 2025-03-30"
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


def test_an_offset_with_seconds_is_that_of_the_nearest_minute() -> None:
    (noon,) = resolve("1850-01-01T12:00", zone="America/New_York").readings
    assert noon.edtf == "1850-01-01T12:00:00-04:56"
    assert [each.edtf for each in resolve(noon.edtf, zone="America/New_York").readings] == [noon.edtf]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("16:00", time(16)), ("4 pm", time(16)), ("4pm", time(16)), ("4.30 p.m.", time(16, 30)),
        ("noon", time(12)), ("14h13", time(14, 13)),
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
