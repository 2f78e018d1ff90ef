"""What ``timeline resolve`` prints: the readings of a date, for people and for scripts."""

from __future__ import annotations

from timeline.language.date_rules import explained
from timeline.language.dates import spelled_out
from timeline.model import Precision, Resolution
from timeline.model.problems import visible

_EXACT = {
    Precision.MINUTE: "to the minute",
    Precision.DAY: "to the day",
    Precision.PART: "one of these days",
    Precision.HALF: "some day of that half-year",
}


def as_lines(resolution: Resolution) -> list[str]:
    """One aligned line per reading (the date in words, how exact it is, why), or why there is none.

    >>> from datetime import date
    >>> from timeline.model import Moment, When
    >>> monday = When(Moment.day(date(2025, 2, 17)), rule="weekday")
    >>> as_lines(Resolution("Monday", (monday,)))
    ['Monday 17 February 2025   to the day   a weekday on or near the day of publication']
    >>> as_lines(Resolution("31 June", reason="June has 30 days", hint="30 June"))
    ['June has 30 days', 'Try: 30 June']
    """
    if not resolution.readings:
        return [visible(resolution.reason), f"Try: {visible(resolution.hint)}"]
    rows = [
        (
            spelled_out(when),
            _EXACT.get(when.precision, f"some day of that {when.precision}"),
            visible(explained(when)),
        )
        for when in resolution.readings
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["   ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def as_record(resolution: Resolution) -> dict[str, object]:
    """A resolution as an object for scripts; ``start`` or ``end`` is None where a span has no known one."""
    return {
        "text": resolution.text,
        "status": resolution.status,
        "readings": [
            {
                "edtf": when.edtf,
                "start": None if when.lacks_start else when.first.isoformat(),
                "end": None if when.lacks_end else when.last.isoformat(),
                "precision": str(when.precision),
                "rule": when.rule,
            }
            for when in resolution.readings
        ],
        "reason": resolution.reason,
    }
