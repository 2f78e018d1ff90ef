"""Timeline -> the rows of the fact-check sheet: one for each statement and each source that it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.language import ENGLISH, Language
from timeline.language.events import date_and_status
from timeline.model import Event, Finding, KeptCopy, Source, Timeline
from timeline.model.sources.evidence import answer, by_address
from timeline.typography.source_marks import statements


@dataclass(frozen=True, slots=True)
class Row:
    """Something that the page says, and a source that should bear it out: the ``number``-th of the event.

    ``part`` is where the page says it: title, date, note, summary, disputed, remark, or quotation; "source"
    for a source that no statement names. Without a source, ``number`` is 0. ``quotation`` are words of the
    source, or those with which it gives the date; ``context`` these words as a kept copy has them, between
    what stands before and after. ``evidence`` is what was found of them in the copy, and when it was made.
    """

    part: str
    statement: str
    number: int = 0
    source: Source | None = None
    quotation: str = ""
    context: tuple[str, str, str] = ("", "", "")
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of an event, and its date in words."""

    event: Event
    date: str
    rows: tuple[Row, ...]


def sheets(timeline: Timeline) -> tuple[Sheet, ...]:
    """The rows of each event, in the order of the timeline."""
    copies = by_address(timeline.evidence)
    language = Language(timeline.language)
    return tuple(_sheet(event, copies, language) for event in timeline.events)


def _sheet(event: Event, copies: Mapping[str, Sequence[KeptCopy]], language: Language) -> Sheet:
    date = date_and_status(event, language)
    stated = list(_stated(event, date))
    rows = [
        _row(part, text, number, event.sources, copies)
        for part, text, numbers in stated
        for number in numbers
    ]
    named = {row.number for row in rows}
    for number, source in enumerate(event.sources, 1):
        if number not in named:
            said = ": ".join(filter(None, (source.speaker, f"“{source.quote}”")))
            part, text = ("quotation", said) if source.quote else ("source", event.title)
            rows.append(_row(part, text, number, event.sources, copies))
    return Sheet(event, date, tuple(rows))


def _stated(event: Event, date: str) -> Iterator[tuple[str, str, Sequence[int]]]:
    """What the page says of an event, part by part, with the numbers of the sources for it, 0 for none.

    The first source is the link behind the title; the date is borne out by those that give it.
    """
    dating = [number for number, source in enumerate(event.sources, 1) if source.says]
    yield "title", event.title, (1,)
    yield "date", date, dating or (1,)
    if event.note:
        yield "note", event.note, (0,)
    for statement in statements(event.summary):
        yield "summary", statement.text, statement.sources or (0,)
    for part, text in (("disputed", event.disputed), ("remark", event.remark)):
        if text:
            yield part, text, (0,)


def _row(
    part: str, text: str, number: int, sources: Sequence[Source], copies: Mapping[str, Sequence[KeptCopy]]
) -> Row:
    if not number:
        return Row(part, text)
    source = sources[number - 1]
    field = "says" if part == "date" and source.says else "quote"
    words = source.says if field == "says" else source.quote
    if not words:
        return Row(part, text, number, source)
    found = answer(copies[source.url], source.url, field, words)
    context = _context(found[1]) if found else ("", "", "")
    return Row(part, text, number, source, words, context, _evidence(found))


def _context(finding: Finding) -> tuple[str, str, str]:
    """What stands before the words in the copy, the words, and what stands after them.

    >>> _context(Finding("quote", "a backstop", "found", context="There must be a backstop, he said."))
    ('There must be ', 'a backstop', ', he said.')
    """
    words = finding.words or (finding.text if finding.is_found else "")
    before, found, after = finding.context.partition(words) if words else (finding.context, "", "")
    return (before, found, after) if found or not words else ("", finding.context or words, "")


def _evidence(found: tuple[KeptCopy, Finding] | None) -> str:
    """What was found, in which copy.

    >>> _evidence(None)
    'not checked: no copy is kept'
    """
    if found is None:
        return "not checked: no copy is kept"
    copy, finding = found
    day = f" of {ENGLISH.day(copy.day)}" if copy.day else ""
    return f"{finding.result} in the copy{day}{' or earlier' if day and copy.is_latest_day else ''}"


def tally(made: Iterable[Sheet]) -> tuple[int, int]:
    """How many events there are, and how many statements.

    >>> tally(())
    (0, 0)
    """
    numbers = [len({(row.part, row.statement) for row in each.rows}) for each in made]
    return len(numbers), sum(numbers)
