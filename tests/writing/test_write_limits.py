"""When the machine says no: full disks, read-only folders, another build in the same folder."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.writing import WriteError, lock, write, write_file
from timeline.writing.lock import locked

OLD = {"index.html": b"old" * 10_000, "assets/page.css": b"old style"}
NEW = {"index.html": b"new" * 100_000, "events.csv": b"id"}
#: Runs code that has ``folder`` as a process of its own.
HEAD = (
    "import sys; from pathlib import Path; folder = Path(sys.argv[1])\nfrom timeline.writing import write\n"
)


def apart(code: str, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HEAD + code, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def everything_in(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ---- no room, no right


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB, which only root can set up, and not on every system."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)]
    program = shutil.which("mount")
    if program is None or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("no small disk: mounting one takes root, on Linux")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)  # noqa: S607 -- wherever the system has it


@pytest.mark.parametrize("output", ["output", "."])
def test_a_full_disk_leaves_the_last_good_page_and_no_litter(small_disk: Path, output: str) -> None:
    write(small_disk / output, OLD)
    before = everything_in(small_disk)

    with pytest.raises(WriteError, match=r"cannot write .*index\.html: No space left on device"):
        write(small_disk / output, NEW)

    assert everything_in(small_disk) == before
    assert names_in(small_disk / output) == [".timeline-manifest.json", "assets", "index.html"]


def test_a_quota_leaves_the_last_good_page_and_no_litter(tmp_path: Path) -> None:
    write(tmp_path / "output", OLD)
    before = everything_in(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(WriteError, match=r"cannot write .*index\.html: File too large"):
            write(tmp_path / "output", NEW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert everything_in(tmp_path) == before
    assert names_in(tmp_path) == ["output"]


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that everybody may reach, and a user for whom a read-only one is read-only."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    user = os.geteuid()
    if user == 0:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    yield folder
    os.seteuid(user)
    shutil.rmtree(folder)


@pytest.mark.parametrize("closed", ["output", "output/assets"])
def test_a_read_only_folder_is_named_and_stays_as_it_is(shared: Path, closed: str) -> None:
    write(shared / "output", OLD)
    before = everything_in(shared)
    (shared / closed).chmod(0o555)

    with pytest.raises(WriteError, match=rf"cannot write .*: the folder {shared / closed} is read-only"):
        write(shared / "output", {**NEW, "assets/page.css": b"new style"})

    assert everything_in(shared) == before
    assert names_in(shared) == ["output"]
    (shared / closed).chmod(0o755)


def test_what_an_earlier_build_wrote_and_cannot_be_removed_is_named_and_removed_later(shared: Path) -> None:
    write(shared / "output", OLD)
    (shared / "output" / "assets").chmod(0o555)

    with pytest.raises(
        WriteError, match=rf"cannot write {shared}/output/assets/page\.css: Permission denied"
    ):
        write(shared / "output", NEW)

    (shared / "output" / "assets").chmod(0o755)
    write(shared / "output", NEW)
    assert names_in(shared / "output") == [".timeline-manifest.json", "events.csv", "index.html"]


@pytest.mark.parametrize("waiting", [".timeline-ready", ".timeline-ready/assets"])
def test_files_of_a_killed_build_that_cannot_be_listed_are_not_thrown_away(
    shared: Path, waiting: str
) -> None:
    write(shared / "output", OLD)
    shutil.copytree(shared / "output", shared / "output" / ".timeline-ready")
    (shared / "output" / waiting).chmod(0o333)

    with pytest.raises(WriteError, match=r"cannot write .*: Permission denied"):
        write(shared / "output", NEW)

    (shared / "output" / waiting).chmod(0o777)
    write(shared / "output", NEW)
    assert (shared / "output" / "events.csv").read_bytes() == b"id"


def test_a_folder_in_one_that_is_read_only_is_written(shared: Path) -> None:
    write(shared / "output", OLD)
    shared.chmod(0o555)

    write(shared / "output", NEW)

    assert everything_in(shared).keys() == {f"output/{name}" for name in (*NEW, ".timeline-manifest.json")}
    shared.chmod(0o777)


def test_a_folder_that_cannot_be_made_is_named(shared: Path) -> None:
    shared.chmod(0o555)

    with pytest.raises(WriteError, match=rf"cannot write {shared}/a/output: Permission denied"):
        write(shared / "a" / "output", NEW)

    shared.chmod(0o777)


# ---- two builds at once


@pytest.mark.parametrize("lockable", [("", ".timeline-lock"), (".timeline-lock",)], ids=["folder", "file"])
def test_a_build_does_not_write_where_another_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lockable: tuple[str, ...]
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    monkeypatch.setattr(lock, "_LOCKABLE", lockable)
    write(tmp_path, OLD)
    before = everything_in(tmp_path)

    with locked(tmp_path), pytest.raises(WriteError) as caught:
        write(tmp_path, NEW)
    assert everything_in(tmp_path) == before

    write(tmp_path, NEW)

    assert str(caught.value) == (
        f"cannot write {tmp_path}: another build is writing there; try again when it has ended"
    )
    assert (tmp_path / "events.csv").read_bytes() == b"id"


def test_a_build_waits_ten_seconds_for_another_one_and_looks_often_but_not_all_the_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, slept = 0.0, set()

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds
        slept.add(seconds)

    monkeypatch.setattr(time, "monotonic", lambda: now)
    monkeypatch.setattr(time, "sleep", sleep)
    before = open_files()
    with (
        locked(tmp_path),
        pytest.raises(WriteError, match="try again when it has ended"),
        locked(tmp_path),
    ):
        pass

    assert 10 < now < 10.1
    assert slept == {0.02}
    assert open_files() == before


def test_where_nothing_can_be_locked_a_build_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cannot(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock, "_lock", cannot)
    before = open_files()
    write(tmp_path, NEW)

    assert (tmp_path / "events.csv").read_bytes() == b"id"
    assert open_files() == before


def test_the_file_that_is_locked_has_the_mode_that_other_programs_would_give_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".by-another-program").touch()
    monkeypatch.setattr(lock, "_LOCKABLE", (".timeline-lock",))
    write(tmp_path, NEW)

    assert (tmp_path / ".timeline-lock").stat().st_mode == (tmp_path / ".by-another-program").stat().st_mode


def test_programs_with_the_same_process_id_do_not_mix_their_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As two containers with one volume have it."""
    sync = os.fsync

    def meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", sync)
        write_file(tmp_path / "other.svg", b"<svg>other</svg>")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    write_file(tmp_path / "one.svg", b"<svg>one</svg>")

    assert everything_in(tmp_path) == {"one.svg": b"<svg>one</svg>", "other.svg": b"<svg>other</svg>"}


def test_the_lock_of_a_build_that_was_killed_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.5)
    other = apart(
        "from timeline.writing.lock import locked\n"
        "with locked(folder): print('held', flush=True); sys.stdin.read()",
        tmp_path,
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    other.send_signal(signal.SIGKILL)
    other.communicate()

    write(tmp_path, NEW)

    assert (tmp_path / "events.csv").read_bytes() == b"id"


def test_a_folder_that_was_exchanged_while_one_waited_for_it_is_not_taken_for_the_one_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "output").mkdir()
    take = lock._lock  # noqa: SLF001 -- the moment between opening and locking cannot be met otherwise
    asked: list[int] = []

    def late(descriptor: int) -> None:
        asked.append(descriptor)
        if len(asked) == 1:
            (tmp_path / "output").rename(tmp_path / "before")
            (tmp_path / "output").mkdir()
        take(descriptor)

    monkeypatch.setattr(lock, "_lock", late)
    before = open_files()
    with locked(tmp_path / "output"):
        assert len(asked) == 2
    assert open_files() == before


def open_files() -> int:
    """How many this process has; 0 where the system does not say."""
    listing = Path("/proc/self/fd")
    return len([*listing.iterdir()]) if listing.exists() else 0


def test_builds_at_once_all_land_and_the_output_is_that_of_one(tmp_path: Path) -> None:
    code = (
        "for turn in range(20): write(folder, {f'{n}.txt': b'%s' for n in range(8)} | {'%s.txt': b'own'})"
    )
    others = [apart(code % (who, who), tmp_path / "output") for who in ("one", "two", "three")]

    assert [other.communicate()[1] for other in others] == ["", "", ""]
    assert [other.returncode for other in others] == [0, 0, 0]
    found = everything_in(tmp_path / "output")
    last = found["0.txt"]
    assert {found[f"{n}.txt"] for n in range(8)} == {last}
    assert found.keys() == {
        *(f"{n}.txt" for n in range(8)),
        f"{last.decode()}.txt",
        ".timeline-manifest.json",
    }
    assert names_in(tmp_path) == ["output"]
