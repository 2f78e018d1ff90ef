"""Checks that the statements of summaries and the sources of their events go together."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.model.problems import Location
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted
from timeline.typography.source_marks import numbers, statements


def check_statements(entry: ValidatedRecord[EventRecord], faults: Faults, *, is_required: bool) -> None:
    """Report marks of sources that the event does not have; where there are marks, warn of sentences and
    sources without one. With ``is_required``, also warn of a summary without marks.
    """
    summary, sources = entry.record.summary, entry.record.sources
    marked = numbers(summary)
    at = entry.at("summary")
    if not marked:
        if is_required and statements(summary):
            hint = f"{statements(summary)[0].text} [1]"
            faults.add(at, "W019", "no sentence of the summary names its source", hint)
        return
    for number in marked:
        if number > len(sources):
            has = "1 source" if len(sources) == 1 else f"{len(sources)} sources"
            hint = "[1]" if len(sources) == 1 else f"[1] to [{len(sources)}], in the order of the sources"
            place = _within(at, rf"\[(?:[\d,\s]*\D)?{number}(?:\D[\d,\s]*)?\]")
            faults.add(place, "E029", f"the mark [{number}] names no source: the event has {has}", hint)
    for statement in statements(summary):
        if not statement.sources:
            message = f"the sentence {quoted(statement.text)} names no source"
            place = _within(at, re.escape(statement.text))
            faults.add(place, "W019", message, "its source after it, as in [1]")
    if max(marked) > len(sources):
        return  # a wrong number may be meant for the source that has no mark
    for number, source in enumerate(sources, 1):
        if number not in marked:
            message = f"no sentence of the summary names source {number}, {quoted(source.publisher)}"
            hint = f"[{number}] after what it supports; or leave the source out"
            faults.add(entry.at("sources", number - 1), "W020", message, hint)


def _within(at: Location, pattern: str) -> Location:
    """The place of what the pattern finds in a value that stands on one line; else that of the value, of
    which only the first line is known here.

    >>> _within(Location("a.yaml", 3, 10, "summary: They met. [4]"), r"\\[4\\]").column
    20
    """
    found = re.compile(pattern).search(at.text, at.column - 1)
    return replace(at, column=found.start() + 1) if found else at
