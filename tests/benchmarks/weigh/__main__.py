# ruff: noqa: T201 - this command prints
"""What a page of ours weighs beside those of other makers with the same events, as a Markdown table.

Run: python -m tests.benchmarks.weigh [--reps 5] [--n 50]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.weigh.events import made
from tests.benchmarks.weigh.measure import Load, browser, compressed, opened, served, touch, use
from tests.benchmarks.weigh.pages import OURS, PAGES, PEERS, MissingError, write_pages
from tests.conftest import EVENTS
from tests.helpers.curated import grown
from timeline.build import build

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

CACHE = Path.home() / ".cache/timeline-weigh"
#: The page that the others are compared with.
MEASURE = "TimelineJS"
HEAD = (
    "page",
    "requests (third-party)",
    "bytes before the first paint",
    "bytes before a touch",
    "first node, ms",
    "ratio",
    "operable, ms",
    "ratio",
    "blocking, ms",
)


class Runs:
    """What each page came to, a Load for each round; those of ours also tried, and Plotly asked for."""

    def __init__(self) -> None:
        self.plain: dict[str, list[Load]] = {page.name: [] for page in PAGES}
        self.tried: dict[str, list[Load]] = {page.name: [] for page in PAGES if page.is_ours}
        #: Ms from a touch of the embed's chart, if it has one, to Plotly, and how long that blocked.
        self.touches: list[tuple[float, float]] = []

    def round(self, playwright: Playwright, base: str, token: str) -> None:
        """One load of each page, two of ours."""
        for page in PAGES:
            with opened(playwright, page, base) as (tab, load):
                self.plain[page.name].append(load)
                if page.name == "embed.html" and tab.locator(".chart").count():
                    self.touches.append(touch(tab))
                if page.is_ours:
                    use(tab, token)
            if page.is_ours:
                with opened(playwright, page, base, token) as (_, load):
                    self.tried[page.name].append(load)

    def first(self, name: str) -> list[float]:
        return [load.at["first"] for load in self.plain[name]]

    def operable(self, name: str) -> list[float]:
        return [load.operable for load in self.tried.get(name, self.plain[name])]

    def after_touch(self) -> list[float]:
        return [drawn for drawn, _ in self.touches]

    def middle(self, name: str, what: Callable[[Load], float]) -> float:
        return median(what(load) for load in self.plain[name])


def table(runs: Runs) -> list[str]:
    """Lines of Markdown: medians, times in ms with the lowest and the highest."""
    lines = [HEAD, ("---",) * len(HEAD)]
    for name, loads in runs.plain.items():
        lines.append((
            name,
            f"{loads[0].requests} ({loads[0].third_party})",
            f"{runs.middle(name, lambda load: load.bytes_first):,.0f}",
            f"{runs.middle(name, lambda load: load.bytes):,.0f}",
            spread(runs.first(name)),
            ratio(runs.first(name), runs.first(MEASURE)),
            spread(runs.operable(name)),
            ratio(runs.operable(name), runs.operable(MEASURE)),
            f"{runs.middle(name, lambda load: load.blocking):,.0f}",
        ))  # fmt: skip
    return [f"| {' | '.join(line)} |" for line in lines]


def spread(times: Sequence[float]) -> str:
    """The median and, in brackets, the lowest and the highest.

    >>> spread([1500, 900, 1000])
    '1,000 (900–1,500)'
    """
    return f"{median(times):,.0f} ({min(times):,.0f}–{max(times):,.0f})"


def ratio(times: Sequence[float], others: Sequence[float]) -> str:
    """How the medians compare."""
    return f"{median(times) / median(others):.2f}"


def curated() -> tuple[int, dict[str, int]]:
    """How many events the project's own are, and the compressed size of each page of them, in bytes."""
    with tempfile.TemporaryDirectory() as folder:
        count = build(EVENTS, Path(folder)).events
        return count, {name: len(compressed((Path(folder) / name).read_bytes())) for name in OURS}


def verdict(runs: Runs, count: int, sizes: dict[str, int]) -> list[str]:
    """Each target of our pages, and whether it is met."""
    ours, page, others = "embed.html", "index.html", median(runs.operable(MEASURE))
    targets = [
        (f"{ours}: kB of the curated events", sizes[ours] / 1000, grown(20, count, each=0.3)),
        (f"{ours}: kB before a touch", runs.middle(ours, lambda load: load.bytes) / 1000, 20),
        (f"{ours}: first node / {MEASURE}'s", median(runs.first(ours)) / median(runs.first(MEASURE)), 0.32),
        (f"{ours}: operable / {MEASURE}'s", median(runs.operable(ours)) / others, 0.35),
        (f"{page}: operable / {MEASURE}'s", median(runs.operable(page)) / others, 0.45),
    ]
    if runs.touches:
        name = f"{ours}: Plotly after a touch / {MEASURE}'s operable"
        targets.append((name, median(runs.after_touch()) / others, 1.6))
    return [
        f"{'met' if value <= limit else 'MISSED':7}{name}: {value:.2f}, at most {limit}"
        for name, value, limit in targets
    ]


def main() -> int:
    """Print the table and the verdict; 3 where something is missing on this machine."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.weigh", description=__doc__.partition("\n")[0]
    )
    parser.add_argument("--reps", type=int, default=5, help="rounds, of which the medians are taken")
    parser.add_argument("--n", type=int, default=50, help="events")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where npm's packages are kept")
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    events, runs = made(given.n), Runs()
    token = events[given.n // 3].title.partition("[")[2][:-1]
    try:
        with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
            bundle = write_pages(events, Path(name), given.cache)
            with served(Path(name)) as base:
                for number in range(given.reps):
                    print(f"round {number + 1} of {given.reps}", file=sys.stderr)
                    runs.round(playwright, base, token)
            with browser(playwright) as chromium:
                used = f"Chromium {chromium.version}"
    except MissingError as missing:
        print(missing, file=sys.stderr)
        return 3
    peers = ", ".join(f"{name} {number}" for name, number in PEERS.items())
    print(*table(runs), "", sep="\n")
    print(f"{given.n} events, {given.reps} rounds. {bundle}. plotly {version('plotly')}, {peers}, {used}")
    if runs.touches:
        blocked = median(blocked for _, blocked in runs.touches)
        print(f"embed.html: Plotly {spread(runs.after_touch())} ms after a touch, blocking {blocked:,.0f}")
    drawn = median(load.at["plotly"] for load in runs.plain["index.html"])
    print(f"index.html: Plotly by itself after {drawn:,.0f} ms")
    count, sizes = curated()
    sizes_shown = ", ".join(f"{name} {size:,} bytes" for name, size in sizes.items())
    print(f"{count} curated events, compressed: {sizes_shown}")
    print(*verdict(runs, count, sizes), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
