"""The page in a browser: complete without JavaScript, and the same picture once Plotly draws it."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Opened
from tests.helpers.axe import violations
from tests.helpers.charts import at_rest
from tests.helpers.make import event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.model.sources.deep_links import deep_link
from timeline.render import render
from timeline.render.chart.palette import TRACK_COLOURS
from timeline.writing import write

if TYPE_CHECKING:
    from playwright.sync_api import Page

WINDOWS = (600, 768, 1200, 1600)

#: id -> the middle of its mark, and the boxes of all visible labels, before and after Plotly.
STATIC_MARKS = """() => Object.fromEntries([...document.querySelectorAll('[data-event]')].map((node) => {
  const mark = [...node.querySelectorAll('.dot, .soft')].find((drawn) => drawn.getClientRects().length);
  const box = mark.getBoundingClientRect();
  return [node.dataset.event, [box.x + box.width / 2, box.y + scrollY + box.height / 2]];
}))"""
PLOTLY_MARKS = """() => Object.fromEntries([...document.querySelectorAll('.marks .point')].map((mark) => {
  const box = mark.getBoundingClientRect();
  return [mark.__data__.data, [box.x + box.width / 2, box.y + scrollY + box.height / 2]];
}))"""
LABELS = """(selector) => [...document.querySelectorAll(selector)].filter((text) => text.textContent.trim())
  .map((text) => text.getBoundingClientRect()).filter((box) => box.width)
  .map(({left, top, right, bottom}) => [left, top, right, bottom])"""


def hrefs(page: Page, selector: str) -> list[str]:
    """The addresses of the visible links."""
    found: list[str] = page.eval_on_selector_all(
        selector,
        "nodes => nodes.filter((n) => getComputedStyle(n).visibility === 'visible')"
        ".map((n) => n.getAttribute('href') ?? n.getAttribute('xlink:href'))",
    )
    return found


@pytest.mark.parametrize("width", WINDOWS)
def test_without_javascript_each_event_is_a_link_to_its_first_source(
    opened: Opened, address: str, curated: Timeline, width: int
) -> None:
    page = opened(address, width=width, java_script_enabled=False)
    assert hrefs(page, "[data-event]") == [deep_link(event.sources[0]) for event in curated.events]


@pytest.mark.parametrize("width", WINDOWS)
def test_plotly_shows_the_same_links_at_the_same_places(
    opened: Opened, address: str, curated: Timeline, width: int
) -> None:
    drawn = opened("about:blank", width=width, wait=False)
    drawn.route("**/assets/*", lambda route: route.abort())
    drawn.goto(address)
    before = drawn.evaluate(STATIC_MARKS)
    page = opened(address, width=width)
    after = page.evaluate(PLOTLY_MARKS)
    assert before.keys() == after.keys() == {event.id for event in curated.events}
    moved = [max(abs(a - b) for a, b in zip(before[one], after[one], strict=True)) for one in before]
    assert max(moved) < 1.5
    links = page.eval_on_selector_all(
        ".plot a",
        "links => links.map((a) => [a.dataset.event, a.getAttribute('xlink:href') ?? a.href.baseVal])",
    )
    assert dict(links) == {event.id: deep_link(event.sources[0]) for event in curated.events}
    assert len(links) == page.locator("[data-event]").count() == len(curated.events)


@pytest.mark.parametrize("width", [*range(600, 1601, 200)])
def test_no_two_labels_meet_as_the_browser_draws_them(
    opened: Opened, address: str, curated: Timeline, width: int
) -> None:
    static = opened(address, width=width, java_script_enabled=False)
    plotly = opened(address, width=width)
    room = static.evaluate("document.querySelector('.chart').getBoundingClientRect().width")
    scene = lay_out(curated, max(each for each in WIDTHS if each <= room))
    labelled = [node for node in scene.nodes if node.zoom <= 1]
    assert len(labelled) >= len(curated.events) * 0.8
    for page, selector in ((static, ".drawing .label"), (plotly, ".plot .textpoint a")):
        boxes = page.evaluate(LABELS, selector)
        assert len(boxes) == len(labelled)
        for a, b in combinations(boxes, 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (a, b)
        assert all(box[0] >= 0 and box[2] <= width for box in boxes)


def test_nothing_on_the_page_moves_when_plotly_comes(opened: Opened, address: str) -> None:
    page = opened(address)
    shift = page.evaluate(
        """() => new Promise((done) => new PerformanceObserver((list) =>
        done(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
        .observe({type: 'layout-shift', buffered: true}) ?? setTimeout(() => done(0), 500))"""
    )
    assert shift == 0


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_only_the_pages_own_files_are_asked_for_and_the_console_is_silent(
    opened: Opened, address: str, site: Path, scheme: str
) -> None:
    start = address if scheme == "http" else (site / "index.html").as_uri()
    console: list[str] = []
    requests: list[str] = []
    opened(start, console=console, requests=requests)
    folder, (plotly, figure, chart) = start.rsplit("/", 1)[0], sorted(requests[1:], reverse=True)
    assert console == []
    assert requests[0] == start
    assert plotly == f"{folder}/assets/{plotly_file(site)}"
    for name, asked in (("figure-1120", figure), ("chart", chart)):
        assert re.fullmatch(re.escape(f"{folder}/assets/{name}.") + r"[0-9a-f]{8}\.js", asked)


def test_plotly_comes_also_where_the_browser_finds_no_idle_moment(opened: Opened, address: str) -> None:
    page = opened("about:blank", wait=False)
    never_idle = "requestIdleCallback = (run, {timeout} = {}) => timeout && setTimeout(run, timeout)"
    page.add_init_script(never_idle)
    page.goto(address)
    page.wait_for_selector("[data-chart=plotly]")


def plotly_file(site: Path) -> str:
    return next((site / "assets").glob("plotly-*.js")).name


def test_plotly_brings_no_toolbar_no_logo_and_no_way_home(opened: Opened, address: str) -> None:
    page = opened(address)
    assert page.locator(".modebar, .plotlyjsicon, .plot button").count() == 0
    links = page.eval_on_selector_all(".plot a", "links => links.map((a) => a.href.baseVal)")
    assert [link for link in links if "plot" in link.split("/")[2]] == []


def test_plotly_draws_in_the_colours_of_the_tracks(opened: Opened, address: str, curated: Timeline) -> None:
    page = opened(address)
    fills = "nodes => [...new Set(nodes.map((node) => getComputedStyle(node).fill))].sort()"
    for drawing, plot in ((".drawing .name", ".plot .name"), (".drawing .dot", ".marks .point")):
        drawn = page.eval_on_selector_all(drawing, fills)
        assert drawn == page.eval_on_selector_all(plot, fills)
        assert len(drawn) >= min(len(TRACK_COLOURS), len({event.track for event in curated.events}))


def test_without_plotlys_file_the_drawing_stays(opened: Opened, address: str, curated: Timeline) -> None:
    page = opened("about:blank", wait=False)
    page.route("**/assets/*", lambda route: route.abort())
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-event]").count() == len(curated.events)
    assert page.locator(".drawing").is_visible()


def test_plotly_is_asked_for_only_after_the_page_has_been_painted(opened: Opened, address: str) -> None:
    page = opened(address)
    painted, asked = page.evaluate(
        """() => {
          const plotly = performance.getEntriesByType('resource').find(({name}) => name.includes('plotly'));
          return [performance.getEntriesByName('first-contentful-paint')[0].startTime, plotly.startTime];
        }"""
    )
    assert painted < asked


@pytest.mark.parametrize(
    ("width", "scheme", "plotly"),
    [(1200, "light", True), (768, "dark", False), (320, "dark", False)],
)
def test_axe_finds_nothing(
    request: pytest.FixtureRequest, opened: Opened, width: int, scheme: str, plotly: bool
) -> None:
    address = request.getfixturevalue("address" if plotly else "few_events_address")
    page = opened("about:blank", width=width, color_scheme=scheme, wait=False)
    if not plotly:
        page.route("**/assets/*", lambda route: route.abort())
    page.goto(address)
    page.wait_for_selector(f'html[data-chart="{"plotly" if plotly else "static"}"]')
    assert violations(page) == {}


def test_each_article_keeps_the_contract_for_scripts(
    opened: Opened, address: str, curated: Timeline
) -> None:
    page = opened(address, java_script_enabled=False)
    told = page.eval_on_selector_all(
        "article.event",
        """articles => articles.map((article) => {
          const time = article.querySelector('time');
          const sources = Array.from(article.querySelectorAll('a.source'), (a) => a.getAttribute('href'));
          return [article.id, time.getAttribute('datetime'), time.dataset.edtf, sources];
        })""",
    )
    assert told == [
        [
            event.id,
            event.when.first.isoformat(),
            event.when.edtf,
            [deep_link(source) for source in event.sources],
        ]
        for event in curated.events
    ]


def test_every_link_out_opens_apart_and_tells_the_other_site_nothing(opened: Opened, address: str) -> None:
    page = opened(address)
    assert page.locator("a[target]:not([rel='noopener noreferrer'])").count() == 0
    assert page.locator("a.source:not([target='_blank'])").count() == 0


@pytest.mark.parametrize("width", [320, 360, 599])
def test_on_a_phone_the_list_stands_alone_and_nothing_scrolls_sideways(
    opened: Opened, address: str, width: int
) -> None:
    requests: list[str] = []
    page = opened(address, width=width, requests=requests)
    page.wait_for_load_state("networkidle")
    assert not page.locator(".chart").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert [url for url in requests if "plotly" in url] == []


@pytest.mark.parametrize("width", [600, 768, 1200, 1600])
def test_no_width_scrolls_sideways(opened: Opened, address: str, width: int) -> None:
    assert opened(address, width=width).evaluate("document.documentElement.scrollWidth") == width


def test_opening_the_page_at_an_event_marks_its_article(opened: Opened, address: str) -> None:
    page = opened(f"{address}#paris-summit", wait=False)
    assert page.locator("[aria-current]").get_attribute("id") == "paris-summit"


def test_buttons_zoom_and_come_back_to_the_whole(opened: Opened, address: str) -> None:
    page = opened(address)
    start = page.evaluate(PLOTLY_MARKS)
    page.get_by_role("button", name="Zoom in").press("Enter")
    page.wait_for_function(
        f"() => Math.abs(({PLOTLY_MARKS})()['riyadh-talks'][0] - {start['riyadh-talks'][0]}) > 50"
    )
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(
        f"() => Math.abs(({PLOTLY_MARKS})()['riyadh-talks'][0] - {start['riyadh-talks'][0]}) < 1.5"
    )


def test_zooming_in_brings_finer_dates_and_the_first_in_view_tells_its_year(
    opened: Opened, five_weeks_address: str
) -> None:
    page = opened(five_weeks_address)
    dates = (
        "() => document.getElementById('tl-plot').data.find((one) => one.meta.role === 'dates').text.length"
    )
    assert page.evaluate(dates) == 5
    for _ in range(2):
        page.get_by_role("button", name="Zoom in").click()
    page.wait_for_function(f"() => ({dates})() === 34")
    at_rest(page)
    texts = page.locator(".plot .dates text").all_text_contents()
    shown = [text.strip().replace("\u00a0", " ") for text in texts if text != "\u200b"]
    assert shown[:3] == ["23 Feb 2025", "24 Feb", "25 Feb"]  # the first in view tells its year
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function(f"() => ({dates})() === 5")


def test_dragging_the_whole_chart_changes_nothing_and_zooming_works_after_it(
    opened: Opened, address: str
) -> None:
    page = opened(address)
    start = page.evaluate(PLOTLY_MARKS)
    spread = "() => document.getElementById('tl-plot').layout.xaxis.range.map((end) => +new Date(end))"
    first, last = page.evaluate(spread)
    whole = last - first
    page.mouse.move(700, 600)
    page.mouse.down()
    page.mouse.move(500, 600, steps=5)
    page.mouse.up()
    at_rest(page)
    assert page.evaluate(PLOTLY_MARKS)["riyadh-talks"] == pytest.approx(start["riyadh-talks"], abs=1.5)
    page.get_by_role("button", name="Zoom in").click()
    at_rest(page)
    first, last = page.evaluate(spread)
    assert last - first == pytest.approx(whole / 2, rel=0.02)
    page.get_by_role("button", name="Show all").click()
    at_rest(page)
    assert page.evaluate(PLOTLY_MARKS)["riyadh-talks"] == pytest.approx(start["riyadh-talks"], abs=1.5)


def test_dragging_moves_the_zoomed_chart_and_its_links_keep_their_names(
    opened: Opened, address: str
) -> None:
    page = opened(address)
    page.get_by_role("button", name="Zoom in").click()
    before = page.evaluate(PLOTLY_MARKS)["paris-summit"][0]
    at_rest(page)
    plot = page.locator(".plot").bounding_box()
    assert plot
    bottom = plot["y"] + plot["height"] - 4  # below all marks
    page.mouse.move(700, bottom)
    page.mouse.down()
    page.mouse.move(820, bottom, steps=5)
    page.mouse.up()
    page.wait_for_function(f"() => ({PLOTLY_MARKS})()['paris-summit'][0] > {before} + 100")
    assert page.locator(".plot a:not([aria-label])").count() == 0


@pytest.mark.parametrize("plotly", [False, True])
def test_the_chart_is_one_stop_of_the_tab_key_and_arrows_pass_every_event(
    opened: Opened, address: str, curated: Timeline, *, plotly: bool
) -> None:
    page = opened(address, wait=plotly, forced_colors="none" if plotly else "active")
    stops = "[...document.querySelectorAll('.chart [data-event]')].filter((link) => link.tabIndex >= 0)"
    assert page.evaluate(f"{stops}.length") == 1
    page.get_by_role("slider").focus()
    page.keyboard.press("Tab")
    reached = []
    for _ in curated.events:
        reached.append(page.evaluate("document.activeElement.dataset.event"))
        page.keyboard.press("ArrowRight")
    assert reached == [event.id for event in curated.events]
    assert page.evaluate(f"{stops}.length") == 1
    page.keyboard.press("Home")
    tracks = [
        track.name for track in curated.tracks if any(track.name == one.track for one in curated.events)
    ]
    row = tracks.index(curated.events[0].track)
    key, next_track = ("ArrowDown", tracks[row + 1]) if tracks[row + 1 :] else ("ArrowUp", tracks[row - 1])
    page.keyboard.press(key)
    track = (
        "document.getElementById(document.activeElement.dataset.event).querySelector('.track').textContent"
    )
    page.wait_for_function(f"(next) => {track} === next", arg=next_track)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.chart')") is None


def test_the_chart_follows_the_readers_colour_scheme(opened: Opened, address: str) -> None:
    page = opened(address, color_scheme="light")
    ink = "() => getComputedStyle(document.querySelector('.plot .textpoint text')).fill"
    assert page.evaluate(ink) == "rgb(95, 90, 84)"
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => ({ink})() === 'rgb(170, 165, 157)'")


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/New_York"])
def test_the_chart_stands_where_it_stands_in_every_time_zone(
    opened: Opened, address: str, zone: str
) -> None:
    here = opened(address, timezone_id="UTC").evaluate(PLOTLY_MARKS)
    same = {name: pytest.approx(place, abs=0.01) for name, place in here.items()}
    there = opened(address, timezone_id=zone)
    assert there.evaluate(PLOTLY_MARKS) == same
    there.get_by_role("button", name="Zoom in").click()
    there.get_by_role("button", name="Show all").click()
    at_rest(there)
    assert there.evaluate(PLOTLY_MARKS) == same


def test_a_broken_fragment_breaks_nothing(opened: Opened, address: str) -> None:
    console: list[str] = []
    opened(f"{address}#100%", console=console)
    assert console == []


HARD_ADDRESSES = (
    "https://example.org/caf%E9?q=100%",
    "https://example.org/?u=https%3A%2F%2Fx.example%2F%3Fq%3D1&b=%2B",
)


def test_an_address_reaches_plotlys_link_as_it_was_written(
    opened: Opened, tmp_path: Path, curated: Timeline
) -> None:
    events = [
        replace(event, sources=(replace(event.sources[0], url=url, quote=""),), related=())
        for event, url in zip(curated.events, HARD_ADDRESSES, strict=False)
    ]
    write(tmp_path, render(few := replace(curated, events=tuple(events)), [lay_out(few, 720)]))
    page = opened((tmp_path / "index.html").as_uri())
    links = page.eval_on_selector_all(".plot a", "links => links.map((a) => a.getAttribute('href'))")
    assert sorted(links) == sorted(HARD_ADDRESSES)
    assert page.locator(".plot a[*|href]:not([href])").count() == 0


def test_with_hundreds_of_events_each_has_its_link_or_is_in_a_column_before_and_after_plotly(
    opened: Opened, tmp_path: Path
) -> None:
    crowd = timeline(event(f"e{n}", n % 160, label=f"Event number {n}") for n in range(250))
    scene = lay_out(crowd, 720)
    write(tmp_path, render(crowd, [scene]))
    for javascript in (False, True):
        page = opened((tmp_path / "index.html").as_uri(), java_script_enabled=javascript)
        links = page.locator("a[data-event]").count()
        names = page.locator(".cluster title").all_text_contents()
        assert links == len(scene.marked)
        assert links + sum(int(name.split()[0]) for name in names) == 250


def test_the_chart_follows_the_width_of_the_window(opened: Opened, address: str, curated: Timeline) -> None:
    page = opened(address, width=1200)
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function("() => document.querySelector('.plot .main-svg').clientWidth < 700")
    page.set_viewport_size({"width": 400, "height": 900})
    page.wait_for_selector('html[data-chart="static"]')
    assert page.locator("[data-event]").count() == len(curated.events)


@pytest.mark.parametrize("width", [360, 1200])
def test_paper_shows_the_drawing_the_whole_list_and_its_addresses_whatever_was_asked_for(
    opened: Opened, address: str, curated: Timeline, width: int
) -> None:
    page = opened(f"{address}?q=paris&view=table", width=width)
    page.emulate_media(media="print")
    assert page.locator(".drawing").is_visible() == (width > 600)
    assert page.locator("article.event:visible").count() == len(curated.events)
    assert page.locator(".source:visible").count() == len(curated.sources)
    for part in (".chart-controls", ".find", ".toolbar", ".opener", ".as-table", "[data-copy]", ".hint"):
        assert page.locator(f"{part}:visible").count() == 0, part
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    after = "getComputedStyle(each, '::after').content"
    written = page.locator("article .source").evaluate_all(f"(all) => all.map((each) => {after})")
    assert written == [f'" {source.url}"' for event in curated.events for source in event.sources]
