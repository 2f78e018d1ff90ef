"""Edits of single fields of an event file: no other line is touched."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.changes import EVENT, lines_changed
from timeline.rewriting.line_edits import edited

ORDER = ["title", "label", "date", "place", "track", "participants", "summary", "sources"]


@pytest.mark.parametrize(
    ("path", "value", "removed", "added"),
    [
        (
            ("title",),
            "B: C",
            ["title: Talks in Paris   # the first ones"],
            ['title: "B: C"   # the first ones'],
        ),
        (("date",), "1998", ["date: 1998-03-05"], ["date: 1998"]),
        (("label",), "Short", [], ["label: Short"]),
        (("place",), ["X", "Y"], [], ["place: [X, Y]"]),
        (("participants",), "", ["participants: [A, B]"], []),
        (("summary",), "New.", ["  They met.", "  Then they left."], ["  New."]),
        (("summary",), "They met.\n\nThen all left.", ["  Then they left."], ["  Then all left."]),
        (
            ("sources", 0, "publisher"),
            "C",
            ["    publisher: Example News   # of record"],
            ["    publisher: C   # of record"],
        ),
        (("sources", 0, "title"), "T", [], ["    title: T"]),
    ],
)
def test_an_edit_touches_only_the_lines_of_its_field(
    path: tuple[str | int, ...], value: Any, removed: list[str], added: list[str]
) -> None:
    order = ORDER if len(path) == 1 else ["url", "publisher", "title"]
    after = edited(EVENT, (), path, value, order)
    assert after is not None
    assert lines_changed(EVENT, after) == (removed, added)


def test_an_edit_that_would_touch_more_is_given_up() -> None:
    assert edited(EVENT, (), ("sources", 1, "publisher"), "C", ["url", "publisher"]) is None, "comments"
    assert edited("- {id: a, title: A}\n", (0,), ("title",), "B", ORDER) is None
    assert edited("title: [", (), ("title",), "B", ORDER) is None


def test_sources_in_brackets_are_written_anew_with_all_their_fields() -> None:
    text = 'title: A\nsources: [{url: "https://example.org/a", publisher: B, tense: past}]\ntrack: T\n'
    after = edited(text, (), ("sources", 0, "publisher"), "C", ["url", "publisher"])
    assert after == (
        "title: A\nsources:\n  - url: https://example.org/a\n    publisher: C\n    tense: past\ntrack: T\n"
    )


def test_an_event_in_a_list_is_edited_in_its_place() -> None:
    text = "- id: a\n  title: A\n  track: T\n# between\n- id: b\n  title: B\n  track: T\n"
    after = edited(text, (1,), ("title",), "C", ["id", *ORDER])
    assert after == "- id: a\n  title: A\n  track: T\n# between\n- id: b\n  title: C\n  track: T\n"
    after = edited(text, (0,), ("place",), "P", ["id", *ORDER])
    assert (
        after == "- id: a\n  title: A\n  place: P\n  track: T\n# between\n- id: b\n  title: B\n  track: T\n"
    )
