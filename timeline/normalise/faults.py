"""The problems found so far, and suggestions for misspelt names."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable

from timeline.model.problems import Location, Problem, limit_problems
from timeline.normalise.text import fold

#: At most this many suggestions are made: finding a similar name is slow in long lists.
_SUGGESTIONS = 200
_LONGEST_NAME = 100
#: At most this many errors of a file are kept, and as many warnings: far more than are reported.
_MAX_KEPT = 1000


class Faults:
    """A growing list of problems. ``own_words`` are values of the author's for hints, by the field's name;
    ``sources`` are the ids of ``_sources.yaml``.

    >>> faults = Faults()
    >>> faults.add(Location("a.yaml", 2), "E020", "title is missing")
    >>> faults.problems[0].code
    'E020'
    """

    def __init__(self) -> None:
        self.own_words: dict[str, str] = {}
        self.sources: frozenset[str] = frozenset()
        self._problems: list[Problem] = []
        self._known: set[Problem] = set()
        self._kept: Counter[tuple[str, str]] = Counter()
        self._suggestions = _SUGGESTIONS

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem, in file order; of a file with very many the first."""
        return limit_problems(self._problems)

    def add(self, at: Location, code: str, message: str, hint: str = "") -> None:
        """Add a problem, unless its file's limit is reached, or it is known: what a record of a source has
        is found again in each event that cites it.
        """
        problem = Problem(at, code, message)
        if problem in self._known:
            return
        self._known.add(problem)
        self._kept[at.path, code[0]] += 1
        if self._kept[at.path, code[0]] <= _MAX_KEPT:
            self._problems.append(Problem(at, code, message, hint))

    def limit_reached(self, path: str) -> bool:
        """Whether that file has so many errors that checking it further is pointless."""
        return self._kept[path, "E"] > _MAX_KEPT

    def nearest(self, word: str, words: Iterable[str]) -> str:
        """The one of ``words`` that was probably meant by ``word``, or "".

        >>> Faults().nearest("Kier Starmer", ["Emmanuel Macron", "Keir Starmer"])
        'Keir Starmer'
        >>> Faults().nearest("venue", ["title", "track"])
        ''
        """
        if not self._suggestions or len(word) > _LONGEST_NAME:
            return ""
        self._suggestions -= 1
        wanted = fold(word)
        spellings = {fold(each): each for each in sorted(words)}
        likely = [each for each in spellings if _alike(wanted, each)]
        return next((spellings[each] for each in difflib.get_close_matches(wanted, likely, 1, 0.7)), "")

    def nearest_id(self, word: str, ids: Collection[str]) -> str:
        """Like `nearest` for ids; ``word`` may also be a word that occurs in exactly one id.

        >>> Faults().nearest_id("groundign", ["ever-given-grounding", "paris-summit"])
        'ever-given-grounding'
        """
        near = self.nearest(word, ids)
        if near:
            return near
        part = self.nearest(word, {part for id_ in ids for part in id_.split("-")})
        holders = [id_ for id_ in ids if part in id_.split("-")]
        return holders[0] if len(holders) == 1 else ""


def _alike(one: str, other: str) -> bool:
    """Cheap test before the slow one: about as long, and the same first or last letter."""
    return abs(len(one) - len(other)) <= max(2, len(one) // 4) and (
        one[:1] == other[:1] or one[-1:] == other[-1:]
    )
