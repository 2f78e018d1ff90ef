"""Our own events.json and events.csv come back as the events that they were made from."""

from __future__ import annotations

import csv
import io
import json
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers.imports import faults, imported
from tests.helpers.make import event
from tests.helpers.make import timeline as made
from timeline.build import check
from timeline.importing import convert
from timeline.model import Checked, Correction, Source, Timeline
from timeline.model.export import ExportOptions
from timeline.render.data import events_csv, events_json
from timeline.render.data.workbook import xlsx
from timeline.rewriting.yaml_text import entry


def again(data: str, folder: Path) -> Timeline:
    """The timeline that the event files of an import make."""
    timeline, problems = faults(convert("events", data.encode()), folder)
    assert timeline is not None, problems
    return timeline


def test_the_curated_events_come_back_from_events_json_byte_for_byte(
    curated: Timeline, tmp_path: Path
) -> None:
    data = events_json(curated)
    assert events_json(again(data, tmp_path)) == data


def test_nothing_of_the_curated_events_json_is_left_over(curated: Timeline) -> None:
    account = convert("events.json", events_json(curated).encode())
    assert (account.leftovers, account.without_source, account.total) == ((), 0, len(curated.events))


def test_the_curated_events_come_back_from_events_csv_byte_for_byte(
    curated: Timeline, tmp_path: Path
) -> None:
    data = events_csv(curated)
    assert events_csv(again(data, tmp_path)) == data


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_events_csv_comes_back_after_a_spreadsheet_has_saved_it(
    curated: Timeline, tmp_path: Path, delimiter: str
) -> None:
    rows = list(csv.reader(io.StringIO(events_csv(curated), newline="")))
    saved = io.StringIO()
    csv.writer(saved, delimiter=delimiter).writerows([*rows, [""] * len(rows[0])])
    found = convert("events.csv", saved.getvalue().encode("utf-16"))
    timeline, problems = faults(found, tmp_path)
    assert timeline is not None, problems
    assert events_csv(timeline) == events_csv(curated)


def workbook_of(timeline: Timeline) -> bytes:
    return xlsx(timeline, ExportOptions()).content


def test_the_curated_events_come_back_from_a_workbook_byte_for_byte(
    curated: Timeline, tmp_path: Path
) -> None:
    found = convert("timeline.xlsx", workbook_of(curated))
    assert (found.leftovers, found.without_source) == ((), 0)
    timeline, problems = faults(found, tmp_path)
    assert timeline is not None, problems
    assert events_json(timeline) == events_json(curated)


def test_what_a_source_cites_and_where_it_is_kept_come_back(tmp_path: Path) -> None:
    first = Source(
        "https://example.org/a", "News", kind="state-media", origin="Reuters", page=12,
        archived="https://perma.cc/AB12-CD34", also_archived=("https://perma.cc/EF12-GH34",),
    )  # fmt: skip
    second = Source("https://example.com/b", "Radio", at=83, unarchivable="It refuses archives.")
    kept = made([event("a", sources=(first, second), summary="They met. [1, 2]")])
    assert again(events_json(kept), tmp_path).events[0].sources == (first, second)
    listed = again(events_csv(kept), tmp_path / "csv").events[0].sources
    assert [each.origin for each in listed] == ["Reuters", ""]
    timeline, problems = faults(convert("timeline.xlsx", workbook_of(kept)), tmp_path / "again")
    assert timeline is not None, problems
    assert (timeline.events[0].sources, timeline.events[0].summary) == ((first, second), "They met. [1, 2]")


def test_corrections_and_days_of_changes_come_back(tmp_path: Path) -> None:
    one = event("a", added=date(2025, 3, 1), updated=date(2025, 3, 2))
    corrections = (
        Correction(date(2025, 3, 14), "It was Monday.", ("a", "b")),
        Correction(date(2025, 3, 2), "The standfirst named another month."),
    )
    kept = made([one, event("b", 1)], updated=date(2025, 3, 15), corrections=corrections)
    found = again(events_json(kept), tmp_path)
    sheet, problems = faults(convert("timeline.xlsx", workbook_of(kept)), tmp_path / "again")
    assert sheet is not None, problems
    for back in (found, sheet):
        assert (back.updated, back.corrections) == (date(2025, 3, 15), corrections)
        assert (back.events[0].added, back.events[0].updated) == (date(2025, 3, 1), date(2025, 3, 2))
    (row,) = again(events_csv(made([one])), tmp_path / "table").events
    assert (row.added, row.updated) == (date(2025, 3, 1), date(2025, 3, 2))


def test_who_has_checked_an_event_comes_back(tmp_path: Path) -> None:
    kept = made([event("a", checked=Checked("A. Editor", date(2025, 3, 20)))])
    for data in (events_json(kept), events_csv(kept)):
        assert (
            again(data, tmp_path / ("json" if data.startswith("{") else "csv")).events[0].checked
            == kept.events[0].checked
        )


def test_a_workbook_has_the_same_bytes_for_the_same_events(curated: Timeline) -> None:
    assert workbook_of(curated) == workbook_of(curated)


def test_a_text_that_no_cell_can_hold_is_named_and_left_out() -> None:
    long = replace(event("a"), summary="x" * 40_000)
    exported = xlsx(made([long]), ExportOptions())
    assert exported.notes == ("Events, row 2: summary is longer than a cell can be: left out",)
    assert "summary" not in imported(exported.content).events[0]


def test_a_workbook_without_sources_or_for_unknown_events_says_so() -> None:
    book = io.BytesIO()
    written = xlsxwriter.Workbook(book)
    events, sources = written.add_worksheet("Events"), written.add_worksheet("Sources")
    events.write_row(0, 0, ["id", "title", "date", "as_stated", "track", "mine"])
    events.write_row(1, 0, ["a", "A", "1998", "", "T", "more"])
    sources.write_row(0, 0, ["event", "url", "publisher"])
    sources.write_row(1, 0, ["b", "https://example.org/b", "Example News"])
    written.close()
    found = imported(book.getvalue())
    assert found.events[0]["sources"] == []
    assert found.left == {
        'source of "b", an event that is not there': "_timeline.yaml",
        "mine": "row 2",
    }
    assert "https://example.org/b" in found.account.files["_timeline.yaml"]


def test_a_date_counted_from_another_is_written_as_the_day_it_is() -> None:
    row = {
        "id": "a",
        "title": "A",
        "as_stated": "two days later",
        "edtf": "2025-02-19",
        "zone": "",
        "track": "T",
    }
    data = {"format": "timeline-events/1", "title": "T", "language": "en", "events": [row]}
    found = imported(json.dumps(data))
    assert found.events[0]["date"] == "2025-02-19"
    assert "#   date, as it was stated: two days later\n" in found.text


#: Lines that trouble YAML, CSV and spreadsheets, among any others.
LINES = st.one_of(
    st.sampled_from(["=1+1", "'=1", "a: b", "Room #4", "- x", '"q"', "NO", "~", "a | b", "*x*", "%", "…"]),
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20),
)  # fmt: skip
DATES = ["2025-02-17", "17 February 2025", "2025-02", "1998~", "-0043", "2025-02-17/2025-02-19", "2025/.."]
FIELDS = st.fixed_dictionaries(
    {"title": LINES, "date": st.sampled_from(DATES), "track": LINES},
    optional={
        "label": LINES,
        "venue": LINES,
        "kind": st.sampled_from(["summit", "call"]),
        "status": st.sampled_from(["announced", "cancelled"]),
        "key": st.just("true"),
        "summary": st.lists(LINES, min_size=1, max_size=3).map("\n\n".join),
        "remark": LINES,
        "discussion": LINES,
        "participants": st.lists(LINES, min_size=1, max_size=3, unique=True),
    },
)


def timeline_of(events: list[dict[str, Any]], folder: Path) -> Timeline | None:
    """The timeline of these events; None where a field is a fault."""
    source = {
        "url": "https://example.org/a",
        "publisher": "Example News",
        "title": "A <b> | title",
        "quote": "q",
    }
    for number, fields in enumerate(events):
        lines = [
            line for name, value in {**fields, "sources": [source]}.items() for line in entry(name, value)
        ]
        (folder / f"event-{number}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return check((folder,))[0]


@settings(max_examples=15, deadline=None)
@given(st.lists(FIELDS, min_size=1, max_size=2))
def test_any_events_come_back_from_events_json_and_a_workbook(events: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as home:
        first, second = Path(home, "first"), Path(home, "second")
        first.mkdir()
        timeline = timeline_of(events, first)
        if timeline is not None:
            data = events_json(timeline)
            assert events_json(again(data, second)) == data
            third = Path(home, "third")
            from_book, problems = faults(convert("x", workbook_of(timeline)), third)
            assert from_book is not None, problems
            assert events_json(from_book) == data


@settings(max_examples=20, deadline=None)
@given(
    FIELDS.filter(
        lambda fields: not any(" | " in str(value) or "'=" in str(value) for value in fields.values())
    )
)
def test_any_event_comes_back_from_events_csv(fields: dict[str, Any]) -> None:
    """But for a name with a bar between spaces, and a text that begins with an apostrophe and a sign."""
    with tempfile.TemporaryDirectory() as home:
        first, second = Path(home, "first"), Path(home, "second")
        first.mkdir()
        timeline = timeline_of([fields], first)
        if timeline is not None:
            data = events_csv(timeline)
            assert events_csv(again(data, second)) == data


@settings(max_examples=80, deadline=None)
@given(LINES, st.lists(LINES, min_size=1, max_size=4))
def test_a_text_is_read_from_yaml_as_it_was_written(line: str, names: list[str]) -> None:
    with tempfile.TemporaryDirectory() as home:
        lines = [
            line
            for name, value in (("title", line), ("participants", names))
            for line in entry(name, value)
        ]
        path = Path(home, "2025-a.yaml")
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        from timeline.model.records import plain
        from timeline.reading import read

        documents, problems = read([path])
        assert [problem for problem in problems if problem.is_error] == []
        assert plain(documents[0].root) == {"title": line, "participants": names}
