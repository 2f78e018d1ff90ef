"""Search and filters: what is found, what the page says of it, and the way back."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.conftest import Opened
from tests.helpers.charts import IN_VIEW, SHOWN, arrived, at_rest, click_mark
from tests.helpers.curated import MAIN_EVENTS, grown
from timeline.model import Timeline


@pytest.mark.parametrize("width", [360, 1280])
def test_every_spelling_of_a_name_finds_the_same_events(
    opened: Opened, address: str, curated: Timeline, width: int
) -> None:
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
    page.click(".none button")
    page.wait_for_function(f"() => ({SHOWN}).length === {len(curated.events)}")


def test_filters_narrow_the_list_dim_the_chart_and_say_the_count(
    opened: Opened, address: str, curated: Timeline
) -> None:
    def of(*tracks: str, is_main: bool = False) -> list[str]:
        events = (one for one in curated.events if one.track in tracks and (one.key or not is_main))
        return [one.id for one in events]

    page = opened(address)
    count = len(curated.events)
    page.check("[name=track][value=Europe]")
    at_rest(page)
    assert page.evaluate(SHOWN) == of("Europe")
    assert page.inner_text(".find [role=status]") == f"{len(of('Europe'))} of {count} events"
    dimmed = "[...document.querySelectorAll('.plot .point.out')].length"
    assert page.evaluate(dimmed) == count - len(of("Europe"))
    page.check("[name=main]")
    at_rest(page)
    assert page.evaluate(SHOWN) == of("Europe", is_main=True)
    page.check("[name=track][value=Europe–Ukraine]")  # several tracks: the events of any of them
    page.check("[name=track][value=US–Russia]")
    at_rest(page)
    tracks = ["US–Russia", "Europe–Ukraine", "Europe"]
    assert page.evaluate(SHOWN) == of(*tracks, is_main=True)
    assert parse_qs(urlsplit(page.url).query) == {"track": tracks, "main": ["1"]}
    page.click(".find [type=reset]")
    page.wait_for_function(f"() => ({SHOWN}).length === {count}")
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


def test_the_way_back_leads_to_what_was_asked_for_then(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(address, width=1280)
    page.fill("[name=q]", "istanbul")
    page.wait_for_url("**?q=istanbul")
    found = page.evaluate(SHOWN)
    page.evaluate("scrollTo(0, 0)")
    click_mark(page, "paris-summit")  # dimmed, and opened all the same
    page.click(".card >> text=Read in full")
    arrived(page, "paris-summit")
    assert len(page.evaluate(SHOWN)) == len(curated.events)
    page.go_back()
    page.wait_for_function(f"() => ({SHOWN}).length === {len(found)}")
    assert page.input_value("[name=q]") == "istanbul"
    page.click("[data-view=table]")
    page.click("tbody th a >> nth=0")
    arrived(page, found[0])
    assert page.locator(f"#{found[0]}").is_visible()
    page.go_back()
    page.wait_for_selector(".as-table:visible")


def test_a_link_to_the_chosen_event_leads_there_again(
    opened: Opened, address: str, curated: Timeline
) -> None:
    linked = [name for event in curated.events for name in event.related][-1]
    page = opened(f"{address}#{linked}", wait=False)
    page.evaluate("scrollTo(0, 0)")
    page.locator(f'.related a[href="#{linked}"] >> nth=0').dispatch_event("click")
    page.wait_for_function(IN_VIEW, arg=linked)


def test_a_search_knows_no_difference_between_dashes_or_quotes(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(address, width=360)
    page.click(".finder")
    found = {}
    for typed in ("US–Russia", "us-russia"):
        page.fill("[name=q]", typed)
        page.wait_for_url(f"**?{urlencode({'q': typed})}")
        found[typed] = page.evaluate(SHOWN)
    assert found["US–Russia"] == found["us-russia"]
    assert 0 < len(found["us-russia"]) < len(curated.events)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_search_marks_what_it_found_and_leaves_out_days_without_it(
    opened: Opened, address: str, curated: Timeline, width: int
) -> None:
    hits = """[...CSS.highlights.get('hit') ?? []]
      .map((hit) => hit.startContainer.data.slice(hit.startOffset, hit.endOffset))"""
    page = opened(f"{address}?q=elysee", width=width)
    page.wait_for_function(f"() => ({hits}).includes('Élysée')")
    days = page.locator(".group:visible").count()
    assert 0 < days < len({one.when.first for one in curated.events}) / 2
    assert page.locator(".group:visible article:visible").count() >= days
    assert page.locator(".group:visible", has_not=page.locator("li:visible")).count() == 0
    page = opened(address, width=width)
    assert page.evaluate(hits) == []


def test_only_the_main_events_leave_out_the_other_days(
    opened: Opened, address: str, curated: Timeline
) -> None:
    """The page is at most 2,100 px high for eight main events, and in proportion for more."""
    page = opened(address, width=360, has_touch=True)
    page.tap("[data-main='1']")
    page.wait_for_url("**?main=1")
    assert page.locator(".group:visible").count() == page.locator(".group:visible:has(.key)").count()
    most = grown(2_100, len(curated.main_events_only().events), of=MAIN_EVENTS)
    assert page.evaluate("document.documentElement.scrollHeight") <= most
