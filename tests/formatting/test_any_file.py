"""Whatever is in a file, its canonical form has the same values and comments, and is canonical itself."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import EVENTS
from tests.helpers.examples import examples
from tests.helpers.hostile import faulty_events, not_events
from tests.helpers.odd_yaml import odd_file, restyled
from tests.test_fuzz import BYTES
from timeline.build import check
from timeline.formatting import FormatError, format_files, formatted
from timeline.formatting.check import holds_the_same
from timeline.model.records import Items, Node, Text, plain
from timeline.reading import File, read_file
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_parser import parse
from timeline.writing.edited_files import write_edited

FILE = File(Path("2025-02-17-odd.yaml"), "odd.yaml")
RANDOMS = st.integers(0, 2**32).map(Random)


def words(node: Node) -> object:
    """The values of a tree as words: however its texts are broken into lines."""
    match node:
        case Text(value):
            return value.split()
        case Items(values):
            return [words(value) for value in values]
    return {key.value: words(value) for key, value in node.entries}


def tree(data: bytes) -> object:
    document, faults = read_file(FILE, data)
    assert document is not None, faults
    return words(document.root)


def numbered(data: bytes) -> list[str]:
    """The comments that `odd_file` has put in, in order of their numbers."""
    return sorted(re.findall(r"# c\d+\.[^\r\n]*?(?=[ \t]*(?:[\r\n]|$))", data.decode()))


@examples(5)
@given(RANDOMS)
def test_values_and_comments_stay_and_the_second_time_nothing_changes(random: Random) -> None:
    text, comments = odd_file(random)
    made = formatted(FILE, text.encode())
    if isinstance(made, tuple):
        assert any(fault.is_error for fault in made)
        return
    assert tree(made) == tree(text.encode())
    assert len(numbered(made)) == comments
    assert numbered(made) == numbered(text.encode())
    assert not re.search(r"[ \t](?:[\r\n]|$)", made.decode())
    assert formatted(FILE, made) == made


def test_most_of_the_odd_files_are_read_and_have_comments() -> None:
    """Else the test above would show little."""
    texts = [odd_file(Random(seed)) for seed in range(100)]  # noqa: S311 -- the same each time
    read = [number for text, number in texts if isinstance(formatted(FILE, text.encode()), bytes)]
    assert len(read) >= 80
    assert sum(map(bool, read)) >= 60


@examples(5)
@given(BYTES)
def test_no_bytes_make_it_raise(data: bytes) -> None:
    made = formatted(FILE, data)
    assert isinstance(made, tuple) or formatted(FILE, made) == made


@pytest.mark.parametrize("name", [*not_events(5_000), *faulty_events(5_000)])
def test_hostile_files_are_left_alone_or_formatted(name: str) -> None:
    text = {**{name: text for name, (text, _) in not_events(5_000).items()}, **faulty_events(5_000)}[name]
    made = formatted(FILE, text.encode())
    assert isinstance(made, tuple) or tree(made) == tree(text.encode())


@pytest.mark.parametrize("seed", [1, 2])
def test_the_curated_timeline_stays_the_same_however_its_files_were_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    random = Random(seed)  # noqa: S311 -- the same each time
    files = sorted(EVENTS.glob("*.yaml"))
    for file in files:
        root, _ = parse(SourceText.of("", file.read_text(encoding="utf-8")))
        assert root is not None
        Path("events", file.name).write_text(restyled(plain(root), random).lstrip("\n"), encoding="utf-8")
    before = check([Path("events")])
    found = format_files([Path("events")])
    assert (len(found.changes), found.problems, found.failed) == (len(files), (), ())
    write_edited(found.changes)
    assert check([Path("events")]) == before
    assert before[0] is not None


@pytest.mark.parametrize("loader", ["SafeLoader", "CSafeLoader"])
def test_both_parsers_give_the_same_canonical_form(loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [odd_file(Random(seed))[0].encode() for seed in range(20)]  # noqa: S311 -- the same each time
    expected = [formatted(FILE, text) for text in texts]
    for module in ("tokens", "yaml_parser"):
        monkeypatch.setattr(f"timeline.reading.{module}.LOADER", getattr(yaml, loader))
    for before, text in zip(expected, texts, strict=True):
        if isinstance(before, bytes):
            assert formatted(FILE, text) == before


@pytest.mark.parametrize(
    "new",
    [
        "title: B  # one\ndate: 2025\nsummary: |\n  a\n  b\n",  # another value
        "title: A\ndate: 2025\nsummary: |\n  a\n  b\n",  # a comment less
        "title: A  # one\ndate: 2025 # one\nsummary: |\n  a\n  b\n",  # a comment more
        "title: A  # two\ndate: 2025\nsummary: |\n  a\n  b\n",  # another comment
        "title: A  # one\nsummary: |\n  a\n  b\n",  # a field less
        "title: A  # one\ndate: 2025\nsummary: >\n  a\n\n  b\n",  # two paragraphs in place of one
        "title: 'A\n",  # not YAML
    ],
)
def test_what_does_not_hold_the_same_is_noticed(new: str) -> None:
    old = "title: A  # one\ndate: 2025\nsummary: |\n  a\n  b\n"
    document, _ = read_file(FILE, old.encode())
    assert document is not None
    assert holds_the_same(FILE, document.root, old, ["# one"], old)
    assert not holds_the_same(FILE, document.root, old, ["# one"], new)


def test_a_comment_that_was_overlooked_is_noticed() -> None:
    old = "title: A  # one\n"
    document, _ = read_file(FILE, old.encode())
    assert document is not None
    assert not holds_the_same(FILE, document.root, old, [], "title: A\n")


def test_a_file_whose_form_would_hold_something_else_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.formatting.open_file.lines_of", lambda *_, **_options: ["title: B"])
    with pytest.raises(FormatError, match=r"odd\.yaml would not hold the same values and comments"):
        formatted(FILE, b"title:   A\n")
