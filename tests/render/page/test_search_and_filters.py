"""Search and filters: what is found, what the page says of it, and the way back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.conftest import Opened
from tests.helpers.charts import IN_VIEW, SHOWN, arrived, at_rest, mark, middle


@pytest.mark.parametrize("width", [360, 1280])
def test_every_spelling_of_a_name_finds_the_same_events(opened: Opened, address: str, width: int) -> None:
    page = opened(address, width=width)
    if width == 360:
        page.click(".finder")
    found = {}
    for name in ("Zelenskyy", "Zelensky", "zelenskiy"):
        page.fill("[name=q]", name)
        page.wait_for_url(f"**?q={name}")
        found[name] = page.evaluate(SHOWN)
    assert len(found["Zelensky"]) >= 10
    assert found["Zelenskyy"] == found["Zelensky"] == found["zelenskiy"]
    page.fill("[name=q]", "elysee")
    page.wait_for_url("**?q=elysee")
    assert "paris-summit" in page.evaluate(SHOWN)
    page.fill("[name=q]", "copy link")  # words of the page, not of the events
    page.locator(".none").wait_for()
    assert page.evaluate(SHOWN) == []


def test_filters_narrow_the_list_dim_the_chart_and_say_the_count(opened: Opened, address: str) -> None:
    page = opened(address)
    page.check("[name=track][value=Europe]")
    at_rest(page)
    found = page.evaluate(SHOWN)
    assert page.inner_text(".find [role=status]") == f"{len(found)} of 38 events"
    dimmed = "[...document.querySelectorAll('.plot .point.out')].length"
    assert page.evaluate(dimmed) == 38 - len(found)
    page.check("[name=main]")
    at_rest(page)
    assert page.evaluate(SHOWN) == ["paris-summit", "london-summit", "coalition-call"]
    page.check("[name=track][value=Ukraine]")  # several tracks: the events of any of them
    at_rest(page)
    assert page.evaluate(SHOWN) == ["paris-summit", "london-summit", "coalition-call"]
    assert parse_qs(urlsplit(page.url).query) == {"track": ["Europe", "Ukraine"], "main": ["1"]}
    page.click(".find [type=reset]")
    page.wait_for_function(f"() => ({SHOWN}).length === 38")
    at_rest(page)
    assert page.inner_text(".find [role=status]") == ""
    assert page.evaluate(dimmed) == 0
    assert "?" not in page.url
    page.click(".more summary")
    page.check("[name=official]")
    at_rest(page)
    for found in page.evaluate(SHOWN):
        assert "official" in (page.text_content(f"#{found} .sources p >> nth=0") or "")


def test_a_filtered_view_can_be_linked_and_a_chosen_event_is_always_shown(
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}?person=Keir%20Starmer&kind=visit&track=Nowhere&person=%3Cb%3E", wait=False)
    assert page.locator("[name=track]:checked").count() == 0
    assert page.input_value("[name=kind]") == "visit"
    page.goto(f"{address}?q=istanbul#paris-summit")
    assert page.locator("article[aria-current]").get_attribute("id") == "paris-summit"
    assert page.locator("#paris-summit").is_visible()
    assert page.input_value("[name=q]") == ""


def test_the_way_back_leads_to_what_was_asked_for_then(opened: Opened, address: str) -> None:
    page = opened(address, width=1280)
    page.fill("[name=q]", "istanbul")
    page.wait_for_url("**?q=istanbul")
    found = page.evaluate(SHOWN)
    page.evaluate("scrollTo(0, 0)")
    page.mouse.click(*middle(page, mark("paris-summit")))  # dimmed, and opened all the same
    page.click(".card >> text=Read in full")
    arrived(page, "paris-summit")
    assert len(page.evaluate(SHOWN)) == 38
    page.go_back()
    page.wait_for_function(f"() => ({SHOWN}).length === {len(found)}")
    assert page.input_value("[name=q]") == "istanbul"
    page.click("[data-view=table]")
    page.click("tbody th a >> nth=0")
    arrived(page, found[0])
    assert page.locator(f"#{found[0]}").is_visible()
    page.go_back()
    page.wait_for_selector(".as-table:visible")


def test_a_link_to_the_chosen_event_leads_there_again(opened: Opened, address: str) -> None:
    page = opened(f"{address}#macron-white-house", wait=False)
    page.evaluate("scrollTo(0, 0)")
    page.locator('.related a[href="#macron-white-house"] >> nth=0').dispatch_event("click")
    assert page.evaluate(IN_VIEW, "macron-white-house")


def test_a_search_knows_no_difference_between_dashes_or_quotes(opened: Opened, address: str) -> None:
    page = opened(address, width=360)
    page.click(".finder")
    found = {}
    for typed in ("US–Russia", "us-russia"):
        page.fill("[name=q]", typed)
        page.wait_for_url(f"**?{urlencode({'q': typed})}")
        found[typed] = page.evaluate(SHOWN)
    assert found["US–Russia"] == found["us-russia"]
    assert 0 < len(found["us-russia"]) < 38


@pytest.mark.parametrize("width", [360, 1280])
def test_a_search_marks_what_it_found_and_leaves_out_days_without_it(
    opened: Opened, address: str, width: int
) -> None:
    hits = """[...CSS.highlights.get('hit') ?? []]
      .map((hit) => hit.startContainer.data.slice(hit.startOffset, hit.endOffset))"""
    page = opened(f"{address}?q=elysee", width=width)
    page.wait_for_function(f"() => ({hits}).includes('Élysée')")
    days = page.locator(".group:visible").count()
    assert 0 < days < 10
    assert page.locator(".group:visible article:visible").count() >= days
    assert page.locator(".group:visible", has_not=page.locator("li:visible")).count() == 0
    page = opened(address, width=width)
    assert page.evaluate(hits) == []


def test_only_the_main_events_leave_out_the_other_days(opened: Opened, address: str) -> None:
    page = opened(address, width=360, has_touch=True)
    page.tap("[data-main='1']")
    page.wait_for_url("**?main=1")
    assert page.locator(".group:visible").count() == page.locator(".group:visible:has(.key)").count()
    assert page.evaluate("document.documentElement.scrollHeight") <= 2_100
