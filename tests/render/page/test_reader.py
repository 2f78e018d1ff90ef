"""What readers do with the page, with any device: choose, step, present, copy, sort."""

from __future__ import annotations

import re

import pytest

from tests.conftest import Opened
from tests.helpers.charts import IN_VIEW, RANGE, SHOWN, arrived, at_rest, mark, middle

# ---- chart and list together


@pytest.mark.parametrize("width", [768, 1280])
def test_a_mark_leads_to_its_article_and_the_way_back_is_the_browsers(
    opened: Opened, address: str, width: int
) -> None:
    page = opened(address, width=width)
    page.mouse.click(*middle(page, mark("paris-summit")))
    arrived(page, "paris-summit")
    assert page.evaluate(IN_VIEW, "paris-summit")
    assert page.locator("article[aria-current]").get_attribute("id") == "paris-summit"
    page.evaluate("scrollTo(0, 0)")
    page.mouse.click(*middle(page, mark("riyadh-talks")))
    arrived(page, "riyadh-talks")
    page.go_back()
    arrived(page, "paris-summit")
    page.go_forward()
    arrived(page, "riyadh-talks")
    assert page.evaluate(IN_VIEW, "riyadh-talks")


def test_in_the_drawing_too_the_mark_leads_to_the_article_and_the_label_to_the_source(
    opened: Opened, address: str
) -> None:
    page = opened(address, forced_colors="active", wait=False)
    page.click('.drawing [data-of="paris-summit"] .dot:visible')
    arrived(page, "paris-summit")
    page.context.route(re.compile("^https:"), lambda route: route.fulfill(body="the source"))
    link = page.get_attribute('.drawing [data-of="paris-summit"]', "href")
    with page.context.expect_page() as source:
        page.click('.drawing [data-of="paris-summit"] text:visible')
    source.value.wait_for_load_state()
    assert source.value.url == link
    assert page.url.endswith("#paris-summit")


def test_who_points_at_an_article_sees_its_mark_and_a_chosen_event_keeps_it(
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}#paris-summit", wait=False)
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_selector(f"{mark('paris-summit')}.chosen")
    page.hover("#riyadh-talks h3")
    assert page.locator(f"{mark('riyadh-talks')}.pointed").count() == 1
    page.focus("#starmer-white-house .source")
    assert page.locator(f"{mark('starmer-white-house')}.pointed").count() == 1
    assert page.locator(".plot .point.pointed").count() == 1


# ---- stepping through the events


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_next_and_previous_tell_the_story_and_the_chart_follows(
    opened: Opened, address: str, width: int
) -> None:
    page = opened(address, width=width)
    page.locator("#tl-heading").scroll_into_view_if_needed()
    order = page.evaluate(SHOWN)
    forth, back = page.locator(".story [data-step='1']"), page.locator(".story [data-step='-1']")
    assert back.get_attribute("aria-disabled") == "true"
    for expected in order[:3]:
        forth.click()
        arrived(page, expected)
        assert page.evaluate(IN_VIEW, expected)
    assert page.inner_text(".story [role=status]").startswith("3 of 38")
    back.press("Enter")
    arrived(page, order[1])
    assert page.evaluate("document.activeElement.dataset.step") == "-1"
    if width < 600:
        return
    for _ in range(3):
        page.evaluate("document.querySelector('[data-move=in]').click()")
        at_rest(page)
    page.goto(f"{address}#{order[-1]}")
    page.wait_for_function(f"() => (([, end]) => end > 20160)({RANGE})")  # days since 1970: mid-March 2025


def test_the_presenter_shows_one_event_at_a_time_and_keeps_its_keys_to_itself(
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}?main=1")
    page.click("[data-present]")
    stage = page.locator(".presenter")
    assert stage.locator("h3").inner_text() == "European leaders hold an emergency meeting in Paris"
    assert stage.locator(".count").inner_text().startswith("1 of 5")
    assert "Source: " in stage.inner_text()
    page.keyboard.press("ArrowRight")
    arrived(page, "riyadh-talks")
    assert "Riyadh" in stage.locator("h3").inner_text()
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
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}?main=1#paris-summit", wait=False)
    page.click("[data-present]")
    page.emulate_media(media="print")
    assert not page.locator(".presenter").is_visible()
    assert page.locator("article.event:visible").count() == 38
    page.emulate_media(media="screen")
    console: list[str] = []
    page.on("pageerror", lambda error: console.append(str(error)))
    page.evaluate("location.hash = ''")
    page.locator(".presenter").wait_for(state="hidden")
    assert console == []


def test_dimmed_labels_are_no_stops_on_the_way(opened: Opened, address: str) -> None:
    page = opened(f"{address}?kind=vote")
    page.get_by_role("slider").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.event") == "un-votes"
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
    assert not page.locator(".events ol").is_visible()
    page.click("thead button >> nth=1")
    titles = page.locator("tbody th").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    page.click("thead button >> nth=1")
    assert page.locator("tbody th").all_inner_texts() == titles[::-1]
    assert page.locator("thead [aria-sort]").count() == 1
    assert page.locator("thead th >> nth=1").get_attribute("aria-sort") == "descending"
    assert page.locator(".as-table [download]").get_attribute("href") == "events.csv"
    page.click(f'tbody a[href="#{by_day[0]}"]')
    arrived(page, by_day[0])
    assert page.evaluate(IN_VIEW, by_day[0])
    assert not page.locator(".as-table").is_visible()


# ---- on a phone, and without JavaScript


def test_on_a_phone_sources_come_on_request_and_targets_fit_a_finger(opened: Opened, address: str) -> None:
    page = opened(address, width=360, has_touch=True)
    assert not page.locator("#paris-summit .source >> nth=0").is_visible()
    page.tap("#paris-summit .sources summary")
    assert page.locator("#paris-summit .source >> nth=0").is_visible()
    small = """(least) => [...document.querySelectorAll('button, select, input, summary, a.source')]
      .filter((target) => target.checkVisibility() && target.type !== 'checkbox')
      .filter((target) => target.getBoundingClientRect().height < least)
      .map((target) => target.outerHTML)"""
    assert page.evaluate(small, 24) == []
    main = page.locator(".story button, .find select, .find [type=search], .views button")
    assert min(box["height"] for box in (b.bounding_box() for b in main.all()) if box) >= 44


def test_without_a_script_nothing_is_offered_that_needs_one(opened: Opened, address: str) -> None:
    page = opened(address, java_script_enabled=False, width=360)
    for part in (".find", ".story", ".presenter", ".chart-controls", ".as-table", "[data-copy]"):
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.locator("article.event:visible").count() == 38
    assert page.locator(".source:visible").count() == 182
