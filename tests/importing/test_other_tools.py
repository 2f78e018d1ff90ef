"""SIMILE, vis-timeline, markwhen, iCalendar, Preceden, Aeon Timeline, and lists of objects in JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.imports import faults, imported, refusal

SIMILE = """\
<?xml version="1.0" encoding="utf-8"?>
<data date-time-format="iso8601" wiki-url="https://example.org/wiki">
  <event start="2006-05-28" end="2006-06-15" isDuration="true" title="Build" image="https://example.org/i.png">
    A &lt;a href="https://example.org/a"&gt;link&lt;/a&gt;
  </event>
  <event start="Jun 16 2006 00:00:00 GMT" end="2006-06-26" title="One of these days" link="https://example.org/b"/>
  <event start="-0044-03-15" title="Old" color="red">Some <b>tags</b></event>
  <event start="May 28 2006 09:00:00 GMT" title="A time"/>
</data>
"""


def test_the_xml_of_simile() -> None:
    found = imported(SIMILE)
    assert [event["date"] for event in found.events] == [
        "2006-05-28/2006-06-15",
        "[2006-06-16..2006-06-26]",
        "-0044-03-15",
        "2006-05-28T09:00Z",
    ]
    assert found.events[0]["summary"] == "A link"
    assert found.events[2]["summary"] == "Some tags"
    for address in ("a  # from description", "b  # from link", "i.png  # from image"):
        assert f"- url: https://example.org/{address}" in found.text
    assert found.left == {
        "date-time-format": "_timeline.yaml",
        "wiki-url": "_timeline.yaml",
        "image": "event 1",
        "date, as it was": "event 2",
        "color": "event 3",
    }


def test_xml_is_read_in_the_encoding_that_it_names() -> None:
    text = '<?xml version="1.0" encoding="{}"?><data><event start="1998" title="Мир"/></data>'
    for name in ("windows-1251", "koi8-r", "UTF-8"):
        assert imported(text.format(name).encode(name)).events[0]["title"] == "Мир"
    assert refusal(text.format("no-such-thing").encode()).code == "E002"


def test_the_json_of_simile() -> None:
    data = {
        "dateTimeFormat": "iso8601",
        "events": [
            {"start": "2006", "end": "2007", "title": "A", "description": "<p>x</p>"},
            {
                "start": "2006",
                "end": "2007",
                "durationEvent": False,
                "title": "B",
                "latestStart": "2006-06",
            },
            {"start": "Fri Nov 22 1963 12:30:00 GMT-0600", "title": "C"},
        ],
    }
    found = imported(json.dumps(data))
    assert [event["date"] for event in found.events] == [
        "2006/2007",
        "[2006..2007]",
        "1963-11-22T12:30-06:00",
    ]
    assert "#   latestStart: 2006-06\n" in found.text


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("<html><body/></html>", "E040", "this is a web page, which is no known timeline"),
        ("<kml/>", "E040", "this is XML with the root <kml>, which is no known timeline"),
        ("<data/>", "E008", "the file has no events"),
        ("<data><event></data>", "E040", "the file begins like XML, but here it is not XML"),
        (
            '<!DOCTYPE data [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><data>&b;</data>',
            "E040",
            "the XML has a document type, with which a small file can fill the memory",
        ),
    ],
)
def test_other_xml_is_refused_by_name(text: str, code: str, message: str) -> None:
    fault = refusal(text)
    assert (fault.code, fault.message) == (code, message)


VIS = [
    {
        "id": 1,
        "content": "<b>Talks</b>",
        "start": "2014-04-14T08:30:00.000Z",
        "group": 2,
        "className": "red",
    },
    {"id": 2, "content": "Summit", "start": 889056000000, "end": "1998-03-07", "title": "A tooltip"},
    {"id": 3, "content": "The war", "start": "1998", "end": "2001", "type": "background"},
    {"id": 4, "content": "", "start": "1998", "end": "2001", "type": "background"},
]


def test_vis_timeline_with_and_without_groups() -> None:
    found = imported(json.dumps({"items": VIS, "groups": [{"id": 2, "content": "Europe"}]}))
    assert [event["date"] for event in found.events] == [
        "2014-04-14T08:30Z",
        "1998-03-05/1998-03-07",
        "1998/2001",
    ]
    assert found.events[0]["track"] == "Europe"
    assert found.events[1]["summary"] == "A tooltip"
    assert found.frame["eras"] == [{"name": "The war", "from": "1998", "to": "2001"}]
    assert "#   className: red\n" in found.text
    assert "#   date, as it was: 889056000000\n" in found.text
    assert imported(json.dumps(VIS)).events[0]["track"] == "2"


MARKWHEN = """\
title: The story
description: How it began
#Project: red
dateFormat: M/d/y

// a remark
2012-02-18/2012-03-01: Talks [here](https://example.org/a) #europe
id: talks
They agreed.
- first
- second

section Europe #x
group Inner
Dec 1 2012 - Feb 2013: A longer thing: with a colon
end group
12/2012: Slashes
5/1/2013: May day
end section
# Heading
2012-2013: Two years
2012-02-18T20:00Z: At eight
1998 - now: Until now
about 1900: Long ago
"""


def test_markwhen() -> None:
    found = imported(MARKWHEN)
    assert found.frame["title"] == "The story"
    assert found.frame["standfirst"] == "How it began"
    assert [(event["title"], event["date"], event["track"]) for event in found.events] == [
        ("Talks here", "2012-02-18/2012-03-01", "Events"),
        ("A longer thing: with a colon", "2012-12-01/2013-02", "Inner"),
        ("Slashes", "2012-12", "Europe"),
        ("May day", "2013-05-01", "Europe"),
        ("Two years", "2012/2013", "Heading"),
        ("At eight", "2012-02-18T20:00Z", "Heading"),
        ("Until now", "1998", "Heading"),
        ("Long ago", "about 1900", "Heading"),
    ]
    assert found.events[0]["summary"].strip() == "They agreed.\n- first\n- second"
    assert "2012-02-18a-talks.yaml" in found.account.files
    for comment in ("tags: #europe", "date, as it was: until now"):
        assert f"#   {comment}\n" in found.text
    assert "- url: https://example.org/a  # from text" in found.text
    assert "comment: a remark" in found.account.files["_timeline.yaml"]


CALENDAR = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Example//EN\r
X-WR-CALNAME:The story\r
BEGIN:VTIMEZONE\r
TZID:Europe/Paris\r
END:VTIMEZONE\r
BEGIN:VEVENT\r
UID:1@example.org\r
DTSTART;VALUE=DATE:20250217\r
DTEND;VALUE=DATE:20250219\r
SUMMARY:Talks\\, at la\r
 st\r
DESCRIPTION:One\\n\\nTwo https://example.org/a\r
LOCATION:Paris\r
GEO:48.85;2.35\r
CATEGORIES:Europe,Talks\r
ATTENDEE;CN="Doe, Jane":mailto:jane@example.org\r
STATUS:CANCELLED\r
BEGIN:VALARM\r
TRIGGER:-PT5M\r
END:VALARM\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART;TZID=Europe/Paris:20250217T160000\r
DURATION:PT1H30M\r
SUMMARY:With a zone\r
RRULE:FREQ=DAILY\r
END:VEVENT\r
BEGIN:VEVENT\r
DTSTART:20250217T160000Z\r
DTEND:20250218T160000Z\r
SUMMARY:In UTC\r
END:VEVENT\r
BEGIN:VEVENT\r
SUMMARY:Without a date\r
this is no property\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_icalendar(tmp_path: Path) -> None:
    found = imported(CALENDAR)
    first, second, third, fourth = found.events
    assert (first["title"], first["date"], first["status"]) == (
        "Talks, at last",
        "2025-02-17/2025-02-18",
        "cancelled",
    )
    assert (first["place"], first["track"], first["participants"]) == ("Paris", "Europe", ["Doe, Jane"])
    assert (second["date"], second["time"], second["zone"]) == ("2025-02-17", "16:00/17:30", "Europe/Paris")
    assert third["date"] == "2025-02-17T16:00Z/2025-02-18T16:00Z"
    assert "date" not in fourth
    assert found.frame["title"] == "The story"
    for comment in (
        "RRULE: FREQ=DAILY",
        "VALARM TRIGGER: -PT5M",
        "line that cannot be read: this is no property",
    ):
        assert f"#   {comment}\n" in found.text
    _, problems = faults(found.account, tmp_path)
    assert {problem.partition(" ")[0] for problem in problems} == {"E020", "E027"}


def test_our_own_calendar_comes_back(site: Path) -> None:
    feed = (site / "feed.ics").read_bytes()
    found = imported(feed)
    assert len(found.events) == feed.count(b"BEGIN:VEVENT")
    assert refusal(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n").code == "E008"


PRECEDEN = """\
Europe,12,Talks,They met,2025-02-17,yes,2025-02-19,no,yes,Circle,ff0000
Asia,,Summit,,1998,,,,,,random
"""
HEADER = (
    "Layer Name,Event ID,Event Name,Event Notes,Start Date,Start Approximate,End Date,End Approximate,"
    "Milestone,Event Symbol,Event Color\n"
)


@pytest.mark.parametrize("header", ["", HEADER])
def test_preceden_with_and_without_a_header(header: str) -> None:
    found = imported(header + PRECEDEN)
    assert found.account.format == "CSV of Preceden"
    talks, summit = found.events
    assert (talks["track"], talks["date"], talks["key"]) == ("Europe", "2025-02-17~/2025-02-19", "true")
    assert (summit["title"], summit["date"]) == ("Summit", "1998")


def test_aeon_timeline() -> None:
    found = imported(
        "Event ID,Title,Start Date,Duration,End Date,Parent,Color,Tags,Arc,Summary\n"
        "1,Talks,2025-02-17 16:00:00,2 hours,2025-02-17 18:00:00,,Red,a|b,Europe,They met\n"
    )
    assert found.account.format == "CSV of Aeon Timeline"
    (event,) = found.events
    assert (event["date"], event["time"], event["track"]) == ("2025-02-17", "16:00/18:00", "Europe")
    assert found.left == {"Duration": "row 2", "Color": "row 2", "Tags": "row 2"}


def test_a_list_of_objects_is_a_table() -> None:
    objects = [{"title": "A", "date": 1998}, {"title": "B", "when": {"x": 1}, "date": "1999"}]
    found = imported(json.dumps({"made": "today", "list": objects}))
    assert [(event["title"], event["date"]) for event in found.events] == [("A", "1998"), ("B", "1999")]
    assert found.left == {"made": "_timeline.yaml", "when.x": "row 2"}
