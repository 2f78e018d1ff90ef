"""`timeline fmt`: which files it changes, what it prints, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main

UGLY = "date: '2025-02-17'\ntitle: Talks # the first\n"
CANONICAL = "title: Talks  # the first\ndate: 2025-02-17\n"
FAULTY = 'title: "Talks\n'


@pytest.fixture(autouse=True)
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of event files: one that would change, and one that would not."""
    monkeypatch.chdir(tmp_path)
    put("a.yaml", UGLY)
    put("b.yaml", CANONICAL)
    return tmp_path / "events"


def put(name: str, text: str) -> Path:
    path = Path("events", name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def held(name: str) -> str:
    return Path("events", name).read_bytes().decode()


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["fmt", *words])


def answered(*words: str) -> tuple[int, str, str]:
    result = run(*words)
    return result.exit_code, result.stdout, result.stderr


def test_check_names_the_files_that_would_change_and_changes_none() -> None:
    assert answered("--check") == (1, "events/a.yaml\n", "1 of 2 files would change\n")
    assert held("a.yaml") == UGLY


def test_files_are_changed_and_then_there_is_nothing_to_change() -> None:
    assert answered() == (0, "events/a.yaml\n", "1 of 2 files changed\n")
    assert (held("a.yaml"), held("b.yaml")) == (CANONICAL, CANONICAL)
    assert answered() == (0, "", "0 of 2 files changed\n")
    assert answered("--check") == (0, "", "0 of 2 files would change\n")


def test_a_file_with_faults_is_shown_and_left_alone_and_the_others_are_changed() -> None:
    put("c.yaml", FAULTY)
    code, stdout, stderr = answered("events")
    assert (code, stdout) == (1, "events/a.yaml\n")
    assert stderr.startswith("events/c.yaml:1:8: error[E003] ")
    assert stderr.endswith("1 of 3 files changed\n")
    assert (held("a.yaml"), held("c.yaml")) == (CANONICAL, FAULTY)
    assert run("--check").exit_code == 1


def test_a_named_file_is_changed_without_the_shared_files_beside_it() -> None:
    put("_people.yaml", "- {role: Mayor, name: A}\n")
    assert answered("events/a.yaml") == (0, "events/a.yaml\n", "1 of 1 file changed\n")
    assert held("_people.yaml") == "- {role: Mayor, name: A}\n"


def test_paths_that_overlap_name_each_file_once() -> None:
    put("_people.yaml", "- {role: Mayor, name: A}\n")
    code, stdout, stderr = answered("events/a.yaml", "events/../events/a.yaml", "events", "events/a.yaml")
    assert (code, stderr) == (0, "2 of 3 files changed\n")
    assert sorted(stdout.splitlines()) == ["events/_people.yaml", "events/a.yaml"]


def test_quiet_prints_only_the_names() -> None:
    result = CliRunner().invoke(main, ["--quiet", "fmt", "--check"])
    assert (result.exit_code, result.stdout, result.stderr) == (1, "events/a.yaml\n", "")


def test_a_folder_without_event_files_is_a_fault() -> None:
    Path("empty").mkdir()
    code, stdout, stderr = answered("--check", "empty")
    assert (code, stdout) == (1, "")
    assert stderr.startswith("empty:1:1: error[E008] the folder holds no event files\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["evnets"], "no such file or folder: evnets\nTry: name the folder that holds your event files\n"),
        (["data.json"], "data.json is no event file: its name does not end in .yaml or .yml\n"),
        (["--chekc"], "--chekc"),
    ],
)
def test_wrong_usage_ends_with_2_and_changes_nothing(words: list[str], message: str) -> None:
    Path("data.json").write_text('{"title":   "A"}', encoding="utf-8")
    code, stdout, stderr = answered("events", *words)
    assert (code, stdout) == (2, "")
    assert message in stderr
    assert held("a.yaml") == UGLY


def test_a_link_stays_a_link_and_its_file_is_changed_once(events: Path) -> None:
    (events / "link.yaml").symlink_to("a.yaml")
    assert answered() == (0, "events/a.yaml\n", "1 of 2 files changed\n")
    assert (events / "link.yaml").readlink() == Path("a.yaml")
    assert held("link.yaml") == CANONICAL
    assert sorted(path.name for path in events.iterdir()) == ["a.yaml", "b.yaml", "link.yaml"]


def test_a_link_out_of_the_folder_is_not_followed(events: Path) -> None:
    Path("outside.yaml").write_text(UGLY, encoding="utf-8")
    (events / "link.yaml").symlink_to("../outside.yaml")
    (events / "circle.yaml").symlink_to("circle.yaml")
    code, stdout, stderr = answered()
    assert (code, stdout) == (1, "events/a.yaml\n")
    assert "events/link.yaml:1:1: error[E001] a link that leads out of the folder\n" in stderr
    assert "events/circle.yaml:1:1: error[E001] a link that leads back to itself\n" in stderr
    assert Path("outside.yaml").read_text(encoding="utf-8") == UGLY


def test_a_file_that_cannot_be_read_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def _open(path: Path, mode: str = "r", *rest: object, **more: object) -> object:
        if path.name == "b.yaml":
            raise PermissionError(13, "denied")
        return opened(path, mode, *rest, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", _open)
    code, stdout, stderr = answered()
    assert (code, stdout) == (1, "events/a.yaml\n")
    assert stderr.startswith("events/b.yaml:1:1: error[E001] permission to read it is denied\n")


def test_if_one_file_cannot_be_written_none_is_changed(
    events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("z.yaml", UGLY)
    read_bytes = Path.read_bytes

    def _read_bytes(path: Path) -> bytes:
        return b"title: Changed meanwhile\n" if path.name == "z.yaml" else read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", _read_bytes)
    result = run()
    assert (result.exit_code, result.stdout) == (3, "")
    assert "cannot write events/z.yaml: it has been changed since it was read" in result.stderr
    assert held("a.yaml") == UGLY
    assert sorted(path.name for path in events.iterdir()) == ["a.yaml", "b.yaml", "z.yaml"]


def test_the_rights_of_a_file_stay(events: Path) -> None:
    (events / "a.yaml").chmod(0o640)
    assert run().exit_code == 0
    assert (events / "a.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    "words", [["init", "project"], ["init", "project", "--example"]], ids=["story", "example"]
)
def test_a_new_project_is_in_canonical_form(words: list[str]) -> None:
    assert CliRunner().invoke(main, words).exit_code == 0
    code, stdout, _ = answered("--check", "project/events")
    assert (code, stdout) == (0, "")


PAGE = """\
<title>Leaders meet: "what now?" and more words than fit into one line of a file, since the headline is long
</title><link rel="canonical" href="https://www.example.org/story"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2025-02-18"><meta property="og:site_name" content="A: B">
"""


@pytest.mark.parametrize(
    "words",
    [
        ["Leaders meet"],
        ["Leaders meet: what now?", "--date", "2025-02-17"],
        ["--from-file", "page.html"],
        ["Leaders meet", "--from-file", "empty.html"],
    ],
    ids=["title", "date", "page", "page without metadata"],
)
def test_a_new_event_is_in_canonical_form(words: list[str]) -> None:
    Path("page.html").write_text(PAGE, encoding="utf-8")
    Path("empty.html").write_text("<p>", encoding="utf-8")
    result = CliRunner().invoke(main, ["new", *words])
    assert result.exit_code == 0
    assert answered("--check", result.stdout.strip())[:2] == (0, "")


TABLE = """\
title,date,track,place,summary,url,publisher
"Talks: one",2025-02-17,Europe,Paris,"{long}",https://www.example.org/a,Example News
Talks two,never,,,"One.

Two.",,
,2025-02-18,Europe,"12:30",NO,https://www.example.org/a,"News, Example"
"""


@pytest.mark.parametrize("rows", [1, 500], ids=["a file for each event", "lists of events"])
def test_imported_events_are_in_canonical_form(rows: int) -> None:
    head, _, body = TABLE.format(long="They met. " * 30).partition("\n")
    Path("table.csv").write_text(f"{head}\n{body * rows}", encoding="utf-8")
    result = CliRunner().invoke(main, ["import", "table.csv", "-o", "imported"])
    assert (result.exit_code, len(list(Path("imported").iterdir())) > 1) == (0, True)
    assert answered("--check", "imported")[:2] == (0, "")
