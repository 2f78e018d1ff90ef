"""The page without a pointer and without a screen: keys, what is read out, what axe finds."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Opened
from tests.helpers.axe import violations
from tests.helpers.charts import RANGE, SHOWN, at_rest, days, mark, middle
from tests.helpers.make import event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.model import Person, Source, Timeline
from timeline.render import render
from timeline.writing import write

if TYPE_CHECKING:
    from pathlib import Path

#: State of the page -> what brings it about, one after the other on the same page.
STATES = {
    "start": "",
    "an event is open": "location.assign('#riyadh-talks')",
    "filtered": "search('paris')",
    "nothing matches": "search('zzz')",
    "table": "search(''); document.querySelector('[data-view=table]').click()",
}
PRESENTER = {
    "list": "document.querySelector('[data-view=list]').click()",
    "presenter": "document.querySelector('[data-present]').click()",
}
SEARCH = """const search = (words) => {
  const field = document.querySelector('[name=q]');
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};"""

# ---- keyboard


def test_arrows_go_from_event_to_event_in_time_and_space_to_the_text_and_only_in_the_chart(
    opened: Opened, address: str
) -> None:
    page = opened(address)
    order = page.evaluate(SHOWN)
    focused = "document.activeElement.dataset.event"
    page.focus(f'a[data-event="{order[0]}"]')
    for expected in order[1:4]:
        page.keyboard.press("ArrowRight")
        page.wait_for_function(f"() => {focused} === '{expected}'")
    page.keyboard.press("End")
    page.wait_for_function(f"() => {focused} === '{order[-1]}'")
    page.keyboard.press("ArrowLeft")
    page.wait_for_function(f"() => {focused} === '{order[-2]}'")
    whole = days(page)
    page.keyboard.press("+")
    page.wait_for_function(f"() => (([a, b]) => b - a < {whole * 0.6})({RANGE})")
    page.keyboard.press("Home")  # out of view now: the chart moves there first
    page.wait_for_function(f"() => {focused} === '{order[0]}'")
    page.keyboard.press("Space")
    page.locator(".card").wait_for()
    page.keyboard.press("Escape")

    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.keyboard.press("ArrowDown")
    page.wait_for_function("() => scrollY > 0")  # the arrows are the page's


@pytest.mark.parametrize("width", [360, 1280])
def test_the_keyboard_passes_every_event_and_source_in_order_and_the_focus_is_always_seen(
    opened: Opened, address: str, width: int
) -> None:
    page = opened(f"{address}?track=UN+and+G7", width=width)
    page.evaluate("document.getElementById('tl-events').focus()")
    reached: list[str] = []
    seen = """() => {
      const { outlineStyle } = getComputedStyle(document.activeElement);
      return outlineStyle !== 'none' || document.activeElement.closest('svg') !== null;
    }"""
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "(({ href, textContent }) =>"
            " String(href?.baseVal ?? href ?? textContent.trim()))(document.activeElement)"
        )
        if here.endswith("/events.csv"):
            break
        assert page.evaluate(seen), here
        if page.evaluate("document.activeElement.matches('.opener')"):
            page.keyboard.press("Enter")
        reached.append(here)
    sources = (
        "[...document.querySelectorAll('.by-day ol > li:not([hidden]) .source')].map((link) => link.href)"
    )
    expected = page.evaluate(sources)
    assert [link for link in reached if link in set(expected)] == expected
    assert len(expected) > 5


# ---- screen readers


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
def test_axe_finds_nothing_in_any_state(
    opened: Opened, few_events_address: str, width: int, scheme: str
) -> None:
    page = opened(few_events_address, width=width, color_scheme=scheme)
    states = {**STATES, **(PRESENTER if width > 600 else {})}  # which a phone does not have
    for state, script in states.items():
        page.evaluate(f"() => {{ {SEARCH} {script} }}")
        at_rest(page)
        assert violations(page) == {}, state
    assert page.locator(".presenter").is_visible() == (width > 600)


def test_a_page_from_right_to_left_is_moved_and_read_the_other_way_round(
    opened: Opened, tmp_path: Path
) -> None:
    label = "محادثات الرياض"
    events = [event(f"e{n}", 2 * n, f"أوروبا {n % 2}", label=label, key=n == 3) for n in range(11)]
    held = timeline(events, language="ar")
    write(tmp_path, render(held, [lay_out(held, width) for width in WIDTHS]))
    page = opened((tmp_path / "index.html").as_uri(), width=1280)
    assert middle(page, mark("e0"))[0] > middle(page, mark("e7"))[0]
    for name in ("e0", "e7"):  # the column of the skyline stands above the mark
        column = middle(page, f'.skyline [data-of="{name}"]')[0]
        assert column == pytest.approx(middle(page, mark(name))[0], abs=1)
    page.get_by_role("slider").focus()
    page.keyboard.press("ArrowLeft")
    assert page.get_by_role("slider").get_attribute("aria-valuenow") == "2"
    whole = page.evaluate(RANGE)
    assert whole[0] > whole[1]  # time runs to the left
    page.click("[data-move=in]")
    page.click("[data-move=later]")
    at_rest(page)
    assert page.evaluate(RANGE)[0] == pytest.approx(whole[0], abs=0.01)
    page.focus('a[data-event="e7"]')
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.dataset.event === 'e6'")
    x, y = middle(page, mark("e6"))
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 100, y, steps=4)
    page.mouse.up()
    at_rest(page)
    assert middle(page, mark("e6"))[0] == pytest.approx(x - 100, abs=1.5)
    assert violations(page) == {}


def test_what_a_screen_reader_says_is_what_a_person_would_want_to_hear(
    opened: Opened, tmp_path: Path
) -> None:
    title = "The US votes against a UN resolution that condemns Russia’s war"
    publishers = ("United Nations", *("NPR", "CNN", "BBC News", "DW", "France 24", "Axios"))
    vote = event(
        *("un-votes", 12, "United Nations"),
        title=title,
        label="US votes against Ukraine’s UN text",
        kind="vote",
        participants=(Person("Dorothy Shea"), Person("Mariana Betsa")),
        disputed="Counts of the votes differ.",
        sources=tuple(
            Source(f"https://example.org/{name}", name, kind="press" if number else "official")
            for number, name in enumerate(publishers)
        ),
    )
    held = timeline([vote, *(event(f"e{n}", n, kind="talks") for n in range(11))])
    write(tmp_path, render(held, [lay_out(held, width) for width in WIDTHS]))
    page = opened(f"{(tmp_path / 'index.html').as_uri()}?kind=vote", width=1280)
    link = page.locator('a[data-event="un-votes"]')
    assert link.get_attribute("aria-label") == (
        "US votes against Ukraine’s UN text. United Nations. 24\xa0February 2025. Source: United Nations"
    )
    assert page.locator(".chart-controls").aria_snapshot() == "\n".join(
        (
            '- group "Chart view":',
            '  - button "Earlier" [disabled]: ←',
            '  - button "Later" [disabled]: →',
            '  - button "Zoom in": +',
            '  - button "Zoom out" [disabled]: −',
            '  - button "Show all" [disabled]',
        )
    )
    link.focus()
    page.keyboard.press("Enter")
    page.locator(".card").wait_for()
    assert page.locator(".card").aria_snapshot().splitlines()[0] == f'- dialog "{title}":'
    page.keyboard.press("Escape")
    heard = [line.strip() for line in page.locator("#un-votes").aria_snapshot().splitlines()]
    expected = (
        f'- article "{title}":',
        "- time: 24 February 2025",
        f'- heading "{title}" [level=3]',
        "- strong: Sources disagree.",
        "- paragraph: Who Dorothy Shea, Mariana Betsa",
        "- paragraph: 7 sources, 7 independent · 1 official",
        '- link "United Nations":',
        '- button "About the sources"',
        '- button "Copy link"',
    )
    places = [heard.index(line) for line in expected]
    assert places == sorted(places)


def test_letters_set_further_apart_leave_out_labels_rather_than_let_them_meet(
    opened: Opened, address: str, curated: Timeline
) -> None:
    texts = """() => [...document.querySelectorAll('.plot .textpoint text')]
      .filter((text) => text.textContent.trim().length > 1 && text.style.opacity !== '0')
      .map((text) => [text.textContent, text.getBoundingClientRect().toJSON()])"""
    page = opened(address, width=1280)
    before = len(page.evaluate(texts))
    page.evaluate("""() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { letter-spacing: .12em !important; word-spacing: .16em !important }');
      document.adoptedStyleSheets.push(sheet);
    }""")
    page.wait_for_selector(".plot text[style*='opacity: 0']", state="attached")
    shown = page.evaluate(texts)
    assert before * 0.8 < len(shown) < before
    for (_, one), (_, other) in combinations(shown, 2):
        is_beside = one["right"] <= other["left"] or other["right"] <= one["left"]
        is_below = one["top"] + 8 >= other["bottom"] or other["top"] + 8 >= one["bottom"]
        assert is_beside or is_below
    main = [one.label for one in curated.events if one.key]
    assert [label for label in main if not any(label in text for text, _ in shown)] == []


def test_the_tab_key_reaches_the_chart_also_where_the_first_event_is_out_of_view(
    opened: Opened, address: str
) -> None:
    page = opened(address, width=1280)
    page.click("[data-move=in]")
    at_rest(page)
    stops = """[...document.querySelectorAll('.chart a')]
      .filter((link) => link.tabIndex >= 0 && link.checkVisibility({ visibilityProperty: true }))
      .map((link) => link.dataset.event)"""
    (stop,) = page.evaluate(stops)
    assert stop not in {None, page.locator("article.event").first.get_attribute("id")}
    page.focus(f'.plot a[data-event="{stop}"]')
    page.keyboard.press("ArrowRight")
    page.wait_for_function(f"() => document.activeElement.dataset.event !== '{stop}'")
