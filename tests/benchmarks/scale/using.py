"""One page in a fresh browser: what it weighs, when it can be used, and how it feels."""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.weigh.measure import REST, Wire, at_rest, at_start, browser
from tests.benchmarks.weigh.pages import Page

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Playwright
    from playwright.sync_api import Page as Tab

HERE = Path(__file__).parent
#: Ms between two inputs of a hand that moves.
_PACE = 1000 / 60
_MOVES = 60
#: What is dragged and turned, by the kind of page.
_AREAS = ".chart, .sky, .tl-timenav, .vis-timeline, .plotly"


@dataclass(slots=True)
class Use:
    """What a page came to; times in ms."""

    requests: int
    #: As sent, until the first content was painted.
    bytes_first: int
    first: float
    operable: float
    heap: float = math.nan
    elements: int = 0
    #: 95 in a hundred frames were shorter.
    frame: float = math.nan
    #: What was done -> until the next paint.
    inputs: dict[str, float] = field(default_factory=dict)


def used(  # noqa: PLR0913 -- what is measured, and under which conditions
    playwright: Playwright, page: Page, address: str, token: str, *, slower: int, patience: float
) -> Use:
    """The page at an address, with a processor so many times slower.

    ``token`` stands in the title of one event. Raises TimeoutError if the page cannot be operated after
    ``patience`` seconds.
    """
    with browser(playwright) as chromium:
        tab = chromium.new_page(viewport={"width": 1280, "height": 800})
        tab.set_default_timeout(1000 * patience)
        session = tab.context.new_cdp_session(tab)
        wire = Wire(session)
        session.send("Emulation.setCPUThrottlingRate", {"rate": slower})
        session.send("Performance.enable")
        signs = {"first": f"document.querySelector({json.dumps(page.first)})"}
        if not page.is_ours:
            signs["ready"] = page.ready
        at_start(
            tab, "watch.js", f"{{ {', '.join(f'{name}: () => {sign}' for name, sign in signs.items())} }}"
        )
        if page.is_ours:
            at_start(tab, "act.js", json.dumps(token), HERE)
        at_start(tab, "feel.js", "", HERE)
        tab.goto(address, wait_until="commit")
        use = _rested(tab, wire, patience)
        session.send("HeapProfiler.collectGarbage")
        metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
        use.heap = metrics["JSHeapUsedSize"] / 1e6
        use.elements = tab.evaluate("document.getElementsByTagName('*').length")
        if page.is_ours:
            use.inputs = _inputs(tab, token)
        use.frame = _frame(tab, session, needs_ctrl=page.is_ours)
        return use


def _rested(tab: Tab, wire: Wire, patience: float) -> Use:
    end = time.monotonic() + patience
    while time.monotonic() < end:
        tab.wait_for_timeout(250)
        seen = tab.evaluate("({ ...watched, now: performance.now() })")
        at, tasks = seen["at"], tuple((start, stop) for start, stop in seen["tasks"])
        if {"ready", "first", "first-contentful-paint"} <= at.keys():
            operable = at_rest(at["ready"], tasks)
            if seen["now"] - operable > REST:
                sent = wire.bytes_by(at["first-contentful-paint"])
                return Use(len(wire.asked), sent, at["first"], operable)
    raise TimeoutError(f"not operable after {patience:.0f} s: {at}")


def _inputs(tab: Tab, token: str) -> dict[str, float]:
    """What real keys and clicks take until the next paint: the slowest of each action."""
    search = tab.locator("[type=search]")
    step = tab.locator(":is(.card[open], .walk) [data-step='1']")
    actions: dict[str, Callable[[], object]] = {"next": step.click}
    if search.is_visible():
        actions["search"] = lambda: search.press_sequentially(token[:4], delay=120)
    for name, what in {"filter": "label.chip", "table": "[data-view=table]"}.items():
        if tab.locator(what).count():
            actions[name] = tab.locator(what).first.click
    taken: dict[str, float] = {}
    for name, act in actions.items():
        if name == "filter":
            tab.keyboard.press("Escape")
            search.fill("")
            tab.wait_for_timeout(REST)
        tab.evaluate("felt.inputs.length = 0")
        with suppress(Exception):  # a dash in the table: what could not be done
            act()
            tab.wait_for_timeout(REST)
            taken[name] = max(tab.evaluate("felt.inputs"), default=16)
    return taken


def _frame(tab: Tab, session: CDPSession, *, needs_ctrl: bool) -> float:
    """95 in a hundred frames were shorter while the chart was zoomed and dragged."""
    area = tab.locator(_AREAS).first
    area.scroll_into_view_if_needed()
    box = area.bounding_box()
    if box is None:
        return math.nan
    x, y = box["x"] + box["width"] / 2, (max(0, box["y"]) + min(800, box["y"] + box["height"])) / 2
    place = {"x": x, "y": y}
    modifiers = {"modifiers": 2} if needs_ctrl else {}

    def move(kind: str, number: int) -> None:
        if kind == "mouseWheel":
            wheel = {"deltaX": 0, "deltaY": -60 if number // 15 % 4 < 3 else 60}
            session.send("Input.dispatchMouseEvent", {"type": kind, **place, **wheel, **modifiers})
        else:
            there = {"x": x + 150 * math.sin(number / 12), "y": y, "button": "left", "buttons": 1}
            session.send("Input.dispatchMouseEvent", {"type": kind, **there})

    tab.mouse.move(x, y)
    tab.wait_for_timeout(REST)
    tab.evaluate("felt.frames.length = 0")
    for kind in ("mouseWheel", "mouseMoved"):
        if kind == "mouseMoved":
            tab.mouse.down()
        for number in range(_MOVES):
            began = time.monotonic()
            move(kind, number)
            tab.wait_for_timeout(max(0, _PACE - 1000 * (time.monotonic() - began)))
    frames = sorted(tab.evaluate("felt.frames"))
    tab.mouse.up()
    return frames[int(0.95 * len(frames))] if frames else math.nan
