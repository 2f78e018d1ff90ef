"""Asks a kept copy whether it bears out a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from timeline.evidence.kept_page import KeptPage
from timeline.evidence.matching import NOTHING, Match, Result, Text
from timeline.language import Language

#: A byline stands near the beginning of a text, or at its end.
_BYLINE, _SIGNATURE = 1_500, 500
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class Copy:
    """A kept page that is asked."""

    def __init__(self, page: KeptPage) -> None:
        self.page = page

    @cached_property
    def text(self) -> Text:
        """All that its readers see."""
        return Text(self.page.text)

    @cached_property
    def _titles(self) -> tuple[Text, ...]:
        return tuple(map(Text, self.page.titles))

    @cached_property
    def _bylines(self) -> tuple[Text, ...]:
        text = self.page.text
        return tuple(map(Text, (*self.page.authors, text[:_BYLINE], text[-_SIGNATURE:])))

    def ask(self, field: str, words: str, language: str = "") -> Match | None:
        """What the copy says of a claim; None if it cannot tell, as where it names no author at all."""
        match field:
            case "quote":
                return self.text.find(words)
            case "says":
                return self.text.find(words, ignores_case=True)
            case "title":
                found = _first(self._titles, (words,))
                return found if _is_found(found) or self.page.suffix == ".html" else None
            case "author":
                found = _first(self._bylines, _spellings(words))
                return found if _is_found(found) or self.page.authors else None
            case _:
                return self._published(words, language)

    def _published(self, words: str, language: str) -> Match | None:
        """Whether the page gives that day, month or year as its own."""
        if not _ISO.fullmatch(words):
            return None
        if self.page.published:
            own = self.page.published[0]
            return Match(Result.FOUND, own) if own.startswith(words) else NOTHING
        if len(words) < len("2025-02-17"):
            return None
        found = _first((self.text,), _written(words, language or self.page.language))
        return found if _is_found(found) else None


def _is_found(match: Match) -> bool:
    return match.result is not Result.NOT_FOUND


def _first(texts: Iterable[Text], spellings: Iterable[str]) -> Match:
    found = (text.find(each, ignores_case=True) for each in spellings for text in texts)
    return next(filter(_is_found, found), NOTHING)


def _spellings(author: str) -> tuple[str, ...]:
    """How a byline names an author.

    >>> _spellings("Doe, Jane"), _spellings("World Bank")
    (('Jane Doe', 'Doe, Jane'), ('World Bank',))
    """
    family, comma, given = author.partition(", ")
    return (f"{given} {family}", author) if comma else (author,)


def _written(day: str, language: str) -> tuple[str, ...]:
    """How pages write the day on which they were published.

    >>> _written("2025-02-17", "de")[:4]
    ('2025-02-17', '17. Februar 2025', '17 February 2025', '17 Feb 2025')
    """
    try:
        when = date.fromisoformat(day)
    except ValueError:
        return (day,)
    month = Language("en").day(when).split()[1]
    american = (f"{name} {when.day}, {when.year}" for name in (month, month[:3]))
    short = f"{when.day} {month[:3]} {when.year}"
    forms = (Language(language or "en").day(when), Language("en").day(when), short, *american)
    return tuple(dict.fromkeys((day, *forms)))
