"""`timeline fmt --sources`: sources of events become records and records sources, and nothing is lost."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import EVENTS
from tests.helpers.examples import examples
from timeline.build import check
from timeline.cli import main
from timeline.formatting import format_files
from timeline.formatting.sources import WAYS, move_sources

EVENT = "title: {}\ndate: 2025-02-17\ntrack: Europe\nsources:\n"
STORY = """\
  # of the story
  - url: https://www.example.org/story  # its address
    publisher: Example News
    published: 2025-02-18  # or the 19th
"""
OTHER = "  - url: https://www.example.org/other\n    publisher: Other News\n"
RECORD = """\
- id: example-news-2025-02-18
  url: https://www.example.org/story  # its address
  publisher: Example News
  published: 2025-02-18  # or the 19th
"""
ID = "example-news-2025-02-18"
CITED = f"  # of the story\n  - source: {ID}\n"


@pytest.fixture(autouse=True)
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    return Path("events")


def put(**files: str) -> None:
    for name, text in files.items():
        Path("events", f"{name}.yaml").write_text(text, encoding="utf-8")


def held() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(Path("events").glob("*.yaml"))}


def moved(way: str, *words: str) -> Result:
    return CliRunner().invoke(main, ["fmt", "--sources", way, *words])


def test_documents_cited_more_than_once_become_records_and_sources_again() -> None:
    before = {
        "a": EVENT.format("A") + STORY + "    quote: a backstop\n" + OTHER,
        "b": EVENT.format("B") + STORY.replace("    published", "    title: Only here\n    published"),
    }
    put(**before)
    assert move_sources(Path("events"), "inline").changes == {}
    result = moved("repeated")
    assert (result.exit_code, result.stdout) == (0, "events/_sources.yaml\nevents/a.yaml\nevents/b.yaml\n")
    assert held() == {
        "_sources": RECORD,
        "a": EVENT.format("A") + CITED + "    quote: a backstop\n" + OTHER,
        "b": EVENT.format("B") + CITED + "    title: Only here\n",
    }
    assert moved("repeated", "--check").exit_code == 0
    assert moved("inline").exit_code == 0
    assert held() == before
    moved("records")
    assert re.findall(r"id: (\S+)", held()["_sources"]) == [
        "example-news-2025-02-18",
        "other-news",
    ]


def test_records_that_are_there_are_cited_as_far_as_they_fit() -> None:
    put(
        _sources="# ours\n\n" + RECORD + "- id: spare\n  url: https://www.example.org/x\n  publisher: X\n",
        a=EVENT.format("A") + STORY,
        b=EVENT.format("B") + STORY.replace("Example News", "example.org"),
        c=EVENT.format("C") + OTHER + OTHER.replace("Other", "Another"),
    )
    result = moved("repeated")
    assert result.stderr.splitlines()[-3:] == [
        f'Not moved: "https://www.example.org/story" is cited otherwise than {ID} in _sources.yaml has it',
        'Not moved: "https://www.example.org/other" is cited with different publishers',
        "2 of 4 files changed",
    ]
    assert held()["a"] == EVENT.format("A") + CITED
    moved("inline")
    assert held()["_sources"] == "# ours\n\n- id: spare\n  url: https://www.example.org/x\n  publisher: X\n"
    put(a=EVENT.format("A") + "  - source: spare\n")
    moved("inline")
    assert held()["_sources"] == "# ours\n\n[]\n"


def test_a_new_list_names_its_schema_if_there_is_one_and_that_line_goes_with_it() -> None:
    Path("events/.schema").mkdir()
    Path("events/.schema/sources.json").write_text("{}", encoding="utf-8")
    put(a=EVENT.format("A") + STORY)
    moved("records")
    assert held()["_sources"] == "# yaml-language-server: $schema=.schema/sources.json\n" + RECORD
    moved("inline")
    assert held() == {"a": EVENT.format("A") + STORY}


def test_nothing_is_changed_where_a_file_has_faults_or_only_a_part_is_named() -> None:
    put(a=EVENT.format("A") + STORY, b="title: [")
    before = held()
    result = moved("records")
    assert result.exit_code == 1
    assert "events/b.yaml:1:8: error[E003]" in result.stderr
    assert held() == before
    for words in (("events/a.yaml",), ("events", "events")):
        assert moved("records", *words).exit_code == 2
    assert moved("records", "--check", "events").exit_code == 1
    assert held() == before


def test_the_curated_timeline_stays_the_same_and_comes_back_byte_for_byte() -> None:
    shutil.copytree(EVENTS, "curated")
    before = check([Path("curated")])
    for way in WAYS:
        assert moved(way, "curated").exit_code == 0
        assert check([Path("curated")]) == before, way
    assert before[0] is not None


def random_source(random: Random, numbers: list[int]) -> str:
    """A source, or a citation of a record, in one of a few forms, with comments."""
    number = random.randrange(4)
    fields = {
        "url": f"https://www.example.org/{number}",
        "publisher": f"News {number}",
        "title": random.choice(["A title", "'A: title'", ">\n      A\n      title"]),
        "author": random.choice(
            ["[Roe, World Bank]", '["Doe, Jane"]', "\n      - Roe # of it\n      - Doe"]
        ),
        "archived": "https://archive.example.org/1",
        "published": "2025-02-18",
        "quote": "a backstop",
        "says": "Monday",
        "kind": random.choice(["press", "agency"]),
    }
    if random.random() < 0.3:
        fields = {"source": f"r{number}", **{name: fields[name] for name in ("quote", "says")}}
    chosen = [name for name in fields if name in {"url", "publisher", "source"} or random.random() < 0.5]
    random.shuffle(chosen)
    lines: list[str] = []
    for name in chosen:
        has_comment = random.random() < 0.3 and not fields[name].startswith((">", "\n"))
        comment = f"  # c{random.choice(numbers)}" if has_comment else ""
        if lines and random.random() < 0.2:
            lines.append(f"# c{random.choice(numbers)} above")
        lines.append(f"{name}: {fields[name]}{comment}")
    return "  - " + "\n    ".join(lines) + "\n"


def comments(folder: Path) -> set[str]:
    texts = [path.read_text(encoding="utf-8") for path in folder.glob("*.yaml")]
    return {each for text in texts for each in re.findall(r"# [co]\w+.*", text)}


@examples(2)
@given(st.integers(0, 2**32).map(Random))
def test_whatever_events_cite_they_hold_the_same_whichever_way_it_is_written(random: Random) -> None:
    with TemporaryDirectory() as home:
        folder = Path(home)
        records = [
            f"- id: r{number}  # c of r{number}\n  url: https://www.example.org/{number}\n"
            f"  publisher: News {number}{random.choice(['', '  # c of it'])}\n"
            for number in range(4)
        ]
        (folder / "_sources.yaml").write_text("".join(records), encoding="utf-8")
        for name in "abc":
            text = "".join(random_source(random, [*range(20)]) for _ in range(random.randint(1, 3)))
            (folder / f"{name}.yaml").write_text(EVENT.format(name) + text, encoding="utf-8")
        before, said = check((folder,))[0], comments(folder)
        for way in random.choices(WAYS, k=3):
            result = moved(way, home)
            assert result.exit_code == 0, result.output
            assert check((folder,))[0] == before
            assert comments(folder) == said
            assert format_files((folder,)).changes == {}
