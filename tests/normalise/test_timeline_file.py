"""What `_timeline.yaml` says: tracks and eras."""

from __future__ import annotations

from datetime import date

import pytest

from tests.helpers.event_files import (
    EVENT,
    HERE,
    SOURCE,
    Normalised,
    reported,
)
from timeline.language.dates import when_in_words
from timeline.model import (
    Era,
    Moment,
    Precision,
    When,
)
from timeline.model.problems import Location
from timeline.model.records import Document, Fields, Text
from timeline.normalise import normalise


def test_a_track_is_one_of_those_listed(normalised: Normalised) -> None:
    text = "title: Talks\ntrack: Europa\ndate: 2025-02-17\n" + SOURCE
    _, problems = normalised(_timeline="title: T\ntracks: [Europe]\n", a=text)
    assert [(problem.code, problem.hint) for problem in problems] == [("E026", "track: Europe")]


def test_an_era_runs_from_its_first_day_to_its_last(normalised: Normalised) -> None:
    head = "title: T\neras: [{name: Talks, from: 12 February 2025, to: March 2025}]\n"
    timeline, _ = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert timeline is not None
    march = Moment(date(2025, 3, 1), date(2025, 3, 31), Precision.MONTH)
    words = "12 February 2025 - March 2025"
    assert timeline.eras == (Era("Talks", When(Moment.day(date(2025, 2, 12)), march, words, "era")),)


def test_an_era_that_ends_before_it_begins_is_a_fault(normalised: Normalised) -> None:
    head = "title: T\neras: [{name: Talks, from: 2025-03-01, to: 2025-02-01}]\n"
    outcome = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == [("_timeline.yaml:2:44", "E014")]


def test_two_headings_are_both_named() -> None:
    paths = ("a/_timeline.yaml", "b/_timeline.yaml")
    title = (Text("title", HERE), Text("Talks", HERE))
    _, problems = normalise([Document(path, Fields((title,), Location(path))) for path in paths])
    assert [(str(problem.location), problem.message) for problem in problems] == [
        ("b/_timeline.yaml:1:1", "a second _timeline.yaml; the first is at a/_timeline.yaml:1:1")
    ]


@pytest.mark.parametrize("end", ["", ", to: .."])
def test_an_era_may_still_be_going_on(normalised: Normalised, end: str) -> None:
    head = f"title: T\neras: [{{name: Talks, from: 2025-02-12{end}}}]\n"
    timeline, problems = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert timeline is not None, problems
    assert [era.when.edtf for era in timeline.eras] == ["2025-02-12/.."]


@pytest.mark.parametrize("twin", ["EUROPÉ", "Europe\u0301"])
def test_tracks_that_look_the_same_are_warned_of(normalised: Normalised, twin: str) -> None:
    head = f"title: T\ntracks: [Europé, {twin}]\n"
    event = "title: Talks\ntrack: Europé\ndate: 2025-02-17\n" + SOURCE
    assert reported(normalised(_timeline=head, a=event)) == [("_timeline.yaml:2:18", "W006")]
    other = event.replace("Europé", twin).replace("Talks", "Vote")
    assert reported(
        normalised(a=event, b=other, c=other.replace("Vote", "Call"), _timeline="title: T\n")
    ) == [("b.yaml:2:8", "W006")]


@pytest.mark.parametrize(
    ("view", "faults"),
    [
        ("{from: 2025-02, to: 2025-02-20}", []),
        ("{from: 2025-02-20, to: 2025-02-12}", [("_timeline.yaml:2:30", "E014")]),
        ("{from: 2025-02-20}", [("_timeline.yaml:2:7", "E014")]),
        ("{from: 2025-02-20, to: ..}", [("_timeline.yaml:2:30", "E012")]),
        ("{from: 2024-02, to: 2024-03}", [("_timeline.yaml:2:7", "E014")]),
        ("{from: 2025-02, to: 2025-02-20, till: 2025}", [("_timeline.yaml:2:39", "E022")]),
    ],
)
def test_a_view_has_two_ends_and_an_event_between_them(
    normalised: Normalised, view: str, faults: list[tuple[str, str]]
) -> None:
    head = f"title: T\nview: {view}\n"
    outcome = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == faults
    if not faults:
        assert outcome[0] is not None
        assert outcome[0].view is not None
        assert outcome[0].view.last == date(2025, 2, 20)


def test_the_clock_is_the_one_written_or_that_of_most_clock_times(normalised: Normalised) -> None:
    lines = "date: 2025-02-17\ntime: 12:00\nzone: Asia/Tokyo\n"
    text = EVENT + lines + SOURCE
    for written, clock in {"": "Asia/Tokyo", "clock: America/Chicago\n": "America/Chicago"}.items():
        timeline, _ = normalised(_timeline=f"title: T\n{written}", a=text)
        assert timeline is not None
        assert timeline.clock == clock
    wrong = normalised(_timeline="title: T\nclock: Houston\n", a=text)
    assert reported(wrong) == [("_timeline.yaml:2:8", "E015")]


def test_a_day_of_an_era_before_the_gregorian_calendar_is_asked_for_its_calendar(
    normalised: Normalised,
) -> None:
    text = EVENT + "date: 1066\n" + SOURCE
    head = "title: T\neras: [{{name: The Conquest, from: {}, to: 1071}}]\n"
    (problem,) = normalised(_timeline=head.format("14 October 1066"), a=text)[1]
    assert (str(problem.location), problem.code) == ("_timeline.yaml:2:35", "W011")
    assert problem.message == (
        "from 14 October 1066 is read in the Gregorian calendar, which was not yet used"
    )
    assert problem.hint == (
        "from: 14 October 1066 (O.S.), if it is 20 October 1066 in the Gregorian calendar;"
        " or from: 14 October 1066 (N.S.)"
    )
    timeline, problems = normalised(_timeline=head.format("1066-10-14 (O.S.)"), a=text)
    assert timeline is not None
    assert problems == ()
    assert timeline.eras[0].when.edtf == "1066-10-20/1071"
    words = when_in_words(timeline.eras[0].when).replace("\xa0", " ")
    assert words == "14 October 1066 (Julian calendar) to 1071"
