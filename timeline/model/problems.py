"""Faults and warnings: where they are, what was found, what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

#: Every code that can be reported, with its meaning. An error (E) stops a build, a warning (W) does not.
CODES: dict[str, str] = {
    # reading: the file itself
    "E001": "the file or folder cannot be read",
    "E002": "the file is not UTF-8 text",
    "E003": "the file is not YAML",
    "E004": "a key is used twice in one mapping",
    "E005": "anchors, aliases, merge keys and tags are not allowed",
    "E006": "the file is too large or too deeply nested",
    "E007": "the file contains more than one document",
    "E008": "the file or folder contains no events",
    "E009": "the file contains a character that cannot be shown",
    "E010": "a file cannot be used as a template for slides",
    "E011": "a file cannot be used as a font",
    "E040": "a file of another tool cannot be imported",
    "E041": "a file is not an events.json",
    # fields and their values
    "E020": "a field is missing or empty",
    "E021": "a field has the wrong shape",
    "E022": "a field is unknown",
    "E023": "a value is not one of those allowed",
    "E024": "an id is malformed or used twice",
    "E025": "an address is not a full http or https address",
    "E026": "a reference points to something that does not exist",
    "E027": "an event has no source",
    "E028": "there are too many events, tracks or eras",
    "E029": "a summary names a source that the event does not have",
    "E030": "the days of updates and corrections contradict each other",
    "E031": "a main event has not been checked, and the timeline demands it",
    # dates
    "E012": "a date cannot be read",
    "E013": "a date can be read in more than one way",
    "E014": "sources and date disagree",
    "E015": "a clock time, time zone or publication day cannot be read",
    # links, which only `timeline links` checks
    "E050": "a cited page is not there any more",
    "W050": "a cited page has moved",
    "W051": "it is not known whether a cited page is there",
    "W052": "a cited page is not there any more, but its archived copy is",
    # kept copies of sources, which only `timeline evidence` and `timeline check --evidence` read
    "E060": "a quotation is not in the kept copy of its source",
    "E061": "a kept copy has been changed since it was added",
    "E062": "a file cannot be kept as the copy of a source",
    "W060": "a kept copy says something else of its date, title, author or day",
    "W061": "a quotation was not checked against a kept copy",
    "W062": "words are in an earlier copy of a page, and not in a later one",
    # warnings
    "W001": "a name is not in its list",
    "W002": "the date as a source words it could not be read",
    "W003": "the date is more exact than its sources",
    "W004": "a text is cut off by a #",
    "W005": "a text contains text direction controls",
    "W006": "an address, event or name appears twice",
    "W007": "the date of an event that was held is later than all its sources",
    "W008": "the host of an address can be mistaken for another",
    "W009": "a colour is hard to read on its background",
    "W010": "a dispute about the date, but no source differs",
    "W011": "a day or month before the Gregorian calendar names no calendar",
    "W012": "a date was not checked",
    "W013": "the labels of the chart keep their default font",
    "W014": "an event is a draft, which builds leave out",
    "W015": "a text contains HTML or Markdown",
    "W016": "an address leads to one machine or network only",
    "W017": "a file has the name of a text file, and is not read",
    "W018": "the sources of a main event have too few independent origins",
    "W019": "a statement names no source",
    "W020": "no statement names a source",
    "W021": "an archived copy does not belong to its source",
    "W022": "an archive has been seen to alter its copies",
    "W023": "no event cites a source of _sources.yaml",
    "W024": "an event was changed after it was checked",
    "W025": "a main event has still to be checked before a build",
}


#: At most this many errors, and as many warnings, are reported for one file.
MAX_REPORTED = 100


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in an input file.

    ``path`` as the user named it, ``line`` and ``column`` counted from 1,
    ``text`` the whole source line without its line end ("" when unknown).
    """

    path: str
    line: int = 1
    column: int = 1
    text: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One error (code E...) or warning (code W...): where it is, what was found, and what to write instead.

    >>> place = Location("events/a.yaml", 4, 7, "date: 31 June 2025")
    >>> print(Problem(place, "E012", 'date "31 June 2025": June has 30 days', "30 June 2025"))
    events/a.yaml:4:7: error[E012] date "31 June 2025": June has 30 days
        date: 31 June 2025
              ^
        Try: 30 June 2025
    """

    location: Location
    code: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown problem code {self.code}")

    @property
    def is_error(self) -> bool:
        return self.code.startswith("E")

    @property
    def severity(self) -> str:
        """``error`` or ``warning``."""
        return "error" if self.is_error else "warning"

    def __str__(self) -> str:
        place = self.location
        lines = [f"{visible(str(place))}: {self.severity}[{self.code}] {visible(self.message)}"]
        if place.text:
            lines += _excerpt(place)
        if self.hint:
            lines.append(f"    Try: {visible(self.hint)}")
        return "\n".join(lines)


class TimelineError(Exception):
    """Raised when the input has faults; ``problems`` holds all of them, in file order."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Those of ``problems`` that stop a build."""
    return tuple(problem for problem in problems if problem.is_error)


def limit_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The first ``MAX_REPORTED`` errors and as many warnings of each file, in file order.

    If there are more, one further problem says so. Errors and warnings are limited separately, so that
    warnings cannot hide an error.

    >>> many = [Problem(Location("a.yaml", line), "E020", "title is missing") for line in range(1, 500)]
    >>> len(limit_problems(many)), limit_problems(many)[-1].message
    (101, 'more faults follow the first 100 in this file')
    """
    kept: list[Problem] = []
    kinds = sorted(problems, key=lambda problem: (problem.location.path, problem.is_error))
    for _, alike in groupby(kinds, lambda problem: (problem.location.path, problem.is_error)):
        ordered = sorted(alike)
        kept += ordered[:MAX_REPORTED]
        for following in ordered[MAX_REPORTED : MAX_REPORTED + 1]:
            message = f"more faults follow the first {MAX_REPORTED} in this file"
            kept.append(Problem(following.location, following.code, message))
    return tuple(sorted(kept))


def visible(text: str) -> str:
    """``text`` with control and invisible characters escaped.

    >>> visible("a\\x1b[31mred\\u202e")
    'a\\\\x1b[31mred\\\\u202e'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


#: Longer source lines are shortened to this many characters around the caret.
_EXCERPT_WIDTH = 100


def _excerpt(place: Location) -> list[str]:
    """The source line and a caret under the column, at most ``_EXCERPT_WIDTH`` wide."""
    first = max(0, place.column - 1 - _EXCERPT_WIDTH // 2) if len(place.text) > _EXCERPT_WIDTH else 0
    before = visible(place.text[first : place.column - 1].replace("\t", " "))
    after = visible(place.text[place.column - 1 : first + _EXCERPT_WIDTH].replace("\t", " "))
    return [f"    {before}{after}", f"    {' ' * len(before)}^"]
