"""A build is left out only where it would write what stands in the output already."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import platformdirs
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline import caching
from timeline.cli import main
from timeline.model.export import Report
from timeline.model.problems import Location, Problem
from timeline.writing import write

EVENT = (
    "title: {}\ntrack: A\ndate: 17 February 2025\n"
    "sources: [{{url: 'https://example.org/', publisher: Example News}}]\n"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with an event, in a home of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIMELINE_NO_CACHE", raising=False)
    with patch.object(platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache"):
        (tmp_path / "events").mkdir()
        (tmp_path / "events" / "2025-02-17-paris.yaml").write_text(EVENT.format("Paris"), encoding="utf-8")
        yield tmp_path


def built(*options: str) -> str:
    """What a build says of what it did: the line with the number of events, without the time."""
    result = CliRunner().invoke(main, ["build", *options])
    assert result.exit_code == 0, result.output
    (line,) = [line for line in result.stderr.splitlines() if "1 event, " in line]
    return line.partition(" in ")[0]


NEW = "Built 1 event, 1 source, 1 independent"
UNCHANGED = "Nothing has changed: 1 event, 1 source, 1 independent"


def test_a_second_build_of_the_same_files_writes_nothing(here: Path) -> None:
    first = CliRunner().invoke(main, ["build"])
    page = (here / "output" / "index.html").stat()
    second = CliRunner().invoke(main, ["build"])

    assert "Nothing has changed" in second.stderr
    assert second.stdout == first.stdout
    assert (here / "output" / "index.html").stat().st_mtime_ns == page.st_mtime_ns


def test_whatever_decides_the_output_makes_it_new(here: Path) -> None:
    event, page = here / "events" / "2025-02-17-paris.yaml", here / "output" / "index.html"
    assert (built(), built()) == (NEW, UNCHANGED)

    event.write_text(EVENT.format("London"), encoding="utf-8")
    assert (built(), built()) == (NEW, UNCHANGED)

    event.rename(event.with_name("2025-02-17-london.yaml"))
    assert (built(), built()) == (NEW, UNCHANGED)

    (here / "events" / ".font.woff2").write_bytes(b"a hidden file may be a font")
    assert (built(), built()) == (NEW, UNCHANGED)

    page.write_bytes(page.read_bytes() + b"<!-- by hand -->")
    assert (built("--force"), built("--force")) == (NEW, UNCHANGED)

    page.unlink()
    assert (built(), built()) == (NEW, UNCHANGED)

    assert (built("--drafts"), built("--drafts")) == (NEW, UNCHANGED)
    assert built("--no-cache") == NEW


def test_faults_are_shown_again_and_nothing_is_noted(here: Path) -> None:
    (here / "events" / "2025-02-18-wrong.yaml").write_text("title: Without a date\n", encoding="utf-8")
    first, second = (CliRunner().invoke(main, ["build"]) for _ in range(2))

    assert first.exit_code == second.exit_code == 1
    assert first.output == second.output


@pytest.mark.parametrize(
    "content", [b"", b"[]", b'{"fingerprint": 1}', b"\xff", b'{"report": {}}', b"[" * 100_000]
)
def test_a_damaged_note_is_no_note(here: Path, content: bytes) -> None:
    built()
    (note,) = (here / "cache" / "builds").iterdir()
    note.write_bytes(content)

    assert built() == NEW


def test_a_note_that_others_can_write_is_no_note(here: Path) -> None:
    built()
    (note,) = (here / "cache" / "builds").iterdir()
    note.chmod(0o666)

    assert built() == NEW


def test_without_a_place_for_notes_everything_is_built(here: Path) -> None:
    (here / "cache").write_bytes(b"a file where a folder should be")

    assert (built(), built()) == (NEW, NEW)


def test_warnings_and_omissions_come_back_as_they_were(here: Path) -> None:
    written = write(here / "output", {"index.html": b"page"})
    warning = Problem(Location("events/a.yaml", 2, 3, "text"), "W001", "a name is new", "add it")
    report = Report(
        tuple((path, 4) for path in written.paths), 1, 2, 1, "Plotly", (warning,), ("no PNG",), ("꙳",)
    )
    caching.remember(here / "output", "f", report)

    assert caching.recall(here / "output", "f") == report
    assert caching.recall(here / "output", "g") is None
    assert caching.recall(here / "elsewhere", "f") is None


def test_links_and_devices_are_left_to_the_build(here: Path) -> None:
    assert caching.fingerprint(here / "events", here / "output", {}) is not None
    (here / "events" / "link.yaml").symlink_to(here / "events" / "2025-02-17-paris.yaml")
    assert caching.fingerprint(here / "events", here / "output", {}) is None
    assert caching.fingerprint(here / "events" / "2025-02-17-paris.yaml", here / "output", {}) is None


NAMES = st.sampled_from(["a.yaml", "b.yaml", "sub/c.yaml"])
TEXTS = st.sampled_from([b"", b"1", b"2", b"12"])
#: Changes of the event files, of the output and of the note, each as a folder, a file and its new bytes.
CHANGES = st.tuples(st.sampled_from(["events", "output"]), NAMES, st.one_of(st.none(), TEXTS))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.one_of(CHANGES, st.just("build"), st.just("damage")), max_size=12))
def test_what_is_recalled_is_what_a_build_would_write(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str, bytes | None] | str]
) -> None:
    here = tmp_path_factory.mktemp("cached")
    events, output = here / "events", here / "output"
    events.mkdir()
    with (
        patch.object(platformdirs, "user_cache_path", lambda *_, **__: here / "cache"),
        patch.object(os, "fsync"),
    ):
        for step in [*steps, "build", *steps, "build"]:
            if isinstance(step, tuple):
                folder, name, content = step
                change(here / folder / name, content)
            elif step == "damage":
                for note in (here / "cache").glob("builds/*"):
                    record = json.loads(note.read_bytes())
                    note.write_text(json.dumps(record | {"manifest": "0" * 64}), encoding="utf-8")
            else:
                wanted = contents(events)
                print_ = caching.fingerprint(events, output, {})
                if caching.recall(output, print_) is None:
                    paths = write(output, wanted, is_forced=True).paths
                    report = Report(tuple((path, 0) for path in paths), 0, 0, 0, "", ())
                    caching.remember(output, print_, report)
                found = contents(output)
                assert {name: found.get(name) for name in wanted} == wanted


def change(file: Path, content: bytes | None) -> None:
    """Writes the file, or removes it."""
    if content is None:
        file.unlink(missing_ok=True)
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file but the hidden ones."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }
