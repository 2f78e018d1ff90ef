"""The page of citations: one style at a time, with and without a script, and what it gives away."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import Opened
from tests.helpers.axe import violations
from tests.helpers.make import event, timeline
from timeline.model import Source, Timeline
from timeline.render.references.page import citations
from timeline.render.references.styles import STYLES, cite, plain
from timeline.render.references.styles.mla import MLA

if TYPE_CHECKING:
    from playwright.sync_api import Page

SHOWN = """[...document.querySelectorAll('.cited')].filter((one) => one.checkVisibility())
  .map((one) => one.className)"""


@pytest.fixture
def cited(address: str) -> str:
    return address.replace("index.html", "citations.html")


def visit(opened: Opened, address: str, **options: object) -> Page:
    return opened(address, wait=False, **options)


def test_each_event_has_every_source_in_every_style(curated: Timeline) -> None:
    text = citations(curated, "copy.js")
    assert re.findall(r'<section id="([^"]*)"', text) == [event.id for event in curated.events]
    assert text.count('<p class="cited ') == len(STYLES) * len(curated.sources)


def test_italics_are_marked_and_what_is_cited_is_escaped() -> None:
    story = Source("https://example.org/a", "News & Views", "<Who> pays?")
    text = citations(timeline([event("talks", sources=(story,))]), "copy.js")
    assert '<p class="cited mla">“&lt;Who&gt; pays?” <i>News &amp; Views</i>, example.org/a.</p>' in text


def test_the_page_asks_nothing_of_anybody(opened: Opened, cited: str, site: Path) -> None:
    requests: list[str] = []
    console: list[str] = []
    visit(opened, cited, requests=requests, console=console)
    (script,) = (site / "assets").glob("citations.*.js")
    assert requests == [cited, cited.replace("citations.html", f"assets/{script.name}")]
    assert console == []
    visit(opened, (site / "citations.html").as_uri(), console=console)
    assert console == []


@pytest.mark.parametrize("scripted", [True, False])
def test_one_style_is_shown_that_the_reader_chooses(
    opened: Opened, cited: str, curated: Timeline, scripted: bool
) -> None:
    page = visit(opened, cited, java_script_enabled=scripted)
    assert set(page.evaluate(SHOWN)) == {"cited apa"}
    page.focus("select")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert set(page.evaluate(SHOWN)) == {"cited mla"}
    page.select_option("select", "chicago-note")
    assert page.evaluate(SHOWN) == ["cited chicago-note"] * len(curated.sources)


def test_cite_leads_from_an_event_to_its_citations_and_back(opened: Opened, address: str) -> None:
    page = opened(address, java_script_enabled=False)
    page.click("#paris-summit .cite")
    expect(page).to_have_url(address.replace("index.html", "citations.html#paris-summit"))
    expect(page.locator("#paris-summit:target h2")).to_be_in_viewport()
    page.click(":target h2 a")
    expect(page).to_have_url(f"{address}#paris-summit")


def test_what_is_copied_is_what_is_shown_with_its_italics(
    opened: Opened, cited: str, curated: Timeline
) -> None:
    page = visit(opened, cited, permissions=["clipboard-read", "clipboard-write"])
    page.select_option("select", "mla")
    page.click("#paris-summit button")
    page.wait_for_selector(".copied:has-text('Copied.')")
    event = next(event for event in curated.events if event.id == "paris-summit")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.split("\n") == [plain(cite(source, MLA)) for source in event.sources]
    read = "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
    assert re.findall("<i>(.*?)</i>", page.evaluate(read)) == [
        html.escape(part.text) for source in event.sources for part in cite(source, MLA) if part.is_italic
    ]


@pytest.mark.parametrize("width", [320, 1200])
def test_the_page_fits_any_width_and_finds_no_fault_by_ear(opened: Opened, cited: str, width: int) -> None:
    page = visit(opened, f"{cited}#paris-summit", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert violations(page) == {}


def test_a_page_in_another_language_keeps_its_citations_in_english() -> None:
    text = citations(timeline([event("talks")], language="ar"), "copy.js")
    assert '<html lang="ar" dir="rtl">' in text
    assert '<ul lang="en" dir="ltr">' in text
    assert "أسلوب التوثيق" in text
