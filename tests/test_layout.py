"""Laying out: labels never meet, nothing leaves the frame, and the same input gives the same scene."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from math import inf

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.make import DAY_ONE, day, event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.layout.rows import SPACE
from timeline.layout.text import fit, text_width
from timeline.model import Era, Moment, Precision, Timeline, When
from timeline.scene import Node, Scene, label_gap

days = st.integers(0, 400).map(day)
spans = st.tuples(st.integers(0, 300), st.integers(1, 60)).map(
    lambda pair: When(day(pair[0]).start, day(sum(pair)).start)
)
months = st.integers(0, 300).map(
    lambda n: When(Moment(DAY_ONE + timedelta(n), DAY_ONE + timedelta(n + 27), Precision.PART))
)
labels = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=90)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    count = draw(st.integers(1, 60))
    return timeline(
        event(
            f"e{number}",
            draw(days | spans | months),
            draw(st.sampled_from(["US–Russia", "Europe", "United Nations"])),
            label=draw(labels),
            key=draw(st.booleans()),
        )
        for number in range(count)
    )


def label_stretch(scene: Scene, node: Node, zoom: float) -> tuple[float, float]:
    """Left and right end of a node's label text, in px, on a sheet zoomed so far."""
    wide = scene.plot_width * zoom
    gap = label_gap(node.size)
    left = node.end * wide + gap if node.side > 0 else node.start * wide - gap - node.width
    return left, left + node.width


@given(timelines(), st.integers(320, 1600))
@settings(max_examples=150)
def test_no_two_labels_of_a_row_meet_at_any_zoom_at_which_they_are_shown(
    events: Timeline, width: int
) -> None:
    scene = lay_out(events, width)
    for zoom in (1.0, 1.7, 2.0, 3.0, 8.0, 100.0):
        shown = [node for node in scene.nodes if node.zoom <= zoom]
        for row in {node.y for node in shown}:
            stretches = sorted(label_stretch(scene, node, zoom) for node in shown if node.y == row)
            assert all(after[0] - before[1] >= SPACE - 0.001 for before, after in pairwise(stretches))


@given(timelines(), st.integers(320, 1600))
@settings(max_examples=150)
def test_every_event_has_its_mark_in_the_plot_and_its_label_in_the_frame(
    events: Timeline, width: int
) -> None:
    scene = lay_out(events, width)
    assert [node.event for node in scene.nodes] == [one.id for one in events.events]
    for node in scene.nodes:
        lane = scene.lanes[node.lane]
        assert 0 <= node.start <= node.x <= node.end <= 1
        assert lane.top < node.y < lane.bottom <= scene.height
        if node.zoom == 1:
            left, right = label_stretch(scene, node, 1)
            assert scene.left + left >= 0
            assert scene.left + right <= width


@given(timelines(), st.integers(320, 1600))
@settings(max_examples=50)
def test_dates_of_the_grid_never_meet(events: Timeline, width: int) -> None:
    scene = lay_out(events, width)
    ends = []
    for tick in scene.ticks:
        line, wide = scene.px(tick.x), text_width(tick.label, 12) + 4
        ends.append((line, line + wide) if tick.anchor == "start" else (line - wide, line))
    assert all(after[0] >= before[1] for before, after in pairwise(ends))
    assert all(left >= 0 and right <= width for left, right in ends)


@given(timelines())
@settings(max_examples=20)
def test_the_same_timeline_gives_the_same_scene(events: Timeline) -> None:
    assert lay_out(events, 960) == lay_out(events, 960)


def test_two_events_of_one_day_stand_in_two_rows() -> None:
    scene = lay_out(timeline([event("a", 3), event("b", 3)]), 960)
    assert scene.nodes[0].x == scene.nodes[1].x
    assert scene.nodes[1].y - scene.nodes[0].y == 24


def test_a_row_is_added_only_where_labels_would_meet() -> None:
    scene = lay_out(timeline([event("a", 0), event("b", 60), event("c", 120)]), 960)
    assert len({node.y for node in scene.nodes}) == 1


def test_a_label_at_the_right_edge_stands_left_of_its_mark() -> None:
    scene = lay_out(timeline([event("first", 0), event("last one of all", 30)]), 960)
    assert [node.side for node in scene.nodes] == [1, -1]


def test_a_main_event_takes_the_first_row() -> None:
    scene = lay_out(timeline([event("a", 3), event("b", 3, key=True)]), 960)
    assert scene.nodes[1].y < scene.nodes[0].y


def test_labels_that_find_no_row_wait_for_a_zoom_and_keep_their_mark() -> None:
    crowd = timeline(event(f"an event with a long label {n}", n) for n in range(120))
    scene = lay_out(crowd, 720)
    zooms = {node.zoom for node in scene.nodes}
    assert len(scene.nodes) == 120
    assert zooms > {1.0, 2.0}
    assert inf not in zooms


def test_a_day_is_a_dot_a_span_a_bar_and_a_month_a_soft_band() -> None:
    month = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    weekend = When(day(10).start, day(11).start)
    scene = lay_out(timeline([event("day", 9), event("weekend", weekend), event("month", month)]), 960)
    assert {node.event: node.form for node in scene.nodes} == {
        "day": "dot",
        "weekend": "span",
        "month": "soft",
    }


def test_what_was_announced_and_not_held_is_hollow() -> None:
    scene = lay_out(timeline([event("a", 1), event("b", 9, status="cancelled")]), 960)
    assert [node.hollow for node in scene.nodes] == [False, True]


def test_five_weeks_have_a_line_for_each_monday_and_name_the_year_once() -> None:
    scene = lay_out(timeline([event("a", 0), event("b", 31)]), 960)
    assert [tick.label.replace("\xa0", " ") for tick in scene.ticks] == [
        "10 Feb 2025",
        "17 Feb",
        "24 Feb",
        "3 Mar",
        "10 Mar",
    ]


def test_finer_dates_come_as_one_zooms_in_and_keep_the_lines_that_were_there() -> None:
    grids = lay_out(timeline([event("a", 0), event("b", 31)]), 960).grids
    assert [len(grid.ticks) for grid in grids] == [5, 34]
    assert {tick.x for tick in grids[0].ticks} <= {tick.x for tick in grids[1].ticks}
    assert grids[1].zoom > 1


def test_two_thousand_years_have_lines_in_round_years() -> None:
    ends = [When(Moment.day(date(1, 1, 1))), When(Moment.day(date(9999, 12, 31)))]
    scene = lay_out(timeline([event("a", ends[0]), event("b", ends[1])]), 560)
    assert [tick.label for tick in scene.ticks][:3] == ["1", "1000", "2000"]


def test_an_era_is_named_above_the_tracks() -> None:
    pause = Era("Aid paused", When(day(10).start, day(20).start))
    scene = lay_out(timeline([event("a", 0), event("b", 30)], eras=(pause,)), 960)
    assert scene.eras[0].name == "Aid paused"
    assert scene.eras[0].y < scene.lanes[0].top


def test_narrow_sheets_put_a_tracks_name_above_its_rows() -> None:
    assert [lay_out(timeline([event("a"), event("b", 9)]), width).names_above for width in WIDTHS] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_text_too_long_for_its_room_ends_in_an_ellipsis() -> None:
    assert fit("Emergency summit in Paris", 13, 1000) == "Emergency summit in Paris"
    assert fit("Emergency summit in Paris", 13, 100).endswith("…")
