"""Links to the very place cited: words of a page, a page of a PDF, a moment of a recording."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Source
from timeline.model.sources.deep_links import deep_link, text_directive

PAGE = "https://www.example.org/story"
LONG = (
    "We said in 2014 that this would never happen again, and we did nothing; we said it in 2022, and we "
    "did too little; now we have to act"
)


@pytest.mark.parametrize(
    ("quote", "directive"),
    [
        ("there must be a US backstop", "text=there%20must%20be%20a%20US%20backstop"),
        ("“Yes,” he said", "text=Yes%2C%E2%80%9D%20he%20said"),
        ('"land-for-peace, security & aid"', "text=land%2Dfor%2Dpeace%2C%20security%20%26%20aid"),
        ("50% more? (No!) a/b:c", "text=50%25%20more%3F%20%28No%21%29%20a%2Fb%3Ac"),
        ("«Мир»", "text=%D0%9C%D0%B8%D1%80"),
        ("「停戦に合意した」", "text=%E5%81%9C%E6%88%A6%E3%81%AB%E5%90%88%E6%84%8F%E3%81%97%E3%81%9F"),
        ("هدنة فورية", "text=%D9%87%D8%AF%D9%86%D8%A9%20%D9%81%D9%88%D8%B1%D9%8A%D8%A9"),
        ("two\u00a0words  and\nmore", "text=two%20words%20and%20more"),
        (LONG, "text=We%20said%20in%202014%20that,little%3B%20now%20we%20have%20to%20act"),
        # omissions and an editor's words
        ("Nothing … about us without us, ever again", "text=about%20us%20without%20us%2C%20ever%20again"),
        ("[W]e will not leave ... our Ukraine", "text=will%20not%20leave,our%20Ukraine"),
        ("we will not leave ... Kyiv", "text=we%20will%20not%20leave"),
        ("he wrote [sic] that it (…) would", "text=he%20wrote"),
        ("peace. . . and then the prisoners' return", "text=and%20then%20the%20prisoners%27%20return"),
        ("我们将在[北京]继续谈判并达成一项持久的停火协议", None),
        ("…", ""),
        ("[No answer]", ""),
        ("“ – ”", ""),
    ],
)
def test_a_quotation_becomes_a_text_directive(quote: str, directive: str | None) -> None:
    found = text_directive(quote)
    if directive is None:
        assert unquote(found) == "text=继续谈判并达成一项持久的停火协议"
    else:
        assert found == directive


@pytest.mark.parametrize(
    ("url", "cited", "link"),
    [
        (PAGE, {"quote": "a deal"}, f"{PAGE}#:~:text=a%20deal"),
        (f"{PAGE}?id=3", {"quote": "a deal"}, f"{PAGE}?id=3#:~:text=a%20deal"),
        (f"{PAGE}#part", {"quote": "a deal", "page": 3, "at": 5}, f"{PAGE}#part"),
        (f"{PAGE}.PDF?x", {"quote": "a deal"}, f"{PAGE}.PDF?x"),
        (f"{PAGE}.pdf", {"quote": "a deal", "page": 12}, f"{PAGE}.pdf#page=12"),
        (f"{PAGE}/get?id=3", {"page": 12}, f"{PAGE}/get?id=3#page=12"),
        (f"{PAGE}.mp3", {"at": 83, "quote": "a deal"}, f"{PAGE}.mp3#t=83"),
        (f"{PAGE}.mp3", {"at": 0}, f"{PAGE}.mp3#t=0"),
        ("https://youtu.be/x", {"at": 83}, "https://youtu.be/x?t=83s"),
        ("https://m.youtube.com/watch?v=x", {"at": 83}, "https://m.youtube.com/watch?v=x&t=83s"),
        ("https://youtu.be/x?t=5", {"at": 83}, "https://youtu.be/x?t=5"),
        ("https://notyoutube.com/x", {"at": 83}, "https://notyoutube.com/x#t=83"),
        ("https://vimeo.com/1", {"at": 83}, "https://vimeo.com/1#t=83s"),
        ("https://perma.cc/AB-12", {"quote": "a deal"}, "https://perma.cc/AB-12"),
        (PAGE, {}, PAGE),
    ],
)
def test_an_address_leads_to_the_place_cited(url: str, cited: dict[str, object], link: str) -> None:
    assert deep_link(Source(url, "Example News", **cited)) == link  # type: ignore[arg-type]


def test_words_before_and_after_are_named_where_a_quotation_stands_twice() -> None:
    twice = Source(PAGE, "Example News", quote="a deal", beside=("they say: “", "- at last, it"))
    place = "they%20say%3A%20%E2%80%9C-,a%20deal,-%2D%20at%20last%2C%20it"
    assert deep_link(twice) == f"{PAGE}#:~:text={place}"
    assert text_directive("a deal", "this is", "…") == "text=this%20is-,a%20deal"


@given(
    st.text(st.characters(codec="utf-8"), max_size=300), st.text(st.characters(codec="utf-8"), max_size=20)
)
def test_a_directive_is_made_of_parts_of_the_quotation_in_unreserved_characters(
    quote: str, prefix: str
) -> None:
    directive = text_directive(quote, prefix)
    if not directive:
        return
    grammar = r"text=(?:[\w.~%]+-,)?([\w.~%]+)(?:,([\w.~%]+))?"
    found = re.fullmatch(grammar, directive, re.ASCII)
    assert found is not None
    plain, at = " ".join(quote.split()), 0
    for part in filter(None, found.groups()):
        at = plain.index(unquote(part), at) + len(unquote(part))


@given(st.lists(st.sampled_from(["a", "word", "supercalifragilistic", "x,", "谈判", "—"]), max_size=60))
def test_a_long_quotation_is_linked_by_ends_that_do_not_overlap(words: list[str]) -> None:
    quote = " ".join(words)
    parts = [unquote(part) for part in text_directive(quote).removeprefix("text=").split(",") if part]
    assert len(" … ".join(parts)) <= max(len(quote), 100)
    if len(parts) == 2:
        assert quote.startswith(parts[0])
        assert quote.endswith(parts[1])
