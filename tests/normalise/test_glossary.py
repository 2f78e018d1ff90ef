"""The glossary: from the file to the page, where terms lead to their meanings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Opened
from tests.helpers.event_files import EVENT, SOURCE, Normalised
from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.model import Term
from timeline.render import render
from timeline.render.chart.figure_scripts import ChartFiles
from timeline.render.page import page
from timeline.render.web.glossary import Piece, with_terms
from timeline.writing import write

TERMS = (Term("backstop", "What stands behind."), Term("Article 5", "All for one."), Term("E3", "Three."))
A = EVENT + "date: 2025-02-17\n" + SOURCE


def terms(*paragraphs: str) -> list[str]:
    """The mentions that lead to a meaning."""
    return [piece.text for pieces in with_terms(paragraphs, TERMS) for piece in pieces if piece.number]


def test_the_file_gives_terms_in_its_order(normalised: Normalised) -> None:
    file = "title: T\nglossary:\n  quorum: How many\n    must be there.\n  NO: Norway.\n"
    found, problems = normalised(_timeline=file, a=A)
    assert found is not None
    assert problems == ()
    assert found.glossary == (Term("quorum", "How many must be there."), Term("NO", "Norway."))


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("[quorum]", ("_timeline.yaml:2:11", "E021")),
        ("\n  quorum: [a]", ("_timeline.yaml:3:11", "E021")),
        ("\n  quorum:", ("_timeline.yaml:3:10", "E020")),
        ("\n  ' ': What?", ("_timeline.yaml:3:8", "E020")),
        ("\n  a: b\n  a: c", ("_timeline.yaml:4:3", "E004")),
    ],
)
def test_faults_of_a_glossary_are_named_where_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, written: str, place: tuple[str, str]
) -> None:
    from timeline.build import check

    monkeypatch.chdir(tmp_path)
    Path("_timeline.yaml").write_text(f"title: T\nglossary: {written}\n", encoding="utf-8")
    Path("a.yaml").write_text(A, encoding="utf-8")
    problems = check([Path("_timeline.yaml"), Path("a.yaml")])[1]
    assert [(str(each.location), each.code) for each in problems] == [place]
    assert all(each.hint for each in problems)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A backstop, the backstop.", ["backstop"]),
        ("Backstop or not. It needs a Backstop.", ["Backstop"]),
        ("It needs a Backstop.", []),
        ("Who pays? Backstop means America.", ["Backstop"]),
        ("He said: “a backstop” and then meant a backstop.", ["backstop"]),
        ("Only a “US backstop” will do, or a «backstop», or a ‘backstop’ of Europe’s.", []),
        ("Europe’s backstop is the allies’ own.", ["backstop"]),
        ("backstops, backstopped and a half-backstop", ["backstop"]),
        ("Article 55, Article 5.", ["Article 5"]),
        ("The E3 and the e3, article 5", ["E3"]),
    ],
)
def test_a_term_is_found_as_a_word_of_the_text_itself(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_only_the_first_mention_in_a_summary_leads_to_the_meaning() -> None:
    assert terms("The E3 met.", "The E3 wants a backstop.") == ["E3", "backstop"]


def test_of_two_terms_the_longer_counts() -> None:
    both = (Term("Article", "A part."), Term("Article 5", "All for one."))
    assert with_terms(["Article 5"], both) == ((Piece("Article 5", 2),),)


@given(st.lists(st.text('backstop E3.“”‘’"A', max_size=40), max_size=3))
def test_no_letter_of_a_summary_is_lost(paragraphs: list[str]) -> None:
    pieces = with_terms(paragraphs, TERMS)
    assert ["".join(piece.text for piece in each) for each in pieces] == paragraphs
    numbers = [piece.number for each in pieces for piece in each if piece.number]
    assert len(set(numbers)) == len(numbers)


def html(summary: str, *glossary: Term) -> str:
    held = timeline([event("a", summary=summary)], glossary=glossary)
    return page(held, [lay_out(held, 720)], ChartFiles())


def test_terms_and_meanings_are_escaped() -> None:
    text = html("A <b>& thing.", Term("<b>&", "<i>x</i>"))
    assert '<a class="term" href="#tl-term-1">&lt;b&gt;&amp;</a>' in text
    assert "&lt;i&gt;x&lt;/i&gt;" in text
    assert "<b>&" not in re.sub(r"<script.*?</script>", "", text, flags=re.DOTALL)


def test_a_timeline_without_glossary_shows_none() -> None:
    assert "tl-glossary" not in html("A backstop.")


# ---- on the page


@pytest.fixture
def told(tmp_path: Path) -> str:
    """The address of a page with a term in its last event."""
    talks = event("talks", 9, summary="They ask for a backstop.")
    made = timeline([*(event(f"e{n}", n) for n in range(9)), talks], glossary=TERMS)
    write(tmp_path, render(made, [lay_out(made, 720)]))
    return (tmp_path / "index.html").as_uri()


def test_without_a_script_a_term_leads_to_its_meaning_and_back(opened: Opened, told: str) -> None:
    still = opened(told, java_script_enabled=False)
    still.click("#talks .term")
    assert still.evaluate("location.hash") == "#tl-term-1"
    meaning = still.locator(":target")
    assert meaning.inner_text().startswith("backstop\n")
    assert still.evaluate("document.querySelector(':target').getBoundingClientRect().top < innerHeight")
    still.go_back()
    assert still.evaluate("location.hash") == ""


def test_a_term_is_reached_by_key_and_heard_as_a_link(opened: Opened, told: str) -> None:
    page = opened(told)
    page.focus("#talks .term")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#tl-term-1"
    heard = page.locator(".glossary").aria_snapshot()
    assert heard.startswith("- group:")
    assert "- term: backstop" in heard
    assert '- link "backstop"' in page.locator("#talks").aria_snapshot()
