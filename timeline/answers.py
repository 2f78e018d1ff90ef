"""What ``timeline resolve`` prints: the readings of a date, for people and for scripts."""

from __future__ import annotations

from timeline.model import Moment, Precision, Resolution, When
from timeline.problems import visible
from timeline.render.words import moment_in_words, weekday_in_words


def as_lines(resolution: Resolution) -> list[str]:
    """One aligned line per reading (the date in words, its precision, the rule), or why there is none.

    >>> from datetime import date
    >>> monday = When(Moment.day(date(2025, 2, 17)), rule="weekday before publication")
    >>> as_lines(Resolution("Monday", (monday,)))
    ['Monday 17 February 2025   day   weekday before publication']
    >>> as_lines(Resolution("31 June", reason="June has 30 days", hint="30 June"))
    ['June has 30 days', 'Try: 30 June']
    """
    if not resolution.readings:
        return [visible(resolution.reason), f"Try: {visible(resolution.hint)}"]
    rows = [(_in_words(when), str(when.precision), visible(when.rule)) for when in resolution.readings]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["   ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def as_record(resolution: Resolution) -> dict[str, object]:
    """A resolution as an object for scripts; ``end`` is None for a span that is still going on."""
    return {
        "text": resolution.text,
        "status": resolution.status,
        "readings": [
            {
                "edtf": when.edtf,
                "start": when.first.isoformat(),
                "end": None if when.open_end else when.last.isoformat(),
                "precision": str(when.precision),
                "rule": when.rule,
            }
            for when in resolution.readings
        ],
        "reason": resolution.reason,
    }


def _in_words(when: When) -> str:
    """A reading in plain English, with the weekdays that news speaks in."""
    start = _moment_in_words(when.start)
    if when.open_end:
        return f"since {start}"
    return f"{start} to {_moment_in_words(when.end)}" if when.end else start


def _moment_in_words(moment: Moment) -> str:
    if not moment.is_day:
        return moment_in_words(moment)
    day = weekday_in_words(moment.earliest)
    return f"{day}, {moment.clock:%H:%M}" if moment.precision is Precision.MINUTE else day
