"""The skyline: each event has its square, in the column of its day, week, month or year."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.examples import examples
from tests.helpers.make import event, timeline
from timeline.language import ENGLISH
from timeline.language.periods import period_in_words
from timeline.layout import lay_out
from timeline.model import Era, Moment, Precision, Timeline, When
from timeline.model.day import from_ordinal
from timeline.model.scene import MARGIN, TICK_GAP, TICK_SIZE
from timeline.model.scene.axis_marks import Tick
from timeline.model.scene.skyline import HIGHEST, NARROWEST, Skyline
from timeline.typography import text_width

FIRST = date(2025, 2, 10)
TRACKS = ("Europe", "Ukraine", "Russia")


def skyline(events: Timeline, width: int = 960) -> Skyline:
    found = lay_out(events, width).skyline
    assert found
    return found


def on(*days: int) -> Timeline:
    """A timeline with an event on each of these days, counted from 10 February 2025."""
    events = [
        event(f"e{number}", When(Moment.day(from_ordinal(FIRST.toordinal() + day))))
        for number, day in enumerate(days)
    ]
    return timeline(events)


def periods(found: Skyline) -> list[str]:
    return [
        period_in_words(column.first, column.last, found.unit, found.every, ENGLISH)
        for column in found.columns
    ]


@given(
    st.lists(
        st.tuples(st.integers(-1_000_000, 1_000_000), st.sampled_from(TRACKS)), min_size=10, max_size=60
    ),
    st.integers(0, 1_000_000),
)
@examples(1)
def test_each_event_has_one_square_in_a_column_that_holds_its_day(
    drawn: list[tuple[int, str]], spread: int
) -> None:
    days = [abs(day) % (spread + 1) + 1 for day, _ in drawn]
    events = timeline(
        [
            event(f"e{number}", When(Moment.day(from_ordinal(day))), track)
            for number, (day, (_, track)) in enumerate(zip(days, drawn, strict=True))
        ]
    )
    found = lay_out(events, 320).skyline
    if found is None:
        assert len(set(days)) == 1
        return
    held = Counter(name for column in found.columns for square in column.squares for name in square.events)
    assert held == Counter(one.id for one in events.events)
    when = {one.id: one.when.first.toordinal() * 86_400 for one in events.events}
    for column in found.columns:
        assert sorted(column.events) == sorted(n for square in column.squares for n in square.events)
        assert all(column.first <= when[name] < column.last for name in column.events)
        assert len(column.squares) <= HIGHEST
    assert [column.first for column in found.columns] == sorted(column.first for column in found.columns)
    xs = [column.x for column in found.columns]
    assert xs == sorted(xs)
    assert min(xs) >= 0
    assert max(xs) <= 1


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (range(0, 30, 3), "Monday 10 February 2025"),
        (range(0, 200, 20), "10–16 February 2025"),
        (range(0, 1000, 100), "February 2025"),
        (range(0, 3600, 360), "1 January – 31 March 2025"),
        (range(0, 9000, 900), "2025"),
        (range(0, 100_000, 10_000), "2020–2029"),
        (range(0, 900_000, 90_000), "2000–2099"),
    ],
)
def test_the_periods_are_as_short_as_a_phone_has_room_for(days: range, words: str) -> None:
    assert periods(skyline(on(*days)))[0] == words


def test_the_peak_is_the_one_column_with_most_events() -> None:
    found = skyline(on(0, 1, 2, 3, 4, 5, 5, 5, 6, 7))
    assert found.peak
    assert len(found.peak.events) == 3
    assert skyline(on(*range(12))).peak is None


def test_a_square_stands_for_several_events_where_a_column_would_be_too_high() -> None:
    found = skyline(on(0, 9, *[5] * 30))
    assert found.per_square == 3
    assert [len(column.squares) for column in found.columns] == [1, 10, 1]


def test_an_event_that_may_belong_in_another_column_is_a_faded_square() -> None:
    month = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    found = skyline(timeline([*on(*range(0, 20, 2)).events, event("some-day", month)]))
    squares = [square for column in found.columns for square in column.squares]
    assert [square.events for square in squares if square.is_faded] == [("some-day",)]


def test_a_column_of_many_tracks_has_a_square_for_each_though_it_is_high() -> None:
    month = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    middle = When(Moment.day(date(2025, 2, 14)))
    held = [
        event(f"{name}{n}", when, f"track {n}")
        for n in range(8)
        for name, when in (("a", month), ("b", middle))
    ]
    found = skyline(timeline([*held, event("early", When(Moment.day(date(2025, 1, 14))), "track 0")]))
    assert [len(column.squares) for column in found.columns] == [1, 16]
    assert found.per_square == 1


def test_few_events_or_a_single_day_have_no_skyline() -> None:
    assert lay_out(on(*range(9)), 960).skyline is None
    assert lay_out(on(*[3] * 12), 960).skyline is None


def test_in_arabic_the_skyline_runs_from_right_to_left() -> None:
    events = timeline(on(*range(0, 30, 3)).events, language="ar")
    xs = [column.x for column in skyline(events).columns]
    assert xs == sorted(xs, reverse=True)


def test_the_name_of_an_era_that_would_leave_the_phone_ends_with_the_era() -> None:
    early = Era("Talks", When(Moment.day(date(2025, 2, 11)), Moment.day(date(2025, 2, 13))))
    late = Era("Military aid is paused", When(Moment.day(date(2025, 3, 3)), Moment.day(date(2025, 3, 9))))
    events = timeline(on(*range(0, 30, 3)).events, eras=(early, late))
    assert [(era.name, era.anchor) for era in skyline(events).eras] == [
        ("Talks", "start"),
        ("Military aid is paused", "end"),
    ]


def test_where_the_year_is_said_nearby_there_is_room_for_each_week_on_the_narrowest_phone() -> None:
    def texts(ticks: tuple[Tick, ...]) -> list[str]:
        return [tick.label.replace("\xa0", " ") for tick in ticks]

    found = skyline(on(*range(2, 34)))
    assert texts(found.ticks) == ["10 Feb 2025", "24 Feb", "10 Mar"]
    assert texts(found.brief_ticks) == ["10 Feb", "17 Feb", "24 Feb", "3 Mar", "10 Mar"]
    over_years = skyline(on(*range(0, 900, 30)))
    assert texts(over_years.brief_ticks) == ["2025", "2026", "2027"]


@pytest.mark.parametrize("step", [1, 9, 33, 400, 4000])
def test_each_date_of_the_narrowest_phone_is_whole_and_apart_from_the_next(step: int) -> None:
    made = lay_out(on(*range(2, 12 * step, step)), 960)
    found, (first, last) = made.skyline, made.whole
    assert found
    for ticks in (found.ticks, found.brief_ticks):
        ends = []
        for tick in ticks:
            place = (tick.x - first) / (last - first) * NARROWEST
            length = TICK_GAP + text_width(tick.label, TICK_SIZE)
            ends.append((place, place + length) if tick.anchor == "start" else (place - length, place))
        assert ends[-1][1] <= NARROWEST + MARGIN
        assert all(one[1] < other[0] for one, other in pairwise(ends))
