"""One row per event: in a DataFrame, in JSON and in CSV, all saying the same."""

import csv
import io
import json
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import (
    Checked,
    Correction,
    Event,
    Moment,
    Person,
    Place,
    Precision,
    Source,
    Term,
    Timeline,
    Track,
    When,
)
from timeline.render.data import events_csv, events_json
from timeline.render.data.table import COLUMNS, frame

PARIS = Place("Paris", "France", 48.8566, 2.3522, "Europe/Paris", ("París",))
MONDAY = When(
    Moment.day(date(2025, 2, 17), time(16)),
    words="2025-02-17",
    rule="ISO day",
    zone="Europe/Paris",
)
SUMMIT = Event(
    id="paris-summit",
    title="European leaders meet in Paris",
    label="Summit in Paris",
    when=MONDAY,
    track="Europe",
    kind="summit",
    key=True,
    places=(PARIS,),
    venue="Élysée Palace",
    participants=(Person("Emmanuel Macron", "President"), Person("Keir Starmer")),
    summary="They met.\n\nThey left.",
    related=("riyadh-talks",),
    added=date(2025, 2, 20),
    checked=Checked("A. Editor", date(2025, 3, 20)),
    sources=(
        Source(
            "https://www.example.org/a",
            "Example News",
            "Headline",
            ("Doe, Jane",),
            published=date(2025, 2, 17),
            says="Monday",
            reading=When(Moment.day(date(2025, 2, 17)), words="Monday"),
        ),
        Source("https://www.example.org/b", "Example News"),
        Source("https://www.example.com/c", "Agency", origin="Reuters"),
    ),
)
SOMETIME = Event(
    id="plan",
    title="A plan",
    label="A plan",
    when=When(
        Moment(date(2025, 3, 1), date(2025, 3, 31), Precision.MONTH, approximate=True), words="c. March"
    ),
    track="Europe",
    status="announced",
    sources=(Source("https://www.example.com/d", "Agency"),),
)
TIMELINE = Timeline(
    title="Élan",
    language="fr",
    events=(SUMMIT, SOMETIME),
    tracks=(Track("Europe", "#123456"),),
    glossary=(Term("quorum", "Enough."),),
    updated=date(2025, 3, 14),
    corrections=(Correction(date(2025, 3, 14), "It was Monday.", ("paris-summit",)),),
)


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_an_event_is_one_row_whose_every_cell_is_plain() -> None:
    assert frame(TIMELINE).iloc[0].to_dict() == {
        "id": "paris-summit",
        "title": "European leaders meet in Paris",
        "label": "Summit in Paris",
        "as_stated": "2025-02-17",
        "edtf": "2025-02-17T16:00:00+01:00",
        "start": "2025-02-17",
        "end": "2025-02-17",
        "clock": "16:00",
        "precision": "minute",
        "approximate": False,
        "calendar": "",
        "rule": "ISO day",
        "zone": "Europe/Paris",
        "track": "Europe",
        "kind": "summit",
        "status": "held",
        "key": True,
        "note": "",
        "draft": False,
        "place": "Paris",
        "venue": "Élysée Palace",
        "country": "France",
        "latitude": 48.8566,
        "longitude": 2.3522,
        "participants": ["Emmanuel Macron", "Keir Starmer"],
        "summary": "They met.\n\nThey left.",
        "disputed": "",
        "disputed_about": "",
        "remark": "",
        "discussion": "",
        "related": ["riyadh-talks"],
        "added": "2025-02-20",
        "updated": None,
        "checked_by": "A. Editor",
        "checked_on": "2025-03-20",
        "url": "https://www.example.org/a",
        "publishers": ["Example News", "Agency"],
        "origins": ["Example News", "Reuters"],
        "source_origins": ["", "", "Reuters"],
        "sources": [
            {
                "url": "https://www.example.org/a",
                "publisher": "Example News",
                "title": "Headline",
                "author": ["Doe, Jane"],
                "published": "2025-02-17",
                "accessed": None,
                "archived": "",
                "language": "en",
                "kind": "press",
                "says": "Monday",
                "says_language": "",
                "reading": "2025-02-17",
                "agrees": True,
                "published_as": "",
                "zone": "",
                "others": [],
                "decided": "",
                "quote": "",
                "speaker": "",
                "origin": "",
                "page": None,
                "at": None,
                "also_archived": [],
                "unarchivable": "",
            },
            *(
                {
                    "url": url,
                    "publisher": publisher,
                    "title": "",
                    "author": [],
                    "published": None,
                    "accessed": None,
                    "archived": "",
                    "language": "en",
                    "kind": "press",
                    "says": "",
                    "says_language": "",
                    "reading": None,
                    "agrees": None,
                    "published_as": "",
                    "zone": "",
                    "others": [],
                    "decided": "",
                    "quote": "",
                    "speaker": "",
                    "origin": origin,
                    "page": None,
                    "at": None,
                    "also_archived": [],
                    "unarchivable": "",
                }
                for url, publisher, origin in [
                    ("https://www.example.org/b", "Example News", ""),
                    ("https://www.example.com/c", "Agency", "Reuters"),
                ]
            ),
        ],
    }


def test_the_columns_are_those_documented_in_their_order() -> None:
    assert list(frame(TIMELINE).columns) == list(COLUMNS)


def test_an_imprecise_date_keeps_its_precision() -> None:
    cells = frame(TIMELINE).iloc[1]

    assert cells[["edtf", "start", "end", "clock", "precision"]].tolist() == [
        "2025-03~",
        "2025-03-01",
        "2025-03-31",
        "",
        "month",
    ]
    assert cells["approximate"]


def test_a_month_of_the_julian_calendar_has_its_days_and_names_its_calendar() -> None:
    when = replace(
        When(Moment(date(1722, 2, 12), date(1722, 3, 11), Precision.MONTH, calendar="julian")),
        words="February 1722",
    )
    row = frame(replace(TIMELINE, events=(replace(SUMMIT, when=when),))).iloc[0]
    assert row[["as_stated", "edtf", "start", "end", "precision", "calendar"]].tolist() == [
        "February 1722",
        "[1722-02-12..1722-03-11]",
        "1722-02-12",
        "1722-03-11",
        "month",
        "julian",
    ]


@pytest.mark.parametrize(
    ("when", "end", "clock"),
    [
        (When(Moment.day(date(2025, 2, 17)), Moment.day(date(2025, 2, 18))), "2025-02-18", ""),
        (When(Moment.day(date(2025, 2, 17)), open_end=True), "", ""),
        (
            When(Moment.day(date(2025, 2, 17), time(16)), Moment.day(date(2025, 2, 17), time(19, 30))),
            "2025-02-17",
            "16:00/19:30",
        ),
        (When(Moment.day(date(1, 1, 1)), Moment.day(date(9999, 12, 31))), "9999-12-31", ""),
        (When(Moment.day(date(2025, 2, 17)), unknown_end=True), "", ""),
        (When(Moment.day(date(2025, 2, 17), time(23, 30), timedelta(0))), "2025-02-17", "23:30Z"),
        (
            When(Moment.day(date(2025, 10, 26), time(2, 30), timedelta(hours=1)), zone="Europe/Paris"),
            "2025-10-26",
            "02:30+01:00",
        ),
    ],
)
def test_a_span_ends_on_its_last_day_and_an_open_one_does_not_end(when: When, end: str, clock: str) -> None:
    table = frame(Timeline(title="Spans", events=(replace(SUMMIT, when=when),), tracks=()))

    assert table[["end", "clock"]].iloc[0].tolist() == [end, clock]


@pytest.mark.parametrize("lack", ["open_start", "unknown_start"])
def test_a_span_without_a_known_start_has_its_last_day_alone(lack: str) -> None:
    lacks: dict[str, Any] = {lack: True}
    when = When(Moment.day(date(2025, 2, 17)), **lacks)
    table = frame(Timeline(title="Spans", events=(replace(SUMMIT, when=when),), tracks=()))

    assert table[["start", "end"]].iloc[0].tolist() == ["", "2025-02-17"]


def test_a_call_between_two_places_names_both_and_lies_at_the_first() -> None:
    call = replace(SUMMIT, places=(Place("Washington", "United States"), PARIS))
    table = frame(Timeline(title="Call", events=(call,), tracks=()))

    assert table[["place", "country"]].iloc[0].tolist() == ["Washington | Paris", "United States"]
    assert table["latitude"].isna().all()


def test_json_holds_the_timeline_its_columns_and_the_rows_of_the_table() -> None:
    data = json.loads(events_json(TIMELINE))

    assert data["events"][0] == frame(TIMELINE).iloc[0].to_dict()
    assert data["events"][1]["latitude"] is None
    assert data["columns"] == COLUMNS
    assert {name: value for name, value in data.items() if name not in {"columns", "kinds", "events"}} == {
        "format": "timeline-events/1",
        "title": "Élan",
        "kicker": "",
        "standfirst": "",
        "language": "fr",
        "base_url": "",
        "credit": "",
        "tracks": [{"name": "Europe", "colour": "#123456"}],
        "eras": [],
        "glossary": [{"term": "quorum", "meaning": "Enough."}],
        "updated": "2025-03-14",
        "corrections": [{"on": "2025-03-14", "text": "It was Monday.", "events": ["paris-summit"]}],
    }


def test_json_is_utf8_text_with_no_nan_and_a_last_line_end() -> None:
    text = events_json(TIMELINE)

    assert "Élysée Palace" in text
    assert "NaN" not in text
    assert text.endswith("}\n")


def test_csv_has_a_header_and_one_record_per_event() -> None:
    header, summit, plan = rows_of(events_csv(TIMELINE))
    cells = dict(zip(header, summit, strict=True))

    assert header == list(COLUMNS)
    assert cells["participants"] == "Emmanuel Macron | Keir Starmer"
    assert cells["publishers"] == "Example News | Agency"
    assert cells["sources"] == (
        "Example News <https://www.example.org/a> | Example News <https://www.example.org/b>"
        " | Agency <https://www.example.com/c>"
    )
    assert (cells["key"], cells["latitude"], cells["summary"]) == (
        "true",
        "48.8566",
        "They met.\n\nThey left.",
    )
    assert dict(zip(header, plan, strict=True))["latitude"] == ""


def test_csv_lines_end_as_rfc_4180_has_it() -> None:
    text = events_csv(replace(TIMELINE, events=(SOMETIME,)))

    assert text.count("\r\n") == text.count("\n") == 2


@pytest.mark.parametrize(
    "title",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\rtext", "\n=1", "  =1", "\u00a0=1", "\u200b=1",
        "\ufeff=1", "＝1", "＋1", "－1", "＠SUM(A1)", "﹦1", "\u3000＝1",
    ],
)  # fmt: skip
def test_no_cell_of_the_csv_starts_a_formula(title: str) -> None:
    event = replace(SUMMIT, title=title, participants=(Person(title), Person("Keir Starmer")))
    header, row = rows_of(events_csv(replace(TIMELINE, events=(event,))))
    cells = dict(zip(header, row, strict=True))

    assert cells["title"] == f"'{title}"
    assert cells["participants"] == f"'{title} | Keir Starmer"


@pytest.mark.parametrize("title", ["1 = 1", "Trump: -1", "'quoted'", "–1", "a@b.example"])
def test_what_is_no_formula_stays_as_it_is(title: str) -> None:
    _, row = rows_of(events_csv(replace(TIMELINE, events=(replace(SUMMIT, title=title),))))

    assert row[1] == title


def test_a_western_longitude_stays_a_number() -> None:
    washington = replace(SUMMIT, places=(Place("Washington", latitude=38.9, longitude=-77.04),))
    header, row = rows_of(events_csv(replace(TIMELINE, events=(washington,))))

    assert dict(zip(header, row, strict=True))["longitude"] == "-77.04"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_back_from_csv_and_json(text: str) -> None:
    timeline = replace(TIMELINE, events=(replace(SUMMIT, title=text),))

    assert rows_of(events_csv(timeline))[1][1] in {text, f"'{text}"}
    assert json.loads(events_json(timeline))["events"][0]["title"] == text
