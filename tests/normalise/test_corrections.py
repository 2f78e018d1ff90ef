"""Corrections, and the days on which events were added and updated."""

from __future__ import annotations

from datetime import date

from tests.helpers.event_files import EVENT, SOURCE, Normalised, an_event
from timeline.model import Correction

DATED = EVENT + "date: 2025-02-17\n" + SOURCE
HEAD = "title: T\n"


def test_corrections_begin_with_the_latest_and_name_events(normalised: Normalised) -> None:
    head = HEAD + (
        "corrections:\n"
        "- {on: 2025-03-01, text: The call lasted 90 minutes., events: a}\n"
        "- {on: 14 March 2025, text: The standfirst named another town.}\n"
    )
    timeline, problems = normalised(_timeline=head, a=DATED + "added: 2025-02-20\n")
    assert timeline is not None, problems
    first = Correction(date(2025, 3, 1), "The call lasted 90 minutes.", ("a",))
    assert timeline.corrections == (
        Correction(date(2025, 3, 14), "The standfirst named another town."),
        first,
    )
    assert timeline.updated == date(2025, 3, 14)
    event = timeline.events[0]
    assert timeline.corrections_of(event) == (first,)
    assert (event.added, event.updated) == (date(2025, 2, 20), None)
    assert timeline.changed(event) == date(2025, 3, 1)


def test_without_any_such_day_nothing_is_claimed(normalised: Normalised) -> None:
    timeline, _ = normalised(_timeline=HEAD, a=DATED)
    assert timeline is not None
    assert (timeline.updated, timeline.corrections) == (None, ())
    assert timeline.changed(timeline.events[0]) is None


def test_the_days_of_an_event_are_read_in_words_and_in_the_language_of_the_timeline(
    normalised: Normalised,
) -> None:
    days = "added: 1er mars 2025\nupdated: 2025-03-02T10:00\n"
    event = an_event(normalised(_timeline=HEAD + "language: fr\n", a=DATED + days))
    assert (event.added, event.updated) == (date(2025, 3, 1), date(2025, 3, 2))


def test_what_is_wrong_with_a_correction_or_a_day_is_told_where_it_stands(normalised: Normalised) -> None:
    table = {
        "corrections: [{on: 2025-03-01, text: Wrong., events: [b, tolks]}]\n": [
            '_timeline.yaml:2:58 E026 events "tolks": no event has this id | talks',
        ],
        "corrections: [{on: 2025-03-01, text: Wrong., events: tolks}]\n": [
            '_timeline.yaml:2:54 E026 events "tolks": no event has this id | talks',
        ],
        "corrections: [{on: March 2025, text: Wrong.}]\n": [
            '_timeline.yaml:2:20 E012 on "March 2025" is not one certain day | on: 2025-03-14'
        ],
        "corrections: [{text: Wrong.}]\n": ["_timeline.yaml:2:15 E020 on is missing | on: 2025-03-14"],
        "corrections: [{on: 2025-03-01, text: Wrong., event: a}]\n": [
            '_timeline.yaml:2:46 E022 field "event" is unknown | events'
        ],
        "updated: 2025-03-01\ncorrections: [{on: 2025-03-02, text: Wrong.}]\n": [
            (
                "_timeline.yaml:2:10 E030 updated 2025-03-01 is before the latest correction, 2025-03-02 | "
                "updated: 2025-03-02"
            )
        ],
        "updated: 2025-02-20\n": [
            (
                '_timeline.yaml:2:10 E030 updated 2025-02-20 is before the latest change of the event "b", '
                "2025-02-21 | updated: 2025-02-21"
            )
        ],
    }
    other = DATED.replace("Talks", "Vote", 1).replace("story", "vote") + "id: b\nadded: 2025-02-21\n"
    for head, found in table.items():
        _, problems = normalised(_timeline=HEAD + head, a=DATED + "id: talks\n", b=other)
        assert [f"{each.location} {each.code} {each.message} | {each.hint}" for each in problems] == found
    _, problems = normalised(_timeline=HEAD, a=DATED, b=other + "updated: 2025-02-20\n")
    assert [f"{each.location} {each.code} {each.message}" for each in problems] == [
        "b.yaml:7:10 E030 updated 2025-02-20 is before the day on which the event was added, 2025-02-21"
    ]


def test_a_correction_of_a_draft_waits_for_it(normalised: Normalised) -> None:
    head = HEAD + "corrections: [{on: 2025-03-01, text: Wrong., events: b}]\n"
    timeline, problems = normalised(_timeline=head, a=DATED, b="draft: true\ntitle: Vote\n")
    assert [each.code for each in problems] == ["W014"]
    assert timeline is not None
    assert timeline.corrections[0].events == ()
