# ruff: noqa: T201 - this command prints
"""What timelines of 5 to 50,000 events cost to build and to use, as tables of Markdown.

Run: python -m tests.benchmarks.scale [--n 50,500,5000] [--quick] [--minutes 10]
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

from tests.benchmarks.scale.commands import Bench, Builds, TooLongError
from tests.benchmarks.scale.report import builds_table

COUNTS, FEW = "5,50,500,5000,50000", "5,50,500"
#: Events of a deck of slides.
DECK = 1_000


def main() -> int:
    """Print what was measured until the time was up."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.scale", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--n", help=f"numbers of events, by default {COUNTS}")
    parser.add_argument("--quick", action="store_true", help=f"{FEW} events, and no deck")
    parser.add_argument(
        "--minutes", type=float, default=10, help="what is not measured by then is left out"
    )
    given = parser.parse_args()
    counts = sorted(int(each) for each in (given.n or (FEW if given.quick else COUNTS)).split(","))
    measured: dict[int, Builds | None] = dict.fromkeys(counts)
    with tempfile.TemporaryDirectory() as home:
        bench = Bench(Path(home), 60 * given.minutes)
        try:
            started = _started(bench)
            if not given.quick:
                started += _deck(bench)
            for count in counts:
                print(f"{count:,} events", file=sys.stderr)
                measured[count] = bench.builds(*bench.events(count))
        except TooLongError:
            print(f"{given.minutes:g} minutes are over", file=sys.stderr)
    print(*builds_table(measured), "", *started, sep="\n")
    print(f"timeline {version('timeline')}, {platform.python_implementation()} {platform.python_version()}")
    return 0


def _started(bench: Bench) -> list[str]:
    """How long it takes until a command has begun to work."""
    events, folder, _ = bench.events(1)
    bench.run("timeline", "--help")  # what Python compiles, it compiles once
    one = next(path for path in folder.iterdir() if events[0].id in path.name)
    shown = bench.middle("timeline", "--help"), bench.middle("timeline", "check", str(one))
    return ["`timeline --help`: {:.3f} s. `timeline check` of one file: {:.3f} s.".format(*shown)]


def _deck(bench: Bench) -> list[str]:
    _, folder, output = bench.events(DECK)
    deck = bench.run("timeline", "export", "pptx", str(folder), "--all", "-o", f"{output}.pptx")
    return [f"A deck of {DECK:,} events: {deck.seconds:.1f} s, {deck.peak:,.0f} MB."]


if __name__ == "__main__":
    sys.exit(main())
