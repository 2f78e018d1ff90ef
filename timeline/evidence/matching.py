"""Finds words in a text: exactly, but for what typesetting makes different (`timeline.evidence.folding`).

Likeness never decides: "would improve" and "would not improve" are almost the same text. The manual states
the rules for editors (``evidence.md``); change both together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from timeline.evidence.edges import ends_well, starts_well
from timeline.evidence.folding import Folded, fold

#: How many characters around the words found are kept.
AROUND = 60
#: How far apart two pieces of a quotation may stand, in characters.
MOST_LEFT_OUT = 1_000
#: A piece has at least so many letters and digits; shorter ones stand everywhere.
_LEAST_PIECE = 6
#: In a passage that is set in capitals, of at least so many letters, they say nothing.
_LEAST_CAPITALS = 12
_MOST_PLACES = 1_000
#: What an editor has left out or put in: "…", "[…]", "[the President]"; not "[t]here" within a word.
_EDITED = re.compile(r"\s*(?:\(…\)|\[[^\[\]]*\]|…)\s*")
_IN_WORD = re.compile(r"\[(\w)\](?=\w)|(?<=\w)\[(\w{1,3})\]")
_ENDS_SENTENCE = ".!?…:;。！？؟۔।"
_FINAL = ".,;:!"
#: How much is read around a word in characters, besides three times the length of what is looked for; how
#: far from a cut words must stand; and at how many places.
_MARGIN, _EDGE, _MOST_WINDOWS = 300, 100, 8
_LEAST_WORD = 4
_PLAIN_WORD = re.compile(r"[a-z0-9]+|[^\W\d_]+")
_SHOWS_NOTHING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Result(StrEnum):
    """Whether words were found: as they are, with parts left out or put in, or not."""

    FOUND = "found"
    IN_PIECES = "found in pieces"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Match:
    """The words as the text has them, and what stands before and after them; "" where nothing was found."""

    result: Result
    words: str = ""
    before: str = ""
    after: str = ""


NOTHING = Match(Result.NOT_FOUND)


class Text:
    """A text in which words are looked for, often.

    >>> text = Text("He said: “There must be a US back­stop, because only that deters Russia.”")
    >>> text.find('"there must be a US backstop"').words
    'There must be a US backstop'
    >>> str(text.find("There must be … only that deters Russia").result)
    'found in pieces'
    >>> str(text.find("There must not be a US backstop").result)
    'not found'
    """

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _forms(self) -> tuple[_Form, ...]:
        """The text with words that are divided at line ends as they stand, and joined."""
        forms = [_Form(fold(self.source))]
        if re.search(r"\w[\u2010-]\n\w", self.source):
            forms.append(_Form(fold(self.source, keeps_line_hyphens=False)))
        return tuple(forms)

    def _windows_and_forms(self, wanted: str) -> Iterator[_Form]:
        yield from self._windows(wanted)
        yield from self._forms

    @cached_property
    def _low(self) -> str:
        return _lower(self.source)

    def _windows(self, wanted: str) -> Iterator[_Form]:
        """The surroundings of places where the rarest word stands, and the others with it.

        They are usually enough, and quicker to fold.
        """
        words = [word for word in _PLAIN_WORD.findall(_lower(wanted)) if len(word) >= _LEAST_WORD]
        word = min(words, key=lambda word: (self._low.count(word), word), default="")
        around = 3 * len(wanted) + _MARGIN
        place = self._low.find(word) if word else -1
        for _ in range(_MOST_WINDOWS):
            if place < 0:
                return
            start, end = max(0, place - around), place + around
            surroundings = self._low[start:end]
            if all(each in surroundings for each in words):
                yield _Form(fold(self.source[start:end]), is_cut=(start > 0, end < len(self.source)))
            place = self._low.find(word, place + 1)

    def has_twice(self, words: str) -> bool:
        """Whether ``words`` stand there more than once, in whatever case.

        >>> Text("No backstop? A US Backstop.").has_twice("backstop")
        True
        """
        wanted = _inner(words)
        return bool(wanted) and self._forms[0].has_twice(wanted)

    def find(self, words: str, *, ignores_case: bool = False) -> Match:
        """Where ``words`` stand in the text. With ``ignores_case``, capitals say nothing.

        Otherwise only the first letter may differ in case, and all of a passage set in capitals.
        """
        if words == self.source and _needs_no_folding(words):
            return Match(Result.FOUND, words)
        wanted = _inner(words)
        if not _size(wanted):
            return NOTHING
        for form in self._windows_and_forms(wanted):
            if found := form.whole(wanted, ignores_case=ignores_case):
                return found
        pieces = _pieces(words)
        for form in self._forms if pieces else ():
            if found := form.in_pieces(pieces, ignores_case=ignores_case):
                return found
        return NOTHING


def _needs_no_folding(words: str) -> bool:
    return words.isascii() and words[:1].isalnum() and words[-1:].isalnum()


def _inner(words: str) -> str:
    return fold(words.strip()).text.strip()


def _size(text: str) -> int:
    return sum(map(str.isalnum, text))


def _pieces(words: str) -> list[str]:
    """The parts of a quotation that are word for word; none if it has no marks of an editor."""
    folded = re.sub(r"\[sic!?\]", "", fold(words).text, flags=re.IGNORECASE)
    plain = _IN_WORD.sub(lambda found: found[1] or found[2], folded)
    if plain == fold(words).text and not _EDITED.search(plain):
        return []
    pieces = [" ".join(piece.split()) for piece in _EDITED.split(plain)]
    pieces = [piece.strip(" ,;:") for piece in pieces]
    return [piece for piece in pieces if piece] if all(map(_is_piece, filter(None, pieces))) else []


def _is_piece(piece: str) -> bool:
    return _size(piece) >= _LEAST_PIECE or any("\u3040" <= c <= "\u9fff" for c in piece)


class _Form:
    """One folded form of a text."""

    def __init__(self, folded: Folded, *, is_cut: tuple[bool, bool] = (False, False)) -> None:
        self._folded = folded
        self._within = (_EDGE * is_cut[0], len(folded.text) - _EDGE * is_cut[1])
        self._line = folded.text.replace("\n", " ")
        self._low = _lower(self._line)

    def has_twice(self, wanted: str) -> bool:
        """Whether ``wanted`` stands at two places."""
        places = self._places(wanted, ignores_case=True)
        return next(places, None) is not None and next(places, None) is not None

    def whole(self, wanted: str, *, ignores_case: bool) -> Match | None:
        """The first place where all of ``wanted`` stands in one piece; None if there is none."""
        for words in dict.fromkeys((wanted, wanted.rstrip(_FINAL))):
            must_end = words != wanted
            places = [
                place
                for place in self._places(words, ignores_case=ignores_case)
                if not must_end or self._ends_here(place + len(words))
            ]
            within = [place for place in places if not self._runs_on(words, place)]
            if within or places:
                start = (within or places)[0]
                result = Result.FOUND if within else Result.IN_PIECES
                return self._match(result, start, start + len(words))
        return None

    def in_pieces(self, pieces: list[str], *, ignores_case: bool) -> Match | None:
        """The first place where the pieces stand one after the other, not far apart."""
        for start in self._places(pieces[0], ignores_case=ignores_case):
            end = start + len(pieces[0])
            for piece in pieces[1:]:
                following = self._places(piece, end, ignores_case=ignores_case)
                place = next(following, None)
                if place is None or place - end > MOST_LEFT_OUT:
                    break
                end = place + len(piece)
            else:
                return self._match(Result.IN_PIECES, start, end)
        return None

    def _places(self, words: str, start: int = 0, *, ignores_case: bool) -> Iterator[int]:
        """Where ``words`` stand as whole words, in the same case."""
        low = _lower(words)
        for _ in range(_MOST_PLACES):
            start = self._low.find(low, start) if low else -1
            if start < 0:
                return
            end = start + len(low)
            if (
                self._within[0] <= start <= end <= self._within[1]
                and starts_well(self._folded, start)
                and ends_well(self._folded, end)
                and (ignores_case or _is_same_case(words, self._line[start:end]))
            ):
                yield start
            start += 1

    def _ends_here(self, end: int) -> bool:
        """Whether a part of a sentence ends there, so that a quotation may end it with a full stop."""
        after = self._folded.source[self._folded.places[end - 1] + 1 :][:2].lstrip("\u00ad\u200b")
        return (
            not after
            or not (after[0].isalnum() or after[0].isspace() or after[0] in "-‐‑'’([")
            or after[:2] == "\n\n"
        )

    def _runs_on(self, words: str, start: int) -> bool:
        """Whether the words run over the end of a paragraph without ending a sentence there."""
        place = self._folded.text.find("\n", start, start + len(words))
        while place >= 0:
            if words[place - start - 1] not in _ENDS_SENTENCE:
                return True
            place = self._folded.text.find("\n", place + 1, start + len(words))
        return False

    def _match(self, result: Result, start: int, end: int) -> Match:
        source, places = self._folded.source, self._folded.places
        first, last = places[start], places[end - 1] + 1
        before, after = source[max(0, first - AROUND) : first], source[last : last + AROUND]
        if first > AROUND and not source[first - AROUND - 1].isspace():  # without the rest of a word
            before = before[re.match(r"\S*\s?", before).end() :]  # type: ignore[union-attr]
        if last + AROUND < len(source) and not source[last + AROUND].isspace():
            after = after[: re.search(r"\s?\S*$", after).start()]  # type: ignore[union-attr]
        return Match(result, _plain(source[first:last]), _plain(before), _plain(after))


def _plain(text: str) -> str:
    """``text`` without characters that show nothing."""
    return _SHOWS_NOTHING.sub("", text)


def _lower(text: str) -> str:
    """``text`` in small letters, character by character, so that places stay the same."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _is_same_case(wanted: str, found: str) -> bool:
    if wanted[1:] == found[1:]:
        return True
    return any(
        text.isupper() and sum(map(str.isalpha, text)) >= _LEAST_CAPITALS for text in (wanted, found)
    )
