"""What has changed for readers between two published timelines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from tests.helpers.make import day, event, timeline
from timeline.comparing import NotEventsError, compare, published
from timeline.comparing.report import as_json, as_markdown, as_text
from timeline.dates import resolve
from timeline.model import Correction, Event, Person, Source, Timeline
from timeline.render.data import events_json

STORY = Source("https://example.org/a", "Example News", "Leaders meet", quote="We met.")
OTHER = Source("https://example.com/b", "Example Agency")
CALL = event("call", 0, summary="They spoke. They agreed. [1]", sources=(STORY, OTHER))
WAS = "The date was 12 February 2025, is now"
VOTE = event("vote", 4, track="Council")


def changes(old: Timeline, new: Timeline) -> list[tuple[str, str, str]]:
    """The kind, the event and the sentence of each change."""
    found = compare(published(events_json(old)), published(events_json(new)))
    return [(each.kind, each.event, each.text) for each in found]


def test_each_kind_of_change_of_an_event_is_a_sentence() -> None:
    (clock,) = resolve("2025-02-13T16:00").readings
    table: dict[str, tuple[Event, list[str]]] = {
        "date": (replace(CALL, when=day(1)), [f"{WAS} 13 February 2025."]),
        "clock": (replace(CALL, when=clock), [f"{WAS} 13 February 2025, 16:00."]),
        "title": (replace(CALL, title="A call"), ["The title was “call”, is now “A call”."]),
        "status": (replace(CALL, status="postponed"), ["The status was “held”, is now “postponed”."]),
        "main": (replace(CALL, key=True), ["It is now one of the main events."]),
        "who": (
            replace(CALL, participants=(Person("Jane Doe"),)),
            ["Now among those who took part: Jane Doe."],
        ),
        "summary": (
            replace(CALL, summary="They spoke. [2] They quarrelled."),
            ["The summary no longer says: “They agreed.” It now says: “They quarrelled.”"],
        ),
        "marks": (
            replace(CALL, summary="They spoke. [1] They agreed."),
            ["The sentences of the summary name other sources."],
        ),
        "dispute": (
            replace(CALL, disputed="One or two."), ["The dispute is new: “One or two.”"],
        ),
        "sources": (
            replace(CALL, sources=(STORY, replace(OTHER, url="https://example.com/c", title="A vote"))),
            ["Source gained: Example Agency, “A vote”.", "Source lost: Example Agency (https://example.com/b)."],
        ),
        "address": (
            replace(CALL, sources=(replace(STORY, url="https://example.org/new"), OTHER)),
            ["A source has another address: Example News, “Leaders meet”."],
        ),
        "quote": (
            replace(CALL, sources=(replace(STORY, quote="They met."), OTHER)),
            ["The quotation of Example News was “We met.”, is now “They met.”"],
        ),
        "headline": (
            replace(CALL, sources=(STORY, replace(OTHER, title="A vote"))),
            ["The headline of Example Agency is new: “A vote”."],
        ),
    }  # fmt: skip
    old = timeline([CALL, VOTE])
    for name, (new, sentences) in table.items():
        found = changes(old, timeline([new, VOTE]))
        assert [text for _, _, text in found] == sentences, name
        assert {id_ for _, id_, _ in found} == {"call"}, name


def test_events_come_and_go_in_the_order_of_time_below_what_concerns_the_whole_timeline() -> None:
    old = timeline([CALL, event("talks", 2), VOTE])
    new = timeline(
        [CALL, event("visit", 1), replace(VOTE, track="Europe")],
        title="Another",
        corrections=(Correction(date(2025, 3, 14), "It lasted 90 minutes.", ("call",)),),
    )
    found = compare(published(events_json(old)), published(events_json(new)))
    assert as_text(found).splitlines() == [
        "The headline of the timeline was “A timeline”, is now “Another”.",
        "Correction of 14 March 2025 (“call”): It lasted 90 minutes.",
        "13 February 2025: visit",
        "  New event, with 1 source: Example News.",
        "14 February 2025: talks",
        "  Withdrawn.",
        "16 February 2025: vote",
        "  The track was “Council”, is now “Europe”.",
        (
            "1 event added, 1 event withdrawn, 1 event changed, 1 correction, "
            "the headline or standfirst changed"
        ),
    ]
    data = json.loads(as_json(found))
    assert data["format"] == "timeline-changes/1"
    assert data["counts"] == {"added": 1, "withdrawn": 1, "changed": 1, "corrections": 1}
    assert data["changes"][2] == {
        "kind": "added", "event": "visit", "title": "visit", "date": "2025-02-13",
        "old": "", "new": "visit", "text": "New event, with 1 source: Example News.",
    }  # fmt: skip


def test_an_event_that_has_only_another_id_is_renamed() -> None:
    moved = replace(CALL, id="trump-call", label="call")
    old = timeline([CALL, replace(VOTE, related=("call",))])
    assert changes(old, timeline([moved, replace(VOTE, related=("trump-call",))])) == [
        ("renamed", "trump-call", "Its address on the page was #call, is now #trump-call.")
    ]
    later = replace(moved, when=day(1))  # with the same title and sources
    assert [kind for kind, _, _ in changes(old, timeline([later, VOTE]))] == ["renamed", "date"]
    twins = timeline([replace(CALL, id="one"), replace(CALL, id="two"), VOTE])
    assert sorted(kind for kind, _, _ in changes(old, twins)) == ["added", "added", "withdrawn"]


def test_without_differences_for_readers_there_are_none() -> None:
    seen = replace(CALL, sources=(replace(STORY, accessed=date(2025, 3, 1)), OTHER), discussion="Why?")
    assert changes(timeline([CALL]), timeline([seen], base_url="https://example.org/")) == []
    assert as_text(()) == "No differences for readers\n"


def test_what_an_older_file_has_no_field_for_is_no_change() -> None:
    data = json.loads(events_json(timeline([CALL])))
    for row in data["events"]:
        del row["note"], row["remark"]
    found = compare(
        published(json.dumps(data)), published(events_json(timeline([replace(CALL, note="N")])))
    )
    assert found == ()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"format": "timeline-events/2"}', '{"format": 1}', "[" * 100_000, '"\\ud800"', "\0"],
)
def test_what_is_no_events_json_is_refused(text: str) -> None:
    with pytest.raises(NotEventsError):
        published(text)


def test_values_of_a_wrong_kind_in_a_file_of_the_right_format_break_nothing() -> None:
    odd = {
        "format": "timeline-events/1", "title": 1, "corrections": [1, {"on": [], "text": "\ud800"}],
        "events": [
            None, {}, {"id": 1, "edtf": "soon", "start": "99999999-01-01", "sources": [1, {"url": 2}]},
            {"id": "a", "title": "*A* [b](c)\n<d>", "edtf": "2025", "participants": {"x": 1}},
        ],
    }  # fmt: skip
    found = compare(published(events_json(timeline([CALL]))), published(json.dumps(odd)))
    assert {each.kind for each in found} == {"headline", "correction", "withdrawn", "added"}
    assert "**2025: \\*A\\* \\[b\\](c) \\<d\\>**" in as_markdown(found)
    assert as_json(found)
