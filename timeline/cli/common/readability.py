"""How hard English summaries are to read, as the school grade that a formula gives.

The Automated Readability Index: R. J. Smith and E. A. Senter, Automated Readability Index, AMRL-TR-66-220,
Wright-Patterson Air Force Base, 1967. It counts letters, words and sentences, so it needs no
dictionary of syllables as libraries such as textstat do. Names of people and places make the grade a little
too high.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.model import Timeline
from timeline.typography.source_marks import without_marks

_WORD = re.compile(r"\w+(?:[’'./–-]\w+)*")
#: The end of a sentence: a full stop, question or exclamation mark before a capital, or at the very end.
_END = re.compile(r"[.!?…]+[”’\"»)]*(?=\s+[“‘\"«(]*[A-Z0-9]|\s*$)")


@dataclass(frozen=True, slots=True)
class Level:
    """The grade of all summaries together, their number, and the hardest ones as pairs of id and grade."""

    grade: float
    summaries: int
    hardest: tuple[tuple[str, float], ...]


def grade(text: str) -> float:
    """The US school grade in which such a text is easy to read, at least 0; 0 if it has no words.

    4.71 letters and digits per word + 0.5 words per sentence - 21.43.

    >>> round(grade("The talks ended. Nobody had signed the agreement."), 1)
    4.1
    """
    words = _WORD.findall(text)
    if not words:
        return 0.0
    letters = sum(char.isalnum() for char in text)
    sentences = max(1, len(_END.findall(text)))
    return max(0.0, 4.71 * letters / len(words) + 0.5 * len(words) / sentences - 21.43)


def reading_level(timeline: Timeline, hardest: int = 3) -> Level | None:
    """The level of the summaries; None if there are none, or if they are not in English.

    The formula is fitted to English texts.
    """
    summaries = {event.id: without_marks(event.summary) for event in timeline.events if event.summary}
    if timeline.language.partition("-")[0].lower() != "en" or not summaries:
        return None
    graded = ((id_, grade(text)) for id_, text in summaries.items())
    grades = sorted(graded, key=lambda pair: (-pair[1], pair[0]))
    return Level(grade(" ".join(summaries.values())), len(summaries), tuple(grades[:hardest]))
