"""Statements of a summary and the sources that they name by number: "[1]" after a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.event_files import EVENT, Normalised, sources
from timeline.typography.sentences import sentences
from timeline.typography.source_marks import numbers, pieces, renumbered, statements, tally, without_marks

TWO = EVENT + "date: 2025-02-17\n" + sources(("2025-02-18", "yesterday"), ("2025-02-17", "today"))


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("They met. They left.", []),
        ("They met. [1] They left. [1, 2]", []),
        ("They met [1]. They left [2].", []),
        ("He said: “We met. We left.” [1] They ate.[2]", []),
        ("They met.[1, 2] They left.", ['W019 the sentence "They left." names no source']),
        ("They met. [1]", ['W020 no sentence of the summary names source 2, "News 1"']),
        ("They met. [3]", ["E029 the mark [3] names no source: the event has 2 sources"]),
        ("They met in [2024].", []),
    ],
)
def test_statements_and_sources_are_reported_that_do_not_go_together(
    normalised: Normalised, summary: str, found: list[str]
) -> None:
    _, problems = normalised(a=f"{TWO}summary: >\n  {summary}\n")
    assert [f"{problem.code} {problem.message}" for problem in problems] == found


def test_where_marks_are_required_a_summary_without_any_is_warned_of_once(normalised: Normalised) -> None:
    head = "title: T\nstatements: required\n"
    _, problems = normalised(_timeline=head, a=TWO + "summary: They met. They left.\n", b=TWO + "id: b\n")
    assert [(str(each.location), each.code, each.hint) for each in problems if each.code != "W006"] == [
        ("a.yaml:7:10", "W019", "They met. [1]")
    ]


def test_the_place_of_a_fault_is_that_of_the_mark_the_sentence_or_the_source(
    normalised: Normalised,
) -> None:
    folded = "summary: >\n  They met. [4]\n"
    _, problems = normalised(
        a=TWO + "summary: They met. [1, 4] They left.\n",
        b=f"{TWO}id: b\nsummary: They ate. [1]\n",
        c=f"{TWO}id: c\n{folded}",
    )
    assert [(str(each.location), each.code) for each in problems if each.code != "W006"] == [
        ("a.yaml:7:20", "E029"), ("a.yaml:7:27", "W019"), ("b.yaml:6:3", "W020"), ("c.yaml:8:10", "E029"),
    ]  # fmt: skip


SENTENCES = st.lists(
    st.sampled_from(
        ["They met in the U.S. on Monday.", "“We agree,” he said.", "Он уехал.", "No. 10 agreed!"]
    ),
    min_size=1,
    max_size=6,
)


@given(SENTENCES, st.data())
def test_marks_change_no_sentence_and_each_belongs_to_its_own(
    texts: list[str], data: st.DataObject
) -> None:
    named = [tuple(sorted(data.draw(st.sets(st.integers(1, 99), min_size=1, max_size=3)))) for _ in texts]
    space = data.draw(st.sampled_from(["", " "]))
    marked = " ".join(
        f"{text}{space}[{', '.join(map(str, cited))}]" for text, cited in zip(texts, named, strict=True)
    )
    plain = " ".join(texts)
    assert without_marks(marked) == plain
    found = statements(marked)
    assert [statement.text for statement in found] == [each.strip() for each in sentences(plain)] == texts
    assert [statement.sources for statement in found] == named
    assert tally([marked]) == (len(texts), len(texts))
    assert renumbered(marked, lambda number: number) == marked
    assert [cited for _, cited in pieces(marked)] == named


@given(st.text("ab.[] 12,", max_size=40))
def test_any_text_can_be_read_and_loses_nothing_but_its_marks(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == without_marks(text)
    assert {number for _, cited in pieces(text) for number in cited} == set(numbers(text))
