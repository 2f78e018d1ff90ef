"""The lines on a page that explain how a date is known."""

from __future__ import annotations

from dataclasses import replace

from tests.dates.phrases import SUMMIT, WEDNESDAY, answer, rows
from tests.helpers.event_files import EVENT, PARIS_TIME, SOURCE, Normalised, Outcome, an_event, source
from timeline.dates import EXPLANATIONS, edtf, english, resolve
from timeline.language.date_rules import DEPENDS, explained
from timeline.language.provenance import date_evidence
from timeline.model import When


def evidence_lines(outcome: Outcome) -> list[str]:
    """The lines under an event's date, each with its phrase in quotation marks."""
    lines = date_evidence(an_event(outcome))
    return [f"{line.attribution} “{line.phrase}”{line.meaning}" for line in lines]


def test_a_weekday_is_told_with_its_paper_and_the_day_it_came_to(normalised: Normalised) -> None:
    told = source(published="2025-02-16", says="Sunday")
    assert evidence_lines(normalised(a=f"{EVENT}date: 2025-02-16\n{told}")) == [
        (
            "Example News of Sunday 16 February 2025 says “Sunday”: Sunday 16 February 2025 "
            "(a weekday on or near the day of publication)."
        )
    ]


def test_a_clock_of_another_city_is_told_by_both_clocks(normalised: Normalised) -> None:
    told = source(published="2025-02-18", zone="Europe/Kyiv", says="18 February 2025, 00:57")
    assert evidence_lines(normalised(a=f"{PARIS_TIME}date: 2025-02-17\n{told}")) == [
        (
            "Example News of Tuesday 18 February 2025 says “18 February 2025, 00:57” (Kyiv time): "
            "Monday 17 February 2025, 23:57 by the clocks of the place."
        )
    ]


def test_what_else_the_words_could_mean_is_told_with_what_decided(normalised: Normalised) -> None:
    told = source(published="2025-02-18~", says="on Monday")
    (line,) = evidence_lines(normalised(a=f"{EVENT}date: 2025-02-17\n{told}"))
    assert line.startswith(
        "Example News of about 18 February 2025 says “on Monday”: Monday 17 February 2025"
    )
    assert line.endswith("could also mean Monday 24 February 2025; the date of the event decides.")


def test_a_plain_date_needs_no_telling(normalised: Normalised) -> None:
    assert evidence_lines(normalised(a=f"{EVENT}date: 2025-02-17\n{SOURCE}")) == []


def every_reading() -> list[When]:
    """The readings of the table and of each rule's own example, and one counted from an event."""
    answers = [
        *map(answer, rows()),
        *(
            resolve(rule.example, published=WEDNESDAY, anchor=resolve("2025-02-17T16:00").readings[0])
            for rule in (*edtf.RULES, *english.RULES)
        ),
    ]
    beside = replace(SUMMIT, rule="counted from another event: Summit")
    return [*(when for found in answers for when in found.readings), beside]


def test_every_rule_has_a_sentence_and_every_sentence_a_rule() -> None:
    assert {when.rule.partition(": ")[0] for when in every_reading()} == set(EXPLANATIONS)


def test_the_sentences_are_few_and_leave_no_gap_to_fill() -> None:
    sentences = {*(each.text for each in EXPLANATIONS.values()), DEPENDS}
    assert len(sentences) <= 50
    assert [text for text in sentences if not text[0].isalpha() or set(text) & set("{}%:.")] == []


def test_a_date_is_said_to_depend_on_publication_exactly_where_it_does() -> None:
    """In the sentence or after it: without a day of publication such phrases cannot be read."""
    wrong = []
    for row in rows():
        depends = answer([row[0], "-", row[2]]).readings == ()
        said = ["publication" in explained(when) for when in answer(row).readings]
        wrong += [row] if said and said != [depends] * len(said) else []
    assert wrong == []


def test_what_the_words_leave_out_is_said_of_dates_in_any_script() -> None:
    def told_of(words: str, language: str) -> set[str]:
        found = resolve(words, published=WEDNESDAY, language=language)
        return {explained(when) for when in found.readings}

    assert told_of("17 فبراير", "ar") == {f"the date as written; {DEPENDS}"}
    assert told_of("١٧ فبراير ٢٠٢٥", "ar") == {"the date as written"}
    assert told_of("late last year", "en") == {f"{EXPLANATIONS['third of a year'].text}; {DEPENDS}"}


def test_each_sentence_is_translated_and_the_name_of_an_event_is_not() -> None:
    def loudly(text: str) -> str:
        return text if "%(" in text else text.upper()

    when = replace(SUMMIT, words="17 and 18 February", rule="from the sources: two days")
    assert explained(when, loudly) == (
        "FROM THE FIRST DATE TO THE LAST; WHAT THE WORDS LEAVE OPEN DEPENDS ON THE DAY OF PUBLICATION"
    )
    beside = replace(when, rule="counted from another event: Summit: day 2")
    assert explained(beside, loudly) == "COUNTED FROM THE DATE OF ANOTHER EVENT: “Summit: day 2”"
