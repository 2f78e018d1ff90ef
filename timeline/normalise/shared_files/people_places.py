"""Finds people and places by any of their spellings."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from timeline.model import Person, Place
from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.format import PersonRecord, PlaceRecord
from timeline.normalise.format.checks import coordinates
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import fold, quoted

Named = TypeVar("Named", bound=Person | Place)


class Names(Generic[Named]):
    """A list of people or places. If it is empty, unknown names are not warned of.

    >>> from timeline.normalise.faults import Faults
    >>> names = Names("person", "_people.yaml", Person, Faults())
    >>> names.add(Person("Volodymyr Zelensky", variants=("Zelenskyy",)), Location("_people.yaml"))
    >>> names.find("volodymyr zelenský", Location("a.yaml")).name
    'Volodymyr Zelensky'
    """

    def __init__(self, what: str, file: str, make: Callable[[str], Named], faults: Faults) -> None:
        self._what = what
        self._file = file
        self._make = make
        self._faults = faults
        self._exact: dict[str, Named] = {}
        self._places: dict[str, Location] = {}
        self._folded: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, named: Named, at: Location) -> None:
        """Add an entry; a spelling that another entry already has is a fault at ``at``."""
        for spelling in dict.fromkeys((named.name, *named.variants)):
            other = self._exact.setdefault(_normal_form(spelling), named)
            first = self._places.setdefault(_normal_form(spelling), at)
            if other is not named:
                is_same = _normal_form(spelling) == _normal_form(other.name)
                twice = "is listed twice" if is_same else f"is also a spelling of {quoted(other.name)}"
                message = f"{self._what} {quoted(spelling)} {twice}; the first is at {first}"
                self._faults.add(at, "E024", message, "give each spelling to one entry")
            self._folded[fold(spelling)].add(other.name)

    def find(self, spelling: str, at: Location) -> Named:
        """The entry with that spelling; if there is none, a new one of that name, and a warning.

        An exact match comes first; then a match without case and accents, if only one entry has it.
        """
        found = self._exact.get(_normal_form(spelling))
        if found:
            return found
        alike = self._folded.get(fold(spelling), set())
        if len(alike) == 1:
            return self._exact[_normal_form(next(iter(alike)))]
        if self._exact:
            message = f"{self._what} {quoted(spelling)} is not in {self._file}"
            self._faults.add(at, "W001", message, self._meant_by(spelling))
        return self._make(spelling)

    def _meant_by(self, spelling: str) -> str:
        """What to write for an unknown name: a list of known ones, a similar one, or a new entry."""
        parts = [part.strip() for part in spelling.split(",")]
        if len(parts) > 1 and all(fold(part) in self._folded for part in parts):
            return f"[{', '.join(parts)}]"
        near = self._faults.nearest(spelling, self._exact)
        return f"{near}, or add {quoted(spelling)} to the list" if near else "add it to the list"


def people(entries: Iterable[ValidatedRecord[PersonRecord]], faults: Faults) -> Names[Person]:
    """The people and organisations of ``_people.yaml``."""
    names = Names("person", "_people.yaml", Person, faults)
    for entry in entries:
        record = entry.record
        if record.name:
            names.add(Person(record.name, record.role, record.body, record.variants), entry.at("name"))
    return names


def places(entries: Iterable[ValidatedRecord[PlaceRecord]], faults: Faults) -> Names[Place]:
    """The places of ``_places.yaml``."""
    names = Names("place", "_places.yaml", Place, faults)
    for entry in entries:
        record = entry.record
        if record.name:
            north, east = coordinates(record.coordinates) or (None, None)
            place = Place(record.name, record.country, north, east, record.zone, record.variants)
            names.add(place, entry.at("name"))
    return names


def _normal_form(spelling: str) -> str:
    """``spelling`` in Unicode normal form C: é is one character, not e and an accent."""
    return unicodedata.normalize("NFC", spelling)
