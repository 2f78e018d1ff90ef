"""Files named by their contents stay for pages of earlier builds for some builds and days, then they go."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

from timeline.writing import ForeignFilesError, write
from timeline.writing.generations import BUILDS, DAYS

MANIFEST = ".timeline-manifest.json"


def build(
    folder: Path, number: int, more: Mapping[str, bytes] = MappingProxyType({}), *, is_forced: bool = False
) -> tuple[Path, ...]:
    """A build whose page and chart are new; the paths of what was left for its owner."""
    files = {"index.html": b"%d" % number, f"assets/{number}.js": b"chart %d" % number}
    return write(folder, files | dict(more), lasting="assets/", is_forced=is_forced).kept


def assets(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "assets").iterdir())


def let_days_pass(folder: Path, days: float) -> None:
    """Dates all files back."""
    for file in folder.rglob("*.*"):
        os.utime(file, times=(time.time(), file.stat().st_mtime - days * 86_400))


def manifest(folder: Path) -> object:
    return json.loads((folder / MANIFEST).read_bytes())


def test_a_file_that_a_build_drops_stays_for_three_builds_and_three_days(tmp_path: Path) -> None:
    assert (BUILDS, DAYS) == (3, 3)  # as the manual says
    for number in range(1, 9):
        build(tmp_path, number)
    assert assets(tmp_path) == [f"{number}.js" for number in range(1, 9)]
    let_days_pass(tmp_path, 2.9)
    build(tmp_path, 9)
    assert assets(tmp_path) == [f"{number}.js" for number in range(1, 10)]
    let_days_pass(tmp_path, 0.2)
    build(tmp_path, 0)
    assert assets(tmp_path) == ["0.js", "7.js", "8.js", "9.js"]


@pytest.mark.parametrize(("seconds", "stays"), [(3 * 86_400 - 1, True), (3 * 86_400, False)])
def test_three_days_are_over_to_the_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: int, stays: bool
) -> None:
    for number in range(1, 5):
        build(tmp_path, number)
    dropped = (tmp_path / "assets" / "1.js").stat().st_mtime
    monkeypatch.setattr(time, "time", lambda: dropped + seconds)
    build(tmp_path, 5)
    assert (tmp_path / "assets" / "1.js").exists() is stays


def test_days_count_from_the_build_that_drops_a_file_not_from_the_one_that_wrote_it(tmp_path: Path) -> None:
    build(tmp_path, 1)
    let_days_pass(tmp_path, 300)
    for number in range(2, 8):
        build(tmp_path, number)
    assert assets(tmp_path) == [f"{number}.js" for number in range(1, 8)]


def test_a_build_that_changes_nothing_does_not_count_and_touches_nothing(tmp_path: Path) -> None:
    for number in range(1, 5):
        build(tmp_path, number)
    let_days_pass(tmp_path, 30)
    before = {path: (path.stat(), path.read_bytes()) for path in tmp_path.rglob("*.*")}
    for _ in range(5):
        build(tmp_path, 4)
    assert {path: (path.stat(), path.read_bytes()) for path in tmp_path.rglob("*.*")} == before
    build(tmp_path, 5)
    assert assets(tmp_path) == ["2.js", "3.js", "4.js", "5.js"]


def test_a_file_that_is_lost_is_written_again_and_that_does_not_count(tmp_path: Path) -> None:
    build(tmp_path, 1)
    build(tmp_path, 2)
    before = manifest(tmp_path)
    (tmp_path / "index.html").unlink()
    build(tmp_path, 2)
    assert (tmp_path / "index.html").read_bytes() == b"2"
    assert manifest(tmp_path) == before


def test_a_file_that_comes_back_counts_from_when_it_is_dropped_again(tmp_path: Path) -> None:
    for number in (1, 2, 1, 3, 4, 5):
        build(tmp_path, number)
    let_days_pass(tmp_path, 30)
    build(tmp_path, 6)
    assert assets(tmp_path) == ["3.js", "4.js", "5.js", "6.js"]


def test_the_manifest_holds_the_number_of_the_build_and_no_time(tmp_path: Path) -> None:
    build(tmp_path, 1)
    build(tmp_path, 2)
    first, second = (
        "097d7277cee4f0e088fd6a75cbb24832e79ced4c3c7dedf28f20e425d0e9f486",
        "341e3b9a406c37bee71645e5ce99a2246197e8b4386027e316d83b0a378398fb",
    )
    assert manifest(tmp_path) == {
        "format": "timeline-manifest/1",
        "build": 2,
        "files": {
            "assets/1.js": first,
            "assets/2.js": second,
            "index.html": "d4735e3a265e16eee03f59718b9b5d03019c07d8b6c51f90da3a666eec13ab35",
        },
        "kept": {"assets/1.js": 1},
    }


def test_where_only_files_of_earlier_builds_are_left_they_are_known_as_such(tmp_path: Path) -> None:
    write(tmp_path, {"assets/1.js": b"chart"}, lasting="assets/")
    write(tmp_path, {}, lasting="assets/")
    write(tmp_path, {"index.html": b"page"}, lasting="assets/")
    assert manifest(tmp_path)["kept"] == {"assets/1.js": 1}  # type: ignore[index]


def test_only_what_is_named_by_its_contents_stays(tmp_path: Path) -> None:
    build(tmp_path, 1, {"social.png": b"picture"})
    build(tmp_path, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == [MANIFEST, "assets", "index.html"]


def test_files_of_an_earlier_version_stay_as_long_and_then_go(tmp_path: Path) -> None:
    """It named them otherwise and did not count its builds."""
    write(tmp_path, {"index.html": b"old", "assets/figure-840.js": b"old"})
    assert "build" not in manifest(tmp_path)  # type: ignore[operator]
    build(tmp_path, 1)
    assert manifest(tmp_path)["build"] == 1  # type: ignore[index]
    for number in (2, 3):
        build(tmp_path, number)
    let_days_pass(tmp_path, 30)
    assert "figure-840.js" in assets(tmp_path)
    build(tmp_path, 4)
    assert assets(tmp_path) == ["1.js", "2.js", "3.js", "4.js"]


def test_a_kept_file_that_somebody_changed_is_named_once_and_left_alone(tmp_path: Path) -> None:
    for number in (1, 2):
        build(tmp_path, number)
    (tmp_path / "assets" / "1.js").write_bytes(b"by hand")
    assert build(tmp_path, 3) == (tmp_path / "assets" / "1.js",)
    let_days_pass(tmp_path, 30)
    for number in (4, 5, 6, 7):
        assert build(tmp_path, number) == ()
    assert (tmp_path / "assets" / "1.js").read_bytes() == b"by hand"


@pytest.mark.parametrize(
    "fault", [{"kept": {"letter.txt": 1}}, {"build": "x"}, {"kept": []}, {"build": None}]
)
def test_a_damaged_count_removes_nothing(tmp_path: Path, fault: dict[str, object]) -> None:
    build(tmp_path, 1)
    (tmp_path / "letter.txt").write_bytes(b"by hand")
    record = json.loads((tmp_path / MANIFEST).read_bytes()) | fault
    (tmp_path / MANIFEST).write_text(json.dumps(record), encoding="utf-8")
    let_days_pass(tmp_path, 30)
    with pytest.raises(ForeignFilesError):
        build(tmp_path, 2)
    for number in (2, 3, 4, 5, 6):
        build(tmp_path, number, is_forced=True)
    assert {"1.js", "6.js"} <= set(assets(tmp_path))
    assert (tmp_path / "letter.txt").exists()
