"""Clock times of events: their zones, hours that clocks leap over or show twice, hours in dispute."""

from __future__ import annotations

from datetime import date

import pytest

from tests.helpers.event_files import (
    EVENT,
    PARIS_TIME,
    SOURCE,
    TUESDAY,
    Normalised,
    an_event,
    reported,
    source,
    sources,
)


@pytest.mark.parametrize(("words", "language"), [("15 hours ago", "en"), ("15 jam yang lalu", "id")])
@pytest.mark.parametrize(("clock", "day"), [("T09:30", "2025-02-17"), ("T16:30", "2025-02-18")])
def test_hours_before_a_clock_time_of_access_are_of_one_day(
    normalised: Normalised, words: str, language: str, clock: str, day: str
) -> None:
    said = source(published=words, language=language, accessed=f"2025-02-18{clock}", says=day)
    event = an_event(normalised(a=EVENT + said))
    assert event.sources[0].published == date.fromisoformat(day)
    assert event.sources[0].published_as == words


def test_a_clock_time_is_read_in_the_zone_of_its_source_and_may_change_the_day(
    normalised: Normalised,
) -> None:
    said = source(published="2025-02-18", zone="Europe/Kyiv", says="18 February 2025, 00:57")
    event = an_event(normalised(a=EVENT + "zone: Europe/Paris\ndate: 2025-02-17\n" + said))
    reading = event.sources[0].reading
    assert reading is not None
    assert reading.edtf == "2025-02-17T23:57:00+01:00"
    assert event.sources[0].zone == "Europe/Kyiv"


def test_an_evening_in_utc_is_the_next_day_in_kyiv(normalised: Normalised) -> None:
    kyiv = "zone: Europe/Kyiv\n"
    by_zone = source(zone="UTC", says="17 February 2025, 22:57")
    by_offset = source(says="2025-02-17T22:57Z")
    for said in (by_zone, by_offset):
        assert an_event(normalised(a=EVENT + kyiv + said)).when.edtf == "2025-02-18T00:57:00+02:00"


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("30 March 2025, 00:30", "2025-03-29T23:30:00+00:00"),
        ("30 March 2025, 03:30", "2025-03-30T02:30:00+01:00"),
        ("26 October 2025, 04:30", "2025-10-26T03:30:00+00:00"),
    ],
)
def test_zones_keep_summer_time_each_on_its_own_night(
    normalised: Normalised, words: str, edtf: str
) -> None:
    said = source(zone="Europe/Paris", says=words)
    assert an_event(normalised(a=EVENT + "zone: Europe/London\n" + said)).when.edtf == edtf


def test_an_hour_that_came_twice_where_it_was_printed_leaves_two(normalised: Normalised) -> None:
    said = source(zone="Europe/Paris", says="'26 October 2025, 02:30'")
    outcome = normalised(a=EVENT + "zone: America/New_York\n" + said)
    assert [code for _, code in reported(outcome)] == ["E013"]


@pytest.mark.parametrize(
    ("date_text", "clock", "edtf"),
    [
        ("2025-02-17T23:30Z", "", "2025-02-17T23:30:00Z"),
        ("2025-02-17T23:30Z", "time: 23:30\n", "2025-02-17T23:30:00Z"),
        ("17 February 2025, 16:00-18:00 UTC+1", "", "2025-02-17T16:00:00+01:00/2025-02-17T18:00:00+01:00"),
    ],
)
def test_an_hour_of_no_known_place_keeps_its_offset(
    normalised: Normalised, date_text: str, clock: str, edtf: str
) -> None:
    event = an_event(normalised(a=f"{EVENT}date: {date_text}\n{clock}{SOURCE}"))
    assert event.when.edtf == edtf


@pytest.mark.parametrize(
    ("zone", "says", "codes"),
    [
        ("", "2025-02-18T00:30+01:00", []),
        ("Europe/Kyiv", "'18 February 2025, 01:30'", []),
        ("Europe/Kyiv", "'17 February 2025, 23:30'", ["E014"]),
        ("", "'17 February 2025, 22:00 GMT'", ["E014"]),
        ("", "'17 February 2025, 23:30'", []),
        ("Europe/Kyiv", "2025-02-17", []),
    ],
)
def test_hours_of_no_known_place_are_compared_by_the_instant(
    normalised: Normalised, zone: str, says: str, codes: list[str]
) -> None:
    said = source(zone=zone, says=says) if zone else source(says=says)
    outcome = normalised(a=f"{EVENT}date: 2025-02-17T23:30Z\n{said}")
    assert [code for _, code in reported(outcome) if code.startswith("E")] == codes


def test_events_of_a_day_follow_the_instant_where_every_offset_is_known(normalised: Normalised) -> None:
    files = {
        "late": "date: 2025-02-17T16:00Z\n",
        "early": "date: 2025-02-17T16:30\nzone: Europe/Kyiv\n",
        "middle": "date: 2025-02-17T10:00-05:00\n",
    }
    timeline, problems = normalised(**{name: EVENT + dated + SOURCE for name, dated in files.items()})
    assert timeline is not None, problems
    assert [event.id for event in timeline.events] == ["early", "middle", "late"]


def test_hours_after_an_event_are_shown_by_its_clocks_where_no_others_are_known(
    normalised: Normalised,
) -> None:
    counted = EVENT + "date: {after: summit, by: 3 hours}\n" + SOURCE
    for dated, edtf in (
        ("date: 2025-02-17T22:30Z\n", "2025-02-18T01:30:00Z"),
        ("date: 2025-02-17T22:30\nzone: Europe/Paris\n", "2025-02-18T01:30:00+01:00"),
    ):
        timeline, problems = normalised(a=counted, summit=EVENT + dated + SOURCE)
        assert timeline is not None, problems
        assert timeline.events[1].when.edtf == edtf


@pytest.mark.parametrize("says", ["2025-10-26T02:30", "'26 October 2025, 02:30'"])
def test_the_hour_that_comes_twice_is_asked_about_however_it_is_written(
    normalised: Normalised, says: str
) -> None:
    place = EVENT + "zone: Europe/Paris\n"
    assert [code for _, code in reported(normalised(a=place + f"date: {says}\n" + SOURCE))] == ["E013"]
    assert [code for _, code in reported(normalised(a=place + source(says=says)))] == ["E013"]
    dated = f"date: 2025-10-26T02:30+01:00\n{source(says=says)}"
    event = an_event(normalised(a=place + dated))
    assert event.sources[0].reading is not None
    assert event.sources[0].reading.edtf == event.when.edtf == "2025-10-26T02:30:00+01:00"
    assert [other.edtf for other in event.sources[0].others] == ["2025-10-26T02:30:00+02:00"]


def test_a_date_without_a_clock_time_never_moves(normalised: Normalised) -> None:
    said = source(published="2025-02-18", zone="Pacific/Auckland", says="18 February 2025")
    assert an_event(normalised(a=EVENT + "zone: America/New_York\n" + said)).when.start == TUESDAY


@pytest.mark.parametrize(
    ("date_text", "clock", "edtf"),
    [
        ("2025-02-17", "16:00", "2025-02-17T16:00:00"),
        ("2025-02-17", "16:00/19:00", "2025-02-17T16:00:00/2025-02-17T19:00:00"),
        ("2025-02-17/2025-02-18", "23:00/01:00", "2025-02-17T23:00:00/2025-02-18T01:00:00"),
        ("2025-02-17/2025-02-18", "23:00", "2025-02-17T23:00:00/2025-02-18"),
    ],
)
def test_a_time_is_put_to_its_day(normalised: Normalised, date_text: str, clock: str, edtf: str) -> None:
    text = f"{EVENT}date: {date_text}\ntime: {clock}\n{SOURCE}"
    assert an_event(normalised(a=text)).when.edtf == edtf


@pytest.mark.parametrize(
    ("date_text", "clock"),
    [
        ("2025-02", "16:00"),
        ("2025-02-17~", "16:00"),
        ("2025-02-17", "25:00"),
        ("2025-02-17", "23:00/01:00"),
        ("2025-02-17T15:00", "16:00"),
        ("2025-02-17/..", "16:00/17:00"),
    ],
)
def test_a_time_that_cannot_stand_on_its_date_is_a_fault(
    normalised: Normalised, date_text: str, clock: str
) -> None:
    text = f"{EVENT}date: {date_text}\ntime: {clock}\n{SOURCE}"
    assert reported(normalised(a=text)) == [("a.yaml:4:7", "E015")]


def test_the_zone_is_the_events_own_or_that_of_its_first_place(normalised: Normalised) -> None:
    places = "[{name: Riyadh, zone: Asia/Riyadh}, {name: Kyiv, zone: Europe/Kyiv}]"
    text = EVENT + "date: 2025-02-17\nplace: [Kyiv, Riyadh]\n" + SOURCE
    assert an_event(normalised(_places=places, a=text)).when.zone == "Europe/Kyiv"
    assert an_event(normalised(_places=places, a=text + "zone: UTC\n")).when.zone == "UTC"


def test_events_of_one_day_with_clock_times_follow_the_clock_after_those_that_have_none(
    normalised: Normalised,
) -> None:
    def on_monday(name: str, *lines: str) -> str:
        return "\n".join([f"- id: {name}", "  date: 2025-02-17", *(f"  {line}" for line in lines), ""])

    rest = ("title: Talks", "track: Talks", SOURCE.strip())
    timeline, _ = normalised(
        a=on_monday("late", "time: 20:00", "zone: Asia/Riyadh", *rest)
        + on_monday("untimed", *rest)
        + on_monday("early", "time: 16:00", "zone: Asia/Riyadh", *rest)
        + on_monday("far-away", "time: 11:30", "zone: America/New_York", *rest),
        b=EVENT + "date: 2025-02\n" + SOURCE,
    )
    assert timeline is not None
    assert [event.id for event in timeline.events] == ["b", "untimed", "early", "far-away", "late"]


def test_a_time_that_the_clocks_leap_over_is_a_fault_with_a_reason(normalised: Normalised) -> None:
    _, problems = normalised(a=PARIS_TIME + "date: 2025-03-30\ntime: 02:30\n" + SOURCE)
    assert [(str(problem.location), problem.code, problem.message) for problem in problems] == [
        (
            "a.yaml:5:7",
            "E015",
            'time "02:30" does not exist in Europe/Paris on 2025-03-30: the clocks skip 02:30',
        )
    ]


def test_a_time_that_the_clocks_show_twice_is_asked_about(normalised: Normalised) -> None:
    _, problems = normalised(a=PARIS_TIME + "date: 2025-10-25/2025-10-26\ntime: 22:00/02:30\n" + SOURCE)
    assert [(problem.code, problem.message, problem.hint) for problem in problems] == [
        (
            "E015",
            'time "22:00/02:30" occurs twice in Europe/Paris on 2025-10-26',
            (
                "without time, date: 2025-10-25T22:00:00+02:00/2025-10-26T02:30:00+02:00, "
                "or date: 2025-10-25T22:00:00+02:00/2025-10-26T02:30:00+01:00"
            ),
        )
    ]


@pytest.mark.parametrize("offset", ["+02:00", "+01:00"])
@pytest.mark.parametrize("more", ["", "time: 02:30\n"])
def test_an_offset_says_which_of_the_two_is_meant(normalised: Normalised, offset: str, more: str) -> None:
    stamp = f"2025-10-26T02:30:00{offset}"
    assert an_event(normalised(a=PARIS_TIME + f"date: {stamp}\n{more}{SOURCE}")).when.edtf == stamp


@pytest.mark.parametrize(
    ("date_text", "clock"),
    [
        ("2025-02-17T16:00/2025-02-17T18:00", "16:00/19:00"),
        ("2025-02-17T16:00/2025-02-17T18:00", "15:00"),
        ("2025-02-17T16:00", "17:00"),
    ],
)
def test_a_time_beside_another_one_is_written_once(
    normalised: Normalised, date_text: str, clock: str
) -> None:
    _, problems = normalised(a=f"{EVENT}date: {date_text}\ntime: {clock}\n{SOURCE}")
    assert [(problem.code, problem.hint) for problem in problems] == [("E015", "write the time once")]


def test_a_date_and_a_time_that_cannot_be_read_are_told_in_one_run(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "date: Juni\ntime: 25:00\n" + SOURCE)
    assert reported(outcome) == [("a.yaml:3:7", "E012"), ("a.yaml:4:7", "E015")]


@pytest.mark.parametrize("dated", ["date: 2025-02-17T16:00\n", "date: 2025-02-17\ntime: 16:00\n"])
@pytest.mark.parametrize(
    ("says", "codes"),
    [
        ("17 February 2025 at 10 am", ["E014"]),
        ("17 February 2025 at 4 pm", []),
        ("17 February 2025 at 4-7 pm", []),
        ("17 February 2025", []),
    ],
)
def test_a_disagreement_in_the_hour_is_a_disagreement(
    normalised: Normalised, dated: str, says: str, codes: list[str]
) -> None:
    said = source(published="2025-02-17", says=f"'{says}'")
    found = reported(normalised(a=EVENT + dated + said))
    assert [code for _, code in found if code != "W003"] == codes


def test_a_disputed_hour_is_shown_beside_the_events_own(normalised: Normalised) -> None:
    said = sources(("2025-02-17", "17 February 2025 at 10 am"), ("2025-02-17", "Monday at 16:00"))
    dispute = "disputed: {about: date, text: Papers differ on the hour.}\n"
    event = an_event(normalised(a=EVENT + "date: 2025-02-17\ntime: 16:00\n" + dispute + said))
    assert event.when.edtf == "2025-02-17T16:00:00"
    assert not event.sources[0].agrees


@pytest.mark.parametrize(("says", "fits"), [("5 pm", True), ("7.30 pm", False), ("3 pm to 5 pm", False)])
def test_an_hour_within_a_span_of_the_clock_agrees(normalised: Normalised, says: str, fits: bool) -> None:
    said = source(says=f"17 February 2025, {says}")
    outcome = normalised(a=EVENT + "date: 2025-02-17\ntime: 16:00/19:00\n" + said)
    assert ("E014" not in {code for _, code in reported(outcome)}) is fits


@pytest.mark.parametrize(
    ("says", "fits"),
    [("21:07", True), ("9:07 pm", True), ("21:07:53", True), ("21:07:12", False), ("21:08", False)],
)
def test_seconds_are_kept_and_a_source_may_leave_them_out(
    normalised: Normalised, says: str, fits: bool
) -> None:
    said = source(says=f"17 February 2025, {says}")
    outcome = normalised(a=EVENT + "date: 2025-02-17\ntime: 21:07:53\n" + said)
    assert ("E014" not in {code for _, code in reported(outcome)}) is fits
    if fits:
        assert an_event(outcome).when.edtf == "2025-02-17T21:07:53"


def test_two_sources_with_two_hours_settle_nothing(normalised: Normalised) -> None:
    said = sources(("2025-02-17", "17 February 2025 at 10 am"), ("2025-02-17", "17 February 2025 at 4 pm"))
    assert [code for _, code in reported(normalised(a=EVENT + said))] == ["E014"]
