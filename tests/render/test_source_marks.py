"""Marks after the sentences of a summary: numbers that lead to sources, where they do not confuse."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import Opened, served
from tests.helpers.axe import violations
from tests.helpers.make import event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.model import Source, Term
from timeline.model.export import ExportOptions
from timeline.render import render
from timeline.render.exports import EXPORTS
from timeline.writing import write

SUMMARY = "They met. [1] A quorum voted [2, 3].\n\nThey left.[3]"
SOURCES = tuple(Source(f"https://example.org/{name}", f"News {name}") for name in "abc")
VOTE = event("vote", 2, summary=SUMMARY, sources=SOURCES, key=True)
CALL = event(
    "call", 0, summary="They spoke.", sources=(Source("https://example.org/z", "Agency"),), key=True
)
MADE = timeline([CALL, VOTE], glossary=(Term("quorum", "Enough."),))


@pytest.fixture(scope="module")
def built() -> dict[str, str]:
    """The texts of a build."""
    files = render(MADE, [lay_out(MADE, width) for width in WIDTHS])
    return {name: each if isinstance(each, str) else each.decode() for name, each in files.items()}


def exported(name: str) -> str:
    maker = next(each for each in EXPORTS if each.name == name)
    return maker.make(MADE, ExportOptions()).content.decode()


def test_marks_are_links_on_the_page_and_sources_have_their_numbers(built: dict[str, str]) -> None:
    page = built["index.html"]
    vote, call = page[page.index('id="vote"') :], page[page.index('id="call"') : page.index('id="vote"')]
    assert re.findall(r'<a href="#(tl-source-[^"]*)" aria-label="([^"]*)">(\d)</a>', vote) == [
        ("tl-source-vote-1", "source 1", "1"), ("tl-source-vote-2", "source 2", "2"),
        ("tl-source-vote-3", "source 3", "3"), ("tl-source-vote-3", "source 3", "3"),
    ]  # fmt: skip
    assert re.findall(r'<b class="ref">(\d)</b>&nbsp;<a class="source" id="([^"]*)"', vote) == [
        ("1", "tl-source-vote-1"), ("2", "tl-source-vote-2"), ("3", "tl-source-vote-3"),
    ]  # fmt: skip
    assert "ref" not in re.findall(r'class="(\w+)"', call)
    assert re.search(r'A <a class="term"[^>]*>quorum</a> voted<sup', vote)
    assert "3 of 4 statements sourced." in page


def test_without_marks_nothing_is_said_of_statements() -> None:
    plain = timeline([CALL])
    files = render(plain, [lay_out(plain, 1280)])
    assert "sourced" not in str(files["index.html"])


def test_numbers_stay_where_there_is_a_list_and_are_those_of_the_list(built: dict[str, str]) -> None:
    assert [each["summary"] for each in json.loads(built["events.json"])["events"]][1] == SUMMARY
    assert SUMMARY in built["events.csv"].replace("\r\n", "\n")
    handout = re.sub(r"<[^>]*>", "", exported("handout"))
    assert "They met. [2] A quorum voted [3, 4]." in handout
    marp = exported("marp")
    assert r"They met. \[1\] A quorum voted \[2, 3\]." in marp
    assert r"\[1\] [News a](<https://example.org/a>), \[2\] [News b]" in marp
    assert "1. News a. https://example.org/a" in marp
    assert '<ol>\n<li><a href="https://example.org/a">News a</a></li>' in exported("article")


@pytest.mark.parametrize("name", ["embed.html", "feed.ics", "cards"])
def test_marks_are_left_out_where_they_would_confuse(built: dict[str, str], name: str) -> None:
    text = (built.get(name) or exported(name)).replace("\r\n ", "")
    assert "They met. A quorum voted." in text


@pytest.fixture
def home(tmp_path: Path, built: dict[str, str]) -> Iterator[str]:
    write(tmp_path, {name: text.encode() for name, text in built.items()})
    with served(tmp_path) as address:
        yield f"{address}/index.html"


def test_a_mark_lights_up_its_source_with_and_without_a_script_and_on_a_phone(
    opened: Opened, home: str
) -> None:
    for width, scripted in ((1280, False), (1280, True), (390, True)):
        page = opened(f"{home}#vote", width=width, java_script_enabled=scripted, wait=False)
        page.locator("#vote .mark a").nth(1).click()
        source = page.locator("#tl-source-vote-2")
        expect(source).to_be_focused()
        expect(source).to_be_in_viewport()
        expect(source).to_have_css("outline-style", "solid")
        if scripted:
            assert violations(page) == {}
        assert page.evaluate("location.hash") == ("#vote" if scripted else "#tl-source-vote-2")


def test_story_mode_shows_the_numbered_sources(opened: Opened, home: str) -> None:
    page = opened(f"{home}#vote")
    page.click("[data-present]")
    sources = page.locator(".presented li")
    expect(sources).to_have_text(["1\xa0News a", "2\xa0News b", "3\xa0News c"])
    page.locator(".presented .mark a").nth(2).click()
    expect(sources.nth(2).locator("a")).to_be_focused()
    assert page.locator("[id=tl-source-vote-3]").count() == 1
