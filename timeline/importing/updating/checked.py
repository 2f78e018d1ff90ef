"""A fact-check sheet that somebody has filled in -> which events are noted as checked, and what is not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from timeline.importing.tables.checklist import FIXED, NOTED, ChecklistRow
from timeline.importing.updating.differences import Change, Differences
from timeline.model import Checked, Event
from timeline.model.sources.review import fingerprint
from timeline.normalise.text import quoted

_TICKS = {"yes", "y", "x", "✓", "✔", "☑", "true", "1"}
_SHOWN = 80


def checks(
    before: Iterable[ChecklistRow], after: Iterable[ChecklistRow], events: Iterable[Event], language: str
) -> Differences:
    """Who has checked the events whose rows are all ticked. ``before`` is the sheet of the event files as
    they are now, in which a row must still be what it was when somebody ticked it.

    ``language`` is that in which days may be written. What else has been changed is named.
    """
    olds, news = _by_event(before), _by_event(after)
    by_id = {event.id: event for event in events}
    changes: list[Change] = []
    unmade: list[str] = []
    blank = 0
    for id_, rows in news.items():
        if id_ not in olds:
            unmade += [f"{row.where}: no event has this id" for row in rows]
            continue
        found = _compared(olds[id_], rows)
        unmade += found.lines
        if not any(row[name] for row in rows for name in ("checked", "by", "on")):
            blank += 1
            continue
        checked = _checked(id_, rows, found, language)
        if isinstance(checked, Checked):
            changes += _change(by_id[id_], checked)
        else:
            unmade += checked
    if blank:
        unmade.append(f"{blank:,} event{'s have' if blank > 1 else ' has'} no tick")
    return Differences(tuple(changes), (), tuple(id_ for id_ in olds if id_ not in news), tuple(unmade))


def _by_event(rows: Iterable[ChecklistRow]) -> dict[str, list[ChecklistRow]]:
    found: defaultdict[str, list[ChecklistRow]] = defaultdict(list)
    for row in rows:
        found[row["event"]].append(row)
    return {id_: sorted(each, key=lambda row: row.number) for id_, each in found.items()}


@dataclass
class _Compared:
    """Sentences on what differs between the rows of an event; ``is_other``: in what was to be checked."""

    lines: list[str] = field(default_factory=list)
    is_other: bool = False


def _compared(olds: Sequence[ChecklistRow], news: Sequence[ChecklistRow]) -> _Compared:
    found = _Compared()
    left = [*olds]
    pairs: list[tuple[ChecklistRow | None, ChecklistRow]] = []
    for columns in (FIXED, ("part", "source"), ("part",)):  # the same row, else the likeliest one
        paired = {id(new) for _, new in pairs}
        for new in (each for each in news if id(each) not in paired):
            old = next((each for each in left if all(each[name] == new[name] for name in columns)), None)
            if old is not None:
                left.remove(old)
                pairs.append((old, new))
    paired = {id(new) for _, new in pairs}
    pairs += [(None, new) for new in news if id(new) not in paired]
    for old, new in sorted(pairs, key=lambda pair: pair[1].number):
        others = [*_others(old, new)]
        found.is_other |= bool(others)
        found.lines += [*others, *_remarks(old, new)]
    for statement in dict.fromkeys(each["statement"] for each in left):
        found.is_other = True
        found.lines.append(f"{left[0]['event']}: {_short(statement)} is not in the sheet")
    return found


def _others(old: ChecklistRow | None, new: ChecklistRow) -> Iterator[str]:
    if old is None:
        yield f"{new.where}: {_short(new['statement'])} is not in the event files"
        return
    for name in FIXED:
        if old[name] != new[name]:
            files = (
                f"is {_short(old[name])} in the event files" if old[name] else "is not in the event files"
            )
            yield f"{new.where}: {name} {_short(new[name])} {files}"


def _remarks(old: ChecklistRow | None, new: ChecklistRow) -> Iterator[str]:
    """What an import shows and cannot take over."""
    for name in NOTED:
        if old is not None and old[name] != new[name]:
            yield f"{new.where}: {name} is another one than now"
    if new["remarks"]:
        yield f"{new.where}: remarks {quoted(new['remarks'])}"
    yield from (f"{new.where}: {name} {quoted(text)}" for name, text in new.others)


def _checked(
    id_: str, rows: Sequence[ChecklistRow], found: _Compared, language: str
) -> Checked | list[str]:
    """Who has checked the event, and when; or why it is not noted as checked."""
    why = [
        f"{row.where}: {quoted(row['checked'])} is no tick: write yes"
        for row in rows
        if row["checked"] and row["checked"].casefold() not in _TICKS
    ]
    open_ = [str(row.number) for row in rows if not row["checked"]]
    names, days = [], []
    by = on = ""
    for row in rows:
        by, on = row["by"] or by, row["on"] or on
        day = _day(on, language)
        if row["checked"] and not by:
            why.append(f"{row.where}: it is ticked, but nobody is named in the column by")
        elif row["checked"] and day is None:
            message = f"on {quoted(on)} is not one day" if on else "the day in the column on is missing"
            why.append(f"{row.where}: {message}: write it like 2025-03-20")
        names.append(by)
        days.append(day)
    if open_:
        why.append(f"{id_}: no tick in row {', '.join(open_)}")
    if why or found.is_other:
        return [*why, f"{id_} is not noted as checked"]
    return Checked(", ".join(dict.fromkeys(names)), max(day for day in days if day))


def _day(text: str, language: str) -> date | None:
    from timeline.dates import resolve

    found = resolve(text, language=language).readings if text else ()
    first = found[0].first if len(found) == 1 and found[0].is_one_day else None
    return first if isinstance(first, date) else None


def _change(event: Event, checked: Checked) -> Iterator[Change]:
    """What is written, unless the event says so already."""
    if event.checked != checked:
        new: Mapping[str, str] = {
            "by": checked.by, "on": checked.on.isoformat(), "of": fingerprint(event),
        }  # fmt: skip
        old = {"by": event.checked.by, "on": event.checked.on.isoformat()} if event.checked else ""
        yield Change(event.id, ("checked",), old, new)


def _short(text: str) -> str:
    return quoted(text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…")
