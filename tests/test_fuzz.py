"""No bytes and no records make the program raise, and every writer gives back what it was given."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.helpers.attacks import ATTACKS
from tests.helpers.event_files import node
from tests.helpers.examples import examples
from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.model import Source, Timeline
from timeline.model.problems import Problem
from timeline.model.records import Document
from timeline.normalise import normalise
from timeline.normalise.format import EventRecord, PersonRecord, PlaceRecord, SourceRecord, TimelineRecord
from timeline.reading import read
from timeline.render.data import events_csv, events_json
from timeline.render.data.icalendar import feed
from timeline.render.page.json_ld import linked_data
from timeline.render.pictures import svg
from timeline.render.web.templates import script_json

if TYPE_CHECKING:
    import pytest

#: Pieces of event files, of YAML, and of what is neither.
PIECES = [
    "title", "date", "sources", "url", "publisher", "track", "says", ": ", ":", "- ", "-", "\n", "\n  ",
    "\n    ", "[", "]", "{", "}", ", ", "'", '"', "#", " #", "&a ", "*a", "<<: ", "!!str ", "!", "|\n",
    ">\n", "? ", "%", "@", "`", "---\n", "...\n", "\t", "\r", "\\u0000", "\\ud800", "\\U00110000",
    "\ufeff", "\u2028", "\x85", "\x00", "\ud7ff", "2025-02-17", "Monday", "https://www.example.org/story",
    "é", "\U0001f600", "null", "~", "NO", "12:30",
]  # fmt: skip
BYTES = st.binary(max_size=200) | st.lists(
    st.sampled_from([piece.encode() for piece in PIECES]) | st.binary(max_size=3), max_size=60
).map(b"".join)


@examples(2)
@given(BYTES)
def test_no_bytes_make_the_reader_raise(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "2025-02-17-fuzzed.yaml"
    file.write_bytes(content)
    documents, problems = read([file])
    assert len(documents) <= 1
    assert all(isinstance(problem, Problem) and problem.location.line >= 1 for problem in problems)
    normalise(documents)


TEXTS = st.sampled_from(ATTACKS) | st.sampled_from(PIECES).filter(str.isprintable) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]), max_size=30
)  # fmt: skip
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
FIELDS = sorted(
    {field.alias or name for model in (EventRecord, SourceRecord, TimelineRecord, PersonRecord, PlaceRecord)
     for name, field in model.model_fields.items()}
)  # fmt: skip
RECORDS = st.dictionaries(st.sampled_from(FIELDS) | TEXTS, VALUES, max_size=8)
SOURCED = RECORDS.map(
    lambda record: (
        {"title": "Talks", "track": "Talks", "date": "2025", **record}
        | {"sources": [{"url": "https://www.example.org/", "publisher": "Example News", **record}]}
    )
)


@examples(0.6)
@given(VALUES | SOURCED, RECORDS, st.lists(RECORDS, max_size=2), st.lists(RECORDS, max_size=2))
def test_no_records_make_normalise_raise(one: object, head: object, people: object, places: object) -> None:
    named = {"_timeline": head, "_people": people, "_places": places, "2025-02-17-talks": one}
    made, problems = normalise([Document(f"{name}.yaml", node(tree)) for name, tree in named.items()])
    assert made is not None or any(problem.is_error for problem in problems)
    for problem in problems:
        assert str(problem).isascii() or str(problem).replace("\n", "").isprintable()


ADDRESS = "https://example.org/a%2Cb?c=;d"
LINES = TEXTS.map(lambda text: " ".join(text.split()) or "x")


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """A timeline with a drawn text in every field that takes one."""
    events = [
        event(
            f"e{number}", number, draw(LINES), title=draw(LINES), label=draw(LINES), venue=draw(LINES),
            summary=draw(LINES), disputed=draw(LINES), remark=draw(LINES), note=draw(LINES),
            sources=(Source(ADDRESS, draw(LINES), draw(LINES), quote=draw(LINES)),),
        )
        for number in range(draw(st.integers(1, 3)))
    ]  # fmt: skip
    return timeline(
        events, title=draw(LINES), kicker=draw(LINES), standfirst=draw(LINES), credit=draw(LINES)
    )


@examples(0.3)
@given(timelines())
def test_json_and_csv_give_back_every_text(made: Timeline) -> None:
    loaded = json.loads(events_json(made))
    assert [loaded[name] for name in ("title", "kicker", "credit")] == [
        made.title,
        made.kicker,
        made.credit,
    ]
    rows = list(csv.DictReader(io.StringIO(events_csv(made), newline="")))
    for event_, record, row in zip(made.events, loaded["events"], rows, strict=True):
        for name in ("title", "label", "venue", "summary", "disputed", "remark", "note", "track"):
            typed = getattr(event_, name)
            assert record[name] == typed
            assert row[name] in {typed, f"'{typed}"}
            assert row[name][0] not in "=+-@\t\r\uff1d\uff0b\uff0d\uff20"
        assert record["sources"][0]["quote"] == event_.sources[0].quote


@examples(0.3)
@given(timelines())
def test_a_calendar_finds_the_events_and_nothing_else(made: Timeline) -> None:
    written = feed(made)
    entries = Calendar.from_ical(written).walk("VEVENT")
    assert [str(entry["SUMMARY"]) for entry in entries] == [as_text(event_.title) for event_ in made.events]
    assert {name for entry in entries for name in entry} == {
        *("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES"),
        *("STATUS", "URL", "TRANSP"),
    }  # fmt: skip
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75


def as_text(text: str) -> str:
    """A text as a calendar has it: the line ends of Unicode are its own."""
    return text.replace("\u2028", "\n").replace("\u2029", "\n")


@examples(0.3)
@given(timelines())
def test_linked_data_in_a_script_is_what_it_was_and_cannot_end_the_script(made: Timeline) -> None:
    linked = linked_data(made, made.standfirst)
    written = script_json(linked)
    assert json.loads(written) == linked
    assert not set("<\u2028\u2029") & set(written)


@examples(0.3)
@given(timelines())
def test_a_drawing_is_xml_of_the_same_elements_whatever_it_says(made: Timeline) -> None:
    drawn = ET.fromstring(svg.still(made, lay_out(made, 1120)))  # noqa: S314  our own, without a DTD
    plain = replace(made, title="x", kicker="x", events=tuple(replace(e, title="x") for e in made.events))
    other = ET.fromstring(svg.still(plain, lay_out(plain, 1120)))  # noqa: S314  likewise
    by_script = {"font-family", "direction", "text-anchor"}  # a text has them by the letters in it
    elements, plain_elements = (
        {(node.tag, *(name for name in node.attrib if name not in by_script)) for node in root.iter()}
        for root in (drawn, other)
    )
    assert elements == plain_elements
    links = {node.attrib["href"] for node in drawn.iter("{http://www.w3.org/2000/svg}a")}
    assert links == {ADDRESS}
