"""Every phrase of ``dates.tsv`` has exactly its readings."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter

import pytest

from tests.dates.phrases import TABLE, answer, rows, verdicts_of_the_table
from tests.helpers.examples import some_of


def test_every_phrase_of_the_table_has_exactly_its_readings() -> None:
    verdicts = verdicts_of_the_table()
    figures = Counter(verdicts.values())
    print({name: figures[name] for name in ("right", "asked", "refused", "WRONG")})  # noqa: T201 - with -s
    others = [(row, answer(list(row))) for row, found in verdicts.items() if found in ("WRONG", "missed")]
    assert not others, f"{figures}\n" + "\n".join(map(str, others))
    assert len(verdicts) == len(rows()) >= 650
    assert len({row[0].split("-")[0] for row in rows()}) >= 20


STRANGERS = ["not {}", "alas {}", "{} xyz", "99999 {}", "{} 99999", "{} ..", "– {}", "{}/.. /"]


@pytest.mark.parametrize("stranger", STRANGERS)
def test_no_word_or_number_is_dropped_in_silence(stranger: str) -> None:
    read = [row for row in rows() if not row[3].startswith("refused") and row[2][-1] != "/"]
    strange = [
        [language, published, stranger.format(phrase), ""]
        for language, published, phrase, _ in some_of(read[STRANGERS.index(stranger) % 3 :: 3], 100)
    ]
    assert [row for row in strange if answer(row).readings] == []


def test_the_table_reads_the_same_in_any_zone_and_locale_of_the_machine() -> None:
    script = "from tests.dates.phrases import rows, verdict; print(sorted(set(map(verdict, rows()[::25]))))"
    elsewhere = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
        cwd=TABLE.parent.parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert elsewhere == "['asked', 'refused', 'right']\n"
