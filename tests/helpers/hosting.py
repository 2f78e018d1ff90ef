"""Pages of another origin that hold the embed in a frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

#: A page for each kind of host, in which "EMBED" stands for the embed's address.
HOSTS = Path(__file__).parent / "hosts"

#: The heights in px of the frame in the host and of what it holds.
FRAME = "document.querySelector('iframe').clientHeight"
CONTENT = "document.querySelector('main').getBoundingClientRect().height"


#: How often a page is looked at until it is as expected, and after how many ms again.
TRIES, PAUSE = 50, 200


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another origin: its address, and the folder that stands there."""

    home: str
    folder: Path


def hosted(opened: Callable[..., Page], elsewhere: Elsewhere, body: str, **options: Any) -> Page:
    """A page of the other origin with that in it."""
    text = f'<!doctype html><link rel="icon" href="data:,">{body}'
    (elsewhere.folder / "page.html").write_text(text, encoding="utf-8")
    return opened(f"{elsewhere.home}/page.html", wait=False, **options)


def guest(page: Page) -> Frame:
    """The embed within the host, once its events are there."""
    page.wait_for_selector("iframe", state="attached")
    for _ in range(TRIES):  # the frame's address comes a moment after the frame
        for frame in page.frames:
            if frame.url.startswith("http") and frame.parent_frame:
                frame.wait_for_selector("article", state="attached")
                return frame
        page.wait_for_timeout(PAUSE)
    raise AssertionError(page.frames)


def fits(page: Page, frame: Frame, least: float = 0, most: float = 1e6) -> float:
    """The height of the frame, once that is the one of what it holds (to 4 px, within bounds) and stays."""
    before: tuple[float, float] | None = None
    for _ in range(TRIES):
        page.wait_for_timeout(PAUSE)
        content = max(least, min(most, float(frame.evaluate(CONTENT))))
        now = (float(page.evaluate(FRAME)), content)
        if now == before and abs(now[0] - content) <= 4:
            return content
        before = now
    raise AssertionError(before)
