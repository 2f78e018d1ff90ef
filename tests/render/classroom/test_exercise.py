"""What pupils are asked: an order that is not that of time, and no word that tells a date."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.make import day, event, timeline
from tests.helpers.translations import LANGUAGES as CATALOGUES
from timeline.dates.languages import LANGUAGES
from timeline.dates.mentions import spotted
from timeline.language import Language
from timeline.language.dates import date_and_clock, spelled_out
from timeline.model import Moment, Person, Place, Precision, Source, When
from timeline.render.classroom.exercise import exercise, shuffled

#: Those of the page whose dates are also read; in any other, English words and numbers alone are blank.
PAGE_LANGUAGES = ("en", "en-US", *sorted({*CATALOGUES} & {*LANGUAGES}))
#: Words of a date that tell nothing: "of the year".
YEAR = {"года", "року"}
FEBRUARY = When(Moment(date(2025, 2, 1), date(2025, 2, 28), Precision.MONTH), words="February 2025")


def question_title(title: str, language: str = "en", **more: Any) -> str:
    """The title as pupils read it."""
    talks = event("talks", 0, title=title, **more)
    (question,) = exercise(timeline([talks], language=language)).questions
    return question.title


@pytest.mark.parametrize(
    ("language", "title", "question"),
    [
        ("en", "Talks on Monday, 17 February 2025, at 16:00", "Talks on ____, at ____"),
        ("en", "G7 pledges $500 million and 2.5% by 2027", "G7 pledges $500 million and 2.5% by ____"),
        (
            "en",
            "They may march in Mar. 2025, or in the spring of 2026",
            "They may march in ____, or in the ____",
        ),
        ("en", "Mid-Feb talks of Jan, and on Thurs. the eighteenth", "Mid-____ talks of Jan, and on ____"),
        ("en", "The second round, on the Twenty-first of March", "The second round, on the ____"),
        ("en", "The 30-day truce of 17/2", "The ____-day truce of ____"),
        ("de", "Gipfel am Dienstag, Lage Ende Februar", "Gipfel am ____, Lage Ende ____"),
        ("fr", "Il a été reçu le 1er mars, à 16h30", "Il a été reçu le ____, à ____"),
        ("es", "Cumbre del 17 de febrero de 2025", "Cumbre del ____"),
        ("pl", "Spotkanie w lutym", "Spotkanie w ____"),
        ("ru", "Переговоры в феврале, в пятницу", "Переговоры в ____"),
        ("tr", "17 Şubat'ta toplantı", "____'ta toplantı"),
        ("he", "פגישה ב-17 בפברואר", "פגישה ב-____"),
        ("ar", "محادثات في ١٧ فبراير ٢٠٢٥", "محادثات في ____"),
        ("zh", "2025年2月17日在巴黎举行会议", "____在巴黎举行会议"),
    ],
)
def test_a_title_has_a_blank_for_what_tells_a_date(language: str, title: str, question: str) -> None:
    assert question_title(title, language) == question


@given(
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.times(),
    st.sampled_from(PAGE_LANGUAGES),
    st.sampled_from([date_and_clock, spelled_out, lambda when, _: when.edtf]),
)
def test_no_number_month_or_weekday_of_a_date_is_left(
    day: date, clock: time, tag: str, write: object
) -> None:
    language = Language(tag)
    when = When(Moment.day(day, clock.replace(second=0, microsecond=0)))
    left = question_title(f"Gipfel {write(when, language)} Kyiv", tag)  # type: ignore[operator]  # one of the three
    told = re.findall(r"[^\W\d_]{4,}", f"{language.month(day)} {language.day_with_weekday(day)}")
    assert not any(map(str.isdigit, left))
    assert {word for word in told if word in left} <= YEAR


def test_what_a_source_calls_the_date_is_blank_too() -> None:
    sources = (Source("https://example.org/a", "Example News", says="Easter Monday"),)
    assert question_title("Truce on Easter Monday", sources=sources) == "Truce on ____"


def test_the_name_of_a_participant_is_no_month() -> None:
    assert (
        question_title("Theresa May resigns", participants=(Person("Theresa May"),))
        == "Theresa May resigns"
    )


def test_a_house_number_stays_and_a_day_in_a_place_does_not() -> None:
    events = [
        event("a", 0, venue="10 Downing Street", places=(Place("London"),)),
        event("b", 1, venue="Platz des 18. März"),
    ]
    places = {question.place for question in exercise(timeline(events, language="de")).questions}
    assert places == {"10 Downing Street, London", "Platz des ____"}


def test_summaries_quotes_and_disputes_are_no_part_of_a_question() -> None:
    secret = event(
        "a",
        summary="SECRET",
        disputed="SECRET",
        remark="SECRET",
        sources=(Source("https://e.org", "P", quote="SECRET"),),
    )
    assert "SECRET" not in repr(exercise(timeline([secret])).questions)


def test_the_order_of_a_seed_is_that_of_sha_256() -> None:
    events = timeline([event(name, number) for number, name in enumerate("abcde")]).events
    assert ["".join(one.id for one in shuffled(events, seed)) for seed in (1, 2)] == ["cabed", "adbce"]


@given(
    st.lists(st.integers(0, 40), min_size=2, max_size=6).filter(lambda days: len(set(days)) > 1),
    st.integers(),
)
def test_no_seed_gives_the_order_of_time(days: list[int], seed: int) -> None:
    events = timeline([event(f"e{number}", when) for number, when in enumerate(days)]).events
    begun = [one.when.first for one in shuffled(events, seed)]
    assert begun != sorted(begun)


def test_events_that_dates_do_not_part_may_have_each_of_their_numbers() -> None:
    events = [event("a", -20), event("b", 5), event("c", 5), event("d", FEBRUARY), event("e", 30)]
    answers = exercise(timeline(events)).answers
    assert {one.event.id: (one.first, one.last) for one in answers} == {
        "a": (1, 1), "b": (2, 4), "c": (2, 4), "d": (2, 4), "e": (5, 5)
    }  # fmt: skip


def test_letters_lead_from_a_question_to_its_answer() -> None:
    made = exercise(timeline([event(f"Event {chr(65 + number)}", number) for number in range(5)]))
    assert [one.letter for one in made.questions] == ["A", "B", "C", "D", "E"]
    titles = {question.letter: question.title for question in made.questions}
    assert all(titles[answer.letter] == answer.event.title for answer in made.answers)
    assert [answer.event.when for answer in made.answers] == [day(number) for number in range(5)]


def test_a_language_without_a_table_has_the_english_words_and_all_numbers() -> None:
    assert spotted("17 Chwefror", "cy") == ((0, 2),)
