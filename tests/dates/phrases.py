"""The table of phrases ``dates.tsv``, and what the tests of dates share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from timeline.dates import resolve
from timeline.model import Moment, Resolution, When

TABLE = Path(__file__).parent / "dates.tsv"
MONDAY, WEDNESDAY = date(2025, 2, 17), date(2025, 2, 19)
SUMMIT = When(Moment.day(MONDAY), Moment.day(date(2025, 2, 18)))


def rows() -> list[list[str]]:
    """Language, publication day or "-", phrase, and the readings or the refusal."""
    lines = TABLE.read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def answer(row: list[str]) -> Resolution:
    return resolve_once(row[2], row[1], row[0])


@cache
def resolve_once(phrase: str, published: str, language: str) -> Resolution:
    return resolve(phrase, published=day_of(published), language=language)


def day_of(published: str) -> date | None:
    return None if published == "-" else date.fromisoformat(published)


def edtf(found: Resolution) -> list[str]:
    return [when.edtf for when in found.readings]


def spelt(when: When) -> When:
    """The date without the words and the rule that read it."""
    return replace(when, words="", rule="")


def verdict(row: list[str]) -> str:
    """``right``, ``asked``, ``refused`` as the table has it, ``missed`` where it has more, or ``WRONG``."""
    found, expected = answer(row), row[3]
    if expected.startswith("refused: "):
        is_expected = found.status == "refused" and expected.removeprefix("refused: ") in found.reason
        return "refused" if is_expected and found.hint else "WRONG"
    if " or ".join(edtf(found)) == expected:
        return "asked" if " or " in expected else "right"
    return "WRONG" if found.status == "exact" else "missed"


@cache
def verdicts_of_the_table() -> dict[tuple[str, ...], str]:
    return {tuple(row): verdict(row) for row in rows()}
