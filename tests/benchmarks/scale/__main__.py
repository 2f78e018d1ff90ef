# ruff: noqa: T201 - this command prints
"""What timelines of 5 to 50,000 events cost to build and to use, as tables of Markdown.

Run: python -m tests.benchmarks.scale [--n 50,500,5000] [--quick] [--minutes 10]
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.scale.commands import Bench, Builds, TooLongError
from tests.benchmarks.scale.report import Case, builds_table, uses_table
from tests.benchmarks.scale.using import Use, used
from tests.benchmarks.weigh.events import Made
from tests.benchmarks.weigh.measure import browser, served
from tests.benchmarks.weigh.pages import PAGES, PEERS, MissingError, Page, write_peers

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

CACHE = Path.home() / ".cache/timeline-weigh"
COUNTS, FEW = "5,50,500,5000,50000", "5,50,500"
#: Events of a deck of slides.
DECK = 1_000
#: Numbers of events at which the other makers' pages are measured, and how much slower at the most.
AMONG_PEERS = {500: 4, 5_000: 1}
#: Seconds after which a page that cannot be operated is given up.
PATIENCE = 60


class Measured:
    """What has been measured so far."""

    def __init__(self, counts: Sequence[int]) -> None:
        self.builds: dict[int, Builds | None] = dict.fromkeys(counts)
        self.uses: dict[Case, Use | None] = {}
        self.others: list[str] = []

    def all(self, bench: Bench, playwright: Playwright, *, is_quick: bool) -> None:
        """Start-up and slides; then builds and pages, of few events first."""
        self.others.append(_started(bench))
        for count in self.builds:
            print(f"{count:,} events", file=sys.stderr)
            events, folder, site = bench.events(count)
            self.builds[count] = bench.builds(events, folder, site)
            self._pages(bench, playwright, events, site, is_quick=is_quick)
        if not is_quick:
            self.others.append(_deck(bench))

    def _pages(
        self, bench: Bench, playwright: Playwright, events: Sequence[Made], site: Path, *, is_quick: bool
    ) -> None:
        """Ours, and beside them those of the other makers."""
        count = len(events)
        peers = bench.home / f"peers-{count}"
        slowest = 0 if is_quick else AMONG_PEERS.get(count, 0)
        if slowest:
            peers.mkdir()
            write_peers(events, peers, CACHE)
        token = events[count // 3].title.partition("[")[2][:-1]
        with served(site, is_large=True) as ours, served(peers, is_large=True) as theirs:
            for slower in (1,) if is_quick else (1, 4):
                for page in PAGES:
                    address = ours + page.name if page.is_ours else theirs + page.file
                    if page.is_ours or slower <= slowest:
                        self.uses[count, slower, page.name] = _used(
                            bench, playwright, page, address, token=token, slower=slower
                        )


def main() -> int:
    """Print what was measured until the time was up; 3 where something is missing on this machine."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.scale", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--n", help=f"numbers of events, by default {COUNTS}")
    parser.add_argument(
        "--quick", action="store_true", help=f"{FEW} events; no slides, slow processor or other makers"
    )
    parser.add_argument(
        "--minutes", type=float, default=10, help="what is not measured by then is left out"
    )
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    counts = sorted(int(each) for each in (given.n or (FEW if given.quick else COUNTS)).split(","))
    measured = Measured(counts)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        bench = Bench(Path(home), 60 * given.minutes)
        try:
            with browser(playwright) as chromium:
                program = f"Chromium {chromium.version}"
            measured.all(bench, playwright, is_quick=given.quick)
        except MissingError as missing:
            print(missing, file=sys.stderr)
            return 3
        except TooLongError:
            print(f"{given.minutes:g} minutes are over", file=sys.stderr)
    print(*builds_table(measured.builds), "", *uses_table(measured.uses), "", *measured.others, sep="\n")
    peers = ", ".join(f"{name} {number}" for name, number in PEERS.items())
    libraries = f"plotly {version('plotly')}, {peers}, {program}"
    print(f"timeline {version('timeline')}, Python {platform.python_version()}, {libraries}")
    return 0


def _used(  # noqa: PLR0913 -- the page, and under which conditions
    bench: Bench, playwright: Playwright, page: Page, address: str, *, token: str, slower: int
) -> Use | None:
    """None if it could not be operated in time."""
    from playwright.sync_api import Error

    if bench.left < 1:
        raise TooLongError
    try:
        return used(playwright, page, address, token, slower=slower, patience=min(PATIENCE, bench.left))
    except (TimeoutError, Error) as error:
        print(f"{page.name}: {error}", file=sys.stderr)
        return None


def _started(bench: Bench) -> str:
    """How long it takes until a command has begun to work."""
    events, folder, _ = bench.events(1)
    bench.run("timeline", "--help")  # what Python compiles, it compiles once
    one = next(path for path in folder.iterdir() if events[0].id in path.name)
    shown = bench.middle("timeline", "--help"), bench.middle("timeline", "check", str(one))
    return "`timeline --help`: {:.3f} s. `timeline check` of one file: {:.3f} s.\n".format(*shown)


def _deck(bench: Bench) -> str:
    _, folder, output = bench.events(DECK)
    deck = bench.run("timeline", "export", "pptx", str(folder), "--all", "-o", f"{output}.pptx")
    return f"A deck of {DECK:,} events: {deck.seconds:.1f} s, {deck.peak:,.0f} MB.\n"


if __name__ == "__main__":
    sys.exit(main())
