"""Marks after the sentences of a summary, such as "[1]" or "[1, 3]": the sources that say so, by number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from timeline.typography.sentence_ends import MARK
from timeline.typography.sentences import sentences

#: Marks next to each other, with the space before them.
_MARKS = re.compile(rf"(?:\s?{MARK})+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence without its marks, and the numbers of its sources in ascending order."""

    text: str
    sources: tuple[int, ...]


def numbers(text: str) -> tuple[int, ...]:
    """The numbers in the marks of a text, each once, in the order of the text.

    >>> numbers("They met.[3] They left. [1, 3]"), numbers("Nothing [here] is a mark.")
    ((3, 1), ())
    """
    return tuple(dict.fromkeys(number for marks in _MARKS.findall(text) for number in _read(marks)))


def statements(text: str) -> tuple[Statement, ...]:
    """The sentences of a text of paragraphs, with the sources that each names.

    >>> statements("They met [1]. They left. [1, 3]")[1]
    Statement(text='They left.', sources=(1, 3))
    """
    return tuple(
        Statement(plain, tuple(sorted(numbers(sentence))))
        for paragraph in text.split("\n\n")
        for sentence in sentences(paragraph)
        if re.search(r"[^\W_]", plain := without_marks(sentence).strip())
    )


def tally(texts: Iterable[str]) -> tuple[int, int]:
    """How many statements name a source, and how many there are; 0 and 0 if none of the texts has a mark.

    >>> tally(["They met. [1] They left.", "They ate."]), tally(["They met."])
    ((1, 3), (0, 0))
    """
    found = [statement for text in texts for statement in statements(text)]
    sourced = sum(bool(statement.sources) for statement in found)
    return (sourced, len(found)) if sourced else (0, 0)


def without_marks(text: str) -> str:
    """The text without its marks, for places where they would confuse.

    >>> without_marks("They met. [1] They left [2, 3].")
    'They met. They left.'
    """
    return _MARKS.sub("", text)


def renumbered(text: str, number_of: Callable[[int], int]) -> str:
    """The text with other numbers in its marks, as in a list of the sources of several events.

    >>> renumbered("They met. [1, 3]", lambda number: number + 10)
    'They met. [11, 13]'
    """
    renamed = (
        (piece, has_space, sorted({*map(number_of, found)})) for piece, has_space, found in _split(text)
    )
    return "".join(
        f"{piece}{' ' * has_space}[{', '.join(map(str, found))}]" if found else piece
        for piece, has_space, found in renamed
    )


def pieces(text: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """The text in pieces, each with the numbers of the marks that follow it.

    >>> pieces("They met [1][2]. They left.")
    (('They met', (1, 2)), ('. They left.', ()))
    """
    return tuple((piece, found) for piece, _, found in _split(text) if piece or found)


def _split(text: str) -> Sequence[tuple[str, bool, tuple[int, ...]]]:
    """Pieces, whether a space stands before the marks that follow, and the numbers of these."""
    found, end = [], 0
    for marks in _MARKS.finditer(text):
        found.append((text[end : marks.start()], marks[0][0].isspace(), _read(marks[0])))
        end = marks.end()
    return [*found, (text[end:], False, ())]


def _read(marks: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(map(int, re.findall(r"\d+", marks))))
