"""Dates that count from another event, and how exact they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.event_files import EVENT, SOURCE, TUESDAY, Normalised, node, reported, source, sources
from timeline.model.records import Document
from timeline.normalise import normalise

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
    assert reported(outcome) == [("summit.yaml:4:7", "E013")]


def test_a_month_without_that_day_is_refused(normalised: Normalised) -> None:
    outcome = normalised(
        a=EVENT + "date: {after: summit, by: 1 month}\n" + SOURCE,
        summit=SUMMIT.replace("2025-02-17", "2025-01-31"),
    )
    assert reported(outcome) == [("a.yaml:3:7", "E012")]


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
    assert reported(normalised(a=EVENT + "date: 2025-02-19\n" + said, summit=SUMMIT)) == [
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
        ("a.yaml:3:15", "E026", "the date depends on itself: a -> b -> c -> a"),
        ("e.yaml:3:15", "E026", "the date depends on itself: e -> e"),
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
    assert reported(outcome) == [("summit.yaml:4:7", "E012")]


@pytest.mark.parametrize(
    ("written", "code", "hint"),
    [
        ("{after: summit}", "E021", "date: {after: summit, by: 2 days}"),
        ("{by: 2 days}", "E021", "date: {after: paris-summit, by: 2 days}"),
        ("{relative_to: summit}", "E021", "date: {relative_to: summit, says: the day before}"),
        ("{after: summit, before: summit, by: 1 day}", "E021", "date: {before: summit, by: 1 day}"),
        ("{after: summit, by: a while}", "E023", "by: 2 days"),
        ("{after: [summit], by: 2 days}", "E021", "after: summit"),
        ("{aftr: summit, by: 2 days}", "E022", "after"),
        ("[2025-02-17]", "E021", "date: 2025-02-17"),
    ],
)
def test_a_counted_date_that_is_not_whole_is_told_how_to_be(
    normalised: Normalised, written: str, code: str, hint: str
) -> None:
    _, problems = normalised(a=EVENT + f"date: {written}\n" + SOURCE, summit=SUMMIT)
    assert [(problem.code, problem.hint) for problem in problems] == [(code, hint)]


@pytest.mark.parametrize(
    ("by", "precision"), [("1 week", "week"), ("14 days", "week"), ("2 days", "part"), ("1 hour", "part")]
)
def test_whole_weeks_from_a_week_are_a_week(normalised: Normalised, by: str, precision: str) -> None:
    anchor = EVENT + "id: summit\n" + sources(("2025-02-17", "last week"))
    counted = EVENT.replace("Talks", "More") + f"date: {{after: summit, by: {by}}}\n" + SOURCE
    timeline, problems = normalised(a=anchor, b=counted)
    assert timeline is not None, problems
    found = {event.title: str(event.when.precision) for event in timeline.events}
    assert found == {"Talks": "week", "More": precision}


def test_dates_that_count_from_events_in_other_files_are_said_not_to_be_checked() -> None:
    source_ = {"url": "https://www.example.org", "publisher": "News"}
    tree: dict[str, object] = {"title": "Talks", "track": "Talks", "sources": [source_]}
    trees = {
        "a": tree | {"date": {"after": "summit", "by": "1 day"}},
        "b": tree | {"title": "More", "date": {"after": "a", "by": "1 day"}},
        "c": tree | {"date": "2025-02-18", "sources": [source_ | {"relative_to": "vote"}]},
    }
    documents = [Document(f"{name}.yaml", node({"id": name} | each)) for name, each in trees.items()]
    timeline, problems = normalise(documents, is_whole=False)
    assert timeline is not None
    assert [event.id for event in timeline.events] == ["c"]
    elsewhere = 'this date was not checked: it counts from "{}", which is in no file that was read'
    assert sorted((problem.code, problem.message) for problem in problems) == [
        ("W012", 'this date was not checked: it counts from "a", whose date was not checked either'),
        ("W012", elsewhere.format("summit")),
        ("W012", elsewhere.format("vote")),
    ]


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
