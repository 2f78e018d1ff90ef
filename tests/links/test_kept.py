"""What earlier runs found out is kept, and no state of its file stops a run."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from timeline.links import judged, stale
from timeline.links.judging import Finding, Outcome
from timeline.links.kept import Kept, read_kept, write_kept
from timeline.links.trail import Trail
from timeline.writing import WriteError

TODAY = date(2025, 3, 10)
PAGE = "https://www.example.org/story"
KNOWN = {
    PAGE: Kept(Finding(Outcome.DEAD, "answers with the status 404"), TODAY),
    "https://example.org/é": Kept(
        Finding(Outcome.MOVED, "has moved for good", "https://example.org/e"), date(2025, 1, 2)
    ),
}


def written(folder: Path) -> Path:
    """The file of findings, in a folder of event files."""
    write_kept(folder, KNOWN)
    return folder / ".timeline-links" / "findings.json"


def test_what_is_kept_is_read_again_and_git_ignores_it(tmp_path: Path) -> None:
    assert read_kept(tmp_path) == {}
    path = written(tmp_path)
    assert read_kept(tmp_path) == KNOWN
    assert (path.parent / ".gitignore").read_text() == "*\n"
    before = path.read_bytes()
    write_kept(tmp_path, dict(reversed(KNOWN.items())))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"null",
        b"[]",
        b'{"findings": 1}',
        b'{"findings": [1]}',
        b'{"findings": {"a": 1}}',
        b'{"findings": {"a": {"outcome": "odd", "words": "", "new": "", "day": "2025-01-01"}}}',
        b'{"findings": {"a": {"outcome": [], "words": "", "new": "", "day": "2025-01-01"}}}',
        b'{"findings": {"a": {"outcome": "ok", "words": "", "new": "", "day": 1}}}',
        b'{"findings": ' + b"[" * 100_000,
    ],
)
def test_a_damaged_file_counts_as_none(tmp_path: Path, damaged: bytes) -> None:
    path = written(tmp_path)
    path.write_bytes(damaged)
    assert read_kept(tmp_path) == {}
    write_kept(tmp_path, KNOWN)
    assert read_kept(tmp_path) == KNOWN


@pytest.mark.parametrize(
    "change",
    [
        {"words": 1},
        {"new": "https://example.org/"},
        {"outcome": "moved"},
        {"outcome": "moved", "new": "javascript:alert(1)"},
        {"outcome": "moved", "new": ["https://example.org/"]},
    ],
)
def test_an_entry_that_cannot_be_ours_is_left_out(tmp_path: Path, change: dict[str, object]) -> None:
    path = written(tmp_path)
    content = json.loads(path.read_bytes())
    content["findings"][PAGE] |= change
    path.write_text(json.dumps(content))
    assert PAGE not in read_kept(tmp_path)


def test_a_link_is_neither_read_nor_written_through(tmp_path: Path) -> None:
    elsewhere, events = tmp_path / "elsewhere", tmp_path / "events"
    for folder in (elsewhere, events):
        folder.mkdir()
    written(elsewhere)
    (events / ".timeline-links").symlink_to(elsewhere / ".timeline-links")
    assert read_kept(events) == {}
    with pytest.raises(WriteError, match=r"\.timeline-links: it is a link$"):
        write_kept(events, {})
    assert read_kept(elsewhere) == KNOWN


@pytest.mark.parametrize(
    ("outcome", "day", "max_age", "is_asked"),
    [
        ("ok", TODAY, 7, False),
        ("ok", date(2025, 3, 4), 7, False),
        ("ok", date(2025, 3, 3), 7, True),
        ("dead", date(2025, 3, 4), 7, False),
        ("moved", date(2025, 3, 4), 7, False),
        ("unknown", TODAY, 7, True),
        ("ok", TODAY, 0, True),
        ("ok", date(2025, 3, 11), 7, True),
    ],
)
def test_what_is_known_for_certain_is_not_asked_again_for_a_while(
    outcome: str, day: date, max_age: int, is_asked: bool
) -> None:
    known = {PAGE: Kept(Finding(Outcome(outcome)), day)}
    assert stale([PAGE, "https://example.org/new"], known, TODAY, max_age) == (
        ["https://example.org/new", *([PAGE] if is_asked else [])]
    )


def outcomes(*trails: Trail, known: dict[str, Kept]) -> list[str]:
    return [kept.finding.outcome for kept in judged(trails, known, TODAY).values()]


def test_a_host_is_called_dead_only_if_another_can_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up: list[str] = []

    def is_known_host(host: str) -> bool:
        looked_up.append(host)
        return host == "c.example.org"

    monkeypatch.setattr("timeline.fetching.is_known_host", is_known_host)
    gone = Trail("https://gone.example.org/", (), "is on the host …, which is not known", True)
    inside = Trail("https://b.example.org/", (), "leads to 10.0.0.1, which …")
    ok = Kept(Finding(Outcome.OK), TODAY)
    assert outcomes(gone, known={}) == ["unknown"]
    assert outcomes(gone, inside, known={}) == ["unknown", "unknown"]
    pages = {f"https://{name}.example.org/": ok for name in ("a", "gone", "d")}
    assert outcomes(gone, known=pages) == ["unknown"]
    assert looked_up == ["a.example.org", "d.example.org"]
    assert outcomes(gone, known={"https://c.example.org/": ok}) == ["dead"]
    dead = Kept(Finding(Outcome.DEAD, "answers with the status 404"), TODAY)
    assert outcomes(gone, known={"https://c.example.org/": dead}) == ["unknown"]
