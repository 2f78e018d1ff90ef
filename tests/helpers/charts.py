"""The page in a browser: what its chart and its list show, and when what a reader did has been drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: The first and the last day that the chart shows.
RANGE = "document.getElementById('tl-plot').layout.xaxis.range.map((end) => Date.parse(`${end}Z`) / 864e5)"
#: The ids of the events in the list.
SHOWN = "[...document.querySelectorAll('.events li:not([hidden]) > article')].map((article) => article.id)"
#: Whether the article of an id is in the window.
IN_VIEW = """(id) => {
  const { top } = document.getElementById(id).getBoundingClientRect();
  return top >= 0 && top < innerHeight;
}"""
#: Frames in a row in which nothing may change. A gesture is drawn in the frame after it, Plotly's labels in
#: the next one.
FRAMES = 4
_AT_REST = """(frames) => new Promise((done) => {
  let still = 0;
  const observer = new MutationObserver(() => { still = 0; });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const next = () => {
    still = document.querySelector('.chart.moving') ? 0 : still + 1;
    if (still <= frames) return requestAnimationFrame(next);
    observer.disconnect();
    done();
  };
  requestAnimationFrame(next);
})"""


def at_rest(page: Page) -> None:
    """Waits until no gesture goes on and nothing on the page has changed for `FRAMES` frames."""
    page.evaluate(_AT_REST, FRAMES)


def days(page: Page) -> float:
    """How many days the chart shows."""
    first, last = page.evaluate(RANGE)
    return float(last - first)


def arrived(page: Page, event: str) -> None:
    """Waits until the event of the address is chosen, which takes a moment."""
    page.wait_for_selector(f"article#{event}[aria-current]", state="attached")


def middle(page: Page, selector: str) -> tuple[float, float]:
    """Where the middle of an element is in the window."""
    box = page.locator(selector).bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def click_mark(page: Page, event: str) -> None:
    """Clicks the mark of an event in the chart, wherever on the page it is."""
    page.locator(mark(event)).scroll_into_view_if_needed()
    page.mouse.click(*middle(page, mark(event)))


def mark(event: str) -> str:
    """The selector of the mark of an event in the chart."""
    return f'.plot .point[data-of="{event}"]'
