"""Lanes with more events than there is room for: some have labels, the others are gathered in columns."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations
from math import inf

import pytest

from tests.helpers.make import day, event, five_weeks, many, timeline
from timeline.layout import WIDTHS, lay_out, lay_out_all
from timeline.layout.folding import importance
from timeline.model import Event, Moment, Precision, Source, When
from timeline.model.kinds import Shape
from timeline.model.scene import FONT_SIZE, KEY_FONT_SIZE, Node, Scene, label_gap
from timeline.model.scene.skyline import GAP, SQUARE


@pytest.fixture(
    scope="module", params=[(120, 10, 3650), (300, 8, 3650), (400, 1, 3), (5000, 20, 90)], ids=str
)
def scenes(request: pytest.FixtureRequest) -> list[Scene]:
    """Scenes of more events than there is room for, from narrow to wide."""
    return [lay_out(many(*request.param), width) for width in WIDTHS]


def test_a_scene_is_never_higher_than_one_and_a_half_screens_of_800_px(scenes: list[Scene]) -> None:
    assert scenes[0].clusters
    assert max(scene.height for scene in scenes) <= 1200


def test_each_event_has_a_mark_of_its_own_or_is_in_one_cluster(scenes: list[Scene]) -> None:
    for scene in scenes:
        clusters = scene.clusters.each if scene.clusters else ()
        gathered = [name for cluster in clusters for name in cluster.events]
        drawn = [node.event for node in scene.marked]
        assert Counter(gathered + drawn) == Counter(node.event for node in scene.nodes)


def test_no_more_is_drawn_than_one_can_read(scenes: list[Scene]) -> None:
    for scene in scenes:
        assert len(scene.marked) + len(scene.clusters.each if scene.clusters else ()) <= 1500
        if len(scene.nodes) > 300:
            assert sum(node.zoom <= 1 for node in scene.nodes if scene.clusters) <= 40


def extent(node: Node, scene: Scene) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of mark and label in px."""
    left, right = (share * scene.plot_width for share in (node.start, node.end))
    reach = label_gap(node.size, key=node.key) + node.width
    at = node.label_at * scene.plot_width
    size = KEY_FONT_SIZE if node.key else FONT_SIZE
    if node.side > 0:
        return min(left - node.size, at), max(right, at + reach), node.y - size / 2, node.y + size / 2
    return min(left, at - reach), max(right + node.size, at), node.y - size / 2, node.y + size / 2


def test_no_label_meets_another_one_or_a_column_of_squares(scenes: list[Scene]) -> None:
    for scene in scenes:
        labelled = [extent(node, scene) for node in scene.marked if node.zoom <= 1]
        for one, other in combinations(labelled, 2):
            assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
        tops: dict[int, float] = {}
        for cluster in scene.clusters.each if scene.clusters else ():
            squares = sum(scene.clusters.squares(cluster)) if scene.clusters else 0
            tops[cluster.lane] = min(tops.get(cluster.lane, inf), cluster.y - squares * (SQUARE + GAP))
        assert all(extent(node, scene)[3] <= tops.get(node.lane, inf) for node in scene.marked)


def test_columns_stay_in_their_lanes(scenes: list[Scene]) -> None:
    for scene in scenes:
        for cluster in scene.clusters.each if scene.clusters else ():
            lane = scene.lanes[cluster.lane]
            squares = sum(scene.clusters.squares(cluster)) if scene.clusters else 0
            assert lane.top <= cluster.y - squares * (SQUARE + GAP) < cluster.y < lane.bottom


def test_main_events_keep_the_labels_that_they_would_have_without_the_others() -> None:
    """The others are as many, and on the same days, so that the lanes are folded alike."""
    found = many(2000, 3)
    alone = {node.event for node in lay_out(found, 960).marked if node.key}
    no_main = timeline(
        event(one.id, one.when, one.track, label="x", key=one.key) if not one.key else one
        for one in found.events
    )
    assert {node.event for node in lay_out(no_main, 960).marked if node.key} == alone != set()


def sourced(name: str, publishers: int, kind: str = "", *, key: bool = False) -> Event:
    sources = tuple(Source(f"https://example.org/{n}", f"Paper {n}") for n in range(publishers))
    return event(name, sources=sources, kind=kind, key=key)


def test_main_events_are_the_most_important_then_those_with_most_independent_sources_then_decisions() -> (
    None
):
    shapes = {"vote": Shape.SQUARE, "talks": Shape.DISC, "call": Shape.RING, "statement": Shape.DOT}
    found = [
        sourced("said", 2, "statement"),
        sourced("called", 2, "call"),
        sourced("met", 2, "talks"),
        sourced("decided", 2, "vote"),
        sourced("three", 3, "statement"),
        sourced("main", 1, "statement", key=True),
    ]
    ordered = sorted(found, key=lambda each: importance(each, shapes[each.kind]))
    assert [each.id for each in ordered] == ["main", "three", "decided", "met", "called", "said"]


def test_what_fits_is_laid_out_as_ever_and_nothing_is_gathered() -> None:
    for width in WIDTHS:
        scene = lay_out(five_weeks(), width)
        assert scene.clusters is None
        assert scene == lay_out(five_weeks(), width, tallest=inf)


def test_up_to_99_events_are_laid_out_however_high_that_is_and_from_100_on_some_are_gathered() -> None:
    for number in (99, 100):
        scene = lay_out(timeline(event(f"e{n}") for n in range(number)), 568)
        assert (scene.clusters is None, scene.height > 1200) == (number < 100, number < 100)


def test_the_scenes_of_several_widths_are_those_that_each_would_be_alone() -> None:
    for found in (five_weeks(), many(2000, 7)):
        assert lay_out_all(found, (568, 960)) == [lay_out(found, 568), lay_out(found, 960)]


def test_a_track_is_folded_where_marks_would_have_no_labels_and_what_is_in_view_has_them() -> None:
    found = many(900, 1)
    scene = lay_out(found, 960)
    assert scene.height < 1200
    assert all(node.zoom == 1 for node in scene.marked)
    view = When(day(1000).start, day(1100).start)
    for node in lay_out(timeline(found.events, view=view), 960).marked:
        assert node.end >= 0
        assert node.start <= 1


def test_for_a_sheet_of_paper_all_events_are_laid_out() -> None:
    assert lay_out(many(300, 8), 568, tallest=inf).clusters is None


def test_a_date_that_may_be_in_another_column_is_faded_there() -> None:
    year = When(Moment(date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR))
    found = timeline([*many(2000, 2).events, event("some time", year, "Track 0")])
    clusters = lay_out(found, 960).clusters
    assert clusters
    assert next(one.faded for one in clusters.each if "some time" in one.events) >= 1


def test_in_a_mirrored_scene_time_runs_from_right_to_left_in_clusters_too() -> None:
    found = many(2000, 2)
    plain, mirror = (lay_out(timeline(found.events, language=name), 960).clusters for name in ("en", "he"))
    assert plain
    assert mirror
    assert [one.events for one in mirror.each] == [one.events for one in plain.each]
    assert [round(one.x + other.x, 6) for one, other in zip(plain.each, mirror.each, strict=True)] == [
        1
    ] * len(plain.each)


def test_the_periods_of_a_part_of_the_time_are_as_short_as_its_length_allows() -> None:
    view = When(day(0).start, day(40).start)
    clusters = lay_out(timeline(many(2000, 2).events, view=view), 960).clusters
    assert clusters
    assert (clusters.unit, clusters.every) == ("day", 1)
