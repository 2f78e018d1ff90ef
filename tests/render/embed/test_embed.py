"""The embed in a browser: in hosts of every kind, from disk, in a sandbox, without a network."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.conftest import Installed, Opened
from tests.helpers.axe import violations
from tests.helpers.curated import after, grown
from tests.helpers.hosting import HOSTS, Elsewhere, fits, guest, hosted
from tests.helpers.make import day, event, timeline
from timeline.layout import lay_out
from timeline.model import Source, Timeline
from timeline.model.subset import condition, only
from timeline.render import render
from timeline.render.chart import plotly_js

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Hosts that load a library, which the tests install with npm: host -> package and version.
LIBRARIES = {
    "pym": "pym.js@1.3.2",
    "newswire": "@newswire/frames@1.0.0",
    "iframe-resizer": "@iframe-resizer/parent@5.5.9",
    "open-iframe-resizer": "@open-iframe-resizer/core@2.1.0",
}
OWN = sorted({page.stem for page in HOSTS.glob("*.html")} - LIBRARIES.keys())


@pytest.fixture(scope="session")
def libraries(npm: Installed) -> Path:
    """The hosts' libraries from npm."""
    return npm(*LIBRARIES.values())


@pytest.mark.parametrize("host", [*OWN, *LIBRARIES])
def test_a_frame_is_as_high_as_what_it_holds_and_shrinks_again(
    opened: Opened, elsewhere: Elsewhere, request: pytest.FixtureRequest, host: str
) -> None:
    if host in LIBRARIES and not (elsewhere.folder / "npm").exists():
        (elsewhere.folder / "npm").symlink_to(request.getfixturevalue("libraries"))
    page = opened(f"{elsewhere.home}/{host}.html", width=900, wait=False)
    frame = guest(page)
    bounds = (200, 1000) if host == "wordpress" else (0, 1e6)
    fits(page, frame, *bounds)
    page.set_viewport_size({"width": 420, "height": 1000})  # as a tablet that is turned
    low = fits(page, frame, *bounds)
    frame.click("[data-step='1']")
    assert fits(page, frame, *bounds) == low
    frame.evaluate("document.documentElement.style.fontSize = '125%'")  # as readers enlarge the text
    assert fits(page, frame, *bounds) > low
    frame.evaluate("document.documentElement.style.fontSize = ''")
    assert fits(page, frame, *bounds) == low


@pytest.mark.parametrize("host", ["datawrapper", "iframe-resizer"])
def test_a_frame_has_its_height_before_anybody_scrolls_to_it(
    opened: Opened, elsewhere: Elsewhere, request: pytest.FixtureRequest, host: str
) -> None:
    if host in LIBRARIES and not (elsewhere.folder / "npm").exists():
        (elsewhere.folder / "npm").symlink_to(request.getfixturevalue("libraries"))
    text = (elsewhere.folder / f"{host}.html").read_text(encoding="utf-8")
    below = text.replace("<iframe", '<p style="height: 9000px"></p><iframe', 1)
    (elsewhere.folder / f"below-{host}.html").write_text(below, encoding="utf-8")
    page = opened(f"{elsewhere.home}/below-{host}.html", wait=False)
    fits(page, guest(page))


def test_a_host_is_not_told_which_event_a_reader_opens(
    opened: Opened, elsewhere: Elsewhere, embed: str, curated: Timeline
) -> None:
    page = hosted(opened, elsewhere, f'<iframe src="{embed}?theme=dark" style="width: 900px"></iframe>')
    page.evaluate("heard = []; addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))")
    frame = guest(page)
    frame.evaluate("location.hash = '#paris-summit'")
    frame.wait_for_selector("#paris-summit[aria-current=true]", state="attached")
    frame.click("[data-step='1']")
    following = after(curated, "paris-summit").id
    frame.wait_for_function(f"() => location.hash === '#{following}'")
    page.evaluate("heard = []; frames[0].postMessage('pym', '*')")
    page.wait_for_function("() => heard.length >= 7")
    heard = page.evaluate("heard")
    assert not [message for message in heard if following in message]
    assert [message for message in heard if f"{embed}?theme=dark" in message]


def test_a_host_that_asks_is_told_again_and_nobody_else_is_heard(
    opened: Opened, elsewhere: Elsewhere, embed: str
) -> None:
    page = hosted(opened, elsewhere, f'<iframe src="{embed}"></iframe><iframe srcdoc=""></iframe>')
    page.evaluate("heard = []; addEventListener('message', ({ data }) => heard.push(data))")
    guest(page)
    page.wait_for_load_state("networkidle")
    heard = "new Promise((resolve) => setTimeout(() => resolve(heard.length), 100))"
    ask = f"(what) => (heard = [], frames[0].postMessage(what, '*'), {heard})"
    answered = "() => heard.length >= 7"
    for asked in (
        {"type": "iframe-child-init"},
        "pymxPYMxaxPYMxwidthxPYMx400",
        {"sentinel": "amp", "type": "frames-init"},
    ):
        page.evaluate(ask, asked)
        page.wait_for_function(answered)
    for ignored in (
        None,
        1e9,
        "",
        {"type": "navigate", "to": "https://example.org/"},
        {"height": -5},
        "<b>",
    ):
        assert page.evaluate(ask, ignored) == 0
    sister = f"""(heard = [], frames[1].eval("parent.frames[0].postMessage('pymx', '*')"), {heard})"""
    assert page.evaluate(sister) == 0


@pytest.mark.parametrize("width", [1280, 360])
def test_the_embed_is_light_and_asks_for_nothing_more(
    opened: Opened, site: Path, embed: str, curated: Timeline, width: int
) -> None:
    """At most 20,000 bytes compressed for 38 events, and 300 for each further one."""
    requests: list[str] = []
    page = opened(embed, width=width, wait=False, requests=requests)
    page.wait_for_load_state("networkidle")
    page.click("[data-step='1']")
    assert requests == [embed]
    most = grown(20_000, len(curated.events), each=300)
    assert len(gzip.compress((site / "embed.html").read_bytes(), 9)) <= most


def test_a_chart_asks_for_plotly_when_it_is_touched(opened: Opened, chart_embed: str) -> None:
    requests: list[str] = []
    page = opened(chart_embed, width=900, wait=False, requests=requests)
    page.wait_for_load_state("networkidle")
    assert requests == [chart_embed]
    page.hover(".chart", position={"x": 400, "y": 3})
    expect(page.locator(".hint")).not_to_be_empty()
    page.wait_for_selector("[data-chart=plotly]")
    names = sorted(re.sub(r"\.[0-9a-f]{8}\.js$", ".js", url.split("/")[-1]) for url in requests[1:])
    assert names == ["controls.js", "figure-568.js", plotly_js.bundle().name]


@pytest.mark.parametrize("width", [900, 420])
def test_the_embed_keeps_the_pages_contract(
    opened: Opened, embed: str, curated: Timeline, width: int
) -> None:
    dates = """[...document.querySelectorAll("article.event")].map((article) => {
        const time = article.querySelector("time");
        return [article.id, time.dateTime, time.dataset.edtf];
    })"""
    links = """[...document.querySelectorAll("article.event")].map((article) => {
        const href = (link) => link.getAttribute("href");
        const mark = document.querySelector(`[data-event="${article.id}"]`);
        return [article.id, [...article.querySelectorAll("a.source")].map(href), href(mark)];
    })"""
    wanted = opened(embed.replace("embed.html", "index.html"), wait=False).evaluate(dates)
    assert [name for name, *_ in wanted] == [one.id for one in curated.events]
    for scripted in (True, False):
        page = opened(embed, width=width, wait=False, java_script_enabled=scripted)
        assert page.evaluate(dates) == wanted
        assert page.evaluate(links) == [
            [one.id, [source.url for source in one.sources], one.sources[0].url] for one in curated.events
        ]


def test_a_mark_leads_to_its_card_and_escape_back(opened: Opened, chart_embed: str) -> None:
    page = opened(chart_embed, width=700, wait=False, forced_colors="active")  # in which Plotly never comes
    card = page.locator(".reader")
    expect(card).to_be_hidden()
    page.click(".drawing [data-event=paris-summit] .dot")
    expect(card.locator("#paris-summit")).to_be_in_viewport()
    expect(page.locator("#paris-summit")).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.locator(".drawing [data-event=paris-summit]")).to_be_focused()
    page.click(".drawing [data-event=riyadh-talks] text")
    expect(card.locator("#riyadh-talks")).to_be_in_viewport()
    page.click(".close")
    expect(card).to_be_hidden()


def test_the_chart_is_one_stop_of_the_tab_key(opened: Opened, chart_embed: str) -> None:
    page = opened(chart_embed, width=1000, wait=False)
    stops = """[...document.querySelectorAll(".chart [data-event]")]
        .filter(({ tabIndex }) => tabIndex >= 0).map(({ dataset }) => dataset.event)"""
    assert page.evaluate(stops) == ["paris-summit"]
    page.focus(".drawing [data-event=paris-summit]")
    page.wait_for_selector("[data-chart=plotly]")
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-event=riyadh-talks]")).to_be_focused()
    assert page.evaluate(stops) == ["riyadh-talks"]


def test_beside_a_chart_the_card_follows(opened: Opened, chart_embed: str) -> None:
    page = opened(chart_embed, width=1000, wait=False, forced_colors="active")
    page.click(".drawing [data-event=riyadh-talks] .dot")
    expect(page.locator("#riyadh-talks")).to_be_in_viewport(ratio=0.9)
    page.click("[data-step='1']")
    expect(page.locator(".drawing .chosen")).to_have_attribute("data-event", "istanbul-embassy-talks")


@pytest.mark.parametrize("width", [320, 360, 412, 599, 600, 768, 1024, 1400])
def test_the_height_is_the_same_for_every_event(
    opened: Opened, embed: str, curated: Timeline, width: int
) -> None:
    page = opened(embed, width=width, wait=False)
    count = len(curated.events)
    heights = page.evaluate(
        """async (steps) => {
        const found = new Set();
        for (let n = 0; n < steps; n++) {
            const { height } = document.querySelector("main").getBoundingClientRect();
            const { scrollHeight, scrollWidth } = document.scrollingElement;
            found.add([height, scrollHeight > innerHeight, scrollWidth].join());
            document.querySelector("[data-step='1']").click();
            await new Promise(requestAnimationFrame);
        }
        return [...found];
    }""",
        count + 2,
    )
    assert heights == [f"560,false,{width}"]
    assert page.inner_text(".walk p > span >> nth=0") == f"{count} of {count}"


def test_nothing_moves_while_it_loads(opened: Opened, embed: str) -> None:
    page = opened("about:blank", width=360, wait=False)
    page.add_init_script("""shifts = [];
        new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
            .observe({ type: "layout-shift", buffered: true })""")
    page.goto(embed)
    page.click("[data-step='1']")
    page.wait_for_timeout(700)
    assert page.evaluate("shifts") == []


def swipe(page: Page, start: tuple[int, int], by: tuple[int, int]) -> None:
    """A finger put down at ``start``, moved ``by`` that in twelve steps, and lifted."""
    touch = page.context.new_cdp_session(page)
    send = partial(touch.send, "Input.dispatchTouchEvent")
    for step in range(13):
        point = {"x": start[0] + by[0] * step / 12, "y": start[1] + by[1] * step / 12}
        send({"type": "touchMove" if step else "touchStart", "touchPoints": [point]})
        page.wait_for_timeout(16)
    send({"type": "touchEnd", "touchPoints": []})


def test_a_swipe_leads_to_the_next_card(opened: Opened, embed: str, curated: Timeline) -> None:
    page = opened(embed, width=360, wait=False, has_touch=True, is_mobile=True)
    swipe(page, (300, 300), (-220, 0))
    second = curated.events[1].id
    expect(page.locator("article[aria-current]")).to_have_attribute("id", second)
    expect(page.locator(f"#{second}")).to_be_in_viewport(ratio=0.9)
    assert page.locator(".walk p > span").first.inner_text() == f"2 of {len(curated.events)}"


def test_the_address_chooses_an_event_also_where_the_list_scrolls_to_it_before(
    opened: Opened, embed: str
) -> None:
    page = opened(embed, width=900, wait=False)
    page.wait_for_selector("[aria-current]")
    page.wait_for_timeout(200)  # from then on, a list that scrolls is one that a reader moves
    page.evaluate("""() => {
        location.hash = "#paris-summit";
        document.querySelector("article").closest("ol").dispatchEvent(new Event("scroll"));
    }""")
    expect(page.locator("[aria-current]")).to_have_attribute("id", "paris-summit")
    page.wait_for_timeout(200)
    expect(page.locator("[aria-current]")).to_have_attribute("id", "paris-summit")
    assert page.evaluate("location.hash") == "#paris-summit"


def test_the_next_card_peeks_out(opened: Opened, embed: str) -> None:
    for width in (320, 360, 412):
        page = opened(embed, width=width, wait=False)
        second = page.locator("li").nth(1).bounding_box()
        assert second
        assert width - 2 - second["x"] == 20


def test_a_page_around_it_scrolls_where_a_finger_is_on_the_embed(
    opened: Opened, elsewhere: Elsewhere, embed: str
) -> None:
    tall = '<meta name="viewport" content="width=device-width"><p style="height: 900px">'
    frame_of = f'{tall}</p><iframe src="{embed}" style="width: 100%; height: 560px"></iframe>{tall}</p>'
    page = hosted(opened, elsewhere, frame_of, width=360, has_touch=True, is_mobile=True)
    guest(page)
    page.evaluate("scrollTo(0, 700)")
    for y in (330, 500):  # on the skyline, on a card
        page.evaluate("scrollTo(0, 700)")
        swipe(page, (150, y), (0, -120))
        page.wait_for_function("() => scrollY > 760")


def test_the_skyline_travels_by_pointer_and_by_keys(opened: Opened, five_weeks_embed: str) -> None:
    page = opened(five_weeks_embed, width=360, wait=False)
    current = page.locator("article[aria-current]")
    box = page.locator(".sky").bounding_box()
    assert box
    page.mouse.move(box["x"] + 3, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 3, box["y"] + 60, steps=4)
    page.mouse.up()
    expect(current).to_have_attribute("id", "e37")
    page.focus(".sky")
    page.keyboard.press("Home")
    expect(current).to_have_attribute("id", "e1")
    page.keyboard.press("ArrowRight")
    expect(current).to_have_attribute("id", "e2")
    assert page.evaluate("document.querySelector('.sky').ariaValueText").startswith("Wed 12 Feb, The event")
    assert page.locator(".sky .now").count() == 1


def test_main_events_alone_are_walked_through_on_request(opened: Opened, five_weeks_embed: str) -> None:
    page = opened(five_weeks_embed, width=360, wait=False)
    page.click("[data-rank=main]")
    expect(page.locator(".walk p > span").first).to_have_text("1 of 7")
    assert page.locator("li:visible").count() == 7
    page.click("[data-step='1']")
    expect(page.locator("article[aria-current]")).to_have_attribute("id", "e10")
    page.click("[data-rank=all]")
    expect(page.locator(".walk p > span").first).to_have_text("10 of 38")


def test_the_tab_key_leads_through_the_current_card_alone(
    opened: Opened, embed: str, curated: Timeline
) -> None:
    page = opened(embed, width=360, wait=False)
    cards = set()
    for _ in range(12):
        page.keyboard.press("Tab")
        cards.add(page.evaluate("document.activeElement.closest('article')?.id"))
    assert cards == {None, curated.events[0].id}


@pytest.mark.parametrize(
    ("query", "events"),
    [
        ("track=Europe", 18),
        ("track=europe&main=1", 2),
        ("person=mark rutte", 13),
        ("kind=visit", 13),
        ("main=1", 7),
        ("last=5", 5),
        ("from=2025-03&to=2025-03-05", 2),
    ],
)
def test_a_part_of_the_events_is_laid_out_anew(
    opened: Opened, five_weeks_embed: str, query: str, events: int
) -> None:
    page = opened(f"{five_weeks_embed}?{query}", width=360, wait=False)
    expect(page.locator(".walk p > span").first).to_have_text(f"1 of {events}")
    assert page.locator("article").count() == events
    assert page.locator(".square").count() == events
    lefts = page.evaluate(
        "[...document.querySelectorAll('.square')].map((each) => parseFloat(each.style.left))"
    )
    assert max(lefts) - min(lefts) > 40
    assert page.evaluate("document.querySelector('main').clientHeight") == 560
    assert not ("main" in query and page.is_visible(".rank"))  # there is nothing to choose
    head = "document.querySelector('.sky').getBoundingClientRect()"
    tops = "[...document.querySelectorAll('.square')].map((each) => each.getBoundingClientRect().top)"
    rows = page.evaluate(f"(Math.min(...{tops}) - {head}.top) / 7")
    assert rows < 3 or page.evaluate(f"{head}.height") == 66  # the least: no higher than its squares need


def test_a_build_and_an_address_keep_the_same_events(opened: Opened, embed: str, curated: Timeline) -> None:
    for query in (
        "track=Europe",
        "kind=talks",
        "person=Keir Starmer",
        "last=7",
        "from=2025-02-20",
        "to=2025-02-17",
    ):
        page = opened(f"{embed}?{query}", width=360, wait=False)
        page.wait_for_selector("[aria-current]")
        shown = page.evaluate("[...document.querySelectorAll('article')].map(({ id }) => id)")
        assert shown == [each.id for each in only(curated, [condition(query)]).events], query


def test_the_chart_of_a_part_has_its_rows_and_no_more(opened: Opened, chart_embed: str) -> None:
    page = opened(f"{chart_embed}?track=Europe", width=900, wait=False)
    page.wait_for_selector(".drawing .label")
    assert page.locator(".drawing .name").all_text_contents() == ["Europe"]
    assert page.locator(".drawing [data-event]").count() == page.locator("article").count()
    page.hover(".chart", position={"x": 200, "y": 5})
    page.wait_for_timeout(300)
    assert page.locator("[data-chart=static]").count() == 1  # Plotly's chart is that of all events


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("track=Eurpe", "No event has track=Eurpe. Possible: Talks, Europe, Votes"),
        ("kind=party", "No event has kind=party. Possible: statement, talks, visit, vote"),
        ("last=many", "No event has last=many. Possible: 1 – 38."),
        ("from=soon", "No event has from=soon. Possible: 2025-02-12 – 2025-03-15"),
        ("track=Europe&kind=vote", "No event matches."),
    ],
)
def test_what_no_event_has_is_said(opened: Opened, five_weeks_embed: str, query: str, message: str) -> None:
    page = opened(f"{five_weeks_embed}?{query}", width=412, wait=False)
    expect(page.locator(".unknown")).to_contain_text(message)
    assert page.locator("article").count() == 38


@pytest.mark.parametrize(
    ("theme", "scheme", "is_dark"),
    [("light", "dark", False), ("dark", "light", True), ("auto", "dark", True), ("auto", "light", False)],
)
def test_the_address_fixes_the_colours(
    opened: Opened, embed: str, theme: str, scheme: Any, is_dark: bool
) -> None:
    page = opened(f"{embed}?theme={theme}", wait=False, color_scheme=scheme)
    ink = page.evaluate("getComputedStyle(document.querySelector('h1')).color")
    assert ink == ("rgb(236, 234, 230)" if is_dark else "rgb(26, 26, 26)")


@pytest.mark.parametrize("width", [360, 900])
def test_without_a_script_the_cards_are_a_list_that_scrolls_sideways(
    opened: Opened, embed: str, curated: Timeline, width: int
) -> None:
    page = opened(embed, width=width, wait=False, java_script_enabled=False)
    boxes = [each.bounding_box() for each in page.locator("li").all()]
    assert len({box["y"] for box in boxes if box}) == 1
    assert [box["x"] for box in boxes if box] == sorted(box["x"] for box in boxes if box)
    told = max(curated.events, key=lambda one: len(one.sources))
    page.click(f"#{told.id} summary")
    assert page.locator(f"#{told.id} .source:visible").count() == len(told.sources)
    assert not page.locator(".walk:visible, .sky:visible").count()


def test_it_prints_its_whole_list(opened: Opened, embed: str, curated: Timeline) -> None:
    page = opened(embed, width=700, wait=False)
    page.emulate_media(media="print")
    boxes = [each.bounding_box() for each in page.locator("article").all()]
    assert len({(box["x"], box["y"]) for box in boxes if box}) == len(curated.events)
    assert page.locator(".source:visible").count() == len(curated.sources)
    is_cut = "texts => texts.some(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1)"
    assert not page.locator(".text, footer p").evaluate_all(is_cut)


def test_the_embed_says_who_gives_which_date_and_how_far_an_event_has_come(
    opened: Opened, tmp_path: Path
) -> None:
    one, other = Source("https://a.org/", "A News"), Source("https://b.org/", "B News")
    sources = (
        replace(one, says="Wednesday", reading=day(0)),
        replace(other, says="Thursday", reading=day(1), agrees=False),
    )
    made = timeline([event("talks", status="cancelled", disputed="They differ.", sources=sources)])
    (tmp_path / "embed.html").write_bytes(render(made, [lay_out(made, 568)])["embed.html"])
    page = opened((tmp_path / "embed.html").as_uri(), width=360, wait=False, java_script_enabled=False)
    assert page.inner_text("b").strip("\u2066\u2067\u2068\u2069").endswith(" · cancelled")
    assert page.inner_text("summary") == "and 1 more source · Sources disagree."
    page.click("summary")
    accounts = [" ".join(text.split()) for text in page.locator("details p:has(strong)").all_inner_texts()]
    assert accounts == ["12 February 2025 A News", "13 February 2025 B News Thursday"]
    assert "Dashed or pale" in page.inner_text("footer")


def test_plotlys_chart_stands_where_the_drawing_stood(opened: Opened, chart_embed: str) -> None:
    page = opened(chart_embed, width=900, wait=False)
    where = """() => Object.fromEntries([...document.querySelectorAll("%s")].map((mark) => {
        const box = mark.getBoundingClientRect();
        const { of, event } = mark.closest("[data-of], [data-event]").dataset;
        return [of ?? event, [box.x + box.width / 2, box.y + box.height / 2]];
    }))"""
    drawn = page.evaluate(where % ".drawing .dot")
    page.focus("[data-event]")
    page.wait_for_selector("[data-chart=plotly]")
    plotted = page.evaluate(where % ".marks .point")
    assert plotted.keys() == drawn.keys()
    for name, (x, y) in plotted.items():
        assert (x, y) == pytest.approx(drawn[name], abs=1)


@pytest.mark.parametrize("tokens", ["allow-scripts", "allow-scripts allow-popups"])
@pytest.mark.parametrize("name", ["embed.html", "index.html"])
def test_it_works_in_a_sandbox(  # noqa: PLR0913, PLR0917  two origins
    opened: Opened, elsewhere: Elsewhere, address: str, chart_embed: str, name: str, tokens: str
) -> None:
    console: list[str] = []
    source = chart_embed if name == "embed.html" else address
    frame_of = f'<iframe src="{source}" sandbox="{tokens}" style="width: 900px; height: 1200px"></iframe>'
    page = hosted(opened, elsewhere, frame_of, console=console)
    frame = guest(page, "article")
    frame.focus("[data-event]")
    frame.wait_for_selector("html[data-chart=plotly]")
    frame.click(".plot .point[data-of=riyadh-talks]", force=True)  # Plotly has a pane over its marks
    shown = (
        "article#riyadh-talks[aria-current=true]" if name == "embed.html" else ".card:has-text('Riyadh')"
    )
    frame.wait_for_selector(shown)
    assert console == []


@pytest.mark.parametrize("name", ["embed.html", "index.html"])
def test_it_works_from_the_disk_and_asks_nobody_for_anything(
    opened: Opened, site: Path, curated: Timeline, name: str
) -> None:
    console: list[str] = []
    requests: list[str] = []
    page = opened("about:blank", wait=False, console=console, requests=requests)
    page.context.set_offline(True)
    page.goto((site / name).as_uri() + "?track=Europe")
    if name == "index.html":
        page.focus("[data-event]")
        page.wait_for_selector("[data-chart=plotly]")
    else:
        count = sum(one.track == "Europe" for one in curated.events)
        expect(page.locator(".walk p > span").first).to_have_text(f"1 of {count}")
    assert console == []
    assert {address for address in requests if not address.startswith(site.as_uri())} <= {
        "about:blank",
        "data:,",
    }


@pytest.mark.parametrize("width", [900, 360])
def test_no_page_asks_anybody_else_for_anything(opened: Opened, address: str, width: int) -> None:
    home = address.removesuffix("index.html")
    requests: list[str] = []
    page = opened("about:blank", wait=False, requests=requests, width=width)
    page.route(lambda url: not url.startswith(home), lambda route: route.abort())
    for name in ("embed.html", "index.html", "citations.html", "embed-codes.html", "timeline.svg"):
        page.goto(home + name)
        page.mouse.move(300, 200)
        page.keyboard.press("Tab")
        if width >= 600 and name == "index.html":
            page.wait_for_selector('html[data-chart="plotly"]')
        page.wait_for_load_state("networkidle")
    assert [one for one in requests if not one.startswith((home, "about:", "data:"))] == []


@pytest.mark.parametrize(
    ("width", "query", "scheme"),
    [
        *((320, "", "light"), (900, "", "dark")),
        *((360, "?track=Eurpe", "dark"), (360, "?to=2025-02-17", "light")),
    ],
)
def test_the_embed_has_no_fault_that_axe_knows(
    opened: Opened, embed: str, width: int, query: str, scheme: Any
) -> None:
    page = opened(embed + query, width=width, wait=False, color_scheme=scheme)
    page.wait_for_selector("[aria-current]")
    page.add_style_tag(content="html { background: canvas }")  # the host's ground, which it lets through
    assert violations(page, contrast=False) == {}
    page.click("[data-step='1']")
    page.evaluate("location.hash = '#paris-summit'")  # which has several sources
    page.click("#paris-summit[aria-current] summary")
    assert violations(page) == {}


@pytest.mark.parametrize("width", [700, 1000])
def test_an_embed_with_a_chart_has_no_fault_that_axe_knows(
    opened: Opened, chart_embed: str, width: int
) -> None:
    page = opened(chart_embed, width=width, wait=False)
    page.add_style_tag(content="html { background: canvas }")
    assert violations(page) == {}
    page.click(".drawing [data-event=riyadh-talks] .dot")
    assert violations(page, contrast=False) == {}
    page.wait_for_selector("[data-chart=plotly]")
    assert violations(page) == {}
