"""What readers do with the page, with any device: choose, search, step, move, copy, sort, present."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.conftest import Opened
from tests.helpers.charts import at_rest
from tests.helpers.make import event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.render import render
from timeline.writing import write

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

RANGE = "document.getElementById('tl-plot').layout.xaxis.range.map((end) => Date.parse(`${end}Z`) / 864e5)"
SHOWN = "[...document.querySelectorAll('.events li:not([hidden]) > article')].map((article) => article.id)"
IN_VIEW = """(id) => {
  const { top } = document.getElementById(id).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}"""
LABELS = """() => [...document.querySelectorAll('.plot .textpoint text')]
  .filter((text) => text.querySelector('a')?.textContent.trim())
  .filter((text) => getComputedStyle(text.parentElement).visibility !== 'hidden')
  .map((text) => text.getBoundingClientRect())
  .map(({left, top, right, bottom}) => [left, top, right, bottom])"""


def days(page: Page) -> float:
    """How many days the chart shows."""
    first, last = page.evaluate(RANGE)
    return float(last - first)


def arrived(page: Page, event: str) -> None:
    """Waits until the event of the address is chosen, which takes a moment."""
    page.wait_for_selector(f"article#{event}[aria-current]", state="attached")


def middle(page: Page, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def mark(event: str) -> str:
    return f'.plot .point[data-of="{event}"]'


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


# ---- gestures


def test_the_wheel_scrolls_the_page_and_with_ctrl_it_zooms_about_the_pointer(
    opened: Opened, address: str
) -> None:
    page = opened(address, width=1280)
    whole = days(page)
    x, y = middle(page, mark("starmer-white-house"))
    page.mouse.move(x, y)
    page.mouse.wheel(0, 100)
    page.wait_for_function("() => scrollY === 100")
    assert days(page) == whole
    page.keyboard.down("Control")
    for _ in range(4):
        page.mouse.wheel(0, -60)
    page.keyboard.up("Control")
    at_rest(page)
    assert days(page) == pytest.approx(whole * 2.718281828 ** (-240 / 200), rel=0.01)
    assert page.evaluate("scrollY") == 100
    assert middle(page, mark("starmer-white-house"))[0] == pytest.approx(x, abs=1.5)


def test_while_the_hand_moves_everything_stands_where_plotly_will_draw_it(
    opened: Opened, address: str
) -> None:
    page = opened(address, width=1280)
    x, y = middle(page, mark("starmer-white-house"))
    page.mouse.move(x, y)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_timeout(60)
    places = """() => [...document.querySelectorAll('.plot [data-of]:is(.point, .textpoint)')]
      .filter((drawn) => drawn.querySelector('a') || drawn.matches('.point'))
      .map((drawn) => [drawn.dataset.of + drawn.nodeName, drawn.getBoundingClientRect().x])
      .filter(([, x]) => x > 150 && x < 1100)"""
    moving = dict(page.evaluate(places))
    at_rest(page)
    drawn = dict(page.evaluate(places))
    shared = moving.keys() & drawn.keys()
    assert len(shared) > 20
    assert {name: moving[name] for name in shared} == pytest.approx(
        {name: drawn[name] for name in shared}, abs=1
    )


def test_dragging_moves_the_days_under_the_hand_and_ends_without_a_click(
    opened: Opened, address: str
) -> None:
    page = opened(address, width=1280)
    page.click("[data-move=in]")
    page.evaluate("scrollTo(0, 0)")
    at_rest(page)
    (first, last), (x, y) = page.evaluate(RANGE), middle(page, mark("starmer-white-house"))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 150, y + 20, steps=5)
    page.mouse.up()
    at_rest(page)
    assert page.evaluate(RANGE)[0] > first
    assert days(page) == pytest.approx(last - first, abs=0.001)
    assert middle(page, mark("starmer-white-house"))[0] == pytest.approx(x - 150, abs=1.5)
    assert "#" not in page.url


def test_two_fingers_zoom_one_finger_moves_sideways_and_up_it_scrolls_the_page(
    opened: Opened, address: str
) -> None:
    page = opened(address, width=820, has_touch=True)
    hand = page.context.new_cdp_session(page)

    def touch(kind: str, *places: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": n} for n, (x, y) in enumerate(places)]
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(16)

    whole = days(page)
    touch("touchStart", (400, 500))
    touch("touchStart", (400, 500), (500, 500))
    for step in range(1, 6):
        touch("touchMove", (400 - 10 * step, 500), (500 + 10 * step, 500))
    touch("touchEnd")
    at_rest(page)
    assert days(page) == pytest.approx(whole / 2, rel=0.02)
    assert page.evaluate("visualViewport.scale") == 1

    first = page.evaluate(RANGE)[0]
    touch("touchStart", (400, 500))
    for step in range(1, 6):
        touch("touchMove", (400 - 20 * step, 500))
    touch("touchEnd")
    at_rest(page)
    assert page.evaluate(RANGE)[0] > first
    assert page.evaluate("scrollY") == 0

    first = page.evaluate(RANGE)[0]
    touch("touchStart", (400, 700))
    for step in range(1, 6):
        touch("touchMove", (400, 700 - 40 * step))
    touch("touchEnd")
    page.wait_for_function("() => scrollY > 100")
    at_rest(page)
    assert page.evaluate(RANGE)[0] == pytest.approx(first, abs=0.2)

    page.wait_for_timeout(1000)  # a finger that meets a page in motion only stops it
    page.evaluate("scrollTo(0, 0)")
    page.touchscreen.tap(*middle(page, mark("starmer-white-house")))
    arrived(page, "starmer-white-house")


# ---- the skyline

POSITION = "() => document.querySelector('.skyline .window').getBoundingClientRect().x"


def test_the_skyline_shows_the_part_in_view_and_takes_one_elsewhere(opened: Opened, address: str) -> None:
    page = opened(address, width=1280)
    assert not page.locator(".skyline .window").is_visible()
    for _ in range(2):
        page.click("[data-move=in]")
    page.evaluate("scrollTo(0, 0)")
    at_rest(page)
    window = page.locator(".skyline .window").bounding_box()
    box = page.locator(".skyline").bounding_box()
    assert window
    assert box
    assert window["width"] == pytest.approx((box["width"] + 32) / 4, abs=1)
    page.mouse.click(box["x"] + 100, box["y"] + 20)
    at_rest(page)
    assert page.evaluate(POSITION) + window["width"] / 2 == pytest.approx(
        max(box["x"] + 100, box["x"] - 16 + window["width"] / 2), abs=2
    )


def test_the_columns_stand_above_their_marks_at_every_width(opened: Opened, address: str) -> None:
    for width in (600, 900, 1280, 1600):
        page = opened(address, width=width)
        column = middle(page, '.skyline [data-of="riyadh-talks"]')[0]
        assert column == pytest.approx(middle(page, mark("riyadh-talks"))[0], abs=1)


def test_on_a_phone_the_skyline_leads_through_the_list_by_keys_and_by_touch(
    opened: Opened, address: str
) -> None:
    page = opened(address, width=360, has_touch=True)
    slider = page.get_by_role("slider", name="Events over time")
    assert slider.get_attribute("aria-valuetext") == "Wednesday 12 February 2025, 1–2 of 38"
    assert page.inner_text(".here") == "38 events"
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    at_rest(page)
    assert slider.get_attribute("aria-valuetext") == "Monday 17 February 2025, 5–15 of 38"
    assert page.inner_text(".here") == "Monday 17 February 2025 · 5–15 of 38"
    below = page.evaluate("document.querySelector('.sky').getBoundingClientRect().bottom")
    top = "document.getElementById('tusk-no-troops').getBoundingClientRect().top"
    assert 0 <= page.evaluate(top) - below < 40
    page.keyboard.press("End")
    at_rest(page)
    assert slider.get_attribute("aria-valuetext") == "Saturday 15 March 2025, 37–38 of 38"
    page.touchscreen.tap(middle(page, '.skyline [data-of="us-aid-pause"]')[0], 30)
    at_rest(page)
    assert page.inner_text(".here").startswith("Monday 3 March 2025")


def test_without_a_script_a_column_of_the_skyline_leads_to_its_first_event(
    opened: Opened, address: str
) -> None:
    page = opened(address, width=360, java_script_enabled=False)
    assert page.locator(".skyline rect[data-of]").count() == 38
    assert not page.locator(".finder").is_visible()
    page.locator('.skyline a[data-period^="Monday 17 February"]').click()
    assert page.url.endswith("#tusk-no-troops")
    below = page.evaluate("document.querySelector('.sky').getBoundingClientRect().bottom")
    assert page.evaluate("document.getElementById('tusk-no-troops').getBoundingClientRect().top") >= below


@pytest.mark.parametrize("width", [600, 900, 1280])
def test_at_no_zoom_do_two_labels_meet(opened: Opened, address: str, width: int) -> None:
    page = opened(address, width=width)
    counts = []
    for _ in range(6):
        boxes = page.evaluate(LABELS)
        counts.append(len(boxes))
        for one, other in combinations(boxes, 2):
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)
        page.click("[data-move=in]")
        at_rest(page)
    assert min(counts) > 2


# ---- keyboard


def test_arrows_go_from_event_to_event_in_time_and_space_to_the_text_and_only_in_the_chart(
    opened: Opened, address: str
) -> None:
    page = opened(address)
    order = page.evaluate(SHOWN)
    focused = "document.activeElement.dataset.event"
    page.focus(f'a[data-event="{order[0]}"]')
    for expected in order[1:4]:
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"() => {focused} === '{expected}'")
    page.keyboard.press("End")
    page.wait_for_function(f"() => {focused} === '{order[-1]}'")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"() => {focused} === '{order[-2]}'")
    whole = days(page)
    page.keyboard.press("+")
    page.wait_for_function(f"() => (([a, b]) => b - a < {whole * 0.6})({RANGE})")
    page.keyboard.press("Home")  # out of view now: the chart moves there first
    page.wait_for_function(f"() => {focused} === '{order[0]}'")
    page.keyboard.press("Space")
    arrived(page, order[0])

    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => scrollY > 0")  # the arrows are the page's


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_passes_every_event_and_source_in_order_and_the_focus_is_always_seen(
    opened: Opened, address: str, width: int
) -> None:
    page = opened(f"{address}?track=Russia", width=width)
    page.focus(".find [type=reset]")
    reached: list[str] = []
    seen = """() => {
      const { outlineStyle } = getComputedStyle(document.activeElement);
      return outlineStyle !== 'none' || document.activeElement.closest('svg') !== null;
    }"""
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.evaluate("document.activeElement.href ?? document.activeElement.textContent.trim()")
        if here == "Present":
            break
        assert page.evaluate(seen), here
        if width < 600 and page.evaluate(
            "document.activeElement.matches('.sources:not([open]) > summary')"
        ):
            page.keyboard.press("Enter")
        reached.append(here)
    sources = (
        "[...document.querySelectorAll('.events ol > li:not([hidden]) .source')].map((link) => link.href)"
    )
    expected = page.evaluate(sources)
    assert [link for link in reached if link in set(expected)] == expected
    assert len(expected) > 5


# ---- search and filters


@pytest.mark.parametrize("width", [360, 1280])
def test_every_spelling_of_a_name_finds_the_same_events(opened: Opened, address: str, width: int) -> None:
    page = opened(address, width=width)
    if width == 360:
        page.click(".finder")
    found = {}
    for name in ("Zelenskyy", "Zelensky", "zelenskiy"):
        page.fill("[name=q]", name)
        found[name] = page.evaluate(SHOWN)
        assert parse_qs(urlsplit(page.url).query) == {"q": [name]}
    assert len(found["Zelensky"]) >= 10
    assert found["Zelenskyy"] == found["Zelensky"] == found["zelenskiy"]
    page.fill("[name=q]", "elysee")
    assert "paris-summit" in page.evaluate(SHOWN)
    page.fill("[name=q]", "copy link")  # words of the page, not of the events
    assert page.evaluate(SHOWN) == []
    assert page.locator(".none").is_visible()


def test_filters_narrow_the_list_dim_the_chart_and_say_the_count(opened: Opened, address: str) -> None:
    page = opened(address)
    page.select_option("[name=track]", "Europe")
    found = page.evaluate(SHOWN)
    assert page.inner_text(".find [role=status]") == f"{len(found)} of 38 events"
    dimmed = "[...document.querySelectorAll('.plot .point.out')].length"
    assert page.evaluate(dimmed) == 38 - len(found)
    page.check("[name=main]")
    assert page.evaluate(SHOWN) == ["paris-summit", "coalition-call"]
    page.click("[type=reset]")
    page.wait_for_function(f"() => ({SHOWN}).length === 38")
    assert page.inner_text(".find [role=status]") == "38 events"
    assert page.evaluate(dimmed) == 0
    assert "?" not in page.url
    page.check("[name=official]")
    for found in page.evaluate(SHOWN):
        assert "official" in page.inner_text(f"#{found} .sources summary")


def test_a_filtered_view_can_be_linked_and_a_chosen_event_is_always_shown(
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}?person=Keir%20Starmer&kind=visit&track=Nowhere&person=%3Cb%3E", wait=False)
    assert page.input_value("[name=track]") == ""
    assert page.input_value("[name=kind]") == "visit"
    page.goto(f"{address}?q=istanbul#paris-summit")
    assert page.locator("article[aria-current]").get_attribute("id") == "paris-summit"
    assert page.locator("#paris-summit").is_visible()
    assert page.input_value("[name=q]") == ""


def test_the_way_back_leads_to_what_was_asked_for_then(opened: Opened, address: str) -> None:
    page = opened(address, width=1280)
    page.fill("[name=q]", "istanbul")
    found = page.evaluate(SHOWN)
    page.evaluate("scrollTo(0, 0)")
    page.mouse.click(*middle(page, mark("paris-summit")))  # dimmed, and chosen all the same
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
    page.fill("[name=q]", "US–Russia")
    found = page.evaluate(SHOWN)
    page.fill("[name=q]", "us-russia")
    assert page.evaluate(SHOWN) == found != []


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


# ---- screen readers

STATES: dict[str, Any] = {
    "start": None,
    "an event is open": "location.assign('#riyadh-talks')",
    "filtered": "const q = document.querySelector('[name=q]'); q.value = 'paris'; "
    "q.dispatchEvent(new Event('input', { bubbles: true }))",
    "nothing matches": "const q = document.querySelector('[name=q]'); q.value = 'zzz'; "
    "q.dispatchEvent(new Event('input', { bubbles: true }))",
    "table": "document.querySelector('[data-view=table]').click()",
    "presenter": "document.querySelector('[data-present]').click()",
}


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_any_state(
    opened: Opened, few_events_address: str, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for state, script in STATES.items():
        page = opened(few_events_address, width=width, color_scheme=scheme)
        if script:
            page.evaluate(script)
            at_rest(page)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{state}: {found.generate_report()}"
        page.context.close()


def test_a_page_from_right_to_left_is_moved_and_read_the_other_way_round(
    opened: Opened, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    label = "محادثات الرياض"
    events = [event(f"e{n}", 2 * n, f"أوروبا {n % 2}", label=label, key=n == 3) for n in range(11)]
    held = timeline(events, language="ar")
    write(tmp_path, render(held, [lay_out(held, width) for width in WIDTHS]))
    page = opened((tmp_path / "index.html").as_uri(), width=1280)
    assert middle(page, mark("e0"))[0] > middle(page, mark("e7"))[0]
    for name in ("e0", "e7"):  # the column of the skyline stands above the mark
        column = middle(page, f'.skyline [data-of="{name}"]')[0]
        assert column == pytest.approx(middle(page, mark(name))[0], abs=1)
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    assert page.get_by_role("slider").get_attribute("aria-valuenow") == "2"
    whole = page.evaluate(RANGE)
    assert whole[0] > whole[1]  # time runs to the left
    page.click("[data-move=in]")
    page.click("[data-move=later]")
    at_rest(page)
    assert page.evaluate(RANGE)[0] == pytest.approx(whole[0], abs=0.01)
    page.focus('a[data-event="e7"]')
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.dataset.event === 'e6'")
    x, y = middle(page, mark("e6"))
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 100, y, steps=4)
    page.mouse.up()
    at_rest(page)
    assert middle(page, mark("e6"))[0] == pytest.approx(x - 100, abs=1.5)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_what_a_screen_reader_says_is_what_a_person_would_want_to_hear(
    opened: Opened, address: str
) -> None:
    page = opened(f"{address}?kind=vote", width=1280)
    link = page.locator('a[data-event="un-votes"]')
    assert link.get_attribute("aria-label") == (
        "US votes against Ukraine’s UN text. United Nations. 24\xa0February 2025. Source: United Nations"
    )
    assert page.locator(".chart-controls").aria_snapshot() == "\n".join(
        (
            '- group "Chart view":',
            '  - button "Earlier" [disabled]: ←',
            '  - button "Later" [disabled]: →',
            '  - button "Zoom in": +',
            '  - button "Zoom out" [disabled]: −',
            '  - button "Show all" [disabled]',
        )
    )
    page.click(".story [data-step='1']")
    assert page.locator(".story").aria_snapshot() == "\n".join(
        (
            '- navigation "Event by event":',
            '  - button "Previous event" [disabled]: ←',
            '  - button "Next event" [disabled]: →',
            "  - status: 1 of 1 · The US votes against a UN resolution that condemns Russia’s war",
            '  - button "Present"',
        )
    )
    heard = [line.strip() for line in page.locator("#un-votes").aria_snapshot().splitlines()]
    title = "The US votes against a UN resolution that condemns Russia’s war"
    told = (
        f'- article "{title}":',
        "- time: 24 February 2025",
        "- text: UN Headquarters, New York City",
        "- paragraph: United Nations",
        f'- heading "{title}" [level=3]',
        "- strong: Sources disagree.",
        "- paragraph: Who Dorothy Shea, Mariana Betsa",
        '- button "Copy link"',
        "- text: 7 sources · 7 publishers · 1 official",
        '- link "United Nations":',
    )
    places = [heard.index(line) for line in told]
    assert places == sorted(places)
