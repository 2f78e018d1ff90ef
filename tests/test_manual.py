"""What README.md and the manual say is so: their examples build, their commands print what is shown, their
tables are those of the code, their links lead somewhere.

``pytest --update tests/test_manual.py`` writes anew what commands print and what mirrors the code.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import click
import pytest
import yaml
from click.testing import CliRunner

from tests.helpers.documents import (
    DOCUMENTS,
    GITHUB,
    MANUAL,
    ROOT,
    Block,
    anchor,
    blocks,
    code,
    headings,
    links,
    read,
    section,
    tables,
)
from tests.helpers.fonts import woff2
from timeline.build import check
from timeline.cli import main
from timeline.dates import resolve
from timeline.fetching import Answer
from timeline.model.problems import CODES
from timeline.model.theme import Theme
from timeline.normalise.format import (
    EventRecord,
    PersonRecord,
    PlaceRecord,
    SharedSourceRecord,
    TimelineRecord,
)
from timeline.render.data import schema
from timeline.render.exports import EXPORTS

PAGES = sorted(MANUAL.glob("*.md"))
#: The kinds of code block; each has a test here.
LANGUAGES = {"console", "powershell", "python", "yaml"}
#: Commands that are not run here: CI runs them, or they change what is installed or take minutes.
NOT_RUN = ("python -m pip install ", "python -m pytest", "pybabel ", "ruff ", ".ci/run ")

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)


@each_document
def test_every_code_block_is_of_a_kind_that_is_checked(document: Path) -> None:
    assert {block.language for block in blocks(read(document))} <= LANGUAGES


# ---- YAML


def files(shown: list[Block]) -> dict[str, str]:
    """The whole files among YAML blocks: those whose first line is a comment with their path."""
    paths = {block: re.match(r"# (\S+\.yaml)\n", block.text) for block in shown if block.language == "yaml"}
    return {path[1]: block.text for block, path in paths.items() if path}


def fragments(shown: list[Block]) -> list[str]:
    """The other YAML blocks: some fields of an event."""
    whole = set(files(shown).values())
    return [block.text for block in shown if block.language == "yaml" and block.text not in whole]


SOURCE = "sources: [{url: 'https://www.example.org/story', publisher: Example News}]\n"
SUMMIT = f"title: Leaders meet\ndate: 2025-02-17\ntrack: Europe\n{SOURCE}"


def completed(fragment: str) -> str:
    """An event with the fields of a fragment."""
    fields = yaml.safe_load(fragment)
    rest = {"title": "title: Talks\n", "track": "track: Europe\n", "sources": SOURCE}
    return fragment + "".join(line for name, line in rest.items() if name not in fields)


def faults_in(folder: Path) -> list[str]:
    """Errors and warnings alike."""
    return [str(problem) for problem in check((folder,))[1]]


def examples() -> Iterator[tuple[str, list[Block]]]:
    """The YAML blocks of each section, with a name for it."""
    for document in DOCUMENTS:
        for name, shown in groupby(blocks(read(document)), lambda block: block.section):
            yield f"{document.name}: {name}", list(shown)


#: Where `timeline check` is shown, what it prints is compared with what is shown, faults and all.
SECTIONS = [
    pytest.param(shown, id=name)
    for name, shown in examples()
    if any(block.language == "yaml" for block in shown)
    and not any(block.text.startswith("$ timeline check") for block in shown)
]


@pytest.mark.parametrize("shown", SECTIONS)
def test_the_event_files_shown_have_no_faults(shown: list[Block], tmp_path: Path) -> None:
    for path, text in files(shown).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
        for font in re.findall(r"\bfonts/[\w-]+\.woff2", text):
            (tmp_path / "events" / "fonts").mkdir(exist_ok=True)
            (tmp_path / "events" / font).write_bytes(woff2(600))
    events = tmp_path / "events"
    events.mkdir(exist_ok=True)
    if not list(events.glob("2*")):
        (events / "2025-02-17-paris-summit.yaml").write_text(SUMMIT, encoding="utf-8")
    for number, fragment in enumerate(fragments(shown)):
        (events / f"2025-02-18-example-{number}.yaml").write_text(completed(fragment), encoding="utf-8")
    assert faults_in(events) == []


# ---- commands


#: What changes with the versions of libraries, with every word of the page and with the machine.
MASKS = (
    (re.compile(r" +[\d.]+ [kM]?B$", re.MULTILINE), ""),
    (re.compile(r"(?<=plotly-)(?:basic-)?\d[\d.]*(?=\.min|-LICENSE)"), "VERSION"),
    (re.compile(r"\.[0-9a-f]{8}(?=\.(?:js|css|txt)$)", re.MULTILINE), ""),
    (re.compile(r"^(?:(?:ok|note) +)?Plotly .*(?:\n +Try: .*)?", re.MULTILINE), "Plotly"),
    (re.compile(r"(?<= in )[\d.]+ s$", re.MULTILINE), "TIME"),
    (re.compile(r"^ok +(Python|babel) .*", re.MULTILINE), r"ok \1"),
)


#: What changes with the project's own events, where a command is shown that runs with them.
OWN_EVENTS = (
    (re.compile(r"\b\d+ events, \d+ sources from \d+ publishers"), "EVENTS"),
    (re.compile(r"^\d+(?= slides$)"), "SOME"),
)


#: What the sites of the manual's examples answer, none of which is there.
WEB = {
    "https://www.example.org/story": Answer(301, "https://www.example.org/2025/02/17/story"),
    "https://www.example.org/2025/02/17/story": Answer(200),
    "https://www.example.com/interview": Answer(404),
    "https://archive.example.org/123": Answer(200),
    "https://www.example.com/notes": Answer(410),
    "https://www.example.net/live": Answer(403),
}


#: Copies of pages that the manual adds as evidence, by their file.
COPIES = {
    "story.html": """<title>Leaders meet in Paris</title><link rel="canonical" href="https://www.example.org/story">
<meta property="article:published_time" content="2025-02-17"><h1>Leaders meet in Paris</h1>
<p>Keir Starmer said that “there must be a US backstop”, because only that would deter Russia.</p>""",
    "interview.txt": "She said that it would not improve the talks.",
}


def masked(text: str, *, is_own: bool) -> list[str]:
    """The lines without what may differ from one machine or day, or one of our own events, to the next."""
    lines = [line for line in text.splitlines() if not re.match(r" +Try: .*reinstall timeline", line)]
    for pattern, word in (*MASKS, *(OWN_EVENTS if is_own else ())):
        lines = [pattern.sub(word, line) for line in lines]
    return lines


def commands(block: Block) -> list[tuple[str, str]]:
    """The commands of a block, each with what is shown below it."""
    parts = re.split(r"^\$ (.*)\n", block.text, flags=re.MULTILINE)
    assert not parts[0], f"a line before the first command: {parts[0]}"
    return list(zip(parts[1::2], parts[2::2], strict=True))


def printed(command: str, *, is_quiet: bool) -> str | None:
    """What a command of ours prints; None for one that is not run here.

    Where nothing is shown below it, it must succeed.
    """
    if command.startswith(NOT_RUN):
        return None
    program, *arguments = shlex.split(command)
    if program == "python":
        assert importlib.util.find_spec(arguments[1]), f"{command}: no such module"
        return None
    assert program == "timeline", command
    answer = CliRunner().invoke(main, arguments)
    assert answer.exit_code == 0 or not is_quiet, answer.output
    return answer.output


@each_document
def test_commands_print_what_is_shown(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update: bool
) -> None:
    """Each runs in a folder that has the event files shown in its section, or those of the project."""
    monkeypatch.setattr("timeline.render.pictures.png.can_draw", lambda: False)
    monkeypatch.setattr("timeline.fetching.ask", lambda address, *_: WEB[address])
    monkeypatch.setattr("timeline.links.hosts.PAUSE", 0)
    text = read(document)
    for number, (_, group) in enumerate(groupby(blocks(text), lambda block: block.section)):
        shown = list(group)
        here = tmp_path / str(number)
        here.mkdir()
        monkeypatch.chdir(here)
        for path, content in (files(shown) | COPIES).items():
            Path(path).parent.mkdir(exist_ok=True)
            Path(path).write_text(content, encoding="utf-8")
        is_own = not Path("events").exists()
        if is_own:
            shutil.copytree(ROOT / "events", "events")
        for block in shown:
            for command, output in commands(block) if block.language == "console" else ():
                actual = printed(command, is_quiet=not output)
                if not output or actual is None:
                    continue
                if masked(actual, is_own=is_own) == masked(output, is_own=is_own):
                    continue
                assert update, f"$ {command}\n{actual}"
                text = text.replace(f"$ {command}\n{output}", f"$ {command}\n{actual}")
    if update:
        document.write_text(text, encoding="utf-8")


@each_document
def test_the_commands_for_powershell_are_those_for_other_shells(document: Path) -> None:
    shown = blocks(read(document))
    others = {command for block in shown if block.language == "console" for command, _ in commands(block)}
    for block in shown:
        if block.language == "powershell":
            assert " && ".join(block.text.splitlines()) in others


@each_document
def test_python_shown_runs(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "events").symlink_to(ROOT / "events")
    monkeypatch.chdir(tmp_path)
    for block in blocks(read(document)):
        if block.language == "python":
            exec(compile(block.text, document.name, "exec"), {})  # noqa: S102 -- an example of our own


# ---- tables that mirror the code


def test_the_manual_explains_every_fault(update: bool) -> None:
    text = read(MANUAL / "faults.md")
    if update:
        for fault, meaning in CODES.items():
            text = re.sub(rf"^\| {fault} \| [^|]+ \|", f"| {fault} | {meaning} |", text, flags=re.MULTILINE)
        (MANUAL / "faults.md").write_text(text, encoding="utf-8")
    rows = [row for table in tables(text, "Code", "Meaning", "What to do") for row in table]
    assert {fault: meaning for fault, meaning, _ in rows} == CODES
    assert all(cure for _, _, cure in rows)


def schema_of(record: Any) -> dict[str, Any]:
    """The JSON Schema of a record of the file format."""
    found: dict[str, Any] = record.model_json_schema()
    return found


def nested(record: dict[str, Any], field: str) -> dict[str, Any]:
    """The schema of the record that a field holds, beside or instead of a text."""
    (name,) = re.findall(r"#/\$defs/(\w+)", str(record["properties"][field]))
    found: dict[str, Any] = record["$defs"][name]
    return found


EVENT, TIMELINE = schema_of(EventRecord), schema_of(TimelineRecord)
#: Page -> the records whose fields its tables of fields list, in order.
RECORDS = {
    "event-files": [
        EVENT,
        nested(EVENT, "disputed"),
        nested(EVENT, "sources"),
        nested(EVENT, "checked"),
        TIMELINE,
        nested(TIMELINE, "tracks"),
        nested(TIMELINE, "eras"),
        nested(TIMELINE, "corrections"),
        nested(TIMELINE, "view"),
        schema_of(PersonRecord),
        schema_of(PlaceRecord),
        schema_of(SharedSourceRecord),
    ],
    "dates": [nested(EVENT, "date")],
    "house-style": [nested(TIMELINE, "theme")],
}


@pytest.mark.parametrize("name", RECORDS)
def test_the_tables_of_fields_are_those_of_the_file_format(name: str) -> None:
    found = tables(read(MANUAL / f"{name}.md"), "Field", "What it holds")
    for table, record in zip(found, RECORDS[name], strict=True):
        assert [code(row[0])[0] for row in table] == list(record["properties"])
        values = {code(row[0])[0]: set(code(row[1])) for row in table}
        for field, value in record["properties"].items():
            if "enum" in value and field not in ("key", "draft"):  # which also take yes and no
                assert values[field] == set(value["enum"]), field


#: A row of the table of dates: words, the day of publication, the readings.
DATES = re.findall(
    r"^\| `(.+?)` \| (\d{4}-\d\d-\d\d)?[^|]*\| (.+?) \|",
    section(read(MANUAL / "dates.md"), "What can be written"),
    re.MULTILINE,
)


@pytest.mark.parametrize(("words", "published", "outcome"), DATES)
def test_each_row_of_the_table_of_dates_is_what_resolve_says(
    words: str, published: str, outcome: str
) -> None:
    answer = resolve(words, published=date.fromisoformat(published) if published else None)
    if outcome.startswith("refused"):
        assert answer.status == "refused"
        assert answer.reason == outcome.removeprefix("refused: ")
    else:
        assert [when.edtf for when in answer.readings] == code(outcome)


def test_the_table_of_dates_has_rows() -> None:
    assert len(DATES) >= 12


def test_the_example_of_an_event_file_has_every_field() -> None:
    example = next(block.text for block in blocks(read(MANUAL / "event-files.md")))
    event, source = example.split("sources:")
    fields = set(re.findall(r"^(?:# )?(\w+):", event, re.MULTILINE)) | {"sources"}
    assert EVENT["properties"].keys() - fields == {"id", "zone", "calendar"}
    fields = set(re.findall(r"^ +(?:- )?(\w+):", source, re.MULTILINE))
    assert nested(EVENT, "sources")["properties"].keys() - fields == {
        "at",
        "calendar",
        "day_of_event",
        "relative_to",
        "source",
        "unarchivable",
    }


def test_the_table_of_colours_is_that_of_the_house() -> None:
    (table,) = tables(read(MANUAL / "house-style.md"), "Colour of", "Name")
    house = Theme()
    shown = [[code(cell)[0] for cell in cells] for _, *cells in table]
    light, dark = asdict(house.light), asdict(house.dark)
    assert shown == [[name, light[name], dark[name]] for name in light]


def options(command: click.Command) -> set[str]:
    """Every spelling of a command's options."""
    return {name for param in command.params if isinstance(param, click.Option) for name in param.opts}


def test_the_manual_has_every_command_with_its_options() -> None:
    text = read(MANUAL / "commands.md")
    described = {
        heading.partition(" ")[2]: section(text, heading)
        for heading in headings(text)
        if heading.startswith("timeline")
    }
    assert described.keys() == {"", *main.commands}
    for name, body in described.items():
        command = main.commands[name] if name else main
        formats = command.commands.values() if isinstance(command, click.Group) and name else [command]
        expected = {option for each in formats for option in options(each)}
        shown = {option for table in tables(body, "Option") for row in table for option in code(row[0])}
        assert shown == expected, name
        for param in (param for each in formats for param in each.params):
            if isinstance(param.type, click.Choice):
                assert {f"`{choice}`" for choice in param.type.choices} <= set(re.findall(r"`[^`]+`", body))


def test_the_manual_has_every_export() -> None:
    (table,) = tables(read(MANUAL / "commands.md"), "Format", "Default file", "Options")
    shown = [(code(name)[0], code(file)[0], code(flags)) for name, file, flags, _ in table]
    assert shown == [(each.name, each.file, [f"--{option}" for option in each.options]) for each in EXPORTS]


def test_the_manual_has_every_column_of_the_data(update: bool) -> None:
    text, table = read(MANUAL / "data.md"), schema.columns_table()
    before, marked, rest = text.partition("<!-- columns -->\n")
    shown, end, after = rest.partition("<!-- end of columns -->\n")
    if update:
        (MANUAL / "data.md").write_text(before + marked + table + end + after, encoding="utf-8")
    assert update or shown == table


def test_the_parameters_of_the_page_are_those_of_its_form(site: Path) -> None:
    (table,) = tables(read(MANUAL / "page.md"), "Parameter")
    form = re.search(r'<form class="?find.*?</form>', read(site / "index.html"), re.DOTALL)
    assert form
    fields = dict.fromkeys(re.findall(r'\bname="?(\w+)', form[0]))
    assert [code(row[0])[0] for row in table] == [*fields, "since", "view", "theme"]


def test_the_messages_of_the_embed_are_those_that_its_script_sends() -> None:
    (table,) = tables(read(MANUAL / "embeds.md"), "Host", "Message from the embed")
    script = read(ROOT / "timeline" / "render" / "embed" / "js" / "frame_height.js")
    for _, message in table:
        words = re.findall(r'"([\w.-]+)"|(\[iFrameSizer\]|pymxPYMx)|\b(secret)\b', message)
        assert words
        assert all("".join(word) in script for word in words), message


def test_the_design_names_every_folder_of_the_package() -> None:
    (table,) = tables(read(MANUAL / "design.md"), "Folder of `timeline/`")
    folders = {path.name for path in (ROOT / "timeline").iterdir() if path.is_dir()}
    assert {code(row[0])[0] for row in table} == {name for name in folders if not name.startswith("_")}


# ---- pages, links, files


@each_page
def test_a_page_begins_with_a_title_and_a_sentence_that_says_what_it_covers(page: Path) -> None:
    title, blank, opening = read(page).split("\n", 2)
    sentence = opening.partition("\n\n")[0]
    assert re.fullmatch(r"# [A-Z].+", title)
    assert blank == ""
    assert len(re.findall(r"[.!?](?:\s|$)", sentence)) == 1
    assert sentence.endswith(".")


@each_document
def test_every_link_leads_somewhere(document: Path) -> None:
    for link in links(read(document)):
        if link.startswith("https://"):
            continue
        path, _, place = link.partition("#")
        target = document.parent / path if path else document
        assert target.exists(), link
        if place:
            assert place in {anchor(heading) for heading in headings(read(target))}, link


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md"])
def test_every_file_that_is_named_is_there(name: str) -> None:
    text = read(GITHUB / name)
    named = re.findall(r"`((?:timeline|tests|events|\.ci|\.github)/[\w./*-]*)", text)
    assert named
    for path in named:
        assert any(ROOT.glob(path.rstrip("/"))), path
