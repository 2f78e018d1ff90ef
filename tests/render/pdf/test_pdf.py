"""The PDF: tagged, the same bytes twice, and no text in it is taken for code."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.conftest import EVENTS
from tests.helpers.attacks import ATTACKS
from tests.helpers.event_files import an_event_file
from tests.helpers.make import event, five_weeks, timeline
from timeline.cli import main
from timeline.model import Event, Moment, Person, Place, Source, Term, Timeline, When
from timeline.model.export import ExportOptions
from timeline.render.pdf import document, typesetter
from timeline.render.pdf.export import pdf
from timeline.render.web.templates import asset

ROOT = Path(__file__).parents[3]
LAYOUTS = ["handout", "page", "poster"]
#: A layout, and a paper other than A4 -> a PDF.
Printed = Callable[..., bytes]
#: Texts that would be code or markup in Typst.
CODE = (
    '#panic("no")',
    "#{ 1 / 0 }",
    '"); panic("no',
    "*bold* _italic_ `raw` $x$ @label <label> = Heading",
    "\\u{41} \\ // comment /* comment",
    '#import "@preview/cetz:0.3.0"',
    '#read("/etc/passwd")',
)


def made(timeline: Timeline, layout: str = "handout", **options: Any) -> bytes:
    return pdf(timeline, ExportOptions(layout=layout, **options)).content


@pytest.fixture(scope="module")
def printed(curated: Timeline) -> Printed:
    """The project's own timeline in a layout on a paper; each is made once."""
    return cache(lambda layout, paper="a4": made(curated, layout, paper=paper))


def pages(content: bytes) -> int:
    found = re.search(rb"<xmpTPg:NPages>(\d+)<", content)
    assert found
    return int(found[1])


def headings(values: document.Values) -> list[str]:
    """The texts of the headings as Typst understands them."""
    import typst

    found = typst.query(
        asset("pdf/document.typ").encode(), "heading", sys_inputs={"values": json.dumps(values)}
    )
    bodies = [one["body"] for one in json.loads(found)]
    assert all(body["func"] == "text" for body in bodies), bodies
    return [body["text"] for body in bodies]


def export(*words: str) -> Result:
    return CliRunner().invoke(main, ["export", "pdf", *words])


def of_code(texts: Sequence[str]) -> Timeline:
    """A timeline in which every text is one of these, in an event of its own, or all of them in a line."""
    line = " ".join(texts)
    return timeline(
        [_event_of(text, number) for number, text in enumerate(texts)],
        **dict.fromkeys(("title", "kicker", "standfirst", "credit"), line),
        glossary=tuple(Term(text, text) for text in texts),
    )


def _event_of(text: str, number: int) -> Event:
    source = Source(
        "https://example.org/a",
        text,
        title=text,
        quote=text,
        speaker=text,
        author=(text,),
        published_as=text,
    )
    return event(
        f"talks-{number}",
        number,
        title=text,
        label=text,
        track=text,
        summary=text,
        venue=text,
        places=(Place(text),),
        participants=(Person(text),),
        disputed=text,
        remark=text,
        discussion=text,
        sources=(source,),
    )


@pytest.mark.parametrize("layout", LAYOUTS)
def test_it_is_tagged_for_screen_readers_and_holds_its_fonts(printed: Printed, layout: str) -> None:
    content = printed(layout)
    assert content.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in content
    assert re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", content)
    assert b"/Lang(en)" in content
    assert b"/FontFile" in content
    assert b"http://www.w3.org/1999/xhtml" not in content


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_events_give_the_same_bytes_without_a_date(
    curated: Timeline, printed: Printed, layout: str
) -> None:
    content = printed(layout)
    assert content == made(curated, layout)
    assert b"CreateDate" not in content
    assert b"/CreationDate" not in content


@pytest.mark.parametrize("layout", LAYOUTS)
def test_no_text_is_taken_for_code(layout: str) -> None:
    values = getattr(document, layout)(of_code(CODE), "a4")
    expected = [" ".join(CODE)]
    if layout != "poster":
        expected += ["The events in order", *CODE, "Glossary", "Sources"]
    assert headings(values) == expected


def test_hostile_texts_are_set_as_they_are() -> None:
    made = timeline(
        [event(f"e{n}", n, title=attack, summary=attack) for n, attack in enumerate(ATTACKS[::3])]
    )
    found = headings(document.page(made, "a4") | {"charts": []})  # whose texts are drawings: quicker
    assert found[2:-1] == [one.title for one in made.events]


def test_a_character_without_a_font_is_no_obstacle_but_said() -> None:
    exported = pdf(timeline([event("a", title="x\U0010fffd")]), ExportOptions())
    assert exported.notes == (
        "A character has no font on this machine: the PDF is tagged but does not meet PDF/UA-1",
    )
    assert b"/MarkInfo" in exported.content
    assert b"pdfuaid" not in exported.content
    assert pdf(timeline([event("a")]), ExportOptions()).notes == ()


def test_a_hand_out_has_the_main_events_and_a_page_has_all(curated: Timeline, printed: Printed) -> None:
    main_events = curated.main_events_only()
    short = headings(document.handout(main_events, "a4"))
    whole = headings(document.page(curated, "a4"))
    assert short == [
        curated.title,
        *("The events in order", *(one.title for one in main_events.events)),
        *("Glossary", "Sources"),
    ]
    assert set(whole) == {*short, *(one.title for one in curated.events)}
    assert made(curated, all_events=True) != printed("handout")


def with_much_to_tell(one: Event, number: int) -> Event:
    """The event with two sentences, six sources, and every fourth with a dispute."""
    told = (
        "They meet for the first time in weeks and talk for about three hours, on the eve of other talks. "
    )
    address = f"https://www.example.org/news/2025/02/17/{one.id}/leaders-hold-an-emergency-meeting-in-paris"
    day = date(2025, 2, 17)
    sources = tuple(Source(f"{address}-{n}", f"Example News {n}", published=day) for n in range(6))
    disputed = "Accounts of the length differ: 20 minutes or 30." if number % 4 == 0 else ""
    return replace(one, summary=told * 2, sources=sources, disputed=disputed)


def test_38_events_fit_eleven_sheets_and_a_poster_is_one(printed: Printed) -> None:
    few = five_weeks()
    events = tuple(with_much_to_tell(one, number) for number, one in enumerate(few.events))
    assert pages(made(replace(few, events=events), "page")) <= 11
    assert pages(printed("poster")) == 1
    assert (
        pages(made(timeline([event(f"e{n}", n * 9, f"Track {n % 10}") for n in range(120)]), "poster")) == 1
    )


@pytest.mark.parametrize(
    ("layout", "paper", "box"),
    [
        ("handout", "a4", b"595.2756 841.8898"),
        ("page", "letter", b"612 792"),
        ("poster", "a4", b"1190.5511 841.8898"),
        ("poster", "letter", b"1224 792"),
    ],
)
def test_sheets_have_the_size_that_was_asked_for(
    printed: Printed, layout: str, paper: str, box: bytes
) -> None:
    assert b"/MediaBox[0 0 " + box + b"]" in printed(layout, paper)


@pytest.mark.parametrize("language", ["ar", "de", "he", "uk"])
def test_every_language_is_named(language: str) -> None:
    spring = When(Moment.day(date(2025, 3, 14)), Moment.day(date(2025, 3, 15)))
    content = made(timeline([event("a", spring, title="قمة")], language=language))
    assert f"/Lang({language})".encode() in content


def test_the_command_writes_it(tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    assert export(str(EVENTS), "--layout", "poster", "-o", str(file)).exit_code == 0
    assert pages(file.read_bytes()) == 1


def test_without_typst_export_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    result = export(str(an_event_file(tmp_path)))
    assert result.stderr == (
        "Error: PDF needs the package typst; to install it: python -m pip install 'typst>=0.15.2'\n"
    )
    assert result.exit_code == 3


def test_the_command_installs_what_the_project_declares() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert extras["print"] == [typesetter.REQUIREMENT]
    assert typesetter.REQUIREMENT in extras["test"]
    shown = (ROOT / "timeline/manual/slides-and-class.md").read_text("utf-8")
    assert f"$ {typesetter.INSTALL_COMMAND}\n" in shown
