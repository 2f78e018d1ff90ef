"""Made-up reports of agencies, the papers that print them, and reports of others on the same events.

All words are invented or chosen at random, the same ones each time. What is not: how editors change the
text of an agency, and what independent reports of one event have in common all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from random import Random

_SYLLABLES = re.findall("..", "babedadofafigakelalimamoneniparasetotevave")
_SMALL = re.findall(
    r"\w+", "the of to and in that for on with as at by from said was were had has is are not but"
)
#: What independent reports have in common besides names and quotations: sentences of background.
_BACKGROUND = (
    "The two sides have met four times since the bridge was closed to heavy traffic in the spring.",
    "The ministry did not immediately respond to a request for comment outside of its usual hours.",
    "More than three thousand people have signed a petition against the plan since the first of the month.",
    "The talks are the first of their kind since the agreement of the three towns ten years ago.",
    "A spokesperson for the regional government declined to comment on the details of the negotiations.",
)
_NAMES = (
    "Foreign Minister Jane Doe",
    "Prime Minister John Roe of the Northern Province",
    "the Bridge Office of Example Town",
    "Special Envoy Richard Miles",
    "the Council of the Three Towns",
    "Example Power and Light",
)


@dataclass(frozen=True, slots=True)
class Report:
    """A report. ``story`` is the same for that of an agency and all that print it; ``how`` says what it is:
    "wire", "independent", or the change that an editor made.
    """

    name: str
    story: str
    how: str
    text: str


def made_set(events: int = 12) -> list[Report]:
    """Reports of so many events: of each, two agencies, six papers that print each, and five of others."""
    random = Random(18)  # noqa: S311 -- the same each time
    numbers = count()
    found: list[Report] = []
    for event in range(events):
        scene = _Scene(random)
        for agency in "ab":
            story = f"{event}{agency}"
            paragraphs = scene.report(sentences=random.randint(16, 34), quotations=random.randint(2, 4))
            found.append(Report(f"t{next(numbers)}", story, "wire", _page(paragraphs)))
            for how, change in CHANGES.items():
                text = _page(change(paragraphs, scene))
                found.append(Report(f"t{next(numbers)}", story, how, text))
        for other in range(5):
            paragraphs = scene.report(sentences=random.randint(8, 34), quotations=random.randint(2, 5))
            story = f"{event}-{other}"
            found.append(Report(f"t{next(numbers)}", story, "independent", _page(paragraphs)))
    return found


class _Scene:
    """An event: what was said there, and words to tell of it."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.words = ["".join(random.choices(_SYLLABLES, k=random.randint(1, 4))) for _ in range(500)]
        self.quotations = [
            f"“{self.sentence(12, 40)}” {self.random.choice(_NAMES)} said." for _ in range(6)
        ]

    def sentence(self, least: int = 9, most: int = 32) -> str:
        """Words as in a sentence: every other one is a small one, and now and then a name."""
        random = self.random
        words = [
            random.choice(_NAMES)
            if random.random() < 0.04
            else random.choice(random.choice([_SMALL, self.words]))
            for _ in range(random.randint(least, most))
        ]
        text = " ".join(words)
        return f"{text[:1].upper()}{text[1:]}."

    def report(self, *, sentences: int, quotations: int) -> list[str]:
        """The paragraphs of a report, each of one to three sentences."""
        random = self.random
        told = [self.sentence() for _ in range(sentences)]
        shared = random.sample(self.quotations, quotations) + random.sample(
            _BACKGROUND, random.randint(0, 2)
        )
        for each in shared:
            told.insert(random.randrange(1, len(told)), each)
        paragraphs = []
        while told:
            size = random.randint(1, 3)
            paragraphs.append(" ".join(told[:size]))
            told = told[size:]
        return paragraphs


def _trimmed(paragraphs: list[str], scene: _Scene) -> list[str]:
    """Cut from the end, as papers do for want of room."""
    return paragraphs[: max(4, round(len(paragraphs) * scene.random.uniform(0.35, 0.8)))]


def _signed_anew(paragraphs: list[str], scene: _Scene) -> list[str]:
    """Another line of place and author, another opening, and the paper's own lines around it."""
    opening = f"By Mary Major in {scene.random.choice(_NAMES)}. {scene.sentence()}"
    return [
        opening,
        *paragraphs[1:],
        "Sign up for our newsletter and get the best of the week.",
        scene.sentence(),
    ]


def _reordered(paragraphs: list[str], scene: _Scene) -> list[str]:
    """Paragraphs in another order, some of them left out."""
    kept = scene.random.sample(paragraphs[1:], round(len(paragraphs) * 0.75))
    return [paragraphs[0], *kept]


def _rewritten(paragraphs: list[str], scene: _Scene) -> list[str]:
    """Every fourth paragraph in other words."""
    skipped = scene.random.randrange(4)
    return [scene.sentence() if number % 4 == skipped else each for number, each in enumerate(paragraphs)]


def _edited(paragraphs: list[str], scene: _Scene) -> list[str]:
    """One word in fifty is another one: spellings, titles, times of day."""
    return [
        " ".join(
            scene.random.choice(scene.words) if scene.random.random() < 0.02 else word
            for word in each.split(" ")
        )
        for each in paragraphs
    ]


def _built_in(paragraphs: list[str], scene: _Scene) -> list[str]:
    """Most of it, within a report of the paper's own."""
    own = scene.report(sentences=round(len(paragraphs) * 1.5), quotations=2)
    middle = len(own) // 2
    return [*own[:middle], *paragraphs[: round(len(paragraphs) * 0.85)], *own[middle:]]


def _brief(paragraphs: list[str], _scene: _Scene) -> list[str]:
    """The opening alone, as a news in brief: some eighty words."""
    number = next(n for n in range(len(paragraphs)) if len(" ".join(paragraphs[: n + 1]).split()) >= 70)
    return paragraphs[: number + 1]


def _worked_over(paragraphs: list[str], scene: _Scene) -> list[str]:
    """Shortened, a part of it in other words, in another order, with a word changed here and there."""
    return _edited(_rewritten(_trimmed(paragraphs, scene), scene), scene)


#: What editors do with the report of an agency.
CHANGES: dict[str, Callable[[list[str], _Scene], list[str]]] = {
    "trimmed": _trimmed,
    "signed anew": _signed_anew,
    "reordered": _reordered,
    "rewritten": _rewritten,
    "edited": _edited,
    "built in": _built_in,
    "brief": _brief,
    "worked over": _worked_over,
}


def _page(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)
