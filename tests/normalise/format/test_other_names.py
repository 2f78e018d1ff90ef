"""Fields that are called otherwise elsewhere: one fault each, with the line as it is written here."""

from __future__ import annotations

import pytest

from tests.helpers.event_files import Normalised
from timeline.normalise.format import EventRecord, SourceRecord
from timeline.normalise.format.other_names import _HERE

EVENT = {
    "title": "title: Leaders meet",
    "date": "date: 2025-02-17",
    "track": "track: Europe",
    "sources": "sources: [{url: https://www.example.org/a, publisher: News}]",
}


def with_line(line: str, *, instead_of: str = "") -> str:
    lines = [each for name, each in EVENT.items() if name != instead_of]
    return "\n".join([*lines, line, ""])


@pytest.mark.parametrize(
    ("line", "meant", "hint"),
    [
        ("headline: Leaders meet", "title", "title: Leaders meet"),
        ("start_date: 2025-02-17", "date", "date: 2025-02-17"),
        ("group: Europe", "track", "track: Europe"),
        ("Link: https://www.example.org/x", "sources",
         "sources: [{url: https://www.example.org/x, publisher: Example News}]"),
        ("source: my notes", "sources",
         ('"sources:", below it "  - url: https://www.example.org/story", on the next line '
         '"    publisher: Example News"')),
    ],
)  # fmt: skip
def test_a_field_by_another_name_is_one_fault_with_the_line_to_write(
    normalised: Normalised, line: str, meant: str, hint: str
) -> None:
    _, problems = normalised(a=with_line(line, instead_of=meant))
    name = line.partition(":")[0]
    assert [(each.code, each.message, each.hint) for each in problems] == [
        ("E022", f'field "{name}" is unknown; its name here is {meant}', hint)
    ]


def test_an_end_beside_the_date_becomes_part_of_it(normalised: Normalised) -> None:
    _, problems = normalised(a=with_line("end: 2025-02-18"))
    assert [each.hint for each in problems] == [
        "date: 2025-02-17/2025-02-18, from the first day to the last"
    ]


def test_a_source_by_other_names_is_a_fault_for_each(normalised: Normalised) -> None:
    line = "sources: [{link: https://www.example.org/a, outlet: News}]"
    _, problems = normalised(a=with_line(line, instead_of="sources"))
    assert [each.hint for each in problems] == ["url: https://www.example.org/a", "publisher: News"]


def test_a_list_in_one_text_is_taken_apart(normalised: Normalised) -> None:
    _, problems = normalised(a=with_line("participants: Macron, Starmer and Scholz"))
    assert [each.hint for each in problems] == ["participants: [Macron, Starmer, Scholz]"]


def test_no_name_of_ours_passes_for_another() -> None:
    """A name in the table may be a field of one record only where it is none of another."""
    assert not {*_HERE} & {*EventRecord.model_fields}
    assert {*_HERE} & {*SourceRecord.model_fields} == {"source", "url"}
