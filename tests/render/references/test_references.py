"""The sources for reference managers, read back by programs that are not ours."""

from __future__ import annotations

import json
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import pybtex.database
import pytest
import rispy
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from tests.helpers.make import event, timeline
from timeline.cli import main
from timeline.model import Source, Timeline
from timeline.render.references.bibliography import bibliography
from timeline.render.references.bibtex import bibtex
from timeline.render.references.csl import csl_json
from timeline.render.references.ris import ris

#: What the public schema csl-data.json (draft 7) says of the variables that we write, in our words.
_NAME = {
    "type": "object",
    "properties": {part: {"type": "string"} for part in ("family", "given", "suffix", "literal")},
    "additionalProperties": False,
}
_PARTS = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
_DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": _PARTS, "minItems": 1, "maxItems": 2},
        "circa": {"type": ["string", "number", "boolean"]},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
_TEXTS = ("id", "title", "container-title", "URL", "note", "language")
CSL = Draft7Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                **{name: {"type": "string", "minLength": 1} for name in _TEXTS},
                "type": {"enum": ["article-newspaper", "webpage"]},
                "author": {"type": "array", "items": _NAME},
                "issued": _DATE,
                "accessed": _DATE,
            },
            "required": ["id", "type"],
            "additionalProperties": False,
        },
    }
)
#: What stands for a sign in BibTeX.
_SIGNS = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{rf"\{sign}": sign for sign in "%&#_$"},
}

STORY = Source(
    "https://www.example.org/a?b=50%25&c={d}",
    "Ex_ample & Söhne",
    "50% of {Kyïv}’s #aid @ \\ ~ $ ^ _",
    author=("King, Martin Luther, Jr.", "Doe, Jane", "Trade and Industry Board"),
    published=date(2025, 2, 17),
    accessed=date(2025, 3, 1),
    archived="https://archive.example.org/1",
    origin="Reuters",
    also_archived=("https://archive.example.com/2",),
)
PAGE = Source(
    "https://www.example.org/p", "GOV.UK", published_as="2025-02", kind="official", language="en-GB"
)


def of(*sources: Source) -> Timeline:
    return timeline([event("talks", sources=sources)])


def undone(text: str) -> str:
    """BibTeX's spelling of signs taken back, from left to right."""
    out = ""
    while text:
        sign = next((spelt for spelt in _SIGNS if text.startswith(spelt)), text[0])
        out += _SIGNS.get(sign, sign)
        text = text[len(sign) :]
    return out


def entries(text: str) -> list[Any]:
    return list(pybtex.database.parse_string(text, "bibtex").entries.values())


def test_csl_json_holds_all_that_is_known() -> None:
    story, page = json.loads(csl_json(of(STORY, PAGE)))
    assert story == {
        "id": "ex-ample-sohne-70db500c",
        "type": "article-newspaper",
        "title": "50% of {Kyïv}’s #aid @ \\ ~ $ ^ _",
        "author": [
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
            {"family": "Doe", "given": "Jane"},
            {"literal": "Trade and Industry Board"},
        ],
        "container-title": "Ex_ample & Söhne",
        "issued": {"date-parts": [[2025, 2, 17]]},
        "accessed": {"date-parts": [[2025, 3, 1]]},
        "URL": "https://www.example.org/a?b=50%25&c={d}",
        "note": "Text from: Reuters. Archived copy: https://archive.example.org/1. "
        "Archived copy: https://archive.example.com/2",
        "language": "en",
    }
    assert (page["type"], page["issued"]) == ("webpage", {"date-parts": [[2025, 2]]})


def test_csl_json_of_the_curated_events_keeps_to_the_public_schema(curated: Timeline) -> None:
    assert list(CSL.iter_errors(json.loads(csl_json(curated)))) == []


def test_ris_is_read_back() -> None:
    text = ris(of(STORY, PAGE))
    assert text.count("\n") == text.count("\r\n") == len(text.splitlines())
    assert text.startswith("TY  - NEWS\r\nID  - ex-ample-sohne-70db500c\r\n")
    story, page = rispy.loads(text)
    assert story["authors"] == list(STORY.author)
    assert (story["title"], story["secondary_title"]) == (STORY.title, STORY.publisher)
    assert (story["year"], story["date"], story["access_date"]) == ("2025", "2025/02/17/", "2025/03/01/")
    assert story["urls"] == [STORY.url]
    assert story["notes"] == [
        *("Text from: Reuters", "Archived copy: https://archive.example.org/1"),
        "Archived copy: https://archive.example.com/2",
    ]
    assert (page["type_of_reference"], page["date"]) == ("ELEC", "2025/02//")


def test_bibtex_is_read_back() -> None:
    story, page = entries(bibtex(of(STORY, PAGE)))
    assert (story.type, story.fields["entrysubtype"], page.type) == ("article", "newspaper", "online")
    assert undone(story.fields["title"]) == STORY.title
    assert undone(story.fields["journaltitle"]) == STORY.publisher
    assert story.fields["url"] == "https://www.example.org/a?b=50%25&c=%7Bd%7D"
    assert (story.fields["date"], page.fields["date"]) == ("2025-02-17", "2025-02")
    names = [
        (one.last_names, one.lineage_names, one.first_names + one.middle_names)
        for one in story.persons["author"]
    ]
    assert names == [
        (["King"], ["Jr."], ["Martin", "Luther"]),
        (["Doe"], [], ["Jane"]),
        (["{Trade and Industry Board}"], [], []),
    ]


def test_an_inferred_day_of_publication_is_no_certain_one_for_a_reference_manager() -> None:
    inferred = of(Source("https://www.example.org/a", "Example News", "Talks", published_as="2025-02-18~"))
    (item,) = json.loads(csl_json(inferred))
    assert item["issued"] == {"date-parts": [[2025, 2, 18]], "circa": True}
    assert entries(bibtex(inferred))[0].fields["date"] == "2025-02-18~"
    assert "2025" not in ris(inferred)


signs = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text("{}\\%&#_$~^@\"' \n\r,=a")
any_source = st.builds(
    Source,
    url=signs.map(lambda path: f"https://example.org/{path}"),
    publisher=signs.filter(str.strip),
    title=signs,
    published=st.none() | st.dates(),
    published_as=st.sampled_from(["", "0033", "2025-02", "2025-02-18~", "an hour ago"]),
    kind=st.sampled_from(["press", "official"]),
)


def shown(text: str) -> str:
    """A text as it can stand in a line: each run of control characters and line ends is one space."""
    parts = "".join("\n" if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text).split("\n")
    return " ".join(part.strip() for part in parts if part.strip())


def spaced(text: str) -> str:
    """A text as readers of BibTeX give it: with single spaces."""
    return " ".join(text.split())


@given(st.lists(any_source, min_size=1, max_size=4))
def test_whatever_a_title_holds_every_entry_is_read_back(sources: list[Source]) -> None:
    held = of(*sources)
    kept = [reference.source for reference in bibliography(held)]
    assert list(CSL.iter_errors(json.loads(csl_json(held)))) == []
    assert [one.get("title", "") for one in rispy.loads(ris(held))] == [shown(one.title) for one in kept]
    read = entries(bibtex(held))
    titles = [spaced(undone(one.fields.get("title", ""))) for one in read]
    assert titles == [spaced(shown(one.title)) for one in kept]


def test_an_address_has_one_entry_that_takes_what_any_mention_tells() -> None:
    bare = Source("https://example.org/a", "News")
    full = Source("https://example.org/a", "News", "Who pays?", author=("Doe, Jane",))
    other = Source("https://example.org/b", "News")
    first, second = bibliography(of(bare, other, full))
    assert (first.source.title, first.source.author) == ("Who pays?", ("Doe, Jane",))
    assert second.source == other


def test_a_key_stays_whatever_else_there_is() -> None:
    alone = bibliography(of(PAGE))[0].key
    assert bibliography(of(STORY, PAGE))[1].key == alone == "gov-uk-a7c7f29e"
    assert bibliography(of(Source("https://example.org", "Газета")))[0].key.startswith("source-")


def test_keys_of_the_curated_events_differ(curated: Timeline) -> None:
    keys = [reference.key for reference in bibliography(curated)]
    assert len(set(keys)) == len(keys) == len({source.url for source in curated.sources})


@pytest.mark.parametrize(
    ("form", "name", "begins"),
    [("csl", "sources.json", b"[\n"), ("ris", "sources.ris", b"TY  - "), ("bibtex", "sources.bib", b"@")],
)
def test_export_writes_a_file_or_sends_it_on(
    form: str, name: str, begins: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    story = "sources: [{url: 'https://www.example.org/a', publisher: Example News}]"
    Path("a.yaml").write_text(f"title: Talks\ntrack: Talks\ndate: 2025-02-17\n{story}\n", encoding="utf-8")
    assert CliRunner().invoke(main, ["export", form, "a.yaml"]).exit_code == 0
    sent = CliRunner().invoke(main, ["export", form, "a.yaml", "-o", "-"])
    assert Path(name).read_bytes() == sent.stdout_bytes
    assert sent.stdout_bytes.startswith(begins)
