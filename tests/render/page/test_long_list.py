"""More events than a page can hold at once: the list in parts, and what readers do with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Opened
from tests.helpers.long import many
from tests.helpers.make import day, event, timeline
from tests.helpers.shared import filled_once
from timeline.language import Language
from timeline.layout import lay_out
from timeline.model import Timeline
from timeline.render import index_page
from timeline.render.page.days import by_day
from timeline.render.page.long import long_list
from timeline.render.page.long.parts import in_parts, in_spans
from timeline.render.page.long.words import DIGITS, plain
from timeline.render.web.articles import articles
from timeline.render.web.external import external
from timeline.writing import write

_ARTICLES = re.compile(r'<article [^>]*\bid="([\w-]+)"')
_SHOWN = """() => {
  const articles = [...document.querySelectorAll("article.event")];
  return articles.filter((each) => each.checkVisibility()).map(({ id }) => id);
}"""


def files(made: Timeline) -> dict[str, str]:
    """The page and what belongs to it."""
    return {name: data.decode() for name, data in index_page(made, [lay_out(made, 840)]).items()}


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the page of 400 events, as a file."""

    def fill(folder: Path) -> None:
        write(folder, {name: text.encode() for name, text in files(many()).items()})

    return (filled_once(tmp_path_factory, "long", fill) / "index.html").as_uri()


def test_up_to_300_events_stand_in_the_page_itself_and_more_in_pages_of_their_own() -> None:
    short = files(many(300))
    assert _ARTICLES.findall(short["index.html"]) == [f"e{each}" for each in range(300)]
    assert not any(name.startswith("list/") for name in short)

    made = files(many(400))
    pages = [name for name in made if name.startswith("list/")]
    assert [one for name in pages for one in _ARTICLES.findall(made[name])] == [
        f"e{each}" for each in range(400)
    ]
    assert re.findall(r'<h2 class="part-name"><a href="([^"]*)"', made["index.html"]) == pages
    assert _ARTICLES.findall(made["index.html"]) == [f"e{each}" for each in range(32)]
    # each leads to the one before and the one after it
    for name, before, after in zip(pages, ["", *pages], [*pages[1:], ""], strict=False):
        ways = [re.findall(rf'rel="{way}" href="([^"]*)"', made[name]) for way in ("prev", "next")]
        assert ways == [[f"{Path(one).name}"] * 2 if one else [] for one in (before, after)]
        assert "<script>" not in made[name]
        assert "../index.html" in made[name]
    # links to other events lead to their pages, without a script
    assert f'<a href="{pages[-1]}#e399">' in made["index.html"]
    assert f'<a href="../{pages[-1]}#e399">' in made[pages[0]]
    first = next(text for name, text in made.items() if "/part-2025-02-12." in name)
    assert r"a href=\"#e399\"" in first


@pytest.mark.parametrize(
    ("days", "names", "words"),
    [
        # as many years as fit; a year, or a month, of too many events is divided
        (
            [0] * 3 + [400] * 3 + [800] * 2,
            ["2025", "2027"],
            ["12 February 2025 – 19 March 2026", "23 April 2027"],
        ),
        (
            [0] * 2 + [20] * 4 + [21] * 2 + [60] * 5 + [400],
            ["2025-02", "2025-03", "2025-04", "2026"],
            ["12 February 2025", "4–5 March 2025", "13 April 2025", "19 March 2026"],
        ),
        (
            [0] * 14 + [1],
            ["2025-02-12", "2025-02-12-2", "2025-02-12-3"],
            ["12 February 2025", "12 February 2025 · 2", "12–13 February 2025"],
        ),
    ],
)
def test_parts_follow_the_calendar(days: list[int], names: list[str], words: list[str]) -> None:
    made = timeline(event(f"e{number}", each) for number, each in enumerate(days))
    language = Language("en")
    parts = in_parts(by_day(articles(made, language), language), language, most=12)
    assert [part.name for part in parts] == names
    assert [part.words for part in parts] == words
    assert [part.first for part in parts] == [
        sum(len(one.ids) for one in parts[:n]) for n in range(len(parts))
    ]


def test_many_parts_stand_under_headings_of_years() -> None:
    made = timeline(event(f"e{number}", day(number * 30)) for number in range(100))
    language = Language("en")
    parts = in_parts(by_day(articles(made, language), language), language, most=6)
    assert [(span.words, span.number) for span in in_spans(parts, language)][:2] == [
        ("2025", 11),
        ("2026", 12),
    ]
    assert len(in_spans(parts[:10], language)) == 1


def test_the_list_comes_as_one_scrolls_and_no_more_than_a_few_parts_are_in_the_document(
    opened: Opened, long_page: str
) -> None:
    console: list[str] = []
    page = opened(long_page, wait=False, console=console)
    count = "document.querySelectorAll('article.event').length"
    page.locator("#e31").scroll_into_view_if_needed()
    page.wait_for_function(f"() => {count} > 79")
    page.get_by_role("link", name="16–30 March 2025").click()
    page.locator("#e300").wait_for()
    assert console == []


def test_on_a_phone_the_skyline_says_what_is_in_view_and_leads_to_what_is_not_loaded(
    opened: Opened, long_page: str
) -> None:
    page = opened(long_page, width=360, height=740)
    page.locator("#e20").scroll_into_view_if_needed()
    page.wait_for_function("() => document.querySelector('.here b').textContent !== '400 events'")
    assert page.inner_text(".here p").endswith(" of 400")
    page.focus(".skyline")
    page.keyboard.press("End")
    page.locator("#e376").wait_for()
    page.wait_for_selector(".skyline[aria-valuetext='31 March – 6 April 2025, 377–400 of 400']")


def test_an_event_is_found_by_its_link_by_search_and_by_filters_wherever_it_is(
    opened: Opened, long_page: str
) -> None:
    page = opened(f"{long_page}#e250", wait=False)
    page.locator("#e250[aria-current]").wait_for()
    at_top = "() => Math.abs(document.getElementById('e250').getBoundingClientRect().top - 16) < 3"
    page.wait_for_function(at_top)
    page.fill("[name=q]", "lodz")
    page.locator("#e123").wait_for()
    assert page.evaluate(_SHOWN) == ["e123"]
    assert page.inner_text(".find [role=status]") == "1 of 400 events"
    page.fill("[name=q]", "oother number")  # another spelling of a name, and a word of every event
    page.locator("#e123").wait_for()
    assert page.evaluate(_SHOWN) == ["e123"]
    page.fill("[name=q]", "no such word")
    page.locator(".none").wait_for()
    page.locator(".none button").click()
    page.check("[name=main]")
    page.check("[name=track][value=Europe]")
    page.locator("#e20").wait_for()
    assert page.inner_text(".find [role=status]") == "40 of 400 events"
    assert page.evaluate(_SHOWN)[:3] == ["e0", "e10", "e20"]
    page.goto(f"{long_page}?person=Ann%20Other")
    page.locator("#e123").wait_for()
    assert page.evaluate(_SHOWN) == ["e123"]


_SEARCH = """async (q) => {
  const once = { once: true };
  const matched = new Promise((found) => document.addEventListener("timeline:matched", found, once));
  const field = document.querySelector("[name=q]");
  field.value = q;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return [...(await matched).detail];
}"""


def test_the_index_of_words_finds_what_a_look_into_every_text_finds(
    opened: Opened, address: str, curated: Timeline
) -> None:
    made = long_list(curated, lay_out(curated, 840))
    text = made.files[made.addresses["words"]]
    index = json.loads(text.partition("=")[2].partition("=")[2].rpartition(";")[0])
    words, events = index["words"].split("\n"), index["events"].split("\n")

    def having(word: str) -> set[int]:
        return {
            number for one, its in zip(words, events, strict=True) if word in one for number in numbers(its)
        }

    page = opened(address, wait=False)  # where all texts are in the page
    asked = (
        *words[:: len(words) // 20],
        *(
            "élysée",
            "17 february",
            "copy link",
            "see also",
            "l'",
            "“We",
            "ensk",
            "zelenskiy paris",
            "e",
            "BBC News",
        ),
    )
    for q in asked:
        found = set.intersection(*(having(word) for word in plain(q).split()))
        assert page.evaluate(_SEARCH, q) == [curated.events[number].id for number in sorted(found)], q


def numbers(steps: str) -> list[int]:
    """The numbers that the steps of a word in the index lead to."""
    found, at, step, shift = [], 0, 0, 0
    for digit in map(DIGITS.index, steps):
        step, shift = step + (digit % 32 << shift), shift + 5
        if digit < 32:
            at += step
            found.append(at)
            step = shift = 0
    return found


def test_table_and_story_mode_have_every_event(opened: Opened, long_page: str) -> None:
    page = opened(f"{long_page}?view=table", wait=False)
    page.locator("tbody tr").nth(199).wait_for()
    assert page.inner_text(".rows") == "More 200 of 400"
    page.get_by_role("button", name="More", exact=True).last.click()
    assert page.locator("tbody tr").count() == 400
    page.locator("tbody tr").nth(350).locator("a").first.click()
    page.locator("#e350[aria-current]").wait_for()
    page.get_by_role("button", name="Story mode").click()
    page.locator(".presented h3", has_text="number 350").wait_for()
    assert page.inner_text(".presenter .count").startswith("351 of 400")
    page.keyboard.press("ArrowRight")
    page.locator(".presented h3", has_text="number 351").wait_for()


_NEEDED = re.compile("/(part-|words)")


def test_a_part_whose_file_is_missing_is_still_there_as_a_page_and_a_search_says_what_it_lacks(
    opened: Opened, tmp_path: Path
) -> None:
    made = files(many())
    write(tmp_path, {name: text.encode() for name, text in made.items() if not _NEEDED.search(name)})
    page = opened((tmp_path / "index.html").as_uri(), wait=False)
    page.fill("[name=q]", "lodz")
    page.locator(".find [role=status]", has_text="This could not be loaded.").wait_for()
    page.get_by_role("link", name="16–30 March 2025").click()
    page.wait_for_url("**/list/2025-03-16.html")
    assert page.locator("article.event").count() == 120


def test_it_works_under_a_policy_that_trusts_no_markup(opened: Opened, tmp_path: Path) -> None:
    made = files(many())
    strict = external({"index.html": made["index.html"]})
    assert "trusted-types default timeline" in strict["index.html"]
    write(tmp_path, {name: text.encode() for name, text in (made | strict).items()})
    console: list[str] = []
    page = opened(f"{(tmp_path / 'index.html').as_uri()}#e250", wait=False, console=console)
    page.locator("#e250[aria-current]").wait_for()
    assert console == []
