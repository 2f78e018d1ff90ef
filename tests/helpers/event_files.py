"""Event files in a few words, and what they come to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from timeline.model import (
    Event,
    Moment,
    Timeline,
)
from timeline.model.problems import Location, Problem
from timeline.model.records import Fields, Items, Node, Text

Outcome = tuple[Timeline | None, tuple[Problem, ...]]
Normalised = Callable[..., Outcome]
MONDAY = Moment.day(date(2025, 2, 17))
TUESDAY = Moment.day(date(2025, 2, 18))
SOURCE = "sources: [{url: 'https://www.example.org/story', publisher: Example News}]\n"
EVENT = "title: Talks\ntrack: Talks\n"


def an_event(outcome: Outcome) -> Event:
    """The first event of a timeline without faults."""
    timeline, problems = outcome
    assert timeline is not None, "\n".join(map(str, problems))
    return timeline.events[0]


def reported(outcome: Outcome) -> list[tuple[str, str]]:
    """The place and code of every problem."""
    return [(str(problem.location), problem.code) for problem in outcome[1]]


def an_event_file(folder: Path) -> Path:
    """A file with one event, written into the folder."""
    file = folder / "2025-02-17-talks.yaml"
    file.write_text(f"title: Talks\ndate: 2025-02-17\ntrack: Europe\n{SOURCE}", encoding="utf-8")
    return file


def sources(*said: tuple[str, str]) -> str:
    """Sources that say a date: pairs of publication day and words."""
    rows = (
        f"- {{url: 'https://www.example.org/{n}', publisher: News {n}, published: {day}, says: {words}}}\n"
        for n, (day, words) in enumerate(said)
    )
    return "sources:\n" + "".join(rows)


def source(**fields: str) -> str:
    """A list of one source with these fields besides its address."""
    more = "".join(f"\n  {name}: {value}" for name, value in fields.items())
    return f"sources:\n- url: https://www.example.org/story\n  publisher: Example News{more}\n"


HERE = Location("x.yaml")


def node(tree: object) -> Node:
    """A tree of records, all of it in one place."""
    match tree:
        case dict():
            return Fields(tuple((Text(key, HERE), node(value)) for key, value in tree.items()), HERE)
        case list():
            return Items(tuple(node(value) for value in tree), HERE)
        case _:
            return Text(str(tree), HERE)


PARIS_TIME = EVENT + "zone: Europe/Paris\n"
