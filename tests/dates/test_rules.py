"""Every rule reads its own example: what a new rule needs to be tested stands on the rule."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.phrases import MONDAY, WEDNESDAY
from timeline.dates import EXPLANATIONS, edtf, english, resolve
from timeline.dates.english import qualifiers
from timeline.dates.english.calendar.holidays import western_easter
from timeline.dates.english.eras import RULES as ERAS
from timeline.dates.english.relative import anchored
from timeline.dates.english.spelling import RULES as SPELLING
from timeline.dates.english.spelling import tidied
from timeline.dates.languages.relative_order import ONE
from timeline.dates.languages.word_order import CLASSES, in_english_order
from timeline.dates.languages.word_order import RULES as WORD_ORDER
from timeline.dates.refused import Refused
from timeline.dates.rewriting import Rewrite, rewriter
from timeline.dates.rule import Rule
from timeline.model import Moment, When

#: An event whose clock time is known, for the rules that count hours from it.
AT_FOUR = When(Moment.day(MONDAY, time(16)))


@pytest.mark.parametrize("rule", [*edtf.RULES, *english.RULES], ids=lambda rule: rule.example)
def test_every_rule_reads_its_own_example(rule: Rule[Any]) -> None:
    found = resolve(rule.example, published=WEDNESDAY, anchor=AT_FOUR).readings
    assert found
    if rule.explanation:
        assert {when.rule for when in found} == {rule.name}
        assert EXPLANATIONS[rule.name.partition(": ")[0]] == rule.explanation


@pytest.mark.parametrize("ends", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("anchor", ["-9999-01-01", "0001-01-01", "9999-12-31"])
def test_no_rule_fails_at_the_ends_of_the_range_of_years(ends: str, anchor: str) -> None:
    event, published = resolve(anchor).readings[0], date.fromisoformat(ends)
    for rule in (*edtf.RULES, *english.RULES):
        for words in (rule.example, f"before {rule.example}", f"after {rule.example}"):
            found = resolve(words, published=published, anchor=event)
            assert found.readings or found.reason


@pytest.mark.parametrize("rule", qualifiers.RULES, ids=lambda rule: rule.example)
def test_every_qualifier_leaves_a_date_in_its_own_example(rule: Rule[Any]) -> None:
    around = rule.compiled.fullmatch(tidied(rule.example))
    assert around
    assert resolve(around["rest"], published=WEDNESDAY).readings


@pytest.mark.parametrize("rule", anchored.RULES, ids=lambda rule: rule.example)
def test_a_rule_that_counts_from_an_event_reads_nothing_without_one(rule: Rule[Any]) -> None:
    assert resolve(rule.example).status == "refused"


@pytest.mark.parametrize(
    ("rule", "table"),
    [(rule, table) for table in (ERAS, SPELLING, WORD_ORDER, ONE) for rule in table],
    ids=lambda each: getattr(each, "example", ""),
)
def test_every_rewriting_is_needed_for_its_own_example(rule: Rewrite, table: tuple[Rewrite, ...]) -> None:
    assert rewritten(rule.example, table) == rule.result
    assert rewritten(rule.example, [other for other in table if other is not rule]) != rule.result


def rewritten(phrase: str, table: Iterable[Rewrite]) -> str:
    """The phrase as the table leaves it, or why it is refused."""
    try:
        return rewriter(table, CLASSES)(phrase)
    except Refused as refusal:
        return refusal.reason


@pytest.mark.parametrize("rule", [*ERAS, *SPELLING], ids=lambda rule: rule.example)
def test_spelling_applies_every_rewriting(rule: Rewrite) -> None:
    assert tidied(rule.example) == rule.result


@pytest.mark.parametrize("rule", [*WORD_ORDER, *ONE], ids=lambda rule: rule.example)
def test_word_order_applies_every_rewriting(rule: Rewrite) -> None:
    assert in_english_order(rule.example, one=rule in ONE) == rule.result


@given(st.integers(1583, 4000))
def test_western_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    found = western_easter(year)
    assert (found.weekday(), date(year, 3, 22) <= found <= date(year, 4, 25)) == (6, True)
