"""Every timeline of a folder in one site: what is shared, what is listed, what stays of one with faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import platformdirs
import pytest
from click.testing import CliRunner, Result

from tests.helpers.shared import without_pictures
from timeline.cli import main
from timeline.newsroom import timelines_in

EVENT = (
    "title: {}\ntrack: A\ndate: {}\nsources: [{{url: 'https://example.org/', publisher: Example News}}]\n"
)


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Two timelines, one of them with its event files in a folder ``events``, and what is none."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("timeline.newsroom.os.cpu_count", lambda: 1)
    monkeypatch.delenv("TIMELINE_NO_CACHE", raising=False)
    put("newsroom/paris/events/2025-02-17-a.yaml", EVENT.format("Paris", "17 February 2025"))
    put("newsroom/paris/events/_timeline.yaml", "title: The Paris summit\nstandfirst: Who came.\n")
    put("newsroom/london/2025-03-02-b.yaml", EVENT.format("London", "2 March 2025"))
    put("newsroom/london/_timeline.yaml", "title: The London summit\n")
    put("newsroom/notes/readme.txt", "no timeline")
    put("newsroom/.hidden/2025-03-02-b.yaml", EVENT.format("Hidden", "2 March 2025"))
    with patch.object(platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache"):
        yield tmp_path / "newsroom"


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


def built(*options: str) -> Result:
    with without_pictures():
        return CliRunner().invoke(main, ["build", "--all", "newsroom", "-o", "site", *options])


def names(folder: str) -> list[str]:
    return sorted(re.sub(r"\.[0-9a-f]{8}\.", ".", path.name) for path in Path(folder).iterdir())


def test_folders_of_event_files_are_timelines(newsroom: Path) -> None:
    assert timelines_in(newsroom) == {"london": newsroom / "london", "paris": newsroom / "paris" / "events"}


@pytest.mark.usefixtures("newsroom")
def test_each_has_a_folder_and_what_they_share_lies_once_above() -> None:
    result = built()

    assert (result.exit_code, result.stdout.splitlines()) == (
        0,
        [
            "site/london/index.html  1 event, 1 source, 1 independent",
            "site/paris/index.html  1 event, 1 source, 1 independent",
        ],
    )
    assert names("site") == [".timeline-manifest.json", "assets", "index.html", "london", "paris"]
    shared = [name for name in names("site/assets") if not name.startswith("plotly-")]
    assert shared == ["chart.js", "citations.js", "controls.js"]
    assert len(names("site/assets")) == 5
    for name in ("london", "paris"):
        page = Path("site", name, "index.html").read_text(encoding="utf-8")
        for address in re.findall(r'"((?:\.\./)?assets/[^"]+)"', page):
            assert Path("site", name, address).is_file()
        assert not [each for each in names(f"site/{name}/assets") if each.startswith("plotly-")]


@pytest.mark.usefixtures("newsroom")
def test_the_list_has_the_latest_first_with_its_days() -> None:
    built()
    page = Path("site/index.html").read_text(encoding="utf-8")

    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', page) == [
        ("london/index.html", "The London summit"),
        ("paris/index.html", "The Paris summit"),
    ]
    assert re.findall(r'class="?when"?>([^<]+)<', page) == ["2 March 2025", "17 February 2025"]
    assert "Who came." in page


@pytest.mark.usefixtures("newsroom")
def test_only_what_has_changed_is_built_again() -> None:
    built()
    first = {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}
    again = built()
    assert "Built 0 timelines, 2 unchanged in" in again.stderr
    assert first == {path: path.read_bytes() for path in Path("site").rglob("*") if path.is_file()}

    put("newsroom/london/2025-03-03-c.yaml", EVENT.format("Talks", "3 March 2025"))
    assert "Built 1 timeline, 1 unchanged in" in built().stderr
    assert "3 March 2025" in Path("site/index.html").read_text(encoding="utf-8")

    next(Path("site/assets").glob("chart.*")).unlink()
    assert "Built 2 timelines in" in built().stderr


@pytest.mark.usefixtures("newsroom")
def test_one_with_faults_keeps_its_page_and_the_others_are_built() -> None:
    built()
    before = Path("site/london/index.html").read_bytes()
    put("newsroom/london/2025-03-03-c.yaml", "title: Without a date\n")
    put("newsroom/paris/events/2025-02-18-d.yaml", EVENT.format("More", "18 February 2025"))
    result = built()

    assert result.exit_code == 1
    assert "newsroom/london/2025-03-03-c.yaml:1:1: error[E020]" in result.stderr
    assert result.stdout.splitlines() == ["site/paris/index.html  2 events, 1 source, 1 independent"]
    assert Path("site/london/index.html").read_bytes() == before
    assert "london/index.html" in Path("site/index.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("newsroom")
def test_a_strict_policy_allows_scripts_of_the_own_folder_only_so_nothing_is_shared() -> None:
    assert built("--external").exit_code == 0
    assert names("site") == [".timeline-manifest.json", "index.html", "london", "paris"]
    assert [name for name in names("site/paris/assets") if name.startswith("plotly-")]


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["newsroom", "--only", "track=A"], "--only is for one timeline"),
        (["newsroom", "--changes-since", "HEAD"], "--changes-since is for one timeline"),
        (["newsroom/notes"], "newsroom/notes holds no timelines"),
        (["newsroom", "-o", "others"], "others holds files that no build wrote: mine.txt"),
    ],
)
def test_what_cannot_be_built_so_is_wrong_usage(newsroom: Path, arguments: list[str], answer: str) -> None:
    put("others/mine.txt", "mine")
    result = CliRunner().invoke(main, ["build", "--all", *arguments])
    assert (result.exit_code, answer in result.stderr) == (2, True), result.stderr
    assert not list(newsroom.parent.glob("output/*"))
