"""What is said about each cited address, and what to do."""

from __future__ import annotations

from pathlib import Path

from timeline.links.citations import Citation, citations
from timeline.links.judging import Finding, Outcome
from timeline.links.report import problem, verdict
from timeline.model.problems import Location
from timeline.reading import Memory, read

PAGE, COPY = "https://www.example.org/story", "https://archive.example.org/123"
DEAD = Finding(Outcome.DEAD, "answers with the status 404")
OK = Finding(Outcome.OK)


def cite(field: str, address: str, *others: str) -> Citation:
    return Citation(address, field, Location("events/a.yaml", 6, 10), others)


def said(citation: Citation, **findings: Finding) -> str:
    """The problem of a citation, by the findings about the page and the copy."""
    pages = {"page": PAGE, "copy": COPY}
    return str(problem(citation, {pages[name]: finding for name, finding in findings.items()}))


def test_every_address_of_a_source_is_found_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        "- title: A\n"
        "  sources:\n"
        "    - url: https://a.example.org/#part\n"
        "      archived: [https://b.example.org, https://e.example.org]\n"
        "- draft: true\n"
        "  sources: [{url: 'https://c.example.org'}, {publisher: None}, text]\n"
        "- sources: text\n"
    )
    (tmp_path / "_timeline.yaml").write_text("base_url: https://d.example.org\nsources: [{url: 'x'}]\n")
    memory: Memory = {}
    read([tmp_path], memory=memory)
    found = citations(document for _, document, _ in memory.values() if document)
    assert [(each.at.line, each.at.column, each.field, each.address, each.others) for each in found] == [
        (3, 12, "url", "https://a.example.org/#part", ("https://b.example.org", "https://e.example.org")),
        (4, 18, "archived", "https://b.example.org", ("https://a.example.org/#part",)),
        (4, 41, "archived", "https://e.example.org", ("https://a.example.org/#part",)),
        (6, 19, "url", "https://c.example.org", ()),
    ]


def test_a_page_that_is_there_is_not_mentioned() -> None:
    assert said(cite("url", PAGE), page=OK) == "None"


def test_a_page_that_moved_is_named_with_its_new_address_and_the_fragment() -> None:
    finding = Finding(Outcome.MOVED, "has moved for good", "https://new.example.org/a")
    assert said(cite("url", f"{PAGE}#part"), page=finding) == (
        f'events/a.yaml:6:10: warning[W050] url "{PAGE}#part" has moved for good\n'
        "    Try: url: https://new.example.org/a#part"
    )
    other = Finding(Outcome.MOVED, "has moved for good", "https://new.example.org/a#b")
    assert said(cite("archived", f"{PAGE}#part"), page=other).endswith(
        "    Try: archived: https://new.example.org/a#b"
    )


def test_a_dead_page_leads_to_a_place_where_there_may_be_a_copy() -> None:
    expected = (
        f'events/a.yaml:6:10: error[E050] url "{PAGE}" is dead: it answers with the status 404\n'
        "    Try: look for a copy of the page, and cite it as archived: "
        f"https://web.archive.org/web/*/{PAGE}"
    )
    assert said(cite("url", PAGE), page=DEAD) == expected
    assert said(cite("url", PAGE, COPY), page=DEAD, copy=DEAD) == expected
    assert said(cite("url", PAGE, COPY), page=DEAD) == expected


def test_a_dead_page_whose_copy_is_there_is_a_warning() -> None:
    assert said(cite("url", PAGE, f"{COPY}#part"), page=DEAD, copy=OK) == (
        f'events/a.yaml:6:10: warning[W052] url "{PAGE}" is dead: it answers with the status 404\n'
        f"    Try: leave it, since the archived copy is there: {COPY}#part"
    )


def test_a_dead_copy_is_an_error_also_if_the_page_is_there() -> None:
    assert said(cite("archived", COPY, PAGE), page=OK, copy=DEAD) == (
        f'events/a.yaml:6:10: error[E050] archived "{COPY}" is dead: it answers with the status 404\n'
        "    Try: look for a copy of the page, and cite it as archived: "
        f"https://web.archive.org/web/*/{PAGE}"
    )
    alone = "https://web.archive.org/web/2025/https://www.example.org/a"
    found = str(problem(cite("url", alone), {alone: DEAD}))
    assert found.endswith("    Try: look for another copy of the page")


def test_what_is_unknown_is_to_be_looked_at() -> None:
    finding = Finding(Outcome.UNKNOWN, "answers with the status 403")
    assert said(cite("url", PAGE), page=finding) == (
        f'events/a.yaml:6:10: warning[W051] url "{PAGE}" cannot be judged: it answers with the status 403\n'
        "    Try: open it in a browser"
    )
    assert 'story" cannot be judged: it has not been asked yet' in said(cite("url", PAGE))


def test_each_page_counts_once() -> None:
    cited = [cite("url", f"{PAGE}{fragment}") for fragment in ("", "#a", "#b")] + [cite("archived", COPY)]
    assert verdict(cited, {PAGE: OK, COPY: DEAD}) == "2 addresses: 1 ok, 1 dead"
    assert verdict(cited[:1], {}) == "1 address: 1 unknown"
    assert verdict([], {}) == "0 addresses"
