"""Edits of single entries of a list: no line of another entry is touched."""

from __future__ import annotations

import pytest

from tests.helpers.changes import EVENT, lines_changed
from timeline.rewriting.line_edits import edited
from timeline.rewriting.list_edits import with_texts, without_item

NAMES = "participants:   # who\n  - A   # one\n  # of the second\n  - 'B'\n  - C\ntrack: T\n"


@pytest.mark.parametrize(
    ("wanted", "removed", "added"),
    [
        (["A", "X", "C"], ["  - 'B'"], ["  - X"]),
        (["B", "C"], ["  - A   # one"], []),
        (["A", "B", "C", "D"], [], ["  - D"]),
        (["X", "A", "B", "C"], [], ["  - X"]),
        (["A", "C"], ["  - 'B'"], []),
        ([], ["participants:   # who", "  - A   # one", "  # of the second", "  - 'B'", "  - C"], []),
    ],
)
def test_names_that_stay_keep_their_lines(wanted: list[str], removed: list[str], added: list[str]) -> None:
    after = with_texts(NAMES, (), ("participants",), wanted, ["participants"])
    assert after is not None
    assert lines_changed(NAMES, after) == (removed, added)


def test_names_in_brackets_are_one_line() -> None:
    after = with_texts(EVENT, (), ("participants",), ["A", "B, C"], ["participants"])
    assert after is not None
    assert lines_changed(EVENT, after) == (["participants: [A, B]"], ['participants: [A, "B, C"]'])


def test_a_source_goes_with_its_lines_and_no_others() -> None:
    after = without_item(EVENT, (), ("sources", 1), ["sources"])
    assert after is not None
    assert lines_changed(EVENT, after) == (
        ['  - {url: "https://example.org/b", publisher: Other News}'],
        [],
    )
    after = without_item(EVENT, (), ("sources", 0), ["sources"])
    assert after is not None
    assert lines_changed(EVENT, after) == (
        ["  - url: https://example.org/a", "    publisher: Example News   # of record"],
        [],
    )


def test_comments_among_the_lines_of_a_value_are_never_lost() -> None:
    text = "place:\n  - A\n  - B  # second\n"
    assert edited(text, (), ("place",), ["C"], ["place"]) is None
    assert without_item("related: [a, b] # two\n", (), ("related", 0), ["related"]) is None
    long = " ".join(["word"] * 30)
    after = edited("summary: Short  # in your own words\n", (), ("summary",), long, ["summary"])
    assert after is not None
    assert after.startswith("summary: >  # in your own words\n  word")


def test_a_value_keeps_its_quotation_marks() -> None:
    assert edited("title: 'A'\n", (), ("title",), "it's", ["title"]) == "title: 'it''s'\n"
    assert edited('title: "A"  # x\n', (), ("title",), "B", ["title"]) == 'title: "B"  # x\n'
