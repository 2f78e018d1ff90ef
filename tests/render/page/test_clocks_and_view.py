"""Charts with clock times, with a view, and of three centuries, in a browser."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Opened
from tests.helpers.charts import at_rest
from tests.helpers.clock_files import write_clock_files
from tests.helpers.make import event, timeline
from tests.helpers.shared import filled_once, without_pictures
from timeline.build import build
from timeline.layout import lay_out
from timeline.model import Moment, When
from timeline.render.web.articles import legend

if TYPE_CHECKING:
    from playwright.sync_api import Page

COLOURS = (
    """(selector) => [...document.querySelectorAll(selector)].map((mark) => getComputedStyle(mark).fill)"""
)
DATES = """() => [...document.querySelectorAll('.plot .dates text')]
  .map((text) => text.textContent.replaceAll('\\u00a0', ' ').trim()).filter((text) => text !== '\\u200b')"""
IN_VIEW = """() => {
  const plot = document.querySelector('.plot .bglayer, .plot .nsewdrag').getBoundingClientRect();
  return [...document.querySelectorAll('.plot .point')].map((mark) => mark.getBoundingClientRect())
    .filter(({ left, right }) => right > plot.left && left < plot.right).length;
}"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The addresses of the built pages, by the names of their folders."""

    def fill(folder: Path) -> None:
        for events in write_clock_files(folder):
            with without_pictures():
                build(events, folder / f"{events.name}-page")

    folder = filled_once(tmp_path_factory, "clocks", fill)
    return {
        page.parent.name.removesuffix("-page"): page.as_uri() for page in folder.glob("*-page/index.html")
    }


def press(page: Page, *moves: str) -> None:
    """Presses the buttons of the chart, and waits until it is drawn."""
    for move in moves:
        page.dispatch_event(f"[data-move={move}]", "click")
        at_rest(page)


def line(page: Page) -> list[str]:
    """The texts of the line below the chart that are shown."""
    return [text.strip() for text in page.locator(".edges p:visible").all_inner_texts()]


@pytest.mark.parametrize("width", [768, 1280])
def test_the_chart_opens_at_the_view_and_counts_what_is_beyond_it(
    opened: Opened, pages: dict[str, str], width: int
) -> None:
    drawn = opened(pages["mission"], width=width, java_script_enabled=False)
    assert line(drawn) == ["◂ 1 earlier"]
    assert drawn.locator('.drawing [data-event="e0"]:visible').count() == 0
    page = opened(pages["mission"], width=width)
    assert line(page) == ["◂ 1 earlier"]
    assert page.evaluate(IN_VIEW) == 25
    press(page, "all")
    assert line(page) == []
    assert page.evaluate(IN_VIEW) == 26
    assert page.get_attribute("[data-move=all]", "aria-disabled") == "true"


def test_a_day_among_clock_times_is_not_called_unknown(opened: Opened, pages: dict[str, str]) -> None:
    page = opened(pages["one-day"], java_script_enabled=False)
    assert "the exact date is not known" not in page.inner_text("figcaption")
    assert line(page) == ["Axis: Paris time."]


def test_where_marks_of_days_and_of_clock_times_can_be_told_apart_the_caption_says_where_a_day_stands() -> (
    None
):
    clock = When(Moment.day(date(2025, 2, 17), time(16)), words="17 February, 16:00")
    days, hours = [event("a", 0), event("b", 9)], event("c", clock)
    for events, says in ((days, False), ([*days, hours], True), ([*days, event("d", 9000), hours], False)):
        drawn = timeline(events)
        assert legend(drawn, lay_out(drawn, 1280)).day is says


def test_zooming_in_parts_events_of_one_hour_and_shows_hours_by_a_named_clock(
    opened: Opened, pages: dict[str, str]
) -> None:
    page = opened(pages["mission"])
    assert [date for date in page.evaluate(DATES) if ":" in date] == []
    press(page, *["in"] * 5)
    assert [date for date in page.evaluate(DATES) if ":" in date] != []
    assert "Axis: Houston time." in line(page)
    assert page.evaluate(IN_VIEW) >= 1


@pytest.mark.parametrize("name", ["mission", "one-day", "centuries"])
def test_no_move_ends_in_an_empty_chart(opened: Opened, pages: dict[str, str], name: str) -> None:
    page = opened(pages[name])
    moves = (("in", 10), ("earlier", 2), ("all", 1), ("in", 2), ("later", 4))
    for move, most in moves:
        for _ in range(most):
            page.dispatch_event(f"[data-move={move}]", "click")  # twice, as by somebody in a hurry
            press(page, move)
            assert page.evaluate(IN_VIEW) + page.locator(".plot .soft path").count() >= 1
            if page.get_attribute(f"[data-move={move}]", "aria-disabled") == "true":
                break  # a further press would change nothing


def test_marks_have_the_colours_of_their_tracks_in_both_drawings(
    opened: Opened, pages: dict[str, str]
) -> None:
    page = opened(pages["mission"])
    drawn = set(page.evaluate(COLOURS, ".drawing .dot"))
    assert set(page.evaluate(COLOURS, ".plot .point")) == drawn
    assert len(drawn) == 2


def test_a_month_on_a_chart_of_centuries_is_a_faded_dot_and_becomes_a_band(
    opened: Opened, pages: dict[str, str]
) -> None:
    page = opened(pages["centuries"])
    assert page.locator(".plot .point.blur").count() == 3
    assert "Faded band or dot: the exact date is not known." in page.inner_text("figcaption")
    opacity = "() => [...document.querySelectorAll('.plot .point.blur')].map((mark) => +mark.style.opacity)"
    assert page.evaluate(opacity) == [1, 1, 1]
    press(page, *["in"] * 6)
    assert 0 in page.evaluate(opacity)
