"""`timeline import FILE --update EVENTS` changes the lines that differ, and no others."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.helpers.changes import EVENT, lines_changed
from tests.helpers.documents import ROOT
from timeline.build import load
from timeline.cli import main
from timeline.importing.draft import Reading
from timeline.importing.updating.differences import differences
from timeline.model import Timeline
from timeline.model.export import ExportOptions
from timeline.render.data import events_csv, events_json
from timeline.render.data.workbook import xlsx


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """A copy of the curated events."""
    return Path(shutil.copytree(ROOT / "events", tmp_path / "events"))


def update(file: Path, events: Path, *more: str) -> Result:
    return CliRunner().invoke(main, ["import", str(file), "--update", str(events), *more])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


EXPORTS: dict[str, Callable[[Timeline], bytes]] = {
    "csv": lambda timeline: events_csv(timeline).encode(),
    "json": lambda timeline: events_json(timeline).encode(),
    "xlsx": lambda timeline: xlsx(timeline, ExportOptions()).content,
}


@pytest.mark.parametrize("kind", EXPORTS)
def test_a_file_that_nobody_has_changed_changes_nothing(
    kind: str, curated: Timeline, events: Path, tmp_path: Path
) -> None:
    (tmp_path / "sheet").write_bytes(EXPORTS[kind](curated))
    before = contents(events)
    result = update(tmp_path / "sheet", events)
    assert (result.exit_code, result.stdout) == (0, "Nothing to change\n")
    assert contents(events) == before


def test_what_has_changed_is_shown_and_changed_and_nothing_else(
    curated: Timeline, events: Path, tmp_path: Path
) -> None:
    data = json.loads(events_json(curated))
    names = {event["id"]: event for event in data["events"]}
    names["paris-summit"]["title"] = "Another title"
    names["paris-summit"]["sources"][0]["publisher"] = "Another paper"
    data["events"].remove(names["tusk-no-troops"])
    data["events"].append({**names["tusk-no-troops"], "id": "new-one", "title": "New"})
    (tmp_path / "sheet").write_text(json.dumps(data), encoding="utf-8")
    before = contents(events)
    shown = update(tmp_path / "sheet", events, "--dry-run")
    assert contents(events) == before
    result = update(tmp_path / "sheet", events)
    assert result.exit_code == 0, result.output
    assert result.stdout == shown.stdout
    assert 'becomes "Another title"' in result.stdout
    assert "3 changes\n1 event is not in the file and stays as it is: tusk-no-troops\n" in result.stdout
    after = contents(events)
    changed = {name for name in after if before.get(name) != after[name]}
    (old,) = changed & before.keys()
    assert changed - before.keys() == {"2025-02-17-new-one.yaml"}
    removed, added = lines_changed(before[old].decode(), after[old].decode())
    assert (len(removed), added) == (2, ["title: Another title", "    publisher: Another paper"])
    assert {event.id for event in load(events).events} >= {"new-one", "tusk-no-troops"}


def test_line_ends_and_the_byte_order_mark_stay(tmp_path: Path) -> None:
    events = tmp_path / "events"
    events.mkdir()
    (events / "1998-03-05-a.yaml").write_bytes(b"\xef\xbb\xbf" + EVENT.replace("\n", "\r\n").encode())
    (tmp_path / "sheet.csv").write_text("id,Title,Date\na,Other,1998-03-05\n")
    result = update(tmp_path / "sheet.csv", events)
    assert result.exit_code == 0, result.output
    wanted = EVENT.replace("title: Talks in Paris ", "title: Other ").replace("\n", "\r\n").encode()
    assert (events / "1998-03-05-a.yaml").read_bytes() == b"\xef\xbb\xbf" + wanted


def test_a_sheet_that_was_imported_once_updates_the_event_files_made_of_it(tmp_path: Path) -> None:
    sheet, events = tmp_path / "sheet.csv", tmp_path / "events"
    sheet.write_text("Title,Date,Place,Colour\nTalks,1998,Paris,red\nSummit,1999,,\n")
    assert CliRunner().invoke(main, ["import", str(sheet), "-o", str(events)]).exit_code == 0
    assert update(sheet, events).stdout == "Nothing to change\n"
    sheet.write_text("Title,Date,Place,Colour\nTalks,1998-03,Paris,red\nSummit,1999,Rome,\n")
    result = update(sheet, events)
    assert 'date "1998" becomes "1998-03"' in result.stdout
    assert 'place "Rome" is added' in result.stdout
    assert "date: 1998-03\n" in (events / "1998-talks.yaml").read_text()
    assert "#   Colour: red\n" in (events / "1998-talks.yaml").read_text()


def test_an_event_of_another_title_is_found_by_its_day_and_source_or_left_to_its_author(
    tmp_path: Path,
) -> None:
    sheet, folder = tmp_path / "sheet.csv", tmp_path / "talks"
    rows = "Title,Date,Link,Source,id\n{},1998-03-05,https://www.example.org/a,News,\n{},1999,,,{}\nNew,2000,,,\n"
    sheet.write_text(rows.format("Talks", "Summit", "").replace("New,2000,,,\n", ""))
    assert CliRunner().invoke(main, ["import", str(sheet), "-o", str(folder)]).exit_code == 0
    sheet.write_text(rows.format("The talks", "Grand summit", ""))
    result = update(sheet, folder, "--dry-run").stdout
    assert 'title "Talks" becomes "The talks"' in result
    assert 'row 3, "Grand summit": is it summit, of the same day, by another title?' in result
    assert "2000-new.yaml: new\n2 changes\n" in result
    sheet.write_text(rows.format("The talks", "Grand summit", "summit"))
    result = update(sheet, folder).stdout
    assert 'title "Summit" becomes "Grand summit"' in result
    assert sorted(contents(folder)) == [
        *("1998-03-05-talks.yaml", "1999-summit.yaml", "2000-new.yaml", "_timeline.yaml")
    ]


def test_a_source_that_is_not_taken_is_named(tmp_path: Path) -> None:
    sheet, folder = tmp_path / "sheet.csv", tmp_path / "talks"
    rows = "Title,Date,Link,Source\nTalks,1998,https://www.example.org/{},News\n"
    sheet.write_text(rows.format("a"))
    assert CliRunner().invoke(main, ["import", str(sheet), "-o", str(folder)]).exit_code == 0
    sheet.write_text(rows.format("b"))
    said = (
        "talks: the source https://www.example.org/b, since the event has sources already; add it by hand"
    )
    assert said in update(sheet, folder).stdout


def test_what_a_workbook_holds_for_no_event_is_named() -> None:
    before, after = (Reading("a workbook of timeline", "event") for _ in range(2))
    after.keep('source of "talk", an event that is not there', "https://www.example.org/a")
    found = differences(before, after, is_whole=True)
    assert found.unmade == ('Source of "talk", an event that is not there: https://www.example.org/a',)


def test_a_dry_run_without_an_update_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Title,Date\nA,1998\n")
    result = CliRunner().invoke(main, ["import", str(tmp_path / "a.csv"), "--dry-run"])
    assert (result.exit_code, "--dry-run needs --update" in result.stderr) == (2, True)


def test_what_cannot_be_changed_is_named(tmp_path: Path) -> None:
    events = tmp_path / "events"
    events.mkdir()
    (events / "a.yaml").write_text("{title: A, date: 1998, track: T, sources: []}\n")
    (tmp_path / "sheet.csv").write_text("id,Title,Date\na,B,1998\n")
    result = update(tmp_path / "sheet.csv", events)
    assert result.exit_code == 0
    assert 'a.yaml:1: title "A" becomes "B": change it by hand' in result.stdout
    assert (events / "a.yaml").read_text() == "{title: A, date: 1998, track: T, sources: []}\n"


def test_what_a_record_has_is_changed_there_if_all_that_cite_it_agree(tmp_path: Path) -> None:
    events = tmp_path / "events"
    events.mkdir()
    record = "- id: story\n  url: https://example.org/a\n  publisher: Example News\n  author: Doe, Jane\n"
    (events / "_sources.yaml").write_text(record)
    citing = "title: {}\ndate: 1998-03-05\ntrack: Talks\nsources:\n  - source: story\n    quote: a truce\n"
    for name in "ab":
        (events / f"1998-03-05-{name}.yaml").write_text(citing.format(name))
    data = json.loads(events_json(load(events)))
    one = data["events"][0]["sources"][0]
    one["publisher"], one["quote"], one["origin"] = "Other News", "a peace", "Reuters"
    data["events"][1]["sources"].append({"url": "https://example.org/a", "publisher": "Example News"})
    (tmp_path / "sheet").write_text(json.dumps(data))
    result = update(tmp_path / "sheet", events)
    why = "other sources cite story in _sources.yaml, too; change it there by hand"
    assert [line.rpartition("/")[2] for line in result.stdout.splitlines()] == [
        '1998-03-05-a.yaml:6: sources 1 quote "a truce" becomes "a peace"',
        '1998-03-05-a.yaml:5: sources 1 origin "Reuters" is added',
        '1998-03-05-b.yaml:4: sources 2 "story" is added',
        "3 changes",
        "Not changed:",
        f'  sources 1 publisher "Example News" becomes "Other News": {why}',
    ]
    data = json.loads(events_json(load(events)))
    for source in (source for event in data["events"] for source in event["sources"]):
        source["publisher"] = "Other News"
    (tmp_path / "sheet").write_text(json.dumps(data))
    result = update(tmp_path / "sheet", events)
    assert [line.rpartition("/")[2] for line in result.stdout.splitlines()] == [
        '_sources.yaml:3: publisher "Example News" becomes "Other News"',
        "1 change",
    ]
    assert (events / "_sources.yaml").read_text() == record.replace("Example News", "Other News")
    now = json.loads(events_json(load(events)))["events"]
    assert [each["sources"] for each in now] == [each["sources"] for each in data["events"]]
