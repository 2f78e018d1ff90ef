"""Sources that are described once in `_sources.yaml` and cited by their ids."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.event_files import Normalised, reported
from timeline.build import check
from timeline.evidence.claims import cited, claims
from timeline.links.citations import citations
from timeline.model.sources.records import DOCUMENT_FIELDS
from timeline.normalise.format import SharedSourceRecord
from timeline.reading import read

EVENT = "title: {}\ndate: 2025-02-17\ntrack: Europe\nsources:\n"
RECORD = """\
- id: story
  url: https://www.example.org/story
  publisher: Example News
  author: Doe, Jane
  published: 2025-02-18
"""
CITING = "  - source: story\n    says: Monday\n    quote: a backstop\n"
INLINE = """\
  - url: https://www.example.org/story
    publisher: Example News
    author: Doe, Jane
    published: 2025-02-18
    says: Monday
    quote: a backstop
"""


def put(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_an_event_that_cites_a_record_is_the_event_with_its_fields(normalised: Normalised) -> None:
    written_out = normalised(a=EVENT.format("A") + INLINE)
    by_id = normalised(_sources=RECORD, a=EVENT.format("A") + CITING)
    assert by_id == written_out
    assert by_id[0] is not None


def test_a_citation_may_add_what_its_record_lacks(normalised: Normalised) -> None:
    timeline, problems = normalised(_sources=RECORD, a=EVENT.format("A") + CITING + "    title: Talks\n")
    assert timeline is not None
    assert not problems
    assert timeline.sources[0].title == "Talks"


def test_a_citation_that_does_not_fit_is_one_fault_with_what_to_write(normalised: Normalised) -> None:
    cases = {
        "source: stroy": ("a.yaml:5:14", "E026", "source: story"),
        "source: https://www.example.com/a": ("a.yaml:5:14", "E026", "url: https://www.example.com/a"),
        "source: Reuters, url: https://www.example.com/a": ("a.yaml:5:14", "E026", "publisher: Reuters"),
        "source: https://www.example.org/story": ("a.yaml:5:14", "E026", "source: story"),
        "source: other": ("a.yaml:5:14", "E026", "add it there; or write url and publisher in its place"),
        "source: story, url: https://www.example.org/b": (
            *("a.yaml:5:21", "E021"),
            "delete it here; or write url without source",
        ),
        "source: story, published: 2025-02-18": ("a.yaml:5:21", "E021", "one of the two"),
        "source: []": ("a.yaml:5:14", "E021", "source: example-news-2025-02-17"),
    }
    second = EVENT.format("B") + CITING
    bare = normalised(_sources=RECORD, a=EVENT.format("A") + "  - story\n")[1]
    assert [(each.code, each.hint) for each in bare] == [("E021", "- source: story")]
    for line, expected in cases.items():
        _, problems = normalised(_sources=RECORD, a=EVENT.format("A") + f"  - {{{line}}}\n", b=second)
        found = [(str(each.location), each.code, each.hint) for each in problems]
        assert found == [expected], line


def test_a_record_that_does_not_fit_is_one_fault_however_often_it_is_cited(normalised: Normalised) -> None:
    cases = {
        "  publisher: Example News\n": ("", [("_sources.yaml:1:3", "E020")]),
        "https://www.example.org": ("www.example.org", [("_sources.yaml:2:8", "E025")]),
        "  author:": ("  quote: a backstop\n  author:", [("_sources.yaml:4:3", "E022")]),
        "  publisher:": ("  outlet:", [("_sources.yaml:3:3", "E022")]),
        "www.example.org": ("localhost", [("_sources.yaml:2:8", "W016")]),
        "2025-02-18": ("31 June 2025", [("_sources.yaml:5:14", "E015")]),
        "id: story": (
            "id: story\n  url: https://www.example.org/a\n  publisher: A\n- id: story",
            [("_sources.yaml:4:7", "E024")],
        ),
        "- id: story": (
            "- id: other\n  url: https://www.example.org/story\n  publisher: A\n- id: story",
            [("_sources.yaml:1:7", "W023"), ("_sources.yaml:5:8", "W006")],
        ),
    }
    events = {name: EVENT.format(name) + CITING.replace("    says: Monday\n", "") for name in "ab"}
    for old, (new, expected) in cases.items():
        assert reported(normalised(_sources=RECORD.replace(old, new), **events)) == expected, new


def test_a_record_is_missed_or_uncited_only_where_that_can_be_known(tmp_path: Path) -> None:
    folder = put(tmp_path, _sources=RECORD, a=EVENT.format("A") + INLINE)
    assert [each.code for each in check((folder,))[1]] == ["W023"]
    assert not check((folder / "a.yaml",), is_whole=False)[1]
    put(folder, b="title: [")
    assert [each.code for each in check((folder,))[1]] == ["E003"]
    put(folder, _sources="- id: [", b=EVENT.format("B") + CITING)
    assert [each.code for each in check((folder,))[1]] == ["E003"]


def test_addresses_and_claims_of_a_record_are_found_once_and_where_they_stand(tmp_path: Path) -> None:
    other = EVENT.format("B") + CITING.replace("a backstop", "a truce")
    put(tmp_path, _sources=RECORD, a=EVENT.format("A") + CITING, b=other)
    documents, _ = read((tmp_path,))
    assert [(each.at.path[-13:], each.at.line) for each in citations(documents)] == [("_sources.yaml", 2)]
    assert [(each.publisher, each.at.line) for each in cited(documents)] == [("Example News", 2)]
    assert [(each.field, each.at.path.rpartition("/")[2], each.at.line) for each in claims(documents)] == [
        ("quote", "a.yaml", 7),
        ("says", "a.yaml", 6),
        ("author", "_sources.yaml", 4),
        ("published", "_sources.yaml", 5),
        ("quote", "b.yaml", 7),
        ("says", "b.yaml", 6),
    ]


def test_the_fields_of_a_document_are_those_of_its_record() -> None:
    assert ("id", *DOCUMENT_FIELDS) == tuple(SharedSourceRecord.model_fields)
