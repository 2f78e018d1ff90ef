# ruff: noqa: T201 - this command prints
"""The processor time for 5,000 dates, each read for the first time: the median of five runs.

Run: python -m tests.benchmarks.bench_dates
"""

from __future__ import annotations

import time
from datetime import date, timedelta
from statistics import median

from tests.dates.test_dates_read_back import WRITTEN, written
from timeline.dates import resolve

DAYS = [date(2010, 1, 1) + timedelta(days=step) for step in range(5000)]
PUBLISHED = date(2025, 2, 19)


def timed(name: str, phrases: list[str], language: str = "en") -> None:
    """Print the time for all phrases, in ms."""
    resolve("1 xyz", language=language)  # what is loaded once is not counted
    runs = []
    for run in range(5):  # a day further on each time, so that nothing is remembered
        begin = time.process_time()
        found = [
            resolve(phrase, published=PUBLISHED + timedelta(days=run), language=language)
            for phrase in phrases
        ]
        runs.append(1000 * (time.process_time() - begin))
    spent, exact = median(runs), sum(each.status == "exact" for each in found)
    print(f"{name:32} {len(phrases):5} phrases, {exact:5} exact: {spent:6.0f} ms")


def main() -> None:
    """Print a line for each kind of phrase."""
    timed("ISO days", [str(day) for day in DAYS])
    timed("English, written out", [written(day, "en") for day in DAYS])
    timed("English, with weekday", [f"{day:%A, %B} {day.day}, {day.year}" for day in DAYS])
    timed("English, without year", [f"{day:%A}, {day.day} {day:%B}" for day in DAYS])
    for language in sorted(WRITTEN.keys() - {"en"}):
        timed(f"written out, {language}", [written(day, language) for day in DAYS], language)
    timed("not dates", [f"meeting number {number} of the council" for number in range(5000)])


if __name__ == "__main__":
    main()
