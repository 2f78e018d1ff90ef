"""Placement: which room a mark and its label take, from which zoom on, and what bounds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import inf

import pytest

from tests.helpers.make import DAY_ONE, day, event
from timeline.layout.axis import Axis
from timeline.layout.placement import (
    Frame,
    Placed,
    _give_rows_to_bare_marks,
    _has_room,
    _hide_by_zoom,
    _in_row,
    _label_by_zoom,
    place,
)
from timeline.layout.rows import Row
from timeline.model import Event, Moment, Precision, When
from timeline.model.kinds import Shape
from timeline.model.scene import FONT_SIZE, label_gap
from timeline.model.seconds import DAY, at_day
from timeline.typography import fit, text_width

#: A plot 1000 px wide, all of which is shown first, and one that shows the second of four parts first.
ALL = Frame(plot_width=1000, margin=10, whole=(0.0, 1.0))
PART = Frame(plot_width=1000, margin=10, whole=(-1.0, 3.0))


def disc(_event: Event) -> Shape:
    return Shape.DISC


def placed(start: float, end: float | None = None, reach: float = 100, **more: object) -> Placed:
    """A dot, or a bar, whose label ends ``reach`` px from it."""
    values: dict[str, object] = {
        "event": event(f"{start} {end} {more}"),
        "mark_kind": "dot" if end is None else "span",
        "label": "label",
        "start": start,
        "end": start if end is None else end,
        "width": reach - label_gap(4.0),
        "size": 4.0,
        "zoom": 1.0,
    }
    return Placed(**(values | more))  # type: ignore[arg-type]  # values come as keywords


def by_id(*entries: Placed) -> dict[str, Placed]:
    return {entry.event.id: entry for entry in entries}


def test_at_first_only_the_plot_is_in_view() -> None:
    assert [PART.is_in_view(share, 1) for share in (-0.1, 0, 1, 1.1)] == [False, True, True, False]
    assert not PART.is_in_view(0.5, 2)


def test_a_label_in_view_is_bound_by_the_plot_and_any_other_by_the_whole() -> None:
    assert PART.bounds(0.5, 1) == (-10, 1010)
    assert PART.bounds(1.5, 1) == (-1010, 3010)
    assert PART.bounds(0.5, 2) == (-2010, 6010)


@pytest.mark.parametrize(
    ("start", "end", "is_in_view", "along_from"),
    [
        (-0.5, -0.25, False, -0.5),
        (-0.5, 0, True, 0),
        (0.5, 0.75, True, 0.5),
        (1, 1.5, True, 1),
        (1.25, 1.5, False, 1.25),
    ],
)
def test_a_mark_is_in_view_by_its_ends_and_a_label_along_it_begins_there(
    start: float, end: float, is_in_view: bool, along_from: float
) -> None:
    bar = placed(start, end)
    assert (bar.is_in_view, bar.along_from) == (is_in_view, along_from)
    assert (bar.anchor(1), bar.anchor(-1), bar.anchor(0)) == (end, start, along_from)


def test_a_label_along_a_bar_begins_after_the_gap_from_where_the_bar_begins() -> None:
    assert placed(0.25, 0.75, side=0).text_extent(1000) == (250 + label_gap(4.0), 350)


@pytest.mark.parametrize(
    ("start", "end", "reach", "side"),
    [
        (0.5, None, 510, 1),  # the label ends with the frame
        (0.5, None, 511, None),  # neither side has room
        (0.75, None, 260, 1),
        (0.75, None, 261, -1),
        (0.75, None, 760, -1),
        (0.75, None, 761, None),
        (0.25, 0.9375, 260, -1),  # a bar
        (0.25, 0.9375, 261, 0),
        (0.25, 0.9375, 760, 0),
        (0.25, 0.9375, 761, None),
    ],
)
def test_a_label_stands_on_the_first_side_on_which_it_ends_within_the_frame(
    start: float, end: float | None, reach: float, side: int | None
) -> None:
    found = _in_row(placed(start, end, reach), Row(), ALL)
    assert (found and found.side) == side


def test_at_first_the_label_of_a_bar_that_leaves_the_view_begins_in_it() -> None:
    sides = [_in_row(placed(*ends), Row(), PART) for ends in ((-0.5, 1.5), (-0.5, 0.5), (0.5, 1.5))]
    assert [found and found.side for found in sides] == [0, 1, -1]
    beyond = [_in_row(placed(*ends), Row(), PART) for ends in ((-0.5, -0.25), (1.25, 1.5))]
    assert [found and found.side for found in beyond] == [1, 1]
    zoomed = _in_row(placed(-0.5, 1.5), Row(), PART, 2.0)
    assert zoomed
    assert (zoomed.side, zoomed.zoom) == (1, 2)


def test_a_row_keeps_the_room_that_a_label_took() -> None:
    row = Row()
    assert _in_row(placed(0.25), row, ALL)
    assert row.taken == [(246, 350)]
    assert [row.is_free(*place) for place in ((360, 380), (359, 380), (200, 236), (200, 237))] == [
        True, False, True, False,
    ]  # fmt: skip


def test_a_bare_mark_takes_the_first_row_with_room_and_the_others_three_rows_at_the_bottom() -> None:
    full, free = Row([(0, 1000)]), Row([(0, 100)])
    bare = [placed(0.5, zoom=inf, event=event(name)) for name in "abcdef"]
    entries = by_id(placed(0.75, row=1), *bare)
    assert _give_rows_to_bare_marks(entries, [full, free], 1000) == 5
    assert [entry.row for entry in entries.values()] == [1, 1, 2, 3, 4, 2, 3]
    assert _give_rows_to_bare_marks(by_id(*bare[:2]), [full], 1000) == 3
    assert _give_rows_to_bare_marks(by_id(*bare[:1]), [Row()], 1000) == 1


@pytest.mark.parametrize(
    ("apart", "deepest", "zoom"),
    [
        (0.125, 1, 2.0),
        (180 / 1000 / 2**14, 1, 2.0**14),  # so many levels are tried at the least
        (180 / 1000 / 2**15, 1, inf),
        (180 / 1000 / 2**15, 2.0**14 + 1, 2.0**15),  # up to the deepest zoom
    ],
)
def test_a_label_waits_for_the_first_zoom_at_which_its_row_has_room(
    apart: float, deepest: float, zoom: float
) -> None:
    entries = by_id(placed(0.25, reach=160), placed(0.25 + apart, reach=100, zoom=inf, mark_kind="dot"))
    first, second = entries
    _label_by_zoom(entries, 1, ALL, deepest)
    assert (entries[first].zoom, entries[second].zoom) == (1, zoom)


def test_labels_that_wait_in_one_row_are_given_room_in_turn() -> None:
    entries = by_id(*(placed(0.5 + n / 64, zoom=inf) for n in range(5)))
    _label_by_zoom(entries, 1, ALL, 1)
    assert [(entry.zoom, entry.side) for entry in entries.values()] == [
        (2, 1), (8, 1), (4, 1), (8, 1), (2, 1),
    ]  # fmt: skip


def test_below_zoom_1_a_label_is_shown_while_it_has_room_and_the_main_events_come_first() -> None:
    main = placed(0.75, side=-1, event=event("main", key=True))
    entries = by_id(placed(0.25), main, placed(0.5, zoom=2.0, row=1))
    _hide_by_zoom(entries, PART)
    assert [entry.zoom for entry in entries.values()] == [0.5, 0.25, 2]


def test_at_the_least_zoom_a_label_that_is_alone_is_shown() -> None:
    (entry,) = place([event("a", 2)], disc, days(8, PART), PART)
    assert entry.zoom == 0.25


def test_a_label_that_has_room_only_from_zoom_1_on_is_shown_from_there_on() -> None:
    entries = by_id(placed(0.25), placed(0.375, zoom=2.0))
    _hide_by_zoom(entries, Frame(1000, 10, (-1.5, 1.5)))  # tried: a third, two thirds, not four
    assert [entry.zoom for entry in entries.values()] == [1, 2]


@pytest.mark.parametrize(
    ("entry", "other", "has_room"),
    [
        # The frame: px -10 to 1010
        (placed(0.875, reach=135), None, True),
        (placed(0.875, reach=136), None, False),
        (placed(0.125, reach=135, side=-1), None, True),
        (placed(0.125, reach=136, side=-1), None, False),
        # a mark that begins, or ends, where the label ends; another has its label on it
        (placed(0.5), placed(0.625, size=25.0), True),
        (placed(0.5), placed(0.625, size=26.0), False),
        (placed(0.5, side=-1), placed(0.375, size=25.0), True),
        (placed(0.5, side=-1), placed(0.375, size=26.0), False),
    ],
)
def test_a_label_may_touch_the_edge_of_the_frame_and_a_mark(
    entry: Placed, other: Placed | None, has_room: bool
) -> None:
    row = [entry, other] if other else [entry]
    assert _has_room(entry, row, [], ALL, 1) is has_room


@pytest.mark.parametrize(
    ("entry", "shown", "has_room"),
    [
        (placed(0.25), placed(0.5, reach=140, side=-1), True),
        (placed(0.25), placed(0.5, reach=141, side=-1), False),
        (placed(0.5, reach=140, side=-1), placed(0.25), True),
        (placed(0.5, reach=141, side=-1), placed(0.25), False),
    ],
)
def test_labels_of_a_row_keep_ten_px_between_them(entry: Placed, shown: Placed, has_room: bool) -> None:
    assert _has_room(entry, [entry], [shown], ALL, 1) is has_room


def days(count: int, frame: Frame = ALL) -> Axis:
    """An axis of so many days from DAY_ONE on."""
    first = at_day(DAY_ONE)
    return Axis(first, first + count * DAY, frame.whole, (), "", has_clock=False, has_long_days=False)


def in_rows(events: Sequence[Event], count: int) -> list[int]:
    return [entry.row for entry in place(events, disc, days(count), ALL)]


def test_a_track_has_twelve_rows_and_three_at_the_bottom_for_marks_without_a_label() -> None:
    label = "a label that fills more than half of the plot " * 2
    crowd = [event(f"e{n}", n, label=label) for n in range(40)]
    assert in_rows(crowd, 4000)[:18] == [*range(12), 12, 13, 14, 12, 13, 14]


def test_events_of_one_day_stand_in_up_to_a_hundred_rows() -> None:
    assert in_rows([event(f"e{n}") for n in range(103)], 10) == list(range(103))
    assert in_rows([event(f"e{n}") for n in range(104)], 10)[-1] == 100


def test_what_has_no_room_at_any_zoom_never_shows_its_label() -> None:
    entries = place([event(f"e{n}") for n in range(104)], disc, days(10), ALL)
    assert [(entry.zoom, entry.side) for entry in entries[-5:]] == [
        (1, 1), (2, 1), (2, 1), (2, 1), (inf, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "frame", "room"),
    [
        (day(2), ALL, 760),
        (day(6), ALL, 760),
        (day(2), PART, 760),
        (day(-4), PART, 3510),
        (When(day(-4).start, day(-3).start), PART, 3510),
        (When(day(-4).start, day(-1).start), PART, 3510),
        (When(day(-4).start, day(0).start), PART, 1010),  # a bar that ends where the view begins
        (When(day(-4).start, day(2).start), PART, 1010),
        (When(day(2).start, day(4).start), PART, 760),
    ],
)
def test_a_label_is_cut_to_the_widest_room_that_it_can_have(when: When, frame: Frame, room: float) -> None:
    text = "a very long label " * 50
    (entry,) = place([event("a", when, label=text)], disc, days(8, frame), frame)
    assert entry.label == fit(text, FONT_SIZE, room - label_gap(4.5))
    assert entry.width == text_width(entry.label, FONT_SIZE)


def test_a_band_narrower_than_its_mark_is_a_faded_dot() -> None:
    def band(moment: Moment, width: float) -> tuple[str, float]:
        frame = Frame(width, 10, (0.0, 1.0))
        (entry,) = place([event("a", When(moment))], disc, days(4), frame)
        return entry.mark_kind, entry.band_from

    two_days = Moment(DAY_ONE + timedelta(1), DAY_ONE + timedelta(2), Precision.PART)
    assert band(two_days, 36) == ("soft", 0)  # 9 px, as wide as the mark
    assert band(two_days, 32) == ("blur", 1.125)
    assert band(Moment(DAY_ONE, DAY_ONE, Precision.DAY, approximate=True), 36) == ("blur", inf)


def test_a_span_that_goes_on_reaches_to_the_end_of_the_whole() -> None:
    spans = [When(day(1).start, open_end=True), When(day(1).start, day(2).start), day(1)]
    entries = place([event(str(n), when) for n, when in enumerate(spans)], disc, days(8, PART), PART)
    assert [(entry.mark_kind, entry.end) for entry in entries] == [
        ("span", 3), ("span", 0.25), ("dot", 0.125),
    ]  # fmt: skip
