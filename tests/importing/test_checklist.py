"""A fact-check sheet that somebody has filled in is noted in the event files, and changes nothing else."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
import xlsxwriter
from click.testing import CliRunner, Result

from timeline.cli import main
from timeline.importing.tables.checklist import FILLED, FIXED, NOTED, read_checklist

PARIS = """\
# Checked twice a year.
title: European leaders meet in Paris  # eight of them
date: 2025-02-17
track: Europe
key: true
summary: >
  They meet for three hours. [1] Nobody
  signs anything. [1, 2]
sources:
  - url: https://www.example.org/story
    publisher: Example News
    quote: there must be a US backstop
  - url: https://www.example.com/interview
    publisher: Example Radio
"""
RIYADH = """\
title: Delegations meet in Riyadh
date: 2025-02-18
track: Talks
sources: [{url: "https://www.example.org/riyadh", publisher: Example News}]
"""
FILE = "events/2025-02-17-paris.yaml"
NAMES = (*FIXED, *NOTED, *FILLED)
Row = dict[str, str]


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    Path(FILE).write_text(PARIS, encoding="utf-8")
    Path("events/2025-02-18-riyadh.yaml").write_text(RIYADH, encoding="utf-8")
    Path("events/_timeline.yaml").write_text("title: T\nreview: required\n", encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["-q", *words])


def exported() -> list[Row]:
    assert run("export", "checklist", "-o", "sheet.xlsx").exit_code == 0
    rows = read_checklist("sheet.xlsx", Path("sheet.xlsx").read_bytes())
    return [dict(row.cells) for row in rows or ()]


def save(rows: list[Row], *further: str) -> None:
    """The sheet as a spreadsheet program saves it."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Checklist")
    for number, row in enumerate([dict(zip(NAMES, NAMES, strict=True)), *rows]):
        for column, name in enumerate((*NAMES, *further)):
            sheet.write_string(number, column, row.get(name, name if number == 0 else ""))
    book.close()
    Path("sheet.xlsx").write_bytes(stream.getvalue())


def ticked(rows: list[Row], event: str = "paris", **more: str) -> list[Row]:
    """The rows with those of an event ticked, and in the first of them who did and when."""
    first = next(number for number, row in enumerate(rows) if row["event"] == event)
    names = {"by": "A. Editor", "on": "20 March 2025"} | more
    return [
        row | ({"checked": "yes"} if row["event"] == event else {}) | (names if number == first else {})
        for number, row in enumerate(rows)
    ]


def update(rows: list[Row]) -> list[str]:
    save(rows)
    result = run("import", "sheet.xlsx", "--update", "events")
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def test_an_event_whose_rows_are_all_ticked_is_noted_as_checked_and_no_other_line_changes() -> None:
    assert run("check").exit_code == 1
    lines = update(ticked(exported()))
    assert lines[1:] == ["1 change", "Not changed:", "  1 event has no tick"]
    assert lines[0].startswith(f'{FILE}:2: checked "A. Editor, 2025-03-20, ')
    new = Path(FILE).read_text(encoding="utf-8").splitlines()
    place = new.index("checked:")
    assert new[place + 1 : place + 3] == ["  by: A. Editor", "  on: 2025-03-20"]
    assert new[:place] + new[place + 4 :] == PARIS.splitlines()
    assert run("check", "--strict").exit_code == 0
    assert run("fmt", "--check", FILE).exit_code == 0
    assert update(exported())[0] == "Nothing to change"


def test_what_was_checked_must_still_be_so() -> None:
    update(ticked(exported()))
    file = Path(FILE)
    file.write_text(file.read_text(encoding="utf-8").replace("three hours", "four hours"), encoding="utf-8")
    result = run("check")
    assert "the main event was changed after A. Editor had checked it on 2025-03-20" in result.stdout
    assert run("build").exit_code == 1
    file.write_text(file.read_text(encoding="utf-8").replace("Europe", "Leaders"), encoding="utf-8")
    file.write_text(file.read_text(encoding="utf-8").replace("four hours", "three hours"), encoding="utf-8")
    assert run("check").exit_code == 1  # the title names Europe
    file.write_text(file.read_text(encoding="utf-8").replace("Leadersan", "European"), encoding="utf-8")
    assert run("check").exit_code == 0  # and a track is nothing that was checked


def test_a_statement_that_has_been_changed_since_is_named_and_not_taken_over() -> None:
    rows = ticked(exported())
    Path(FILE).write_text(PARIS.replace("three hours", "four hours"), encoding="utf-8")
    now = '"They meet for four hours." in the event files'
    assert update(rows) == [
        "Nothing to change",
        "Not changed:",
        f'  row 4, paris: statement "They meet for three hours." is {now}',
        "  paris is not noted as checked",
        "  1 event has no tick",
    ]
    assert Path(FILE).read_text(encoding="utf-8") == PARIS.replace("three hours", "four hours")


#: A row of the sheet of Paris, what somebody writes into it (nothing: takes it out) -> what is said of it.
CHANGED: list[tuple[int, Row, str]] = [
    (2, {"checked": ""}, "paris: no tick in row 4"),
    (0, {"checked": "later"}, 'row 2, paris: "later" is no tick: write yes'),
    (0, {"by": ""}, "row 2, paris: it is ticked, but nobody is named in the column by"),
    (0, {"on": "March"}, 'row 2, paris: on "March" is not one day: write it like 2025-03-20'),
    (2, {}, 'paris: "They meet for three hours." is not in the sheet'),
    (0, {"publisher": "=1+1"}, 'row 2, paris: publisher "=1+1" is "Example News" in the event files'),
    (0, {"event": "pari"}, "row 2, pari: no event has this id"),
]


def test_what_is_filled_in_otherwise_is_named_and_the_event_stays_as_it_is() -> None:
    rows = ticked(exported())
    missing = []
    for number, change, line in CHANGED:
        lines = update([*rows[:number], *([rows[number] | change] if change else []), *rows[number + 1 :]])
        if not {f"  {line}", "  paris is not noted as checked"} <= {*lines}:
            missing.append((line, lines))
    assert missing == []
    assert Path(FILE).read_text(encoding="utf-8") == PARIS


def test_remarks_and_columns_of_ones_own_are_shown_and_do_not_stop_a_check() -> None:
    rows = ticked(exported(), remarks="Ask London.", own="B")
    save(rows, "own")
    result = run("import", "sheet.xlsx", "--update", "events", "--dry-run")
    assert result.stdout.splitlines()[1:] == [
        "1 change",
        "Not changed:",
        '  row 2, paris: remarks "Ask London."',
        '  row 2, paris: own "B"',
        "  1 event has no tick",
    ]
    assert Path(FILE).read_text(encoding="utf-8") == PARIS


def test_several_checkers_are_named_with_the_latest_day() -> None:
    rows = ticked(exported())
    rows[2] |= {"by": "B. Checker", "on": "2025-03-22"}
    assert update(rows)[0].startswith(f'{FILE}:2: checked "A. Editor, B. Checker, 2025-03-22, ')


def test_a_sheet_that_was_saved_as_csv_is_read_too_and_none_is_a_file_of_events() -> None:
    rows = ticked(exported())
    text = io.StringIO()
    writer = csv.DictWriter(text, NAMES, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    Path("sheet.csv").write_text(text.getvalue(), encoding="utf-16")
    for name in ("sheet.xlsx", "sheet.csv"):
        result = run("import", name, "-o", "new")
        assert (result.exit_code, "error[E040] this is a fact-check sheet" in result.stderr) == (1, True)
    assert run("import", "sheet.csv", "--update", "events").stdout.splitlines()[1] == "1 change"
    assert "  by: A. Editor" in Path(FILE).read_text(encoding="utf-8").splitlines()
