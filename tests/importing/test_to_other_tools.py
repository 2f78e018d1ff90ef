"""What is exported for another tool comes back as it was, if the format can hold it; the rest is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers.imports import faults, imported
from tests.helpers.make import event
from tests.helpers.make import timeline as made
from timeline.dates import resolve
from timeline.importing import convert
from timeline.model import Era, Source, Timeline, When
from timeline.model.export import Exported, ExportOptions
from timeline.render.data.other_tools.markwhen import markwhen
from timeline.render.data.other_tools.timelinejs import timelinejs

FORMATS: list[Callable[[Timeline, ExportOptions], Exported]] = [timelinejs, markwhen]


def when(words: str) -> When:
    (reading,) = resolve(words).readings
    return reading


@pytest.mark.parametrize("export", FORMATS)
def test_an_export_that_was_imported_is_exported_as_it_was(
    export: Callable[[Timeline, ExportOptions], Exported], curated: Timeline, tmp_path: Path
) -> None:
    exported = export(curated, ExportOptions()).content
    found, problems = faults(convert("export", exported), tmp_path)
    assert found is not None, problems
    assert export(found, ExportOptions()).content == exported


@pytest.mark.parametrize("export", FORMATS)
def test_what_a_format_holds_comes_back(
    export: Callable[[Timeline, ExportOptions], Exported], curated: Timeline, tmp_path: Path
) -> None:
    found, problems = faults(convert("export", export(curated, ExportOptions()).content), tmp_path)
    assert found is not None, problems
    before, after = ({each.id: each for each in one.events} for one in (curated, found))
    assert before.keys() == after.keys()
    for id_, one in before.items():
        other = after[id_]
        assert (one.title, one.track, one.summary) == (other.title, other.track, other.summary)
        assert (one.when.first, one.when.last) == (other.when.first, other.when.last)
        assert [(each.url, each.publisher, each.title) for each in one.sources] == [
            (each.url, each.publisher, each.title) for each in other.sources
        ]


@pytest.mark.parametrize(
    "words",
    ["-0043", "0000", "0098", "2025", "2025-02", "2025-02-17", "2025-02-17/2025-03", "2025-02-17T16:05"],
)
def test_a_date_of_a_day_month_or_year_comes_back_from_timelinejs(words: str) -> None:
    exported = timelinejs(made([event("a", when(words))]), ExportOptions())
    assert not any("exactness" in note for note in exported.notes)
    (found,) = imported(exported.content).events
    joined = found["date"] + (f"T{found['time']}" if "time" in found else "")
    assert joined == words


@pytest.mark.parametrize(
    "words", ["1998~", "199X", "2025-21", "[2025-02-01..2025-02-03]", "2025/..", "../2025"]
)
def test_any_other_date_is_shown_in_words_and_named(words: str) -> None:
    exported = timelinejs(made([event("a", when(words))]), ExportOptions())
    (slide,) = json.loads(exported.content)["events"]
    assert slide["display_date"]
    assert slide["start_date"]["year"]
    assert "exactness of dates (1 event)" in exported.notes[0]


def test_marks_of_html_and_markdown_are_words() -> None:
    odd = replace(
        event("a"),
        title="A < B & <b>C</b>",
        summary="x < y & z\n\n2025: a year\n\n# no heading",
        sources=(Source("https://example.org/a?b=1&c=(2)", 'The "Times" & <Co>', title="<i>"),),
    )
    (found,) = imported(timelinejs(made([odd]), ExportOptions()).content).events
    assert found["title"] == odd.title
    assert found["summary"].strip().replace("\n", "\n\n") == odd.summary
    assert found["sources"] == [
        {"url": "https://example.org/a?b=1&c=(2)", "publisher": 'The "Times" & <Co>', "title": "<i>"}
    ]
    exported = markwhen(made([odd]), ExportOptions())
    assert "paragraphs that begin like an event, marked by > (2 events)" in exported.notes[0]
    (found,) = imported(exported.content).events
    assert found["title"] == odd.title


def test_an_era_without_an_end_is_left_out_by_name() -> None:
    eras = (Era("Short", when("2025-02-01/2025-02-03")), Era("Open", when("2025-02-01/..")))
    exported = timelinejs(replace(made([event("a")]), eras=eras), ExportOptions())
    assert [era["text"]["headline"] for era in json.loads(exported.content)["eras"]] == ["Short"]
    assert "eras without an end (1)" in exported.notes[0]
