"""Archived copies: whether they are of the page, made after it, and in an archive that keeps them as is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.event_files import EVENT, Normalised, an_event, reported, source
from timeline.normalise.sourcing.mementos import memento

PAGE = "https://www.example.org/story"  # that of `source`
WAYBACK = "https://web.archive.org/web"
HEAD = EVENT + "date: 2025-02-17\n"


@pytest.mark.parametrize(
    ("address", "original", "day"),
    [
        (f"{WAYBACK}/20250217101500/{PAGE}?a=1", f"{PAGE}?a=1", "2025-02-17"),
        (f"{WAYBACK}/20250217101500id_/{PAGE}", PAGE, "2025-02-17"),
        (f"{WAYBACK}/20250217/www.example.org/story", "http://www.example.org/story", "2025-02-17"),
        ("https://archive.ph/20250217101500/http://example.org", "http://example.org", "2025-02-17"),
        ("https://archive.ph/2025.02.17-101500/http://example.org", "http://example.org", "2025-02-17"),
        (f"https://arquivo.pt/wayback/20250217101500/{PAGE}", PAGE, "2025-02-17"),
        (f"https://archive.example.gov/ukgwa/20250217101500/{PAGE}", PAGE, "2025-02-17"),
        ("https://perma.cc/AB12-CD34", "", ""),
        ("https://archive.ph/AbCdE", "", ""),
        (f"{WAYBACK}/*/{PAGE}", "", ""),
        (f"{WAYBACK}/2025/{PAGE}", "", ""),
        (f"{WAYBACK}/20251399000000/{PAGE}", "", ""),
        ("https://www.example.com/20250217/story.html", "", ""),
    ],
)
def test_an_address_may_tell_what_was_kept_and_when(address: str, original: str, day: str) -> None:
    found = memento(address)
    assert ((found.original, found.day.isoformat()) if found else ("", "")) == (original, day)


@given(st.text("/:[]?#.-0123456789aht", max_size=40))
def test_no_address_is_too_odd(end: str) -> None:
    found = memento(f"https://web.archive.org/web/20250217101500/{end}")
    assert found is None or found.original.endswith(end[-1:])


@pytest.mark.parametrize(
    ("copy", "message"),
    [
        (f"{WAYBACK}/20250218000000/{PAGE}", ""),
        (f"{WAYBACK}/20250218000000/http://example.org:80/story/?utm_source=x#top", ""),
        (f"{WAYBACK}/20250216230000/{PAGE}", ""),  # it is the 17th where the page was published
        ("https://perma.cc/AB12-CD34", ""),
        (f"{WAYBACK}/20250215120000/{PAGE}", " is of 2025-02-15, but the source of 2025-02-17"),
        (f"{WAYBACK}/20250218000000/{PAGE}-2", f' is a copy of "{PAGE}-2", not of the source'),
        (f"{WAYBACK}/20250218000000/{PAGE}?a=2", f' is a copy of "{PAGE}?a=2", not of the source'),
        (f"{WAYBACK}/20250218000000/http://[x/", "is a copy of"),
    ],
)
def test_a_copy_of_another_page_or_of_a_day_before_it_is_warned_of(
    normalised: Normalised, copy: str, message: str
) -> None:
    _, problems = normalised(a=HEAD + source(published="2025-02-17", archived=f'"{copy}"'))
    assert [problem.code for problem in problems] == (["W021"] if message else [])
    assert all(message in problem.message for problem in problems)


def test_an_archive_that_alters_copies_is_warned_of_where_no_other_has_one(normalised: Normalised) -> None:
    def codes(*copies: str) -> list[tuple[str, str]]:
        return reported(normalised(a=HEAD + source(archived=f"[{', '.join(copies)}]")))

    altering = ["https://archive.ph/AbCdE", "https://www.archive.today/AbCdE"]
    assert codes(*altering) == [("a.yaml:5:3", "W022")]
    assert codes(*altering, "https://perma.cc/AB12-CD34") == []
    only = source().replace(PAGE, altering[0])
    assert reported(normalised(a=HEAD + only)) == [("a.yaml:5:3", "W022")]


def test_a_source_has_one_copy_several_or_a_reason_for_none(normalised: Normalised) -> None:
    first, second = "https://perma.cc/AB12-CD34", "https://perma.cc/EF12-GH34"
    found = an_event(normalised(a=HEAD + source(archived=f"[{first}, {second}]"))).sources[0]
    assert (found.archived, found.also_archived, found.copies) == (first, (second,), (first, second))
    found = an_event(normalised(a=HEAD + source(unarchivable="It refuses archives."))).sources[0]
    assert (found.copies, found.unarchivable) == ((), "It refuses archives.")
    _, problems = normalised(a=HEAD + source(archived=first, unarchivable="It refuses archives."))
    assert [(str(problem.location), problem.message) for problem in problems] == [
        ("a.yaml:8:17", "unarchivable is for a source without archived")
    ]
    _, problems = normalised(a=HEAD + source(archived=f"[{first}, 'http://intranet/a']"))
    assert [(str(problem.location), problem.code) for problem in problems] == [("a.yaml:7:42", "W016")]
