"""The draft of an event, by hand or from a page's own metadata."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.build import check
from timeline.editing.new_event import NewEvent, add_event, event_text, file_name
from timeline.model.records import Document, Fields, Text
from timeline.reading import read
from timeline.webpages.metadata import PageMetadata, read_page
from timeline.writing.new_files import ExistingFilesError

ARTICLE = """\
<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>Leaders meet | Example News</title>
<link rel="canonical" href="/story">
<meta property="og:title" content="Leaders meet: what now?">
<meta property="og:site_name" content="Example News">
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "BreadcrumbList"},
 {"@type": ["NewsArticle"], "headline": "Leaders meet, and leave",
  "datePublished": "2025-02-18T07:00:00+01:00",
  "author": [{"@type": "Person", "name": "Jane Doe", "givenName": "Jane", "familyName": "Doe"},
             {"@type": "Organization", "name": "Example Agency"}],
  "publisher": {"@type": "Organization", "name": "The Example"}}]}
</script></head><body><p>Text</body></html>"""


LD = b'<script type="application/ld+json">'


def page(head: str, address: str = "https://www.example.org/a") -> PageMetadata:
    return read_page(f"<html><head>{head}</head><body></body></html>".encode(), address=address)


def test_json_ld_comes_before_other_metadata() -> None:
    assert read_page(ARTICLE.encode(), address="https://www.example.org/story?utm=1") == PageMetadata(
        address="https://www.example.org/story",
        title="Leaders meet, and leave",
        publisher="The Example",
        authors=("Doe, Jane", "Example Agency"),
        published="2025-02-18",
        language="en-GB",
    )


def test_open_graph_and_plain_metadata_are_read_too() -> None:
    found = page(
        '<meta property="og:title" content="A story"><meta property="og:locale" content="de_AT">'
        '<meta property="article:published_time" content="2025-02-18T10:00Z">'
        '<meta name="author" content="Doe">'
        '<meta property="article:author" content="https://www.example.org/doe">'
    )
    assert found == PageMetadata(
        "https://www.example.org/a", "A story", "example.org", ("Doe",), "2025-02-18", "de-AT"
    )


def test_an_event_that_the_page_announces_gives_date_and_place() -> None:
    event = """{"@type": "MusicEvent", "name": "A concert", "startDate": "2025-03-01T20:00",
        "endDate": "2025-03-02", "location": {"name": "Paris"}}"""
    found = page(f'<script type="application/ld+json">{event}</script>')
    assert (found.title, found.event_date, found.event_place) == (
        "A concert",
        "2025-03-01/2025-03-02",
        "Paris",
    )


@pytest.mark.parametrize(
    ("canonical", "address"),
    [
        ("https://m.example.org/b", "https://m.example.org/b"),
        ("https://elsewhere.example.com/b", "https://www.example.org/a"),
        ("javascript:alert(1)", "https://www.example.org/a"),
        ("https://www.example.org/with space", "https://www.example.org/a"),
        ("http://[", "https://www.example.org/a"),
    ],
)
def test_a_canonical_address_is_taken_only_from_the_same_site(canonical: str, address: str) -> None:
    assert page(f'<link rel="canonical" href="{canonical}">').address == address


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        ("<title>Élysée</title>".encode(), ""),
        ("<title>Élysée</title>".encode("cp1252"), ""),
        ("<title>Élysée</title>".encode("utf-16"), ""),
        ('<meta charset="iso-8859-1"><title>Élysée</title>'.encode("latin-1"), ""),
        ("<title>Élysée</title>".encode("latin-1"), "iso-8859-1"),
        ("<title>Élysée</title>".encode(), "no-such-charset"),
    ],
)
def test_the_encoding_of_a_page_is_recognised(content: bytes, charset: str) -> None:
    assert read_page(content, charset=charset).title == "Élysée"


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"\0", b"<", b"<!--", b"\xff\xfe<\0", b"<div>" * 10_000),
        LD + b'{"@type": ["Article"',
        LD + b"[" * 100_000 + b"</script>",
        LD + b'{"@type": "Article", "author": [[]], "publisher": [{}]}</script>',
        LD + b'{"@type": 3, "@graph": 4}</script>',
    ],
)
def test_a_broken_page_gives_nothing_and_no_traceback(content: bytes) -> None:
    assert read_page(content).title == ""


def test_the_draft_of_a_page_is_complete_but_for_what_only_its_author_knows(tmp_path: Path) -> None:
    metadata = read_page(ARTICLE.encode(), address="https://www.example.org/story")
    path = add_event(tmp_path, NewEvent(metadata.title, page=metadata))
    assert path.name == "2025-02-18-leaders-meet-and-leave.yaml"
    _, problems = check((path,), is_whole=False)
    message = '"Leaders meet, and leave" is a draft, which builds leave out; still missing: track, date'
    assert [(problem.code, problem.message) for problem in problems] == [("W014", message)]
    assert path.read_text(encoding="utf-8").splitlines()[-9:] == [
        "sources:",
        "  - url: https://www.example.org/story",
        "    publisher: The Example",
        "    title: Leaders meet, and leave",
        '    author: ["Doe, Jane", Example Agency]  # a person as "Family, Given"',
        "    published: 2025-02-18",
        "    language: en-GB",
        "    # says: Monday                      # the date as this source words it: it is checked",
        "    # quote: word for word              # and speaker: who said it",
    ]


def test_the_draft_of_a_title_says_what_to_fill_in(tmp_path: Path) -> None:
    path = add_event(tmp_path, NewEvent("Crisis: what now?", "2025-02-17"))
    assert path.name == "2025-02-17-crisis-what-now.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.splitlines()[4].startswith("draft: true ")
    (document,), problems = read([path])
    assert problems == ()
    assert fields(document) == {"draft": "true", "title": "Crisis: what now?", "date": "2025-02-17"}
    uncommented = text.replace("# track", "track").replace("# sources", "sources").replace("\n#  ", "\n  ")
    path.write_text(uncommented, encoding="utf-8")
    timeline, problems = check((tmp_path,), has_drafts=True)
    assert problems == ()
    assert timeline is not None


def fields(document: Document) -> dict[str, str]:
    assert isinstance(document.root, Fields)
    return {key.value: value.value for key, value in document.root.entries if isinstance(value, Text)}


def test_files_name_the_schema_if_the_folder_has_it(tmp_path: Path) -> None:
    (tmp_path / ".schema").mkdir()
    (tmp_path / ".schema" / "event.json").write_text("{}", encoding="utf-8")
    text = add_event(tmp_path, NewEvent("Talks")).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=.schema/event.json\ntitle: Talks ")


@pytest.mark.parametrize(
    ("event", "name"),
    [
        (NewEvent("Talks"), "talks.yaml"),
        (NewEvent("Talks", "2025-02"), "2025-02-talks.yaml"),
        (NewEvent("Talks", "early May 2025"), "talks.yaml"),
        (NewEvent("Переговоры", "2025"), "2025-event.yaml"),
        (NewEvent("../../etc/passwd"), "etc-passwd.yaml"),
        (NewEvent("_people"), "people.yaml"),
        (NewEvent("word " * 40), f"{'-'.join(['word'] * 12)}.yaml"),
        (NewEvent("Talks", page=PageMetadata(event_date="2025-03-01/2025-03-02")), "2025-03-01-talks.yaml"),
    ],
)
def test_the_file_is_named_by_its_day_and_its_title(event: NewEvent, name: str) -> None:
    assert file_name(event) == name


def test_an_id_that_is_taken_is_refused_whatever_its_day(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    mine = tmp_path / "deep" / "2024-01-01-talks.yml"
    mine.write_text("title: Mine", encoding="utf-8")
    with pytest.raises(ExistingFilesError):
        add_event(tmp_path, NewEvent("Talks", "2025-02-17"))
    assert list(tmp_path.rglob("*.y*ml")) == [mine]


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_of_a_page_is_read_back_as_it_is_shown(title: str, date: str) -> None:
    metadata = page(f'<meta name="og:title" content="{title.replace(chr(34), "")}">')
    text = event_text(NewEvent(metadata.title or "Talks", date, metadata))
    from timeline.reading.decoding import SourceText
    from timeline.reading.yaml_parser import parse

    root, faults = parse(SourceText.of("a.yaml", text))
    assert list(faults) == []
    assert root is not None
    found = fields(Document("a.yaml", root))
    assert found["title"] == (metadata.title or "Talks")


@pytest.mark.parametrize("title", ["a: b", "a #b", "- a", "yes", "07:30", "*a", "{a}", "'a", 'a"b', "a:"])
def test_what_yaml_would_misread_is_put_in_quotation_marks(title: str, tmp_path: Path) -> None:
    (document,), problems = read([add_event(tmp_path, NewEvent(title))])
    assert problems == ()
    assert fields(document) == {"title": title, "draft": "true"}
