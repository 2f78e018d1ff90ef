"""A part of a timeline: one track, the main events, the last few."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.helpers.make import day, event, timeline
from timeline.model import Correction, Person, Timeline
from timeline.model.subset import NoSuchSubsetError, condition, only

STARMER, MERKEL = Person("Keir Starmer"), Person("Angela Merkel", variants=("Mérkel",))


@pytest.fixture
def four() -> Timeline:
    """Four events on two tracks, from 12 to 15 February 2025."""
    return timeline(
        [
            event("first", 0, "Europe", key=True, kind="summit", participants=(STARMER,)),
            event("second", 1, "US–Russia", kind="call", related=("first", "third")),
            event("third", 2, "Europe", kind="call", participants=(MERKEL,), added=date(2025, 3, 2)),
            event("fourth", 3, "US–Russia", key=True, updated=date(2025, 3, 1)),
        ],
        corrections=(Correction(date(2025, 3, 1), "It was a call.", ("second",)),),
    )


@pytest.mark.parametrize(
    ("conditions", "kept"),
    [
        ("", "first second third fourth"),
        ("track=Europe", "first third"),
        ("track=us-russia", "second fourth"),  # a hyphen for the dash
        ("track=Europe track=US–Russia", "first second third fourth"),
        ("person=Keir Starmer", "first"),
        ("person=merkel", "third"),
        ("kind=call", "second third"),
        ("kind=call track=Europe", "third"),
        ("main=1", "first fourth"),
        ("last=2", "third fourth"),
        ("track=Europe last=1", "third"),
        ("last=99", "first second third fourth"),
        ("from=2025-02-14", "third fourth"),
        ("to=2025-02-13", "first second"),
        ("from=2025-02-13 to=2025-02-14", "second third"),
        ("from=2025 to=2025-02", "first second third fourth"),
        ("from=-0043", "first second third fourth"),
        ("since=2025-03-01", "second third fourth"),
        ("since=2025-03-02 track=Europe", "third"),
        ("since=2025-03", "second third fourth"),
    ],
)
def test_conditions_keep_some_of_the_events(four: Timeline, conditions: str, kept: str) -> None:
    words = conditions.replace("Keir Starmer", "Keir_Starmer").split()
    asked = [condition(word.replace("_", " ")) for word in words]
    assert [each.id for each in only(four, asked).events] == kept.split()


def test_an_event_that_is_left_out_is_not_related_to_the_others(four: Timeline) -> None:
    second, third = only(four, [condition("kind=call")]).events
    assert (second.related, third.related) == (("third",), ())


def test_a_part_is_shown_as_a_whole(four: Timeline) -> None:
    assert only(replace(four, view=day(0)), [condition("last=1")]).view is None


@pytest.mark.parametrize(
    ("wrong", "message", "advice"),
    [
        ("track=Eurpe", "no event has the track 'Eurpe'; there are: Europe, US–Russia", "track=Europe"),
        ("person=Merkl", "no event has the person 'Merkl'; there are: ", "person=Angela Merkel"),
        ("kind=summits", "no event has the kind 'summits'; there are: call, summit", "kind=summit"),
        ("main=yes", "main='yes' is not 1", "main=1"),
        ("since=soon", "since='soon' is not a day, month or year", "since=2025-03-01"),
        ("last=0", "last='0' is not a whole number above 0", "last=5"),
        ("from=2025-00", "from='2025-00' is not a day, month or year", "from=2025-02-17"),
        ("to=Monday", "to='Monday' is not a day, month or year", "to=2025-03"),
        (
            "tracks=Europe",
            "'tracks' is none of track, person, kind, main, last, from, to, since",
            "track=Europe",
        ),
        ("track=", "'track' is asked for without a value", "track=Europe"),
        ("from=2026", "no event matches from=2026", ""),
    ],
)
def test_what_cannot_be_met_is_refused_with_advice(
    four: Timeline, wrong: str, message: str, advice: str
) -> None:
    with pytest.raises(NoSuchSubsetError) as refused:
        only(four, [condition(wrong)])
    assert message in str(refused.value)
    assert refused.value.advice == advice
