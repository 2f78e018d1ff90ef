"""What was typed becomes a new text of the file: only the lines of the changed fields change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import EVENTS
from tests.helpers.changes import lines_changed
from timeline.editing.form.edits import BadChangeError, Change, changed_bytes, changes_of, new_text
from timeline.editing.form.fields import event_fields
from timeline.editing.form.values import form_values
from timeline.model.records import Fields
from timeline.normalise.format import EventRecord
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_parser import parse

EVENT = b"""\
# how it began
title: 'Talks'   # the first ones
date:
  after: summit  # the one in Paris
  by: 2 days
participants:
  - A   # one
  - B
summary: >  # ours
  They met for the first time in years, in a room without windows, and did not shake hands.
  Then they left.

  Nobody spoke.
sources:
  # the best one
  - url: https://example.org/a
    publisher: Example News   # of record
  - url: https://example.org/b
    publisher: Other News
"""


FIRST = "They met for the first time in years, in a room without windows, and did not shake hands."


def edited(*changes: tuple[list[str | int], Any]) -> tuple[list[str], list[str]]:
    """The lines that go and come."""
    sent = [{"path": path, "value": value} for path, value in changes]
    after, unmade = changed_bytes(EVENT, (), changes_of(sent))
    assert unmade == ()
    return lines_changed(EVENT.decode(), after.decode())


def values(text: bytes) -> dict[str, Any]:
    root, _ = parse(SourceText.of("", text.decode()))
    assert isinstance(root, Fields)
    return form_values(root)


def test_sources_in_another_order_keep_their_lines_and_comments() -> None:
    sent = [
        {"path": ["sources"], "value": ["2", "1", "0"]},
        {"path": ["sources", 2], "value": {"url": "https://example.org/c", "publisher": "New News"}},
        {"path": ["sources", 1, "publisher"], "value": "The Others"},
    ]
    after, unmade = changed_bytes(EVENT, (), changes_of(sent))
    assert unmade == ()
    assert (
        after.decode().partition("sources:\n")[2]
        == """\
  - url: https://example.org/c
    publisher: New News
  - url: https://example.org/b
    publisher: The Others
  # the best one
  - url: https://example.org/a
    publisher: Example News   # of record
"""
    )


def test_saving_one_field_changes_one_line_in_each_of_the_curated_files() -> None:
    files = sorted(EVENTS.glob("2*.yaml"))
    assert files
    for number, file in enumerate(files):
        before = file.read_bytes()
        held = values(before)
        change = [
            Change(("title",), "Another title: shorter"),
            Change(("date",), "1998"),
            Change(("summary",), f"{held['summary'][:-1]}!"),
            Change(("sources", 0, "publisher"), "Another Publisher"),
        ][number % 4]
        after, unmade = changed_bytes(before, (), [change])
        removed, added = lines_changed(before.decode(), after.decode())
        assert (len(removed), len(added), unmade) == (1, 1, ()), file.name


@pytest.mark.parametrize(
    ("path", "value", "removed", "added"),
    [
        (
            ["title"],
            "It's on",
            ["title: 'Talks'   # the first ones"],
            ["title: 'It''s on'   # the first ones"],
        ),
        (["date"], {"after": "summit", "by": "3 days"}, ["  by: 2 days"], ["  by: 3 days"]),
        (["participants"], ["A", "C"], ["  - B"], ["  - C"]),
        (["place"], ["Paris"], [], ["place: Paris"]),
        (["place"], ["Paris", "Rome"], [], ["place: [Paris, Rome]"]),
        (
            ["summary"],
            f"{FIRST}\nThen they all left.\n\nNobody spoke.",
            ["  Then they left."],
            ["  Then they all left."],
        ),
        (["sources", 1, "title"], "A story", [], ["    title: A story"]),
        (
            ["sources", 2],
            {"publisher": "N", "url": "https://example.org/c", "author": ["Doe, Jane"]},
            [],
            ["  - url: https://example.org/c", "    publisher: N", "    author: Doe, Jane"],
        ),
        (["sources", 1], "", ["  - url: https://example.org/b", "    publisher: Other News"], []),
    ],
)
def test_a_change_touches_the_lines_of_its_field(
    path: list[str | int], value: Any, removed: list[str], added: list[str]
) -> None:
    assert edited((path, value)) == (removed, added)


def test_several_changes_of_sources_are_made_in_one_save() -> None:
    removed, added = edited(
        (["sources", 0], ""),
        (["sources", 1, "publisher"], "The Others"),
        (["sources", 2], {"url": "https://example.org/c", "publisher": "N"}),
    )
    assert removed == [
        *("  - url: https://example.org/a", "    publisher: Example News   # of record"),
        "    publisher: Other News",
    ]
    assert added == ["    publisher: The Others", "  - url: https://example.org/c", "    publisher: N"]


def test_what_would_touch_other_lines_is_not_changed() -> None:
    text = b"title: A\nplace:\n  - Paris\n  - url: x   # odd\nsources: [{url: a}]  # best\n"
    after, unmade = changed_bytes(text, (), [Change(("sources", 0, "url"), "b")])
    assert (after, unmade) == (text, (("sources", 0, "url"),))


def test_mark_line_ends_and_encoding_stay() -> None:
    text = "\ufefftitle: Ä\r\nplace: Köln\r\nvenue: x\n".encode()
    after, _ = changed_bytes(text, (), [Change(("place",), ["Łódź"])])
    assert after == "\ufefftitle: Ä\r\nplace: Łódź\r\nvenue: x\n".encode()


def test_an_event_in_a_list_is_changed_in_its_place() -> None:
    text = b"- id: a\n  title: A\n- id: b\n  title: B\n"
    after, _ = changed_bytes(text, (1,), [Change(("title",), "C")])
    assert after == b"- id: a\n  title: A\n- id: b\n  title: C\n"


def test_the_form_shows_each_value_as_text_and_lists() -> None:
    found = values(EVENT)
    assert found["date"] == {"after": "summit", "by": "2 days"}
    assert found["participants"] == ["A", "B"]
    assert found["summary"].endswith("Then they left.\n\nNobody spoke.")
    assert found["sources"][1] == {"url": "https://example.org/b", "publisher": "Other News"}
    assert values(b"key: yes\ndraft: no\nplace: Paris\ntitle: {a: b}\n") == {
        "key": "true",
        "place": ["Paris"],
        "title": None,
    }


def test_the_form_has_every_field_once_and_every_one_a_label_and_help() -> None:
    fields = event_fields()
    assert sorted(field.name for field in fields) == sorted(EventRecord.model_fields)
    (sources,) = (field for field in fields if field.kind == "sources")
    for field in (*fields, *sources.fields):
        assert field.label
        assert field.help.endswith(".")
        assert "`" not in field.help


@pytest.mark.parametrize(
    "sent",
    [
        None,
        {},
        [{"path": ["title"]}],
        [{"path": ["nothing"], "value": "x"}],
        [{"path": ["sources"], "value": ["0", "2"]}],
        [{"path": ["sources"], "value": ""}],
        [{"path": ["sources"], "value": []}],
        [{"path": ["sources", -1], "value": ""}],
        [{"path": ["sources", True], "value": ""}],
        [{"path": ["sources", 0, "path"], "value": ""}],
        [{"path": ["title"], "value": 3}],
        [{"path": ["title"], "value": "\x00"}],
        [{"path": ["title"], "value": "x" * 100_000}],
        [{"path": ["title", "a", "b", "c"], "value": "x"}],
        [{"path": ["title"], "value": {"a": {"b": {"c": "d"}}}}],
    ],
)
def test_what_no_form_sends_is_refused(sent: object) -> None:
    with pytest.raises(BadChangeError):
        changes_of(sent)


def test_a_new_event_is_written_in_the_order_of_fields() -> None:
    sent = [
        Change(("sources", 1), {"publisher": "B", "url": "https://example.org/b"}),
        Change(("track",), "T"),
        Change(("title",), "No"),
    ]
    assert (
        new_text(sent)
        == "title: No\ntrack: T\nsources:\n  - url: https://example.org/b\n    publisher: B\n"
    )
