"""Timeline -> Exercise: its events without their dates, to be put in order, and the answers.

The questions have no summaries: a text that says what happened also says when, in phrases that no list can
cover ("the day after", "on the third anniversary"). Titles and places, which are short, have a blank for
every word that may be part of a date.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from string import ascii_uppercase

from timeline.dates.mentions import spotted
from timeline.language import Language
from timeline.language.events import place_of
from timeline.model import Event, Person, Timeline
from timeline.model.clock import certain

BLANK = "____"
#: In a place, a small number alone is not a date: 10 Downing Street.
_HOUSE_NUMBER = r"\d{1,2}"
#: The wording of a date is not blanked as a phrase where it has so few letters, such as "now".
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Question:
    """An event without its date, under a letter."""

    letter: str
    title: str
    place: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The position of a question's event in time order: any from ``first`` to ``last``, counted from 1.

    They differ where dates do not show which of several events came first.
    """

    letter: str
    first: int
    last: int
    event: Event


@dataclass(frozen=True, slots=True)
class Exercise:
    """Questions, not in time order, and their answers, in time order."""

    title: str
    questions: tuple[Question, ...]
    answers: tuple[Answer, ...]


def exercise(timeline: Timeline, seed: int = 1) -> Exercise:
    """The exercise with all events of ``timeline``; the same seed gives the same order.

    >>> exercise(Timeline(title="Talks of 2025", events=(), tracks=())).title
    'Talks of ____'
    """
    events = shuffled(timeline.events, seed)
    letters = {event.id: letter(number) for number, event in enumerate(events)}
    blanked = _date_blanker(timeline)
    return Exercise(
        title=blanked(timeline.title),
        questions=tuple(
            Question(
                letters[event.id],
                blanked(event.title),
                blanked(place_of(event, Language(timeline.language)), keep=_HOUSE_NUMBER),
                tuple(person.name for person in event.participants),
            )
            for event in events
        ),
        answers=tuple(_answer(letters[event.id], event, timeline) for event in timeline.events),
    )


def shuffled(events: Sequence[Event], seed: int) -> tuple[Event, ...]:
    """``events``, given in time order, sorted by the SHA-256 of "seed id" (in UTF-8).

    If that happens to be a time order, the first event is moved to the end, so that the order is wrong
    unless all events have the same date.
    """
    mixed = sorted(events, key=lambda event: hashlib.sha256(f"{seed} {event.id}".encode()).digest())
    starts = [event.when.first for event in mixed]
    return tuple(mixed[1:] + mixed[:1] if starts == sorted(starts) else mixed)


def letter(number: int) -> str:
    """The letters of a number, counted from 0, as spreadsheets name columns.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(number, len(ascii_uppercase))
    return (letter(before - 1) if before else "") + ascii_uppercase[last]


def _answer(name: str, event: Event, timeline: Timeline) -> Answer:
    """The answer: an event is before another where its start certainly is."""
    start = _start(event, timeline.clock)
    others = [_start(other, timeline.clock) for other in timeline.events]
    before = sum(other.stop <= start.start for other in others)
    after = sum(other.start >= start.stop for other in others)
    return Answer(name, 1 + before, len(others) - after, event)


def _start(event: Event, clock: str) -> range:
    return certain(event.when.start, event.when.zone, clock)


def _date_blanker(timeline: Timeline) -> Callable[..., str]:
    """A function that blanks dates in a text, including every wording of a date in the event files."""
    wordings = {source.says for source in timeline.sources} | {
        event.when.words for event in timeline.events
    }
    people = {name for event in timeline.events for person in event.participants for name in _names(person)}
    return partial(
        _blanked,
        language=timeline.language,
        phrases=tuple(sorted(phrase for phrase in wordings if len(phrase) > _SHORT)),
        names=tuple(sorted(people)),
    )


def _names(person: Person) -> tuple[str, ...]:
    return tuple(name for name in (person.name, *person.variants) if not any(map(str.isdigit, name)))


def _blanked(
    text: str, language: str, phrases: Sequence[str], names: Sequence[str], keep: str = "(?!)"
) -> str:
    """``text`` with a blank for every date, except those that match ``keep``, a regular expression."""
    text = unicodedata.normalize("NFC", text)
    parts, end = [], 0
    for begin, beyond in spotted(text, language, phrases=phrases, names=names):
        if not re.fullmatch(keep, text[begin:beyond]):
            parts += [text[end:begin], BLANK]
            end = beyond
    return "".join([*parts, text[end:]])
