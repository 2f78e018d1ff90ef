"""Layout: labels never overlap, nothing leaves the frame, and the same input gives the same scene."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.examples import examples
from tests.helpers.make import DAY_ONE, day, event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.layout.placement import Placed
from timeline.layout.rows import SPACE
from timeline.layout.rtl import mirrored
from timeline.layout.ticks import Step, _lines, floor
from timeline.model import Era, Event, Moment, Precision, Timeline, When
from timeline.model.scene import MARGIN, ROW_HEIGHT, Node, Scene, label_gap
from timeline.model.seconds import DAY, at_day, first_of, parts
from timeline.typography import fit, text_width
from timeline.typography.direction import has_other_script, script

days = st.integers(0, 400).map(day)
minutes = st.tuples(st.integers(0, 400), st.times()).map(
    lambda pair: When(Moment.day(day(pair[0]).first, pair[1].replace(second=0, microsecond=0)))
)
spans = st.tuples(st.integers(0, 300), st.integers(1, 60)).map(
    lambda pair: When(day(pair[0]).start, day(sum(pair)).start)
)
months = st.integers(0, 300).map(
    lambda n: When(Moment(DAY_ONE + timedelta(n), DAY_ONE + timedelta(n + 27), Precision.PART))
)
labels = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=90)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    count = draw(st.integers(1, 40))
    kind = draw(st.sampled_from([days, days | minutes]))
    events = [
        event(
            f"e{number}",
            draw(kind | spans | months),
            draw(st.sampled_from(["US–Russia", "Europe", "United Nations"])),
            label=draw(labels),
            note=draw(labels)[:60],
            key=draw(st.booleans()),
        )
        for number in range(count)
    ]
    first = draw(st.integers(0, 300))
    view = When(day(first).start, day(first + draw(st.integers(1, 100))).start)
    return timeline(
        events, language=draw(st.sampled_from(["en", "ar"])), view=draw(st.none() | st.just(view))
    )


def label_extent(scene: Scene, node: Node, zoom: float) -> tuple[float, float]:
    """The left and right end of a node's label in px, at this zoom."""
    return text_extent(scene, node, zoom, node.width)


def text_extent(scene: Scene, node: Node, zoom: float, width: float) -> tuple[float, float]:
    """The left and right end of a text so many px wide beside the node's mark."""
    gap = label_gap(node.size, key=node.key)
    at = node.label_at * scene.plot_width * zoom
    left = at + gap if node.side > 0 else at - gap - width
    return left, left + width


def note_extent(scene: Scene, node: Node, zoom: float) -> tuple[float, float]:
    """The left and right end of a node's note in px, at this zoom."""
    return text_extent(scene, node, zoom, text_width(node.note, 12))


def texts_of_a_row(scene: Scene, row: float, zoom: float) -> list[tuple[float, float]]:
    """The extents of the labels of a row, given by its middle, and of the notes of the row above."""
    shown = [node for node in scene.nodes if node.zoom <= zoom]
    found = [label_extent(scene, node, zoom) for node in shown if node.y == row]
    found += [
        note_extent(scene, node, zoom) for node in shown if node.note and node.y == row - scene.row_height
    ]
    return sorted(found)


def mark_extent(scene: Scene, node: Node) -> tuple[float, float]:
    """The left and right end of a node's mark in px."""
    return node.start * scene.plot_width - node.size, node.end * scene.plot_width + node.size


def labels_of_a_row_are_apart_at_any_zoom_at_which_they_are_shown(scene: Scene) -> None:
    all_of_it = 1 / (scene.whole[1] - scene.whole[0])
    for zoom in (all_of_it, 1.3 * all_of_it, 0.5, 0.9, 1.0, 1.7, 2.0, 3.0, 8.0, 100.0):
        for row in {node.y for node in scene.nodes}:
            extents = texts_of_a_row(scene, row, zoom)
            assert all(after[0] - before[1] >= SPACE - 0.001 for before, after in pairwise(extents))


def marks_are_in_the_plot_and_labels_in_the_frame(scene: Scene, width: int) -> None:
    for node in scene.nodes:
        lane = scene.lanes[node.lane]
        assert scene.whole[0] - 1e-9 <= node.start <= node.x <= node.end <= scene.whole[1] + 1e-9
        assert lane.top < node.y < lane.bottom <= scene.height
        if node.zoom <= 1 and node.end >= 0 and node.start <= 1:
            assert 0 <= node.label_at <= 1
            left, right = label_extent(scene, node, 1)
            assert scene.left + left >= 0
            assert scene.left + right <= width


def dates_of_the_grid_are_apart(scene: Scene, width: int) -> None:
    ends = []
    for tick in scene.ticks:
        line, wide = scene.left + tick.x * scene.plot_width, text_width(tick.label, 12) + 4
        ends.append((line, line + wide) if tick.anchor == "start" else (line - wide, line))
    assert all(after[0] >= before[1] for before, after in pairwise(sorted(ends)))
    assert all(left >= 0 and right <= width for left, right in ends)


def no_mark_stands_on_the_label_of_another_event(scene: Scene) -> None:
    for node in scene.nodes:
        for other in scene.nodes:
            if node is not other and node.y == other.y and other.zoom <= 1:
                mark, text = mark_extent(scene, node), label_extent(scene, other, 1)
                assert mark[1] < text[0] or text[1] < mark[0]
            if other.note and node.y == other.y + scene.row_height and other.zoom <= 1:
                mark, text = mark_extent(scene, node), note_extent(scene, other, 1)
                assert mark[1] < text[0] or text[1] < mark[0]


def no_main_event_loses_its_label_to_another(made: Timeline, scene: Scene) -> None:
    bare = [event if event.key else replace(event, label="") for event in made.events]
    alone = lay_out(replace(made, events=tuple(bare)), scene.width)
    for node, there in zip(scene.nodes, alone.nodes, strict=True):
        if node.key and there.zoom <= 1:
            assert (node.label, node.note, node.side) == (there.label, there.note, there.side)
            assert node.zoom <= 1


def a_scene_mirrored_twice_is_as_it_was(scene: Scene) -> None:
    def rounded(scene: Scene) -> Scene:
        nodes = [
            replace(
                node,
                start=round(node.start, 9),
                x=round(node.x, 9),
                end=round(node.end, 9),
                day_end=node.day_end and round(node.day_end, 9),
                along_from=node.along_from and round(node.along_from, 9),
            )
            for node in scene.nodes
        ]
        ticks = [[replace(tick, x=round(tick.x, 9)) for tick in grid.ticks] for grid in scene.grids]
        grids = (replace(grid, ticks=tuple(t)) for grid, t in zip(scene.grids, ticks, strict=True))
        first, last = scene.whole
        whole = round(first, 9), round(last, 9)
        skyline = scene.skyline and replace(
            scene.skyline,
            columns=tuple(replace(column, x=round(column.x, 9)) for column in scene.skyline.columns),
            ticks=tuple(replace(tick, x=round(tick.x, 9)) for tick in scene.skyline.ticks),
            brief_ticks=tuple(replace(tick, x=round(tick.x, 9)) for tick in scene.skyline.brief_ticks),
        )
        return replace(scene, nodes=tuple(nodes), grids=tuple(grids), whole=whole, skyline=skyline)

    assert mirrored(scene) != scene
    assert rounded(mirrored(mirrored(scene))) == rounded(scene)


def test_labels_that_face_each_other_do_not_pass_through_each_other_as_one_zooms_in() -> None:
    span = event("span", When(day(0).start, day(1).start), label="a longer one")
    held = [span, event("point", 2, label="0"), event("far", 400)]
    scene = lay_out(replace(timeline(held), view=When(day(0).start, day(1).start)), 320)
    assert [(node.side, node.y) for node in scene.nodes[:2]] == [(1, 40.0), (-1, 40.0)]
    labels_of_a_row_are_apart_at_any_zoom_at_which_they_are_shown(scene)


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # it hides what was not met
@given(timelines(), st.integers(320, 1600))
@examples(0.5)  # each lays out thousands of dates
def test_whatever_the_events_nothing_meets_and_nothing_leaves_the_sheet(
    events: Timeline, width: int
) -> None:
    scene = lay_out(events, width)
    assert [node.event for node in scene.nodes] == [one.id for one in events.events]
    labels_of_a_row_are_apart_at_any_zoom_at_which_they_are_shown(scene)
    marks_are_in_the_plot_and_labels_in_the_frame(scene, width)
    dates_of_the_grid_are_apart(scene, width)
    no_mark_stands_on_the_label_of_another_event(scene)
    no_main_event_loses_its_label_to_another(events, scene)
    a_scene_mirrored_twice_is_as_it_was(scene)


def test_in_arabic_time_runs_from_right_to_left_and_names_stand_at_the_right() -> None:
    war = event("a war that fills the whole of the sheet", When(day(0).start, day(300).start))
    held = [war, event("late", 299, label="one of the last"), event("mid", 150, label="المحادثات")]
    pause = Era("Aid paused", When(day(10).start, day(90).start))
    there = lay_out(timeline(held, language="ar", eras=(pause,)), 960)
    here = mirrored(there)
    assert (there.left, there.right, there.is_mirrored) == (here.right, here.left, True)
    assert there.instant(0) == here.instant(1) > there.instant(1)
    assert [(node.side, node.along) for node in here.nodes] == [(1, True), (1, False), (-1, False)]
    assert [(node.side, node.along) for node in there.nodes] == [(-1, True), (-1, False), (1, False)]
    assert there.nodes[0].label_at == there.nodes[0].x == there.nodes[0].end == 1 - here.nodes[0].start
    assert {tick.anchor for tick in there.ticks} == {"end"}
    assert (there.eras[0].anchor, there.eras[0].end) == ("end", 1 - here.eras[0].start)


@pytest.mark.parametrize(
    ("text", "least"),
    [  # as wide as a browser draws them at 100 px in DejaVu Sans Bold, the widest font at hand
        ("ترامب وبوتين يتحدثان هاتفيًا", 1400),
        ("شخص ضخم صص سس شش ضض", 1673),
        ("שיחות ריאד", 532),
    ],
)
def test_letters_that_arial_lacks_are_given_their_greatest_width(text: str, least: float) -> None:
    assert least <= text_width(text, 100, bold=True) <= 1.1 * least


def test_a_main_events_label_is_as_wide_as_its_serif_type() -> None:
    # in Gelasio Bold, which has Georgia's widths, it is 228 px wide
    assert 228 <= text_width("Zelenskyy at the White House", 15, is_serif=True) <= 240
    (node,) = lay_out(timeline([event("a", label="Zelenskyy at the White House", key=True)]), 960).nodes
    assert node.width == text_width(node.label, 15, is_serif=True)


def test_a_note_takes_the_room_below_its_label_and_other_events_keep_clear_of_it() -> None:
    main = event("a main event", 3, key=True, note="The line below its label")
    scene = lay_out(timeline([main, event("b", 4), event("c", 60)]), 960)
    assert [node.note for node in scene.nodes] == ["The line below its label", "", ""]
    assert scene.nodes[1].y == scene.nodes[0].y + 2 * ROW_HEIGHT
    assert scene.nodes[2].y == scene.nodes[0].y


def test_a_note_without_room_is_left_out_and_only_main_events_have_one() -> None:
    long = "Wide" * 15
    scene = lay_out(timeline([event("a", key=True, note=long), event("b", 1, note="never shown")]), 320)
    assert [(node.label, node.note) for node in scene.nodes] == [("a", ""), ("b", "")]


def test_labels_of_statements_are_written_in_a_softer_ink() -> None:
    said = [event("a", kind="statement"), event("b", kind="statement", key=True), event("c", kind="vote")]
    assert [node.is_soft for node in lay_out(timeline(said), 960).nodes] == [True, False, False]


def test_two_events_of_one_day_stand_in_two_rows() -> None:
    scene = lay_out(timeline([event("a", 3), event("b", 3)]), 960)
    assert scene.nodes[0].x == scene.nodes[1].x
    assert scene.nodes[1].y - scene.nodes[0].y == ROW_HEIGHT


def test_a_row_is_added_only_where_labels_would_meet() -> None:
    scene = lay_out(timeline([event("a", 0), event("b", 60), event("c", 120)]), 960)
    assert len({node.y for node in scene.nodes}) == 1


def test_a_label_at_the_right_edge_stands_left_of_its_mark() -> None:
    scene = lay_out(timeline([event("first", 0), event("last one of all", 30)]), 960)
    assert [node.side for node in scene.nodes] == [1, -1]


def test_rows_go_down_in_time_order_so_that_they_read_as_a_staircase() -> None:
    scene = lay_out(timeline([event("the first of all", 0), event("b", 3, key=True), event("c", 5)]), 568)
    assert [node.y for node in scene.nodes] == sorted(node.y for node in scene.nodes)


def test_a_bar_as_long_as_the_sheet_keeps_its_whole_label_above_it() -> None:
    war = event("a war that fills the whole of the sheet", When(day(0).start, day(300).start))
    node = lay_out(timeline([war, event("b", 300)]), 720).nodes[0]
    assert (node.along, node.label, node.zoom) == (True, "a war that fills the whole of the sheet", 1)
    assert node.bar_y > node.y


@pytest.mark.parametrize(
    ("side", "extent"),
    [
        (1, (500 - 4.5, 550 + label_gap(4.5) + 80)),
        (-1, (500 - label_gap(4.5) - 80, 550 + 4.5)),
        (0, (500 - 4.5, 500 + label_gap(4.5) + 80)),
    ],
)
def test_a_place_is_kept_for_mark_and_label_to_their_last_pixel(
    side: int, extent: tuple[float, float]
) -> None:
    entry = Placed(event("weeks"), "soft", "a label", 0.5, 0.55, width=80, size=4.5)
    assert entry.extents(1000, side) == [pytest.approx(extent)]


def test_clock_times_count_only_where_there_are_some() -> None:
    one = lay_out(timeline([event("a", 3)]), 960)
    assert {tick.label[-5:] for tick in one.ticks} & {"00:00", "12:00"} == set()
    noon = When(Moment.day(DAY_ONE, time(12)))
    scene = lay_out(timeline([event("noon", noon), event("some time that day", 0)]), 960)
    kinds = {node.event: node.mark_kind for node in scene.nodes}
    assert kinds == {"noon": "dot", "some time that day": "soft"}
    assert scene.ticks[0].label.replace("\xa0", " ").startswith("12 Feb 2025 00:00")


@pytest.mark.parametrize("only", [date.min, date.max])
@pytest.mark.parametrize("clock", [None, time(23, 59)])
def test_a_timeline_of_the_first_or_last_day_that_a_date_can_hold_is_drawn(
    only: date, clock: time | None
) -> None:
    """With a clock time the axis ends with the day, else some days later."""
    moments = [Moment.day(only, clock), Moment.day(only)]
    scene = lay_out(timeline([event(str(n), When(moment)) for n, moment in enumerate(moments)]), 960)
    assert [0 <= node.start <= node.end <= 1 for node in scene.nodes] == [True, True]


def test_of_two_on_one_day_the_main_event_stands_first() -> None:
    scene = lay_out(timeline([event("a", 3), event("b", 3, key=True)]), 960)
    assert scene.nodes[1].y < scene.nodes[0].y


def test_labels_that_find_no_row_wait_for_a_zoom_and_keep_their_mark() -> None:
    crowd = timeline(event(f"an event with a long label {n}", n) for n in range(99))
    scene = lay_out(crowd, 720)
    zooms = {node.zoom for node in scene.nodes}
    assert len(scene.nodes) == 99
    assert zooms > {1.0, 2.0}
    assert inf not in zooms


def test_a_day_is_a_dot_a_span_a_bar_and_a_month_a_soft_band() -> None:
    month = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH))
    weekend = When(day(10).start, day(11).start)
    scene = lay_out(timeline([event("day", 9), event("weekend", weekend), event("month", month)]), 960)
    assert {node.event: node.mark_kind for node in scene.nodes} == {
        "day": "dot",
        "weekend": "span",
        "month": "soft",
    }


def test_a_band_is_as_wide_as_its_dates_and_a_narrow_one_is_a_faded_dot() -> None:
    month = When(Moment(date(1714, 7, 1), date(1714, 7, 31), Precision.MONTH))
    decade = When(Moment(date(1720, 1, 1), date(1729, 12, 31), Precision.DECADE))
    ends = [When(Moment.day(date(year, 1, 1))) for year in (1700, 2000)]
    whens = {"first": ends[0], "month": month, "decade": decade, "last": ends[1]}
    scene = lay_out(timeline(event(name, when) for name, when in whens.items()), 960)
    nodes = {node.event: node for node in scene.nodes}
    assert [nodes[name].mark_kind for name in ("month", "decade")] == ["blur", "soft"]
    years = (scene.last - scene.first) / (365.2425 * DAY)
    assert (nodes["decade"].end - nodes["decade"].start) * years == pytest.approx(10, abs=0.01)
    assert (nodes["month"].end - nodes["month"].start) * years == pytest.approx(30 / 365.2425)
    wide = (nodes["month"].end - nodes["month"].start) * scene.plot_width * nodes["month"].band_from
    assert wide == pytest.approx(2 * nodes["month"].size)


def test_a_view_fills_the_plot_and_the_rest_is_beyond_it() -> None:
    view = When(day(300).start, day(309).start)
    held = [event("early", 0), event("a", 300), event("b", 305), event("late", 320)]
    scene = lay_out(timeline(held, view=view), 960)
    shares = [node.x for node in scene.nodes]
    assert shares == pytest.approx([-30, 0, 0.5, 2])
    assert (scene.first, scene.last) == (at_day(day(300).first), at_day(day(310).first))
    assert scene.whole[0] <= -30
    assert scene.whole[1] == pytest.approx(2)
    assert all(0 <= tick.x <= 1 for tick in scene.ticks)
    assert scene.ticks[0].label.endswith("2025")
    assert scene.grids[0].zoom == pytest.approx(1 / (scene.whole[1] - scene.whole[0]))


def test_a_bar_that_leaves_the_view_has_its_label_in_it() -> None:
    view = When(day(100).start, day(199).start)
    across = event("all", When(day(0).start, day(300).start))
    held = [
        across,
        event("out", When(day(150).start, day(250).start)),
        event("in", When(day(50).start, day(120).start)),
    ]
    for language in ("en", "ar"):
        scene = lay_out(timeline(held, view=view, language=language), 960)
        nodes = {node.event: node for node in scene.nodes}
        edge = 1.0 if scene.is_mirrored else 0.0
        assert nodes["all"].label_at == edge
        assert all(node.zoom <= 1 and 0 <= node.label_at <= 1 for node in scene.nodes)
        assert label_extent(scene, nodes["all"], 1)[0] >= 0
        assert label_extent(scene, nodes["all"], 1)[1] <= scene.plot_width


def test_a_day_without_a_clock_time_begins_its_day_beside_those_that_have_one() -> None:
    noon = When(Moment.day(DAY_ONE, time(12)))
    scene = lay_out(timeline([event("day", 0), event("noon", noon), event("later", 9)]), 960)
    day_of, timed, _ = scene.nodes
    assert (day_of.mark_kind, timed.mark_kind, timed.day_end) == ("dot", "dot", None)
    assert timed.x == pytest.approx((day_of.x + (day_of.day_end or 0)) / 2)
    day_width = scene.plot_width * (timed.x - day_of.x) * 2
    assert scene.days_from == pytest.approx(48 / day_width)  # px from which on a line covers the day


def test_hours_and_minutes_have_lines_of_their_own() -> None:
    minutes = [When(Moment.day(DAY_ONE, time(21, minute))) for minute in (5, 9, 25)]
    scene = lay_out(timeline(event(str(n), when) for n, when in enumerate(minutes)), 960)
    labels = [tick.label.replace("\xa0", " ") for tick in scene.ticks]
    assert labels == ["12 Feb 2025 21:05", "21:10", "21:15", "21:20", "21:25"]


def test_years_before_the_year_1_have_lines() -> None:
    assert [parts(floor(first_of(year), Step("year", 100))).year for year in (-263, -99, 0, 99)] == [
        -299, -99, -99, 1,
    ]  # fmt: skip
    lines = _lines(first_of(-263), first_of(250), Step("year", 100))
    assert [parts(line).year for line in lines] == [-199, -99, 1, 100, 200]


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
    assert [tick.label for tick in scene.ticks][:3] == ["1 AD", "1000", "2000"]


def test_an_era_is_named_above_the_tracks() -> None:
    pause = Era("Aid paused", When(day(10).start, day(20).start))
    scene = lay_out(timeline([event("a", 0), event("b", 30)], eras=(pause,)), 960)
    assert scene.eras[0].name == "Aid paused"
    assert scene.eras[0].y < scene.lanes[0].top


def test_a_span_of_which_one_end_is_known_stands_there() -> None:
    known = day(10).start
    ends = [When(known, unknown_end=True), When(known, open_start=True), When(known, unknown_start=True)]
    first, *nodes, _ = lay_out(
        timeline([event("a", 0), *(event(str(n), when) for n, when in enumerate(ends)), event("z", 20)]),
        960,
    ).nodes
    assert {(node.mark_kind, node.x) for node in nodes} == {("dot", nodes[0].x)}
    assert first.x < nodes[0].x < 1


def test_an_era_of_one_day_can_be_seen_and_one_at_the_right_edge_is_named_to_its_left() -> None:
    vote = Era("The vote in parliament", When(day(30).start))
    scene = lay_out(timeline([event("a", 0), event("b", 30)], eras=(vote,)), 720)
    assert (scene.eras[0].name, scene.eras[0].anchor) == ("The vote in parliament", "end")


@pytest.mark.parametrize(("start", "end", "anchor"), [(1, 18, "start"), (12, 29, "end")])
def test_an_eras_long_name_stays_on_the_sheet(start: int, end: int, anchor: str) -> None:
    when = When(day(start).start, day(end).start)
    name = "Talks on confidence- and security-building measures and disarmament in Europe"
    scene = lay_out(timeline([event("a", 0), event("b", 30)], eras=(Era(name, when),)), 320)
    era = scene.eras[0]
    assert (era.anchor, era.name[-1]) == (anchor, "…")
    room = scene.plot_width * (1 - era.start if anchor == "start" else era.end) + MARGIN
    assert text_width(era.name, 12) <= room


def test_narrow_sheets_put_a_tracks_name_above_its_rows() -> None:
    scenes = [lay_out(timeline([event("a"), event("b", 9, track="Other")]), width) for width in WIDTHS]
    assert [scene.left == MARGIN for scene in scenes] == [True, True, False, False, False, False]


def test_a_text_too_long_for_its_room_ends_in_an_ellipsis() -> None:
    assert fit("Emergency summit in Paris", 13, 1000) == "Emergency summit in Paris"
    assert fit("Emergency summit in Paris", 13, 100).endswith("…")


@pytest.mark.parametrize(
    ("char", "is_wide"),
    [
        ("\u0378", False),  # of no version of Unicode so far
        ("\U000e0fff", False),
        ("\U0002fffd", True),  # among the ideographs
        ("\U00031350", True),  # of version 15
        ("\U0002ebf0", True),  # of version 15.1
        ("\U0001fae8", True),  # an emoji of version 15
    ],
)
def test_a_character_that_python_does_not_know_yet_is_as_wide_as_with_one_that_does(
    char: str, is_wide: bool
) -> None:
    assert (script(char) == " eastern") == has_other_script(char) == is_wide
    assert (text_width(char, 1000) == text_width("巴", 1000)) == is_wide


def test_the_events_are_gone_through_as_often_with_many_tracks_as_with_few() -> None:
    times = []
    for tracks in (2, 40):

        class Events(tuple[Event, ...]):
            __slots__ = ()
            passes = 0

            def __iter__(self) -> Iterator[Event]:
                type(self).passes += 1
                return super().__iter__()

        made = timeline([event(f"e{number}", number, track=f"T{number % tracks}") for number in range(80)])
        lay_out(replace(made, events=Events(made.events)), 1120)
        times.append(Events.passes)
    assert times[0] == times[1]


@pytest.mark.parametrize(
    ("side", "left", "right"),
    [(1, 600 + label_gap(6), 640 + label_gap(6)), (-1, 460 - label_gap(6), 500 - label_gap(6))],
)
def test_a_label_keeps_its_gap_on_either_side_of_its_mark(side: int, left: float, right: float) -> None:
    placed = Placed(event("a"), "dot", "Label", start=0.5, end=0.6, width=40, size=6, side=side)
    assert placed.text_extents(1000, side) == [pytest.approx((left, right))]
    assert placed.mark_extent(1000) == (494, 606)


def test_a_text_of_marks_alone_has_no_width() -> None:
    assert text_width("\u0e49\u200b", 13) == 0


def test_a_text_of_half_a_million_letters_is_cut_where_its_room_ends() -> None:
    assert fit("word " * 100_000, 13, 100) == "word word wor…"


def test_an_era_that_leaves_the_view_is_named_in_it() -> None:
    view = When(day(100).start, day(199).start)
    held = [event("a", 0), event("b", 150), event("c", 300)]
    ends = {
        "across": (10, 290),
        "into": (10, 120),
        "out": (190, 290),
        "before": (10, 20),
        "late": (199, 300),
    }
    eras = tuple(Era(name, When(day(first).start, day(last).start)) for name, (first, last) in ends.items())
    scene = lay_out(timeline(held, view=view, eras=eras), 960)
    found = {era.name: era for era in scene.eras}
    for name in ("across", "into", "out", "late"):
        era = found[name]
        assert 0 <= era.name_at <= 1
        left = era.name_at * scene.plot_width - (text_width(name, 12) if era.anchor == "end" else 0)
        assert left + scene.left >= 0
        assert left + text_width(name, 12) <= scene.plot_width + MARGIN
    assert found["before"].name_at < 0
    rows = {era.name: era.y for era in scene.eras}
    assert len({rows["across"], rows["into"]}) == 2


def test_rows_are_higher_for_scripts_with_high_and_deep_letters() -> None:
    latin = lay_out(timeline([event("Talks", 3), event("More talks", 3)]), 960)
    arabic = lay_out(timeline([event("a", 3, label="محادثات"), event("b", 3)]), 960)
    assert latin.nodes[1].y - latin.nodes[0].y == latin.row_height == 19
    assert arabic.nodes[1].y - arabic.nodes[0].y == arabic.row_height == 27


@pytest.mark.parametrize("width", WIDTHS)
def test_a_lone_track_has_no_name_and_leaves_its_room_to_the_events(width: int) -> None:
    lone = lay_out(timeline([event("one", day(0)), event("two", day(9))]), width)
    assert lone.named_lanes == ()
    assert lone.left == MARGIN
    several = lay_out(timeline([event("one", day(0)), event("two", day(9), track="Other")]), width)
    assert [lane.name for lane in several.named_lanes] == [lane.name for lane in several.lanes]
    assert len(several.lanes) == 2
