"""What *read* makes of good files, and what it says about each bad one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.helpers.examples import examples
from tests.helpers.hostile import not_events
from timeline import reading
from timeline.model.problems import Problem
from timeline.model.records import Document, Fields, Items, plain
from timeline.reading import File, read, yaml_parser
from timeline.reading.decoding import SourceText
from timeline.reading.files import find_files
from timeline.reading.yaml_parser import parse

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Writes a file into an empty working folder."""
    monkeypatch.chdir(tmp_path)

    def _write(name: str, content: str | bytes) -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return _write


def paths(documents: tuple[Document, ...]) -> list[str]:
    return [document.path for document in documents]


def brief(problems: tuple[Problem, ...]) -> list[str]:
    """Place and code of each."""
    return [f"{problem.location} {problem.code}" for problem in problems]


def faults_of(text: str) -> list[str]:
    """Line, column and code of each fault of one file."""
    _, problems = parse(SourceText.of("a", text))
    return [text.removeprefix("a:") for text in brief(problems)]


def fault_of(text: str) -> tuple[str, str, str]:
    """The only fault of a file: place and code, message, hint."""
    _, (problem,) = parse(SourceText.of("a", text))
    return faults_of(text)[0], problem.message, problem.hint


def tree(text: str) -> object:
    root, problems = parse(SourceText.of("a", text))
    assert problems == ()
    assert root is not None
    return plain(root)


# --- what is read -----------------------------------------------------------------------------


def test_every_scalar_stays_the_text_it_was() -> None:
    text = (
        "country: NO\ntime: 12:30\nid: 007\nyear: 1984\nday: 2025-02-30\nsure: yes\nname: Null\nsign: =\n"
    )
    assert tree(text) == {
        "country": "NO",
        "time": "12:30",
        "id": "007",
        "year": "1984",
        "day": "2025-02-30",
        "sure": "yes",
        "name": "Null",
        "sign": "=",
    }


@pytest.mark.parametrize("nothing", ["", "~", "null", "# a comment", '""'])
def test_a_key_with_nothing_after_it_has_empty_text(nothing: str) -> None:
    assert tree(f"label: {nothing}\nid: a\n") == {"label": "", "id": "a"}


def test_a_quoted_null_is_text() -> None:
    assert tree("label: 'null'\n") == {"label": "null"}


def test_a_comment_where_a_title_is_due_can_be_shown_with_its_line() -> None:
    root, _ = parse(SourceText.of("a", "id: a\ntitle: #hash\n"))
    assert isinstance(root, Fields)
    title = root.entries[1][1]
    assert (title.at.line, title.at.column, title.at.text) == (2, 7, "title: #hash")


def test_every_value_knows_its_line_and_column() -> None:
    root, _ = parse(SourceText.of("a", 'sources:\n  - says: Zürich, heute\n    quote: "x"\n'))
    assert isinstance(root, Fields)
    sources = root.entries[0][1]
    assert isinstance(sources, Items)
    source = sources.values[0]
    assert isinstance(source, Fields)
    key, value = source.entries[1]
    assert [str(at) for at in (root.at, sources.at, source.at, key.at, value.at)] == [
        "a:1:1",
        "a:2:3",
        "a:2:5",
        "a:3:5",
        "a:3:12",
    ]


def test_columns_are_counted_in_characters() -> None:
    assert faults_of("{Z\u00fc\U0001f600rich: a, b: *c}\n") == ["1:17 E005"]


def test_folded_text_and_a_file_without_a_last_line_end() -> None:
    assert tree("summary: >\n  one\n  two\n\n  three") == {"summary": "one two\nthree"}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_the_same_lines(write: Write, end: str) -> None:
    write("a.yaml", end.join(["id: a", "", "title: |", "  one", "  two", "x: *y", ""]))
    assert brief(read([Path("a.yaml")])[1]) == ["a.yaml:6:4 E005"]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\ufeff"])
def test_a_line_separator_is_text_and_ends_no_line(separator: str) -> None:
    assert tree(f"title: one{separator}two\nid: a\n") == {"title": f"one{separator}two", "id": "a"}
    assert faults_of(f'title: "one{separator}two"\nid: {separator}a\nb: *c\n') == ["3:4 E005"]


def test_a_byte_order_mark_and_a_leading_document_line_are_allowed(write: Write) -> None:
    write("a.yaml", b"\xef\xbb\xbf---\nid: a\n")
    documents, problems = read([Path("a.yaml")])
    assert problems == ()
    assert plain(documents[0].root) == {"id": "a"}
    assert str(documents[0].root.at) == "a.yaml:2:1"


TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]) | st.sampled_from("\t\n"))
#: A key that begins with a space which YAML takes for a letter is a mistake, not a name.
KEYS = TEXTS.filter(lambda text: not text[:1].isspace() or text[0] in " \t\n")
TREES = st.recursive(TEXTS, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner), max_leaves=30)


@given(TREES.filter(bool))
def test_what_a_yaml_writer_wrote_is_read_back_as_it_was(value: object) -> None:
    assert tree(yaml.safe_dump(value, allow_unicode=True, sort_keys=False)) == value


# --- which files are read ---------------------------------------------------------------------


def test_a_folder_is_read_in_the_order_of_its_paths_without_hidden_files(write: Write) -> None:
    for name in ("b.yaml", "a.yml", "B/c.YAML", "_people.yaml", ".d.yaml", ".git/e.yaml", "notes.txt"):
        write(f"events/{name}", "id: a\n")
    documents, problems = read([Path("events")])
    assert problems == ()
    assert paths(documents) == ["events/B/c.YAML", "events/_people.yaml", "events/a.yml", "events/b.yaml"]


def test_a_file_brings_the_files_of_names_beside_it(write: Write) -> None:
    for name in ("a.yaml", "b.yaml", "_timeline.yaml", "_places.yml"):
        write(f"events/{name}", "id: a\n")
    documents, _ = read([Path("events/b.yaml")])
    assert paths(documents) == ["events/_places.yml", "events/_timeline.yaml", "events/b.yaml"]


def test_a_file_given_twice_is_read_once(write: Write) -> None:
    write("events/a.yaml", "id: a\n")
    write("events/B.yaml", "id: b\n")
    documents, _ = read([Path("events/a.yaml"), Path("events"), Path("events/../events/a.yaml")])
    assert paths(documents) == ["events/a.yaml", "events/B.yaml"]


def test_progress_sees_every_file(write: Write) -> None:
    write("events/a.yaml", "id: a\n")
    write("events/b.yaml", "id: [\n")
    seen: list[str] = []

    def progress(files: Sequence[File]) -> Iterator[File]:
        for file in files:
            seen.append(file.shown)
            yield file

    read([Path("events")], progress=progress)
    assert seen == ["events/a.yaml", "events/b.yaml"]


def test_a_path_that_is_not_there_is_named_and_the_others_are_read(write: Write) -> None:
    write("a.yaml", "id: a\n")
    documents, problems = read([Path("no/b.yaml"), Path("a.yaml")])
    assert (paths(documents), brief(problems)) == (["a.yaml"], ["no/b.yaml:1:1 E001"])


def test_a_folder_without_event_files_is_a_fault(write: Write) -> None:
    write("events/readme.txt", "id: a\n")
    assert brief(read([Path("events")])[1]) == ["events:1:1 E008"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "\ufeff"])
def test_a_file_that_says_nothing_is_a_fault(write: Write, text: str) -> None:
    write("events/a.yaml", text)
    write("events/b.yaml", "id: b\n")
    documents, problems = read([Path("events")])
    assert (paths(documents), brief(problems)) == (["events/b.yaml"], ["events/a.yaml:1:1 E008"])


def test_what_is_not_a_file_is_refused_at_once(write: Write) -> None:
    write("events/good.yaml", "id: a\n")
    write("secret.yaml", "id: secret\n")
    write("elsewhere/a.yaml", "id: elsewhere\n")
    events = Path("events")
    (events / "folder.yaml").mkdir()
    os.mkfifo(events / "pipe.yaml")
    (events / "dangling.yaml").symlink_to("nowhere.yaml")
    (events / "loop.yaml").symlink_to("loop.yaml")
    (events / "out.yaml").symlink_to("../secret.yaml")
    (events / "linked").symlink_to("../elsewhere")
    (events / "same.yaml").symlink_to("good.yaml")
    documents, problems = read([events])
    assert paths(documents) == ["events/good.yaml", "events/same.yaml"]
    assert {problem.location.path: problem.message for problem in problems} == {
        "events/linked": "a link to a folder is not followed",
        "events/dangling.yaml": "a link to a file that does not exist",
        "events/folder.yaml": "this is a folder, not a file",
        "events/loop.yaml": "a link that leads back to itself",
        "events/out.yaml": "a link that leads out of the folder",
        "events/pipe.yaml": "this is a pipe, socket or device, not a file",
    }
    assert {problem.code for problem in problems} == {"E001"}


def test_a_device_named_by_the_user_is_refused() -> None:
    assert brief(read([Path("/dev/zero")])[1]) == ["/dev/zero:1:1 E001"]


def test_a_file_that_may_not_be_read_is_named_and_the_others_are_read(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("events/a.yaml", "id: a\n")
    write("events/b.yaml", "id: b\n")
    opened = Path.open

    def _open(path: Path, mode: str) -> object:
        if path.name == "a.yaml":
            raise PermissionError(13, "denied")
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", _open)
    documents, problems = read([Path("events")])
    assert (paths(documents), brief(problems)) == (["events/b.yaml"], ["events/a.yaml:1:1 E001"])
    assert problems[0].message == "permission to read it is denied"


@pytest.mark.parametrize("kind_is_known", [True, False])
def test_a_folder_that_cannot_be_entered_is_named(
    write: Write, monkeypatch: pytest.MonkeyPatch, kind_is_known: bool
) -> None:
    """As in a folder that may be listed but not entered: nothing below it can be looked at."""
    write("events/a.yaml", "id: a\n")
    write("events/more/b.yaml", "id: b\n")
    listed, looked_at = os.scandir, Path.stat

    class Entry:
        def __init__(self, entry: os.DirEntry[str]) -> None:
            self.name, self._entry = entry.name, entry

        def is_symlink(self) -> bool:
            return self._entry.is_symlink()

        def is_dir(self, *, follow_symlinks: bool = True) -> bool:
            if not kind_is_known:
                raise PermissionError(13, "denied")
            return self._entry.is_dir(follow_symlinks=follow_symlinks)

    @contextmanager
    def scandir(path: Path) -> Iterator[list[Entry]]:
        if path.name == "more":
            raise PermissionError(13, "denied")
        with listed(path) as entries:
            yield [Entry(entry) for entry in entries]

    def _stat(path: Path, **options: bool) -> os.stat_result:
        if path.name == "more":
            raise PermissionError(13, "denied")
        return looked_at(path, **options)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "stat", _stat)
    documents, problems = read([Path("events")])
    assert (paths(documents), brief(problems)) == (["events/a.yaml"], ["events/more:1:1 E001"])
    assert problems[0].message == "permission to read it is denied"


# --- characters -------------------------------------------------------------------------------


def test_a_byte_that_is_not_utf8_is_named_where_it_stands(write: Write) -> None:
    write("a.yaml", "id: ü\r\ntitle: é ".encode() + b"Orl\xe9ans\r\n")
    assert str(read([Path("a.yaml")])[1][0]) == (
        "a.yaml:2:13: error[E002] the byte 0xE9 is not UTF-8 text\n"
        "    title: é Orl�ans\n"
        "                ^\n"
        '    Try: save the file as UTF-8 (in Windows-1252 this byte is "é")'
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_named_as_such(write: Write, encoding: str) -> None:
    write("a.yaml", "id: a\n".encode(encoding))
    (problem,) = read([Path("a.yaml")])[1]
    assert (problem.code, problem.hint) == (
        "E002",
        'save the file as UTF-8: in Notepad by "Save as", Encoding "UTF-8"',
    )


def test_characters_that_cannot_be_shown_are_named_with_the_other_faults(write: Write) -> None:
    write("a.yaml", 'id: a\x00b\nx: *y\ntitle: \ufffe\nquote: "one\\0"\nsays: \x85\n')
    problems = read([Path("a.yaml")])[1]
    assert [(str(problem.location), problem.message.split()[2]) for problem in problems] == [
        ("a.yaml:1:6", "U+0000"),
        ("a.yaml:2:4", "(*y)"),
        ("a.yaml:3:8", "U+FFFE"),
        ("a.yaml:4:8", "U+0000"),
        ("a.yaml:5:7", "U+0085"),
    ]
    assert problems[4].hint == 'delete it, or write "…"'


@pytest.mark.parametrize("escape", [r"\ud800", r"\uFFFE", r"\x07", r"\N", r"\ufdd0", "\u2028\n  \\uFDD0"])
def test_escapes_cannot_bring_in_what_cannot_be_shown(escape: str) -> None:
    assert faults_of(f'title: "a {escape}"\n') == ["1:8 E009"]


# --- form -------------------------------------------------------------------------------------


def test_a_key_that_stands_twice_names_both_lines() -> None:
    text = "date: 2025\nsources:\n  - url: a\n    url: b\ndate: 2026\n"
    assert faults_of(text) == ["4:5 E004", "5:1 E004"]
    problem = parse(SourceText.of("a", text))[1][1]
    assert problem.message == 'the key "date" is used twice, first on line 1'


def test_events_one_below_the_other_without_dashes_are_one_fault() -> None:
    event = "title: a\ndate: 2025\ntrack: b\n"
    assert faults_of(event + event) == ["4:1 E004"]
    (problem,) = parse(SourceText.of("a", event + event))[1]
    assert (
        problem.hint == 'keep one of the two; if another event or source begins here, begin each with "- "'
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.yaml.txt", 'rename "a.yaml.txt" to "a.yaml"'),
        ("_timeline.txt", 'rename "_timeline.txt" to "_timeline.yaml"'),
        ("sheet.csv", "timeline import events/sheet.csv -o my-events, which makes event files of it"),
        ("notes.md", "add an event file, such as 2025-02-17-name.yaml"),
    ],
)
def test_a_folder_of_other_files_says_what_to_do_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, hint: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    (Path("events") / name).write_text("title: a\n", encoding="utf-8")
    (problem,) = find_files([Path("events")])[1]
    assert (problem.code, problem.hint) == ("E008", hint)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("b.yml.txt", "b.yml"),
        ("_timeline.TXT", "_timeline.yaml"),
        ("2025-02-a.txt", "2025-02-a.yaml"),
        ("notes.txt", ""),
    ],
)
def test_a_file_that_an_editor_saved_as_a_text_file_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, wanted: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    for each in ("a.yaml", name):
        (Path("events") / each).touch()
    files, problems = find_files([Path("events")])
    assert [file.shown for file in files] == ["events/a.yaml"]
    assert [(str(each.location), each.code, each.hint) for each in problems] == (
        [(f"events/{name}:1:1", "W017", f'rename it to "{wanted}"')] if wanted else []
    )


def test_anchors_aliases_merge_keys_and_tags_are_each_named() -> None:
    text = "a: &x b\nc: *x\n<<: {d: e}\nf: !!str g\nh: !python/object:os.system [i]\n"
    assert faults_of(text) == ["1:4 E005", "2:4 E005", "3:1 E005", "4:4 E005", "5:4 E005"]


def test_a_merge_bomb_is_refused_before_anything_grows() -> None:
    bomb = "a: &a {x: 1}\n" + "".join(
        f"{name}: &{name} {{<<: [{', '.join([f'*{before}'] * 9)}]}}\n"
        for before, name in zip("abcdefg", "bcdefgh", strict=True)
    )
    assert {fault.split()[1] for fault in faults_of(bomb)} == {"E005"}


def test_a_quoted_merge_key_is_an_ordinary_key() -> None:
    assert tree("'<<': a\n") == {"<<": "a"}


def test_a_second_document_is_named_where_it_begins() -> None:
    assert faults_of("id: a\n---\nid: b\n") == ["2:1 E007"]


@pytest.mark.parametrize("text", ["? [a, b]\n: c\n", "x: {{ name }}\n", "? {a: b}\n: c\n"])
def test_a_key_that_is_not_text_is_refused(text: str) -> None:
    assert [fault.split()[1] for fault in faults_of(text)] == ["E021"]


def test_forty_levels_are_read_and_forty_one_refused() -> None:
    assert tree("[" * 40 + "]" * 40) is not None
    assert faults_of("[" * 41 + "]" * 41) == ["1:41 E006"]


PARSERS = [yaml.SafeLoader, yaml_parser.LOADER]


@pytest.fixture(params=PARSERS)
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_parser, "LOADER", request.param)


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[" * 5000, "1:41"),
        ("{" * 5000, "1:41"),
        ("- " * 5000, "1:81"),
        ("id: a\nnote: " + "[" * 2000 + "]" * 2000, "2:46"),
    ],
    ids=["brackets", "braces", "dashes", "closed brackets"],
)
def test_thousands_of_levels_are_too_many_whatever_the_parser_bears(text: str, place: str) -> None:
    (problem,) = parse(SourceText.of("a.yaml", text))[1]
    assert (str(problem.location), problem.code) == (f"a.yaml:{place}", "E006")
    assert problem.message == "more than 40 lists and mappings inside one another"
    assert problem.location.text in text.split("\n")


def test_a_slip_after_many_brackets_stays_a_slip() -> None:
    assert faults_of("[" * 40) == ["1:40 E003"]
    assert faults_of('a: "' + "[" * 2000) == ["1:4 E003"]


# --- slips ------------------------------------------------------------------------------------

#: Text, place, words of the message, end of the hint.
SLIPS = [
    (
        'id: a\ntitle: Trump: "x"\n',
        "2:13",
        "second colon",
        "put the value in quotes: title: 'Trump: \"x\"'",
    ),
    ("title: a: b # c\n", "1:9", "second colon", 'put the value in quotes: title: "a: b"'),
    ("- says: On Monday:\n", "1:18", "second colon", 'put the value in quotes: - says: "On Monday:"'),
    ("title: @x\n", "1:8", "cannot begin with @", 'put the value in quotes: title: "@x"'),
    ("title: `x`\n", "1:8", "cannot begin with `", 'put the value in quotes: title: "`x`"'),
    ("title: %x\n", "1:8", "cannot begin with %", 'put the value in quotes: title: "%x"'),
    ("title: *x* y\n", "1:8", "cannot begin with *", 'put the value in quotes: title: "*x* y"'),
    ("title: & x\n", "1:8", "cannot begin with &", 'put the value in quotes: title: "& x"'),
    ("title: !a!b\n", "1:8", "cannot begin with !", 'put the value in quotes: title: "!a!b"'),
    (
        "who: - A\n",
        "1:6",
        "cannot begin with -",
        'begin the list on the next line, or put the value in quotes: who: "- A"',
    ),
    ("title:x\ndate: y\n", "1:6", "space is missing after the colon", "write title: x"),
    ("id: a\n\ntitle:x\n", "3:6", "space is missing after the colon", "write title: x"),
    (
        "s:\n  - url:https://a\n    kind: x\n",
        "2:8",
        "space is missing after the colon",
        "write - url: https://a",
    ),
    ("s:\n  - a\nt:\n-b\n", "4:1", "space is missing after the dash", "write - b"),
    ("id: a\n\ttitle: x\n", "2:1", "a tab on line 2", "use spaces, two for each level"),
    ("s:\n  a: b\n  \tc: d\n", "3:3", "a tab on line 3", "use spaces, two for each level"),
    (
        'id: a\ntitle: "x\ndate: y\n',
        "2:8",
        '" that opens here is never closed',
        'close it with " where the text ends',
    ),
    (
        "id: a\ntitle: 'x\ndate: y\n",
        "2:8",
        "' that opens here is never closed",
        "close it with ' where the text ends",
    ),
    ('title: "x\ndate: "y"\n', "1:8", "goes on to line 2", ""),
    (
        "title: 'It's'\n",
        "1:12",
        "after the closing quotation mark",
        'put the value in quotes: title: "It\'s"',
    ),
    (
        'title: "He" said\n',
        "1:13",
        "after the closing quotation mark",
        "put the value in quotes: title: '\"He\" said'",
    ),
    (
        "title: [New] A plan\n",
        "1:14",
        "after the closing bracket",
        'put the value in quotes: title: "[New] A plan"',
    ),
    ("id: a\nwho: [A, B\ndate: y\n", "2:6", "bracket [ that opens here", ""),
    ("id: a\nwho: {A: B\n", "2:6", "bracket { that opens here", ""),
    ("[", "1:1", "bracket [ that opens here", ""),
    ("who: [A,\n", "1:6", "bracket [ that opens here", ""),
    ('who: [A, "B" C]\n', "1:14", "a comma or the end of the bracket [", ""),
    ('title: "C:\\Users"\n', "1:11", "\\U does not belong in double quotes", ""),
    ("id: a\nsome words\ndate: y\n", "2:1", "no key", ""),
    ("id: a\n  title: x\n", "2:3", "more text of the line above", ""),
    ("s:\n    - a\n  - b\n", "3:3", "does not fit the indentation", ""),
]


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(("text", "place", "words", "hint"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_told_where_it_began_and_what_to_write(
    text: str, place: str, words: str, hint: str
) -> None:
    where, message, tried = fault_of(text)
    assert where == f"{place} E003"
    assert words in message
    assert tried.endswith(hint)


def test_all_faults_of_all_files_come_in_one_run(write: Write) -> None:
    write("events/a.yaml", "id: a\nid: b\nx: *y\ntitle: a: b\n")
    write("events/b.yaml", "id: b\n")
    write("events/c.yaml", b"id: \xff\n")
    write("events/d.yaml", "")
    documents, problems = read([Path("events")])
    assert paths(documents) == ["events/b.yaml"]
    assert brief(problems) == [
        "events/a.yaml:2:1 E004",
        "events/a.yaml:3:4 E005",
        "events/a.yaml:4:9 E003",
        "events/c.yaml:1:5 E002",
        "events/d.yaml:1:1 E008",
    ]


def test_a_file_of_many_faults_names_the_first_hundred(write: Write) -> None:
    write("a.yaml", "- *a\n" * 5000)
    problems = read([Path("a.yaml")])[1]
    assert len(problems) == 101
    assert problems[-1].message == "more faults follow the first 100 in this file"


def test_warnings_without_number_hide_no_error(write: Write) -> None:
    write("a.yaml", "note: [" + "a #b\n, " * 300 + "]\nid: a\nid: b\n")
    problems = read([Path("a.yaml")])[1]
    assert [problem.code for problem in problems] == ["W004"] * 101 + ["E004"]


# --- bounds -----------------------------------------------------------------------------------

#: Large enough to meet each bound, if a file may have only ten thousand values.
NOT_EVENTS = not_events(50_000)


@pytest.mark.parametrize("name", NOT_EVENTS)
def test_of_a_hostile_file_no_more_is_read_and_told_than_the_bounds_allow(
    write: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(reading, "MAX_VALUES", 10_000)
    text, codes = NOT_EVENTS[name]
    write("a.yaml", text)
    _, problems = read([Path("a.yaml")])
    assert [problem.code for problem in problems] == codes


def test_of_a_folder_no_more_files_and_bytes_are_read_than_the_bounds_allow(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "abcd":
        write(f"events/{name}.yaml", "id: x\n" + 300_000 * "#" + "\n")
    monkeypatch.setattr(reading, "MAX_BYTES_IN_ALL", 1_000_000)
    documents, problems = read([Path("events")])
    assert len(documents) == 3
    assert [problem.message for problem in problems] == ["up to here the files have more than 1 MB in all"]

    monkeypatch.setattr(reading, "MAX_FILES", 3)
    documents, problems = read([Path("events")])
    assert documents == ()
    assert [problem.message for problem in problems] == ["there are 4 files; a timeline may have 3"]
    assert brief(problems) == ["events/d.yaml:1:1 E006"]


SIGNS = "ab:-- []{},\"'#\\|>&*!<?%@~.\t\r\n\n\x00\u0085\u2028\ufeff\ufdd0\U0001f600"


@examples(3)
@given(st.text(SIGNS, max_size=40) | st.text(), st.sampled_from(PARSERS))
@example('a: "\\ud800"', yaml.SafeLoader)
@example('a: "\\U00110000"', yaml.SafeLoader)
@example('a: "\\U00110000"', yaml_parser.LOADER)
def test_no_text_makes_the_reader_raise(text: str, parser: type) -> None:
    source = SourceText.of("a", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_parser, "LOADER", parser)
        _, problems = parse(source)
    for problem in problems:
        assert 1 <= problem.location.line <= len(source.lines)
        assert problem.message in str(problem) or not problem.message.isprintable()


def test_a_text_cut_off_by_a_hash_is_told_and_a_comment_is_not(write: Write) -> None:
    file = write("a.yaml", "title: Ship #1 stuck\ntime: 16:00   # local time\nlabel: 'Ship #1'\n")
    documents, problems = read([file])
    assert plain(documents[0].root) == {"title": "Ship", "time": "16:00", "label": "Ship #1"}
    assert [(problem.location.line, problem.location.column, problem.code) for problem in problems] == [
        (1, 13, "W004")
    ]
    assert problems[0].message.startswith('"#1 stuck" is left out')


@pytest.mark.parametrize("text", ['title: "Smile \\ud83d\\ude0d"', '{"title": "Smile \\uD83D\\uDE0D"}'])
def test_a_character_that_json_escapes_in_two_halves_is_that_character(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    ((document,), problems) = read([tmp_path])
    assert plain(document.root) == {"title": "Smile \U0001f60d"}
    assert problems == ()


def test_a_half_of_such_a_pair_is_refused_and_text_without_quotes_stays(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text('title: "Smile \\ud83d"', encoding="utf-8")
    (tmp_path / "b.yaml").write_text("title: Smile \\ud83d\\ude0d", encoding="utf-8")
    ((document,), (problem,)) = read([tmp_path])
    assert plain(document.root) == {"title": "Smile \\ud83d\\ude0d"}
    assert (problem.location.path[-6:], problem.code) == ("a.yaml", "E009")


@pytest.mark.parametrize(
    "text", ["title: A\n\u00a0\u00a0place: Paris\n", "title:\u00a0A\ndate: 2025-02-17\n", "a:\n\u3000- b\n"]
)
def test_a_space_that_yaml_takes_for_a_letter_is_named_once(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    _, (problem,) = read([tmp_path])
    assert problem.code == "E003"
    assert "that YAML takes for a letter" in problem.message
