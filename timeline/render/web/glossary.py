"""Finds the terms of the glossary in running text: the first mention of each links to its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.model import Term
from timeline.typography.sentence_ends import MARK
from timeline.typography.source_marks import pieces as marked_pieces

#: Quotations, in which no term is linked, as they are not our words. A ’ between letters is an apostrophe.
_QUOTED = r"“[^”]*”|\"[^\"]*\"|«[^»]*»|„[^“”]*[“”]|‘(?:[^’]|’(?=\w))*’(?!\w)"
#: What precedes the first word of a sentence.
_OPENING = rf"(?:^|[.!?…][”’\"»)]*(?:\s?{MARK})*\s+)[“‘\"«(¿¡]*$"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text; ``number`` is that of the term it mentions, counted from 1, or 0.

    One without text is a mark with the numbers of ``sources``.
    """

    text: str
    number: int = 0
    sources: tuple[int, ...] = ()


def with_terms(paragraphs: Sequence[str], glossary: Sequence[Term]) -> tuple[tuple[Piece, ...], ...]:
    """Each paragraph in pieces; the first mention of each term in all paragraphs is a piece of its own.

    A mention consists of whole words, as the glossary spells them or with a capital at the beginning of a
    sentence, and is never within quotation marks; of two at the same place the longer one counts. Marks of
    sources are pieces of their own.

    >>> found = with_terms(["Quorum? [1] A “quorum” is no quorum."], [Term("quorum", "How many ...")])
    >>> [piece.sources or piece.text for piece in found[0]]
    ['Quorum', '?', (1,), ' A “quorum” is no quorum.']
    """
    numbers = {one.term: number for number, one in enumerate(glossary, 1)}
    seen: set[int] = set()
    return tuple(tuple(_with_marks(_pieces(text, numbers, seen))) for text in paragraphs)


def _with_marks(found: Iterable[Piece]) -> Iterator[Piece]:
    for piece in found:
        for text, sources in marked_pieces(piece.text):
            if text:
                yield Piece(text, piece.number)
            if sources:
                yield Piece("", sources=sources)


def _pieces(text: str, numbers: dict[str, int], seen: set[int]) -> Iterator[Piece]:
    """The pieces of one paragraph; adds the terms that it mentions to ``seen``."""
    end = 0
    for found in _pattern(tuple(numbers)).finditer(text) if numbers else ():
        number = _number(found, numbers)
        if number and number not in seen:
            seen.add(number)
            if found.start() > end:
                yield Piece(text[end : found.start()])
            yield Piece(found[0], number)
            end = found.end()
    if end < len(text):
        yield Piece(text[end:])


def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """A quotation, or any of the terms, the longest first."""
    spellings = {spelling for term in terms for spelling in (term, _capital(term))}
    words = "|".join(re.escape(each) for each in sorted(spellings, key=lambda each: (-len(each), each)))
    return re.compile(rf"{_QUOTED}|(?<!\w)(?P<term>{words})(?!\w)")


def _number(found: re.Match[str], numbers: dict[str, int]) -> int:
    """The number of the term that was found, or 0 if none was."""
    word = found["term"] or ""
    if not word or word in numbers:
        return numbers.get(word, 0)
    begins = re.search(_OPENING, found.string[: found.start()]) is not None
    return next((number for term, number in numbers.items() if begins and _capital(term) == word), 0)


def _capital(term: str) -> str:
    return term[:1].upper() + term[1:]
