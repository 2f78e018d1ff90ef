"""The calendar feed, as another library reads it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.helpers.make import day, event, timeline
from timeline.dates import resolve
from timeline.model import Moment, Place, Source, Timeline, When
from timeline.render.data.icalendar import feed


def entries(made: Timeline) -> list[Any]:
    """The events that a calendar finds in the feed."""
    return list(Calendar.from_ical(feed(made)).walk("VEVENT"))


def dates(when: When) -> tuple[Any, Any]:
    """Start and end in the calendar; None for an end that is not there."""
    (entry,) = entries(timeline([event("talks", when)]))
    return entry["DTSTART"].dt, entry["DTEND"].dt if "DTEND" in entry else None


def test_every_event_is_in_the_feed_with_its_title_day_and_first_source(
    site: Path, curated: Timeline
) -> None:
    written = (site / "feed.ics").read_bytes()
    found = Calendar.from_ical(written)
    assert found["X-WR-CALNAME"] == curated.title
    assert [(str(one["SUMMARY"]), str(one["URL"])) for one in found.walk("VEVENT")] == [
        (event.title, event.sources[0].url) for event in curated.events
    ]
    lines = written.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert all(line.decode() for line in lines)  # no character is cut in two


def test_an_entry_tells_what_the_event_tells() -> None:
    made = event(
        "summit",
        When(Moment.day(date(2025, 2, 17), time(16)), zone="Europe/Paris"),
        title="Leaders meet; others wait, outside",
        summary="They met.\n\nThey left.",
        disputed="Three hours or four.",
        remark="No report names the hour.",
        status="announced",
        venue="Élysée Palace",
        places=(Place("Paris"),),
        sources=(
            Source("https://example.org/a,b;c", "Example News"),
            Source("https://example.org/d", "Other"),
        ),
    )
    (entry,) = entries(timeline([made], base_url="https://example.org/t/"))
    assert str(entry["SUMMARY"]) == "Leaders meet; others wait, outside"
    assert str(entry["LOCATION"]) == "Élysée Palace, Paris"
    assert [entry["STATUS"], entry["TRANSP"], entry["URL"]] == [
        "TENTATIVE",
        "TRANSPARENT",
        "https://example.org/a,b;c",
    ]
    assert entry["CATEGORIES"].cats == ["Europe"]
    assert str(entry["DESCRIPTION"]) == (
        "17\xa0February 2025, 16:00\n\nannounced\n\nThey met.\n\nThey left.\n\n"
        "Sources disagree. Three hours or four.\n\nNo report names the hour.\n\n"
        "2 sources\nExample News https://example.org/a,b;c\nOther https://example.org/d"
    )


@pytest.mark.parametrize(
    ("words", "first", "after"),
    [
        ("2025-02-17", date(2025, 2, 17), date(2025, 2, 18)),
        ("17–18 February 2025", date(2025, 2, 17), date(2025, 2, 19)),
        ("February 2025", date(2025, 2, 1), date(2025, 3, 1)),
        ("late February 2025", date(2025, 2, 21), date(2025, 3, 1)),
        ("circa 2014", date(2014, 1, 1), date(2015, 1, 1)),
        ("2025-02-17/..", date(2025, 2, 17), date(2025, 2, 18)),
        ("../2025-02-17", date(2025, 2, 17), date(2025, 2, 18)),
        ("0987-06-05", date(987, 6, 5), date(987, 6, 6)),
        ("9999-12-31", date(9999, 12, 31), None),
    ],
)
def test_a_date_takes_all_the_days_it_may_be_and_ends_before_the_next(
    words: str, first: date, after: date | None
) -> None:
    assert dates(resolve(words).readings[0]) == (first, after)


def test_clock_times_are_told_in_utc_where_it_is_known_how_far_from_it_they_are() -> None:
    four, seven = (Moment.day(date(2025, 2, 17), time(hour)) for hour in (16, 19))
    in_utc = [datetime(2025, 2, 17, hour, tzinfo=UTC) for hour in (15, 18)]
    assert dates(When(four, zone="Europe/Paris")) == (in_utc[0], None)
    assert dates(When(four, seven, zone="Europe/Paris")) == (in_utc[0], in_utc[1])
    assert dates(When(four, seven)) == (date(2025, 2, 17), date(2025, 2, 18))
    assert dates(When(four, Moment.day(date(2025, 2, 18)), zone="Europe/Paris")) == (
        date(2025, 2, 17),
        date(2025, 2, 19),
    )


def test_a_date_that_is_not_exact_is_told_in_words_of_the_timelines_language() -> None:
    (when,) = resolve("circa 2014").readings
    (entry,) = entries(timeline([event("talks", when)], language="fr"))
    assert entry["DESCRIPTION"].splitlines()[0] == "2014 environ"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("held", "CONFIRMED"),
        ("announced", "TENTATIVE"),
        ("postponed", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_how_far_an_event_has_come_is_its_status(status: str, said: str) -> None:
    assert entries(timeline([event("talks", status=status)]))[0]["STATUS"] == said


def test_an_entry_stays_the_same_one_when_its_date_and_words_change() -> None:
    before = timeline([event("talks"), event("visit")], base_url="https://example.org/t/")
    moved = event("talks", day(9), title="Talks at last", sources=(Source("https://example.org/x", "X"),))
    after = timeline([moved], base_url="https://example.org/t/", title="Another headline")
    talks, visit = (str(entry["UID"]) for entry in entries(before))
    assert talks != visit
    assert [str(entry["UID"]) for entry in entries(after)] == [talks]
    assert entries(replace(before, base_url="https://example.org/u/"))[0]["UID"] != talks


def test_an_entry_is_stamped_with_the_last_day_on_which_a_source_was_published_or_seen() -> None:
    sources = (
        Source("https://example.org/a", "A", published=date(2025, 2, 18)),
        Source("https://example.org/b", "B", published=date(2025, 2, 17), accessed=date(2025, 3, 1)),
    )
    told, untold = entries(timeline([event("a", sources=sources), event("b", day(3))]))
    assert told["DTSTAMP"].dt == datetime(2025, 3, 1, tzinfo=UTC)
    assert untold["DTSTAMP"].dt == datetime(2025, 2, 15, tzinfo=UTC)


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"], include_characters="\t\n"), min_size=1))
def test_any_text_comes_back_from_the_calendar_as_it_was(text: str) -> None:
    (entry,) = entries(timeline([event("talks", title=text, summary=text, track="Talks")]))
    assert str(entry["SUMMARY"]) == text


@given(st.text(min_size=1).map(lambda text: text.encode(errors="ignore").decode()))
def test_no_text_adds_a_line_of_its_own(text: str) -> None:
    lines = feed(timeline([event("talks", title=f"{text}\r\nATTACH:x")])).split("\r\n")
    begun = [line.split(":")[0].split(";")[0] for line in lines if line and not line.startswith(" ")]
    assert "ATTACH" not in begun
    assert all(name.isascii() and name.replace("-", "").isalpha() for name in begun)
