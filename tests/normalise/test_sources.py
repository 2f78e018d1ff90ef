"""The sources of an event: hosts, authors and dates of publication."""

from __future__ import annotations

import pytest

from tests.helpers.event_files import (
    EVENT,
    Normalised,
    an_event,
    reported,
    source,
)
from timeline.model.sources.origins import origins
from timeline.normalise.format.urls import refusal


@pytest.mark.parametrize("host", ["example\u0661.org", "\u0967.example", "example.\u0662\u0663"])
def test_digits_of_a_host_are_those_from_0_to_9(host: str) -> None:
    assert refusal(f"https://{host}/") == "has a host that cannot be read"


@pytest.mark.parametrize(
    ("host", "codes"),
    [
        ("www.ex\u0430mple.org", ["W008"]),
        ("b\u00fccher.example", []),
        ("\u043f\u0440\u0438\u043c\u0435\u0440.com", []),
        ("\u65e5\u672c\u306ecafe.jp", []),
        ("\u4e00\u4e8c.example", []),
    ],
)
def test_a_host_of_mixed_alphabets_is_warned_of(
    normalised: Normalised, host: str, codes: list[str]
) -> None:
    said = source().replace("www.example.org", host)
    assert [code for _, code in reported(normalised(a=EVENT + "date: 2025-02-17\n" + said))] == codes


@pytest.mark.parametrize(
    "host",
    ["localhost:8000", "intranet", "desk.local", "192.168.1.5", "127.0.0.1", "[::1]"],
)
def test_a_host_that_only_the_author_can_reach_is_warned_of(normalised: Normalised, host: str) -> None:
    said = source().replace("www.example.org", host)
    assert [code for _, code in reported(normalised(a=EVENT + "date: 2025-02-17\n" + said))] == ["W016"]


def test_the_warning_shows_the_host_as_the_network_knows_it(normalised: Normalised) -> None:
    said = source(archived="https://www.ex\u0430mple.org/x")
    _, problems = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    (problem,) = problems
    assert problem.message == (
        'archived "https://www.ex\u0430mple.org/x" may be mistaken for another address; '
        "its host is www.xn--exmple-4nf.org"
    )


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Doe, Jane", ("Doe, Jane",)),
        ("['Doe, Jane', World Bank]", ("Doe, Jane", "World Bank")),
        ("\n  - King, Martin Luther, Jr.\n  - UN", ("King, Martin Luther, Jr.", "UN")),
    ],
)
def test_a_source_names_its_author_or_authors(
    normalised: Normalised, written: str, authors: tuple[str, ...]
) -> None:
    found = an_event(normalised(a=EVENT + "date: 2025-02-17\n" + source(author=written)))
    assert found.sources[0].author == authors


@pytest.mark.parametrize("written", ["''", "{name: Doe}", "['Doe, Jane', '']", "[]"])
def test_an_author_that_is_none_is_a_fault_or_nobody(normalised: Normalised, written: str) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + source(author=written))
    codes = {"''": ["E020"], "{name: Doe}": ["E021"], "['Doe, Jane', '']": ["E020"], "[]": []}
    assert [code for _, code in reported(outcome)] == codes[written]


@pytest.mark.parametrize(
    ("written", "known"),
    [("February 2025", "2025-02"), ("2025-02", "2025-02"), ("2025", "2025")],
)
def test_of_a_publication_no_more_than_the_month_or_year_may_be_known(
    normalised: Normalised, written: str, known: str
) -> None:
    said = source(published=written)
    found = an_event(normalised(a=EVENT + "date: 2025-02-17\n" + said)).sources[0]
    assert (found.published, found.published_as) == (None, known)
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + said + "  says: yesterday\n")
    assert [problem.message for problem in outcome[1]] == [
        f'says "yesterday": published "{written}" is not one day'
    ]


# ---- a day of publication that is inferred


@pytest.mark.parametrize(
    ("written", "known", "parts"),
    [
        ("2025-02-18~", "2025-02-18~", (2025, 2, 18)),
        ("circa 18 February 2025", "2025-02-18~", (2025, 2, 18)),
        ("2025-02-18?", "2025-02-18?", (2025, 2, 18)),
        ("2025-02~", "2025-02~", (2025, 2)),
        ("2025~", "2025~", (2025,)),
    ],
)
def test_an_inferred_date_of_publication_is_kept_as_inferred(
    normalised: Normalised, written: str, known: str, parts: tuple[int, ...]
) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + source(published=written))
    assert reported(outcome) == []
    found = an_event(outcome).sources[0]
    assert (found.published, found.published_as) == (None, known)
    assert (found.published_parts, found.inferred_parts) == ((), parts)


@pytest.mark.parametrize(
    ("says", "days"),
    [
        ("yesterday", ["2025-02-16", "2025-02-17", "2025-02-18"]),
        ("Monday", ["2025-02-17", "2025-02-24"]),
        ("Tuesday", ["2025-02-11", "2025-02-18", "2025-02-25"]),
        ("17 February", ["2025-02-17"]),
    ],
)
def test_words_counted_from_an_inferred_day_are_also_counted_from_its_neighbours(
    normalised: Normalised, says: str, days: list[str]
) -> None:
    said = source(published="2025-02-18~", says=says)
    timeline, problems = normalised(a=EVENT + said)
    if len(days) == 1:
        assert timeline is not None
        assert [event.when.edtf for event in timeline.events] == days
    else:
        hint = ", or ".join(f"date: {day}" for day in days)
        assert [(each.code, each.hint) for each in problems] == [("E013", hint)]
    for day in days:
        found = an_event(normalised(a=f"{EVENT}date: {day}\n{said}")).sources[0]
        assert found.reading is not None
        assert found.reading.edtf == day
        assert sorted([day, *(other.edtf for other in found.others)]) == days
        assert found.decided == ("date" if len(days) > 1 else "")


def test_the_tense_counted_from_an_inferred_day_keeps_what_one_of_the_days_allows(
    normalised: Normalised,
) -> None:
    said = source(published="2025-02-18~", says="Tuesday", tense="past")
    _, problems = normalised(a=EVENT + said)
    assert [(each.code, each.hint) for each in problems] == [
        ("E013", "date: 2025-02-11, or date: 2025-02-18")
    ]


def test_from_an_inferred_month_nothing_can_be_counted(normalised: Normalised) -> None:
    said = source(published="2025-02~", says="yesterday")
    _, problems = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    assert [(each.code, each.message) for each in problems] == [
        ("W002", 'says "yesterday": published "2025-02~" is not one day')
    ]


def test_an_event_may_be_later_than_a_source_whose_day_is_inferred(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-20\n" + source(published="2025-02-18~"))
    assert reported(outcome) == []


def test_sources_are_counted_as_documents_and_by_where_their_text_comes_from(
    normalised: Normalised,
) -> None:
    told = EVENT + "date: 2025-02-17\nsources:\n"
    for address, publisher, origin in (
        ("a", "Paper", ""), ("b", "Paper", ""), ("c", "Gazette", "Reuters"), ("d", "Reuters", ""),
        ("d", "Herald", "REUTERS"), ("e", "Herald", "Paper"), ("f", "Herald", ""),
    ):  # fmt: skip
        told += f"- {{url: 'https://www.example.org/{address}', publisher: {publisher}"
        told += f", origin: {origin}}}\n" if origin else "}\n"
    timeline, _ = normalised(a=told)
    assert timeline is not None
    assert (timeline.documents, origins(timeline.sources)) == (6, ("Paper", "Reuters", "Herald"))


def test_a_main_event_with_too_few_independent_origins_is_warned_of_where_the_timeline_asks(
    normalised: Normalised,
) -> None:
    one = EVENT + "date: 2025-02-17\n" + source(origin="Reuters")
    frame = "title: T\nindependent_origins: 2\n"
    assert reported(normalised(a=one + "key: true\n")) == []
    assert reported(normalised(a=one, _timeline=frame)) == []
    _, problems = normalised(a=one + "key: true\n", _timeline=frame)
    assert [problem.message for problem in problems] == [
        "the sources of this main event have 1 independent origin (Reuters), but independent_origins is 2"
    ]
    assert reported(normalised(a=one, _timeline="title: T\nindependent_origins: two\n")) == [
        ("_timeline.yaml:2:22", "E023")
    ]


@pytest.mark.parametrize(
    ("said", "cited"),
    [
        (source(page="12"), (12, None)), (source(at="83"), (None, 83)), (source(at="1:23"), (None, 83)),
        (source(at="1:02:03"), (None, 3723)), (source(page="twelve"), "page: 12"),
        (source(page="0"), "page: 12"), (source(at="1:75"), "at: 1:23"), (source(at="1m23s"), "at: 1:23"),
    ],
)  # fmt: skip
def test_a_page_is_a_number_and_a_moment_is_in_seconds(
    normalised: Normalised, said: str, cited: object
) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    if outcome[1]:
        assert [(problem.code, problem.hint) for problem in outcome[1]] == [("E023", cited)]
    else:
        found = an_event(outcome).sources[0]
        assert (found.page, found.at) == cited
