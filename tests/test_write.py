"""Writing: all of it, or the last good page as it was."""

import os
from pathlib import Path

import pytest

from timeline.writing import WriteError, write

PAGE = {"index.html": b"new page", "assets/page.css": b"new style"}


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_files_are_written_and_named_in_the_order_given(tmp_path: Path) -> None:
    paths = write(tmp_path / "site" / "output", PAGE)

    assert paths == (tmp_path / "site/output/index.html", tmp_path / "site/output/assets/page.css")
    assert everything_in(tmp_path / "site" / "output") == {
        "assets/page.css": b"new style",
        "index.html": b"new page",
    }


def test_other_files_in_the_folder_stay(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"*")

    write(tmp_path, PAGE)

    assert (tmp_path / ".gitignore").read_bytes() == b"*"


def test_the_page_takes_its_place_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    replace = Path.replace

    def watched(temporary: Path, target: Path) -> Path:
        taken.append(target.name)
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", watched)
    write(tmp_path, {"index.html": b"1", "z.js": b"2", "a.css": b"3"})

    assert taken == ["a.css", "z.js", "index.html"]


def test_a_file_that_is_the_same_is_not_touched(tmp_path: Path) -> None:
    write(tmp_path, PAGE)
    os.utime(tmp_path / "assets" / "page.css", (1, 1))

    write(tmp_path, {**PAGE, "index.html": b"newer page"})

    assert (tmp_path / "assets" / "page.css").stat().st_mtime == 1
    assert (tmp_path / "index.html").read_bytes() == b"newer page"


def test_an_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": b"old page"})
    (tmp_path / "index.html").chmod(0o640)

    write(tmp_path, PAGE)

    assert (tmp_path / "index.html").stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_mode_that_other_programs_would_give_it(tmp_path: Path) -> None:
    (tmp_path / "by-another-program").write_bytes(b"")

    write(tmp_path, PAGE)

    assert (tmp_path / "index.html").stat().st_mode == (tmp_path / "by-another-program").stat().st_mode


def test_a_file_where_a_folder_is_due_stops_it_before_anything_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"last good page")
    (tmp_path / "data").write_bytes(b"in the way")

    with pytest.raises(
        WriteError, match=r"cannot write .*events\.json: a file stands where a folder is due"
    ):
        write(tmp_path, {**PAGE, "data/events.json": b"{}"})

    assert everything_in(tmp_path) == {"data": b"in the way", "index.html": b"last good page"}


def test_a_folder_where_a_file_is_due_stops_it_before_anything_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()

    with pytest.raises(
        WriteError, match=r"cannot write .*index\.html: a folder stands where this file is due"
    ):
        write(tmp_path, PAGE)

    assert everything_in(tmp_path) == {}


def test_a_full_disk_leaves_the_last_good_page_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"index.html": b"last good page", "assets/page.css": b"old style"})

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left on device"):
        write(tmp_path, PAGE)

    assert everything_in(tmp_path) == {"assets/page.css": b"old style", "index.html": b"last good page"}


def test_an_interrupt_while_files_take_their_places_leaves_the_last_good_page_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"index.html": b"last good page"})
    replace = Path.replace

    def interrupted(temporary: Path, target: Path) -> Path:
        if target.name == "index.html":
            raise KeyboardInterrupt
        return replace(temporary, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path, PAGE)

    assert everything_in(tmp_path) == {"assets/page.css": b"new style", "index.html": b"last good page"}


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../index.html",
        "/etc/motd",
        "a//b",
        "a/../../b",
        "a/",
        "a\\b",
        "C:index.html",
        "a\0b",
    ],
)
def test_a_name_that_is_no_plain_path_inside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not a plain path inside the folder"):
        write(tmp_path / "output", {"index.html": b"page", name: b""})

    assert everything_in(tmp_path) == {}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "assets").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(WriteError, match="a link leads out of"):
        write(tmp_path / "output", PAGE)

    assert everything_in(tmp_path) == {}
