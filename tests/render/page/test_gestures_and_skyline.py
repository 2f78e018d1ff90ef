"""The chart under the hand, and the skyline above it: what they show, and what moves them."""

from __future__ import annotations

from itertools import combinations

import pytest

from tests.conftest import Opened
from tests.helpers.charts import RANGE, at_rest, days, mark, middle
from timeline.model import Timeline

LABELS = """() => [...document.querySelectorAll('.plot .textpoint text')]
  .filter((text) => text.querySelector('a')?.textContent.trim())
  .filter((text) => getComputedStyle(text.parentElement).visibility !== 'hidden')
  .map((text) => text.getBoundingClientRect())
  .map(({left, top, right, bottom}) => [left, top, right, bottom])"""
POSITION = "() => document.querySelector('.skyline .window').getBoundingClientRect().x"

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
    opened: Opened, address: str, curated: Timeline
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
    assert len(shared) > len(curated.events) / 2
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
    page.locator(".card").wait_for()


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
    assert min(counts) > 1


# ---- the skyline


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
    opened: Opened, five_weeks_address: str
) -> None:
    page = opened(five_weeks_address, width=360, has_touch=True)
    slider = page.get_by_role("slider", name="Events over time")
    assert slider.get_attribute("aria-valuetext") == "Wednesday 12 February 2025, 1–2 of 38"
    assert page.inner_text(".here p") == "38 events"
    slider.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    at_rest(page)
    assert slider.get_attribute("aria-valuetext") == "Monday 17 February 2025, 5–15 of 38"
    assert page.inner_text(".here p") == "Mon 17 Feb · 5–15 of 38"
    below = page.evaluate("document.querySelector('.sky').getBoundingClientRect().bottom")
    top = "document.getElementById('e5').closest('.group').getBoundingClientRect().top"
    assert 0 <= page.evaluate(top) - below < 40  # the heading of the day stands below the skyline
    page.keyboard.press("End")
    at_rest(page)
    assert slider.get_attribute("aria-valuetext") == "Saturday 15 March 2025, 37–38 of 38"
    page.touchscreen.tap(middle(page, '.skyline [data-of="e16"]')[0], 30)
    at_rest(page)
    assert page.inner_text(".here p").startswith("Tue 18 Feb")


def test_without_a_script_a_column_of_the_skyline_leads_to_its_first_event(
    opened: Opened, five_weeks_address: str
) -> None:
    page = opened(five_weeks_address, width=360, java_script_enabled=False)
    assert page.locator(".skyline rect[data-of]").count() == 38
    assert not page.locator(".finder").is_visible()
    page.locator('.skyline a[data-period^="Monday 17 February"]').click()
    assert page.url.endswith("#e5")
    below = page.evaluate("document.querySelector('.sky').getBoundingClientRect().bottom")
    assert page.evaluate("document.getElementById('e5').getBoundingClientRect().top") >= below


def test_zoomed_in_dates_are_written_as_before_and_labels_grow_to_titles(
    opened: Opened, five_weeks_address: str
) -> None:
    page = opened(five_weeks_address, width=1280)
    page.click("[data-move=in]")
    at_rest(page)
    texts = "[...document.querySelectorAll('.plot .textpoint')].map((text) => text.textContent)"
    shown = {text.replace("\u00a0", " ").strip() for text in page.evaluate(texts)}
    assert {"24 Feb 2025", "3 Mar"} <= shown
    assert "The event with the number 20" in shown
    assert "Event 20" not in shown
    link = page.locator('.plot a[data-event="e20"]')
    assert (link.get_attribute("aria-label") or "").startswith("The event with the number 20")
