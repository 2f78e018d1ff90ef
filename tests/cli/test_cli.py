"""The commands: what they print, where, and how they end."""

import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import timeline
from timeline.cli import main
from timeline.cli.common import reports
from timeline.cli.common import terminal as console
from timeline.model.problems import Location, Problem, TimelineError

#: Where the package under test is.
HOME = str(Path(timeline.__file__).parents[1])
GOOD = """\
title: European leaders meet at the Élysée
date: 2025-02-17
track: Europe
sources:
  - url: https://www.example.org/story
    publisher: Example News
"""
BAD_DATE = GOOD.replace("2025-02-17", "31 June 2025")
BAD_YAML = 'title: "unclosed\n'
WARNED = GOOD + "  - url: https://www.example.org/story\n    publisher: Example News\n"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one good event, and a renderer of one small page."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "timeline.render.render", lambda *_, **_options: {"index.html": b"x" * 4321, "events.csv": b"id"}
    )
    monkeypatch.setattr("timeline.render.png_files", lambda *_: ({}, ()))
    monkeypatch.setattr("timeline.render.pictures.png.can_draw", lambda: True)
    put("2025-02-17-paris.yaml", GOOD)
    return tmp_path


def put(name: str, text: str) -> None:
    Path("events", name).parent.mkdir(parents=True, exist_ok=True)
    Path("events", name).write_text(text, encoding="utf-8")


def run(*words: str, **settings: Any) -> Result:
    return CliRunner().invoke(main, words, **settings)


def run_apart(
    *words: str, stdout: Any = subprocess.PIPE, **variables: str
) -> "subprocess.CompletedProcess[bytes]":
    """The command as a process of its own, whose stdout is buffered as it is anywhere."""
    return subprocess.run(
        [sys.executable, "-m", "timeline", *words],
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "", "PYTHONPATH": HOME, **variables},
    )


# ---- build


@pytest.mark.parametrize("name", ["events/2025-02-17-paris.yaml", "a.YML"])
def test_a_picture_does_not_take_the_place_of_an_event_file(name: str) -> None:
    result = run("export", "svg", "-o", name)
    assert (result.exit_code, "event file" in result.stderr) == (2, True)
    assert Path("events/2025-02-17-paris.yaml").read_text(encoding="utf-8") == GOOD


@pytest.mark.parametrize(
    ("name", "output", "message"),
    [
        ("handout", "ho.pdf", "PDF, but handout makes HTML\nTry: -o ho.html, or timeline export pdf"),
        ("worksheet", "a/b.DOCX", "Word, but worksheet makes HTML\nTry: -o a/b.html"),
        ("svg", "x.png", "PNG, but svg makes SVG\nTry: -o x.svg, or timeline export png"),
        ("png", "x.jpg", "JPEG, but png makes PNG\nTry: -o x.png"),
        ("pptx", "x.odp", "OpenDocument, but pptx makes PowerPoint\nTry: -o x.pptx"),
        ("marp", "x.pptx", "PowerPoint, but marp makes Markdown\nTry: -o x.md, or timeline export pptx"),
        ("pdf", "x.docx", "Word, but pdf makes PDF\nTry: -o x.pdf"),
        ("csl", "x.bib", "BibLaTeX, but csl makes JSON\nTry: -o x.json, or timeline export bibtex"),
        ("ris", "x.json", "JSON, but ris makes RIS\nTry: -o x.ris"),
        ("bibtex", "x.html", "HTML, but bibtex makes BibLaTeX\nTry: -o x.bib"),
    ],
)
def test_a_name_that_promises_another_kind_of_file_is_wrong_usage(
    name: str, output: str, message: str
) -> None:
    result = run("export", name, "-o", output)
    assert result.stderr.endswith(f"the name {output} promises {message}\n")
    assert result.exit_code == 2
    assert not Path(output).exists()


@pytest.mark.parametrize("output", ["ho", "ho.HTM", "ho.v2", "ho.html"])
def test_a_name_that_promises_nothing_else_is_taken(output: str) -> None:
    assert run("export", "handout", "-o", output).exit_code == 0
    assert Path(output).exists()


def test_build_prints_what_it_wrote_and_tells_what_it_holds() -> None:
    result = run("build")

    assert result.stdout == "output/index.html  4.3 kB\noutput/events.csv  2 B\n"
    plotly, built, missing = result.stderr.splitlines()
    assert re.fullmatch(r"Plotly \d+\.\d+\.\d+, (basic|full) bundle\b.*", plotly)
    assert re.fullmatch(r"Built 1 event, 1 source, 1 independent in \d+\.\d s", built)
    assert missing == "No base_url in _timeline.yaml: no canonical address, no link preview, no oEmbed"
    assert result.exit_code == 0


def test_a_build_leaves_out_a_picture_that_is_too_large_with_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("timeline.render.pictures.png.MAX_PIXELS", 100_000)
    monkeypatch.setattr("timeline.render.png_files", lambda *_: pytest.fail("drawn"))

    built = run("build")

    assert built.exit_code == 0
    assert re.search(
        r"\nThe chart is too large for a PNG \(1,280 × \d+ px\): no timeline\.png and no social\.png\n",
        built.stderr,
    )


def test_build_misses_no_address_where_there_is_one() -> None:
    put("_timeline.yaml", "title: Talks\nbase_url: https://www.example.org/talks/\ntracks: [Europe]\n")

    assert "base_url" not in run("build").stderr


def test_build_reads_and_writes_where_it_is_told() -> None:
    Path("events").rename("curated")

    assert run("--quiet", "build", "curated", "-o", "public/page").stderr == ""
    assert Path("public/page/index.html").read_bytes() == b"x" * 4321


def test_a_part_of_the_events_is_built_on_request() -> None:
    put("2025-03-01-late.yaml", GOOD.replace("2025-02-17", "2025-03-01"))

    assert "Built 1 event, " in run("build", "--only", "to=2025-02", "--only", "track=europe").stderr


def test_a_part_that_does_not_exist_is_wrong_usage() -> None:
    result = run("build", "--only", "track=Eurpe")

    assert result.exit_code == 2
    assert "no event has the track 'Eurpe'; there are: Europe\nTry: --only track=Europe" in result.stderr


def test_build_shows_warnings_and_goes_on() -> None:
    put("2025-02-17-paris.yaml", WARNED)
    result = run("build")

    assert "events/2025-02-17-paris.yaml:7:10: warning[W006]" in result.stderr
    assert Path("output/index.html").exists()
    assert result.exit_code == 0


def test_a_failing_build_names_every_fault_and_leaves_the_last_good_page() -> None:
    run("build")
    Path("output/index.html").write_bytes(b"last good page")
    put("a.yaml", BAD_DATE)
    put("b.yaml", BAD_YAML)
    result = run("build")

    assert result.stdout == ""
    assert "events/a.yaml:2:7: error[E012]" in result.stderr
    assert "events/b.yaml:1:8: error[E003]" in result.stderr
    assert result.stderr.endswith("\n2 errors in 2 files\n")
    assert result.exit_code == 1
    assert Path("output/index.html").read_bytes() == b"last good page"


@pytest.mark.parametrize(
    ("events", "output"),
    [("events", "events"), ("events", "events/output"), ("events", "."), ("events", "events/../events/a")],
)
def test_events_and_output_must_not_lie_within_each_other(events: str, output: str) -> None:
    result = run("build", events, "-o", output)

    assert f"OUTPUT {Path(output)} and EVENTS events must not be inside each other" in result.stderr
    assert result.exit_code == 2
    assert sorted(Path().rglob("*.html")) == []


@pytest.mark.parametrize(
    ("arguments", "message", "code"),
    [
        (["circle"], "circle:1:1: error[E001] a link that leads back to itself", 1),
        (["-o", "circle"], "cannot write circle: a file exists where a folder is needed", 3),
    ],
)
def test_a_link_that_leads_in_a_circle_is_reported(arguments: list[str], message: str, code: int) -> None:
    Path("circle").symlink_to("circle")
    result = run("build", *arguments)

    assert message in result.stderr
    assert result.exit_code == code


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_that_is_not_there_is_wrong_usage(command: str) -> None:
    result = run(command, "evnets")

    assert result.stderr.endswith(
        "Error: no such file or folder: evnets\nTry: name the folder that holds your event files\n"
    )
    assert result.exit_code == 2


def test_build_names_what_it_would_have_removed_but_somebody_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run("build")
    Path("output/events.csv").write_bytes(b"by hand")
    monkeypatch.setattr("timeline.render.render", lambda *_, **_options: {"index.html": b"y"})
    result = run("--quiet", "build")

    assert result.stderr == (
        "output/events.csv is no longer part of the output, "
        "but was changed after a build wrote it: not removed\n"
    )
    assert result.exit_code == 0


def test_build_wants_to_be_told_before_it_writes_among_other_people_s_files() -> None:
    Path("output").mkdir()
    Path("output", ".gitignore").write_bytes(b"*")
    Path("output", "index.html").write_bytes(b"by hand")

    refused = run("build")

    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.endswith(
        "Error: output holds files that no build wrote: index.html\n"
        "Try: -o with another folder, or --force: files of the same names are replaced, others stay\n"
    )
    assert Path("output/index.html").read_bytes() == b"by hand"
    assert run("build", "--force").exit_code == 0
    assert Path("output/index.html").stat().st_size == 4321
    assert run("build").exit_code == 0


@pytest.mark.parametrize("word", ["out\0put", "out\ud800put"])
@pytest.mark.parametrize("command", [["build", "-o"], ["export", "svg", "-o"], ["check"]])
def test_what_no_name_can_hold_is_wrong_usage(command: list[str], word: str) -> None:
    result = run(*command, word)

    assert "put contains a character that no text or file name can contain" in result.stderr
    assert result.exit_code == 2


@pytest.mark.parametrize("name", ["-", "CON", "NUL", "trailing.", "new\nline", "é" * 127, "n" * 255])
def test_build_takes_the_name_of_its_folder_literally(name: str) -> None:
    assert run("build", "-o", name).exit_code == 0
    assert sorted(path.name for path in Path().iterdir()) == sorted(["events", name])


@pytest.mark.parametrize("command", [["build"], ["export", "svg"]])
def test_a_name_that_is_too_long_is_told_in_one_line(command: list[str]) -> None:
    result = run(*command, "-o", "n" * 300)

    assert re.fullmatch(r"Error: .*File name too long.*\n", result.stderr)
    assert result.exit_code == 3


def test_an_output_that_cannot_be_written_is_told_in_one_line() -> None:
    Path("output").write_bytes(b"a file")
    result = run("build")

    assert result.stderr == "Error: cannot write output: a file exists where a folder is needed\n"
    assert result.exit_code == 3
    assert Path("output").read_bytes() == b"a file"


# ---- check


def test_check_says_what_the_files_hold_when_they_are_fine() -> None:
    result = run("check")

    assert (result.stdout, result.stderr) == ("1 event, 1 source, 1 independent: no faults\n", "")
    assert result.exit_code == 0
    assert not Path("output").exists()


def test_check_prints_its_faults_as_its_result() -> None:
    put("a.yaml", BAD_DATE)
    put("2025-02-17-paris.yaml", WARNED)
    result = run("check")
    lines = result.stdout.splitlines()

    assert lines[0].startswith("events/2025-02-17-paris.yaml:7:10: warning[W006] ")
    assert lines[-4:-2] == ["    date: 31 June 2025", "          ^"]
    assert lines[-2].startswith("    Try: ")
    assert lines[-1] == "1 error, 1 warning in 2 files"
    assert result.stderr == ""
    assert result.exit_code == 1


@pytest.mark.parametrize("files", [["_people.yaml"], ["_people.yaml", "_timeline.yaml"]])
def test_files_that_are_not_events_can_be_checked_alone(files: list[str]) -> None:
    put("_people.yaml", "[{name: Keir Starmer}]\n")
    put("_timeline.yaml", "title: Talks\n")
    result = run("check", *(f"events/{name}" for name in files))

    assert result.stdout == "0 events, 0 sources, 0 independent: no faults\n"
    assert result.exit_code == 0


def test_a_folder_without_an_event_is_itself_at_fault() -> None:
    Path("events/2025-02-17-paris.yaml").unlink()
    put("_people.yaml", "[{name: Keir Starmer}]\n")
    result = run("check")

    assert result.stdout.startswith("events:1:1: error[E008] no event was found\n")
    assert result.exit_code == 1


def test_warnings_are_faults_only_when_strict() -> None:
    put("2025-02-17-paris.yaml", WARNED)

    assert run("check").exit_code == 0
    assert run("check").stdout.endswith("\n1 event, 1 source, 1 independent: 1 warning in 1 file\n")
    assert run("check", "--strict").exit_code == 1


def test_a_date_that_a_single_file_does_not_settle_is_a_fault_when_strict() -> None:
    counted = GOOD.replace("date: 2025-02-17", "date: {after: paris, by: 2 days}").replace("story", "other")
    put("2025-02-19-riyadh.yaml", counted)

    alone = run("check", "events/2025-02-19-riyadh.yaml")

    assert "2:15: warning[W012] this date was not checked" in alone.stdout
    assert (alone.exit_code, run("check", "--strict", "events/2025-02-19-riyadh.yaml").exit_code) == (0, 1)
    assert run("check", "--strict").exit_code == 0
    put("2025-02-17-paris.yaml", BAD_YAML)
    both = run("check", "events/2025-02-17-paris.yaml", "events/2025-02-19-riyadh.yaml")
    assert both.stdout.endswith("\n1 error in 1 file\n")


def test_check_prints_faults_as_json() -> None:
    put("a.yaml", BAD_DATE)
    result = run("check", "--format", "json")
    (fault,) = json.loads(result.stdout)

    assert list(fault) == ["path", "line", "column", "code", "severity", "message", "hint"]
    assert list(fault.values())[:5] == ["events/a.yaml", 2, 7, "E012", "error"]
    assert result.exit_code == 1
    assert run("check", "--format", "json", "events/2025-02-17-paris.yaml").stdout == "[]\n"


def test_check_prints_faults_as_github_annotations() -> None:
    put("talks, visits/a.yaml", BAD_DATE)
    put("2025-02-17-paris.yaml", WARNED)
    lines = run("check", "--format", "github").stdout.splitlines()

    assert lines[0].startswith("::warning file=events/2025-02-17-paris.yaml,line=7,col=10,title=W006::")
    assert lines[1].startswith("::error file=events/talks%2C visits/a.yaml,line=2,col=7,title=E012::")
    assert "%0ATry: " in lines[1]
    assert len(lines) == 2


@pytest.mark.parametrize("option", ["-q", "--quiet", "--debug"])
def test_an_option_of_all_commands_is_told_its_place(option: str) -> None:
    result = run("check", option)
    assert result.exit_code == 2
    assert f"{option} stands before the command\nTry: timeline {option} check\n" in result.stderr


def test_a_schema_by_another_name_is_proposed() -> None:
    for name, meant in (("event", "timeline schema events"), ("_people.yaml", "timeline schema people")):
        result = run("schema", name)
        assert (result.exit_code, result.stderr.splitlines()[-1]) == (2, f"Try: {meant}")


def test_check_prints_faults_as_sarif() -> None:
    put("talks 1/a.yaml", BAD_DATE)
    put("2025-02-17-paris.yaml", WARNED)
    result = run("check", "--format", "sarif")
    log = json.loads(result.stdout)
    (code_scan,) = log["runs"]
    rules = code_scan["tool"]["driver"]["rules"]

    assert (log["version"], result.exit_code) == ("2.1.0", 1)
    assert [(rule["id"], rule["defaultConfiguration"]["level"]) for rule in rules] == [
        ("E012", "error"),
        ("W006", "warning"),
    ]
    assert [
        (each["ruleId"], rules[each["ruleIndex"]]["id"], each["level"]) for each in code_scan["results"]
    ] == [("W006", "W006", "warning"), ("E012", "E012", "error")]
    assert code_scan["results"][1]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "events/talks%201/a.yaml"},
        "region": {"startLine": 2, "startColumn": 7, "endLine": 2, "endColumn": 19},
    }
    assert "Try: " in code_scan["results"][1]["message"]["text"]


def test_a_check_without_faults_is_a_whole_sarif_log_too() -> None:
    (code_scan,) = json.loads(run("check", "--format", "sarif").stdout)["runs"]
    assert code_scan["results"] == code_scan["tool"]["driver"]["rules"] == []


def test_a_fault_cannot_smuggle_a_second_annotation_or_a_terminal_command() -> None:
    fault = Problem(Location("a\n::b.yaml"), "E012", "x\r\n::error::y\x1b[31m 5%", "z")

    assert reports.as_annotation(fault) == (
        "::error file=a\\n%3A%3Ab.yaml,line=1,col=1,title=E012::x\\r\\n::error::y\\x1b[31m 5%25%0ATry: z"
    )


def test_what_only_follows_from_an_unreadable_file_is_not_reported() -> None:
    put("2025-02-17-paris.yaml", GOOD + "related: [riyadh-talks]\n")
    assert "error[E026]" in run("check").stdout

    put("riyadh-talks.yaml", BAD_YAML)
    assert "error[E003]" in run("check").stdout
    assert run("check").stdout.endswith("\n1 error in 1 file\n")


#: Half past eleven in the evening of the 17th in London is the 18th in Kyiv, if only its zone is known.
IN_KYIV = BAD_DATE.replace("31 June 2025", "2025-02-18") + (
    "    zone: Europe/London\n    says: 2025-02-17T23:30\nplace: Kyiv\n"
)


@pytest.mark.parametrize(
    ("name", "broken", "event"),
    [
        ("_timeline", BAD_YAML, GOOD.replace("2025-02-17", "03/04/2025")),
        ("_timeline", "- title\n", GOOD.replace("2025-02-17", "Montag, 17. Februar 2025")),
        ("_places", BAD_YAML, IN_KYIV),
        ("_places", "name: Kyiv\n", IN_KYIV),
    ],
)
def test_what_may_only_follow_from_a_shared_file_is_told_once_that_is_well(
    name: str, broken: str, event: str
) -> None:
    put("2025-02-17-paris.yaml", event)
    put(f"{name}.yaml", broken)
    assert run("check").stdout.endswith("\n1 error in 1 file\n")


def test_other_faults_are_told_beside_those_of_a_shared_file() -> None:
    put("2025-02-17-paris.yaml", BAD_DATE + "kind: sumit\n")
    put("_timeline.yaml", BAD_YAML)
    told = run("check").stdout
    assert "error[E023]" in told
    assert "error[E012]" not in told
    put("_timeline.yaml", "title: T\ntitle: T\n")
    assert "error[E012]" in run("check").stdout


# ---- resolve


def test_resolve_shows_every_reading_in_words() -> None:
    result = run("resolve", "Tuesday", "--published", "2025-02-17")

    assert result.stdout.splitlines() == [
        "Tuesday 11 February 2025   to the day   a weekday on or near the day of publication",
        "Tuesday 18 February 2025   to the day   a weekday on or near the day of publication",
    ]
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("words", "options", "first_day"),
    [
        ("Tuesday", ["--tense", "past"], "Tuesday 11 February 2025"),
        ("Tuesday", ["--tense", "future"], "Tuesday 18 February 2025"),
        ("03/04/2025", ["--order", "day-first"], "Thursday 3 April 2025"),
        ("03/04/2025", ["--order", "month-first"], "Tuesday 4 March 2025"),
        ("the day before", ["--anchor", "2025-02-10"], "Sunday 9 February 2025"),
    ],
)
def test_resolve_takes_what_else_the_words_hang_on(words: str, options: list[str], first_day: str) -> None:
    result = run("resolve", words, "--published", "2025-02-17", *options)

    assert [line.split("   ")[0] for line in result.stdout.splitlines()] == [first_day]


def test_resolve_says_why_words_are_refused_and_what_to_write() -> None:
    result = run("resolve", "31 June 2025", "--published", "2025-02-17")

    assert result.stdout.splitlines()[0].endswith("June has 30 days")
    assert result.stdout.splitlines()[1].startswith("Try: ")
    assert result.exit_code == 1


def test_resolve_answers_scripts_in_json() -> None:
    result = run("resolve", "février", "--published", "2025-02-17", "--json")
    assert list(json.loads(result.stdout)) == ["text", "status", "readings", "reason"]
    assert '"text": "février"' in result.stdout

    answer = json.loads(run("resolve", "February 2025", "--published", "2025-02-17", "--json").stdout)
    (reading,) = answer["readings"]
    assert (answer["text"], answer["status"], answer["reason"]) == ("February 2025", "exact", "")
    assert isinstance(reading.pop("rule"), str)
    assert reading == {
        "edtf": "2025-02",
        "start": "2025-02-01",
        "end": "2025-02-28",
        "precision": "month",
    }


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--published", "17 Feb 2025"], "'17 Feb 2025' is not a day such as 2025-02-17"),
        (["--published", "20250217"], "'20250217' is not a day such as 2025-02-17"),
        (["--published", "2025-02-30"], "'2025-02-30' is not a day such as 2025-02-17"),
        ([], "Missing option '--published'"),
        (
            ["--published", "2025-02-17", "--zone", "Europe/Pariss"],
            "'Europe/Pariss' is not an IANA time zone; did you mean Europe/Paris?",
        ),
        (["--published", "2025-02-17", "--zone", "localtime"], "'localtime' is not an IANA time zone"),
        (["--published", "2025-02-17", "--language", "xx"], "'xx' is not a language"),
    ],
)
def test_resolve_refuses_wrong_usage(options: list[str], message: str) -> None:
    result = run("resolve", "Monday", *options)

    assert message in result.stderr
    assert result.stdout == ""
    assert result.exit_code == 2


# ---- how commands speak and end


def test_the_severity_has_a_colour_on_a_terminal_unless_no_color_is_set() -> None:
    put("a.yaml", BAD_DATE)

    assert "events/a.yaml:2:7: \x1b[31merror\x1b[0m[E012]" in run("check", color=True).stdout
    assert "events/a.yaml:2:7: error[E012]" in run("check", color=True, env={"NO_COLOR": "1"}).stdout
    assert "events/a.yaml:2:7: error[E012]" in run("check").stdout


def test_an_interrupt_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.build.check", interrupted)

    assert run("check").exit_code == 130


def test_a_bug_is_told_in_one_line_and_shown_only_on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("division\nby zero")

    monkeypatch.setattr("timeline.build.check", broken)
    line = (
        "Error: This is a bug in timeline: ZeroDivisionError: division\\nby zero; run again with --debug\n"
    )

    assert (run("check").stderr, run("check").exit_code) == (line, 70)
    assert "Traceback (most recent call last)" in run("--debug", "check").stderr


def test_a_missing_package_is_the_machines_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(*_: object, **__: object) -> None:
        raise ModuleNotFoundError("No module named 'plotly'", name="plotly.io")

    monkeypatch.setattr("timeline.build.check", lacking)

    assert run("check").stderr == "Error: the Python package plotly.io is not installed\n"
    assert run("check").exit_code == 3


def test_a_bar_is_shown_on_a_terminal_and_only_for_long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, pipe = Terminal(), io.StringIO()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(console.progress_bar(range(200))) == list(range(200))
    assert terminal.getvalue() == ""
    assert list(console.progress_bar(range(201))) == list(range(201))
    assert "Reading" in terminal.getvalue()

    monkeypatch.setattr(sys, "stderr", pipe)
    assert list(console.progress_bar(range(201))) == list(range(201))
    assert pipe.getvalue() == ""


def test_the_version_is_printed() -> None:
    assert run_apart("--version").stdout == f"timeline {timeline.__version__}\n".encode()


def test_a_stream_without_a_character_gets_an_escape() -> None:
    put("b.yaml", GOOD.replace("title: ", "titel: "))
    done = run_apart("check", PYTHONIOENCODING="koi8-r")

    assert b"    titel: European leaders meet at the \\xc9lys\\xe9e\n" in done.stdout
    assert done.stderr == b""
    assert done.returncode == 1


def test_json_is_utf8_whatever_the_stream_would_have_liked() -> None:
    done = run_apart("resolve", "août", "--published", "2025-02-17", "--json", PYTHONIOENCODING="koi8-r")

    assert json.loads(done.stdout.decode("utf-8"))["text"] == "août"


def test_a_reader_that_leaves_early_is_left_in_peace() -> None:
    for number in range(50):
        put(f"{number}.yaml", BAD_DATE)
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = run_apart("check", stdout=write_end)
    os.close(write_end)

    assert done.stderr == b""
    assert done.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_result_that_cannot_be_printed_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = run_apart("check", stdout=full)

    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == 3


# ---- in a notebook


def test_a_loaded_timeline_becomes_a_table() -> None:
    table = timeline.load("events").to_frame()

    assert table[["id", "start"]].values.tolist() == [["paris", "2025-02-17"]]


def test_a_loaded_timeline_tells_in_a_line_what_it_holds() -> None:
    assert repr(timeline.load("events")) == "<Timeline 'Timeline': 1 event, 1 source>"


def test_the_error_of_loading_is_part_of_the_package() -> None:
    assert timeline.TimelineError is TimelineError


def test_loading_raises_every_fault_at_once() -> None:
    put("a.yaml", BAD_DATE)
    put("b.yaml", BAD_YAML)

    with pytest.raises(TimelineError) as raised:
        timeline.load(Path("events"))
    assert [problem.code for problem in raised.value.problems] == ["E012", "E003"]


def test_a_loaded_timeline_draws_itself() -> None:
    loaded = timeline.load("events")

    assert loaded.figure(width=800).layout.width == 800
    assert loaded._repr_html_().startswith("<svg")
    assert 'href="https://www.example.org/story"' in loaded._repr_html_()
