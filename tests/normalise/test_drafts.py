"""Events that are marked as drafts: left out with a warning, or shown on request."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.helpers.event_files import EVENT, SOURCE, Normalised, Outcome
from timeline.build import check
from timeline.cli import main
from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.render import render

GOOD = EVENT + "date: 2025-02-17\n" + SOURCE
HINT = "complete it and delete the line draft: true; or timeline build --drafts"


def ids(outcome: Outcome) -> list[str]:
    assert outcome[0] is not None, outcome[1]
    return [event.id for event in outcome[0].events]


def faults(outcome: Outcome) -> list[tuple[str, str, str]]:
    return [(str(each.location), each.code, each.message) for each in outcome[1]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a finished event and a complete draft."""
    monkeypatch.chdir(tmp_path)
    events = tmp_path / "events"
    events.mkdir()
    (events / "a.yaml").write_text(GOOD + "related: [b]\n", encoding="utf-8")
    (events / "b.yaml").write_text("draft: true\n" + GOOD.replace("Talks", "Visit", 1), encoding="utf-8")
    return events


def test_a_draft_is_left_out_with_a_warning_that_names_what_it_lacks(normalised: Normalised) -> None:
    outcome = normalised(a=GOOD, b="draft: true\ntitle: Visit\nsources: [{publisher: Example News}]\n")
    assert ids(outcome) == ["a"]
    message = '"Visit" is a draft, which builds leave out; still missing: track, url, date'
    assert faults(outcome) == [("b.yaml:1:8", "W014", message)]
    assert [problem.hint for problem in outcome[1]] == [HINT]


def test_a_complete_draft_lacks_nothing(normalised: Normalised) -> None:
    outcome = normalised(a=GOOD, b="draft: yes\n" + GOOD)
    assert faults(outcome) == [("b.yaml:1:8", "W014", '"Talks" is a draft, which builds leave out')]


@pytest.mark.parametrize("value", ["false", "no"])
def test_an_event_that_is_no_draft_is_shown(normalised: Normalised, value: str) -> None:
    outcome = normalised(a=f"draft: {value}\n" + GOOD)
    assert (ids(outcome), outcome[1]) == (["a"], ())


def test_a_wrong_value_in_a_draft_is_a_fault_all_the_same(normalised: Normalised) -> None:
    outcome = normalised(a=GOOD, b="draft: true\nstatus: planned\n")
    assert [code for _, code, _ in faults(outcome)] == ["W014", "E023"]


def test_an_event_may_name_a_draft_as_related_which_the_page_then_leaves_out(folder: Path) -> None:
    timeline, problems = check((folder,))
    assert timeline is not None
    assert [problem.code for problem in problems] == ["W014"]
    assert [event.related for event in timeline.events] == [()]


def test_no_date_can_count_from_a_draft(normalised: Normalised) -> None:
    dated = EVENT + "date: {after: b, by: 2 days}\n" + SOURCE
    outcome = normalised(a=dated, b="draft: true\n" + GOOD)
    assert outcome[0] is None
    assert [code for _, code, _ in faults(outcome)] == ["E026", "W014"]


def test_where_every_event_is_a_draft_the_fault_says_so(normalised: Normalised) -> None:
    outcome = normalised(a="draft: true\n" + GOOD)
    assert ("events:1:1", "E008", "every event is a draft") in faults(outcome)


def test_on_request_drafts_are_shown_and_marked(folder: Path) -> None:
    timeline, problems = check((folder,), has_drafts=True)
    assert problems == ()
    assert timeline is not None
    assert [(event.id, event.draft, event.related) for event in timeline.events] == [
        ("a", False, ("b",)),
        ("b", True, ()),
    ]
    files = files_of(timeline)
    assert files["index.html"].count('<span class="status">draft</span>') == 1
    assert files["embed.html"].count("· draft") == 1


def files_of(timeline: Timeline) -> dict[str, str]:
    files = render(timeline, [lay_out(timeline, width) for width in WIDTHS])
    return {name: files[name].decode() for name in ("index.html", "embed.html")}


def test_on_request_what_a_draft_lacks_is_a_fault(folder: Path) -> None:
    (folder / "b.yaml").write_text("draft: true\ntitle: Visit\n", encoding="utf-8")
    timeline, problems = check((folder,), has_drafts=True)
    assert timeline is None
    assert [problem.code for problem in problems] == ["E020", "E020", "E027"]


@pytest.mark.parametrize(("words", "code"), [((), 0), (("--strict",), 1)])
def test_a_strict_check_does_not_pass_a_draft(folder: Path, words: tuple[str, ...], code: int) -> None:
    result = CliRunner().invoke(main, ["check", *words, str(folder)])
    assert result.exit_code == code
    assert "warning[W014]" in result.stdout


@pytest.mark.parametrize(("words", "number"), [((), 1), (("--drafts",), 2)])
def test_a_build_shows_drafts_only_when_asked(folder: Path, words: tuple[str, ...], number: int) -> None:
    result = CliRunner().invoke(main, ["build", str(folder), *words])
    assert result.exit_code == 0, result.stderr
    page = Path("output", "index.html").read_text(encoding="utf-8")
    assert page.count("<article ") == number
