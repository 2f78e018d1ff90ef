# ruff: noqa: T201 - this command prints
"""How long the largest hostile files and phrases take; ends with 1 where one takes longer than it may.

Run: python -m tests.benchmarks.hostile
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from time import process_time

from tests.helpers.hostile import HOSTILE_PIECES, LARGEST, faulty_events, hostile_phrase, not_events
from timeline.build import check
from timeline.dates import resolve
from timeline.typography import fit

#: Seconds that a file and a phrase may take: two seconds for a file, and some for a slow machine.
OF_A_FILE, OF_A_PHRASE = 6.0, 0.1
LANGUAGES = ("en", "de", "es", "ja")


def timed(name: str, most: float, work: Callable[[], object]) -> bool:
    """Do it and print its time; whether it took no longer than it may."""
    begun = process_time()
    work()
    spent = process_time() - begun
    print(f"{spent:8.3f} s  {name}{'' if spent <= most else f'  TOO LONG: more than {most} s'}")
    return spent <= most


def of_phrases(language: str) -> bool:
    """Whether each hostile phrase of the language is answered in time."""
    resolve("17 xyz", language=language)  # loads the words of the language, and dateparser
    phrases = [*map(hostile_phrase, HOSTILE_PIECES), "17 February " * 900]
    in_time = []
    for phrase in phrases:
        work = partial(resolve, phrase, published=date(2025, 2, 19), language=language)
        in_time.append(timed(f"{language}: {phrase[:20]}…", OF_A_PHRASE, work))
    return all(in_time)


def main() -> int:
    """Print a line for each file and phrase."""
    texts = {name: text for name, (text, _) in not_events(LARGEST).items()} | faulty_events(LARGEST)
    os.chdir(tempfile.mkdtemp())
    file = Path("a.yaml")
    in_time = []
    for name, text in texts.items():
        file.write_text(text, encoding="utf-8")
        in_time.append(timed(name, OF_A_FILE, lambda: check([file])))
    in_time += map(of_phrases, LANGUAGES)
    in_time.append(timed("half a million letters for a label", 2, lambda: fit("word " * 100_000, 13, 100)))
    return 0 if all(in_time) else 1


if __name__ == "__main__":
    sys.exit(main())
