"""A timeline of more events than a page holds at once."""

from __future__ import annotations

from tests.helpers.make import event, timeline
from timeline.model import Person, Timeline


def many(number: int = 400) -> Timeline:
    """Events "e0" on, eight a day; each tenth is a main event, "e123" alone was in Łódź, with Ann Other."""
    people = Person("Ann Other", variants=("Oother",)), Person("Jane Doe")
    return timeline(
        event(
            f"e{each}",
            each // 8,
            ("Europe", "Talks")[each % 2],
            title=f"The event with the number {each}" + " in Łódź" * (each == 123),
            key=each % 10 == 0,
            participants={123: people[:1], 5: people[1:]}.get(each, ()),
            related=("e399",) if each == 1 and number == 400 else (),
        )
        for each in range(number)
    )
