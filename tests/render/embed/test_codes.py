"""Embed codes, oEmbed, and the standalone page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.conftest import Opened
from tests.helpers.hosting import CONTENT, Elsewhere, fits, guest, hosted
from timeline.layout import lay_out
from timeline.model import Timeline
from timeline.render import omissions, render
from timeline.render.embed import codes

if TYPE_CHECKING:
    from playwright.sync_api import Page

BASE = "https://news.example.org/ukraine/"
#: The name of each code -> what it must contain.
TOLD = {
    "The address alone": BASE,
    "Frame": f'<iframe src="{BASE}embed.html?theme=light" title=',
    "Frame that adjusts its height": "datawrapper-height",
    "React (JSX)": 'style={{ width: "100%", height: 560, border: 0 }} />',
    "Vue": 'style="width: 100%; height: 560px; border: 0"></iframe>',
    "Element": f'<timeline-embed src="{BASE}embed.html?theme=light" height="560" label=',
    "pym.js": f'<div data-pym-src="{BASE}embed.html?theme=light"',
    "AMP": f'<amp-iframe src="{BASE}embed.html?theme=light"',
    "Picture": f'<a href="{BASE}"><img src="{BASE}timeline.',
}


@pytest.fixture(scope="module")
def based(curated: Timeline) -> dict[str, bytes]:
    """The output of a timeline with a ``base_url``."""
    made = replace(curated, base_url=BASE)
    return render(made, [lay_out(made, 568), lay_out(made, 840)], has_png=True)


def test_each_code_has_the_address_and_a_title(curated: Timeline) -> None:
    made = replace(curated, base_url=BASE, title='Who said "peace" & <when>')
    shown = codes.codes(made, [lay_out(made, 568)], "assets/element.js")
    assert [code.name for code in shown] == list(TOLD)
    for code in shown:
        assert TOLD[code.name] in code.text
        assert "<when>" not in code.text
        if "<iframe" in code.text or "<amp" in code.text:
            assert 'title="Who said &#34;peace&#34; &amp; &lt;when&gt;"' in code.text
        if "sandbox" in code.text:
            assert "allow-popups allow-popups-to-escape-sandbox" in code.text


def test_the_picture_carries_the_sources_of_the_main_events_as_links(curated: Timeline) -> None:
    picture = codes.codes(curated, [lay_out(curated, 568)], "assets/element.js")[-1].text
    main = [event.sources[0].url for event in curated.events if event.key]
    assert re.findall(r'href="(https[^"]+)"', picture) == main


def test_without_an_address_the_codes_say_where_to_put_it_and_there_is_no_oembed(
    curated: Timeline, site: Path
) -> None:
    text = (site / "embed-codes.txt").read_text(encoding="utf-8")
    assert "Replace ADDRESS/ in each of them with the folder's address." in text
    assert BASE not in text
    assert not (site / "oembed.json").exists()
    assert "oembed" not in (site / "index.html").read_text(encoding="utf-8")
    assert any("no oEmbed" in line for line in omissions(curated, lay_out(curated, 1120), has_png=True))


def test_oembed_has_what_wordpress_takes(based: dict[str, bytes]) -> None:
    answer = json.loads(based["oembed.json"])
    assert (answer["version"], answer["type"]) == ("1.0", "rich")
    assert answer["provider_url"] == "https://news.example.org/"
    size = rf'width="640" height="{answer["height"]}" frameborder="0"'
    assert re.fullmatch(
        rf'<iframe src="{BASE}embed.html\?theme=light" title="[^"<>]+" {size}></iframe>', answer["html"]
    )
    assert answer["thumbnail_url"] == f"{BASE}social.png"
    head = based["index.html"][:150_000].partition(b"</head>")[0].decode()
    assert f'<link rel="alternate" type="application/json+oembed" href="{BASE}oembed.json"' in head


def test_the_page_of_codes_puts_in_the_address_at_which_it_stands(opened: Opened, address: str) -> None:
    page = opened(address.replace("index.html", "embed-codes.html"), wait=False)
    assert not page.locator("#no-address").count()
    home = address.replace("index.html", "")
    assert all(home in code for code in page.locator(".code").all_inner_texts())


def test_a_code_is_copied_at_a_click(opened: Opened, address: str) -> None:
    page = opened(
        address.replace("index.html", "embed-codes.html"),
        wait=False,
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.click("button >> nth=0")
    assert page.evaluate("navigator.clipboard.readText()") == page.inner_text(".code >> nth=0")
    assert page.inner_text("#copied") == "Copied."


def pasted(opened: Opened, elsewhere: Elsewhere, address: str, number: int) -> Page:
    """A page of another origin with this code in it."""
    kit = opened(address.replace("index.html", "embed-codes.html"), wait=False)
    return hosted(opened, elsewhere, kit.locator(".code").nth(number).inner_text(), width=700)


def test_the_frame_with_the_listener_takes_its_height(
    opened: Opened, elsewhere: Elsewhere, address: str
) -> None:
    page = pasted(opened, elsewhere, address, 1)
    frame = guest(page)
    assert fits(page, frame) == 560


def test_a_code_is_as_high_as_the_embed_at_every_width(
    opened: Opened, elsewhere: Elsewhere, address: str
) -> None:
    page = pasted(opened, elsewhere, address, 0)
    for width in (320, 700, 1200):
        page.set_viewport_size({"width": width, "height": 900})
        frame = guest(page)
        assert frame.evaluate("innerHeight") == frame.evaluate(CONTENT) == 560
        assert frame.evaluate("document.scrollingElement.scrollHeight") <= 560


def test_the_colours_of_the_codes_can_be_chosen(opened: Opened, address: str) -> None:
    page = opened(address.replace("index.html", "embed-codes.html"), wait=False)
    page.check("[value=dark]")
    codes_with_a_frame = [text for text in page.locator(".code").all_inner_texts() if "embed.html" in text]
    assert all("embed.html?theme=dark" in text for text in codes_with_a_frame)


def test_the_element_frames_the_part_that_its_attributes_name(
    opened: Opened, elsewhere: Elsewhere, address: str, curated: Timeline
) -> None:
    page = pasted(opened, elsewhere, address, 4)
    expect(page.locator("iframe")).to_have_attribute("height", "560")
    page.evaluate("document.querySelector('timeline-embed').setAttribute('track', 'Europe')")
    count = sum(one.track == "Europe" for one in curated.events)
    expect(page.frame_locator("iframe").get_by_text(f"1 of {count}", exact=True)).to_be_visible()
    assert "theme=light&track=Europe" in page.frames[1].url
    assert str(page.locator("iframe").get_attribute("title")).startswith(curated.title)


def test_a_link_in_the_frame_opens_its_source(opened: Opened, elsewhere: Elsewhere, address: str) -> None:
    page = pasted(opened, elsewhere, address, 0)
    frame = guest(page)
    page.context.route(re.compile("^https:"), lambda route: route.fulfill(body="the source"))
    with page.context.expect_page() as source:
        frame.click("[aria-current] .source >> nth=0")
    source.value.wait_for_load_state()
    assert source.value.inner_text("body") == "the source"
    assert source.value.evaluate("opener") is None


# ---- the standalone page


@pytest.fixture(scope="module")
def alone(curated: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The standalone page in an otherwise empty folder."""
    file = tmp_path_factory.mktemp("stick") / "standalone.html"
    scenes = [lay_out(curated, width) for width in (568, 1120)]
    file.write_bytes(render(curated, scenes, is_standalone=True)["standalone.html"])
    return file


def test_one_file_alone_draws_its_chart_and_asks_for_nothing(opened: Opened, alone: Path) -> None:
    console: list[str] = []
    requests: list[str] = []
    page = opened(alone.as_uri(), console=console, requests=requests)  # waits until Plotly has drawn
    assert [address.partition(":")[0] for address in requests] == ["file"]
    assert console == []
    inner = {
        link.partition(":")[0] for link in page.evaluate("[...document.links].map(({ href }) => href)")
    }
    assert inner <= {"file", "https", "http", "data"}  # file: its own #anchors


def test_one_file_alone_holds_the_data_too(opened: Opened, alone: Path, site: Path) -> None:
    page = opened(alone.as_uri(), wait=False)
    for name in ("events.csv", "events.json", "feed.ics"):
        with page.expect_download() as saved:
            page.click(f"body > footer a[download='{name}']")
        assert saved.value.suggested_filename == name
        assert Path(saved.value.path()).read_bytes() == (site / name).read_bytes()
    assert not page.locator("a[href^='citations.html'], a[href^='events']").count()


def test_a_build_makes_it_on_request_alone(site: Path) -> None:
    assert (site / "index.html").exists()
    assert not (site / "standalone.html").exists()
