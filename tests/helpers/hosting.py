"""Pages of another origin that show the embed in a frame."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

#: A page for each kind of host, with "EMBED" as the placeholder for the embed's address.
HOSTS = Path(__file__).parent / "hosts"

#: The heights in px of the frame in the host and of the frame's content.
FRAME = "document.querySelector('iframe').clientHeight"
CONTENT = "document.querySelector('main').getBoundingClientRect().height"

#: How often a page is checked until it is as expected, and how many ms apart.
TRIES, PAUSE = 80, 120


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another origin: its address, and the folder that it serves."""

    home: str
    folder: Path


def hosted(opened: Callable[..., Page], elsewhere: Elsewhere, body: str, **options: Any) -> Page:
    """A page of the other origin with ``body``."""
    text = f'<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">{body}'
    # A name of its own: windows are used again, and would show what they have kept by the same address
    name = f"page-{sha256(text.encode()).hexdigest()[:12]}.html"
    (elsewhere.folder / name).write_text(text, encoding="utf-8")
    return opened(f"{elsewhere.home}/{name}", wait=False, **options)


def guest(page: Page, ready: str = "article[aria-current=true]") -> Frame:
    """The frame in the host, once ``ready`` is there: by default the embed's script has chosen an event.

    A click before that is lost.
    """
    page.wait_for_selector("iframe", state="attached")
    for _ in range(TRIES):  # the frame has its address a moment after it appears
        for frame in page.frames:
            if frame.url.startswith("http") and frame.parent_frame:
                frame.wait_for_selector(ready, state="attached")
                return frame
        page.wait_for_timeout(PAUSE)
    raise AssertionError(page.frames)


def fits(page: Page, frame: Frame, least: float = 0, most: float = 1e6) -> float:
    """The height of the frame, once it is stable and that of its content (to 4 px, within bounds)."""
    before: tuple[float, float] | None = None
    for _ in range(TRIES):
        page.wait_for_timeout(PAUSE)
        content = max(least, min(most, float(frame.evaluate(CONTENT))))
        now = (float(page.evaluate(FRAME)), content)
        if now == before and abs(now[0] - content) <= 4:
            return content
        before = now
    raise AssertionError(before)
