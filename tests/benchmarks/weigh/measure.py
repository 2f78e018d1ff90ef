"""One page in a fresh browser, all slowed down: what it costs, and when it can be used."""

from __future__ import annotations

import gzip
import json
import math
import mimetypes
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from tests.benchmarks.weigh.pages import HERE, MissingError, Page
from tests.conftest import BROWSER_FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Locator, Playwright
    from playwright.sync_api import Page as Tab

#: How much slower the processor is than the machine's.
SLOWER = 4
#: Bytes per second, and ms before each answer.
SLOW_4G = {"downloadThroughput": 1_600_000 / 8, "uploadThroughput": 800_000 / 8, "latency": 150}
#: The main thread is at rest once it has had no long task (over 50 ms) for so many ms.
REST = 1000
#: Ms after which a page that is not ready is given up.
PATIENCE = 90_000
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"

#: Long tasks: start and end of each, in ms from navigation.
Tasks = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Load:
    """What a page cost until it was at rest. Times in ms from navigation, ``bytes`` as sent."""

    requests: int
    third_party: int
    bytes: int
    #: Of these, those of the answers that were complete when anything of the page was first painted.
    bytes_first: int
    #: Sum of what each long task took beyond 50 ms.
    blocking: float
    #: When it was ready and its main thread then at rest.
    operable: float
    #: When each sign was first seen: "first", "ready" and others.
    at: dict[str, float]


def at_rest(ready: float, tasks: Tasks) -> float:
    """The end of the last long task that began before the first REST without one, if later than ``ready``.

    >>> at_rest(500, ((450, 600), (1300, 1400), (2500, 2600)))
    1400
    """
    for start, end in tasks:
        if start - ready < REST:
            ready = max(ready, end)
    return ready


def blocking(tasks: Tasks, since: float = 0) -> float:
    """What each long task from then on took beyond 50 ms.

    >>> blocking(((100, 200), (300, 360)))
    60
    """
    return sum(end - start - 50 for start, end in tasks if start >= since)


def compressed(content: bytes) -> bytes:
    """As servers usually send it."""
    return gzip.compress(content, 6, mtime=0)


@contextmanager
def served(folder: Path, *, is_large: bool = False) -> Iterator[str]:
    """The address of a folder that this machine serves to itself, compressed beforehand.

    Of a large one each file is compressed when it is first asked for.
    """
    files = {
        f"/{file.relative_to(folder).as_posix()}": file for file in folder.rglob("*") if file.is_file()
    }

    @cache
    def body_of(path: str) -> bytes:
        return compressed(files[path].read_bytes()) if path in files else b""

    for each in () if is_large else files:
        body_of(each)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            body = body_of(path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", mimetypes.guess_type(path)[0] or "application/octet-stream")
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing of each request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


class Wire:
    """What goes over the network, as the browser's own tools tell it."""

    def __init__(self, session: CDPSession) -> None:
        #: Request -> its address.
        self.asked: dict[str, str] = {}
        #: Request -> when its answer was complete (s of some clock) and its bytes, the headers' too.
        self.ended: dict[str, tuple[float, int]] = {}
        self.start = 0.0
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._ended)
        session.on("Network.loadingFailed", self._ended)
        session.send("Network.enable")

    def _sent(self, it: dict[str, Any]) -> None:
        url = str(it["request"]["url"])
        if url.startswith("http") and not url.endswith("/favicon.ico"):
            self.start = self.start or it["timestamp"]
            self.asked[it["requestId"]] = url

    def _ended(self, it: dict[str, Any]) -> None:
        if it["requestId"] in self.asked:
            self.ended[it["requestId"]] = it["timestamp"], int(it.get("encodedDataLength", 0))

    def bytes_by(self, ms: float = math.inf) -> int:
        """The bytes of all answers that were complete so many ms after navigation."""
        return sum(size for when, size in self.ended.values() if (when - self.start) * 1000 <= ms)


@contextmanager
def browser(playwright: Playwright) -> Iterator[Browser]:
    """The system's Chromium with a new profile, for which there is no other host than this machine."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise MissingError("no Chromium on this machine: apt-get install chromium")
    chromium = playwright.chromium.launch(executable_path=program, args=[*BROWSER_FLAGS, ONLY_HERE])
    try:
        yield chromium
    finally:
        chromium.close()


@contextmanager
def opened(playwright: Playwright, page: Page, base: str, token: str = "") -> Iterator[tuple[Tab, Load]]:
    """The page in a browser of its own, at rest, and what that cost.

    With a ``token``, which stands in the title of one event, what a reader does is tried from the first.
    """
    with browser(playwright) as chromium:
        tab = chromium.new_page(viewport={"width": 1280, "height": 800})
        session = tab.context.new_cdp_session(tab)
        wire = Wire(session)
        session.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_4G})
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        signs = {"first": f"document.querySelector({json.dumps(page.first)})"}
        if page.is_ours:
            signs["plotly"] = "document.documentElement.dataset.chart === 'plotly'"
        if not token:
            signs["ready"] = page.ready
        functions = ", ".join(f"{name}: () => {sign}" for name, sign in signs.items())
        at_start(tab, "watch.js", f"{{ {functions} }}")
        if token:
            at_start(tab, "try.js", json.dumps(token))
        tab.goto(base + page.file, wait_until="commit")
        yield tab, _rested(tab, wire, page, base)


def at_start(tab: Tab, script: str, given: str, folder: Path = HERE) -> None:
    """Before the page's own scripts run the one function that a file of ours is, with what it is given."""
    function = (folder / script).read_text(encoding="utf-8").strip().removesuffix(";")
    tab.add_init_script(f"({function})({given})")


def _rested(tab: Tab, wire: Wire, page: Page, base: str) -> Load:
    """Wait until it is ready, its main thread at rest and nothing on its way for as long."""
    begin = last = time.monotonic()
    ended = 0
    while True:
        tab.wait_for_timeout(250)
        now = time.monotonic()
        if len(wire.ended) != len(wire.asked) or len(wire.ended) != ended:
            ended, last = len(wire.ended), now
        watched = tab.evaluate("({ ...watched, now: performance.now() })")
        at, tasks = watched["at"], tuple((start, end) for start, end in watched["tasks"])
        busy = max([at.get("ready", math.inf), *(end for _, end in tasks)])
        if min(watched["now"] - busy, 1000 * (now - last)) > REST:
            break
        if 1000 * (now - begin) > PATIENCE:
            raise TimeoutError(f"{page.name} was not ready after {PATIENCE / 1000:.0f} s: {at}")
    return Load(
        requests=len(wire.asked),
        third_party=sum(not address.startswith(base) for address in wire.asked.values()),
        bytes=wire.bytes_by(),
        bytes_first=wire.bytes_by(at["first-contentful-paint"]),
        blocking=blocking(tasks),
        operable=at_rest(at["ready"], tasks),
        at=at,
    )


def touch(tab: Tab) -> tuple[float, float]:
    """Ms from the first pointer on a chart of ours until Plotly draws it, and how long that blocked."""
    box = tab.locator(".chart").bounding_box()
    assert box
    tab.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    tab.wait_for_selector("html[data-chart=plotly]", timeout=PATIENCE)
    tab.wait_for_timeout(REST)
    watched = tab.evaluate("watched")
    touched = watched["at"]["touched"]
    return watched["at"]["plotly"] - touched, blocking(watched["tasks"], since=touched)


def use(tab: Tab, token: str) -> None:
    """What `try.js` does by script, with a real pointer and real keys; raises where it does not work."""
    field = tab.locator("[type=search]")
    if field.is_visible():  # the page does without it where there are few events
        field.press_sequentially(token)
        tab.wait_for_timeout(REST)
        assert tab.locator("article.event:visible").count() == 1
        assert tab.locator("article.event:visible", has_text=token).count() == 1
        field.fill("")
    has_chart = tab.locator(".chart").count() > 0
    tab.locator(".chart a[data-event]" if has_chart else "article a[data-event]").first.focus()
    focused = "document.activeElement.dataset.event"
    before = tab.evaluate(focused)
    tab.keyboard.press("ArrowRight")
    tab.wait_for_timeout(REST)
    assert tab.evaluate(focused) not in {before, None}
    mark = tab.locator(".plot .point").nth(3) if has_chart else tab.locator(".sky .square:not(.now)").first
    for control in (mark, tab.locator(":is(.card, .walk) [data-step='1']")):
        _leads_on(tab, control)


def _leads_on(tab: Tab, control: Locator) -> None:
    """A click on it opens the card of an event, or brings another card to the front."""
    front = tab.locator(".card[open] h3, .reader article[aria-current=true] h2")
    before = front.text_content() if front.count() else ""
    control.click(force=True)
    tab.wait_for_timeout(REST)
    assert front.is_visible()
    assert front.text_content() != before
