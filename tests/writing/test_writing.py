"""Writing: all of it, or the last good page as it was; and nobody else's files."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.writing import ForeignFilesError, WriteError, write, write_file
from timeline.writing.checks import must_be_replaceable
from timeline.writing.errors import refusal

PAGE = {"index.html": b"new page", "assets/page.css": b"new style"}
MANIFEST = ".timeline-manifest.json"


def everything_in(folder: Path) -> dict[str, bytes]:
    """All files, but for the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_and_named_in_the_order_given(tmp_path: Path) -> None:
    paths = write(tmp_path / "site" / "output", PAGE).paths

    assert paths == (tmp_path / "site/output/index.html", tmp_path / "site/output/assets/page.css")
    assert everything_in(tmp_path / "site" / "output") == {
        "assets/page.css": b"new style",
        "index.html": b"new page",
    }


def test_files_of_other_people_stay(tmp_path: Path) -> None:
    write(tmp_path / "output", {**PAGE, "old.png": b"old"})
    (tmp_path / "output" / ".gitignore").write_bytes(b"*")
    (tmp_path / "output" / "assets" / "logo.svg").write_bytes(b"by hand")
    (tmp_path / "output" / "notes" / "empty").mkdir(parents=True)
    (tmp_path / "output" / "notes" / "nowhere").symlink_to("not/there")
    (tmp_path / "output" / "notes" / "draft.txt").write_bytes(b"by hand")
    os.mkfifo(tmp_path / "output" / "notes" / "pipe")
    before = (tmp_path / "output" / "notes" / "draft.txt").stat()

    write(tmp_path / "output", {"index.html": b"newer page"})

    assert everything_in(tmp_path) == {
        "output/.gitignore": b"*",
        "output/assets/logo.svg": b"by hand",
        "output/index.html": b"newer page",
        "output/notes/draft.txt": b"by hand",
    }
    notes = tmp_path / "output" / "notes"
    assert sorted(path.name for path in notes.iterdir()) == ["draft.txt", "empty", "nowhere", "pipe"]
    assert (notes / "nowhere").readlink() == Path("not/there")
    assert os.path.samestat(before, (notes / "draft.txt").stat())
    assert (notes / "draft.txt").stat().st_nlink == 1


@pytest.mark.parametrize("there", ["index.html", "photos/beach.jpg", ".timeline-manifest.json/x"])
def test_a_folder_of_other_people_s_files_is_refused_by_name_and_stays_as_it_is(
    tmp_path: Path, there: str
) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_bytes(b"by hand")
    (tmp_path / "zebra.txt").touch()
    before = everything_in(tmp_path)

    with pytest.raises(ForeignFilesError) as caught:
        write(tmp_path, PAGE)

    named = "" if there.startswith(".") else f"{there.partition('/')[0]}, "
    assert str(caught.value) == f"{tmp_path} holds files that no build wrote: {named}zebra.txt"
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("folder", [".", ".."])
def test_a_home_folder_is_never_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    home = tmp_path / "me"
    home.mkdir()
    (home / ".profile").touch()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    with pytest.raises(ForeignFilesError, match="is your home folder"):
        write(home / folder, PAGE)
    assert everything_in(home) == {".profile": b""}


@pytest.mark.parametrize(
    ("there", "listed"),
    [("ab", "a, b"), ("abc", "a, b, c"), ("abcd", "a, b, c and 1 more"), ("abcde", "a, b, c and 2 more")],
)
def test_many_files_of_other_people_are_counted(tmp_path: Path, there: str, listed: str) -> None:
    for name in there:
        (tmp_path / name).touch()

    with pytest.raises(ForeignFilesError, match=f"no build wrote: {listed}$"):
        write(tmp_path, PAGE)


def test_when_told_to_a_build_replaces_files_of_its_names_and_leaves_all_others(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"by hand")
    (tmp_path / "photo.jpg").write_bytes(b"by hand")

    write(tmp_path, PAGE, is_forced=True)
    write(tmp_path, {**PAGE, "index.html": b"newer page"})

    assert everything_in(tmp_path) == {**PAGE, "index.html": b"newer page", "photo.jpg": b"by hand"}


def test_hidden_files_alone_are_nobody_s_website(tmp_path: Path) -> None:
    (tmp_path / ".gitkeep").touch()
    (tmp_path / ".git").mkdir()

    write(tmp_path, PAGE)

    assert everything_in(tmp_path) == {".gitkeep": b"", **PAGE}


def test_a_file_that_is_new_to_a_build_does_not_replace_one_of_that_name(tmp_path: Path) -> None:
    write(tmp_path, PAGE)
    (tmp_path / "feed.ics").write_bytes(b"by hand")

    with pytest.raises(ForeignFilesError, match=r"no build wrote: feed\.ics$"):
        write(tmp_path, {**PAGE, "feed.ics": b"ours"})
    assert (tmp_path / "feed.ics").read_bytes() == b"by hand"

    write(tmp_path, {**PAGE, "feed.ics": b"by hand"})  # the same bytes: nothing would be lost
    write(tmp_path, {**PAGE, "feed.ics": b"ours"})
    assert (tmp_path / "feed.ics").read_bytes() == b"ours"


@pytest.mark.parametrize("moment", ["fsync", "replace", "unlink"])
def test_a_file_that_another_program_replaces_during_a_build_keeps_its_new_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    write(tmp_path, {**PAGE, "old.png": b"old"})
    (tmp_path / "notes.txt").write_bytes(b"first draft")
    step = getattr(os, moment)
    seen: list[object] = []

    def busy(*arguments: object, **options: object) -> object:
        seen.append(arguments)
        monkeypatch.setattr(os, moment, step)
        (tmp_path / "new.txt").write_bytes(b"second draft")
        (tmp_path / "new.txt").replace(tmp_path / "notes.txt")
        return step(*arguments, **options)

    monkeypatch.setattr(os, moment, busy)
    write(tmp_path, {**PAGE, "index.html": b"newer page"})

    assert seen
    assert everything_in(tmp_path) == {**PAGE, "index.html": b"newer page", "notes.txt": b"second draft"}
    assert (tmp_path / "notes.txt").stat().st_nlink == 1


def test_what_earlier_builds_wrote_and_this_one_did_not_is_removed(tmp_path: Path) -> None:
    write(
        tmp_path, {**PAGE, "assets/old/plotly.js": b"old", "data/old/a.csv": b"old", "social.png": b"old"}
    )

    write(tmp_path, PAGE)

    assert everything_in(tmp_path) == PAGE
    assert names_in(tmp_path) == [MANIFEST, "assets", "index.html"]
    assert names_in(tmp_path / "assets") == ["page.css"]


def test_what_somebody_changed_since_is_named_and_not_removed(tmp_path: Path) -> None:
    write(tmp_path, {**PAGE, "social.png": b"ours", "timeline.png": b"ours", "feed.ics": b"ours"})
    (tmp_path / "social.png").write_bytes(b"retouched")
    (tmp_path / "timeline.png").unlink()
    (tmp_path / "timeline.png").symlink_to("social.png")
    (tmp_path / "feed.ics").unlink()

    assert write(tmp_path, PAGE).kept == (tmp_path / "social.png", tmp_path / "timeline.png")
    assert (tmp_path / "social.png").read_bytes() == b"retouched"
    assert write(tmp_path, PAGE).kept == ()


def test_the_manifest_names_each_file_and_its_sha256(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": b"page", "assets/page.css": b""})

    assert json.loads((tmp_path / MANIFEST).read_bytes()) == {
        "format": "timeline-manifest/1",
        "files": {
            "assets/page.css": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "index.html": "3660315a9af3df255d8f19ab077e4797822b41488a0e2a04bc6af71213c23274",
        },
    }


def test_the_manifest_has_the_letters_of_a_name_as_they_are(tmp_path: Path) -> None:
    write(tmp_path, {"événements.csv": b""})

    assert '"événements.csv"' in (tmp_path / MANIFEST).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"[]",
        b"\xff",
        b"[" * 100_000,
        b'{"format": "timeline-manifest/1", "files": ["letter.txt"]}',
        b'{"format": "timeline-manifest/1", "files": {"letter.txt": null}}',
        b'{"format": "timeline-manifest/1", "files": {"../letter.txt": "%s"}}',
        b'{"format": "timeline-manifest/1", "files": {"/letter.txt": "%s"}}',
        b'{"format": "timeline-manifest/9", "files": {"letter.txt": "%s"}}',
    ],
)
def test_a_manifest_that_is_not_ours_removes_nothing(tmp_path: Path, manifest: bytes) -> None:
    for folder in (tmp_path, tmp_path / "output"):
        folder.mkdir(exist_ok=True)
        (folder / "letter.txt").write_bytes(b"")
    digest = b"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    (tmp_path / "output" / MANIFEST).write_bytes(manifest.replace(b"%s", digest))

    write(tmp_path / "output", {"index.html": b"page"}, is_forced=True)

    assert everything_in(tmp_path) == {
        "letter.txt": b"",
        "output/index.html": b"page",
        "output/letter.txt": b"",
    }


def test_the_folder_stays_the_one_that_a_server_has_open(tmp_path: Path) -> None:
    write(tmp_path / "output", {"index.html": b"old page"})
    before = (tmp_path / "output").stat()

    write(tmp_path / "output", PAGE)

    assert os.path.samestat(before, (tmp_path / "output").stat())
    assert names_in(tmp_path) == ["output"]


def test_a_link_to_the_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "output").symlink_to("site")

    write(tmp_path / "output", PAGE)

    assert (tmp_path / "output").readlink() == Path("site")
    assert everything_in(tmp_path / "site") == PAGE
    assert names_in(tmp_path) == ["output", "site"]


def test_the_folder_may_be_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "output").mkdir()
    monkeypatch.chdir(tmp_path / "output")

    assert write(Path(), PAGE).paths == (Path("index.html"), Path("assets/page.css"))
    assert names_in(Path()) == [MANIFEST, "assets", "index.html"]


def test_the_page_takes_its_place_last_but_the_manifest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    replace = Path.replace

    def watched(staged: Path, target: Path) -> Path:
        taken.append(target.name)
        return replace(staged, target)

    monkeypatch.setattr(Path, "replace", watched)
    write(tmp_path, {"index.html": b"1", "z.js": b"2", "a.css": b"3"})

    assert taken == ["a.css", "z.js", "index.html", MANIFEST]


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
    (tmp_path / ".by-another-program").write_bytes(b"")

    write(tmp_path, PAGE)

    assert (tmp_path / "index.html").stat().st_mode == (tmp_path / ".by-another-program").stat().st_mode


def test_a_file_where_a_folder_is_due_stops_it_before_anything_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"last good page")
    (tmp_path / "data").write_bytes(b"in the way")

    with pytest.raises(
        WriteError, match=r"cannot write .*events\.json: a file exists where a folder is needed"
    ):
        write(tmp_path, {**PAGE, "data/events.json": b"{}"}, is_forced=True)

    assert everything_in(tmp_path) == {"data": b"in the way", "index.html": b"last good page"}


def test_a_folder_where_a_file_is_due_stops_it_before_anything_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()

    with pytest.raises(
        WriteError, match=r"cannot write .*index\.html: a folder exists where this file is needed"
    ):
        write(tmp_path, PAGE, is_forced=True)

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


def test_an_interrupt_while_files_take_their_places_is_obeyed_when_all_have(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "output", {"index.html": b"last good page", "old.png": b"old"})
    replace = Path.replace

    def interrupted(staged: Path, target: Path) -> Path:
        if target.name == "index.html":
            monkeypatch.setattr(Path, "replace", replace)
            raise KeyboardInterrupt
        return replace(staged, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "output", PAGE)

    assert everything_in(tmp_path) == {f"output/{name}": content for name, content in PAGE.items()}
    assert names_in(tmp_path) == ["output"]


@pytest.mark.parametrize(
    ("in_the_way", "message"),
    [
        ("data", "data/events.json: a file exists where a folder is needed"),
        ("data/events.json/x", "data/events.json: a folder exists where this file is needed"),
    ],
)
def test_what_is_in_the_way_of_a_killed_build_s_file_is_named_and_the_file_stays_ready(
    tmp_path: Path, in_the_way: str, message: str
) -> None:
    write(tmp_path, {"data/events.json": b"{}"})
    ready = {path: (tmp_path / path).read_bytes() for path in (MANIFEST, "data/events.json")}
    shutil.rmtree(tmp_path / "data")
    for path, content in ready.items():
        (tmp_path / ".timeline-ready" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / ".timeline-ready" / path).write_bytes(content)
    (tmp_path / in_the_way).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / in_the_way).write_bytes(b"in the way")

    with pytest.raises(WriteError, match=rf"^cannot write {tmp_path}/{message}$"):
        write(tmp_path, PAGE)

    assert everything_in(tmp_path) == {in_the_way: b"in the way", ".timeline-ready/data/events.json": b"{}"}


@pytest.mark.parametrize("step", ["fsync", "rename"])
def test_an_interrupt_before_that_leaves_the_last_good_page_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    write(tmp_path / "output", {"index.html": b"last good page", "notes.txt": b""})
    (tmp_path / "output" / "by-hand").touch()

    def interrupted(*_: object, **__: object) -> None:
        monkeypatch.undo()
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "output", PAGE)

    assert everything_in(tmp_path) == {
        "output/by-hand": b"",
        "output/index.html": b"last good page",
        "output/notes.txt": b"",
    }
    assert names_in(tmp_path) == ["output"]


def test_a_first_build_that_fails_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(
        WriteError, match=r"cannot write .*site/output/index\.html: No space left on device"
    ):
        write(tmp_path / "site" / "output", PAGE)

    assert names_in(tmp_path) == []


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
        ".timeline-manifest.json",
        ".timeline-ready/a",
    ],
)
def test_a_name_that_is_no_plain_path_inside_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match=r"not a plain path inside the folder|kept for the writing itself"):
        write(tmp_path / "output", {"index.html": b"page", name: b""})

    assert everything_in(tmp_path) == {}


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "assets").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(WriteError, match="a link leads out of"):
        write(tmp_path / "output", PAGE, is_forced=True)

    assert everything_in(tmp_path) == {}


# ---- one file


def write_folder(path: Path, content: bytes) -> None:
    write(path.parent, {path.name: content}, is_forced=True)


@pytest.fixture(params=[write_file, write_folder])
def put(request: pytest.FixtureRequest) -> Callable[[Path, bytes], object]:
    """Both ways of writing."""
    return request.param  # type: ignore[no-any-return]  # pytest's params are Any


def test_a_file_that_is_replaced_hands_on_its_owner(
    tmp_path: Path, put: Callable[[Path, bytes], object]
) -> None:
    (tmp_path / "timeline.svg").write_bytes(b"old")
    if os.geteuid() != 0:
        pytest.skip("only root can give a file to another owner")
    os.chown(tmp_path / "timeline.svg", 65534, 65533)
    (tmp_path / "timeline.svg").chmod(0o2640)

    put(tmp_path / "timeline.svg", b"new")

    status = (tmp_path / "timeline.svg").stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (65534, 65533, 0o2640)
    assert (tmp_path / "timeline.svg").read_bytes() == b"new"


def test_a_pipe_or_a_device_is_not_replaced(tmp_path: Path, put: Callable[[Path, bytes], object]) -> None:
    os.mkfifo(tmp_path / "timeline.svg")

    with pytest.raises(WriteError, match=r"cannot write .*timeline\.svg: it is a device or a pipe"):
        put(tmp_path / "timeline.svg", b"new")

    assert (tmp_path / "timeline.svg").is_fifo()


def test_what_the_system_keeps_among_its_devices_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file at the end of /dev/stdout, as after ``>``, makes it none that may be replaced."""
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    with pytest.raises(WriteError, match=r"cannot write /dev/stdout: it is a device or a pipe"):
        must_be_replaceable(Path("/dev/stdout"))


def test_a_single_file_leaves_all_else_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, PAGE)

    def written() -> dict[Path, tuple[int, ...]]:
        """Which file each is, and when it was written; not when it was read, as this test does itself."""
        states = {path: path.stat() for path in tmp_path.rglob("*") if path.name != "timeline.svg"}
        return {path: (it.st_ino, it.st_mode, it.st_size, it.st_mtime_ns) for path, it in states.items()}

    before = written()
    write_file(tmp_path / "timeline.svg", b"<svg/>")

    assert everything_in(tmp_path) == {**PAGE, "timeline.svg": b"<svg/>"}
    assert written() == before


def test_the_folders_of_a_single_file_are_made(tmp_path: Path) -> None:
    write_file(tmp_path / "site" / "images" / "timeline.svg", b"<svg/>")

    assert everything_in(tmp_path) == {"site/images/timeline.svg": b"<svg/>"}


def test_a_full_disk_leaves_the_single_file_as_it_was_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write_file(tmp_path / "timeline.svg", b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match=r"cannot write .*timeline\.svg: No space left on device"):
        write_file(tmp_path / "timeline.svg", b"new")

    assert everything_in(tmp_path) == {"timeline.svg": b"old"}


def test_an_error_of_the_system_without_a_text_of_its_own_is_given_as_it_is() -> None:
    assert str(refusal(Path("timeline.svg"), OSError("closed"))) == "cannot write timeline.svg: closed"


@pytest.mark.parametrize("name", ["2025-02-17-paris.yaml", "paris.YML"])
def test_an_event_file_is_never_written_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"title: Talks")

    with pytest.raises(WriteError, match="that is the name of an event file"):
        write_file(tmp_path / name, b"<svg/>")

    assert everything_in(tmp_path) == {name: b"title: Talks"}


@pytest.mark.parametrize("name", ["", ".", "..", "folder"])
def test_a_single_file_that_is_a_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    monkeypatch.chdir(tmp_path)

    with pytest.raises(WriteError, match="a folder exists where this file is needed"):
        write_file(Path(name), b"<svg/>")

    assert names_in(Path()) == ["folder"]
