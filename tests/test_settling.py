"""How the date of an event is settled: by its own words, its sources, clocks, zones and other events."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.event_files import (
    EVENT,
    MONDAY,
    PARIS_TIME,
    SOURCE,
    TUESDAY,
    Normalised,
    an_event,
    node,
    source,
    sources,
    told,
)
from timeline.normalise import normalise
from timeline.records import Document


def test_a_monday_paper_that_says_tuesday_leaves_two_days_open(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + sources(("2025-02-17", "Tuesday")))
    assert outcome[0] is None
    problem = outcome[1][0]
    assert (str(problem.location), problem.code) == ("a.yaml:4:86", "E013")
    assert problem.message == "the sources leave open Tue 2025-02-11 or Tue 2025-02-18"
    assert problem.hint == "date: 2025-02-11, or date: 2025-02-18"


@pytest.mark.parametrize(
    "settled_by",
    [
        "date: 2025-02-18\n" + sources(("2025-02-17", "Tuesday")),
        sources(("2025-02-17", "Tuesday"), ("2025-02-19", "yesterday")),
        sources(("2025-02-17", "Tuesday"), ("2025-03-10", "between 15 and 20 February 2025")),
    ],
)
def test_what_settles_it_is_a_date_or_another_source(normalised: Normalised, settled_by: str) -> None:
    assert an_event(normalised(a=EVENT + settled_by)).when.start == TUESDAY


@pytest.mark.parametrize(("tense", "day"), [("past", "2025-02-11"), ("future", "2025-02-18")])
def test_the_tense_of_a_source_settles_it_too(normalised: Normalised, tense: str, day: str) -> None:
    said = source(published="2025-02-17", says="Tuesday", tense=tense)
    assert an_event(normalised(a=EVENT + said)).when.edtf == day


@pytest.mark.parametrize("tense", ["past", "future"])
def test_the_day_of_publication_is_of_either_tense(normalised: Normalised, tense: str) -> None:
    said = source(published="2025-02-17", says="Monday", tense=tense)
    assert an_event(normalised(a=EVENT + said)).when.start == MONDAY


def test_a_tense_is_past_or_future(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + source(published="2025-02-17", says="Monday", tense="present"))
    assert told(outcome) == [("a.yaml:8:10", "E023")]


def test_a_date_in_the_wrong_tense_is_a_fault(normalised: Normalised) -> None:
    said = source(published="2025-02-17", says="yesterday", tense="future")
    assert told(normalised(a=EVENT + said)) == [("a.yaml:7:9", "E012")]


@pytest.mark.parametrize(
    ("settled_by", "decided"),
    [
        ("date: 2025-02-18\n" + sources(("2025-02-17", "Tuesday")), "date"),
        (sources(("2025-02-17", "Tuesday"), ("2025-02-19", "yesterday")), "sources"),
        (source(published="2025-02-17", says="Tuesday", tense="future"), "tense"),
    ],
)
def test_what_else_the_words_could_mean_is_kept_with_what_decided(
    normalised: Normalised, settled_by: str, decided: str
) -> None:
    source = an_event(normalised(a=EVENT + settled_by)).sources[0]
    assert [other.edtf for other in source.others] == ["2025-02-11"]
    assert source.decided == decided


def test_a_month_as_date_does_not_decide_between_two_of_its_days(normalised: Normalised) -> None:
    event = an_event(normalised(a=EVENT + "date: 2025-02\n" + sources(("2025-02-17", "Tuesday"))))
    assert event.sources[0].decided == ""


def test_a_month_that_holds_both_readings_settles_nothing(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + sources(("2025-02-17", "Tuesday"), ("2025-03-10", "February 2025")))
    assert [code for _, code in told(outcome)] == ["E013"]


def test_a_month_stays_a_month(normalised: Normalised) -> None:
    event = an_event(normalised(a=EVENT + sources(("2025-03-10", "February 2025"))))
    assert event.when.edtf == "2025-02"
    assert event.when.rule.startswith("from the sources: ")


def test_sources_that_speak_of_different_days_settle_nothing(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + sources(("2025-02-17", "today"), ("2025-02-18", "today")))
    assert [(problem.code, problem.message) for problem in problems] == [
        ("E014", 'the sources do not agree on a date: "today" is Mon 2025-02-17; "today" is Tue 2025-02-18')
    ]


def test_a_date_that_no_reading_of_a_source_fits_is_a_fault(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 2025-02-17\n" + sources(("2025-02-17", "Tuesday")))
    assert [(str(problem.location), problem.code, problem.message) for problem in problems] == [
        (
            "a.yaml:5:86",
            "E014",
            'says "Tuesday" is Tue 2025-02-11 or Tue 2025-02-18, but date is Mon 2025-02-17',
        )
    ]


def test_a_dispute_lets_a_source_differ_and_keeps_its_nearest_reading(normalised: Normalised) -> None:
    text = (
        EVENT + "date: 2025-02-17\ndisputed: One paper has Tuesday.\n" + sources(("2025-02-17", "Tuesday"))
    )
    source = an_event(normalised(a=text)).sources[0]
    assert not source.agrees
    assert source.reading is not None
    assert source.reading.start == TUESDAY


def test_a_source_may_speak_of_one_day_of_a_span(normalised: Normalised) -> None:
    event = an_event(normalised(a=EVENT + "date: 17-18 February 2025\n" + sources(("2025-02-17", "today"))))
    assert (event.when.start, event.when.end) == (MONDAY, TUESDAY)
    assert event.sources[0].agrees


def test_a_span_is_not_an_uncertainty(normalised: Normalised) -> None:
    text = EVENT + "date: 2025-02-17\n" + sources(("2025-02-20", "17-18 February 2025"))
    assert [code for _, code in told(normalised(a=text))] == ["E014"]


def test_a_date_more_exact_than_every_source_is_warned_of(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-18\n" + sources(("2025-03-10", "February 2025")))
    assert told(outcome) == [("a.yaml:3:7", "W003")]
    assert an_event(outcome).when.edtf == "2025-02-18"


def test_unreadable_words_are_a_fault_only_when_the_date_hangs_on_them(normalised: Normalised) -> None:
    said = sources(("2025-02-17", "soon after"))
    assert told(normalised(a=EVENT + said)) == [("a.yaml:4:86", "E012")]
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    assert told(outcome) == [("a.yaml:5:86", "W002")]
    assert an_event(outcome).sources[0].reading is None


# ---- dates that count from another event

SUMMIT = "title: Leaders meet\nlabel: Summit\ntrack: Talks\ndate: 2025-02-17\n" + SOURCE


@pytest.mark.parametrize(
    ("anchor", "counted", "edtf"),
    [
        ("2025-02-17", "{after: summit, by: 2 days}", "2025-02-19"),
        ("2025-02-17", "{before: summit, by: 1 week}", "2025-02-10"),
        ("2025-03-14/2025-03-15", "{after: summit, by: 1 day}", "2025-03-16"),
        ("2025-03-14/2025-03-15", "{before: summit, by: 1 day}", "2025-03-13"),
        ("2025-02-17", "{after: summit, by: 1 month}", "2025-03-17"),
        ("2025-02", "{after: summit, by: 1 month}", "2025-03"),
        ("2025-02", "{after: summit, by: 2 days}", "[2025-02-03..2025-03-02]"),
        ("2025-02-17~", "{after: summit, by: 2 days}", "2025-02-19~"),
        ("2025-02-17", "{after: summit, by: 15 hours}", "[2025-02-17..2025-02-18]"),
        ("2025-02-17", "{relative_to: summit, says: the day before}", "2025-02-16"),
    ],
)
def test_a_date_may_count_from_another_event_and_is_no_more_exact_than_that(
    normalised: Normalised, anchor: str, counted: str, edtf: str
) -> None:
    timeline, problems = normalised(
        a=EVENT + f"date: {counted}\n" + SOURCE, summit=SUMMIT.replace("2025-02-17", anchor)
    )
    assert timeline is not None, problems
    assert [event.when.edtf for event in timeline.events if event.id == "a"] == [edtf]


def test_a_counted_date_keeps_its_words_and_names_what_it_counts_from(normalised: Normalised) -> None:
    timeline, _ = normalised(a=EVENT + "date: {after: summit, by: 2 days}\n" + SOURCE, summit=SUMMIT)
    assert timeline is not None
    when = timeline.events[1].when
    assert (when.words, when.rule) == ("2 days after", "counted from another event: Summit")


@pytest.mark.parametrize(
    ("day", "clock", "by", "edtf"),
    [
        ("2025-03-29", "12:00", "24 hours", "2025-03-30T13:00:00+02:00"),
        ("2025-10-25", "12:00", "24 hours", "2025-10-26T11:00:00+01:00"),
        ("2025-03-29", "12:00", "1 day", "2025-03-30"),
        ("2025-02-17", "16:00", "15 hours", "2025-02-18T07:00:00+01:00"),
    ],
)
def test_hours_are_those_that_pass_and_days_those_of_the_calendar(
    normalised: Normalised, day: str, clock: str, by: str, edtf: str
) -> None:
    zone = "zone: Europe/Paris\n"
    summit = f"{EVENT}{zone}date: {day}\ntime: {clock}\n{SOURCE}"
    timeline, problems = normalised(
        a=f"{EVENT}{zone}date: {{after: summit, by: {by}}}\n{SOURCE}", summit=summit
    )
    assert timeline is not None, problems
    assert timeline.events[1].when.edtf == edtf


def test_a_clock_hour_that_comes_twice_is_asked_about_where_it_is_written(normalised: Normalised) -> None:
    summit = f"{EVENT}zone: Europe/Paris\ndate: 2025-10-26T02:30\n{SOURCE}"
    outcome = normalised(a=EVENT + "date: {after: summit, by: 5 hours}\n" + SOURCE, summit=summit)
    assert told(outcome) == [("summit.yaml:4:7", "E013")]


def test_a_month_without_that_day_is_refused(normalised: Normalised) -> None:
    outcome = normalised(
        a=EVENT + "date: {after: summit, by: 1 month}\n" + SOURCE,
        summit=SUMMIT.replace("2025-02-17", "2025-01-31"),
    )
    assert told(outcome) == [("a.yaml:3:7", "E012")]


def test_events_are_settled_one_after_the_other_wherever_they_stand(normalised: Normalised) -> None:
    timeline, problems = normalised(
        a=EVENT + "date: {after: b, by: 1 day}\n" + SOURCE,
        b=EVENT + "date: {after: c, by: 1 day}\n" + SOURCE,
        c=EVENT + "date: 2025-02-17\n" + SOURCE,
    )
    assert timeline is not None, problems
    assert [(event.id, event.when.edtf) for event in timeline.events] == [
        ("c", "2025-02-17"),
        ("b", "2025-02-18"),
        ("a", "2025-02-19"),
    ]


def test_a_source_may_speak_of_another_event(normalised: Normalised) -> None:
    said = source(relative_to="summit", says="the following day")
    timeline, problems = normalised(a=EVENT + said, summit=SUMMIT)
    assert timeline is not None, problems
    assert timeline.events[1].when.start == TUESDAY
    assert told(normalised(a=EVENT + "date: 2025-02-19\n" + said, summit=SUMMIT)) == [
        ("a.yaml:8:9", "E014")
    ]


def test_events_that_count_from_each_other_are_a_ring(normalised: Normalised) -> None:
    _, problems = normalised(
        a=EVENT + "date: {after: b, by: 1 day}\n" + SOURCE,
        b=EVENT + source(relative_to="c", says="the day before"),
        c=EVENT + "date: {before: a, by: 1 week}\n" + SOURCE,
        d=EVENT + "date: {after: a, by: 1 day}\n" + SOURCE,
        e=EVENT + "date: {after: e, by: 1 day}\n" + SOURCE,
    )
    assert [(str(problem.location), problem.code, problem.message) for problem in problems] == [
        ("a.yaml:3:15", "E026", "the date counts from itself: a -> b -> c -> a"),
        ("e.yaml:3:15", "E026", "the date counts from itself: e -> e"),
    ]


def test_an_anchor_that_is_not_there_is_a_fault_with_the_one_probably_meant(
    normalised: Normalised,
) -> None:
    _, problems = normalised(a=EVENT + "date: {after: sumit, by: 1 day}\n" + SOURCE, summit=SUMMIT)
    assert [(str(problem.location), problem.code, problem.hint) for problem in problems] == [
        ("a.yaml:3:15", "E026", "summit")
    ]


def test_an_anchor_that_has_a_fault_of_its_own_adds_no_second_one(normalised: Normalised) -> None:
    outcome = normalised(
        a=EVENT + "date: {after: summit, by: 1 day}\n" + SOURCE,
        b=EVENT + source(relative_to="summit", says="the day before"),
        summit=SUMMIT.replace("2025-02-17", "31 June 2025"),
    )
    assert told(outcome) == [("summit.yaml:4:7", "E012")]


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("{after: summit}", "E021", "date: {after: summit, by: 2 days}"),
        ("{by: 2 days}", "E021", "date: {after: paris-summit, by: 2 days}"),
        ("{relative_to: summit}", "E021", "date: {relative_to: summit, says: the day before}"),
        ("{after: summit, before: summit, by: 1 day}", "E021", "date: {before: summit, by: 1 day}"),
        ("{after: summit, by: a while}", "E023", "by: 2 days"),
        ("{after: [summit], by: 2 days}", "E021", "after: paris-summit"),
        ("{aftr: summit, by: 2 days}", "E022", "after"),
        ("[2025-02-17]", "E021", "date: 2025-02-17"),
    ],
)
def test_a_counted_date_that_is_not_whole_is_told_how_to_be(
    normalised: Normalised, written: str, code: str, hint: str
) -> None:
    _, problems = normalised(a=EVENT + f"date: {written}\n" + SOURCE, summit=SUMMIT)
    assert [(problem.code, problem.hint) for problem in problems] == [(code, hint)]


def test_a_part_of_a_timeline_may_count_from_events_that_are_elsewhere() -> None:
    tree = {"title": "Talks", "track": "Talks", "date": {"after": "summit", "by": "1 day"}}
    source_ = {"url": "https://www.example.org", "publisher": "News"}
    documents = (Document("a.yaml", node(tree | {"sources": [source_]})),)
    timeline, problems = normalise(documents, is_whole=False)
    assert timeline is not None
    assert (timeline.events, problems) == ((), ())


@given(st.lists(st.integers(0, 7), min_size=1, max_size=6))
def test_whatever_counts_from_what_each_event_has_a_date_or_stands_on_a_ring(anchors: list[int]) -> None:
    """Each number is the event that one counts from; one beyond the last is a day."""
    listed = [
        {
            "id": f"e{number}",
            "title": f"Talks {number}",
            "track": "Talks",
            "date": {"after": f"e{other}", "by": "1 day"} if other < len(anchors) else "2025-02-17",
            "sources": [{"url": "https://www.example.org", "publisher": "News"}],
        }
        for number, other in enumerate(anchors)
    ]

    def steps(number: int) -> int:
        """How many events lie before the day; as many as there are when it is never reached."""
        count = 0
        while number < len(anchors) and count <= len(anchors):
            number, count = anchors[number], count + 1
        return count

    timeline, problems = normalise((Document("a.yaml", node(listed)),))
    counts = [steps(number) for number in range(len(anchors))]
    if max(counts) > len(anchors):
        assert {problem.code for problem in problems} == {"E026"}
    else:
        assert timeline is not None
        days = {event.id: event.when.first.day - 16 for event in timeline.events}
        assert days == {f"e{number}": count for number, count in enumerate(counts)}


# ---- publication, clocks and numbers


def test_a_relative_day_of_publication_counts_from_the_day_of_access(normalised: Normalised) -> None:
    said = source(published="3 days ago", accessed="2025-02-20", says="yesterday")
    event = an_event(normalised(a=EVENT + said))
    assert event.sources[0].published == date(2025, 2, 17)
    assert event.sources[0].published_as == "3 days ago"
    assert event.when.edtf == "2025-02-16"


def test_nothing_is_published_after_it_was_seen(normalised: Normalised) -> None:
    said = source(published="Tuesday", accessed="2025-02-17", says="today")
    assert an_event(normalised(a=EVENT + said)).when.edtf == "2025-02-11"


@pytest.mark.parametrize(
    ("accessed", "reason"),
    [
        ("", 'published "15 hours ago" counts from accessed, which is missing'),
        (
            "2025-02-18",
            'published "15 hours ago" is Mon 2025-02-17 or Tue 2025-02-18, not one day',
        ),
    ],
)
def test_without_a_certain_day_of_publication_relative_words_cannot_be_read(
    normalised: Normalised, accessed: str, reason: str
) -> None:
    seen = {"accessed": accessed} if accessed else {}
    said = source(published="15 hours ago", says="yesterday", **seen)
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    assert [problem.message for problem in outcome[1]] == [f'says "yesterday": {reason}']
    assert [problem.code for problem in outcome[1]] == ["W002"]
    event = an_event(outcome)
    assert (event.sources[0].published, event.sources[0].published_as) == (None, "15 hours ago")
    assert [code for _, code in told(normalised(a=EVENT + said))] == ["E012"]


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
    assert [code for _, code in told(outcome)] == ["E013"]


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
    assert [code for _, code in told(outcome) if code.startswith("E")] == codes


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
    assert [code for _, code in told(normalised(a=place + f"date: {says}\n" + SOURCE))] == ["E013"]
    assert [code for _, code in told(normalised(a=place + source(says=says)))] == ["E013"]
    dated = f"date: 2025-10-26T02:30+01:00\n{source(says=says)}"
    event = an_event(normalised(a=place + dated))
    assert event.sources[0].reading is not None
    assert event.sources[0].reading.edtf == event.when.edtf == "2025-10-26T02:30:00+01:00"
    assert [other.edtf for other in event.sources[0].others] == ["2025-10-26T02:30:00+02:00"]


@pytest.mark.parametrize(
    ("date_text", "says", "agrees"),
    [
        ("../2025-02-17", "2025-02-12", True),
        ("../2025-02-17", "2025-02-18", False),
        ("/2025-02-17", "../2025-02-17", True),
        ("2025-02-17/", "2025-02-18", True),
        ("2025-02-17/", "2025-02-16", False),
    ],
)
def test_a_span_of_which_one_end_is_known_holds_every_day_on_that_side(
    normalised: Normalised, date_text: str, says: str, agrees: bool
) -> None:
    outcome = normalised(a=f"{EVENT}date: {date_text}\ndisputed: So it is.\n{source(says=says)}")
    event = an_event(outcome)
    assert (event.when.edtf, event.sources[0].agrees) == (date_text, agrees)


@pytest.mark.parametrize(
    ("anchor", "way", "reason"),
    [
        ("../2025-02-17", "before", "that event has no known start"),
        ("2025-02-17/", "after", "that event has no known end"),
    ],
)
def test_nothing_counts_from_an_end_that_is_not_known(
    normalised: Normalised, anchor: str, way: str, reason: str
) -> None:
    counted = EVENT + f"date: {{{way}: summit, by: 2 days}}\n" + SOURCE
    _, problems = normalised(a=counted, summit=SUMMIT.replace("2025-02-17", anchor))
    assert [problem.message.rpartition(": ")[2] for problem in problems] == [reason]


@pytest.mark.parametrize("ends", ["from: ../2025, to: 2026", "from: 2025, to: 2026/"])
def test_an_era_has_both_its_ends(normalised: Normalised, ends: str) -> None:
    outcome = normalised(
        _timeline=f"title: T\neras: [{{name: E, {ends}}}]\n", a=EVENT + "date: 2025-02-17\n" + SOURCE
    )
    assert [code for _, code in told(outcome)] == ["E014"]


def test_a_date_without_a_clock_time_never_moves(normalised: Normalised) -> None:
    said = source(published="2025-02-18", zone="Pacific/Auckland", says="18 February 2025")
    assert an_event(normalised(a=EVENT + "zone: America/New_York\n" + said)).when.start == TUESDAY


@pytest.mark.parametrize(("order", "day"), [("day-first", "2025-04-03"), ("month-first", "2025-03-04")])
def test_the_order_of_numbers_is_that_of_the_timeline(normalised: Normalised, order: str, day: str) -> None:
    head = f"title: T\ndate_order: {order}\neras: [{{name: E, from: 01/02/2025, to: 03/04/2025}}]\n"
    said = source(published="03/04/2025", says="today")
    timeline, problems = normalised(_timeline=head, a=EVENT + "date: 03/04/2025\n" + said)
    assert timeline is not None, problems
    assert timeline.events[0].when.edtf == day
    assert timeline.eras[0].when.last == date.fromisoformat(day)
    assert told(normalised(_timeline="title: T\ndate_order: us\n", a=EVENT + SOURCE))[0][1] == "E023"


def test_an_event_that_no_one_dates_has_no_date(normalised: Normalised) -> None:
    assert told(normalised(a=EVENT + SOURCE)) == [("a.yaml:1:1", "E020")]


def test_a_month_in_edtf_is_no_two_years_in_a_date_of_our_own(normalised: Normalised) -> None:
    assert an_event(normalised(a=EVENT + "date: 2009-10\n" + SOURCE)).when.edtf == "2009-10"


def test_a_date_of_our_own_without_its_year_is_told_what_it_lacks(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 23 March\n" + SOURCE)
    assert "needs its year" in problems[0].message
    assert "`says`" in problems[0].hint


def test_a_date_with_several_readings_is_shown_with_all_of_them(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 03/04/2025\n" + SOURCE)
    assert [problem.code for problem in problems] == ["E013"]
    assert "2025-04-03" in problems[0].message
    assert "2025-03-04" in problems[0].message


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
    assert told(normalised(a=text)) == [("a.yaml:4:7", "E015")]


def test_the_zone_is_the_events_own_or_that_of_its_first_place(normalised: Normalised) -> None:
    places = "[{name: Riyadh, zone: Asia/Riyadh}, {name: Kyiv, zone: Europe/Kyiv}]"
    text = EVENT + "date: 2025-02-17\nplace: [Kyiv, Riyadh]\n" + SOURCE
    assert an_event(normalised(_places=places, a=text)).when.zone == "Europe/Kyiv"
    assert an_event(normalised(_places=places, a=text + "zone: UTC\n")).when.zone == "UTC"


def test_events_of_one_day_keep_their_order_save_that_clock_times_follow_the_clock(
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
    assert [event.id for event in timeline.events] == ["b", "early", "untimed", "far-away", "late"]


# ---- what an event is held against


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("", ["W007"]),
        ("status: held\n", ["W007"]),
        ("status: announced\n", []),
        ("status: hled\n", ["E023"]),
    ],
)
def test_an_event_held_after_all_its_sources_is_warned_of(
    normalised: Normalised, fields: str, codes: list[str]
) -> None:
    outcome = normalised(a=EVENT + fields + "date: 2025-02-18\n" + source(published="2025-02-17"))
    assert [code for _, code in told(outcome)] == codes


def test_the_warning_names_the_latest_source_and_a_silent_one_may_be_later(normalised: Normalised) -> None:
    said = source(published="2025-02-17") + "- {url: 'https://www.example.org/2', publisher: Other News"
    event = EVENT + "date: 2025-02-19\n" + said
    _, problems = normalised(a=event + ", published: 2025-02-18}\n")
    assert [(str(problem.location), problem.message) for problem in problems] == [
        ("a.yaml:3:7", "held on Wed 2025-02-19, but its latest source is of 2025-02-18 (Other News)")
    ]
    assert problems[0].hint == "mend the date, or write status: announced"
    assert normalised(a=event + "}\n")[1] == ()


@pytest.mark.parametrize(
    ("disputed", "hint"),
    [
        ("", 'write the date; if the accounts differ, say how in "disputed"'),
        ("disputed: Papers differ on the day.\n", "write the date"),
    ],
)
def test_a_dispute_without_a_date_asks_for_the_date_alone(
    normalised: Normalised, disputed: str, hint: str
) -> None:
    said = sources(("2025-02-17", "today"), ("2025-02-18", "today"))
    _, problems = normalised(a=EVENT + disputed + said)
    assert [(problem.code, problem.hint) for problem in problems] == [("E014", hint)]


# ---- clock times


def test_a_time_that_the_clocks_leap_over_is_a_fault_with_a_reason(normalised: Normalised) -> None:
    _, problems = normalised(a=PARIS_TIME + "date: 2025-03-30\ntime: 02:30\n" + SOURCE)
    assert [(str(problem.location), problem.code, problem.message) for problem in problems] == [
        (
            "a.yaml:5:7",
            "E015",
            'time "02:30" is not shown by the clocks of Europe/Paris on 2025-03-30: they leap over 02:30',
        )
    ]


def test_a_time_that_the_clocks_show_twice_is_asked_about(normalised: Normalised) -> None:
    _, problems = normalised(a=PARIS_TIME + "date: 2025-10-25/2025-10-26\ntime: 22:00/02:30\n" + SOURCE)
    assert [(problem.code, problem.message, problem.hint) for problem in problems] == [
        (
            "E015",
            'time "22:00/02:30" is shown twice by the clocks of Europe/Paris on 2025-10-26',
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
    assert told(outcome) == [("a.yaml:3:7", "E012"), ("a.yaml:4:7", "E015")]


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
    found = told(normalised(a=EVENT + dated + said))
    assert [code for _, code in found if code != "W003"] == codes


def test_a_disputed_hour_is_shown_beside_the_events_own(normalised: Normalised) -> None:
    said = source(says="17 February 2025 at 10 am")
    event = an_event(
        normalised(a=EVENT + "date: 2025-02-17\ntime: 16:00\ndisputed: Papers differ.\n" + said)
    )
    assert event.when.edtf == "2025-02-17T16:00:00"
    assert not event.sources[0].agrees


@pytest.mark.parametrize(("says", "fits"), [("5 pm", True), ("7.30 pm", False), ("3 pm to 5 pm", False)])
def test_an_hour_within_a_span_of_the_clock_agrees(normalised: Normalised, says: str, fits: bool) -> None:
    said = source(says=f"17 February 2025, {says}")
    outcome = normalised(a=EVENT + "date: 2025-02-17\ntime: 16:00/19:00\n" + said)
    assert ("E014" not in {code for _, code in told(outcome)}) is fits


def test_two_sources_with_two_hours_settle_nothing(normalised: Normalised) -> None:
    said = sources(("2025-02-17", "17 February 2025 at 10 am"), ("2025-02-17", "17 February 2025 at 4 pm"))
    assert [code for _, code in told(normalised(a=EVENT + said))] == ["E014"]
