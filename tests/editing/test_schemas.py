"""The schemas of event files and `timeline check` agree: on a table of samples, both take or refuse."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from click.testing import CliRunner

from tests.helpers.editors import typed, validator
from tests.helpers.event_files import SOURCE
from timeline.build import check
from timeline.cli import main
from timeline.editing.schemas import KINDS

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

BARE = "title: Talks\ntrack: Europe\n"
EVENT = f"{BARE}date: 2025-02-17\n{SOURCE}"
TIMELINE = "title: Talks\ntracks: [Europe]\n"

RECORD = "- id: story\n  url: https://www.example.org/story\n  publisher: Example News\n"
COPY = f"- url: https://www.example.org/story\n  sha256: {'0' * 64}\n"
#: Kind of file -> samples that both take.
TAKEN = {
    "events": (
        EVENT,
        f"- id: a\n  {EVENT.replace(chr(10), chr(10) + '  ').strip()}\n",
        EVENT.replace("Talks", "1984"),
        f"{EVENT}key: true\n",
        f"{EVENT}key: YES\n",
        f"{EVENT}status: Held\n",
        f"{EVENT}place: Paris\n",
        f"{EVENT}place: [Paris, Kyiv]\n",
        f"{EVENT}participants: [NO, 007]\n",
        f"{EVENT}disputed: Accounts differ.\n",
        f"{EVENT}disputed: {{about: length, text: Accounts differ.}}\n",
        EVENT.replace("https://", "HTTPS://"),
        EVENT.replace("publisher: Example News", "publisher: 7, day_of_event: 1, says_language: en"),
        "draft: true\ntitle: Talks\n",
        "draft: Yes\nsources: []\n",
        f"{BARE}draft: true\nsources: [{{title: Story}}]\n",
    ),
    "timeline": (
        "title: Talks\n",
        TIMELINE,
        f"{TIMELINE}standfirst: 2025\n",
        "title: Talks\ntracks: [{name: Europe, colour: '#1f5fa8'}]\n",
        f"{TIMELINE}eras: [{{name: Pause, from: 2025-02-17}}]\n",
        f"{TIMELINE}kinds: {{launch: square}}\n",
        f"{TIMELINE}glossary: {{quorum: How many have to be present.}}\n",
        f"{TIMELINE}theme: {{colours: {{accent: '#00539f'}}, radius: 4}}\n",
    ),
    "people": (
        "- name: Jane Doe\n",
        "- name: Jane Doe\n  variants: [Doe]\n- {name: John Roe, role: Mayor}\n",
    ),
    "places": ("- name: Paris\n", "- name: Paris\n  coordinates: [48.8, 2.3]\n  zone: Europe/Paris\n"),
    "sources": (
        RECORD,
        f"{RECORD}  author: [Jane Doe]\n  archived: https://archive.example.org/1\n  kind: agency\n",
    ),
    "evidence": (COPY, f"{COPY}  claims: [{{field: quote, text: a backstop, result: found}}]\n"),
}
#: Kind of file -> samples that both refuse.
REFUSED = {
    "events": (
        "Talks\n",
        EVENT.replace("title: Talks\n", ""),
        EVENT.replace("track: Europe\n", ""),
        f"{BARE}date: 2025-02-17\n",
        f"{BARE}date: 2025-02-17\nsources: []\n",
        f"{BARE}date: 2025-02-17\nsources: https://www.example.org/story\n",
        EVENT.replace(", publisher: Example News", ""),
        EVENT.replace("https://", "ftp://"),
        EVENT.replace("Talks", "''"),
        EVENT.replace("Talks", "[Talks]"),
        f"{EVENT}headline: Talks\n",
        f"{EVENT}status: planned\n",
        f"{EVENT}key: maybe\n",
        f"{EVENT}place: {{name: Paris}}\n",
        f"{EVENT}participants: Jane Doe\n",
        f"{EVENT}id: a b\n",
        f"{EVENT}disputed: {{about: length}}\n",
        f"{EVENT}disputed: {{about: colour, text: Accounts differ.}}\n",
        EVENT.replace("2025-02-17", "{after: paris-summit}"),
        EVENT.replace("2025-02-17", "{after: a, before: b, by: 2 days}"),
        EVENT.replace("2025-02-17", "{after: paris-summit, by: soon}"),
        EVENT.replace("Example News", "Example News, kind: blog"),
        EVENT.replace("Example News", "Example News, language: English (UK)"),
        "draft: true\nheadline: Talks\n",
        f"draft: false\n{BARE}",
    ),
    "timeline": (
        "[Europe]\n",
        "standfirst: Talks\n",
        f"{TIMELINE}name: Talks\n",
        "title: Talks\ntracks: Europe\n",
        "title: Talks\ntracks: [{name: Europe, colour: blue}]\n",
        f"{TIMELINE}eras: [{{name: Pause}}]\n",
        f"{TIMELINE}kinds: {{launch: blob}}\n",
        f"{TIMELINE}date_order: year-first\n",
        f"{TIMELINE}base_url: www.example.org\n",
        f"{TIMELINE}theme: {{colours: {{accent: red}}}}\n",
    ),
    "people": ("name: Jane Doe\n", "- role: Mayor\n", "- name: Jane Doe\n  age: 50\n", "- Jane Doe\n"),
    "places": ("name: Paris\n", "- country: FR\n", "- name: Paris\n  variants: Lutetia\n"),
    "sources": (
        RECORD.replace("id: story", "id: my story"),
        RECORD.replace("  publisher: Example News\n", ""),
        f"{RECORD}  quote: a backstop\n",
        f"{RECORD}  kind: blog\n",
    ),
    "evidence": (
        COPY.replace("sha256", "sha1"),
        f"{COPY}  by: yesterday\n",
        f"{COPY}  claims: [{{field: quote, text: a backstop, result: likely}}]\n",
    ),
}


def printed(kind: str) -> Draft202012Validator:
    """A validator of the schema that `timeline schema` prints."""
    return validator(CliRunner().invoke(main, ["schema", kind]).stdout)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of event files without a fault, to which a sample is added."""
    (tmp_path / "2025-02-16-other.yaml").write_text(EVENT, encoding="utf-8")
    return tmp_path


def checked(folder: Path, kind: str, sample: str) -> bool:
    """Whether `timeline check` takes the sample."""
    file = folder / ("2025-02-17-sample.yaml" if kind == "events" else f"_{kind}.yaml")
    file.write_text(sample, encoding="utf-8")
    _, problems = check((folder,))
    return not any(problem.is_error for problem in problems)


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_schema_takes_or_refuses_the_checks_do_too(kind: str, folder: Path) -> None:
    samples = [(text, True) for text in TAKEN[kind]] + [(text, False) for text in REFUSED[kind]]
    schema = printed(kind)
    found = [
        (text, (schema.is_valid(yaml.load(text, yaml.BaseLoader)), checked(folder, kind, text)))  # noqa: S506
        for text, _ in samples
    ]
    assert found == [(text, (taken, taken)) for text, taken in samples]


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_schema_takes_an_editor_takes_that_types_values(kind: str) -> None:
    schema = printed(kind)
    refused = [text for text in TAKEN[kind] if not schema.is_valid(typed(text))]
    assert refused == []
    taken = [text for text in REFUSED[kind] if schema.is_valid(typed(text))]
    assert taken == []
