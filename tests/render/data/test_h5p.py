"""The package for H5P: what Moodle and WordPress take."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest

from tests.helpers.make import event
from tests.helpers.make import timeline as made
from timeline.language import Language
from timeline.language.dates import when_in_words
from timeline.model import Era, Moment, Timeline, When
from timeline.model.export import ExportOptions
from timeline.render.data.other_tools.h5p import h5p

#: What the fields startDate and endDate of H5P.Timeline may be, by its semantics.json.
DATE = r"-?\d+(,(1[012]|0?[1-9])(,([12]\d|3[01]|0?[1-9]))?)?"


def opened(timeline: Timeline) -> tuple[dict[str, Any], dict[str, Any]]:
    """The two files of the package: what it is, and its content."""
    with ZipFile(io.BytesIO(h5p(timeline, ExportOptions()).content)) as package:
        assert package.namelist() == ["h5p.json", "content/content.json"]
        about, content = (json.loads(package.read(name)) for name in package.namelist())
    return about, content["timeline"]


def test_every_event_has_the_fields_that_the_content_type_asks_for(curated: Timeline) -> None:
    about, content = opened(curated)
    assert about["mainLibrary"] in {each["machineName"] for each in about["preloadedDependencies"]}
    assert len(content["date"]) == len(curated.events)
    for entry in content["date"]:
        assert entry["headline"]
        assert entry["asset"] == {}
        assert all(re.fullmatch(DATE, entry[name]) for name in ("startDate", "endDate") if name in entry)
    assert sum(entry["text"].count("<a href=") for entry in content["date"]) == len(curated.sources)


def test_texts_have_the_tags_that_the_editor_keeps(curated: Timeline) -> None:
    _, content = opened(curated)
    texts = " ".join(entry["text"] for entry in content["date"])
    assert {*re.findall(r"<(\w+)", texts)} <= {"p", "strong", "em", "a", "ul", "ol", "li"}


@pytest.mark.parametrize(
    ("when", "dates"),
    [
        (When(Moment.day(date(2025, 2, 17))), {"startDate": "2025,2,17"}),
        (
            When(Moment.day(date(2025, 2, 17)), Moment.day(date(2025, 2, 19))),
            {"startDate": "2025,2,17", "endDate": "2025,2,19"},
        ),
    ],
)
def test_a_date_is_a_number_for_the_chart_and_words_in_the_text(when: When, dates: dict[str, str]) -> None:
    _, content = opened(made([replace(event("a"), when=when)]))
    words = when_in_words(when, Language("en"))
    (entry,) = content["date"]
    assert {name: entry[name] for name in ("startDate", "endDate") if name in entry} == dates
    assert entry["text"].startswith(f"<p><strong>{words}</strong>")


def test_an_era_without_an_end_is_left_out_and_named() -> None:
    open_era = Era("War", When(Moment.day(date(2022, 2, 24)), open_end=True))
    timeline = replace(made([event("a")]), eras=(open_era,))
    assert opened(timeline)[1]["era"] == []
    assert "eras without an end (1)" in h5p(timeline, ExportOptions()).notes[0]


def test_markup_in_a_title_is_text() -> None:
    _, content = opened(made([replace(event("a"), title="<b>A</b> & B")]))
    assert content["date"][0]["headline"] == "&lt;b&gt;A&lt;/b&gt; &amp; B"


def test_the_package_has_the_same_bytes_each_time(curated: Timeline) -> None:
    assert h5p(curated, ExportOptions()).content == h5p(curated, ExportOptions()).content
