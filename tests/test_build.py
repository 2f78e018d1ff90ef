"""A whole build: the same bytes everywhere and always, and the last good page kept."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.conftest import EVENTS
from timeline.build import build, check
from timeline.model.problems import TimelineError
from timeline.reading import File

#: Runs a build in a process for which it is another day, as far as Python can tell.
ON_ANOTHER_DAY = """
import datetime, sys, time
import pandas, pydantic  # compiled against the real classes

class Kind(type):  # whoever asks whether a value is a date is told so of the real ones too
    def __instancecheck__(cls, value): return isinstance(value, cls.__base__)

class Day(datetime.date, metaclass=Kind):
    @classmethod
    def today(cls): return cls(1999, 12, 31)

class Instant(datetime.datetime, metaclass=Kind):
    @classmethod
    def now(cls, tz=None): return cls(1999, 12, 31, 23, 59, tzinfo=tz)
    @classmethod
    def utcnow(cls): return cls(1999, 12, 31, 23, 59)
    today = now

datetime.date, datetime.datetime, time.time = Day, Instant, lambda: 946684740.0
from timeline.build import build
from pathlib import Path
build(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def files(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*.*")}


def test_a_build_gives_the_same_bytes_elsewhere_and_at_another_time(site: Path, tmp_path: Path) -> None:
    events, output = tmp_path / "events", tmp_path / "output"
    events.mkdir()
    for file in sorted(EVENTS.iterdir(), reverse=True):
        (events / file.name).write_bytes(file.read_bytes())
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONUTF8": "0"}
    settings = elsewhere | {"PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": "0"}
    command = [sys.executable, "-c", ON_ANOTHER_DAY, str(events), str(output)]
    subprocess.run(command, env=os.environ | settings, check=True)
    assert files(output) == files(site)


def test_a_build_with_faults_leaves_the_last_good_page_as_it_was(tmp_path: Path) -> None:
    events, output = tmp_path / "events", tmp_path / "output"
    events.mkdir()
    file = events / "2025-02-17-paris.yaml"
    source = 'sources: [{url: "https://example.org/a", publisher: Example News}]'
    file.write_text(f"title: Leaders meet\ndate: 2025-02-17\ntrack: Europe\n{source}\n", encoding="utf-8")
    build(events, output)
    before = files(output)
    file.write_text(f"title: Leaders meet\ndate: 31 June 2025\ntrack: Europe\n{source}\n", encoding="utf-8")
    with pytest.raises(
        TimelineError, match=r"2025-02-17-paris\.yaml:2:7: error\[E012\] date \"31 June 2025\""
    ):
        build(events, output)
    assert files(output) == before


def test_a_file_that_goes_while_others_are_read_is_named(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.yaml").write_text("title: Talks\n", encoding="utf-8")

    def removing(files: Sequence[File]) -> Iterator[File]:
        for file in files:
            (tmp_path / "b.yaml").unlink(missing_ok=True)
            yield file

    _, problems = check([tmp_path], removing)
    gone = [problem for problem in problems if problem.location.path.endswith("b.yaml")]
    assert [problem.code for problem in gone] == ["E001"]
