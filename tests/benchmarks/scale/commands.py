"""What commands cost, each as a process of its own: processor time and peak memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Timer

from tests.benchmarks.scale.files import file_of, write_files
from tests.benchmarks.weigh.events import Made


class TooLongError(Exception):
    """There was no time left for it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of a process and those that it waited for: s of processor time, and MB at its peak."""

    seconds: float
    peak: float
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Builds:
    """Of one folder of events: ``unit`` is libyaml's time for its files, in s."""

    unit: float
    cold: Cost
    nothing_changed: Cost
    one_changed: Cost


class Bench:
    """Runs commands in a folder of its own, where nothing is cached, until the time is up."""

    def __init__(self, home: Path, seconds: float) -> None:
        self.home = home
        self.end = time.monotonic() + seconds
        kept = {name: value for name, value in os.environ.items() if name != "TIMELINE_NO_CACHE"}
        self._environment = kept | {"XDG_CACHE_HOME": str(home / "cache")}

    @property
    def left(self) -> float:
        """Seconds until the time is up."""
        return self.end - time.monotonic()

    def run(self, *command: str) -> Cost:
        """``python -m`` and this. Raises TooLongError, and RuntimeError where the command fails."""
        if self.left <= 0:
            raise TooLongError
        output = self.home / "printed"
        with output.open("w+b") as file:
            process = subprocess.Popen(
                [sys.executable, "-m", *command], stdout=file, stderr=file, env=self._environment
            )
            timer = Timer(self.left, process.kill)
            timer.start()
            _, status, usage = os.wait4(process.pid, 0)
            timer.cancel()
            process.returncode = os.waitstatus_to_exitcode(status)
        printed = output.read_text(encoding="utf-8", errors="replace")
        if process.returncode:
            raise TooLongError if self.left <= 0 else RuntimeError(f"{' '.join(command)}: {printed}")
        unit = 1 if sys.platform == "darwin" else 1024  # of the peak, in bytes
        return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, printed)

    def middle(self, *command: str, times: int = 5) -> float:
        """The median of its processor time, in s."""
        return median(self.run(*command).seconds for _ in range(times))

    def events(self, count: int) -> tuple[list[Made], Path, Path]:
        """So many events, the folder of their files, and the folder that they are built in."""
        folder = self.home / f"events-{count}"
        return write_files(count, folder), folder, self.home / f"site-{count}"

    def builds(self, events: Sequence[Made], folder: Path, output: Path) -> Builds:
        """Build: for the first time, again, and once more with another text in the middle event."""
        build = ("timeline", "build", str(folder), "-o", str(output))
        unit = float(self.run("tests.benchmarks.scale.libyaml", str(folder)).printed)
        cold, again = self.run(*build), self.run(*build)
        changed = file_of(events[len(events) // 2], folder)
        text = changed.read_text(encoding="utf-8")
        changed.write_text(text.replace("summary: ", "venue: Palace\nsummary: "), encoding="utf-8")
        return Builds(unit, cold, again, self.run(*build))
