"""Knock-on problems: those that may only follow from a file that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import PurePosixPath

from timeline.model.problems import Problem, errors
from timeline.model.records import Document

_DATES = ("E012", "E013", "E014", "E015", "W002", "W003", "W007")
#: File that could not be read -> codes of problems that may only follow from that, since what is missing
#: may stand in it. Dates depend on the timeline's language and order of numbers, and on zones of places.
_KNOCK_ON = {
    "_timeline": ("E026", *_DATES),
    "_people": ("W001",),
    "_places": ("W001", *_DATES),
    "_sources": ("E026", "W018", *_DATES),
}
#: A source of ``_sources.yaml`` may be cited in a file that could not be read.
_UNCITED = "W023"
#: Likewise for any other file or folder.
_KNOCK_ON_OF_ANY = ("E008", "E026", "W001", "W012", _UNCITED)


def without_knock_on(
    found: Iterable[Problem], unread: Sequence[Problem], documents: Sequence[Document]
) -> tuple[Problem, ...]:
    """The problems ``found`` but for those that may only follow from ``unread``, the problems of reading.

    A file whose top level has the wrong shape counts as unread.
    """
    found = tuple(found)
    names = {_stem(problem) for problem in errors(tuple(unread))} - {
        document.name for document in documents
    }
    misshapen = {problem.location for problem in found if problem.code == "E021"}
    names |= {document.name for document in documents if document.root.at in misshapen}
    codes = frozenset(
        chain(
            _KNOCK_ON_OF_ANY if errors(tuple(unread)) else (),
            *(_KNOCK_ON[name] for name in names & _KNOCK_ON.keys()),
        )
    )
    return tuple(
        problem
        for problem in found
        if problem.code not in codes or (_stem(problem) in _KNOCK_ON and problem.code != _UNCITED)
    )


def _stem(problem: Problem) -> str:
    """The name of the file at fault, without its folder and extension."""
    return PurePosixPath(problem.location.path).stem
