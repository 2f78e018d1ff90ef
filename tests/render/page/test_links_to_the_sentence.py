"""A click on a source opens the article at the words that are quoted from it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Opened, served
from tests.helpers.make import event, timeline
from timeline.evidence.asking import Copy
from timeline.evidence.claims import Claim
from timeline.evidence.copies import read_pages
from timeline.evidence.record import findings
from timeline.layout import lay_out
from timeline.model import Source
from timeline.model.problems import Location
from timeline.render import render
from timeline.writing import write

LONG = (
    "We're ready & willing – with our allies – to put boots on the ground, said the Prime Minister, if "
    "there is a lasting peace agreement, and only then."
)
ENDED = "The talks, which began at nine and had been prepared for weeks, ended without any result."
ARTICLE = f"""<!doctype html><meta charset="utf-8"><title>An article</title>
<style>p {{ margin: 0 0 1500px }}</style>
<p>Nothing yet.</p>
<p id="short">He said there must be a <b>US</b> backstop, because that is what deters Russia.</p>
<p id="long">“{LONG}”</p>
<p id="omitted">{ENDED}</p>
<p>We Cannot Decide It Today, One of Them Says</p>
<p id="twice">He added later: “We cannot decide it today”, and left.</p>
<p id="other">Президент сказал: «Мы готовы к переговорам», и больше ничего.</p>
<p>The end.</p>"""
#: What is quoted -> the paragraph that the article is opened at; "" for its top.
QUOTED = {
    "“There must be a US backstop”": "short",
    LONG: "long",
    "The talks … ended without [a] result": "omitted",
    "Мы готовы к переговорам": "other",
    "We cannot decide it today": "twice",
    "there will be a European backstop": "",
}
#: The paragraph whose text is in the middle third of the window, or "" at the top of the page.
IN_VIEW = """() => [...document.querySelectorAll("p")]
  .filter((each) => scrollY && Math.abs(each.getBoundingClientRect().top / innerHeight - 0.5) < 0.34)
  .map((each) => each.id).join()"""


def noted_beside(quote: str) -> tuple[str, str]:
    """What a kept copy of the article says of the words beside a quotation."""
    copy = Copy(next(read_pages(ARTICLE.encode(), bool)))
    finding = findings(copy, [Claim("https://www.example.org", "quote", quote, Location("a.yaml"))])[0]
    return finding.before, finding.after


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    with served(tmp_path) as address:
        sources = [
            Source(
                f"{address}/article-{number}.html", "Example News", quote=quote, beside=noted_beside(quote)
            )
            for number, quote in enumerate(QUOTED)
        ]
        made = timeline([event("talks", sources=tuple(sources))])
        write(tmp_path, render(made, [lay_out(made, 1280)]), is_forced=True)
        for number in range(len(QUOTED)):
            (tmp_path / f"article-{number}.html").write_text(ARTICLE, encoding="utf-8")
        yield address


def test_a_click_on_a_source_opens_the_article_at_the_words_and_at_its_top_if_they_are_not_there(
    opened: Opened, home: str
) -> None:
    page = opened(f"{home}/index.html", wait=False)
    for number, paragraph in enumerate(QUOTED.values()):
        with page.context.expect_page() as clicked:
            page.locator("#talks a.source").nth(number).click()
        article = clicked.value
        article.wait_for_function(f"({IN_VIEW})() === {paragraph!r} && document.readyState === 'complete'")
        article.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        assert article.evaluate(IN_VIEW) == paragraph
        article.close()
