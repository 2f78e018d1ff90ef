"""Slides in Markdown: a text is text whatever it holds, links lead to sources, notes stay notes."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.helpers.make import event, timeline
from timeline.model import Source, Term, Timeline
from timeline.render.slides.markdown import comment, escaped, link
from timeline.render.slides.marp import marp

READER = MarkdownIt("default", {"linkify": True, "html": True})
#: Words and whatever may mean something to a reader of Markdown.
SIGNS = "\\`*_{}[]()<>#+-.!|~^$@&:=%\"'/?,; 1aZé“…\n"
ROWS = (
    *("---", "```", ":::", "<b>", "&amp;", "![", "](", "{{<", "<!--", "-->", "[^1]", "$$", "1. ", "- "),
    *("iv. ", ":smile:", "www.a.de", "http://localhost", "a@b.org"),
)
PIECES = st.sampled_from([*SIGNS, *ROWS])
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=40)).filter(
    lambda text: not re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", text.replace("\n", ""))
)


def seen(markdown: str) -> tuple[str, list[str], set[str]]:
    """What a reader makes of it: the text, the addresses of links, and the kinds of all else."""
    text, links, kinds = "", [], set()
    for token in READER.parse(markdown):
        kinds.add(token.type)
        for child in token.children or ():
            kinds.add(child.type)
            text += child.content
            links += [str(child.attrs["href"])] if child.type == "link_open" else []
    return text, links, kinds


def blanks_apart(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("frame", ["%s", "# %s", "**x** %s", "- %s"])
@given(TEXTS)
def test_a_text_is_read_as_it_was_written(frame: str, text: str) -> None:
    expected = seen(frame % "word")
    found, links, kinds = seen(frame % escaped(text))
    assert blanks_apart(found) == blanks_apart(expected[0].replace("word", "") + text)
    assert (links, kinds - expected[2]) == ([], set())


@given(TEXTS.filter(str.strip))
def test_a_link_has_its_text_and_leads_to_its_address(text: str) -> None:
    url = "https://example.org/a_(b)?x=1&copy;=*2*#c"
    found, links, kinds = seen(link(text, url))
    assert (blanks_apart(found), links) == (blanks_apart(text), [url])
    assert kinds <= {"paragraph_open", "inline", "link_open", "text", "link_close", "paragraph_close"}


@given(TEXTS)
def test_nothing_ends_a_comment_before_its_time(text: str) -> None:
    assert not re.search(r"--!?\s*>|\{\{<", comment(text))


def test_plain_prose_stays_as_it_is() -> None:
    prose = (
        "The leaders meet at 16:00 (local time), for 2.5 hours; “no deal”, they say. That's all - for now."
    )
    assert escaped(prose) == prose


def parts(slides: str) -> tuple[dict[str, Any], list[str]]:
    """The front matter, and the slides."""
    _, front, body = slides.split("---\n", 2)
    return yaml.safe_load(front), body.split("\n---\n\n")


def test_each_event_has_a_slide_with_its_sources_as_links(curated: Timeline) -> None:
    slides = parts(marp(curated))[1]
    assert len(slides) == 1 + len(curated.events) + 2  # the title, and five terms
    for slide, told in zip(slides[1:], curated.events, strict=False):
        text, links, _ = seen(slide)
        assert text.startswith(blanks_apart(told.title))
        assert len(links) == len(told.sources)
        assert slide.count("<!--") == slide.count("-->") == 1


def test_the_front_matter_serves_marp_and_quarto() -> None:
    front, _ = parts(marp(timeline([event("a")], title='A: "b" --- \\ #', language="ar")))
    assert front["marp"] is True
    assert front["pagetitle"] == 'A: "b" --- \\ #'
    assert (front["lang"], front["dir"]) == ("ar", "rtl")
    assert front["format"]["revealjs"]["slide-level"] == 1


def test_a_slide_is_short_and_its_notes_are_not() -> None:
    source = Source(
        "https://example.org/a--b",
        "News",
        "Who pays?",
        archived="https://archive.example.org/1",
        origin="AP",
    )
    told = event(
        "a",
        summary=f"{'One two three four five. ' * 10}\n\ntheme: gaia",
        disputed="Two say so --> others not.",
        discussion="Why?",
        sources=(source,),
    )
    slide, notes = parts(marp(timeline([told])))[1][1].split("<!--\n")
    assert slide.count("One two three four five.") == 8
    assert notes.splitlines()[0] == "12\xa0February 2025"
    assert notes.count("One two three four five.") == 10
    assert (
        "\n\ntheme: gaia\n\nFor discussion: Why?\n\nSources disagree. Two say so - -> others not.\n\n"
        in notes
    )
    archived = "archived copy: https://archive.example.org/1"
    assert f"1. News (text from AP). “Who pays?”. https://example.org/a--b. {archived}\n-->" in notes


def test_the_glossary_has_few_terms_to_a_slide() -> None:
    terms = tuple(Term(f"term {number}", "A meaning") for number in range(5))
    slides = parts(marp(timeline([event("a")], glossary=terms)))[1]
    assert [slide.count("A meaning") for slide in slides] == [0, 0, 4, 1]
