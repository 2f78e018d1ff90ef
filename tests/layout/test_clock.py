"""One clock: the chart, the list and everything made from it have the same order."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.examples import examples
from tests.helpers.make import event, timeline
from timeline.dates import resolve
from timeline.language import ENGLISH
from timeline.language.events import axis_clock, event_date
from timeline.layout import lay_out
from timeline.model import Event, Moment, Place, Precision, Timeline, When
from timeline.model.clock import common_zone, position
from timeline.model.day import from_ordinal, plus, year_number
from timeline.model.scene import Scene
from timeline.model.seconds import DAY, at_day
from timeline.model.theme import Theme
from timeline.normalise.order import sort_events
from timeline.render.data import events_csv, events_json
from timeline.render.data.icalendar import feed
from timeline.render.slides.compose import deck
from timeline.render.slides.deck import Shape
from timeline.render.slides.marp import marp
from timeline.render.slides.pptx import default_template

#: Zones on both sides of the date line, with and without summer time, and one that is unknown.
ZONES = ("America/Chicago", "Pacific/Pago_Pago", "Pacific/Kiritimati", "Europe/Paris", "UTC", "")
_DAYS = st.dates(date(1970, 4, 1), date(1970, 4, 9)) | st.dates(date(2025, 10, 24), date(2025, 11, 3))
_EARLY_DAYS = st.integers(-200_000, 0).map(from_ordinal)
_CLOCKS = st.none() | st.times().map(lambda clock: clock.replace(microsecond=0, fold=0))


class Stated(NamedTuple):
    """A day, month or year in ISO 8601, in one of the calendars; ``first`` is its first day."""

    text: str
    calendar: str
    first: int

    @property
    def when(self) -> When:
        readings = resolve(self.text, calendar=self.calendar).readings
        (found,) = [each for each in readings if each.rule != "two years"]
        return found


def number_of(year: int, month: int, day: int, calendar: str) -> int:
    """The ordinal of a day, by the well-known formula of its Julian day number."""
    before_march = (14 - month) // 12
    years = year + 4800 - before_march
    julian = day + (153 * (month + 12 * before_march - 3) + 2) // 5 + 365 * years + years // 4
    leap_days = 32083 if calendar == "julian" else 32045 + years // 100 - years // 400
    return julian - leap_days - 1721425


@st.composite
def stated(draw: st.DrawFn) -> Stated:
    """A day, a month, a year or a span of months, mostly of a time when both calendars were in use."""
    year = draw(st.integers(1500, 1930) | st.integers(-500, 1930))
    month, day = draw(st.integers(1, 12)), draw(st.integers(1, 28))
    calendar, unit = draw(st.sampled_from(["julian", "gregorian"])), draw(st.integers(1, 4))
    parts = (year_number(year), f"{month:02}", f"{day:02}")
    text = "-".join(parts[:unit]) if unit < 4 else f"{parts[0]}-{parts[1]}/{year_number(year + 1)}-06"
    first = (year, month if unit > 1 else 1, day if unit == 3 else 1)
    return Stated(text, calendar, number_of(*first, calendar))


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A day or a clock time, or a span that begins with one, in some zone; or a day before the year 1; or a
    date of either calendar.
    """
    kind = draw(st.integers(0, 6))
    if kind > 4:
        return draw(stated()).when
    if kind == 0:
        early = draw(_EARLY_DAYS)
        last = plus(early, draw(st.integers(0, 400)))
        return When(Moment(early, last, Precision.PART)) if last > early else When(Moment.day(early))
    day, clock, zone = draw(_DAYS), draw(_CLOCKS), draw(st.sampled_from(ZONES))
    offset = draw(st.none() | st.sampled_from([timedelta(hours=-5), timedelta(hours=2)])) if clock else None
    end = Moment.day(day + timedelta(draw(st.integers(1, 4)))) if draw(st.booleans()) else None
    return When(Moment.day(day, clock, offset), end, zone=zone)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    found = draw(st.lists(whens(), min_size=1, max_size=12))
    clock = draw(st.sampled_from([*ZONES, common_zone(found)]))
    tracks = st.sampled_from(["Sea", "Land"])
    events = [event(f"e{n}", when, draw(tracks)) for n, when in enumerate(found)]
    return replace(timeline(events), events=sort_events(events, clock), clock=clock)


def starts(scene: Scene) -> list[float]:
    """The share at which each event begins, in the order of the list."""
    return [node.start for node in scene.nodes]


@given(timelines(), st.sampled_from([568, 1280]))
@examples(1)
def test_chart_and_list_have_the_same_order_and_that_is_the_order_of_known_instants(
    events: Timeline, width: int
) -> None:
    shares = starts(lay_out(events, width))
    assert shares == sorted(shares)
    if events.clock:
        known = [one.when.start.instant(one.when.zone) for one in events.events]
        instants = [each for each in known if each is not None]
        assert instants == sorted(instants)


@given(st.lists(stated(), min_size=1, max_size=12), st.sampled_from(ZONES))
@examples(1)
def test_dates_of_both_calendars_stand_on_their_days_and_in_the_order_of_these(
    found: list[Stated], clock: str
) -> None:
    firsts = {f"e{n}": each.first for n, each in enumerate(found)}
    events = [event(f"e{n}", each.when) for n, each in enumerate(found)]
    ordered = replace(timeline(events), events=sort_events(events, clock), clock=clock)
    numbers = [firsts[one.id] for one in ordered.events]
    assert numbers == sorted(numbers)
    scene = lay_out(ordered, 960)
    if len(set(firsts.values())) > 1:
        days = [round(scene.instant(node.start) / DAY) for node in scene.nodes]
        assert days == numbers


@given(timelines())
@examples(0.5)
def test_the_exports_have_the_order_of_the_list(events: Timeline) -> None:
    ids = [one.id for one in events.events]
    assert [row["id"] for row in csv.DictReader(io.StringIO(events_csv(events)))] == ids
    assert [row["id"] for row in json.loads(events_json(events))["events"]] == ids
    held = [one.id for one in events.events if isinstance(one.when.first, date)]
    assert re.findall("SUMMARY:(.*)\r", feed(events)) == held  # a calendar has no years before the year 1
    assert re.findall("(?m)^# (e[0-9]+)$", marp(events)) == ids


@given(timelines())
@examples(0.2)
def test_the_slides_and_their_overview_have_the_order_of_the_list(events: Timeline) -> None:
    ids = [one.id for one in events.events]
    geometry = default_template(Theme()).geometry
    slides = deck(events, geometry, all_events=True).slides
    names = [slide.name.removeprefix("event ") for slide in slides if slide.name.startswith("event ")]
    assert list(dict.fromkeys(name.partition(" ")[0] for name in names)) == ids
    parts = [part for slide in slides if slide.kind == "chart" for part in slide.parts]
    marks = [part.link.removeprefix("event ") for part in parts if isinstance(part, Shape) and part.link]
    assert list(dict.fromkeys(marks)) == ids


ISLAND, CITY = Place("Pago Pago", zone="Pacific/Pago_Pago"), Place("Houston", zone="America/Chicago")


def at(place: Place, day: date, clock: str = "") -> Event:
    """An event at a place, with a clock time if one is given."""
    when = When(Moment.day(day, time.fromisoformat(clock) if clock else None), zone=place.zone)
    return event(f"{place.name} {clock}", when, places=(place,), names_zone=True)


def test_an_event_far_away_stands_at_its_instant_and_not_at_its_local_clock() -> None:
    day = date(1970, 4, 17)
    found = [at(ISLAND, day, "07:07"), at(CITY, day, "11:53"), at(CITY, day, "10:43")]
    events = sort_events(found, "America/Chicago")
    assert [one.id for one in events] == ["Houston 10:43", "Houston 11:53", "Pago Pago 07:07"]
    shown = lay_out(replace(timeline(events), events=events, clock="America/Chicago"), 960)
    assert starts(shown) == sorted(starts(shown))
    assert position(found[0].when.start, "Pacific/Pago_Pago", "America/Chicago") == at_day(day, time(12, 7))


def test_a_day_stands_on_its_local_day_by_any_clock() -> None:
    day = at(ISLAND, date(1970, 4, 17)).when
    assert {position(day.start, day.zone, clock) for clock in ZONES} == {at_day(date(1970, 4, 17))}


def test_an_hour_that_clocks_show_twice_keeps_its_order() -> None:
    shown = [
        position(Moment.day(each.date(), each.time(), each.utcoffset()), "UTC", "Europe/Paris")
        for each in (datetime(2025, 10, 26, tzinfo=UTC) + timedelta(minutes=10 * n) for n in range(13))
    ]
    assert all(one < other for one, other in pairwise(shown))
    assert [shown[0], shown[-1]] == [at_day(date(2025, 10, 26), time(hour)) for hour in (2, 3)]


@pytest.mark.parametrize(
    ("zones", "clock"),
    [
        (["UTC", "America/Chicago", "America/Chicago"], "America/Chicago"),
        (["Europe/Paris", "America/Chicago"], "Europe/Paris"),
        ([""], ""),
        ([], ""),
    ],
)
def test_the_clock_is_that_of_most_events_with_a_clock_time(zones: list[str], clock: str) -> None:
    timed = [When(Moment.day(date(1970, 4, 17), time(12)), zone=zone) for zone in zones]
    days = [When(Moment.day(date(1970, 4, 17)), zone="Asia/Tokyo")] * 5
    assert common_zone([*days, *timed]) == clock


def test_a_clock_time_is_named_after_its_place() -> None:
    one = at(CITY, date(1970, 4, 13), "21:07:53")
    assert event_date(one).replace("\xa0", " ") == "13 April 1970, 21:07:53 (Houston time)"
    shown = replace(timeline([one]), clock="America/Chicago")
    assert axis_clock(shown, ENGLISH) == "Houston time"
    assert axis_clock(replace(shown, clock="Asia/Tokyo"), ENGLISH) == "Tokyo time"
    assert axis_clock(replace(shown, clock="UTC"), ENGLISH) == "UTC"
