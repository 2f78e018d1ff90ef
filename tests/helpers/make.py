"""Small timelines for tests: an event is a line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from timeline.model import Event, Moment, Person, Precision, Source, Timeline, Track, When

DAY_ONE = date(2025, 2, 12)


def day(number: int) -> When:
    """The day so many days after 12 February 2025."""
    return When(Moment.day(DAY_ONE + timedelta(number)), words=str(number))


def event(name: str, when: When | int = 0, track: str = "Europe", **more: object) -> Event:
    """An event with one source; ``name`` is its id, title and label unless said otherwise."""
    values: dict[str, object] = {
        "id": name,
        "title": name,
        "label": name,
        "when": day(when) if isinstance(when, int) else when,
        "track": track,
        "sources": (Source(f"https://example.org/{name}", "Example News"),),
    }
    return Event(**(values | more))  # type: ignore[arg-type]  # values come as keywords


def timeline(events: Iterable[Event], **more: object) -> Timeline:
    """A timeline of these events in time order, with their tracks in order of first use."""
    ordered = tuple(sorted(events, key=lambda one: one.when.first))
    tracks = tuple(Track(name) for name in dict.fromkeys(one.track for one in ordered))
    values: dict[str, object] = {"title": "A timeline", "events": ordered, "tracks": tracks}
    return Timeline(**(values | more))  # type: ignore[arg-type]  # values come as keywords


#: The days after the first -> how many events each has.
_COUNTS = dict.fromkeys((6, 7, 8, 16, 18, 19, 27, 30), 1) | {0: 2, 4: 2, 5: 11, 12: 2, 13: 2, 14: 3, 15: 4}
_COUNTS |= {29: 2, 31: 2}


def five_weeks() -> Timeline:
    """38 events from Wednesday 12 February to Saturday 15 March 2025, eleven of them on Monday 17 February.

    They are "e1" to "e38" on three tracks; every fifth is a main event, "e20" alone is a vote.
    """
    days = [day for day, count in sorted(_COUNTS.items()) for _ in range(count)]
    people = (Person("Keir Starmer", "Prime Minister", variants=("Starmer",)), Person("Mark Rutte"))
    return timeline(
        (
            event(
                f"e{number}",
                day_number,
                "Votes" if number == 20 else ("Europe", "Talks")[number % 2],
                title=f"The event with the number {number}",
                label=f"Event {number}",
                kind="vote" if number == 20 else ("statement", "visit", "talks")[number % 3],
                key=number % 5 == 0,
                participants=people[: number % 3],
                summary=f"Event {number} is told in a sentence long enough for two lines on a phone.",
            )
            for number, day_number in enumerate(days, 1)
        ),
        title="Five weeks",
        standfirst="Who met whom, in five weeks that the tests have made up.",
    )


#: The words of which `many` makes titles.
_WORDS = ("leaders meet", "talks", "summit", "vote", "in Paris", "in London", "peace plan", "aid", "tariff")


def many(number: int, tracks: int, days: int = 3650) -> Timeline:
    """So many events "e0", "e1", ... over so many days, on tracks that have ever fewer of them.

    Every twentieth is a main event, every ninth lasts some days, every fourteenth was within 31 days.
    """
    random = Random(number)  # noqa: S311 -- the same ones each time
    found = []
    for each in range(number):
        when: When = day(random.randrange(days))
        if each % 9 == 1:
            when = When(when.start, Moment.day(when.first + timedelta(random.randrange(1, 15))))
        elif each % 14 == 2:
            when = When(Moment(when.first, when.first + timedelta(30), Precision.PART))
        title = " ".join(random.choices(_WORDS, k=random.randrange(2, 8)))
        names = tuple(f"Paper {name}" for name in range(1 + random.randrange(3)))
        found.append(
            event(
                f"e{each}",
                when,
                f"Track {min(tracks - 1, int(random.expovariate(3 / tracks)))}",
                title=title,
                label=title[:40],
                key=each % 20 == 0,
                kind=random.choice(("vote", "talks", "call", "statement")),
                sources=tuple(Source(f"https://example.org/{each}/{name}", name) for name in names),
            )
        )
    return timeline(found)
