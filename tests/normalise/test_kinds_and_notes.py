"""Kinds of event, those of the author's own among them, and the notes of main events."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.event_files import EVENT, SOURCE, Normalised, Outcome, an_event
from timeline.model import Kind, Shape
from timeline.model.kinds import DEFAULT_KINDS
from timeline.normalise import normalise
from timeline.reading import read

SHAPES = "is not one of disc, ring, dot, square"
A = EVENT + "date: 2025-02-17\n" + SOURCE


def faults(outcome: Outcome) -> list[tuple[str, str, str, str]]:
    """The place, code, message and hint of every problem."""
    return [(str(each.location), each.code, each.message, each.hint) for each in outcome[1]]


def test_a_kind_of_the_authors_own_has_the_shape_that_its_file_gives_it(normalised: Normalised) -> None:
    head = "title: T\nkinds:\n  sea battle: square\n  Summit: Ring\n"
    timeline, problems = normalised(
        _timeline=head, a="kind: Sea Battle\n" + A, b="kind: summit\n" + A, c="kind: vote\n" + A, d=A
    )
    assert timeline is not None
    assert [problem for problem in problems if problem.is_error] == []
    shapes = {event.kind: str(timeline.shape_of(event)) for event in timeline.events}
    assert shapes == {"sea battle": "square", "Summit": "ring", "vote": "square", "": "disc"}
    assert timeline.kinds == (
        Kind("Summit", Shape.RING), *DEFAULT_KINDS[1:], Kind("sea battle", Shape.SQUARE),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "hint"),
    [
        ("lanch", "kind: launch"),
        ("sumit", "kind: summit"),
        ("party", "one of those; or add it to the kinds in _timeline.yaml"),
    ],
)
def test_a_kind_that_is_not_listed_is_a_fault_that_names_the_nearest(
    normalised: Normalised, kind: str, hint: str
) -> None:
    outcome = normalised(_timeline="title: T\nkinds: {launch: square}\n", a=f"kind: {kind}\n{A}")
    kinds = "summit, talks, visit, call, vote, statement, agreement, decision, launch"
    assert faults(outcome) == [("a.yaml:1:7", "E023", f'kind "{kind}" is not one of {kinds}', hint)]


@pytest.mark.parametrize(
    ("written", "place", "fault"),
    [
        ("{launch: star}", "2:17", ("E023", f'launch "star" {SHAPES}', "one of those")),
        ("{launch: dsc}", "2:17", ("E023", f'launch "dsc" {SHAPES}', "launch: disc")),
        ("{launch: [disc]}", "2:17", ("E021", "launch takes one text here, not a list", "launch: disc")),
        ("{launch: }", "2:17", ("E020", "launch is empty", "write it, or delete the line")),
        ("{' ': disc}", "2:14", ("E020", "the name of a kind is empty", "name the kind")),
        ("[launch]", "2:8", ("E021", "kinds takes fields here, not a list", "kinds: {launch: square}")),
    ],
)
def test_a_fault_of_a_kind_says_what_to_write(
    normalised: Normalised, written: str, place: str, fault: tuple[str, str, str]
) -> None:
    outcome = normalised(_timeline=f"title: T\nkinds: {written}\n", a=A)
    assert faults(outcome) == [(f"_timeline.yaml:{place}", *fault)]


def test_kinds_are_not_checked_where_the_file_that_lists_them_is_not_read(normalised: Normalised) -> None:
    assert [problem.code for problem in normalised(a=f"kind: launch\n{A}")[1]] == ["E023"]
    documents, _ = read([Path("a.yaml")])
    assert normalise(documents, is_whole=False)[1] == ()


def test_a_note_is_one_line_of_at_most_60_characters(normalised: Normalised) -> None:
    assert an_event(normalised(a=f"note: >\n  {'ab ' * 20}\n{A}")).note == ("ab " * 20).strip()
    outcome = normalised(a=f"note: {'é' * 61}\n{A}")
    assert faults(outcome) == [
        ("a.yaml:1:7", "E021", "note has 61 characters, more than 60", "note: a shorter text")
    ]
