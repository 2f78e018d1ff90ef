"""Builds that end without a word, as kill -9 ends them: at every step on the disk, or at random moments.

tests/writing/test_crash.py runs it as a process of its own, since it forks:
``python -m tests.helpers.crash HOW FOLDER``.
Prints how often the output was found in which state; one that it must not be in is an AssertionError.
"""

from __future__ import annotations

import gc
import json
import os
import random
import shutil
import signal
import sys
import time
from collections import Counter
from itertools import count
from pathlib import Path
from unittest.mock import patch

from tests.helpers.examples import IS_CI
from timeline.writing import write

#: What Python tells audit hooks of before it changes the disk.
STEPS = {"open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}
FOREIGN = {".gitignore": b"*\n", "notes/draft.txt": b"by hand", "assets/logo.svg": b"<svg/>"}
OLD = {"index.html": b"old", "assets/page.js": b"old", "old.png": b"old", "same.csv": b"same"}
NEW = {"index.html": b"new", "assets/page.js": b"new", "new/new.png": b"new", "same.csv": b"same"}
#: In CI a build is killed at each step, elsewhere at every third.
STRIDE = 1 if IS_CI else 3
#: So many builds are killed at random moments.
ROUNDS = 20
NEXT = {"index.html": b"next", "same.csv": b"next"}


def state(folder: Path) -> dict[str, bytes]:
    """Every file in the folder, hidden ones too."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def prepare(home: Path, built: dict[str, bytes]) -> Path:
    """An output folder with a build and files of other people, in an empty home."""
    shutil.rmtree(home, ignore_errors=True)
    return finished(home / "output", built)


def finished(output: Path, built: dict[str, bytes]) -> Path:
    """That folder, where none was."""
    for name, content in FOREIGN.items():
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(content)
    write(output, built, is_forced=True)
    return output


def crash_at(step: int, output: Path, files: dict[str, bytes]) -> bool:
    """Whether a build ended before it came to that step, and so was not stopped."""
    child = os.fork()
    if not child:
        left = iter(range(step))
        sys.addaudithook(lambda event, _: event in STEPS and next(left, None) is None and os._exit(9))
        write(output, files)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def at_every_step(home: Path) -> Counter[str]:
    """Stop a build at one step after another; every fourth time the next build too."""
    found: Counter[str] = Counter()
    after = state(prepare(home, NEXT))
    before = finished(home.with_name("before"), OLD)  # to build it once and copy it is quicker
    for step in count(step=STRIDE):
        shutil.rmtree(home)
        output = shutil.copytree(before, home / "output")
        is_done = crash_at(step, output, NEW)
        found[verdict(output)] += 1
        if step % (4 * STRIDE) == 0:
            crash_at(step % 17, output, NEXT)
        write(output, NEXT)
        assert state(output) == after, (step, state(output))
        if is_done:
            return found
    raise AssertionError


def verdict(output: Path) -> str:
    """Which page is there. All files are whole, and the page comes after all others but the manifest."""
    found = state(output)
    assert {name: found[name] for name in FOREIGN} == FOREIGN
    assert {found["index.html"], found["assets/page.js"]} <= {b"old", b"new"}
    if found["index.html"] == b"new":
        assert {name: found[name] for name in NEW} == NEW
    return found["index.html"].decode()


def at_random_moments(home: Path, rounds: int) -> Counter[str]:
    """Kill a process that builds one timeline and another in turn, again and again in the same folder."""
    moments = random.Random(2025)  # noqa: S311 -- the same moments in every run
    found: Counter[str] = Counter()
    old, new = ({f"{n % 4}/{n}.txt": text * 5000 for n in range(40)} for text in (b"old", b"new"))
    old |= {"old.png": b"old", "index.html": b"old"}
    new |= {"new.png": b"new", "index.html": b"new"}
    after = state(prepare(home, new))
    began = time.monotonic()
    write(home / "output", old)
    takes = time.monotonic() - began
    for number in range(rounds):
        child = os.fork()
        if not child:
            while True:
                write(home / "output", (new, old)[number % 2])
                write(home / "output", (old, new)[number % 2])
        time.sleep(moments.uniform(0, 2 * takes))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        left = state(home / "output")
        assert {name: left[name] for name in FOREIGN} == FOREIGN
        shown = {name: left[name] for name in {*old, *new} & {*left}}
        assert all(content in {old.get(name), new.get(name)} for name, content in shown.items())
        found[left["index.html"].decode()] += 1
        found["with leftovers in it"] += any(name.startswith(".timeline-") for name in left.keys() - after)
    write(home / "output", new)
    assert state(home / "output") == after
    return found


def main(how: str, home: Path) -> Counter[str]:
    """Do it in the manner asked for."""
    return at_random_moments(home, ROUNDS) if how == "at random moments" else at_every_step(home)


if __name__ == "__main__":
    gc.disable()  # a collection in a child would copy the memory that it shares
    with patch.object(os, "fsync"):  # what a killed process wrote is not lost, and disks may be slow
        sys.stdout.write(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
