"""What is new since a day that the address names: on the page and in the embed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Opened, served
from tests.helpers.axe import violations
from tests.helpers.charts import SHOWN
from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.model import Correction
from timeline.render import render
from timeline.writing import write

MADE = timeline(
    [
        event("old", added=date(2025, 2, 20)),
        event("changed", 1, added=date(2025, 2, 20), updated=date(2025, 3, 1)),
        event("corrected", 2, key=True),
        event("new", 3, "Council", added=date(2025, 3, 2)),
        event("silent", 4),
    ],
    language="de",
    corrections=(Correction(date(2025, 3, 3), "Es waren zehn.", ("corrected",)),),
)
FRESH = """() => Object.fromEntries([...document.querySelectorAll("article")].map((article) =>
  [article.id, [...article.querySelectorAll(".fresh")].map(({ textContent }) => textContent)]))"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The http address of a build."""
    folder = tmp_path_factory.mktemp("since")
    write(folder, render(MADE, [lay_out(MADE, 568)]))
    with served(folder) as found:
        yield found


def bar(page: Page) -> str:
    return page.inner_text(".since [role=status]")


def test_what_is_new_since_the_day_in_the_address_is_counted_labelled_and_shown_alone(
    opened: Opened, home: str
) -> None:
    console: list[str] = []
    page = opened(f"{home}/index.html?since=2025-03-01&view=list", wait=False, console=console)
    expect(page.locator(".since")).to_be_visible()
    assert bar(page) == "Neu oder geändert seit dem 1. März 2025: 3 von 5 Ereignissen"
    assert page.evaluate(FRESH) == {
        "old": [], "changed": ["geändert", "geändert"], "corrected": ["geändert"],
        "new": ["neu", "neu"], "silent": [],
    }  # fmt: skip
    assert violations(page) == {}
    page.check(".since input")
    page.wait_for_url("**new=1*")
    assert page.evaluate(SHOWN) == ["changed", "corrected", "new"]
    page.check("[name=track][value=Council]")
    page.wait_for_function(f"() => ({SHOWN}).length === 1")
    page.click(".since button")
    page.wait_for_url("**/index.html?view=list&track=Council")
    assert page.locator(".since").is_hidden()
    assert page.locator(".fresh").count() == 0
    page.reload()
    assert page.evaluate(SHOWN) == ["new"]
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert console == []


def test_a_value_that_is_no_day_is_named(opened: Opened, home: str) -> None:
    page = opened(f"{home}/index.html?since=2025-02-30&new=1", wait=False)
    expected = "Kein Ereignis mit since=2025-02-30. Möglich sind: 2025-02-20 – 2025-03-03."
    assert bar(page) == expected
    assert len(page.evaluate(SHOWN)) == 5
    page.goto(f"{home}/embed.html?since=soon")
    expect(page.locator(".unknown")).to_have_text(expected.replace("2025-02-30", "soon"))
    page.goto(f"{home}/embed.html?since=2025-03-02")
    page.wait_for_selector("[aria-current]")
    shown = page.evaluate("[...document.querySelectorAll('article')].map(({ id }) => id)")
    assert shown == ["corrected", "new"]
    page.goto(f"{home}/index.html")
    assert page.locator(".since").is_hidden()
