"""No source differs from the date of an event unnoticed, and no words contradict themselves."""

from __future__ import annotations

from datetime import date

import pytest

from tests.helpers.event_files import EVENT, SOURCE, Normalised, an_event, reported, source, sources
from timeline.dates import resolve

PUBLISHED = date(2025, 2, 20)


@pytest.mark.parametrize(
    ("words", "language", "reason"),
    [
        ("Monday 18 February 2025", "en", "18 February 2025 is a Tuesday, not a Monday"),
        ("lundi 18 février 2025", "fr", "18 February 2025 is a Tuesday, not a Monday"),
        ("Mon 02/18/2025", "en", "18 February 2025 is a Tuesday, not a Monday"),
        ("31 June - 2 July 2025", "en", "June has 30 days"),
        ("2025-02-30", "en", "February 2025 has 28 days"),
        ("2025-366", "en", "2025 has 365 days"),
        ("2025-W54", "en", "2025 has no such week"),
        ("30 February", "en", "February 2025 has 28 days"),
    ],
)
def test_words_that_contradict_the_calendar_are_known_as_such(
    words: str, language: str, reason: str
) -> None:
    found = resolve(words, language=language, published=PUBLISHED)
    assert (found.readings, found.reason, found.is_contradiction) == ((), reason, True)


@pytest.mark.parametrize("words", ["soon after", "Monday 18 February", "1850", "Tuesday", "31 x 2025"])
def test_words_that_are_not_understood_or_leave_out_the_year_contradict_nothing(words: str) -> None:
    assert not resolve(words, published=PUBLISHED).is_contradiction


@pytest.mark.parametrize(("words", "is_contradiction"), [("30 February", True), ("29 February", False)])
def test_a_day_that_no_year_has_needs_no_day_of_publication(words: str, is_contradiction: bool) -> None:
    assert resolve(words).is_contradiction == is_contradiction


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Monday 18 February 2025", "18 February 2025 is a Tuesday, not a Monday"),
        ("30 February", "no year has such a day"),
    ],
)
@pytest.mark.parametrize("other", ["", "  says: 18 February 2025\n"])
def test_a_source_that_contradicts_itself_is_an_error_even_where_the_date_is_known(
    normalised: Normalised, words: str, reason: str, other: str
) -> None:
    other_source = "- url: https://www.example.org/2\n  publisher: Other News\n" + other
    text = EVENT + "date: 2025-02-18\n" + source(says=words) + other_source
    _, problems = normalised(a=text)
    assert [(str(each.location), each.code, each.message) for each in problems] == [
        ("a.yaml:7:9", "E012", f'says "{words}": {reason}')
    ]


@pytest.mark.parametrize("accessed", [{}, {"accessed": "2025-03-01"}])
@pytest.mark.parametrize("words", ["Monday 18 February 2025", "30 February", "2025-02-30"])
def test_a_day_of_publication_that_contradicts_itself_is_an_error(
    normalised: Normalised, words: str, accessed: dict[str, str]
) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-18\n" + source(published=words, **accessed))
    assert reported(outcome) == [("a.yaml:7:14", "E015")]


@pytest.mark.parametrize("words", ["Monday 18 February 2025", "30 February", "2025-02-30"])
def test_a_date_that_contradicts_itself_is_an_error(normalised: Normalised, words: str) -> None:
    assert reported(normalised(a=f"{EVENT}date: {words}\n{SOURCE}")) == [("a.yaml:3:7", "E012")]


def test_words_that_are_merely_not_understood_stay_a_warning(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-18\n" + source(published="2025-02-20", says="soon after"))
    assert reported(outcome) == [("a.yaml:8:9", "W002")]
    assert an_event(outcome).when.edtf == "2025-02-18"


LAST_YEAR, THE_YEAR_BEFORE = ("2025-03-01", "2024"), ("2025-03-01", "2023")
ABOUT_DATE = "disputed: {about: date, text: Papers differ on the year.}\n"


@pytest.mark.parametrize(
    "dispute",
    [
        "disputed: Three hours or four.\n",
        "disputed: News 0 has 2024 and News 1 has 2023.\n",
        "disputed: {about: length, text: Three hours or four.}\n",
        ABOUT_DATE,
    ],
)
def test_no_dispute_excuses_a_date_with_which_no_source_agrees(
    normalised: Normalised, dispute: str
) -> None:
    _, problems = normalised(a=EVENT + "date: 2025\n" + dispute + sources(LAST_YEAR, THE_YEAR_BEFORE))
    assert [(str(each.location), each.code, each.message, each.hint) for each in problems] == [
        (
            "a.yaml:3:7",
            "E014",
            'no source agrees with date 2025: "2024" is 2024; "2023" is 2023',
            "correct date, or add what a source that agrees with it says; a dispute is not enough",
        )
    ]


def test_a_date_that_no_source_states_at_all_needs_no_agreement(normalised: Normalised) -> None:
    text = EVENT + "date: 2025\ndisputed: Three hours or four.\n" + SOURCE
    assert an_event(normalised(a=text)).when.edtf == "2025"


WRITE = "disputed: {about: date, text: how they differ}"
CORRECT_IT = f"correct date or says; if the accounts differ, write {WRITE}"
NAME_IT = f"correct date or says; or name The Herald in disputed, or write {WRITE}"


def two_papers(publisher: str, **fields: str) -> str:
    """A source of that publisher, and one of Other News that says 2025."""
    said = "".join(f", {name}: '{value}'" for name, value in fields.items())
    return (
        f"sources:\n- {{url: 'https://www.example.org/1', publisher: {publisher}{said}}}\n"
        "- {url: 'https://www.example.org/2', publisher: Other News, says: 2025}\n"
    )


@pytest.mark.parametrize(
    ("dispute", "hint"),
    [
        ("", CORRECT_IT),
        (
            "{about: length, text: The Herald has three hours.}",
            "correct date or says; disputed is about length, not date",
        ),
        ("Some papers have another year.", NAME_IT),
        ("The Heralds of that year differ.", NAME_IT),
        ("The Herald2 has another year.", NAME_IT),
        ("a herald came.", NAME_IT),
    ],
)
def test_a_source_that_the_dispute_does_not_excuse_is_a_fault(
    normalised: Normalised, dispute: str, hint: str
) -> None:
    disputed = f"disputed: {dispute}\n" if dispute else ""
    _, problems = normalised(a=EVENT + disputed + "date: 2025\n" + two_papers("The Herald", says="2024"))
    assert [(each.code, each.message, each.hint) for each in problems] == [
        ("E014", 'says "2024" is 2024, but date is 2025', hint)
    ]


@pytest.mark.parametrize(
    ("publisher", "dispute"),
    [
        ("The Herald", "{about: date, text: Some papers have another year.}"),
        ("The Herald", "The Herald has 2024."),
        ("The Herald", "Only the Herald’s reporter has 2024."),
        ("Example News", "2024 is the year of Example News, not of others."),
        ("朝日新聞", "朝日新聞は2024年としている。"),
    ],
)
def test_a_dispute_about_the_date_or_one_that_names_the_source_excuses_it(
    normalised: Normalised, publisher: str, dispute: str
) -> None:
    text = f"{EVENT}disputed: {dispute}\ndate: 2025\n" + two_papers(publisher, says="2024")
    outcome = normalised(a=text)
    assert reported(outcome) == []
    assert [each.agrees for each in an_event(outcome).sources] == [False, True]


def test_a_dispute_about_the_date_in_which_no_source_differs_is_warned_of(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 2025\n" + ABOUT_DATE + two_papers("Example News"))
    assert [(str(each.location), each.code, each.message, each.hint) for each in problems] == [
        (
            "a.yaml:4:19",
            "W010",
            "the dispute is about the date, but no source states another one",
            "what the other source says, or another about",
        )
    ]


def test_a_source_whose_words_cannot_be_read_may_be_the_one_that_differs(normalised: Normalised) -> None:
    text = EVENT + "date: 2025\n" + ABOUT_DATE + two_papers("Example News", says="soon after")
    assert [code for _, code in reported(normalised(a=text))] == ["W002"]


def test_the_event_keeps_what_the_dispute_is_about(normalised: Normalised) -> None:
    fields = "date: 2025\ndisputed: {about: Length, text: Three hours or four.}\nremark: No day is named.\n"
    event = an_event(normalised(a=EVENT + fields + SOURCE))
    assert (event.disputed_about, event.disputed) == ("length", "Three hours or four.")
    assert event.remark == "No day is named."


@pytest.mark.parametrize(
    ("written", "place", "code", "hint"),
    [
        ("{about: size, text: Big.}", "a.yaml:3:19", "E023", "one of those"),
        ("{about: lenght, text: Long.}", "a.yaml:3:19", "E023", "about: length"),
        (
            "{text: Papers differ.}",
            "a.yaml:3:11",
            "E021",
            "disputed: {about: date, text: Papers differ.}",
        ),
        (
            "{about: place}",
            "a.yaml:3:11",
            "E021",
            "disputed: {about: place, text: Accounts of the day differ.}",
        ),
        ("{}", "a.yaml:3:11", "E021", "disputed: {about: date, text: Accounts of the day differ.}"),
        ("{about: place, text: yes}", "a.yaml:3:32", "E021", "text: Accounts of the day differ."),
        ("{about: place, words: x}", "a.yaml:3:26", "E022", "one of about, text"),
        ("[a, b]", "a.yaml:3:11", "E021", "disputed: a"),
    ],
)
def test_a_dispute_with_a_fault_is_the_only_fault(
    normalised: Normalised, written: str, place: str, code: str, hint: str
) -> None:
    text = f"{EVENT}disputed: {written}\ndate: 2025\n" + two_papers("Example News", says="2024")
    assert [(str(each.location), each.code, each.hint) for each in normalised(a=text)[1]] == [
        (place, code, hint)
    ]


SPAN = "date: 2025-02-17/2025-02-20\n"


@pytest.mark.parametrize(
    "says",
    [
        *("17 February 2025", "20 February 2025", "17-20 February 2025", "17-18 February 2025"),
        *("February 2025", "2025-02-20T16:00", "the week of 17 February 2025", "about 18 February 2025"),
    ],
)
def test_a_source_agrees_with_a_span_if_it_names_its_first_or_last_day_or_no_day(
    normalised: Normalised, says: str
) -> None:
    outcome = normalised(a=EVENT + SPAN + source(published="2025-02-21", says=says))
    assert [code for _, code in reported(outcome) if code != "W003"] == []


def test_a_source_that_names_another_day_of_a_span_must_be_about_that_day(normalised: Normalised) -> None:
    said = source(published="2025-02-19", says="yesterday")
    _, problems = normalised(a=EVENT + SPAN + said)
    assert [(str(each.location), each.code, each.message, each.hint) for each in problems] == [
        (
            "a.yaml:8:9",
            "E014",
            'says "yesterday" is Tue 2025-02-18, but date is 2025-02-17/2025-02-20',
            f"if it is about that day alone, write day_of_event: 2; else {CORRECT_IT}",
        )
    ]
    assert reported(normalised(a=EVENT + SPAN + said + "  day_of_event: 2\n")) == []


@pytest.mark.parametrize(
    ("dated", "says", "number", "codes"),
    [
        (SPAN, "Tuesday", "2", []),
        (SPAN, "Monday", "1", []),
        (SPAN, "Thursday", "4", []),
        (SPAN, "Tuesday", "3", ["E014"]),
        (SPAN, "20 February", "5", ["E014"]),
        (SPAN, "21 February", "5", ["E014"]),
        (SPAN, "February 2025", "2", ["E014"]),
        ("date: 2025-02-18\n", "18 February", "1", ["E014"]),
        (SPAN, "Tuesday", "0", ["E023"]),
        (SPAN, "Tuesday", "second", ["E023"]),
    ],
)
def test_the_number_of_the_day_is_checked(
    normalised: Normalised, dated: str, says: str, number: str, codes: list[str]
) -> None:
    said = source(published="2025-02-21", says=says, day_of_event=number)
    assert [code for _, code in reported(normalised(a=EVENT + dated + said))] == codes


@pytest.mark.parametrize(
    ("dated", "span", "hint"),
    [
        (SPAN, "2025-02-17/2025-02-20", "day_of_event: 2"),
        (
            "date: 2025-02-18\n",
            "Tue 2025-02-18",
            "correct date or says, or remove day_of_event",
        ),
    ],
)
def test_a_wrong_number_of_the_day_is_named(
    normalised: Normalised, dated: str, span: str, hint: str
) -> None:
    said = source(says="18 February 2025", day_of_event="3")
    _, problems = normalised(a=EVENT + dated + said)
    assert [(each.code, each.message, each.hint) for each in problems] == [
        ("E014", f'says "18 February 2025" is Tue 2025-02-18, but that is not day 3 of {span}', hint)
    ]


def test_a_day_within_the_span_of_another_source_leaves_the_date_open(normalised: Normalised) -> None:
    said = sources(("2025-02-21", "17-20 Feb 2025"), ("2025-02-21", "Tuesday"))
    _, problems = normalised(a=EVENT + said)
    views = '"17-20 Feb 2025" is 2025-02-17/2025-02-20; "Tuesday" is Tue 2025-02-18 or Tue 2025-02-25'
    assert [(each.code, each.message) for each in problems] == [
        ("E014", f"the sources do not agree on a date: {views}")
    ]
    assert reported(normalised(a=EVENT + said.replace("Tuesday}", "Tuesday, day_of_event: 2}"))) == []
