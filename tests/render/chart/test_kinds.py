"""The shapes of marks: they show the kinds of event, and a legend says what they mean."""

from __future__ import annotations

import pytest

from tests.helpers.make import event, timeline
from timeline.language import Language
from timeline.layout import lay_out
from timeline.model import Event, Kind, Shape, Timeline
from timeline.model.kinds import DEFAULT_KINDS
from timeline.render.chart.figure import figure
from timeline.render.chart.kinds import shape_legend, shape_meanings
from timeline.render.chart.svg import marks
from timeline.render.web.articles import articles

CALL = event("a", kind="call")
EVENTS = [CALL, event("b", 1, kind="statement"), event("c", 2, kind="vote"), event("d", 3, kind="talks")]


def meanings(events: list[Event], **more: object) -> list[tuple[str, str]]:
    made = timeline(events, **more)
    return [(str(each.shape), each.meaning) for each in shape_meanings(made, Language(made.language))]


def test_a_mark_has_the_shape_of_its_kind_in_every_drawing() -> None:
    made = timeline(EVENTS)
    scene = lay_out(made, 960)
    shapes = ["ring", "dot", "square", "disc"]
    assert [str(node.shape) for node in scene.nodes] == shapes
    assert [str(mark.drawn) for mark in marks(made, scene)] == [
        '<circle class="dot ring" r="3.75"/>', '<circle class="dot" r="3"/>',
        '<path class="dot" d="M-4,-4H4V4H-4Z"/>', '<circle class="dot" r="4.5"/>',
    ]  # fmt: skip
    assert [str(article.marker) for article in articles(made, Language("en"))] == [
        '<circle class="dot ring" r="5.5"/>', '<circle class="dot" r="4.5"/>',
        '<path class="dot" d="M-5.75,-5.75H5.75V5.75H-5.75Z"/>', '<circle class="dot" r="6.5"/>',
    ]  # fmt: skip
    (trace,) = [trace for trace in figure(made, scene).data if trace.meta["role"] == "marks"]
    assert list(trace.marker.symbol) == ["circle-open", "circle", "square", "circle"]
    assert trace.meta["ring"] == [True, False, False, False]


def test_tracks_have_the_same_shapes() -> None:
    made = timeline([event("a", track="Europe", kind="vote"), event("b", 1, track="Talks", kind="vote")])
    assert {str(node.shape) for node in lay_out(made, 960).nodes} == {"square"}


def test_the_legend_says_what_the_shapes_that_occur_mean() -> None:
    assert meanings(EVENTS) == [
        ("disc", "met"), ("ring", "spoke by phone or video"), ("dot", "said"), ("square", "decided"),
    ]  # fmt: skip
    assert meanings(EVENTS[1:3]) == [("dot", "said"), ("square", "decided")]
    assert meanings(EVENTS[1:3], language="de") == [("dot", "Äußerung"), ("square", "Entscheidung")]


def test_the_legend_names_kinds_of_the_authors_own() -> None:
    kinds = (*DEFAULT_KINDS, Kind("launch", Shape.SQUARE), Kind("docking", Shape.DISC))
    events = [event("a", kind="launch"), event("b", kind="docking"), event("c", kind="talks")]
    assert meanings(events, kinds=kinds) == [("disc", "talks, docking"), ("square", "launch")]


def test_an_event_without_a_kind_is_a_disc_that_the_legend_does_not_call_a_meeting() -> None:
    assert meanings([event("a"), CALL]) == [("disc", "other events"), ("ring", "spoke by phone or video")]
    assert meanings([event("a"), event("b", kind="talks"), CALL])[0] == ("disc", "met, other events")


@pytest.mark.parametrize("kind", ["", "call"])
def test_marks_that_are_all_alike_have_no_legend(kind: str) -> None:
    alike: Timeline = timeline([event("a", kind=kind), event("b", kind=kind)])
    assert shape_legend(alike).strip() == ""
