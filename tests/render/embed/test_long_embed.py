"""The embed of more events than it can hold at once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Opened
from tests.helpers.long import many
from tests.helpers.shared import filled_once
from timeline.layout import lay_out
from timeline.render import render
from timeline.writing import write


@pytest.fixture(scope="module")
def long_embed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The embed of 400 events, as a file."""

    def fill(folder: Path) -> None:
        made = many()
        write(folder, render(made, [lay_out(made, 568)]))

    return filled_once(tmp_path_factory, "long-embed", fill) / "embed.html"


_PLACE = ".walk p span >> nth=0"


def test_it_holds_the_first_cards_alone_and_its_files_hold_every_card_once(long_embed: Path) -> None:
    ids = [f"e{each}" for each in range(400)]
    own = re.compile(r'<article class="event [^>]*id="([^"]*)"')
    text = long_embed.read_text("utf-8")
    assert own.findall(text) == ids[:12]
    assert 'href="index.html"' in text
    files = sorted(long_embed.parent.glob("assets/cards-*.js"))
    assert [file.name.partition(".")[0] for file in files] == [f"cards-{number}" for number in range(4)]
    values = (file.read_text("utf-8").partition("=")[2].rpartition(";")[0] for file in files)
    cards = "".join(json.loads(value.partition("=")[2]) for value in values)
    assert own.findall(cards) == ids


def test_steps_skyline_links_search_and_main_events_reach_every_card(
    opened: Opened, long_embed: Path
) -> None:
    page = opened(f"{long_embed.as_uri()}#e250", width=360, height=600)
    page.locator(_PLACE, has_text="251 of 400").wait_for()
    assert page.locator("[aria-current]").get_attribute("id") == "e250"
    page.get_by_role("button", name="Next event").click()
    page.locator(_PLACE, has_text="252 of 400").wait_for()
    page.focus(".sky")
    page.keyboard.press("End")
    page.locator("#e399[aria-current]").wait_for()
    page.get_by_role("button", name="Main").click()
    page.locator(_PLACE, has_text="40 of 40").wait_for()
    page.get_by_role("button", name="Previous event").click()
    page.locator("#e380[aria-current]").wait_for()
    assert page.get_attribute(".whole", "href") == "index.html#e380"
    assert page.locator("li").count() < 400  # only those around it are in the document
    page.set_viewport_size({"width": 700, "height": 600})
    page.get_by_role("button", name="All").click()
    page.fill("[type=search]", "oother LODZ")
    page.locator("#e123[aria-current]").wait_for()
    assert page.inner_text(_PLACE) == "1 of 1"


@pytest.mark.parametrize(
    ("asked", "place", "first"),
    [
        ("track=Talks", "1 of 200", "e1"),
        ("person=ann other", "1 of 1", "e123"),
        ("main=1&last=3", "1 of 3", "e370"),
        ("from=2025-03-01&to=2025-03", "1 of 248", "e136"),
    ],
)
def test_a_part_of_the_events_is_asked_for_as_of_a_short_embed(
    opened: Opened, long_embed: Path, asked: str, place: str, first: str
) -> None:
    page = opened(f"{long_embed.as_uri()}?{asked}", width=360, height=600)
    page.locator(_PLACE, has_text=place).wait_for()
    page.locator(f"#{first}[aria-current]").wait_for()


def test_a_value_that_no_event_has_is_told_and_all_events_are_shown(
    opened: Opened, long_embed: Path
) -> None:
    page = opened(f"{long_embed.as_uri()}?track=Nowhere", width=360, height=600)
    text = "No event has track=Nowhere. Possible: Europe, Talks."
    page.get_by_role("alert").filter(has_text=text).wait_for()
    assert page.inner_text(_PLACE) == "1 of 400"
