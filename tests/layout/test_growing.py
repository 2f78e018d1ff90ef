"""Labels that grow to titles as one zooms in."""

from __future__ import annotations

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.examples import examples
from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.model.scene import Node, label_gap
from timeline.typography import text_width

TITLE = "A title that says in full what the label only names"


def title_extent(node: Node, width: float, zoom: float) -> tuple[float, float]:
    at = node.label_at * width * zoom
    gap, long = label_gap(node.size, key=node.key), text_width(TITLE, 13)
    return (at + gap, at + gap + long) if node.side > 0 else (at - gap - long, at - gap)


def test_a_label_becomes_the_title_at_the_zoom_that_has_room_for_it() -> None:
    first, second, last = lay_out(
        timeline([event("a", 0, title=TITLE), event("b", 2, title="b"), event("c", 40, title="c")]), 960
    ).nodes
    assert first.zoom == 1
    assert 1 < first.title_zoom < inf  # on the next day but one something stands in the way at first
    assert second.title_zoom == last.title_zoom == inf  # their labels are their titles


def test_an_event_alone_in_its_row_needs_one_step_of_the_zoom() -> None:
    first, _ = lay_out(
        timeline([event("a", 0, title=TITLE), event("b", 40, track="Other", title="b")]), 960
    ).nodes
    assert first.title_zoom == 2


@given(st.lists(st.integers(0, 60), min_size=2, max_size=25, unique=True))
@examples(0.5)  # each looks at every pair of events
def test_a_title_meets_no_mark_and_no_other_text_from_its_zoom_on(days: list[int]) -> None:
    scene = lay_out(timeline(event(f"event {day}", day, title=TITLE) for day in days), 960)
    for zoom in (2.0, 4.0, 8.0, 32.0, 256.0):
        for node in scene.nodes:
            if node.title_zoom > zoom:
                continue
            left, right = title_extent(node, scene.plot_width, zoom)
            for other in scene.nodes:
                if other is node or other.y != node.y:
                    continue
                mark = other.x * scene.plot_width * zoom
                assert not left < mark < right
                if other.title_zoom <= zoom:
                    start, end = title_extent(other, scene.plot_width, zoom)
                    assert right <= start or end <= left
