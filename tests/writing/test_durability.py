"""Power cuts: what was not on the disk is lost, and the next build finds the old output or the new."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.helpers.power_cut import Disk
from timeline.writing import in_place, write, write_file

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the model reads /proc")

OLD = {"index.html": b"old", "assets/page.js": b"old", "old/old.png": b"old", "same.csv": b"same"}
NEW = {"index.html": b"new", "assets/page.js": b"new", "new/new.png": b"new", "same.csv": b"same"}
MANIFEST = ".timeline-manifest.json"


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("before", [{}, OLD], ids=["first build", "later build"])
def test_after_a_power_cut_at_any_moment_the_next_build_finds_the_old_output_or_the_new(
    tmp_path: Path, before: dict[str, bytes]
) -> None:
    output = tmp_path / "home" / "output"
    output.mkdir(parents=True)
    if before:
        write(output, before)
        (output / "old" / "notes.txt").write_bytes(b"by hand")
    old = files_in(output)
    disk = Disk(output)
    with pytest.MonkeyPatch.context() as patched:
        disk.record(patched)
        write(output, NEW)
    new = files_in(output)

    assert disk.certain() == new
    found = {tuple(sorted(left.items())) for left in disk.after_cuts()}
    outcomes = set()
    for number, left in enumerate(found):
        place = tmp_path / str(number)
        place.mkdir()
        for name, content in left:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(content)
        in_place.recover(place)
        assert files_in(place) in (old, new), dict(left)
        outcomes.add(files_in(place) == new)
    assert outcomes == {False, True}
    assert len(found) > 10


def test_a_folder_that_a_build_made_is_on_the_disk_when_it_ends(tmp_path: Path) -> None:
    disk = Disk(tmp_path)
    with pytest.MonkeyPatch.context() as patched:
        disk.record(patched)
        write(tmp_path / "site" / "output", {"index.html": b"page"})

    assert disk.certain().keys() == {"site/output/index.html", f"site/output/{MANIFEST}"}


@pytest.mark.parametrize("before", [None, b"old"])
def test_a_single_file_is_the_old_one_or_the_new_after_a_power_cut(
    tmp_path: Path, before: bytes | None
) -> None:
    if before is not None:
        (tmp_path / "timeline.svg").write_bytes(before)
    disk = Disk(tmp_path)
    with pytest.MonkeyPatch.context() as patched:
        disk.record(patched)
        write_file(tmp_path / "timeline.svg", b"new")

    assert disk.certain() == {"timeline.svg": b"new"}
    assert {left.get("timeline.svg") for left in disk.after_cuts()} == {before, b"new"}
