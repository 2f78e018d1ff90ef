"""Disputes, remarks and quotations on the page and in the embed, without a browser."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.helpers.make import day, event, timeline
from timeline.layout import lay_out
from timeline.model import Event, Source
from timeline.render import render

WEDNESDAY = Source("https://a.org/", "A News", says="Wednesday", reading=day(0))
THURSDAY = Source("https://b.org/", "B News", says="Thursday", reading=day(1), agrees=False)


def text_of(name: str, made: Event) -> str:
    """The article of the event in a file, without markup."""
    shown = timeline([made])
    html = bytes(render(shown, [lay_out(shown, 568)])[name]).decode()
    article = html[html.index("<article") : html.index("</article>")]
    return " ".join(re.sub("<[^>]*>", " ", article).split()).replace("\xa0", " ")


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_a_remark_is_shown_without_saying_that_accounts_differ(name: str) -> None:
    text = text_of(name, event("talks", remark="The report names no <b>speaker."))
    assert "The report names no &lt;b&gt;speaker." in text
    assert "Sources disagree." not in text
    assert "The report names" not in text_of(name, event("talks"))


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_a_dispute_and_a_remark_are_both_shown(name: str) -> None:
    text = text_of(name, event("talks", disputed="Three hours or four.", remark="No hour is named."))
    assert "Sources disagree." in text
    assert text.index("Three hours or four.") < text.index("No hour is named.")


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_the_accounts_list_a_source_that_differs_with_its_words(name: str) -> None:
    text = text_of(name, event("talks", disputed="They differ.", sources=(WEDNESDAY, THURSDAY)))
    assert "12 February 2025 A News 13 February 2025 B News Thursday" in text


def test_a_publisher_is_listed_with_each_wording_in_which_it_differs() -> None:
    again = replace(THURSDAY, url="https://b.org/2", says="13 February")
    text = text_of("index.html", event("talks", sources=(WEDNESDAY, WEDNESDAY, THURSDAY, again)))
    assert "12 February 2025 A News 13 February 2025 B News Thursday , B News 13 February" in text


def test_an_inferred_day_of_publication_is_shown_as_one() -> None:
    source = replace(WEDNESDAY, published_as="2025-02-12~")
    text = text_of("index.html", event("talks", sources=(source,)))
    assert "A News of about 12 February 2025 says Wednesday" in text
    assert "A News about 12 February 2025 says Wednesday" in text


def test_two_quotations_stand_on_their_own_and_all_others_beside_their_sources() -> None:
    words = ("We wait.", ""), ("We do.", "Ann"), ("They sat.", ""), ("So do we.", "Bob"), ("I too.", "Eve")
    sources = [Source(f"https://a.org/{n}", "A News", quote=q, speaker=s) for n, (q, s) in enumerate(words)]
    text = text_of("index.html", event("talks", summary="They met.", sources=tuple(sources)))
    assert "They met. We do. Ann So do we. Bob" in text
    assert text.count("We do.") == text.count("So do we.") == text.count("We wait.") == 1
    order = ("5 sources", "We wait.", "They sat.", "I too. Eve")
    assert [*order] == sorted(order, key=text.index)
