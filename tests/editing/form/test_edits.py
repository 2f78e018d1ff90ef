"""What was typed becomes a new text of the file: only the lines of the changed fields change."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conftest import EVENTS
from tests.helpers.changes import lines_changed
from timeline.editing.form.edits import changed_bytes, new_text
from timeline.editing.form.edits.changes import BadChangeError, Change, changes_of
from timeline.editing.form.shapes import EVENT, PEOPLE, SHARED, TIMELINE
from timeline.editing.form.values import form_values
from timeline.model.records import Fields
from timeline.normalise.format.messages import field_names
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_parser import parse

TALKS = b"""\
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
    after, unmade = changed_bytes(TALKS, (), changes_of(sent))
    assert unmade == ()
    return lines_changed(TALKS.decode(), after.decode())


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
    after, unmade = changed_bytes(TALKS, (), changes_of(sent))
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
        named = next(name for name in ("source", "publisher") if name in held["sources"][0])
        change = [
            Change(("title",), "Another title: shorter"),
            Change(("date",), "1998"),
            Change(("summary",), f"{held['summary'][:-1]}!"),
            Change(("sources", 0, named), "another"),
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
    text = b"title: A\nplace:\n  - Paris\n  - url: x   # odd\nsources: [{url: a},  # best\n  {url: c}]\n"
    after, unmade = changed_bytes(text, (), [Change(("sources", 0, "url"), "b")])
    assert (after, unmade) == (text, (("sources", 0, "url"),))


SETTINGS = b"""\
title: The bridge  # in short
tracks: [Bridge, Council]  # from the top
glossary:  # for readers
  load test: Lorries on a bridge.  # ours
  span: A part of it.
"""


@pytest.mark.parametrize(
    ("changes", "removed", "added"),
    [
        ([(["title"], "A bridge")], ["title: The bridge  # in short"], ["title: A bridge  # in short"]),
        (
            [
                (["tracks", 0, "name"], "Old"),
                (["tracks", 2], {"name": "New"}),
                (["tracks"], ["0", "2", "1"]),
            ],
            ["tracks: [Bridge, Council]  # from the top"],
            ["tracks: [Old, New, Council]  # from the top"],
        ),
        (
            [(["tracks", 1, "colour"], "#123456")],
            ["tracks: [Bridge, Council]  # from the top"],
            [
                *("tracks:  # from the top", "  - Bridge", "  - name: Council"),
                '    colour: "#123456"',
            ],
        ),
        (
            [(["glossary"], {"load test": "Lorries on a bridge.", "pier": "What it stands on."})],
            ["  span: A part of it."],
            ["  pier: What it stands on."],
        ),
        (
            [(["eras", 0], {"from": "1998", "name": "Closed"})],
            [],
            ["eras:", "  - name: Closed", "    from: 1998"],
        ),
        (
            [
                (["corrections", 0], {"text": "It was 1998.", "on": "2025-03-14"}),
                (["corrections", 0, "events"], ["opening"]),
            ],
            [],
            ["corrections:", "  - on: 2025-03-14", "    text: It was 1998.", "    events: [opening]"],
        ),
    ],
)
def test_a_change_of_the_settings_touches_the_lines_of_its_field(
    changes: list[tuple[list[str | int], Any]], removed: list[str], added: list[str]
) -> None:
    sent = changes_of([{"path": path, "value": value} for path, value in changes], TIMELINE)
    after, unmade = changed_bytes(SETTINGS, (), sent, TIMELINE)
    assert unmade == ()
    assert lines_changed(SETTINGS.decode(), after.decode()) == (removed, added)


def test_people_are_added_changed_moved_and_removed_in_their_own_lines() -> None:
    def made(content: bytes, *changes: tuple[list[str | int], Any]) -> str:
        sent = changes_of([{"path": path, "value": value} for path, value in changes], PEOPLE)
        after, unmade = changed_bytes(content, (), sent, PEOPLE)
        assert unmade == ()
        return after.decode()

    first = made(b"", (["people", 0], {"name": "Jane Doe"}), (["people", 1], {"name": "A", "role": "B"}))
    assert first == "- name: Jane Doe\n- name: A\n  role: B\n"
    text = b"# all of them\n- name: Jane Doe  # the first\n  role: Mayor\n- name: A\n"
    assert made(
        text, (["people", 0, "role"], "Chief"), (["people", 2], {"name": "B"}), (["people", 1], ""),
        (["people"], ["1", "0"]),
    ) == "- name: B\n# all of them\n- name: Jane Doe  # the first\n  role: Chief\n"  # fmt: skip
    emptied = made(text, (["people", 0], ""), (["people", 1], ""))
    assert emptied == "# all of them\n[]\n"
    assert made(emptied.encode(), (["people", 0], {"name": "C"})) == "# all of them\n- name: C\n"


def test_mark_line_ends_and_encoding_stay() -> None:
    text = "\ufefftitle: Ä\r\nplace: Köln\r\nvenue: x\n".encode()
    after, _ = changed_bytes(text, (), [Change(("place",), ["Łódź"])])
    assert after == "\ufefftitle: Ä\r\nplace: Łódź\r\nvenue: x\n".encode()


def test_an_event_in_a_list_is_changed_in_its_place() -> None:
    text = b"- id: a\n  title: A\n- id: b\n  title: B\n"
    after, _ = changed_bytes(text, (1,), [Change(("title",), "C")])
    assert after == b"- id: a\n  title: A\n- id: b\n  title: C\n"


def test_the_form_shows_each_value_as_text_and_lists() -> None:
    found = values(TALKS)
    assert found["date"] == {"after": "summit", "by": "2 days"}
    assert found["participants"] == ["A", "B"]
    assert found["summary"].endswith("Then they left.\n\nNobody spoke.")
    assert found["sources"][1] == {"url": "https://example.org/b", "publisher": "Other News"}
    assert values(b"key: yes\ndraft: no\nplace: Paris\ntitle: {a: b}\n") == {
        "key": "true",
        "place": ["Paris"],
        "title": None,
    }


def test_each_form_has_every_field_once_and_every_one_a_label_and_help() -> None:
    for shape in (EVENT, *SHARED):
        own = [field for field in shape.fields if field.name != shape.root]
        inner = [each for field in shape.fields for each in field.fields]
        listed = own or inner
        left_out = {"theme"} if shape is TIMELINE else set()
        assert {field.name for field in listed} == set(field_names(shape.record)) - left_out
        for field in (*own, *inner):
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
