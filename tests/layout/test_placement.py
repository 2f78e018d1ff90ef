"""Placement: which room a mark and its label take, from which zoom on, and what bounds them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import inf

import pytest

from tests.helpers.make import DAY_ONE, day, event
from timeline.layout.axis import Axis
from timeline.layout.placement import Frame, Placed, place
from timeline.layout.rows import Row
from timeline.layout.zooming import label_by_zoom
from timeline.model import Event, Moment, Precision, When
from timeline.model.kinds import Shape
from timeline.model.scene import FONT_SIZE, NOTE_SIZE, label_gap
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


def by_zoom(*entries: Placed, frame: Frame = ALL, deepest: float = 1) -> list[tuple[float, int]]:
    """From which zoom on each label is shown, and on which side."""
    return [(entry.zoom, entry.side) for entry in label_by_zoom(entries, frame, deepest)]


def days(count: int, frame: Frame = ALL) -> Axis:
    """An axis of so many days from DAY_ONE on."""
    first = at_day(DAY_ONE)
    return Axis(first, first + count * DAY, frame.whole, (), "", has_clock=False, has_long_days=False)


def in_eighths(*events: Event, frame: Frame = ALL) -> list[Placed]:
    """The events placed where the first eight days are in view."""
    return place(events, disc, days(8, frame), frame)


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


def test_texts_along_a_bar_begin_after_the_gap_from_where_the_bar_begins() -> None:
    bar = placed(0.25, 0.75, side=0, note="a note")
    note = text_width("a note", NOTE_SIZE)
    gap = label_gap(4.0)
    assert bar.text_extents(1000, 0) == [(250 + gap, 350), (250 + gap, 250 + gap + note)]
    assert bar.text_extents(1000, -1) == [(150, 250 - gap), (250 - gap - note, 250 - gap)]


def test_a_note_takes_only_the_room_of_its_text() -> None:
    entry = placed(0.25, note="a note")
    assert entry.extents(1000, 1) == [(246, 350), entry.text_extents(1000, 1)[1]]


@pytest.mark.parametrize(
    ("start", "end", "reach", "zoom", "side"),
    [  # at zoom 2, the frame is from -10 to 2010 px
        (0.5, None, 1010, 2, 1),  # the label ends with the frame
        (0.5, None, 1011, 4, 1),  # neither side has room
        (0.75, None, 510, 2, 1),
        (0.75, None, 511, 2, -1),
        (0.75, None, 1510, 2, -1),
        (0.75, None, 1511, 4, -1),
        (0.25, 0.9375, 135, 2, 1),  # a bar
        (0.25, 0.9375, 136, 2, -1),
        (0.25, 0.9375, 510, 2, -1),
        (0.25, 0.9375, 511, 2, 0),
        (0.25, 0.9375, 1510, 2, 0),
        (0.25, 0.9375, 1511, 4, 0),
    ],
)
def test_a_label_stands_on_the_first_side_on_which_it_ends_within_the_frame(
    start: float, end: float | None, reach: float, zoom: float, side: int
) -> None:
    assert by_zoom(placed(start, end, reach, zoom=inf)) == [(zoom, side)]


@pytest.mark.parametrize(
    ("start", "end", "side"), [(-4, 12, 0), (-4, 4, 1), (4, 12, -1), (-4, -2, 1), (10, 12, 1)]
)
def test_at_first_the_label_of_a_bar_that_leaves_the_view_begins_in_it(
    start: int, end: int, side: int
) -> None:
    (bar,) = in_eighths(event("a", When(day(start).start, day(end).start)), frame=PART)
    assert (bar.zoom, bar.side) == (1, side)
    zoomed = by_zoom(placed(start / 8, end / 8, zoom=inf), frame=PART)
    assert zoomed == [(2, 1)]


def test_a_row_keeps_ten_px_on_either_side_of_what_it_holds() -> None:
    row = Row()
    row.take(246, 350)
    assert [row.is_free(*room) for room in ((360, 380), (359, 380), (200, 236), (200, 237))] == [
        True, False, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(("more", "row"), [(0.01, 0), (-0.01, 1)])
def test_a_mark_keeps_ten_px_from_the_label_before_it(more: float, row: int) -> None:
    day_width = label_gap(4.5) + text_width("a", FONT_SIZE) + 10 + 4.5 + more
    frame = Frame(8 * day_width, 10, (0.0, 1.0))
    assert [entry.row for entry in in_eighths(event("a"), event("b", 1), frame=frame)] == [0, row]


def test_a_bare_mark_takes_the_first_row_with_room_and_the_others_three_rows_at_the_bottom() -> None:
    long = "a label that is longer than the plot is wide " * 10
    full = [event(f"full {n}", label=long, key=True) for n in range(11)]
    ends = [event("first", key=True), event("last", 8, key=True)]
    bare = [event(f"bare {n}", 4, label=long) for n in range(6)]
    entries = in_eighths(*full, *ends, *bare)
    assert [entry.row for entry in entries] == [*range(11), 11, 11, 11, 12, 13, 14, 12, 13]
    assert [entry.zoom for entry in entries] == [1] * 13 + [inf] * 6


def test_a_note_stands_in_the_row_below_its_label_which_it_may_add() -> None:
    noted = event("noted", 4, key=True, note="a note")
    entries = in_eighths(event("a", key=True), noted, event("b", 4), event("c", 7))
    assert [entry.row for entry in entries] == [0, 0, 2, 0]
    assert [entry.rows for entry in entries] == [1, 2, 1, 1]
    under = in_eighths(event("a", key=True), event("noted", key=True, note="a note"), event("b", 1))
    assert [entry.row for entry in under] == [0, 1, 0]


def test_events_of_one_day_have_rows_for_their_notes_too() -> None:
    entries = in_eighths(*(event(f"e{n}", key=True, note="a note") for n in range(7)))
    assert [entry.row for entry in entries] == [0, 2, 4, 6, 8, 10, 12]
    assert [entry.note for entry in entries] == ["a note"] * 7


def test_a_note_is_left_out_where_its_label_alone_has_room() -> None:
    long = "a label that fills more than half of the plot, and a part of the other half, too"
    entries = in_eighths(*(event(f"e{n}", n % 2, label=long, key=True, note="a note") for n in range(13)))
    assert [entry.row for entry in entries[::2]] == [0, 2, 4, 6, 8, 10, 12]
    assert [entry.row for entry in entries[1::2]] == [1, 3, 5, 7, 9, 11]  # beside a note
    assert [entry.note for entry in entries] == ["a note", ""] * 6 + ["a note"]


def test_only_main_events_have_a_note_and_only_where_ranks_are_shown() -> None:
    plain, main = event("a", 1, note="a note"), event("b", 4, key=True, note="a note")
    assert [entry.note for entry in in_eighths(plain, main)] == ["", "a note"]
    simple = Frame(1000, 10, (0.0, 1.0), has_ranks=False)
    entries = in_eighths(plain, main, frame=simple)
    assert [entry.note for entry in entries] == ["", ""]
    assert [entry.width for entry in entries] == [
        text_width("a", FONT_SIZE), text_width("b", FONT_SIZE, bold=True),
    ]  # fmt: skip


@pytest.mark.parametrize(("more", "note"), [(0.01, "a rather long note"), (-0.01, "")])
def test_a_note_wider_than_its_room_is_left_out(more: float, note: str) -> None:
    room = text_width("a rather long note", NOTE_SIZE) + label_gap(6.5, key=True) + more
    frame = Frame(2 * room, 0, (0.0, 1.0))
    (entry,) = in_eighths(event("a", 4, key=True, note="a rather long note"), frame=frame)
    assert (entry.label, entry.note) == ("a", note)


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
    first, second = placed(0.25, reach=160), placed(0.25 + apart, zoom=inf)
    assert by_zoom(first, second, deepest=deepest) == [(1, 1), (zoom, 1)]


def test_labels_that_wait_in_one_row_are_given_room_in_turn() -> None:
    waiting = [placed(0.5 + n / 64, zoom=inf) for n in range(5)]
    assert by_zoom(*waiting) == [(2, 1), (8, 1), (4, 1), (8, 1), (2, 1)]


def test_a_label_waits_for_room_beside_the_note_of_the_row_above() -> None:
    noted = placed(0.25, row=1, note="a note that is quite long")
    reach = label_gap(4.0) + text_width("a note that is quite long", NOTE_SIZE) + 10 + 4
    near = [placed(0.25 + (reach + more) / 2000, row=row, zoom=inf) for more, row in ((1, 2), (-1, 2))]
    assert by_zoom(noted, near[0]) == [(1, 1), (2, 1)]
    assert by_zoom(noted, near[1]) == [(1, 1), (4, 1)]


def test_below_zoom_1_a_label_is_shown_while_it_has_room_and_the_main_events_come_first() -> None:
    main = placed(0.75, side=-1, event=event("main", key=True))
    found = by_zoom(placed(0.25), main, placed(0.5, zoom=2.0, row=1), frame=PART)
    assert found == [(0.5, 1), (0.25, -1), (2, 1)]


def test_at_the_least_zoom_a_label_that_is_alone_is_shown() -> None:
    assert by_zoom(*in_eighths(event("a", 2), frame=PART), frame=PART) == [(0.25, 1)]


def test_a_label_that_has_room_only_from_zoom_1_on_is_shown_from_there_on() -> None:
    frame = Frame(1000, 10, (-1.5, 1.5))  # tried: a third, two thirds, not four
    assert by_zoom(placed(0.25), placed(0.375, zoom=2.0), frame=frame) == [(1, 1), (2, 1)]


@pytest.mark.parametrize(
    ("entry", "other", "zoom"),
    [
        # at zoom 0.25, the frame is from -260 to 760 px
        (placed(2.5, reach=135), None, 0.25),
        (placed(2.5, reach=136), None, 0.5),
        (placed(-0.5, reach=135, side=-1), None, 0.25),
        (placed(-0.5, reach=136, side=-1), None, 0.5),
        # a mark that begins, or ends, where the label ends
        (placed(0.5), placed(1, size=25.0, zoom=2.0), 0.25),
        (placed(0.5), placed(1, size=26.0, zoom=2.0), 0.5),
        (placed(1, side=-1), placed(0.5, size=25.0, zoom=2.0), 0.25),
        (placed(1, side=-1), placed(0.5, size=26.0, zoom=2.0), 0.5),
        # a mark in another row
        (placed(0.5), placed(0.75, row=1, zoom=2.0), 0.25),
        # a mark in the row of the note
        (placed(0.5, note="a rather long note"), placed(0.75, row=1, zoom=2.0), 0.5),
        (placed(0.5, note="a rather long note"), placed(0.75, row=2, zoom=2.0), 0.25),
    ],
)
def test_below_zoom_1_a_label_may_touch_the_edge_of_the_frame_and_a_mark(
    entry: Placed, other: Placed | None, zoom: float
) -> None:
    assert by_zoom(*([entry, other] if other else [entry]), frame=PART)[0][0] == zoom


@pytest.mark.parametrize(
    ("entry", "shown", "zoom"),
    [
        (placed(0.5), placed(1.5, reach=140, side=-1), 0.25),
        (placed(0.5), placed(1.5, reach=141, side=-1), 0.5),
        (placed(1.5, reach=140, side=-1), placed(0.5), 0.25),
        (placed(1.5, reach=141, side=-1), placed(0.5), 0.5),
        # at zoom 0.5, the other label is shown as well
        (placed(1.5, reach=389.9, side=-1), placed(0.5), 0.5),
        (placed(1.5, reach=390.1, side=-1), placed(0.5), 1),
        # the note of the one is in the row of the other
        (placed(0.5, row=1, note="a rather long note"), placed(1.5, reach=140, side=-1, row=2), 0.5),
        (placed(0.5, row=1, reach=140), placed(1.5, side=-1, note="a rather long note"), 0.5),
        (placed(0.5, row=1, reach=140), placed(1.5, side=-1), 0.25),
    ],
)
def test_below_zoom_1_texts_of_a_row_keep_ten_px_between_them(
    entry: Placed, shown: Placed, zoom: float
) -> None:
    assert by_zoom(shown, entry, frame=PART) == [(0.25, shown.side), (zoom, entry.side)]


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
    assert by_zoom(*entries)[-5:] == [(1, 1), (2, 1), (2, 1), (2, 1), (inf, 1)]


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
