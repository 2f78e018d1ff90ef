"""The embed in a browser: in hosts of every kind, from disk, in a sandbox, without a network."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.conftest import Installed, Opened
from tests.helpers.hosting import HOSTS, Elsewhere, fits, guest, hosted
from tests.helpers.make import day, event, timeline
from timeline.layout import lay_out
from timeline.model import Source
from timeline.render import render
from timeline.render.chart import plotly_js

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


@pytest.mark.parametrize("width", [900, 420])
@pytest.mark.parametrize("host", [*OWN, *LIBRARIES])
def test_a_frame_is_as_high_as_what_it_holds_and_shrinks_again(
    opened: Opened, elsewhere: Elsewhere, request: pytest.FixtureRequest, host: str, width: int
) -> None:
    if host in LIBRARIES and not (elsewhere.folder / "npm").exists():
        (elsewhere.folder / "npm").symlink_to(request.getfixturevalue("libraries"))
    page = opened(f"{elsewhere.home}/{host}.html", width=width, wait=False)
    frame = guest(page)
    bounds = (200, 1000) if host == "wordpress" else (0, 1e6)
    fits(page, frame, *bounds)
    if width == 420:
        frame.locator("summary").first.click()
    else:
        frame.locator(".drawing [data-event=riyadh-talks] .dot:visible").click()
    tall = fits(page, frame, *bounds)
    frame.fill("input", "nothing like it")
    assert fits(page, frame, *bounds) < tall
    frame.fill("input", "")
    assert fits(page, frame, *bounds) == tall


@pytest.mark.parametrize("host", ["datawrapper", "iframe-resizer"])
def test_a_frame_has_its_height_before_anybody_scrolls_to_it(
    opened: Opened, elsewhere: Elsewhere, request: pytest.FixtureRequest, host: str
) -> None:
    if host in LIBRARIES and not (elsewhere.folder / "npm").exists():
        (elsewhere.folder / "npm").symlink_to(request.getfixturevalue("libraries"))
    text = (elsewhere.folder / f"{host}.html").read_text(encoding="utf-8")
    below = text.replace("<iframe", '<p style="height: 9000px"></p><iframe', 1)
    (elsewhere.folder / "below.html").write_text(below, encoding="utf-8")
    page = opened(f"{elsewhere.home}/below.html", wait=False)
    fits(page, guest(page))


def test_a_host_is_not_told_which_event_a_reader_opens(
    opened: Opened, elsewhere: Elsewhere, embed: str
) -> None:
    page = hosted(opened, elsewhere, f'<iframe src="{embed}?theme=dark" style="width: 900px"></iframe>')
    page.evaluate("heard = []; addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))")
    frame = guest(page)
    frame.locator(".drawing [data-event=riyadh-talks] .dot:visible").click()
    frame.wait_for_function("location.hash === '#riyadh-talks'")
    page.evaluate("heard = []; frames[0].postMessage('pym', '*')")
    page.wait_for_function("() => heard.length >= 7")
    heard = page.evaluate("heard")
    assert not [message for message in heard if "riyadh" in message]
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


def test_the_embed_is_light_and_asks_for_nothing_more_until_it_is_touched(
    opened: Opened, site: Path, embed: str
) -> None:
    requests: list[str] = []
    page = opened(embed, width=900, wait=False, requests=requests)
    page.wait_for_load_state("networkidle")
    assert requests == [embed]
    assert len(gzip.compress((site / "embed.html").read_bytes(), 6)) <= 20_000
    page.hover(".chart", position={"x": 400, "y": 3})
    expect(page.locator(".hint")).not_to_be_empty()
    page.wait_for_selector("[data-chart=plotly]")
    names = sorted(re.sub(r"\.[0-9a-f]{8}\.js$", ".js", url.split("/")[-1]) for url in requests[1:])
    assert names == ["controls.js", "figure-840.js", plotly_js.bundle().name]


@pytest.mark.parametrize("width", [900, 420])
def test_the_embed_keeps_the_pages_contract(opened: Opened, embed: str, curated: Any, width: int) -> None:
    dates = """[...document.querySelectorAll("article.event")].map((article) => {
        const time = article.querySelector("time");
        return [article.id, time.dateTime, time.dataset.edtf, time.textContent];
    })"""
    told = opened(embed.replace("embed.html", "index.html"), wait=False).evaluate(dates)
    assert [name for name, *_ in told] == [one.id for one in curated.events]
    for scripted in (True, False):
        page = opened(embed, width=width, wait=False, java_script_enabled=scripted)
        assert page.evaluate(dates) == told
        for one in curated.events:
            links = page.locator(f"article#{one.id} a.source")
            assert [link.get_attribute("href") for link in links.all()] == [s.url for s in one.sources]
            assert page.get_attribute(f"[data-event={one.id}]", "href") == one.sources[0].url


def test_before_plotly_an_event_is_chosen_found_and_walked_to(opened: Opened, embed: str) -> None:
    page = opened(embed, width=900, wait=False, forced_colors="active")  # in which Plotly never comes
    chosen = "article#{}[aria-current=true]"
    page.click(".drawing [data-event=paris-summit] .dot:visible")
    page.wait_for_selector(chosen.format("paris-summit"))
    page.click("[data-step='1']")
    page.wait_for_selector(chosen.format("riyadh-talks"))
    assert page.locator("article:visible").count() == 1
    page.fill("input", "hurriyet")
    assert page.locator("article:visible").get_attribute("id") == "kellogg-kyiv"  # the first that cites it
    page.fill("input", "")
    page.focus(".drawing [data-event=paris-summit]")
    page.keyboard.press("End")
    assert page.evaluate("document.activeElement.dataset.event") == "starmer-coalition-press-conference"
    page.keyboard.press("Space")
    page.wait_for_selector(chosen.format("starmer-coalition-press-conference"))


def test_the_chart_picks_out_the_event_that_is_shown_below_it(opened: Opened, embed: str) -> None:
    page = opened(embed, width=900, wait=False)
    picked = page.locator(".drawing .chosen")
    expect(picked).to_have_attribute("data-of", "hegseth-brussels")  # the first, before any is chosen
    page.fill("input", "istanbul")
    expect(picked).to_have_attribute("data-of", "istanbul-embassy-talks")
    page.fill("input", "no such word")
    expect(picked).to_have_count(0)


def test_in_a_frame_the_keyboard_keeps_its_place_and_the_hosts_page_too(
    opened: Opened, elsewhere: Elsewhere, embed: str
) -> None:
    tall = '<p style="height: 900px">'
    frame_of = f'{tall}</p><iframe src="{embed}" style="width: 900px; height: 1200px"></iframe>{tall}</p>'
    page = hosted(opened, elsewhere, frame_of)
    frame = guest(page)
    frame.focus("[data-step='1']")
    page.evaluate("scrollTo(0, 700)")
    for place in ("2 of 38", "3 of 38"):
        page.keyboard.press("Enter")
        expect(frame.locator(".walk p").first).to_have_text(place)
    frame.evaluate("document.querySelector('[data-event=paris-summit]').focus({ preventScroll: true })")
    page.keyboard.press("Space")
    frame.wait_for_selector("article#paris-summit[aria-current=true]")
    assert frame.evaluate("document.activeElement.dataset.event") == "paris-summit"
    assert page.evaluate("scrollY") == 700


def test_a_label_of_the_drawing_opens_its_source_beside_the_host(
    opened: Opened, elsewhere: Elsewhere, embed: str
) -> None:
    page = hosted(
        opened, elsewhere, f'<iframe src="{embed}" style="width: 900px; height: 1200px"></iframe>'
    )
    frame = guest(page)
    page.context.route(re.compile("^https:"), lambda route: route.fulfill(body="the source"))
    with page.context.expect_page() as source:
        frame.locator(".drawing [data-event=paris-summit] text:visible").click()
    source.value.wait_for_load_state()
    assert source.value.inner_text("body") == "the source"
    assert source.value.evaluate("opener") is None


def test_a_search_on_a_phone_says_how_much_it_found(opened: Opened, embed: str) -> None:
    page = opened(embed, width=360, wait=False)
    page.fill("input", "nothing like it")
    assert page.inner_text(".walk p >> nth=0") == "0 of 38"


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
    summary = page.inner_text("summary")
    assert "cancelled" in summary
    assert "Sources disagree." in summary
    accounts = [" ".join(text.split()) for text in page.locator("details p:has(strong)").all_inner_texts()]
    assert accounts == ["12 February 2025 A News", "13 February 2025 B News Thursday"]
    assert "Dashed or pale" in page.inner_text("footer")


def test_plotlys_chart_stands_where_the_drawing_stood(opened: Opened, embed: str) -> None:
    page = opened(embed, width=900, wait=False)
    where = """() => Object.fromEntries([...document.querySelectorAll("%s")].map((mark) => {
        const box = mark.getBoundingClientRect();
        return [mark.closest("[data-of]").dataset.of, [box.x + box.width / 2, box.y + box.height / 2]];
    }))"""
    drawn = page.evaluate(where % ".drawing .dot")
    page.focus("[data-event]")
    page.wait_for_selector("[data-chart=plotly]")
    plotted = page.evaluate(where % ".plot .point")
    assert plotted.keys() == drawn.keys()
    for name, (x, y) in plotted.items():
        assert (x, y) == pytest.approx(drawn[name], abs=1)


@pytest.mark.parametrize("tokens", ["allow-scripts", "allow-scripts allow-popups"])
@pytest.mark.parametrize("name", ["embed.html", "index.html"])
def test_it_works_in_a_sandbox(
    opened: Opened, elsewhere: Elsewhere, address: str, name: str, tokens: str
) -> None:
    console: list[str] = []
    source = address.replace("index.html", name)
    frame_of = f'<iframe src="{source}" sandbox="{tokens}" style="width: 900px; height: 1200px"></iframe>'
    page = hosted(opened, elsewhere, frame_of, console=console)
    frame = guest(page)
    frame.focus("[data-event]")
    frame.wait_for_selector("html[data-chart=plotly]")
    frame.click(".plot .point[data-of=riyadh-talks]", force=True)  # Plotly has a pane over its marks
    frame.wait_for_selector("article#riyadh-talks[aria-current=true]")
    assert console == []


@pytest.mark.parametrize("name", ["embed.html", "index.html"])
def test_it_works_from_the_disk_and_asks_nobody_for_anything(opened: Opened, site: Path, name: str) -> None:
    console: list[str] = []
    requests: list[str] = []
    page = opened("about:blank", wait=False, console=console, requests=requests)
    page.context.set_offline(True)
    page.goto((site / name).as_uri())
    page.focus("[data-event]")
    page.wait_for_selector("[data-chart=plotly]")
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
        if width >= 600 and name in ("embed.html", "index.html"):
            page.wait_for_selector('html[data-chart="plotly"]')
        page.wait_for_load_state("networkidle")
    assert [one for one in requests if not one.startswith((home, "about:", "data:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 900])
def test_the_embed_has_no_fault_that_axe_knows(opened: Opened, embed: str, width: int, scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(embed, width=width, wait=False, color_scheme=scheme)
    page.add_style_tag(content="html { background: canvas }")  # the host's ground, which it lets through
    assert Axe().run(page).response["violations"] == []
    if width == 900:
        page.focus("[data-event]")
        page.wait_for_selector("[data-chart=plotly]")
        assert Axe().run(page).response["violations"] == []
