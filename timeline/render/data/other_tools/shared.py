"""What the formats of other tools share: exact dates, and the account of what is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from timeline.language.events import count_of
from timeline.model import Event, When

#: One end of a date in EDTF that these formats can hold.
_EXACT = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<offset>Z|[+-]\d\d:\d\d)?)?)?)?"
)
#: Fields of an event, and of its sources, that none of them has.
_FIELDS = ("kind", "status", "key", "note", "places", "venue", "participants", "disputed", "remark")
_MORE_FIELDS = ("discussion", "related", "added", "updated")
_SOURCE_FIELDS = (
    *("origin", "author", "published", "accessed", "archived", "unarchivable"),
    *("says", "quote", "speaker", "page", "at"),
)


def spans(when: When) -> tuple[list[dict[str, int]], bool]:
    """The parts of the start, and of the end if it is another, and whether they say all that is known.

    A date that is no minute, day, month or year is the days that it may be.
    """
    first, _, last = when.edtf.partition("/")
    pieces = [piece for piece in (first, last) if piece not in {"", ".."}]
    found = [_EXACT.fullmatch(piece.rstrip("~?%")) for piece in pieces]
    is_exact = all(found) and not re.search(r"[~?%]|\.\.|^/|/$", when.edtf) and not when.start.calendar
    ends = pieces if all(found) else [when.first.isoformat(), when.last.isoformat()]
    parts = [parts_of(end) for end in ends]
    return parts[: 1 if parts[0] == parts[-1] else 2], is_exact


def parts_of(text: str) -> dict[str, int]:
    """The parts of one end of a date; without a year 0, which these tools do not have.

    >>> parts_of("-0043"), parts_of("2025-02-17T16:00:00")
    ({'year': -44}, {'year': 2025, 'month': 2, 'day': 17, 'hour': 16, 'minute': 0})
    """
    found = _EXACT.match(text)
    if not found:
        return {}
    numbers = {name: int(value) for name, value in found.groupdict().items() if value and name != "offset"}
    if numbers["year"] <= 0:
        numbers["year"] -= 1
    return {name: value for name, value in numbers.items() if name != "second" or value}


def left_out(events: Iterable[Event]) -> Counter[str]:
    """How many events have each of the fields that are left out."""
    found: Counter[str] = Counter()
    for event in events:
        for name in (*_FIELDS, *_MORE_FIELDS):
            value = getattr(event, name)
            found[name.removesuffix("s") if name == "places" else name] += bool(value) and value != "held"
        found["label"] += event.label != event.title
        for name in _SOURCE_FIELDS:
            found[f"{name} of sources"] += any(getattr(source, name) for source in event.sources)
    return found


def notes(format_: str, lost: Counter[str]) -> tuple[str, ...]:
    """What the format cannot hold, in one line.

    >>> notes("markwhen", Counter({"venue": 2, "eras": 0}))
    ('Left out, because markwhen has no place for it: venue (2 events)',)
    """
    found = [
        f"{name} ({number})" if name.startswith("eras") else f"{name} ({count_of(number, 'event')})"
        for name, number in lost.items()
        if number
    ]
    return (f"Left out, because {format_} has no place for it: {', '.join(found)}",) if found else ()
