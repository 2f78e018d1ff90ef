"""``timeline import FILE --update EVENTS``: shows what would change, then changes only that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from timeline.cli.common.terminal import say
from timeline.importing import DEFAULT_TRACK, Choices, name_of, prepared
from timeline.importing.draft import Reading
from timeline.importing.tables.checklist import ChecklistRow, read_checklist
from timeline.importing.updating.differences import Differences, differences
from timeline.importing.updating.plan import Plan, as_written, plan
from timeline.importing.updating.renamed import recognised
from timeline.language.events import count_of
from timeline.model.problems import TimelineError, visible
from timeline.model.records import Document
from timeline.rewriting.file_bytes import bytes_of, text_of


def update(file: str, data: bytes, events: Path, choices: Choices, *, is_dry: bool) -> None:
    """Change the event files in ``events`` as ``file`` says, and print each change."""
    if not events.is_dir():
        raise click.UsageError(
            f"{visible(str(events))} is not a folder\nTry: --update with the folder of event files"
        )
    from timeline.reading import read
    from timeline.writing.edited_files import write_edited
    from timeline.writing.new_files import write_new

    rows = read_checklist(file, data)
    after = prepared(file, data, choices) if rows is None else None
    documents, faults = read([events])
    if any(fault.is_error for fault in faults):
        raise TimelineError(faults)
    found = _differences(after, events, documents, choices) if after else _checked(rows or (), events)
    raw = {document.path: Path(document.path).read_bytes() for document in documents}
    texts = {path: text_of(content) for path, content in raw.items()}
    planned = plan(documents, texts, found, name_of(file))
    for line in report(planned, found.missing):
        say(visible(line))
    if is_dry:
        say("Nothing was changed: --dry-run", to_stderr=True)
        return
    write_edited(
        {Path(path): (raw[path], bytes_of(text, raw[path])) for path, text in planned.edits.items()}
    )
    if planned.added:
        new = {name: text.encode() for name, text in planned.added.items()}
        write_new(events, new, is_beside=True)


def _differences(
    after: Reading, events: Path, documents: Sequence[Document], choices: Choices
) -> Differences:
    """What a file of events changes in the event files."""
    own = _exported(events, after.format)
    before = own or as_written(documents)
    doubts = () if own else recognised(before, after)
    found = differences(before, after, is_whole=own is not None)
    for draft in found.added:
        draft.fields.setdefault("track", choices.track or DEFAULT_TRACK)
    return replace(found, unmade=(*found.unmade, *doubts))


def _checked(rows: Sequence[ChecklistRow], events: Path) -> Differences:
    """What a fact-check sheet changes in the event files, compared with the sheet that they make now."""
    from timeline.build import load
    from timeline.importing.updating.checked import checks
    from timeline.render.data.checklist.workbook import workbook

    timeline = load(events, demands_review=False)
    now = read_checklist("checklist.xlsx", workbook(timeline).content) or ()
    return checks(now, rows, timeline.events, timeline.language)


def report(planned: Plan, missing: tuple[str, ...]) -> list[str]:
    """Each change in a line, and what was not changed.

    >>> report(Plan({}, {}, ('a.yaml:1: title "A" becomes "B"',), ()), ("c",))
    ['a.yaml:1: title "A" becomes "B"', '1 change', '1 event is not in the file and stays as it is: c']
    """
    lines = [*planned.made, count_of(len(planned.made), "change") if planned.made else "Nothing to change"]
    if planned.unmade:
        lines += ["Not changed:", *(f"  {line}" for line in planned.unmade)]
    if missing:
        are = (
            "is not in the file and stays as it is" if len(missing) == 1 else "are not in the file and stay"
        )
        shown = ", ".join(missing[:10]) + (f" and {len(missing) - 10:,} more" if len(missing) > 10 else "")
        lines.append(f"{count_of(len(missing), 'event')} {are}: {shown}")
    return lines


def _exported(events: Path, format_: str) -> Reading | None:
    """What the event files export in the format of the file; None if that is not one of ours.

    Raises TimelineError where they have faults.
    """
    from timeline.build import load
    from timeline.model.export import ExportOptions
    from timeline.render.data import events_csv, events_json
    from timeline.render.data.workbook import xlsx

    if format_.startswith("events.csv"):
        return prepared("events.csv", events_csv(load(events, demands_review=False)).encode())
    if format_ == "a workbook of timeline":
        return prepared("events.xlsx", xlsx(load(events, demands_review=False), ExportOptions()).content)
    if format_.startswith("events.json"):
        return prepared("events.json", events_json(load(events, demands_review=False)).encode())
    return None
