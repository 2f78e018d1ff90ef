"""Waits for the page's chart in a browser: until what a reader did has been drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

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
