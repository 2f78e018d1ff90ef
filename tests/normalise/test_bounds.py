"""A timeline of too many events, tracks or eras is refused in a sentence, before anything is drawn."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.event_files import node
from timeline.model.problems import Problem
from timeline.model.records import Document
from timeline.normalise import bounds, normalise


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that a test can reach quickly."""
    for name, most in {"MAX_EVENTS": 1_002, "MAX_TRACKS": 3, "MAX_ERAS": 2}.items():
        monkeypatch.setattr(bounds, name, most)


def problems_of(count: int, tracks: int, head: dict[str, Any]) -> list[Problem]:
    """What is wrong with a timeline of so many events on so many tracks."""
    source = {"url": "https://www.example.org/", "publisher": "Example News"}
    events = [
        {"id": f"e{number}", "title": f"Event {number}", "date": f"{1000 + number}", "sources": [source]}
        | {"track": f"Track {number % tracks}"}
        for number in range(count)
    ]
    files = {"_timeline": {"title": "Long", **head}, "events": events}
    made, problems = normalise([Document(f"{name}.yaml", node(tree)) for name, tree in files.items()])
    assert (made is None) == bool(problems)
    return [*problems]


def era(number: int) -> dict[str, str]:
    return {"name": f"Era {number}", "from": f"{1000 + number}", "to": f"{1001 + number}"}


@pytest.mark.parametrize(
    ("count", "tracks", "head", "message"),
    [
        (1_003, 1, {}, "there are 1,003 events; a timeline may have 1,002"),
        (8, 4, {}, "there are 4 tracks; a timeline may have 3"),
        (2, 2, {"tracks": [f"Track {n}" for n in range(5)]}, "there are 5 tracks; a timeline may have 3"),
        (1, 1, {"eras": [era(0), era(1), era(2)]}, "there are 3 eras; a timeline may have 2"),
    ],
)
def test_too_many_are_counted_and_the_bound_is_named(
    count: int, tracks: int, head: dict[str, Any], message: str
) -> None:
    assert [(problem.code, problem.message) for problem in problems_of(count, tracks, head)] == [
        ("E028", message)
    ]


def test_as_many_as_may_be_are_fine() -> None:
    tracks = [f"Track {number}" for number in range(3)]
    assert problems_of(1_002, 3, {"tracks": tracks, "eras": [era(0), era(1)]}) == []
