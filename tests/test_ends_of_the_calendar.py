"""The first and last years that dates may have: no date, clock time or zone there raises anything."""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.helpers.event_files import node
from tests.helpers.examples import examples
from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.model.export import ExportOptions
from timeline.model.problems import Problem, errors
from timeline.model.records import Document
from timeline.normalise import normalise
from timeline.render import render
from timeline.render.data import events_csv, events_json
from timeline.render.data.icalendar import feed
from timeline.render.exports import EXPORTS

#: Zones far behind and far ahead of UTC, and the one of local mean time.
ZONES = ("", "America/New_York", "Etc/GMT+12", "Pacific/Kiritimati", "Asia/Tokyo", "Europe/Paris")
LAST_EVENING = {"date": "9999-12-31", "time": "23:00", "zone": "America/New_York"}
FIRST_MIDNIGHT = {"date": "0001-01-01", "time": "00:00", "zone": "Europe/Paris"}
STAMPS = (
    *("9999-12-31T23:00-05:00", "9999-12-31T23:59:59-12:00", "9999-12-31T23:00Z", "9999-12-31T23:00 PST"),
    *("0001-01-01T00:00+14:00", "0001-01-01T00:00:00Z", "0001-01-01T00:30 Tokyo time"),
    "9999-12-30T23:00-12:00/9999-12-31T23:00-12:00",
)
DAYS = (
    *("9999-12-31", "9999-12-30", "9998-12-31/9999-12-31", "9999-12-31/..", "9999-12", "9999", "999X"),
    *("0001-01-01", "0001-01-02", "0000-12-31", "0000-12-31/0001-01-01", "../0001-01-01", "0001", "0000"),
    *("-9999-01-01", "-9999-12-31", "-9999", "10000 BC", "-9999-01-01/9999-12-31", "10th millennium"),
)
WORDS = (
    *("yesterday", "tomorrow", "Monday", "next week", "last year", "in 3 hours", "12 hours ago", "Easter"),
    *("next century", "last decade", "the night of Friday to Saturday", "23:30 tonight", "since Friday"),
    *("11 pm EST on Friday", "8 a.m. Tokyo time on Saturday", "by Friday", "a fortnight ago", "weekend"),
)
DISTANCES = ("1 hour", "25 hours", "1 day", "1 week", "1 month", "9999999999 hours", "99999999999 months")


def made_of(*events: dict[str, Any]) -> tuple[Timeline | None, tuple[Problem, ...]]:
    """What becomes of events with these fields, and titles and sources."""
    source = {"url": "https://www.example.org/", "publisher": "Example News"}
    trees = [
        {"id": f"e{number}", "title": f"Event {number}", "track": "Ends", "sources": [source], **fields}
        for number, fields in enumerate(events)
    ]
    return normalise([Document("2025-02-17-ends.yaml", node(trees))])


@st.composite
def events(draw: st.DrawFn) -> dict[str, Any]:
    """An event at an end of the calendar, or one whose source puts it there."""
    zone, clock = draw(st.sampled_from(ZONES)), draw(st.sampled_from(("", "00:00", "12:00", "23:59:59")))
    found: dict[str, Any] = {"zone": zone} if zone else {}
    if draw(st.booleans()):
        found["date"] = draw(st.sampled_from(DAYS + STAMPS))
        found |= {"time": clock} if clock else {}
    else:
        said = {"url": "https://www.example.org/", "publisher": "Example News"}
        said |= {"published": draw(st.sampled_from(DAYS + STAMPS)), "says": draw(st.sampled_from(WORDS))}
        found["sources"] = [said]
    return found


@examples(1)
@given(events(), events(), st.sampled_from(DISTANCES), st.sampled_from(("after", "before")))
def test_nothing_at_the_ends_raises(
    one: dict[str, Any], other: dict[str, Any], distance: str, side: str
) -> None:
    counted = {key: other[key] for key in ("zone",) if key in other}
    counted["date"] = {side: "e0", "by": distance}
    for trees in ([one], [other, one], [one, counted]):
        made, problems = made_of(*trees)
        assert made or errors(problems)
        if made:
            lay_out(made, 1120)
            events_json(made), events_csv(made)
            Calendar.from_ical(feed(made))


@pytest.mark.parametrize(
    "trees",
    [
        [LAST_EVENING],
        [LAST_EVENING, FIRST_MIDNIGHT, {"date": "-9999-01-01"}, {"date": STAMPS[1]}, {"date": STAMPS[4]}],
    ],
    ids=["the last evening", "all of time"],
)
def test_a_whole_build_and_every_export_reach_the_ends(trees: list[dict[str, Any]]) -> None:
    made, problems = made_of(*trees)
    assert made is not None, problems

    files = render(made, [lay_out(made, width) for width in WIDTHS], is_standalone=False, has_png=False)

    assert b"Event 0" in files["index.html"]
    for format_ in EXPORTS:
        if format_.name != "png" or os.environ.get("CI"):  # drawn like the SVG, and slow
            assert format_.make(made, ExportOptions()).content


def test_two_clocks_on_the_last_evening_are_compared_by_their_instants() -> None:
    said = {"url": "https://www.example.org/", "publisher": "Example News", "published": "9999-12-31"}
    agrees, differs = (
        made_of({"date": STAMPS[0], "sources": [{**said, "says": f"9999-12-31T{clock}-08:00"}]})
        for clock in ("20:00", "23:00")
    )

    assert agrees[1] == ()
    assert [problem.code for problem in differs[1]] == ["E014"]


def test_hours_are_counted_across_the_beginning_of_the_year_1() -> None:
    made, problems = made_of(
        {"date": "0001-01-01"},
        {"date": {"before": "e0", "by": "24 hours"}, "zone": "Europe/Paris"},
        {"date": {"after": "e1", "by": "48 hours"}},
    )

    assert made is not None, problems
    assert [event.when.edtf for event in made.events] == ["0000-12-31", "0001-01-01", "0001-01-02"]


@pytest.mark.parametrize(
    ("stamp", "zone"), [("9999-12-31T23:30Z", "Europe/Paris"), ("0001-01-01T00:10Z", "America/New_York")]
)
def test_a_clock_time_that_is_in_another_year_by_the_clocks_of_its_zone_is_explained(
    stamp: str, zone: str
) -> None:
    reason = f"by the clocks of {zone} it lies outside the years 1 to 9999"
    said = {"url": "https://www.example.org/", "publisher": "Example News", "says": stamp}
    for place, fields in (("date", {"date": stamp}), ("says", {"sources": [said]})):
        (problem,) = made_of({**fields, "zone": zone})[1]
        assert problem.message == f'{place} "{stamp}": {reason}'
        assert problem.hint == "the day without a clock time"


def test_a_clock_time_is_not_counted_past_the_last_year() -> None:
    _, problems = made_of(LAST_EVENING, {"date": {"after": "e0", "by": "2 hours"}})

    assert [problem.message.rpartition(": ")[2] for problem in problems] == [
        "its clock time lies outside the years 1 to 9999"
    ]
