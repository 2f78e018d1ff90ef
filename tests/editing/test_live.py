"""The preview in a browser: it follows the files, keeps the place, and shows what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Opened
from tests.helpers.previews import PATIENCE, Running, previewed
from timeline.editing.project import start_project
from timeline.model import Timeline

VISIT = "2025-02-28-zelenskyy-white-house.yaml"
#: What the file says, whatever it is called and says among the curated ones.
TEXT = """\
title: Zelenskyy’s White House visit ends in a public quarrel
label: Zelenskyy at the White House
date: 2025-02-28
place: Washington DC
track: US–Ukraine
kind: visit
key: true
note: Ends in a public quarrel
participants: [Volodymyr Zelenskyy, Donald Trump]
summary: >
  A meeting before cameras turns into a dispute, and the minerals agreement is not signed. [1, 2]
sources:
  - url: https://www.example.org/story
    publisher: Example News
  - url: https://www.example.com/story
    publisher: Example Radio
"""
MILLISECONDS = PATIENCE * 1000


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """A copy of the curated events, of which one is the tests' own."""
    start_project(tmp_path, has_example=True)
    (own,) = (tmp_path / "events").glob("*-zelenskyy-white-house.yaml")
    own.unlink()
    (tmp_path / "events" / VISIT).write_text(TEXT, encoding="utf-8")
    return tmp_path / "events"


@pytest.fixture
def running(events: Path) -> Iterator[Running]:
    """Their preview."""
    with previewed(events) as found:
        yield found


def edit(events: Path, old: str, new: str) -> None:
    text = (events / VISIT).read_text(encoding="utf-8")
    assert old in text
    (events / VISIT).write_text(text.replace(old, new, 1), encoding="utf-8")


#: The place of an element in the window, once it has been the same for so many frames.
TOP_AT_REST = """(id) => new Promise((resolve) => {
    let last = null, same = 0;
    const look = () => {
        const { top } = document.getElementById(id).getBoundingClientRect();
        same = top === last ? same + 1 : 0;
        last = top;
        if (same === 30) resolve(top);
        else requestAnimationFrame(look);
    };
    look();
})"""


def top_of(page: Page, id_: str) -> float:
    """Where an event stands in the end: what comes into view gets its real height only then."""
    top: float = page.evaluate(TOP_AT_REST, id_)
    return top


@pytest.mark.parametrize("state", ["", "?track=Europe%E2%80%93Ukraine#london-summit"])
def test_the_page_follows_the_files_and_keeps_place_and_state(
    opened: Opened, running: Running, events: Path, state: str
) -> None:
    console: list[str] = []
    page = opened(f"{running.address}{state}", console=console, wait=False)
    page.locator("#london-summit").scroll_into_view_if_needed()
    page.wait_for_selector("html[data-preview=good]")
    page.evaluate("scrollBy({ top: 150, behavior: 'instant' })")
    before = top_of(page, "london-summit")
    edit(events, "Ends in a public quarrel", "Ends in a loud quarrel")
    page.wait_for_selector("text=Ends in a loud quarrel", state="attached", timeout=MILLISECONDS)
    page.wait_for_selector("html[data-preview-restored]", timeout=MILLISECONDS)
    assert page.url == f"{running.address}{state}"
    assert top_of(page, "london-summit") == pytest.approx(before, abs=3)
    assert [line for line in console if "error" in line.lower()] == []


def test_a_fault_lies_over_the_last_good_page_and_goes_when_it_is_mended(
    opened: Opened, running: Running, events: Path, curated: Timeline
) -> None:
    page = opened(running.address)
    overlay = page.get_by_role("alert")
    expect(overlay).to_have_count(0)
    edit(events, "date: 2025-02-28", "date: 31 June 2025")
    expect(overlay).to_contain_text(f"{VISIT}:3:7", timeout=MILLISECONDS)
    expect(overlay).to_contain_text("June has 30 days")
    expect(overlay).to_contain_text("Try: 30 June 2025")
    expect(overlay).to_contain_text("date: 31 June 2025\n      ^")
    expect(page.locator("article.event")).to_have_count(len(curated.events))
    edit(events, "date: 31 June 2025", "date: 2025-02-28")
    expect(overlay).to_have_count(0, timeout=MILLISECONDS)


def test_warnings_are_a_note_that_stays_closed(opened: Opened, running: Running, events: Path) -> None:
    page = opened(running.address)
    note = page.get_by_role("complementary", name="1 warning")
    expect(note).to_have_count(0)
    edit(events, "participants: [", "participants: [Mary Major, ")
    expect(note).to_be_visible(timeout=MILLISECONDS)
    note.get_by_text("1 warning", exact=True).click()
    expect(note).to_contain_text('person "Mary Major" is not in _people.yaml')
    note.get_by_role("button", name="Close").click()
    edit(events, "Ends in a public quarrel", "Ends in a loud quarrel")
    page.wait_for_selector("text=Ends in a loud quarrel", state="attached", timeout=MILLISECONDS)
    page.wait_for_selector("html[data-preview=good]")
    expect(note).to_have_count(0)


def test_the_faults_can_be_hidden_by_keyboard(opened: Opened, running: Running, events: Path) -> None:
    page = opened(running.address)
    edit(events, "date: 2025-02-28", "date: 31 June 2025")
    page.get_by_role("button", name="Hide", exact=True).press("Enter", timeout=MILLISECONDS)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_hostile_text_in_a_fault_is_text(opened: Opened, running: Running, events: Path) -> None:
    page = opened(running.address)
    edit(events, "date: 2025-02-28", "date: <img src=x onerror=alert(1)>")
    expect(page.get_by_role("alert")).to_contain_text("<img src=x", timeout=MILLISECONDS)
    assert (
        page.evaluate("document.querySelector('#tl-preview-faults').shadowRoot.querySelector('img')")
        is None
    )


def test_a_plain_page_of_faults_becomes_the_timeline(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "_timeline.yaml").write_text("title: [broken", encoding="utf-8")
    with previewed(tmp_path) as running:
        page = opened(running.address, wait=False)
        expect(page.get_by_role("heading")).to_have_text("1 error: nothing can be shown yet")
        (tmp_path / "_timeline.yaml").write_text("tracks: []", encoding="utf-8")
        expect(page.get_by_text("title is missing")).to_be_visible(timeout=MILLISECONDS)
        (tmp_path / "_timeline.yaml").unlink()
        start_project(tmp_path / "in", has_example=False)
        expect(page.locator("article.event")).to_have_count(3, timeout=MILLISECONDS)


def test_in_a_window_of_another_width_the_chart_is_made_for_it(
    opened: Opened, running: Running, events: Path
) -> None:
    page = opened(running.address)
    edit(events, "Ends in a public quarrel", "Ends in a loud quarrel")
    page.wait_for_selector("text=Ends in a loud quarrel", state="attached", timeout=MILLISECONDS)
    page.wait_for_selector("html[data-preview=good][data-chart=plotly]", timeout=MILLISECONDS)
    page.set_viewport_size({"width": 800, "height": 1000})
    page.wait_for_selector('script[data-widths^="720"]', state="attached", timeout=MILLISECONDS)
    page.wait_for_selector("html[data-chart=plotly]", timeout=MILLISECONDS)
    expect(page.locator(".chart")).to_be_visible()


def test_two_windows_follow_together_and_the_embed_too(
    opened: Opened, running: Running, events: Path
) -> None:
    pages = [
        opened(running.address),
        opened(running.address, width=760),
        opened(f"{running.address}embed.html", wait=False),
    ]
    version = "document.querySelector('script[data-version]').dataset.version"
    before = [page.evaluate(version) for page in pages]
    edit(events, "visit ends in a public quarrel", "visit ends in a loud quarrel")
    for page, old in zip(pages, before, strict=True):
        script = page.locator("script[data-version]")
        expect(script).not_to_have_attribute("data-version", old, timeout=MILLISECONDS)
    assert "visit ends in a loud quarrel" in running.ask("/embed.html")[2]


def test_the_event_changes_before_the_page(
    opened: Opened, running: Running, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(running.address)
    page.evaluate("document.documentElement.dataset.same = ''")
    preview = running.server.preview
    monkeypatch.setattr(preview, "update", lambda: (None, ()))
    edit(events, "visit ends in a public quarrel", "visit ends in a loud quarrel")
    title = page.locator("#zelenskyy-white-house h3")
    expect(title).to_contain_text("visit ends in a loud quarrel", timeout=MILLISECONDS)
    expect(page.locator("html[data-same]")).to_have_count(1)


def test_a_page_of_another_site_cannot_read_the_preview(
    opened: Opened, running: Running, few_events_address: str
) -> None:
    page = opened(few_events_address.replace("index.html", "events.json"), wait=False)
    outcome = page.evaluate(
        "async (url) => { try { await fetch(url); return 'read' } catch { return 'refused' } }",
        f"{running.address}events.json",
    )
    assert outcome == "refused"
