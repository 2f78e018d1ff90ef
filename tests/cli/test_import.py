"""The command `timeline import`: what it prints, what it writes, what it never replaces."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["import", *words])


def test_it_says_what_came_in_and_what_became_of_it(here: Path) -> None:
    (here / "a.csv").write_text(
        "Title,Date,Group,Colour,Link\nA,1998,X,red,https://example.org/a\n,,,,\nB,1999,,,\n"
    )
    result = run("a.csv", "-o", "new")
    assert (result.exit_code, result.stderr) == (
        0,
        "Next: timeline edit new, which shows in a form what is still missing\n",
    )
    assert result.stdout.splitlines() == [
        "new: 3 files",
        "In:  3 rows of CSV",
        "Out: 2 events, 1 empty row",
        "Kept as comments, because events have no field for it:",
        "  Colour: row 2",
        "2 events have no source yet; 1 of them list addresses that may be; timeline check names them",
        "1 of the events names no track or group: it is on the track Events",
        "The file names no title: that of the timeline is the name of the file",
    ]
    assert sorted(path.name for path in (here / "new").iterdir()) == [
        "1998-a.yaml",
        "1999-b.yaml",
        "_timeline.yaml",
    ]


def test_a_folder_with_event_files_is_left_as_it_is(here: Path) -> None:
    (here / "a.csv").write_text("Title,Date\nA,1998\n")
    (here / "events").mkdir()
    (here / "events" / "mine.yaml").write_text("title: mine\n")
    result = run("a.csv")
    assert result.exit_code == 2
    assert "events already has event files: mine.yaml; nothing was changed" in result.stderr
    assert [path.name for path in here.joinpath("events").iterdir()] == ["mine.yaml"]


def test_other_files_in_the_folder_stay(here: Path) -> None:
    (here / "a.csv").write_text("Title,Date\nA,1998\n")
    (here / "events").mkdir()
    (here / "events" / "notes.txt").write_text("mine")
    assert run("a.csv").exit_code == 0
    assert (here / "events" / "notes.txt").read_text() == "mine"
    assert not [path for path in here.iterdir() if path.name.startswith(".")]


def test_a_fault_is_reported_in_the_form_of_all_faults_and_nothing_is_written(here: Path) -> None:
    (here / "a.csv").write_text('Title,Date\nA,"1998\n')
    result = run("a.csv", "-o", "new")
    assert result.exit_code == 1
    assert result.stderr.startswith("a.csv:2:1: error[E040] a quotation mark that opens a cell")
    assert not (here / "new").exists()


def test_columns_are_named_by_map_also_where_a_name_has_a_comma(here: Path) -> None:
    (here / "a.csv").write_text('"Name, short",Jahrgang\nA,1998\n')
    assert run("a.csv", "--map", "title=Name, short,date=Jahrgang").exit_code == 0
    assert (here / "events" / "1998-a.yaml").exists()
    result = run("a.csv", "-o", "b", "--map", "titel=Name")
    assert result.exit_code == 2
    assert "Try: --map title=Headline,date=When" in result.stderr


def test_a_person_at_a_terminal_is_asked_for_columns(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeline.cli import import_

    (here / "a.csv").write_text("Wort,Zahl\nA,1998\n")
    monkeypatch.setattr(import_, "is_terminal", lambda: True)
    result = CliRunner().invoke(main, ["import", "a.csv"], input="1\n0\n")
    assert result.exit_code == 0, result.output
    assert "  2  Zahl" in result.stderr
    text = (here / "events" / "a.yaml").read_text()
    assert "#   Zahl: 1998\n" in text
    assert "# date: row 2 has none\n" in text


def test_a_missing_file_is_wrong_usage_and_a_folder_a_fault(here: Path) -> None:
    missing = run("no.csv")
    assert missing.exit_code == 2
    assert "no such file or folder: no.csv\nTry: name the file that you want to import\n" in missing.stderr
    (here / "folder").mkdir()
    result = run("folder")
    assert (result.exit_code, "this is a folder, not a file" in result.stderr) == (1, True)


def test_a_language_is_suggested_and_can_be_said(here: Path) -> None:
    (here / "a.csv").write_text("Titel,Datum\nA,5. März 2020\n", encoding="utf-8")
    result = run("a.csv", "-o", "one")
    assert 'Dates such as "5. März 2020" can be read with language: de in _timeline.yaml' in result.stdout
    assert "language" not in (here / "one" / "_timeline.yaml").read_text()
    result = run("a.csv", "-o", "two", "--language", "de")
    assert "Dates such as" not in result.stdout
    assert "language: de\n" in (here / "two" / "_timeline.yaml").read_text()
    assert run("a.csv", "-o", "three", "--language", "xx").exit_code == 2
