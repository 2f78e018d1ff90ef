"""What kept copies of sources bear out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a claim about a source stands in a kept copy of it.

    ``field`` is the field of the source ("quote", "says", "title", "author" or "published"), ``text`` its
    value. ``result`` is "found", "found in pieces" or "not found"; ``words`` are the words of the copy, ""
    if they are those of the claim, and ``context`` these with what stands around them. ``before`` and
    ``after`` are the words next to a quotation that stands in the copy more than once, for a link to the
    right place.
    """

    field: str
    text: str
    result: str
    words: str = ""
    context: str = ""
    before: str = ""
    after: str = ""

    @property
    def is_found(self) -> bool:
        """Whether the words stand there, with parts left out or not."""
        return self.result != "not found"


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy of the page at ``url``, known by the SHA-256 of its bytes.

    ``day`` is when it was made; with ``is_latest_day``, on that day at the latest.
    """

    url: str
    digest: str
    day: date | None = None
    is_latest_day: bool = False
    tool: str = ""
    findings: tuple[Finding, ...] = ()

    def finding(self, field: str, text: str) -> Finding | None:
        """What was found for a claim, None if it was not looked for.

        >>> found = Finding("quote", "a backstop", "found")
        >>> copy = KeptCopy("https://example.org", "0" * 64, findings=(found,))
        >>> copy.finding("quote", "a backstop").is_found, copy.finding("quote", "two backstops")
        (True, None)
        """
        return next((each for each in self.findings if (each.field, each.text) == (field, text)), None)


def by_address(copies: Iterable[KeptCopy]) -> Mapping[str, Sequence[KeptCopy]]:
    """The copies of each page, by its address; none of any other."""
    found: defaultdict[str, list[KeptCopy]] = defaultdict(list)
    for copy in copies:
        found[copy.url].append(copy)
    return found


def answer(copies: Iterable[KeptCopy], url: str, field: str, text: str) -> tuple[KeptCopy, Finding] | None:
    """The latest copy of a page that has these words, and what was found in it; else the latest one that
    was asked for them; None if none was.
    """
    asked = [
        (copy, finding) for copy in copies if copy.url == url and (finding := copy.finding(field, text))
    ]
    return next((each for each in reversed(asked) if each[1].is_found), asked[-1]) if asked else None
