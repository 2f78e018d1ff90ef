"""TimelineJS: its sheet, and its JSON in both versions."""

from __future__ import annotations

import json
from pathlib import Path

from tests.helpers.imports import faults, imported, refusal

SHEET = """\
Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,\
Media Caption,Media Thumbnail,Type,Group,Background
,,,,,,,,,The story,<p>How it began</p>,,,,,title,,
1998,3,5,4:00 PM,,,,,that spring,Talks,"See <a href=""https://example.org/a"">this</a>",\
https://example.org/b.jpg,Example Agency,A photo,,,Europe,#fff
-44,3,15,,,,,,,Caesar dies,,,,,,,,
1900,,,,1910,,,,,The old days,,,,,,era,,
1920,,,,,,,,,Without end,,,,,,era,,
,,,,,,,,,No date,,,,,,,,
,,,,,,,,,,,,,,,,,
"""


def test_the_sheet_has_a_title_eras_groups_and_media(tmp_path: Path) -> None:
    found = imported(SHEET)
    assert found.frame["title"] == "The story"
    assert found.frame["standfirst"] == "How it began"
    assert found.frame["tracks"] == ["Europe", "Events"]
    assert found.frame["eras"] == [{"name": "The old days", "from": "1900", "to": "1910"}]
    talks, caesar, undated = found.events
    assert (talks["date"], talks["time"], talks["track"]) == ("1998-03-05", "16:00", "Europe")
    assert caesar["date"] == "-0043-03-15"
    assert "date" not in undated
    assert found.account.others == (
        ("empty row", 1),
        ("era", 1),
        ("incomplete era", 1),
        ("title", 1),
    )
    for comment in ("Display Date: that spring", "Media Credit: Example Agency", "Background: #fff"):
        assert f"#   {comment}\n" in found.text
    assert "- url: https://example.org/b.jpg  # from Media" in found.text
    assert "Without end" in found.account.files["_timeline.yaml"]
    _, problems = faults(found.account, tmp_path)
    assert {problem.partition(" ")[0] for problem in problems} == {"E020", "E027", "W011"}


def test_the_sheet_of_the_first_version_has_whole_dates_and_tags() -> None:
    text = "Start Date,End Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Tag\n"
    found = imported(f"{text}1998,2001,A,,,,,,,Europe\n12/10/2011,,B,,,,,,,\n")
    assert [event["date"] for event in found.events] == ["1998/2001", "12/10/2011"]
    assert found.events[0]["track"] == "Europe"


NEW = {
    "title": {
        "text": {"headline": "The story", "text": "How it began"},
        "media": {"url": "https://example.org/t"},
    },
    "scale": "human",
    "events": [
        {
            "start_date": {
                "year": "1998",
                "month": 3,
                "day": "5",
                "hour": "16",
                "minute": "",
                "display_date": "x",
            },
            "end_date": {"year": 1998, "month": 3, "day": 7},
            "text": {"headline": "Talks &amp; more", "text": "<p>One</p><p>Two</p>"},
            "media": {"url": "https://example.org/b.jpg", "credit": "Example Agency", "caption": "A photo"},
            "group": "Europe",
            "unique_id": "talks",
            "background": {"color": "#fff"},
            "autolink": False,
        },
        {"start_date": {"year": -1}, "text": {"headline": "Old"}},
        {"text": {"text": "only words"}},
    ],
    "eras": [
        {"start_date": {"year": "1900"}, "end_date": {"year": "1910"}, "text": {"headline": "Old days"}}
    ],
}


def test_the_json_of_version_3() -> None:
    found = imported(json.dumps(NEW))
    talks, old, words = found.events
    assert talks["title"] == "Talks & more"
    assert talks["date"] == "1998-03-05/1998-03-07"
    assert "time" not in talks, "an hour without a minute is no clock time"
    assert "talks" in "".join(found.account.files)
    assert old["date"] == "0000"
    assert "title" not in words
    assert found.frame["eras"] == [{"name": "Old days", "from": "1900", "to": "1910"}]
    for comment in ("start_date.display_date: x", "media.credit: Example Agency", "background.color: #fff"):
        assert f"#   {comment}\n" in found.text
    assert "scale: human" in found.account.files["_timeline.yaml"]
    assert "title, media.url: https://example.org/t" in found.account.files["_timeline.yaml"]


def test_the_json_of_version_2_also_within_a_script() -> None:
    old = {
        "timeline": {
            "headline": "The story",
            "text": "<p>How it began</p>",
            "type": "default",
            "asset": {"media": "https://example.org/t"},
            "date": [
                {
                    "startDate": "2011,12,10,07,02,10",
                    "endDate": "2011,12,11",
                    "headline": "A",
                    "tag": "Europe",
                },
                {"startDate": "2011,12", "headline": "B", "asset": {"media": "https://example.org/b"}},
                {"startDate": "2011", "headline": "C"},
            ],
            "era": [{"startDate": "2011,1", "endDate": "2011,12", "headline": "A year"}],
        }
    }
    for text in (
        json.dumps(old),
        f"var storyjs_jsonp_data = {json.dumps(old)};",
        f"show({json.dumps(old)});",
    ):
        found = imported(text)
        assert [event["date"] for event in found.events] == ["2011-12-10/2011-12-11", "2011-12", "2011"]
        assert found.events[0]["time"] == "07:02:10"
        assert found.frame["title"] == "The story"
        assert found.frame["eras"] == [{"name": "A year", "from": "2011-01", "to": "2011-12"}]


def test_odd_json_is_imported_or_refused_by_name() -> None:
    first = '{"start_date": {"year": NaN}, "text": {"headline": "A", "headline": "B"}}'
    odd = f'{{"events": [{first}, null, 3, [1]]}}'
    found = imported(odd)
    assert found.account.total == 4
    assert found.events[0]["date"] == "NaN"
    assert "#   text.headline (2): B\n" in found.text
    assert refusal('{"events": [').code == "E040"
    assert (
        refusal('{"a": 1}').message
        == 'this JSON is an object with the keys "a", which is no known timeline'
    )
    assert refusal("[" * 100_000 + "]" * 100_000).code == "E006"
    deep = "[" * 900 + "]" * 900
    assert refusal(f'{{"events": [{{"start_date": {{"year": 1}}, "x": {deep}}}]}}').code == "E006"
    assert refusal('{"events": [], "title": null}').code == "E008"
