"""`timeline edit` in a browser: typing and the preview, faults, two versions of a file, accessibility."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.conftest import Opened
from tests.helpers.axe import violations
from tests.helpers.changes import lines_changed
from tests.helpers.previews import PATIENCE, Running, previewed
from timeline.editing.form.answers import Form
from timeline.editing.form.workspace import Workspace
from timeline.editing.project import start_project

VOTE = "2025-05-20-council-vote.yaml"
MILLISECONDS = PATIENCE * 1000
OLD, NEW = "The council votes to repair the Old Bridge", "The council agrees to repair it"


@pytest.fixture
def events(tmp_path: Path) -> Path:
    """The event files of a new project."""
    start_project(tmp_path, has_example=False)
    return tmp_path / "events"


@pytest.fixture
def running(events: Path) -> Iterator[Running]:
    """Their form and preview."""
    with previewed(events, extension=Form(Workspace(events))) as found:
        yield found


def at(running: Running, id_: str = "council-vote") -> str:
    return f"{running.address}__timeline/edit/#{id_}"


def test_what_is_typed_is_previewed_and_saved_as_one_line(
    opened: Opened, running: Running, events: Path
) -> None:
    console: list[str] = []
    requests: list[str] = []
    page = opened(at(running), width=1400, wait=False, console=console, requests=requests)
    before = (events / VOTE).read_text(encoding="utf-8")
    title = page.get_by_label("Title (required)", exact=True).first
    expect(title).to_have_value(OLD)
    title.fill(NEW)
    shown = page.frame_locator("#preview").locator("#council-vote h3")
    expect(shown).to_have_text(NEW, timeout=MILLISECONDS)
    assert (events / VOTE).read_text(encoding="utf-8") == before
    expect(page.locator("#events [aria-current]")).to_contain_text(OLD)
    title.press("Control+s")
    expect(page.locator("#status")).to_have_text(f"Saved: {NEW}.", timeout=MILLISECONDS)
    removed, added = lines_changed(before, (events / VOTE).read_text(encoding="utf-8"))
    assert (len(removed), len(added)) == (1, 1)
    assert added[0].startswith(f"title: {NEW} ")
    expect(page.locator("#events [aria-current]")).to_contain_text(NEW)
    page.get_by_role("button", name="Undo last save").click()
    expect(page.locator("#status")).to_contain_text("Taken back", timeout=MILLISECONDS)
    expect(title).to_have_value(OLD)
    assert (events / VOTE).read_text(encoding="utf-8") == before
    assert [line for line in console if "error" in line.lower()] == []
    assert [address for address in requests if not address.startswith((running.address, "data:"))] == []


def test_a_fault_stands_at_its_field_until_it_is_mended(opened: Opened, running: Running) -> None:
    page = opened(at(running), width=1400, wait=False)
    date = page.locator(".of-date input").first
    readings = page.locator(".of-date > .readings")
    expect(readings).to_have_text("Tuesday 20 May 2025 · a day", timeout=MILLISECONDS)
    date.fill("31 June 2025")
    fault = page.locator(".of-date .faults")
    expect(fault).to_have_text("June has 30 days. Try: 30 June 2025", timeout=MILLISECONDS)
    expect(date).to_have_attribute("aria-invalid", "true")
    assert "faults" in str(date.get_attribute("aria-describedby"))
    page.get_by_label("Title (required)", exact=True).first.focus()
    page.locator(".summary").get_by_role("button", name="Date", exact=True).click()
    expect(date).to_be_focused()
    date.fill("20/05/2025")
    expect(fault).to_be_empty(timeout=MILLISECONDS)
    expect(page.locator(".summary")).to_have_count(0)
    date.fill("03/04/2025")
    readings.get_by_role("button", name="Thursday 3 April 2025").click(timeout=MILLISECONDS)
    expect(date).to_have_value("2025-04-03")
    page.locator(".counted > summary").click()
    page.get_by_label("Distance, or words").fill("2 days")
    page.get_by_label("The other event").select_option("cracks-found")
    counted = page.locator(".counted .readings")
    expect(counted).to_have_text("Wednesday 14 May 2025 · a day", timeout=MILLISECONDS)


def test_two_windows_with_two_versions_lose_nothing(opened: Opened, running: Running, events: Path) -> None:
    one, other = (opened(at(running), width=1400, wait=False) for _ in range(2))
    for page in (one, other):
        expect(page.get_by_label("Title (required)", exact=True).first).to_have_value(OLD)
    other.get_by_label("Title (required)", exact=True).first.fill("Theirs")
    other.locator(".of-venue input").fill("Market")
    one.get_by_label("Title (required)", exact=True).first.fill("Mine")
    one.get_by_role("button", name="Save", exact=True).click()
    expect(one.locator("#status")).to_have_text("Saved: Mine.", timeout=MILLISECONDS)
    expect(other.locator("#status")).to_contain_text("was changed by another program", timeout=MILLISECONDS)
    other.get_by_role("button", name="Save", exact=True).click()
    dialog = other.get_by_role("dialog", name="The file was changed meanwhile")
    expect(dialog.get_by_label("In the file now")).to_have_count(1, timeout=MILLISECONDS)
    expect(dialog).to_contain_text("Only you have changed: Venue. That stays.")
    assert "Theirs" not in (events / VOTE).read_text(encoding="utf-8")
    dialog.get_by_label("In the file now").check()
    dialog.get_by_role("button", name="Go on with these").click()
    expect(other.get_by_label("Title (required)", exact=True).first).to_have_value(
        "Mine", timeout=MILLISECONDS
    )
    expect(other.locator(".of-venue input")).to_have_value("Market")
    other.get_by_role("button", name="Save", exact=True).click()
    expect(other.locator("#status")).to_have_text("Saved: Mine.", timeout=MILLISECONDS)
    text = (events / VOTE).read_text(encoding="utf-8")
    assert "title: Mine " in text
    assert "venue: Market " in text


def test_a_new_event_is_a_file_of_its_own(opened: Opened, running: Running, events: Path) -> None:
    page = opened(at(running), width=1400, wait=False)
    page.get_by_role("button", name="New event").click()
    page.get_by_label("Title (required)", exact=True).first.fill("The bridge is painted")
    page.locator(".of-date input").first.fill("3 October 2025")
    page.get_by_label("Track (required)", exact=True).select_option("The bridge")
    page.get_by_role("button", name="Add a name").click()
    page.get_by_label("Participants 1", exact=True).fill("Jane Doe")
    page.get_by_role("button", name="Add an empty source").click()
    page.get_by_label("Address (required)").fill("www.example.org/paint")
    page.get_by_label("Publisher (required)").fill("Example News")
    expect(page.frame_locator("#preview").locator("[data-not-yet] h3")).to_have_text(
        "The bridge is painted", timeout=MILLISECONDS
    )
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_have_text("Saved: The bridge is painted.", timeout=MILLISECONDS)
    made = (events / "2025-10-03-the-bridge-is-painted.yaml").read_text(encoding="utf-8")
    assert made == (
        "# yaml-language-server: $schema=.schema/event.json\n"
        "title: The bridge is painted\ndate: 3 October 2025\ntrack: The bridge\nparticipants: [Jane Doe]\n"
        "sources:\n  - url: https://www.example.org/paint\n    publisher: Example News\n"
    )
    expect(page.locator("#events button")).to_have_count(4)


def test_a_draft_is_ended_above_its_form(opened: Opened, running: Running, events: Path) -> None:
    page = opened(at(running), width=360, wait=False)
    title = page.get_by_label("Title (required)", exact=True).first
    expect(title).to_have_value(OLD, timeout=MILLISECONDS)
    page.get_by_role("button", name="Events", exact=True).click()
    page.get_by_role("button", name="New event").click()
    title.fill("Paint")
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("It is a draft", timeout=MILLISECONDS)
    assert page.evaluate("document.querySelector('header').offsetHeight") < 100  # two rows of buttons
    page.get_by_role("button", name="It is complete").click()
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_have_text("Saved: Paint.", timeout=MILLISECONDS)
    assert (events / "paint.yaml").read_text(encoding="utf-8").splitlines()[1:] == ["title: Paint"]


def test_settings_are_changed_and_a_new_name_is_put_on_its_list(
    opened: Opened, running: Running, events: Path
) -> None:
    console: list[str] = []
    page = opened(at(running), width=1400, wait=False, console=console)
    page.get_by_role("button", name="Add a name").click()
    page.get_by_label("Participants 2", exact=True).fill("Mary Major")
    page.get_by_label("Participants 2", exact=True).press("Tab")
    page.get_by_role("button", name="Add “Mary Major” to the list of people").click()
    expect(page.locator("#status")).to_contain_text("Added to the list", timeout=MILLISECONDS)
    assert "- name: Mary Major\n" in (events / "_people.yaml").read_text(encoding="utf-8")
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Headline (required)", exact=True).fill("How it was saved")
    page.get_by_role("button", name="Add a term").click()
    page.get_by_label("Term 2", exact=True).fill("pier")
    page.get_by_label("Meaning of pier", exact=True).fill("What it stands on.")
    page.locator(".card.of-tracks > summary").nth(1).click()
    page.locator(".card.of-tracks").nth(1).get_by_label("Name (required)").fill("The town")
    page.keyboard.press("Control+s")
    page.get_by_role("dialog").get_by_role("button", name="In the events, too").click()
    expect(page.locator("#status")).to_have_text("Saved: Settings.", timeout=MILLISECONDS)
    assert "track: The town  " in (events / VOTE).read_text(encoding="utf-8")
    text = (events / "_timeline.yaml").read_text(encoding="utf-8")
    assert "title: How it was saved  " in text
    assert "  pier: What it stands on.\n" in text
    expect(page.frame_locator("#preview").locator("h1")).to_have_text(
        "How it was saved", timeout=MILLISECONDS
    )
    page.get_by_role("button", name="People").click()
    expect(page.locator(".card > summary").nth(2)).to_have_text("3. Mary Major", timeout=MILLISECONDS)
    page.evaluate("document.querySelector('#preview').remove()")
    assert violations(page, contrast=False) == {}
    assert [line for line in console if "error" in line.lower()] == []


def test_sources_are_put_in_order_removed_and_chosen_and_events_deleted(
    opened: Opened, running: Running, events: Path
) -> None:
    record = "- id: story\n  url: https://www.example.org/story\n  publisher: Example News\n"
    (events / "_sources.yaml").write_text(record, encoding="utf-8")
    page = opened(at(running), width=1400, wait=False)
    before = (events / VOTE).read_text(encoding="utf-8")
    second = page.locator(".card").nth(1)
    second.locator("> summary").click()
    second.get_by_role("button", name="Move up").click()
    expect(page.locator(".card > summary").first).to_be_focused()
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("Saved", timeout=MILLISECONDS)
    moved = (events / VOTE).read_text(encoding="utf-8")
    assert moved.index("/invented/minutes") < moved.index("/invented/vote")
    assert sorted(moved.splitlines()) == sorted(before.splitlines())
    page.locator(".card > summary").nth(1).click()
    page.locator(".card").nth(1).get_by_role("button", name="Remove this source").click()
    page.locator("#status").evaluate("(each) => { each.textContent = '' }")
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("Saved", timeout=MILLISECONDS)
    expect(page.locator(".card")).to_have_count(1)
    assert "/invented/vote" not in (events / VOTE).read_text(encoding="utf-8")
    page.get_by_role("button", name="Delete event").click()
    page.get_by_role("button", name="Keep it").click()
    page.get_by_role("button", name="Delete event").click()
    page.get_by_role("button", name="Delete it").click()
    expect(page.locator("#status")).to_contain_text(f"Deleted: {OLD}.", timeout=MILLISECONDS)
    assert not (events / VOTE).exists()
    for _ in range(3):
        page.locator("#status").evaluate("(each) => { each.textContent = '' }")
        page.get_by_role("button", name="Undo last save").click()
        expect(page.locator("#status")).to_contain_text("Taken back", timeout=MILLISECONDS)
    assert (events / VOTE).read_text(encoding="utf-8") == before
    expect(page.get_by_label("Title (required)", exact=True).first).to_have_value(OLD)
    page.get_by_role("button", name="Add an empty source").click()
    added = page.locator(".card").nth(2)
    expect(added.locator(".of-url")).to_be_visible()
    added.get_by_label("One of the sources").select_option("story")
    expect(added.locator(".of-url")).to_be_hidden()
    added.get_by_label("Quotation").fill("a repair")
    page.locator("#status").evaluate("(each) => { each.textContent = '' }")
    page.keyboard.press("Control+s")
    expect(page.locator("#status")).to_contain_text("Saved", timeout=MILLISECONDS)
    now = (events / VOTE).read_text(encoding="utf-8")
    assert now == f"{before}  - source: story\n    quote: a repair\n"
    page.get_by_role("button", name="Sources", exact=True).click()
    page.get_by_label("Name in the events (required)").fill("report")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("dialog")).to_contain_text(
        "“story” becomes “report”. One event cites this source."
    )
    page.get_by_role("button", name="In the events, too").click()
    expect(page.locator("#status")).to_contain_text("Saved: Sources", timeout=MILLISECONDS)
    assert (events / VOTE).read_text(encoding="utf-8") == now.replace("source: story", "source: report")
    assert (events / "_sources.yaml").read_text(encoding="utf-8") == record.replace(
        "id: story", "id: report"
    )


def test_the_marks_of_the_summary_follow_the_sources_to_their_numbers(
    opened: Opened, running: Running
) -> None:
    page = opened(at(running), width=1400, wait=False)
    summary = page.get_by_label("Summary", exact=True)
    summary.fill("They met. [1] They voted [1, 2]. They left.[2] In [2025] too.")
    second = page.locator(".card.of-sources").nth(1)
    second.locator("> summary").click()
    second.get_by_role("button", name="Move up").click()
    expect(summary).to_have_value("They met. [2] They voted [1, 2]. They left.[1] In [2025] too.")
    page.locator(".card.of-sources").first.get_by_role("button", name="Remove this source").click()
    expect(summary).to_have_value("They met. [1] They voted [1]. They left. In [2025] too.")


def test_when_the_last_event_is_deleted_a_new_one_is_begun(
    opened: Opened, running: Running, events: Path
) -> None:
    for each in events.glob("2025-*.yaml"):
        if each.name != VOTE:
            each.unlink()
    page = opened(at(running), width=1400, wait=False)
    expect(page.locator("#events button")).to_have_count(1, timeout=MILLISECONDS)
    expect(page.get_by_label("Title (required)", exact=True).first).to_have_value(OLD)
    (events / VOTE).unlink()  # by another program
    expect(page.locator("#status")).to_contain_text("Another program has removed", timeout=MILLISECONDS)
    expect(page.locator("#form-pane h2")).to_have_text("New event")


def test_a_timeline_without_events_begins_with_a_new_one(opened: Opened, tmp_path: Path) -> None:
    start_project(tmp_path, title="Apollo 13")
    with previewed(tmp_path / "events", extension=Form(Workspace(tmp_path / "events"))) as running:
        page = opened(at(running, ""), width=1400, wait=False)
        expect(page.locator("#form-pane h2")).to_have_text("New event", timeout=MILLISECONDS)
        note = page.locator("#preview-note")
        expect(note).to_contain_text("as soon as nothing is missing", timeout=MILLISECONDS)
        expect(page.locator(".summary")).to_have_count(0)


def test_an_answer_that_comes_late_replaces_nothing(opened: Opened, running: Running) -> None:
    page = opened(at(running), width=1400, wait=False)
    title = page.get_by_label("Title (required)", exact=True).first
    expect(title).to_have_value(OLD)
    page.evaluate(
        """() => {
            const own = fetch;
            let held = [];
            window.holding = "";
            window.release = () => {
                window.holding = "";
                delete document.body.dataset.isHeld;
                for (const go of held) go();
                held = [];
            };
            window.fetch = async (path, options) => {
                const answer = await own(path, options);
                if (window.holding && path.startsWith(window.holding)) await new Promise((go) => {
                    held.push(go);
                    document.body.dataset.isHeld = "";
                });
                return answer;
            };
        }"""
    )
    page.evaluate("window.holding = 'save'")
    title.fill(NEW)
    title.press("Control+s")
    page.wait_for_selector("body[data-is-held]")
    page.locator(".of-venue input").fill("Market")  # while the answer to the save is awaited
    page.evaluate("window.release()")
    expect(page.locator("#status")).to_have_text(f"Saved: {NEW}.", timeout=MILLISECONDS)
    expect(page.locator(".of-venue input")).to_have_value("Market")
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_enabled()
    page.evaluate("window.holding = 'event?'")
    page.locator("#events button").first.click()
    page.wait_for_selector("body[data-is-held]")
    page.get_by_role("button", name="New event").click()  # while that of the chosen event is awaited
    page.evaluate("window.release()")
    title.fill("Typed")
    expect(page.locator("#preview-note")).to_contain_text(
        "as soon as nothing is missing", timeout=MILLISECONDS
    )
    expect(title).to_have_value("Typed")
    expect(page.locator("#form-pane h2")).to_have_text("New event: Typed")


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (320, "dark")])
def test_it_is_accessible_in_every_width_and_scheme(
    opened: Opened, running: Running, width: int, scheme: str
) -> None:
    page = opened(at(running), width=width, wait=False, color_scheme=scheme)
    if width < 600:
        page.get_by_role("button", name="Form", exact=True).click()
    page.locator(".card > summary").first.click()
    page.locator(".of-date input").first.fill("31 June 2025")
    expect(page.locator(".of-date .faults li")).to_have_count(1, timeout=MILLISECONDS)
    page.evaluate("document.querySelector('#preview').remove()")  # the page in it is tested on its own
    assert violations(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = """[...document.querySelectorAll("button, input, select, summary")].filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return width && (width < 24 || height < 24);
    }).map((each) => each.outerHTML)"""
    assert page.evaluate(small) == []
    if width < 600:
        page.get_by_role("button", name="Events", exact=True).click()
    page.get_by_role("button", name="People").click()
    page.locator(".card.of-people > summary").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(small) == []
