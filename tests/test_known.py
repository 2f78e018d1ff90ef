"""How a date is known, as the page tells it."""

from __future__ import annotations

from tests.test_dates import answer, rows
from timeline.model import Timeline
from timeline.render.known import RULES, known


def told(timeline: Timeline, name: str) -> list[str]:
    """The lines under an event's date, each with its words in quotation marks."""
    event = next(event for event in timeline.events if event.id == name)
    return [f"{line.who} “{line.words}”{line.meaning}" for line in known(event)]


def test_a_weekday_is_told_with_its_paper_and_the_day_it_came_to(curated: Timeline) -> None:
    assert told(curated, "trump-zelenskyy-role") == [
        (
            "Newsmax of Sunday 16 February 2025 says “Sunday”: Sunday 16 February 2025 "
            "(a weekday on or near the day of publication)."
        )
    ]


def test_a_clock_of_another_city_is_told_by_both_clocks(curated: Timeline) -> None:
    assert told(curated, "zelenskyy-macron-call") == [
        (
            "Ukrainska Pravda of Tuesday 18 February 2025 says “18 February 2025, 00:57” (Kyiv time): "
            "Monday 17 February 2025, 23:57 by the clocks of the place."
        )
    ]


def test_what_else_the_words_could_mean_is_told_with_what_decided(curated: Timeline) -> None:
    lines = told(curated, "paris-summit")
    assert len(lines) == 1
    assert lines[0].startswith(
        "Dundee News of Tuesday 18 February 2025 says “on Monday”: Monday 17 February 2025"
    )
    assert lines[0].endswith("could also mean Monday 24 February 2025; the date of the event decides.")


def test_a_plain_date_needs_no_telling(curated: Timeline) -> None:
    assert told(curated, "scholz-peacekeepers") == []


def test_every_rule_that_is_put_into_plain_words_is_one_that_reads_something() -> None:
    reading = {when.rule for row in rows() for when in answer(row).readings}
    assert set(RULES) <= reading
