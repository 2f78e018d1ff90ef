# ruff: noqa: T201 - this command prints
"""Our readings beside those of bare dateparser, on the phrases of dates.tsv.

Run: python -m tests.benchmarks.dates_against_dateparser

- right: one reading, a day or a stretch that the table has as its only one.
- asked: more than one reading, as the table has it.
- refused: no reading. Of these the table wants some; the others are missed.
- WRONG: one reading which the table does not have, or which is more exact than the words. Of a phrase with
  several honest readings dateparser may name one of them: that is counted as right.
"""

from __future__ import annotations

import sys
import warnings
from collections import Counter
from datetime import datetime, time

import dateparser

from tests.dates.phrases import answer, day_of, rows
from timeline.dates.languages import LANGUAGES


def ours(row: list[str]) -> str:
    """The verdict of `timeline.dates.resolve` on a row."""
    found = answer(row)
    if found.status == "refused":
        return "refused"
    readings = [when.edtf for when in found.readings]
    if found.status == "choice":
        return "asked"
    return "right" if readings == [row[3]] else "WRONG"


def theirs(row: list[str]) -> str:
    """dateparser's verdict on a row, from the language and the day of publication only."""
    language, published, phrase, expected = row
    code = language.split("-")[0]
    settings = {}
    base = day_of(published)
    if base:
        settings["RELATIVE_BASE"] = datetime.combine(base, time(12))
    try:
        found = dateparser.parse(phrase, languages=[code] if code in KNOWN else None, settings=settings)
    except (ValueError, OverflowError, RecursionError):
        return "raised"
    if found is None:
        return "refused"
    honest = {reading.partition("T")[0].rstrip("~?%") for reading in expected.split(" or ")}
    return "right" if str(found.date()) in honest else "WRONG"


KNOWN = {"en", *LANGUAGES}
NAMES = ("right", "asked", "refused", "WRONG", "raised")


def main() -> None:
    """Print both, and with an argument the phrases of that verdict of dateparser's."""
    warnings.simplefilter("ignore")
    table = rows()
    verdicts = [(row, ours(row), theirs(row)) for row in table]
    for who, index in (("timeline", 1), ("dateparser", 2)):
        figures = Counter(verdict[index] for verdict in verdicts)
        shares = "  ".join(
            f"{name} {figures[name]:4} ({figures[name] / len(table):4.0%})" for name in NAMES
        )
        print(f"{who:10}  {shares}")
    wanted = sum(row[3].startswith("refused") for row in table)
    languages = {row[0][:2] for row in table} & KNOWN
    print(f"{len(table)} phrases in {len(languages)} languages; {wanted} should be refused")
    for row, _, verdict in verdicts:
        if sys.argv[1:] == [verdict]:
            print(*row, sep="\t")


if __name__ == "__main__":
    main()
