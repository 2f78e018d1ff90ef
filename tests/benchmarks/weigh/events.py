"""Made-up events, the same ones every time."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

WORDS = {
    "city": ("Vienna", "Geneva", "Ankara", "Cairo", "Oslo", "Lima", "Nairobi", "Tokyo", "Accra", "Quito"),
    "act": ("open talks", "sign an accord", "recall envoys", "restore relations", "end a blockade"),
    "who": ("The delegations", "Both governments", "Mediators", "Observers", "Senior envoys"),
    "did": ("confirmed the text", "set a deadline", "named a commission", "agreed to meet again"),
    "topic": ("grain transit", "river water", "air traffic", "fishing rights", "debt relief", "visa rules"),
    "group": ("Treaties", "Summits", "Sanctions", "Conflicts", "Mediation", "Trade"),
    "publisher": ("Gazette of Record", "Treaty Series", "Daily Dispatch", "Wire Service"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """An event as every maker gets it."""

    id: str
    day: date
    title: str
    text: str
    group: str
    publisher: str
    url: str

    @property
    def link(self) -> str:
        """Its source as HTML."""
        return f'<a href="{escape(self.url)}">{escape(self.publisher)}</a>'


def made(count: int) -> list[Made]:
    """So many events of the years 1945 to 2024 in time order.

    >>> made(2) == made(2)
    True
    """
    chance = random.Random(7)  # noqa: S311  nothing is secret here
    first = date(1945, 1, 1)
    days = sorted(chance.randrange(29_000) for _ in range(count))
    return [_made(number, first + timedelta(day), chance) for number, day in enumerate(days)]


def _made(number: int, day: date, chance: random.Random) -> Made:
    def a(kind: str) -> str:
        return chance.choice(WORDS[kind])

    one, other = chance.sample(WORDS["city"], 2)
    began = f"{a('who')} {a('did')} on {a('topic')} after {chance.randint(2, 40)} days in {a('city')}."
    went_on = f"{a('who')} {a('did')} before {a('city')} could take over the file in {day.year + 1}."
    publisher = a("publisher")
    return Made(
        id=f"e{number:05}",
        day=day,
        title=f"{one} and {other} {a('act')} [E{number:05}]",
        text=f"{began} {went_on}",
        group=a("group"),
        publisher=publisher,
        url=f"https://{publisher.split()[0].lower()}.example.org/{day:%Y/%m}/{chance.getrandbits(40):010x}",
    )
