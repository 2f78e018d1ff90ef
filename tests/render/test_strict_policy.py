"""``timeline build --external``: every page works where a server sends a strict Content Security Policy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Error

from tests.conftest import EVENTS, Opened
from tests.helpers.cdn import cached
from tests.helpers.charts import at_rest
from tests.helpers.documents import MANUAL, read
from tests.helpers.shared import filled_once, without_pictures
from timeline.cli import main
from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.render import render
from timeline.render.chart import plotly_js
from timeline.writing import write

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: The policy that the manual promises to work under.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "require-trusted-types-for 'script'"
)
PAGES = ("index.html", "embed.html", "citations.html", "embed-codes.html")
#: What is drawn: the box, weight and colours of every element of the chart.
LOOK = """() => [...document.querySelectorAll(".chart *, .stage *")].map((drawn) => {
  const { x, y, width, height } = drawn.getBoundingClientRect();
  const box = [x, y, width, height].map((length) => Math.round(length * 10) / 10);
  const style = getComputedStyle(drawn);
  const names = ["fontWeight", "fontStyle", "fontSize", "fill", "stroke", "cursor", "visibility"];
  return [drawn.nodeName, ...box, ...names.map((name) => style[name])].join(" ");
})"""


@pytest.fixture(scope="module")
def external(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output folder of such a build of the project's own events."""

    def fill(folder: Path) -> None:
        command = ["--quiet", "build", str(EVENTS), "-o", str(folder), "--external", "--standalone"]
        with without_pictures():
            main(command, standalone_mode=False)

    return filled_once(tmp_path_factory, "external", fill)


@pytest.fixture(scope="module")
def strict(external: Path) -> Iterator[str]:
    """The address of its folder on a server with the strict policy."""
    with cached(external, by_query=False, headers={"Content-Security-Policy": POLICY}) as home:
        yield home


def assert_silent(console: list[str]) -> None:
    """Nothing is blocked. Plotly's full bundle tries to add the style of maps, which no timeline has."""
    # Chromium remarks, when the pointer was over what story mode has put away, that it has looked there
    said = [line for line in console if "hidden by content-visibility" not in line]
    blocked = [line for line in said if not line.startswith("Applying inline style violates")]
    assert (blocked if plotly_js.bundle().why_full else said) == []


class Inline(HTMLParser):
    """Collects what a strict policy would block."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        is_data = (values.get("type") or "").startswith("application/")
        if tag == "style" or (tag == "script" and "src" not in values and not is_data):
            self.found.append(tag)
        self.found += [name for name in values if name == "style" or name.startswith("on")]


def test_the_manual_names_the_policy_that_is_tested() -> None:
    assert f"`{POLICY}`" in read(MANUAL / "security.md")


@pytest.mark.parametrize("name", PAGES)
def test_no_page_has_an_inline_script_or_style(external: Path, site: Path, name: str) -> None:
    assert Inline(external / name).found == []
    assert Inline(site / name).found != []  # unless it is asked for, a page comes in one request


def used(page: Page) -> None:
    """Uses everything on the page that a script draws or styles."""
    page.hover(".chart", position={"x": 400, "y": 3})
    page.wait_for_selector("[data-chart=plotly]")
    page.hover(".plot .point[data-of=riyadh-talks]", force=True)
    page.wait_for_selector(".plot .hovertext")
    page.click("[data-move=in]")
    page.mouse.move(500, 300)
    page.mouse.down()
    page.mouse.move(600, 310, steps=3)
    page.mouse.up()
    page.fill("[type=search]", "paris")
    page.fill("[type=search]", "")
    page.click("[data-move=all]")
    page.set_viewport_size({"width": 800, "height": 1000})
    page.wait_for_function("() => document.querySelector('.plot .main-svg').clientWidth < 800")
    at_rest(page)
    assert page.locator("[data-chart=plotly]").count() == 1


@pytest.mark.parametrize("query", ["", "?theme=dark"])
def test_the_page_works_under_a_strict_policy(opened: Opened, strict: str, query: str) -> None:
    console: list[str] = []
    page = opened(f"{strict}/index.html{query}", console=console)
    used(page)
    page.click("[data-view=table]")
    page.click("thead button >> nth=1")
    page.click("[data-view=list]")
    page.click("[data-present]")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    page.click("article .tools button >> nth=0")
    at_rest(page)
    assert_silent(console)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == ("rgb(23, 24, 26)" if query else "rgb(255, 254, 251)")


@pytest.mark.parametrize("query", ["", "?track=Europe"])
def test_the_embed_works_under_a_strict_policy(opened: Opened, strict: str, query: str) -> None:
    console: list[str] = []
    stepped(opened(f"{strict}/embed.html{query}", console=console, wait=False))
    assert_silent(console)


def test_the_chart_of_an_embed_works_under_a_strict_policy(
    opened: Opened, few_events: Timeline, tmp_path: Path
) -> None:
    scenes = [lay_out(few_events, width) for width in WIDTHS]
    write(tmp_path, render(few_events, scenes, is_external=True))
    console: list[str] = []
    with cached(tmp_path, by_query=False, headers={"Content-Security-Policy": POLICY}) as home:
        page = opened(f"{home}/embed.html", console=console, wait=False, width=1000)
        page.hover(".chart", position={"x": 300, "y": 3})
        page.wait_for_selector("[data-chart=plotly]")
        page.click("[data-move=in]")
        page.goto(f"{home}/embed.html?main=1")
        page.wait_for_selector(".drawing .label")
    assert_silent(console)


def stepped(page: Page) -> None:
    """Uses what the script of the embed draws."""
    before = page.inner_text(".walk p > span >> nth=0")
    page.click("[data-step='1']")
    page.wait_for_function(f"() => document.querySelector('.walk p > span').textContent !== {before!r}")
    page.click(".sky")
    page.click("[data-rank=main]")


@pytest.mark.parametrize("name", ["citations.html", "embed-codes.html"])
def test_other_pages_work_under_a_strict_policy(opened: Opened, strict: str, name: str) -> None:
    console: list[str] = []
    page = opened(f"{strict}/{name}", console=console, wait=False)
    page.click("button:visible >> nth=0")
    at_rest(page)
    assert_silent(console)


def test_the_single_file_works_under_a_strict_policy_with_its_hashes(
    opened: Opened, external: Path, tmp_path: Path
) -> None:
    text = (external / "standalone.html").read_text(encoding="utf-8")
    own = re.search(r"(script-src [^;]*); (style-src [^;]*);", text)
    assert own
    assert "unsafe" not in own[0]
    (tmp_path / "standalone.html").write_text(text, encoding="utf-8")
    policy = POLICY.replace("script-src 'self'", own[1]).replace("style-src 'self'", own[2])
    console: list[str] = []
    with cached(tmp_path, by_query=False, headers={"Content-Security-Policy": policy}) as home:
        used(opened(f"{home}/standalone.html", console=console))
    used(opened((tmp_path / "standalone.html").as_uri(), console=console))
    assert_silent(console)


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_it_looks_as_it_does_without_the_policy(opened: Opened, strict: str, site: Path, name: str) -> None:
    for scripted in (False, True):
        looks = []
        for home in (strict, site.as_uri()):
            page = opened(f"{home}/{name}", wait=False, java_script_enabled=scripted)
            if scripted and name == "index.html":
                page.hover(".chart", position={"x": 400, "y": 3})
                page.wait_for_selector("[data-chart=plotly]")
                page.mouse.move(0, 0)
                page.wait_for_timeout(300)
            looks.append([re.sub(r"clip\w+|#\w+", "", line) for line in page.evaluate(LOOK)])
        assert looks[0] == looks[1]
        assert len(looks[0]) > 200


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_it_works_from_the_disk_and_in_a_sandbox(
    opened: Opened, external: Path, strict: str, tmp_path: Path, name: str
) -> None:
    console: list[str] = []
    use = {"index.html": used, "embed.html": stepped}[name]
    use(opened((external / name).as_uri(), console=console, wait=False))
    frame = f'<iframe src="{strict}/{name}" sandbox="allow-scripts" width="900" height="1200"></iframe>'
    (tmp_path / "host.html").write_text(f"<!doctype html>{frame}", encoding="utf-8")
    host = opened((tmp_path / "host.html").as_uri(), console=console, wait=False)
    inner = host.frame_locator("iframe")
    if name == "index.html":
        inner.locator(".chart").hover(position={"x": 400, "y": 3})
        inner.locator("html[data-chart=plotly]").wait_for()
    else:
        inner.locator("[data-step='1']").click()
        inner.get_by_text(re.compile(r"^2 of \d+$")).wait_for()
    assert_silent(console)


def test_no_other_text_becomes_a_script_or_markup(opened: Opened, strict: str) -> None:
    page = opened(f"{strict}/index.html")
    for attempt in (
        "document.body.innerHTML = '<b>x</b>'",
        "document.createElement('script').textContent = 'x'",
        "document.createElement('script').src = 'https://www.example.org/x.js'",
        "document.createElement('script').src = 'events.json'",
        "document.createElement('script').src = 'assets/../events.json'",
        "trustedTypes.createPolicy('other', {})",
    ):
        with pytest.raises(Error, match=r"[Tt]rusted"):
            page.evaluate(f"() => {{ {attempt} }}")
    page.evaluate("() => { document.createElement('script').src = 'assets/x.js' }")


def test_files_for_a_strict_policy_are_named_by_their_contents(external: Path) -> None:
    links = {
        name: re.findall(r'(?:src|rel="stylesheet" href)="(assets/[^"]*)"', (external / name).read_text())
        for name in PAGES
    }
    assert all(links.values())
    assert all((external / file).is_file() for files in links.values() for file in files)
    assert all(re.search(r"\.[0-9a-f]{8}\.(js|css)$", file) for files in links.values() for file in files)
