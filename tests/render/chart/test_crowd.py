"""Many events in a browser: what is in view is laid out anew; keys and clicks reach all that is drawn."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import Opened
from tests.helpers.charts import at_rest, days
from tests.helpers.make import day, event, many, timeline
from timeline.language import Language
from timeline.layout import lay_out, lay_out_all
from timeline.render import render
from timeline.render.chart.crowd import LABELS_PER_FILE, crowd, crowd_scripts
from timeline.render.web.templates import asset
from timeline.writing import write

if TYPE_CHECKING:
    from playwright.sync_api import Page

#: Packs the events of `crowd` for the part of the time between two shares, as the page does.
PACK = """([source, data, options]) => {
  const run = new Function(`${source}; return { pack, ranked };`);
  const { pack, ranked } = run();
  let minutes = 0;
  const start = data.starts.map((step) => (data.zero + 60 * (minutes += step)) * 1e3);
  const end = start.map((at, n) => at + 6e4 * data.lengths[n]);
  const events = { ...data, start, end };
  const [first, last] = [start[0], Math.max(...end)];
  const at = (share) => first + share * (last - first);
  const found = pack({
    events, ranks: ranked(events), from: at(options.from), to: at(options.to), width: 1000, margin: -2,
    room: 1100, row: 19, around: 13, lanes: Math.max(...data.lanes) + 1, matches: () => true,
    ...options.more,
  });
  const isIn = (n) => start[n] <= at(options.to) && end[n] >= at(options.from);
  return { ...found, seen: start.map((_, n) => n).filter(isIn) };
}"""


@pytest.mark.browser
@pytest.mark.parametrize("share", [(0.0, 1.0), (0.4, 0.5), (0.5, 0.501)])
def test_a_part_of_the_time_is_packed_by_the_rules_of_the_whole(
    opened: Opened, share: tuple[float, float]
) -> None:
    found = many(5000, 8)
    data = crowd(found, lay_out(found, 1120))
    page = opened("about:blank", wait=False)
    source = asset("chart/js/packing.js")
    packed = page.evaluate(PACK, [source, data, {"from": share[0], "to": share[1], "more": {}}])
    lanes = packed["lanes"]
    assert sum(lane["height"] for lane in lanes) <= 1100
    labels = [each for lane in lanes for each in lane["placed"]]
    columns = [column for lane in lanes for column in lane["columns"]]
    assert sum(column["members"] for column in columns) + len(labels) == len(packed["seen"])
    assert len(labels) <= (40 if len(packed["seen"]) > 300 else 120)
    assert len(columns) <= 1000
    for lane in lanes:
        for one, other in combinations(lane["placed"], 2):
            if one["row"] == other["row"]:
                assert one["right"] + 10 <= other["left"] or other["right"] + 10 <= one["left"]
    wanted = next(n for n in packed["seen"] if n not in {each["n"] for each in labels}) if columns else -1
    if columns:
        again = page.evaluate(
            PACK, [source, data, {"from": share[0], "to": share[1], "more": {"first": wanted}}]
        )
        assert wanted in {each["n"] for lane in again["lanes"] for each in lane["placed"]}


@pytest.mark.browser
def test_in_folded_lanes_the_page_gives_labels_to_the_same_events_as_the_layout(opened: Opened) -> None:
    """Events of one day, of which most columns are full: the choice is by importance alone."""
    found = timeline(event(f"e{n}", n % 40, key=n % 50 == 0) for n in range(2000))
    scene = lay_out(found, 1120)
    options = {"from": 0, "to": 1, "more": {"width": scene.plot_width + 28, "room": 1100}}
    source = asset("chart/js/packing.js")
    packed = opened("about:blank", wait=False).evaluate(PACK, [source, crowd(found, scene), options])
    placed = {found.events[each["n"]].id for each in packed["lanes"][0]["placed"]}
    assert placed == {node.event for node in scene.marked}


def test_the_events_of_a_crowd_are_numbers_and_their_labels_are_in_other_files() -> None:
    found = timeline(
        [
            event("a", 0, key=True, kind="vote"),
            event("b", 1, status="cancelled", kind="call", label="short", title="long, much longer"),
            *(event(f"c{n}", 1, "Votes", label="é", title="é") for n in range(LABELS_PER_FILE)),
        ]
    )
    scenes = [lay_out(found, 960)]
    data = crowd(found, scenes[0])
    values = [data[name][:3] for name in ("starts", "lengths", "lanes", "looks", "sources")]  # type: ignore[index]
    assert values == [[0, 1440, 0], [0, 0, 0], [0, 0, 1], [7, 9, 0], [1, 1, 1]]
    assert data["counts"] == {"other": "{n} events", "one": "{n} event"}
    _, first, second = crowd_scripts(found, scenes)
    assert first.startswith('(window.timelineLabels??={})[0]=["a",["short","long, much longer"],"é"')
    assert second == '(window.timelineLabels??={})[1]=["é","é"];\n'


def test_a_crowd_counts_in_every_grammatical_number_of_its_language() -> None:
    found = timeline(many(2000, 2).events, language="pl")
    data = crowd(found, lay_out(found, 960))
    assert data["counts"] == {
        "other": "{n} wydarzeń",
        "many": "{n} wydarzeń",
        "few": "{n} wydarzenia",
        "one": "{n} wydarzenie",
    } or data["counts"] == {"many": "{n} wydarzeń", "few": "{n} wydarzenia", "one": "{n} wydarzenie"}
    assert Language("ar").plural(2) == "two"


def test_a_small_timeline_has_none_of_it() -> None:
    few = timeline([event("a"), event("b", day(9))])
    assert crowd_scripts(few, lay_out_all(few)) == []


# ---- the page


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a page of 700 events on five tracks."""
    folder = tmp_path_factory.mktemp("crowd")
    found = many(700, 5)
    write(folder, render(found, lay_out_all(found, (960,))))
    return (folder / "index.html").as_uri()


def boxes(page: Page) -> Any:
    """The labels of the chart: left, top, right, bottom."""
    return page.evaluate(
        """() => [...document.querySelectorAll('.plot .textpoint a')]
          .filter((link) => link.textContent.trim()).map((link) => link.getBoundingClientRect())
          .map(({left, top, right, bottom}) => [left, top, right, bottom])"""
    )


def drawn(page: Page) -> int:
    """How many events have a mark in the chart."""
    return page.locator(".plot .marks .point").count()


#: The number of days in view; and whether they are less than some.
FEWER_DAYS = """(most) => {
  const [first, last] = document.getElementById('tl-plot').layout.xaxis.range.map((end) => Date.parse(end));
  return (last - first) / 864e5 < most;
}"""
MIDDLE = """() => {
  const [first, last] = document.getElementById('tl-plot').layout.xaxis.range.map((end) => Date.parse(end));
  return (first + last) / 2;
}"""
FOCUSED = "document.activeElement.ariaLabel"


@pytest.mark.browser
def test_zooming_in_lays_out_what_is_in_view_until_each_event_has_its_label(
    opened: Opened, crowded: str
) -> None:
    page = opened(crowded, height=1600, reduced_motion="reduce")
    height = page.locator(".chart").bounding_box()["height"]  # type: ignore[index]
    numbers = []
    for _ in range(6):
        found = boxes(page)
        numbers.append(len(found))
        for one, other in combinations(found, 2):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        page.click("[data-move=in]")
        at_rest(page)
        if page.locator(".plot .marks .point").count() < 10:
            titles = {one.title for one in many(700, 5).events if one.title != one.label}
            assert titles & set(page.locator(".plot .textpoint a").all_text_contents())
    assert max(numbers) > numbers[0] > 10
    assert page.locator(".plot .stack").count() == 0
    assert page.locator(".chart").bounding_box()["height"] == height  # type: ignore[index]
    page.click("[data-move=all]")
    at_rest(page)
    assert len(boxes(page)) == numbers[0]


@pytest.mark.browser
def test_columns_and_names_of_tracks_answer_to_keys_and_clicks(opened: Opened, crowded: str) -> None:
    console: list[str] = []
    page = opened(crowded, height=1600, reduced_motion="reduce", console=console)
    whole, before = days(page), drawn(page)
    page.focus(".plot [data-event][tabindex='0']")
    page.keyboard.press("Home")
    page.wait_for_selector(".column-link:focus")
    assert re.fullmatch(r"\d+ events, .*, Track \d", page.evaluate(FOCUSED))
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.matches('.plot [data-event]')")
    assert days(page) < whole / 10
    page.click("[data-move=all]")
    at_rest(page)
    x, y = page.evaluate(
        """() => {
          const paths = [...document.querySelectorAll('.plot .stack path')];
          const all = paths.map((path) => path.getBoundingClientRect());
          const { left, bottom } = all.reduce((one, other) => (other.left > one.left ? other : one));
          return [left + 3, bottom - 3];
        }"""
    )
    middle = page.evaluate(MIDDLE)
    page.mouse.move(x, y)
    assert " events, " in page.locator(".tip").inner_text()
    page.mouse.click(x, y)  # the last column, of events that are not in the document yet
    page.wait_for_function(FEWER_DAYS, arg=whole / 10)
    assert page.evaluate(MIDDLE) > middle + 0.4 * 864e5 * whole
    page.click("[data-move=all]")
    at_rest(page)
    opener = page.locator(".lane-openers button").nth(1)
    opener.press("Enter")
    page.wait_for_function(f"() => document.querySelectorAll('.plot .marks .point').length > {before + 50}")
    assert opener.get_attribute("aria-expanded") == "true"
    opener.press("Enter")
    page.wait_for_function(f"() => document.querySelectorAll('.plot .marks .point').length === {before}")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == page.locator(".key-to-tracks li").nth(2).text_content()
    page.focus(".plot [data-event][tabindex='0']")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('.card').open")
    assert console == []


@pytest.mark.browser
def test_what_is_searched_for_is_laid_out_alone_and_what_is_chosen_gets_a_mark(
    opened: Opened, crowded: str
) -> None:
    page = opened(crowded, height=1600, reduced_motion="reduce")
    events = {one.id: one for one in many(700, 5).events}
    ids = "[...document.querySelectorAll('.plot .marks .point')].map(({ dataset }) => dataset.of)"
    marked = page.evaluate(ids)
    gathered = next(name for name in events if name not in marked and "tariff" not in events[name].title)
    page.evaluate("(id) => { location.hash = id; }", gathered)
    page.wait_for_selector(f".plot .point.chosen[data-of={gathered}]")
    page.fill("[name=q]", "tariff")
    page.wait_for_function(f"() => !{ids}.includes('{gathered}')")
    at_rest(page)
    shown = page.evaluate(ids)
    assert shown
    assert all("tariff" in events[name].title for name in shown)
