"""What an import could only keep as a comment, by name, with the places where it stood."""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline.importing.draft import Reading

#: So many places are listed before the rest is counted.
_MOST_PLACES = 12


class Leftover(NamedTuple):
    """One kind of thing without a field: its name, how often there was one, and where."""

    name: str
    number: int
    places: str


def leftovers(reading: Reading) -> tuple[Leftover, ...]:
    """Every kind of thing that became a comment, in the order in which they appear."""
    found: dict[str, list[str]] = {}
    for draft in reading.drafts:
        for name, _ in draft.kept:
            found.setdefault(name, []).append(draft.where)
    events = [Leftover(name, len(wheres), listed(wheres)) for name, wheres in found.items()]
    return (*(Leftover(name, 1, "_timeline.yaml") for name, _ in reading.kept), *events)


def decisions(reading: Reading) -> tuple[str, ...]:
    """How what was not clear was read, each with the places where that was so."""
    found: dict[str, list[str]] = {}
    for draft in reading.drafts:
        for sentence in draft.decided:
            found.setdefault(sentence, []).append(draft.where)
    return tuple(f"{sentence}: {listed(wheres)}" for sentence, wheres in found.items())


def listed(wheres: list[str]) -> str:
    """Places, neighbours as a range.

    >>> listed(["row 2", "row 3", "row 4", "row 9"]), listed(["title"])
    ('rows 2-4, 9', 'title')
    """
    parsed = [re.fullmatch(r"(.+) (\d+)", where) for where in dict.fromkeys(wheres)]
    units = {found[1] if found else "" for found in parsed}
    if len(units) != 1 or "" in units:
        return ", ".join(dict.fromkeys(wheres))
    numbers = sorted({int(found[2]) for found in parsed if found})
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in ranges[:_MOST_PLACES]]
    rest = sum(last - first + 1 for first, last in ranges[_MOST_PLACES:])
    more = f" and {rest:,} more" if rest else ""
    return f"{units.pop()}{'s' if len(numbers) > 1 else ''} {', '.join(shown)}{more}"
