"""Fixtures of several test files: the curated timeline, its built page, a browser to open it in."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from tests.helpers.hosting import HOSTS, Elsewhere
from tests.helpers.shared import filled_once

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.helpers.event_files import Normalised, Outcome
    from tests.helpers.windows import Window, Windows
    from timeline.model import Timeline

# The project itself is imported by the fixtures that use it: the process that only hands out the tests to
# those of pytest-xdist needs none of it, and they start after it.

#: Opens an address in a new browser window; see the fixture ``opened``.
Opened = Callable[..., "Page"]
#: Packages of npm -> the folder in which they are installed; see the fixture ``npm``.
Installed = Callable[..., Path]
#: The fixtures that need a program which may be missing on a machine, and which is slow.
PROGRAMS = {"browser", "soffice", "npm"}

#: Tests replace what a build calls, and ask for files that a cached build would not write.
os.environ["TIMELINE_NO_CACHE"] = "1"
#: Run by hand: it needs atheris, which is not among the requirements of the tests.
collect_ignore = ["helpers/fuzz_reader.py"]

EVENTS = Path(__file__).parent.parent / "events"
#: The first that is installed is used. The headless shell comes first: it draws the same pages without the
#: windows and toolbars of a whole browser, whose drawing takes time that no test needs.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
BROWSER_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def curated() -> Timeline:
    """The timeline of the project's own events."""
    from timeline.build import load

    return load(EVENTS)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of a build of the project's own events."""
    from timeline.build import build

    return filled_once(tmp_path_factory, "site", lambda folder: build(EVENTS, folder))


def without(program: str) -> NoReturn:
    """Skips a test that lacks a program, or fails it if TIMELINE_REQUIRE_BROWSER is 1."""
    if os.environ.get("TIMELINE_REQUIRE_BROWSER") == "1":
        pytest.fail(program)
    pytest.skip(program)


@pytest.fixture(scope="session")
def npm(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Installs packages (name@version) for the tests; skips the test if npm cannot fetch them.

    Without npm itself, as with ``browser``.
    """

    def install(*packages: str) -> Path:
        program = shutil.which("npm")
        if program is None:
            without(f"npm is not installed; it fetches {', '.join(packages)}")
        folder = tmp_path_factory.mktemp("npm")
        command = [program, "install", "--silent", "--no-audit", "--no-fund", *packages]
        if subprocess.run(command, cwd=folder, check=False, capture_output=True).returncode:
            pytest.skip(f"npm could not install {', '.join(packages)}: is there a network?")
        return folder / "node_modules"

    return install


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serves the folder on this machine; yields its http address."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Does not log requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The http address of the built page."""
    with served(site) as home:
        yield f"{home}/index.html"


#: id -> label in charts of these events, which stays as it is: a longer one would move what tests measure.
_FEW = {
    "paris-summit": "Emergency summit in Paris",
    "riyadh-talks": "US–Russia talks in Riyadh",
    "istanbul-embassy-talks": "Embassy talks in Istanbul",
    "starmer-white-house": "Starmer at the White House",
    "coalition-call": "Coalition of the willing call",
}


@pytest.fixture(scope="session")
def few_events(curated: Timeline) -> Timeline:
    """Five of the project's own events as main events, a span and an era, for checks that take long."""
    from tests.helpers.make import event
    from timeline.dates import resolve
    from timeline.model import Era

    visit, paused = (
        resolve(days).readings[0] for days in ("2025-03-14/2025-03-15", "2025-03-03/2025-03-11")
    )
    own = {one.id: one for one in curated.events}
    events = [
        *(replace(own[name], label=label, related=(), note="", key=True) for name, label in _FEW.items()),
        event("visit", visit, "US–Europe", title="A visit of two days", label="A visit", kind="visit"),
    ]
    events.sort(key=lambda one: one.when.first)
    return replace(curated, events=tuple(events), eras=(Era("US military aid paused", paused),))


@pytest.fixture(scope="session")
def few_events_address(few_events: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The http address of their page."""
    from timeline.layout import WIDTHS, lay_out
    from timeline.render import render
    from timeline.writing import write

    def fill(folder: Path) -> None:
        write(folder, render(few_events, [lay_out(few_events, width) for width in WIDTHS]))

    folder = filled_once(tmp_path_factory, "few-events", fill)
    with served(folder) as home:
        yield f"{home}/index.html"


@pytest.fixture(scope="session")
def five_weeks_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The http address of a page of 38 events that the tests have made up."""
    from tests.helpers.make import five_weeks
    from timeline.layout import lay_out
    from timeline.render import render
    from timeline.writing import write

    def fill(folder: Path) -> None:
        made = five_weeks()
        write(folder, render(made, [lay_out(made, width) for width in (568, 1120)]))

    folder = filled_once(tmp_path_factory, "five-weeks", fill)
    with served(folder) as home:
        yield f"{home}/index.html"


@pytest.fixture(scope="session")
def five_weeks_embed(five_weeks_address: str) -> str:
    """The http address of the embed of those 38 events."""
    return five_weeks_address.replace("index.html", "embed.html")


@pytest.fixture(scope="session")
def embed(address: str) -> str:
    """The http address of its embed page."""
    return address.replace("index.html", "embed.html")


@pytest.fixture(scope="session")
def chart_embed(few_events_address: str) -> str:
    """The http address of an embed of so few events that it has room for their chart."""
    return few_events_address.replace("index.html", "embed.html")


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory, few_events_address: str) -> Iterator[Elsewhere]:
    """Another origin, with one page for each kind of host of the embed of a few events."""
    embed = few_events_address.replace("index.html", "embed.html")
    folder = tmp_path_factory.mktemp("hosts")
    for host in HOSTS.glob("*.html"):
        text = host.read_text(encoding="utf-8").replace("EMBED", embed)
        (folder / host.name).write_text(text, encoding="utf-8")
    with served(folder) as home:
        yield Elsewhere(home, folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without it tests are skipped, or fail if TIMELINE_REQUIRE_BROWSER is 1."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        how = "Chromium is not installed; try: apt-get install chromium"
        without(how)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=BROWSER_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., list[Path]]:
    """Converts files of a folder to PDF with LibreOffice; without it or pdftotext, as with ``browser``."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftotext") is None:
        how = "LibreOffice or pdftotext is missing; try: apt-get install libreoffice-impress poppler-utils"
        without(how)
    profile = tmp_path_factory.mktemp("libreoffice")

    def convert(*files: Path) -> list[Path]:
        command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", str(files[0].parent), *map(str, files)]
        subprocess.run(command, check=True, capture_output=True)
        return [file.with_suffix(".pdf") for file in files]

    return convert


@pytest.fixture
def normalised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Normalised:
    """Normalises YAML files, given as name without extension = contents."""
    from timeline.normalise import normalise
    from timeline.reading import read

    monkeypatch.chdir(tmp_path)

    def normalise_files(**files: str) -> Outcome:
        for name, text in files.items():
            Path(f"{name}.yaml").write_text(text, encoding="utf-8")
        documents, unread = read([Path(f"{name}.yaml") for name in files])
        assert not unread
        return normalise(documents)

    return normalise_files


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Windows:
    """The browser's windows, which tests use one after the other."""
    from tests.helpers.windows import Windows

    return Windows(browser)


@pytest.fixture
def opened(windows: Windows) -> Iterator[Opened]:
    """Opens an address in a browser window; ``options`` are those of Playwright's ``new_context``.

    ``console`` collects the messages of the console, ``requests`` the addresses of all requests.
    """
    taken: list[Window] = []

    def open_page(  # noqa: PLR0913 -- the options of a window
        address: str,
        *,
        width: int = 1200,
        height: int = 1000,
        wait: bool = True,
        console: list[str] | None = None,
        requests: list[str] | None = None,
        **options: Any,
    ) -> Page:
        window = windows.take(width, height, options)
        taken.append(window)
        if console is not None:
            window.listen("console", lambda message: console.append(message.text))
            window.listen("pageerror", lambda error: console.append(str(error)))
        if requests is not None:
            window.listen("request", lambda request: requests.append(request.url))
        window.page.goto(address)
        if wait and options.get("java_script_enabled", True) and width >= 600:
            window.page.wait_for_selector('html[data-chart="plotly"]')
        return window.page

    yield open_page
    for window in taken:
        windows.give_back(window)


def pytest_configure(config: pytest.Config) -> None:
    """Says how Hypothesis tries its examples, except to the process that only hands out tests."""
    if config.getoption("tx", None) and not hasattr(config, "workerinput"):
        return
    from hypothesis import settings

    from tests.helpers.examples import EXAMPLES, IS_CI

    # No deadline: how long an example takes depends on the machine. In CI the examples are many more, and
    # the same in every run, so that only a change of the code can break a test; elsewhere each run tries
    # new ones.
    settings.register_profile("project", deadline=None, derandomize=IS_CI, max_examples=EXAMPLES)
    settings.load_profile("project")


def pytest_collection_finish() -> None:
    """Spares the garbage collector the modules and tests that stay: a tenth of all running time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


@pytest.hookimpl(tryfirst=True)  # before pytest selects tests by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as "browser" each test that uses one of `PROGRAMS`, directly or through another fixture."""
    for item in items:
        if PROGRAMS.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Starts no workers, which take seconds, for a run of single files or tests."""
    asked_for_some = config.option.keyword or config.getoption("lf", None)
    is_part = asked_for_some or not all(Path(arg).is_dir() for arg in config.args)
    return 0 if is_part else None


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds ``pytest --update``, which rewrites golden files; review them before you commit them."""
    parser.addoption("--update", action="store_true", help="rewrite golden files")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether golden files should be rewritten."""
    return bool(request.config.getoption("--update"))
