"""Clusters as they are drawn: columns of squares in the page, in the still, and in Plotly."""

from __future__ import annotations

import re
from functools import cache

from tests.helpers.make import day, event, many, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.chart.figure import content
from timeline.render.chart.figure_scripts import ChartFiles
from timeline.render.chart.svg import chart
from timeline.render.page import page
from timeline.render.pictures.svg import still


@cache
def crowd() -> tuple[Timeline, tuple[Scene, ...]]:
    """400 events on one day, and one ten days later, with its scenes."""
    found = timeline([*(event(f"e{n}") for n in range(400)), event("last", 10, key=True)])
    return found, tuple(lay_out(found, width) for width in WIDTHS)


def links(drawn: str) -> list[str]:
    return re.findall(r'<a class="node cluster.*?</a>', drawn, re.DOTALL)


def test_a_column_says_how_many_events_it_is_and_from_when_and_leads_to_the_first_of_them() -> None:
    (column,) = links(str(chart(crowd()[0], crowd()[1][:1])))
    first = re.search(r'href="#(e\d+)"', column)
    number = re.search(r"<title>(\d+) events, Wednesday 12 February 2025</title>", column)
    assert first
    assert number
    assert 300 < int(number[1]) < 401


def test_a_column_is_a_line_whose_dashes_are_its_squares() -> None:
    (column,) = links(str(chart(crowd()[0], crowd()[1][:1])))
    heights = [int(found) for found in re.findall(r'class="stack" d="M0 0V-(\d+)"', column)]
    assert [(height + 1) % 7 for height in heights] == [0] * len(heights)
    assert 12 * 7 >= heights[0] + 1 > 7


def test_a_column_that_is_the_same_at_every_width_is_one_link() -> None:
    found = many(3000, 6)
    scenes = [lay_out(found, width) for width in WIDTHS]
    drawn = str(chart(found, scenes))
    assert len(links(drawn)) < 2 * max(len(scene.clusters.each) for scene in scenes if scene.clusters)
    assert len(re.findall("<a ", drawn)) <= 1500
    assert len(drawn) < 300_000


def test_plotly_draws_the_columns_of_a_lane_as_one_line_with_gaps() -> None:
    found, scenes = crowd()
    (stack,) = [each for each in content(found, scenes[0])["data"] if each["meta"]["role"] == "stack"]
    clusters = scenes[0].clusters
    assert clusters
    foot, top, gap = stack["y"]
    assert (stack["x"][0][:10], stack["x"][2], gap) == ("2025-02-12", None, None)
    assert (foot, foot - top + 1) == (clusters.each[0].y, 7 * clusters.squares(clusters.each[0])[0])


def test_an_event_in_a_cluster_has_no_mark_in_plotly_or_in_the_still() -> None:
    found, scenes = crowd()
    drawn = {node.event for node in scenes[-1].marked}
    marks = [each for each in content(found, scenes[-1])["data"] if each["meta"]["role"] == "marks"]
    assert {name for trace in marks for name in trace["customdata"]} == drawn
    assert set(re.findall(r'id="event-(\w+)"', str(still(found, scenes[-1])))) == drawn


def test_the_caption_says_for_how_many_events_a_square_stands() -> None:
    found, scenes = crowd()
    most = max(scene.clusters.per_square for scene in scenes if scene.clusters)
    caption = re.search(r'<p class="how">(.*?)</p>', page(found, scenes, ChartFiles()))
    assert caption
    assert caption[1] == f"Large mark: main event. One square: at most {most} events."


def test_a_timeline_with_room_for_all_its_events_has_nothing_of_it() -> None:
    few = timeline([event("a"), event("b", day(9))])
    assert "stack" not in page(few, [lay_out(few, width) for width in WIDTHS], ChartFiles())
