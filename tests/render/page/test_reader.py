"""What readers do with the page, with any device: open a card, read in full, story mode, copy, sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.conftest import Opened
from tests.helpers.charts import IN_VIEW, SHOWN, arrived, at_rest, click_mark, mark
from tests.helpers.curated import after, called, grown
from timeline.model import Timeline

if TYPE_CHECKING:
    from playwright.sync_api import Page

# ---- chart and list together


def read_in_full(page: Page, event: str) -> None:
    """Opens the card of an event at its mark, and from there its article."""
    click_mark(page, event)
    page.click(".card >> text=Read in full")
    arrived(page, event)


@pytest.mark.parametrize("width", [768, 1280])
def test_a_card_leads_to_its_article_and_the_way_back_is_the_browsers(
    opened: Opened, address: str, width: int
) -> None:
    page = opened(address, width=width)
    read_in_full(page, "paris-summit")
    assert page.evaluate(IN_VIEW, "paris-summit")
    assert page.locator("article[aria-current]").get_attribute("id") == "paris-summit"
    page.evaluate("scrollTo(0, 0)")
    read_in_full(page, "riyadh-talks")
    page.go_back()
    arrived(page, "paris-summit")
    page.go_forward()
    arrived(page, "riyadh-talks")
    assert page.evaluate(IN_VIEW, "riyadh-talks")


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_card_has_the_focus_and_gives_it_back(
    opened: Opened, address: str, curated: Timeline, key: str
) -> None:
    page = opened(address, width=1280)
    page.focus('a[data-event="paris-summit"]')
    page.keyboard.press(key)
    summit = called(curated, "paris-summit")
    card = page.get_by_role("dialog", name=summit.title)
    assert card.locator("b").inner_text() == "Monday 17 February 2025"
    first, *more = summit.sources
    told = ("", " and 1 more source", f" and {len(more)} more sources")[min(2, len(more))]
    assert card.locator(".from").inner_text() == f"{first.publisher}{told}"
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    following = after(curated, "paris-summit")
    page.keyboard.press("ArrowRight")
    page.get_by_role("dialog", name=following.title).wait_for()
    assert page.locator(".point.pointed").get_attribute("data-of") == following.id
    page.keyboard.press("Escape")
    page.wait_for_function(f"() => document.activeElement.dataset.event === '{following.id}'")
    assert not page.locator(".card").is_visible()


def test_a_card_stays_within_the_chart_and_closes_with_a_click_elsewhere(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(address, width=1280)
    for outermost in (curated.events[-1], curated.events[0]):
        click_mark(page, outermost.id)
        page.locator(".card").wait_for()
        box = page.locator(".card").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 1280
        page.evaluate("scrollTo(0, 0)")
        page.mouse.click(640, 20)
        page.locator(".card").wait_for(state="hidden")


def test_in_the_drawing_too_mark_and_label_open_the_card_and_with_ctrl_the_source_opens(
    opened: Opened, few_events_address: str, few_events: Timeline
) -> None:
    page = opened(few_events_address, forced_colors="active", wait=False)
    page.wait_for_load_state("networkidle")  # the script that opens cards comes after the page
    page.click('.drawing [data-of="paris-summit"] .dot:visible')
    page.get_by_role("dialog", name=called(few_events, "paris-summit").title).wait_for()
    page.keyboard.press("Escape")
    page.click('.drawing [data-of="riyadh-talks"] text:visible')
    page.get_by_role("dialog", name=called(few_events, "riyadh-talks").title).wait_for()
    page.keyboard.press("Escape")
    page.evaluate(
        "addEventListener('click', (click) => {"
        " window.isKept = click.defaultPrevented; click.preventDefault(); })"
    )
    page.click('.drawing [data-of="paris-summit"] text:visible', modifiers=["ControlOrMeta"])
    assert page.evaluate("isKept") is False  # the browser opens the source
    assert not page.locator(".card").is_visible()


def test_who_points_at_an_article_sees_its_mark_and_a_chosen_event_keeps_it(
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}#paris-summit", wait=False)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_selector(f"{mark('paris-summit')}.chosen")
    page.hover("#riyadh-talks h3")
    assert page.locator(f"{mark('riyadh-talks')}.pointed").count() == 1
    page.mouse.move(0, 0)
    page.focus("#starmer-white-house .source")
    assert page.locator(f"{mark('starmer-white-house')}.pointed").count() == 1
    assert page.locator(".plot .point.pointed").count() == 1


# ---- story mode


def test_the_presenter_shows_one_event_at_a_time_and_keeps_its_keys_to_itself(
    opened: Opened, few_events_address: str, few_events: Timeline
) -> None:
    page = opened(f"{few_events_address}?main=1#paris-summit", wait=False)
    page.click("[data-present]")
    stage = page.locator(".presenter")
    assert stage.locator("h3").inner_text() == called(few_events, "paris-summit").title
    assert "17\xa0February 2025" in stage.inner_text()
    publisher = called(few_events, "paris-summit").sources[0].publisher
    assert publisher in stage.inner_text()
    page.keyboard.press("ArrowRight")
    arrived(page, "riyadh-talks")
    assert stage.locator("h3").inner_text() == called(few_events, "riyadh-talks").title
    assert stage.locator(".presented").evaluate("(all) => all.scrollHeight <= all.clientHeight")
    page.keyboard.press("PageUp")
    arrived(page, "paris-summit")
    assert page.evaluate("document.querySelector('.presenter').contains(document.activeElement)")
    assert (
        page.evaluate("parseFloat(getComputedStyle(document.querySelector('.presented p')).fontSize)") > 24
    )
    stage.locator("[data-close]").click()
    stage.wait_for(state="hidden")
    assert page.evaluate(IN_VIEW, "paris-summit")


def test_paper_holds_the_list_also_from_the_presenter_and_back_ends_it(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(f"{address}?main=1#paris-summit", wait=False)
    page.click("[data-present]")
    page.emulate_media(media="print")
    assert not page.locator(".presenter").is_visible()
    assert page.locator("article.event:visible").count() == len(curated.events)
    page.emulate_media(media="screen")
    console: list[str] = []
    page.on("pageerror", lambda error: console.append(str(error)))
    page.evaluate("location.hash = ''")
    page.locator(".presenter").wait_for(state="hidden")
    assert console == []


def test_dimmed_labels_are_no_stops_on_the_way(opened: Opened, five_weeks_address: str) -> None:
    page = opened(f"{five_weeks_address}?kind=vote")
    page.get_by_role("slider").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.event") == "e20"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.move") == "earlier"


# ---- copying and the table


def test_one_click_copies_the_link(opened: Opened, address: str) -> None:
    page = opened(f"{address}?q=paris", permissions=["clipboard-read", "clipboard-write"])
    page.click("#paris-summit [data-copy=link]")
    page.wait_for_selector(".copied:has-text('Copied.')")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}#paris-summit"


def test_the_table_holds_what_the_list_shows_and_sorts_by_any_column(opened: Opened, address: str) -> None:
    page = opened(f"{address}?track=Europe&view=table", width=1280)
    events = "[...document.querySelectorAll('tbody th a')].map((link) => link.hash.slice(1))"
    by_day = page.evaluate(events)
    assert by_day == page.evaluate(SHOWN)
    assert not page.locator(".by-day").is_visible()
    page.click("thead button >> nth=1")
    at_rest(page)
    titles = page.locator("tbody th").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    page.click("thead button >> nth=1")
    at_rest(page)
    assert page.locator("tbody th").all_inner_texts() == titles[::-1]
    assert page.locator("thead [aria-sort]").count() == 1
    assert page.locator("thead th >> nth=1").get_attribute("aria-sort") == "descending"
    assert page.locator(".as-table [download]").get_attribute("href") == "events.csv"
    page.click(f'tbody a[href="#{by_day[0]}"]')
    arrived(page, by_day[0])
    assert page.evaluate(IN_VIEW, by_day[0])
    assert not page.locator(".as-table").is_visible()


# ---- on a phone, and without JavaScript


def test_on_a_phone_events_open_in_place_and_targets_fit_a_finger(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(address, width=360, has_touch=True)
    minor, main = (next(one for one in curated.events if one.key == is_main) for is_main in (False, True))
    row = page.locator(f"#{minor.id}").get_by_role("button", name=minor.label)
    assert not page.locator(f"#{minor.id} .source >> nth=0").is_visible()
    row.tap()
    assert row.get_attribute("aria-expanded") == "true"
    assert page.locator(f"#{minor.id} .source >> nth=0").is_visible()
    row.tap()
    assert not page.locator(f"#{minor.id} .source >> nth=0").is_visible()
    page.locator(f"#{main.id}").get_by_role("button", name=main.title).tap()
    assert page.locator(f"#{main.id} blockquote, #{main.id} .content p").first.is_visible()
    small = """(least) => [...document.querySelectorAll('button, select, input, summary, a.source')]
      .filter((target) => target.checkVisibility({visibilityProperty: true}) && target.type !== 'checkbox')
      .filter((target) => target.getBoundingClientRect().height < least)
      .map((target) => target.outerHTML)"""
    assert page.evaluate(small, 24) == []
    page.click(".finder")
    large = page.locator(".opener, .finder, .find [type=search], .chip, .done")
    assert min(box["height"] for box in (b.bounding_box() for b in large.all()) if box) >= 44


def test_on_a_phone_a_link_to_an_event_opens_it(opened: Opened, address: str) -> None:
    page = opened(f"{address}#tusk-no-troops", width=360, has_touch=True)
    assert page.locator("#tusk-no-troops .source >> nth=0").is_visible()
    assert page.evaluate(IN_VIEW, "tusk-no-troops")


def test_on_a_phone_the_page_is_short_and_begins_soon(
    opened: Opened, address: str, curated: Timeline
) -> None:
    """At most 4,000 px for 38 events, and in proportion for more; the first event within 640 px."""
    page = opened(address, width=360, has_touch=True)
    count = len(curated.events)
    assert page.evaluate("document.documentElement.scrollHeight") <= grown(4000, count)
    assert (
        page.locator("article.event >> nth=0").evaluate("(one) => one.getBoundingClientRect().top") <= 640
    )
    page.click(".switch >> text=Main")
    at_rest(page)
    assert page.locator("article.event:visible").count() == page.locator("article.key").count() < count
    page.click(".switch >> text=All")
    at_rest(page)
    assert page.locator("article.event:visible").count() == count


def test_on_a_phone_the_search_is_a_sheet_that_gives_the_focus_back(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(address, width=360, has_touch=True)
    page.tap(".finder")
    assert page.evaluate("document.activeElement.name") == "q"
    page.locator(".chip", has=page.locator("[value=Europe]")).tap()
    at_rest(page)
    show = page.get_by_role("button", name="Show ")
    in_europe = [one.id for one in curated.events if one.track == "Europe"]
    assert page.evaluate(SHOWN) == in_europe
    assert show.inner_text() == f"Show {len(in_europe)} of {len(curated.events)} events"
    page.keyboard.press("Escape")
    assert not page.locator(".find").is_visible()
    assert page.evaluate("document.activeElement.className") == "finder"
    page.tap(".finder")
    show.tap()
    at_rest(page)
    assert not page.locator(".find").is_visible()
    assert page.evaluate(IN_VIEW, page.evaluate(SHOWN)[0])


def test_without_a_script_nothing_is_offered_that_needs_one(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(address, java_script_enabled=False, width=360)
    for part in (
        *(".find", ".toolbar", ".opener", ".here", ".card", ".presenter", ".chart-controls", ".as-table"),
        "[data-copy]",
    ):
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.locator("article.event:visible").count() == len(curated.events)
    assert page.locator(".source:visible").count() == len(curated.sources)
