"""How hard a text is to read, by a formula from 1967."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.make import event, timeline
from timeline.cli import main
from timeline.cli.common.readability import grade, reading_level

#: 8 words of 40 letters in 2 sentences: 4.71 * 5 + 0.5 * 4 - 21.43.
SIMPLE = "The talks ended. Nobody had signed the agreement."
HARD = "Negotiators nevertheless unanimously condemned the communiqué’s preliminary formulation."


def test_the_grade_follows_from_letters_words_and_sentences() -> None:
    assert grade(SIMPLE) == pytest.approx(4.12)
    assert grade("They met at 10.30 p.m. in the palace.") == grade("They met at 1030 pm in the palace.")
    assert grade("Go.") == 0


@given(st.text(max_size=80))
def test_every_text_has_a_grade(text: str) -> None:
    assert grade(text) >= 0


def test_the_hardest_summaries_are_named_first() -> None:
    held = timeline([event("a", summary=SIMPLE), event("b", summary=HARD), event("c")])
    level = reading_level(held)
    assert level is not None
    assert (level.summaries, [name for name, _ in level.hardest]) == (2, ["b", "a"])


def test_nothing_is_said_of_other_languages_or_of_no_text() -> None:
    assert reading_level(timeline([event("a", summary="Ils ont parlé.")], language="fr")) is None
    assert reading_level(timeline([event("a")])) is None


def test_check_tells_it_only_when_asked_and_never_as_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    story = (
        "sources: [{url: 'https://www.example.org/a', publisher: News, author: ['Doe, Jane', Jane Roe]}]"
    )
    text = f"title: Talks\ntrack: Talks\ndate: 2025-02-17\nsummary: {SIMPLE}\n{story}\n"
    file.write_text(text, encoding="utf-8")
    plain = CliRunner().invoke(main, ["check", str(file)])
    asked = CliRunner().invoke(main, ["check", "--verbose", "--strict", str(file)])
    assert (plain.exit_code, asked.exit_code) == (0, 0)
    assert asked.stdout.removeprefix(plain.stdout).splitlines() == [
        "1 summary at school grade 4 (Automated Readability Index); hardest: a 4",
        "Authors without a given name, cited as organisations: Jane Roe",
    ]
