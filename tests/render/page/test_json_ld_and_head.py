"""The page's metadata: its events as JSON-LD, and its head."""

import json
import re
from dataclasses import replace
from datetime import date, time, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.make import event, timeline
from timeline.dates import resolve
from timeline.layout import lay_out
from timeline.model import Moment, Person, Place, Source, Timeline, When
from timeline.render.chart.figure_scripts import ChartFiles
from timeline.render.page import page
from timeline.render.page.head import coverage
from timeline.render.page.json_ld import iso_dates, linked_data


class Head(HTMLParser):
    """Each element of a page's head as (name, attributes)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html.partition("</head>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def metadata(made: Timeline, *, has_png: bool = False) -> dict[str, str | None]:
    """The values in the page's head, by name or property of a ``meta``, by ``rel`` and type of a link."""
    found = Head(page(made, [lay_out(made, 1120)], ChartFiles(), has_png=has_png)).found
    metas = {
        key: a["content"] for tag, a in found if tag == "meta" and (key := a.get("name", a.get("property")))
    }
    return metas | {
        f"{a['rel']} {a.get('type', '')}".strip(): a["href"] for tag, a in found if tag == "link"
    }


def items(made: Timeline) -> list[dict[str, Any]]:
    return [one["item"] for one in linked_data(made, "What it is.")["itemListElement"]]


# ---- JSON-LD


def test_the_page_holds_its_events_as_a_list_in_json_ld(site: Path, curated: Timeline) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    data = json.loads(found[0])
    assert len(found) == 1
    assert html.index("</ol>") < html.index(found[0])
    assert [data["@context"], data["@type"], data["numberOfItems"]] == [
        "https://schema.org",
        "ItemList",
        len(curated.events),
    ]
    assert [one["position"] for one in data["itemListElement"]] == list(range(1, len(curated.events) + 1))
    listed = [one["item"] for one in data["itemListElement"]]
    assert [one["@id"] for one in listed] == [f"#{event.id}" for event in curated.events]
    assert [one["citation"]["url"] for one in listed] == [event.sources[0].url for event in curated.events]


def test_an_event_says_what_when_where_who_and_by_which_source() -> None:
    summit = event(
        "paris-summit",
        When(Moment.day(date(2025, 2, 17), time(16)), zone="Europe/Paris"),
        title="Leaders meet",
        kind="summit",
        summary="They met.",
        places=(Place("Paris", "FR", 48.85, 2.35, "Europe/Paris"),),
        venue="Élysée Palace",
        participants=(Person("Emmanuel Macron", "President"), Person("NATO")),
        sources=(
            Source("https://example.org/a", "Example News", "They meet", published=date(2025, 2, 18)),
            Source("https://example.org/b", "Other News"),
        ),
    )
    assert items(timeline([summit], base_url="https://example.org/t/")) == [
        {
            "@type": "Event",
            "@id": "https://example.org/t/#paris-summit",
            "name": "Leaders meet",
            "startDate": "2025-02-17T16:00:00+01:00",
            "location": [
                {
                    "@type": "Place",
                    "name": "Élysée Palace",
                    "containedInPlace": {
                        "@type": "Place",
                        "name": "Paris",
                        "address": {"@type": "PostalAddress", "addressCountry": "FR"},
                    },
                }
            ],
            "keywords": "summit",
            "citation": {"@type": "CreativeWork", "url": "https://example.org/a"},
        }
    ]


def test_an_event_between_two_places_is_in_both_and_what_joins_them_is_no_place() -> None:
    call = event("call", places=(Place("Washington DC"), Place("Moscow")), venue="by telephone")
    (item,) = items(timeline([call]))
    assert [place["name"] for place in item["location"]] == ["Washington DC", "Moscow"]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("2025-02-17", "2025-02-17", ""),
        ("17–18 February 2025", "2025-02-17", "2025-02-18"),
        ("February 2025", "2025-02", ""),
        ("2025", "2025", ""),
        ("late February 2025", "2025-02", ""),
        ("between 25 February and 3 March 2025", "2025", ""),
        ("summer 2025", "2025", ""),
        ("winter 2024–25", "", ""),
        ("the 1990s", "", ""),
        ("circa 2014", "", ""),
        ("2025-02-17?", "", ""),
        ("2025-02/2025-03-02", "2025-02", "2025-03-02"),
        ("2025-02-17/..", "2025-02-17", ""),
        ("2025-02-17/", "2025-02-17", ""),
        ("../2025-02-17", "", "2025-02-17"),
        ("2025-02-17T23:30Z", "2025-02-17T23:30:00Z", ""),
    ],
)
def test_no_date_is_more_exact_in_iso_than_it_is_known(words: str, start: str, end: str) -> None:
    (when,) = resolve(words).readings
    assert iso_dates(when) == (start, end)


def test_an_hour_that_nobody_can_place_is_its_day() -> None:
    nowhere = When(Moment.day(date(2025, 2, 17), time(16)))
    assert iso_dates(nowhere) == ("2025-02-17", "")
    assert iso_dates(
        replace(nowhere, start=Moment.day(date(2025, 2, 17), time(16), timedelta(hours=2)))
    ) == ("2025-02-17T16:00:00+02:00", "")


@pytest.mark.parametrize(
    ("words", "description"),
    [
        ("2025-02-17", None),
        ("17–18 February 2025", None),
        ("February 2025", None),
        ("circa 2014", "About 2014"),
        ("late February 2025", "Between 21 and 28\xa0February 2025"),
        ("2025-02-17/..", "Since 17\xa0February 2025"),
    ],
)
def test_what_iso_cannot_say_of_a_date_is_said_in_words(words: str, description: str | None) -> None:
    (when,) = resolve(words).readings
    assert items(timeline([event("talks", when, summary="They met.")]))[0].get("description") == description


def test_those_words_are_in_the_language_of_the_timeline() -> None:
    (when,) = resolve("circa 2014").readings
    assert items(timeline([event("talks", when)], language="de"))[0]["description"] == "Etwa 2014"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("held", None),
        ("announced", "https://schema.org/EventScheduled"),
        ("postponed", "https://schema.org/EventPostponed"),
        ("cancelled", "https://schema.org/EventCancelled"),
    ],
)
def test_what_was_not_held_says_so(status: str, said: str | None) -> None:
    assert items(timeline([event("talks", status=status)]))[0].get("eventStatus") == said


def test_no_text_ends_the_script_it_stands_in() -> None:
    evil = "</script><script>alert(1)</script><!-- \u2028"
    made = timeline([event("talks", title=evil, summary=evil)])
    html = page(made, [lay_out(made, 1120)], ChartFiles())
    script = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(script)["itemListElement"][0]["item"]["name"] == evil


# ---- the head


def test_the_head_names_the_other_forms_of_the_page() -> None:
    head = metadata(timeline([event("talks")], standfirst="Who met whom."))
    assert head["description"] == "Who met whom."
    assert [head[f"alternate {kind}"] for kind in ("application/json", "text/csv", "text/calendar")] == [
        "events.json",
        "events.csv",
        "feed.ics",
    ]


def test_address_and_link_preview_stand_in_the_head_only_where_the_address_is_known() -> None:
    made = timeline([event("talks")], title='"><b>', standfirst="Who & whom")
    there = metadata(replace(made, base_url="https://example.org/t/?a=1&b=%22"))
    more = there.keys() - metadata(made).keys()
    assert {name: there[name] for name in more} == {
        "canonical": "https://example.org/t/?a=1&b=%22",
        "alternate application/json+oembed": "https://example.org/t/oembed.json",
        "og:type": "article",
        "og:title": '"><b>',
        "og:description": "Who & whom",
        "og:url": "https://example.org/t/?a=1&b=%22",
        "twitter:card": "summary",
    }


def test_the_link_preview_shows_the_picture_that_was_drawn() -> None:
    made = timeline([event("talks")], base_url="https://example.org/t/index.html?a=1")
    there = metadata(made, has_png=True)
    assert there["og:image"] == "https://example.org/t/social.png"
    assert there["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    ("words", "covered"),
    [
        (["2025-02-12", "2025-03-14/2025-03-15"], "2025-02-12/2025-03-15"),
        (["2025-02-12", "2025-02-01/2025-03"], "2025-02-01/2025-03"),
        (["2025-02-12/..", "2025-03-15"], "2025-02-12/.."),
        (["circa 2014", "2025-03-15"], "/2025-03-15"),
        (["../2025-02-12", "2025-03-15/"], ""),
        (["circa 2014"], ""),
    ],
)
def test_the_head_tells_the_days_covered_as_exactly_as_they_are_known(
    words: list[str], covered: str
) -> None:
    found = [event(f"n{number}", resolve(text).readings[0]) for number, text in enumerate(words)]
    assert coverage(timeline(found)) == covered
    assert metadata(timeline(found)).get("dcterms.temporal", "") == covered


def test_the_head_ends_where_hosts_still_read(site: Path) -> None:
    """WordPress reads metadata from the first 150 kB of a page only."""
    assert (site / "index.html").read_bytes().index(b"</head>") < 50_000
