"""A series of builds behind a CDN: no page ever shows anything of another build."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.helpers.cdn import cached
from tests.helpers.shared import without_pictures
from timeline.build import build

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

#: The files of an output folder: path -> contents.
Output = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of an event: its title, the day and the address of its source."""

    id: str
    title: str
    date: str
    address: str

    def as_yaml(self) -> str:
        """The event for an event file."""
        source = f"{{url: '{self.address}', publisher: Example News}}"
        return (
            f"- {{id: {self.id}, title: {self.title}, date: {self.date}, track: A, sources: [{source}]}}\n"
        )


TALKS = Shown("talks", "Talks open", "12 February 2025", "https://www.example.org/talks")
SUMMIT = Shown("summit", "Leaders meet", "17 February 2025", "https://www.example.org/summit")
VOTE = Shown("vote", "A vote", "24 February 2025", "https://www.example.org/vote")
CORRECTED = Shown("summit", "Ministers meet", "19 February 2025", "https://www.example.org/corrected")
CALL = Shown("call", "A call", "21 February 2025", "https://www.example.org/call")
#: The events of each build: one is corrected, one is added, one is removed.
SERIES = (
    (TALKS, SUMMIT, VOTE),
    (TALKS, CORRECTED, VOTE),
    (TALKS, CORRECTED, CALL, VOTE),
    (TALKS, CORRECTED, CALL),
)

#: What the list of a page shows, and what Plotly's chart does, or null while the drawing is the chart.
SHOWN = """() => {
  const dayInWords = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
  const plain = (text) => text.replaceAll("\\u00a0", " ").trim();
  const list = [...document.querySelectorAll("article.event")].map((article) => ({
    id: article.id,
    title: article.querySelector("h2, h3").textContent,
    date: dayInWords.format(new Date(article.querySelector("time").dateTime)),
    address: article.querySelector("a.source").getAttribute("href"),
  }));
  if (document.documentElement.dataset.chart !== "plotly") return [list, null];
  const plot = document.getElementById("tl-plot");
  const hovers = new Map(plot.data.filter(({ meta }) => meta.role === "marks")
    .flatMap(({ customdata, hovertext }) => customdata.map((id, n) => [id, hovertext[n].split("<br>")])));
  const chart = [...plot.querySelectorAll(".textpoint a")].map((link) => ({
    id: link.closest(".textpoint").__data__.data,
    title: plain(link.textContent),
    address: link.getAttribute("href") ?? link.getAttribute("xlink:href"),
  }));
  for (const one of chart) {
    const [title, date] = hovers.get(one.id);
    if (title !== `<b>${one.title}</b>`) one.title += ` or ${title}`;
    one.date = plain(date);
  }
  return [list, chart];
}"""
#: Whether the page has asked for a figure.
ASKED = "performance.getEntriesByType('resource').some(({ name }) => name.includes('/figure-'))"
#: What a browser reports for a file that is not there; no page can prevent that.
MISSING = "Failed to load resource: the server responded with a status of 404 (Not Found)"


def files_in(folder: Path) -> Output:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def series(home: Path, *, is_external: bool = False) -> list[Output]:
    """The output folder after each build of the series."""
    (home / "events").mkdir()
    found = []
    for events in SERIES:
        text = "".join(event.as_yaml() for event in events)
        (home / "events" / "all.yaml").write_text(text, encoding="utf-8")
        with without_pictures():
            build(home / "events", home / "output", is_external=is_external)
        found.append(files_in(home / "output"))
    return found


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> list[Output]:
    """The output folder after each build of the series."""
    return series(tmp_path_factory.mktemp("builds"))


def is_page(name: str) -> bool:
    return name.endswith(".html")


def shuffled(names: list[str]) -> list[str]:
    return random.Random(7).sample(names, len(names))  # noqa: S311 -- the same order in every run


ORDERS: dict[str, Callable[[list[str]], list[str]]] = {
    "assets first": lambda names: sorted(names, key=is_page),
    "pages first": lambda names: sorted(names, key=is_page, reverse=True),
    "in any order": shuffled,
}


@pytest.fixture
def readers(browser: Browser) -> Iterator[BrowserContext]:
    """Tabs of one browser, which share its cache."""
    context = browser.new_context(viewport={"width": 1200, "height": 1000})
    yield context
    context.close()


@dataclass(frozen=True, slots=True)
class Tab:
    """A page and what its console has said."""

    page: Page
    console: list[str]


def read(readers: BrowserContext, address: str) -> Tab:
    """Opens a page and points at its chart."""
    tab = Tab(readers.new_page(), [])
    tab.page.on("console", lambda message: tab.console.append(message.text))
    tab.page.on("pageerror", lambda error: tab.console.append(str(error)))
    tab.page.goto(address)
    tab.page.hover(".chart", position={"x": 400, "y": 3})
    return tab


def settle(*tabs: Tab) -> None:
    """Waits until the pages ask for nothing more."""
    for tab in tabs:
        tab.page.wait_for_load_state("networkidle")
    tabs[-1].page.wait_for_timeout(200)


def check(tab: Tab, allowed: Collection[str] = ()) -> tuple[Shown, ...]:
    """The events of the page, once it is sure that chart and list have them from one build.

    The console has said nothing but that a file is missing, and what is ``allowed``.
    """
    found: list[list[dict[str, Any]] | None] = tab.page.evaluate(SHOWN)
    listed, charted = ({Shown(**event) for event in part} if part is not None else None for part in found)
    assert listed in [set(events) for events in SERIES]
    assert charted in (listed, None)
    assert set(tab.console) <= {MISSING, *allowed}
    return tuple(listed or ())


@pytest.mark.parametrize("order", ["assets first", "pages first"])
def test_no_page_shows_anything_of_another_build(
    builds: list[Output], readers: BrowserContext, tmp_path: Path, order: str
) -> None:
    read_while_published(published(builds), readers, tmp_path, by_query=False, order=order)


def test_nor_does_a_page_whose_scripts_and_styles_are_files(
    readers: BrowserContext, tmp_path: Path
) -> None:
    (tmp_path / "server").mkdir()
    builds = series(tmp_path, is_external=True)
    read_while_published(
        published(builds), readers, tmp_path / "server", by_query=True, order="in any order"
    )


def published(builds: list[Output]) -> list[Output]:
    """The builds that are uploaded: in the second of them an event is corrected and one is added."""
    return [builds[0], *builds[2:]]


def read_while_published(
    builds: list[Output], readers: BrowserContext, folder: Path, by_query: bool, order: str
) -> None:
    """Uploads one build after the other to a server; pages are opened meanwhile, and left open."""
    tabs: list[Tab] = []
    with cached(folder, by_query=by_query) as home:
        for output in builds:
            names = ORDERS[order]([name for name in output if (folder / name).suffix])
            for number, name in enumerate(names):
                if number == len(names) // 2 and (folder / "index.html").exists():
                    tabs.append(read(readers, f"{home}/index.html"))
                    settle(tabs[-1])
                    check(tabs[-1])
                (folder / name).parent.mkdir(exist_ok=True)
                (folder / name).write_bytes(output[name])
            for name in files_in(folder).keys() - output.keys():
                (folder / name).unlink()
            tabs += [read(readers, f"{home}/{name}.html") for name in ("index", "embed")]
            for tab in tabs[-2:]:
                tab.page.wait_for_selector("[data-chart=plotly]")
                assert check(tab)
        assert set(check(tabs[-1])) == set(SERIES[-1])
        for tab in tabs:  # those left open now need a figure of another width
            tab.page.set_viewport_size({"width": 800, "height": 1000})
        settle(*tabs)
        for tab in tabs:
            check(tab)
            assert order != "assets first" or tab.console == []
            assert order != "assets first" or tab.page.locator("[data-chart=plotly]").count()


def test_a_page_whose_files_are_gone_keeps_its_drawing(
    builds: list[Output], readers: BrowserContext, tmp_path: Path
) -> None:
    """As after a build in a new folder, which knows no earlier ones."""
    for name, content in builds[0].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    with cached(tmp_path, by_query=False) as home, cached(tmp_path, by_query=False) as elsewhere:
        drawn, embedded = (read(readers, f"{home}/{name}.html") for name in ("index", "embed"))
        for tab in (drawn, embedded):
            tab.page.wait_for_selector("[data-chart=plotly]")
            tab.page.wait_for_load_state("networkidle")
        for file in (tmp_path / "assets").iterdir():
            file.unlink()
        untouched = read(readers, f"{elsewhere}/embed.html")  # nothing is cached for this one
        for tab in (drawn, embedded):
            tab.page.set_viewport_size({"width": 800, "height": 1000})
        settle(drawn, embedded, untouched)
        for tab in (drawn, embedded, untouched):
            assert set(check(tab)) == set(SERIES[0])
            assert "getting ready" not in tab.page.inner_text("body")
            if tab is embedded:  # it has one figure for all widths
                assert tab.page.locator("[data-chart=plotly]").count()
            else:
                assert tab.page.locator(".drawing").is_visible()
                assert "Drag to move" not in tab.page.inner_text("body")


@pytest.mark.parametrize("answer", ["a page", "the figure of another build", "nothing"])
def test_a_figure_of_another_build_is_refused(
    builds: list[Output], readers: BrowserContext, tmp_path: Path, answer: str
) -> None:
    """Servers answer with a page for what they lack, and people copy files by hand."""
    first, second = (
        {name: text for name, text in each.items() if "/figure-" in name} for each in builds[:2]
    )
    for name, content in builds[0].items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    for name in first:
        width = name.split(".")[0]
        other = next(new for new in second if new.startswith(f"{width}.") and new not in first)
        wrong = {"a page": builds[0]["index.html"], "nothing": b""}.get(answer, second[other])
        (tmp_path / name).write_bytes(wrong)
    with cached(tmp_path, by_query=False) as home:
        for tab in [read(readers, f"{home}/{name}.html") for name in ("index", "embed")]:
            tab.page.wait_for_function(f"() => {ASKED}")
            settle(tab)
            assert set(check(tab, {"Unexpected token '<'"})) == set(SERIES[0])
            assert tab.page.locator("[data-chart=static]").count() == 1
            assert "getting ready" not in tab.page.inner_text("body")


def test_every_file_in_assets_is_named_by_its_contents(builds: list[Output]) -> None:
    assets = {
        name: text for output in builds for name, text in output.items() if name.startswith("assets/")
    }
    # Plotly, its licence, three scripts of pages, the embed as an element; six figures and a script a build
    assert len(assets) == 6 + 4 * 7
    for name, content in assets.items():
        assert name.split(".")[-2] == hashlib.sha256(content).hexdigest()[:8]


def test_whether_there_are_earlier_builds_changes_no_byte_of_a_build(
    builds: list[Output], tmp_path: Path
) -> None:
    (tmp_path / "events").mkdir()
    text = "".join(event.as_yaml() for event in SERIES[-1])
    (tmp_path / "events" / "all.yaml").write_text(text, encoding="utf-8")
    with without_pictures():
        build(tmp_path / "events", tmp_path / "output")
    alone = files_in(tmp_path / "output")
    del alone[".timeline-manifest.json"]
    assert alone.items() <= builds[-1].items()
    # the manifest; of three earlier builds, the figures and the script that chooses a part of the events
    assert len(builds[-1]) == len(alone) + 1 + 3 * 7
