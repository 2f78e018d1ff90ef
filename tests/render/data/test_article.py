"""The exports for content management systems: plain HTML, and cards as JSON."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

from tests.helpers.make import event
from tests.helpers.make import timeline as made
from timeline.model import Correction, Timeline
from timeline.model.export import ExportOptions
from timeline.render.data.article import article, cards


def test_the_article_has_every_event_and_source_and_nothing_but_plain_html(curated: Timeline) -> None:
    text = article(curated, ExportOptions()).content.decode()
    assert re.findall(r'<article id="([^"]+)"', text) == [each.id for each in curated.events]
    assert text.count("<a href=") == len(curated.sources)
    assert {*re.findall(r"<(\w+)", text)} <= {
        *("section", "h2", "h3", "article", "p", "time", "strong", "ul", "ol", "li", "a"),
    }
    assert not re.search(r"\b(?:class|style|on\w+)=", re.sub(">[^<]*<", "><", text))


def test_text_is_text() -> None:
    odd = replace(event("a"), title="<b>A</b> & B", summary="x < y")
    text = article(made([odd]), ExportOptions()).content.decode()
    assert "<h3>&lt;b&gt;A&lt;/b&gt; &amp; B</h3>" in text
    assert "<p>x &lt; y</p>" in text


def test_a_corrected_event_says_so() -> None:
    correction = Correction(date(2025, 3, 14), "It lasted <b>90 minutes.", ("a",))
    timeline = made([event("a")], corrections=(correction,), updated=date(2025, 3, 15))
    text = article(timeline, ExportOptions()).content.decode().replace("\xa0", " ")
    assert "<p>Updated 15 March 2025</p>" in text
    assert "<p><strong>Corrected 14 March 2025:</strong> It lasted &lt;b&gt;90 minutes.</p>" in text


def test_an_article_in_hebrew_runs_leftwards() -> None:
    text = article(replace(made([event("a")]), language="he"), ExportOptions()).content.decode()
    assert text.startswith('<section lang="he" dir="rtl">')


def test_each_card_has_the_fields_of_newsroom_cards(curated: Timeline) -> None:
    value = json.loads(cards(curated, ExportOptions()).content)
    assert [card["id"] for card in value["cards"]] == [each.id for each in curated.events]
    for card, each in zip(value["cards"], curated.events, strict=True):
        assert card.keys() == {
            *("id", "date", "datetime", "title", "text", "status", "image", "place", "source", "sources"),
        }
        assert card["source"]["url"] == each.sources[0].url
        assert len(card["sources"]) == len(each.sources)
    assert value["cards"][0]["date"] == "12\u00a0February 2025"


def test_what_did_not_take_place_says_so() -> None:
    text = article(made([replace(event("a"), status="cancelled")]), ExportOptions()).content.decode()
    assert "2025 (cancelled)</time>" in text
