"""The feeds of corrections and of what was added: Atom and JSON Feed."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date

from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.model import Correction, Timeline
from timeline.render import omissions, render

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://www.example.org/timeline/index.html#top"
MADE = timeline(
    [
        event("call", summary="They spoke. [1]", added=date(2025, 3, 1), updated=date(2025, 3, 12)),
        event("vote", 2, added=date(2025, 3, 14)),
        event("talks", 4),
    ],
    base_url=BASE,
    standfirst="Five weeks.",
    updated=date(2025, 3, 15),
    corrections=(
        Correction(date(2025, 3, 14), "It lasted 90 minutes.", ("call", "talks")),
        Correction(date(2025, 3, 2), "The standfirst named another month."),
    ),
)


def built(made: Timeline) -> dict[str, str]:
    files = render(made, [lay_out(made, 568)])
    return {name: each.decode() for name, each in files.items() if not name.startswith("assets/")}


def test_both_feeds_tell_the_same_the_latest_first() -> None:
    files = built(MADE)
    feed = ET.fromstring(files["feed.xml"])  # noqa: S314  our own file
    rows = [
        [entry.findtext(f"{ATOM}{name}") for name in ("updated", "published", "title")]
        + [entry.find(f"{ATOM}link").get("href")]  # type: ignore[union-attr]  # each has one
        for entry in feed.iter(f"{ATOM}entry")
    ]
    page = "https://www.example.org/timeline/index.html"
    assert rows == [
        ["2025-03-14T00:00:00Z", "2025-03-14T00:00:00Z", "Correction: call, talks", f"{page}#call"],
        ["2025-03-14T00:00:00Z", "2025-03-14T00:00:00Z", "vote", f"{page}#vote"],
        ["2025-03-12T00:00:00Z", "2025-03-01T00:00:00Z", "call", f"{page}#call"],
        [
            "2025-03-02T00:00:00Z",
            "2025-03-02T00:00:00Z",
            "Correction: A timeline",
            f"{page}#tl-corrections",
        ],
    ]
    assert (feed.findtext(f"{ATOM}id"), feed.findtext(f"{ATOM}updated")) == (page, "2025-03-15T00:00:00Z")
    own = [link.get("href") for link in feed.findall(f"{ATOM}link")]
    assert own == ["https://www.example.org/timeline/feed.xml", page]
    data = json.loads(files["feed.json"])
    assert (data["version"], data["feed_url"]) == (
        "https://jsonfeed.org/version/1.1",
        "https://www.example.org/timeline/feed.json",
    )
    assert [
        [item["date_modified"], item["date_published"], item["title"], item["url"]]
        for item in data["items"]
    ] == rows
    assert data["items"][2]["content_text"].replace("\xa0", " ") == "12 February 2025\n\nThey spoke."


def test_an_entry_keeps_its_id_when_its_title_or_its_day_changes() -> None:
    before = [item["id"] for item in json.loads(built(MADE)["feed.json"])["items"]]
    events = [replace(each, title="Another", label="Another") for each in MADE.events]
    after = json.loads(built(replace(MADE, events=tuple(events)))["feed.json"])["items"]
    assert [item["id"] for item in after] == before
    assert len(set(before)) == 4


def test_the_page_leads_to_the_feeds_and_a_hostile_title_ends_nothing_in_them() -> None:
    hostile = "& < > ]]> \" ' <!-- \x07 \u2028 </title><script>"
    made = replace(
        MADE,
        title=hostile,
        credit=hostile,
        events=(replace(MADE.events[0], title=hostile, label=hostile, summary=hostile), *MADE.events[1:]),
        corrections=(Correction(date(2025, 3, 14), hostile, ("call",)),),
    )
    files = built(made)
    feed = ET.fromstring(files["feed.xml"])  # noqa: S314  our own file
    shown = hostile.replace("\x07", "\ufffd")
    assert feed.findtext(f"{ATOM}title") == feed.findtext(f"{ATOM}author/{ATOM}name") == shown
    first, _, third = feed.iter(f"{ATOM}entry")
    assert (first.findtext(f"{ATOM}content"), third.findtext(f"{ATOM}title")) == (shown, shown)
    assert {each.tag for each in feed.iter()} == {
        f"{ATOM}{name}"
        for name in (
            *("feed", "id", "title", "subtitle", "updated", "author", "name", "link"),
            *("entry", "published", "content"),
        )
    }
    assert json.loads(files["feed.json"])["items"][0]["content_text"] == hostile
    page = files["index.html"]
    assert '<link rel="alternate" type="application/atom+xml" href="feed.xml" title="&amp; &lt;' in page
    assert '<a href="feed.xml">Feed</a>' in page


def test_without_an_address_or_without_news_there_is_no_feed() -> None:
    lines = {
        "": "No base_url in _timeline.yaml: no canonical address, no link preview, no oEmbed, no feed",
        BASE: None,
    }
    silent = timeline([event("call")], base_url=BASE, updated=date(2025, 3, 15))
    for made in (replace(MADE, base_url=""), silent):
        files = built(made)
        assert not {"feed.xml", "feed.json"} & files.keys()
        assert "feed.xml" not in files["index.html"]
        said = omissions(made, lay_out(made, 568), has_png=True)
        assert said == ((lines[made.base_url],) if lines[made.base_url] else ())
