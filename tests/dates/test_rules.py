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


def test_every_rule_reads_its_own_example() -> None:
    rules = [*edtf.RULES, *english.RULES]
    assert len(rules) >= 200
    assert [rule.example for rule in rules if not reads_its_example(rule)] == []


def reads_its_example(rule: Rule[Any]) -> bool:
    """Whether there are readings and, of a rule with an explanation, all by this rule."""
    found = resolve(rule.example, published=WEDNESDAY, anchor=AT_FOUR).readings
    if not found or not rule.explanation:
        return bool(found)
    named = EXPLANATIONS[rule.name.partition(": ")[0]]
    return {when.rule for when in found} == {rule.name} and named == rule.explanation


@pytest.mark.parametrize("ends", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("anchor", ["-9999-01-01", "0001-01-01", "9999-12-31"])
def test_no_rule_fails_at_the_ends_of_the_range_of_years(ends: str, anchor: str) -> None:
    event, published = resolve(anchor).readings[0], date.fromisoformat(ends)
    for rule in (*edtf.RULES, *english.RULES):
        for words in (rule.example, f"before {rule.example}", f"after {rule.example}"):
            found = resolve(words, published=published, anchor=event)
            assert found.readings or found.reason


def test_every_qualifier_leaves_a_date_in_its_own_example() -> None:
    rest = {}
    for rule in qualifiers.RULES:
        around = rule.compiled.fullmatch(tidied(rule.example))
        rest[rule.example] = around["rest"] if around else ""
    assert rest
    unread = {
        example for example, words in rest.items() if not resolve(words, published=WEDNESDAY).readings
    }
    assert unread == set()


def test_a_rule_that_counts_from_an_event_reads_nothing_without_one() -> None:
    assert {rule.example: resolve(rule.example).status for rule in anchored.RULES} == {
        rule.example: "refused" for rule in anchored.RULES
    }


@pytest.mark.parametrize(
    "table", [ERAS, SPELLING, WORD_ORDER, ONE], ids=["eras", "spelling", "order", "one"]
)
def test_every_rewriting_is_needed_for_its_own_example(table: tuple[Rewrite, ...]) -> None:
    assert {rule.example: rewritten(rule.example, table) for rule in table} == results(table)
    idle = []
    for rule in table:
        others = [other for other in table if other is not rule]
        idle += [rule.example] if rewritten(rule.example, others) == rule.result else []
    assert idle == []


def results(rules: Iterable[Rewrite]) -> dict[str, str]:
    """The example of each rule and what it becomes."""
    found = {rule.example: rule.result for rule in rules}
    assert found
    return found


def rewritten(phrase: str, table: Iterable[Rewrite]) -> str:
    """The phrase as the table leaves it, or why it is refused."""
    try:
        return rewriter(table, CLASSES)(phrase)
    except Refused as refusal:
        return refusal.reason


def test_spelling_applies_every_rewriting() -> None:
    rules = [*ERAS, *SPELLING]
    assert {rule.example: tidied(rule.example) for rule in rules} == results(rules)


def test_word_order_applies_every_rewriting() -> None:
    found = {rule.example: in_english_order(rule.example, one=rule in ONE) for rule in (*WORD_ORDER, *ONE)}
    assert found == results((*WORD_ORDER, *ONE))


@given(st.integers(1583, 4000))
def test_western_easter_is_a_sunday_from_22_march_to_25_april(year: int) -> None:
    found = western_easter(year)
    assert (found.weekday(), date(year, 3, 22) <= found <= date(year, 4, 25)) == (6, True)
