"""``timeline evidence add`` keeps copies; ``timeline check --evidence`` holds the events against them."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main

EVENT = """\
title: Leaders meet in Paris
date: 2025-02-17
track: Europe
sources:
  - url: https://www.example.org/story
    publisher: Example News
    title: Leaders meet in Paris
    author: Doe, Jane
    published: 2025-02-17
    says: Monday
    quote: there must be a US backstop
  - url: https://www.example.org/other
    publisher: Other News
    quote: it would improve the talks
"""
FILE = "events/2025-02-17-paris.yaml"
STORY = """\
<!doctype html><title>Leaders meet in Paris | Example News</title>
<meta property="article:published_time" content="2025-02-17T20:00:00Z">
<link rel="canonical" href="https://www.example.org/story?utm_source=x">
<h1>Leaders meet in Paris</h1><p>By Jane Doe</p>
<p>PARIS (Reuters) - He said on Monday that “there must be a US backstop”, as only that deters Russia.</p>
"""


@pytest.fixture(autouse=True)
def _desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with the events, and copies of their sources."""
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    Path("events/2025-02-17-paris.yaml").write_text(EVENT, encoding="utf-8")
    Path("story.html").write_text(STORY, encoding="utf-8")
    Path("other.txt").write_text("It would not improve the talks, she said.", encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["-q", *words])


def add_both() -> None:
    assert run("evidence", "add", "story.html", "--on", "2025-03-01").exit_code == 0
    other = ("other.txt", "--for", "https://www.example.org/other", "--on", "2025-03-02")
    assert run("evidence", "add", *other).exit_code == 0


def test_what_a_copy_bears_out_is_noted_with_the_words_around_it() -> None:
    result = run("evidence", "add", "story.html", "--on", "2025-03-01")
    said = (
        "By Jane Doe PARIS (Reuters) - He said on Monday that “there must be a US backstop”, as only that"
    )
    assert result.stdout.splitlines()[:3] == [
        "story.html: a copy of https://www.example.org/story, of 2025-03-01",
        f"  quote found: {said} deters Russia.",
        f"  says found: meet in Paris {said} deters",
    ]
    assert result.stdout.splitlines()[-2:] == [
        "  published found: 2025-02-17",
        "events/_evidence.yaml: 1 copy",
    ]
    record = Path("events/_evidence.yaml").read_text(encoding="utf-8")
    assert record.splitlines()[3:11] == [
        "- url: https://www.example.org/story",
        f"  sha256: {sha256(STORY.encode()).hexdigest()}",
        "  day: 2025-03-01",
        "  claims:",
        "    - field: quote",
        "      text: there must be a US backstop",
        "      result: found",
        "      context: >",
    ]
    assert Path(".timeline-evidence/.gitignore").read_text(encoding="utf-8") == "*\n"
    assert run("fmt", "--check", "events").exit_code == 0


def test_a_quotation_that_is_not_in_the_copy_is_an_error_with_the_nearest_words() -> None:
    add_both()
    result = run("check", "--evidence")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        'events/2025-02-17-paris.yaml:14:12: error[E060] quote "it would improve the talks" is not in the '
        "kept copy of 2025-03-02"
    )
    assert "    Try: the copy has: It would not improve the talks" in result.stdout.splitlines()
    assert result.stdout.splitlines()[-7:] == [
        "1 event, 2 sources, 2 independent: 1 error in 1 file",
        "quotations: 1 found, 1 not found",
        "words of dates: 1 found",
        "titles: 1 found",
        "authors: 1 found",
        "days: 1 found",
        f"Perhaps origin: Reuters in {FILE}:5: the text of Example News is signed by Reuters",
    ]


def test_what_is_wrong_in_a_record_stands_at_its_line_and_counts_once() -> None:
    add_both()
    Path(FILE).with_name("2025-02-17-again.yaml").write_text(EVENT, encoding="utf-8")
    assert run("fmt", "--sources", "repeated").exit_code == 0
    records = Path("events/_sources.yaml")
    text = records.read_text(encoding="utf-8")
    records.write_text(text.replace("Leaders meet in Paris", "Leaders met in Paris"), encoding="utf-8")
    result = run("check", "--evidence")
    assert [line.partition("]")[0] for line in result.stdout.splitlines() if "[W060" in line] == [
        "events/_sources.yaml:4:10: warning[W060"
    ]
    assert "titles: 1 not found" in result.stdout
    assert "quotations: 2 found, 2 not found" in result.stdout
    origin = (
        "Perhaps origin: Reuters in events/_sources.yaml:2: the text of Example News is signed by Reuters"
    )
    assert result.stdout.splitlines().count(origin) == 1
    for format_ in ("json", "github", "sarif"):
        assert "_sources.yaml" in run("check", "--evidence", "--format", format_).stdout


def test_a_quotation_without_a_copy_fails_only_a_strict_check() -> None:
    assert run("evidence", "add", "story.html", "--on", "2025-03-01").exit_code == 0
    assert run("check", "--evidence").exit_code == 0
    strict = run("check", "--evidence", "--strict")
    assert strict.exit_code == 1
    assert 'warning[W061] quote "it would improve the talks" was not checked' in strict.stdout
    Path("other.txt").write_text("Yes, it would improve the talks.", encoding="utf-8")
    add_both()
    assert run("check", "--evidence", "--strict").exit_code == 0


def test_without_the_copies_the_noted_words_decide() -> None:
    add_both()
    shutil.rmtree(".timeline-evidence")
    assert "quotations: 1 found, 1 not found" in run("check", "--evidence").stdout
    file = Path("events/2025-02-17-paris.yaml")
    file.write_text(EVENT.replace("must be a US", "must be no US"), encoding="utf-8")
    assert "quotations: 1 not found, 1 not checked" in run("check", "--evidence").stdout
    record = Path("events/_evidence.yaml")
    changed = record.read_text(encoding="utf-8").replace(
        "text: there must be a US", "text: there must be no US"
    )
    record.write_text(changed, encoding="utf-8")
    assert "quotations: 2 not found" in run("check", "--evidence").stdout


def test_a_copy_that_has_been_changed_asks_again() -> None:
    add_both()
    copy = next(Path(".timeline-evidence").glob("*.txt"))
    copy.write_text("It would improve the talks.", encoding="utf-8")
    result = run("check", "--evidence")
    assert (result.exit_code, "error[E061]" in result.stdout) == (1, True)
    Path("other.txt").write_text("It would improve the talks.", encoding="utf-8")
    add_both()
    assert "quotations: 2 found" in run("check", "--evidence").stdout
    Path("other.txt").write_text("The page has been emptied.", encoding="utf-8")
    add_both()
    assert "warning[W062]" in run("check", "--evidence").stdout


def test_events_that_nobody_has_checked_yet_are_held_against_their_copies_all_the_same() -> None:
    add_both()
    Path("events/_timeline.yaml").write_text("title: T\nreview: required\n", encoding="utf-8")
    Path(FILE).write_text(f"key: true\n{EVENT}", encoding="utf-8")
    lines = run("check", "--evidence").stdout
    assert "error[E031]" in lines
    assert "quotations: 1 found, 1 not found" in lines
    assert run("evidence", "recheck").exit_code == 0


def test_kept_copies_are_asked_again_after_the_events_have_changed() -> None:
    add_both()
    file = Path(FILE)
    file.write_text(EVENT.replace("would improve", "would not improve"), encoding="utf-8")
    assert "quotations: 2 found" in run("check", "--evidence").stdout
    assert run("evidence", "recheck").stdout.splitlines() == [
        "https://www.example.org/other",
        "  quote found: It would not improve the talks, she said.",
        "  quote not claimed any more: it would improve the talks",
        "2 copies asked again",
        "events/_evidence.yaml: 2 copies",
    ]
    assert run("evidence", "recheck").stdout.splitlines() == ["2 copies asked again"]
    shutil.rmtree(".timeline-evidence")
    assert "quotations: 2 found" in run("check", "--evidence").stdout
    assert run("evidence", "recheck").stdout.splitlines()[-2:] == [
        "https://www.example.org/other: the copy is not here; what was found in it stays",
        "0 copies asked again",
    ]


def test_of_words_that_stand_in_a_copy_twice_those_beside_them_are_noted_for_the_link() -> None:
    headline = STORY.replace("<h1>Leaders meet", "<h1>“There Must Be a US Backstop”: leaders meet")
    Path("story.html").write_text(headline, encoding="utf-8")
    assert run("evidence", "add", "story.html", "--on", "2025-03-01").exit_code == 0
    record = Path("events/_evidence.yaml").read_text(encoding="utf-8")
    assert "      before: said on Monday that “\n" in record
    assert run("fmt", "--check", "events").exit_code == 0
    assert run("build").exit_code == 0
    link = "#:~:text=said%20on%20Monday%20that%20%E2%80%9C-,there%20must%20be%20a%20US%20backstop,-"
    assert link in Path("output/index.html").read_text(encoding="utf-8")


def test_a_file_that_is_no_copy_of_a_source_is_named_and_the_others_are_kept() -> None:
    Path("picture.png").write_bytes(b"\x89PNG")
    result = run("evidence", "add", "story.html", "other.txt", "picture.png")
    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if line] == [
        "other.txt:1:1: error[E062] the file does not say which page it is a copy of",
        "    Try: --for ADDRESS",
        "picture.png:1:1: error[E062] no words can be read from a picture",
        "    Try: keep the page as HTML, MHTML, PDF, text, WARC or WACZ",
    ]
    assert "events/_evidence.yaml: 1 copy" in result.stdout
    uncited = run("evidence", "add", "other.txt", "--for", "https://www.example.org/nobody")
    assert "no event cites https://www.example.org/nobody" in uncited.stderr


def test_the_page_says_what_stood_there_and_when() -> None:
    add_both()
    assert run("build").exit_code == 0
    page = Path("output/index.html").read_text(encoding="utf-8")
    assert '<span class="kept">These words stood there on 1 March 2025.</span>' in page
    assert '<span class="kept">These words are not in the copy of 2 March 2025.</span>' in page
    assert "<p>1 of 2 quotations found in kept copies of their sources.</p>" in page
