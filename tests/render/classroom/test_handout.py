"""The hand-out and the worksheet: whole in themselves, sourced, printable, silent about what is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.conftest import Opened
from tests.helpers.axe import violations
from tests.helpers.make import DAY_ONE, day, event, timeline
from timeline.cli import main
from timeline.model import Moment, Person, Precision, Source, Term, Timeline, When
from timeline.model.seconds import at_day, parts
from timeline.render.classroom.exercise import exercise
from timeline.render.classroom.handout import handout
from timeline.render.classroom.panels import PANEL_WIDTH, empty_line, panels
from timeline.render.classroom.paper import PAPERS
from timeline.render.classroom.worksheet import worksheet

A4, LETTER = PAPERS["a4"], PAPERS["letter"]
#: 200 events on 100 days, two on each.
MANY = timeline(
    [event(f"Event number {n}", n // 2, f"Track {n % 5}", summary="Words. " * 20) for n in range(200)]
)


def hand_out(shown: Timeline, paper: str = "a4") -> str:
    return handout(shown, panels(shown, PAPERS[paper]), PAPERS[paper])


def work_sheet(shown: Timeline, paper: str = "a4", seed: int = 1) -> str:
    return worksheet(shown, exercise(shown, seed), empty_line(shown), PAPERS[paper])


def pupils(page: str) -> str:
    """What pupils get: all but the style and the answers."""
    return re.sub(r"<style>.*?</style>", "", page.partition('<section class="key"')[0], flags=re.DOTALL)


# ---- the line


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_no_panel_is_higher_than_its_sheet_and_every_event_is_in_one(
    curated: Timeline, paper: object
) -> None:
    for shown in (curated, MANY):
        scenes = panels(shown, paper)  # type: ignore[arg-type]  # one of the two
        width, height = paper.text_width, paper.text_height  # type: ignore[attr-defined]
        assert all(scene.height * width / scene.width < height for scene in scenes)
        assert sorted(node.event for scene in scenes for node in scene.nodes) == sorted(
            e.id for e in shown.events
        )


def test_panels_part_between_days_and_few_events_have_one(curated: Timeline) -> None:
    few = panels(timeline([event("a"), event("b", 9)]), A4)
    assert [scene.width for scene in few] == [PANEL_WIDTH]
    assert len(panels(curated, A4)) == 1  # in a smaller type
    whens = {one.id: one.when.first for one in MANY.events}
    days = [{whens[node.event] for node in scene.nodes} for scene in panels(MANY, A4)]
    assert len(days) > 1
    assert all(not one & other for one, other in pairwise(days))


def test_events_outside_the_view_have_panels_of_their_own() -> None:
    events = [event("early"), event("a", 300), event("b", 305), event("late", 900)]
    scenes = panels(timeline(events, view=When(day(300).start, day(310).start)), A4)
    assert [[node.event for node in scene.nodes] for scene in scenes] == [["early"], ["a", "b"], ["late"]]


def test_the_empty_line_begins_before_the_first_event_and_ends_after_the_last() -> None:
    for shown in (timeline([event("a"), event("b", 30)]), timeline([event("a")])):
        line = empty_line(shown)
        assert line.first < at_day(shown.events[0].when.first)
        assert line.last > at_day(shown.events[-1].when.last)
        assert len(line.ticks) > 1
        assert not line.nodes


def test_the_empty_line_ends_with_the_calendar() -> None:
    edges = [event("a", When(Moment.day(date.min))), event("b", When(Moment.day(date.max)))]
    assert parts(empty_line(timeline(edges)).last).year == 9999


# ---- the hand-out


def test_sources_are_numbered_once_and_their_numbers_stand_at_the_events() -> None:
    one, other, last = (Source(f"https://example.org/{name}", f"Paper {name}") for name in "abc")
    page = hand_out(timeline([event("e", 0, sources=(one, other)), event("f", 1, sources=(last, one))]))
    assert re.findall(r'<li id="tl-source-(\d)".*?<a href="([^"]*)"[^>]*>\2</a>', page) == [
        ("1", one.url),
        ("2", other.url),
        ("3", last.url),
    ]
    cited = re.findall(r'<p class="cited">.*?</span>(.*?)</p>', page)
    assert [re.sub("<.*?>", "", numbers).strip() for numbers in cited] == ["1–2", "1, 3"]


def test_a_source_names_who_wrote_it() -> None:
    source = Source(
        "https://example.org/a", "World Bank", author=("Doe, Jane", "Roe, Al, Jr.", "World Bank")
    )
    page = hand_out(timeline([event("e", 0, sources=(source,))]))
    assert "<bdi>Doe, Jane; Roe, Al, Jr</bdi>. <bdi>World Bank</bdi>. <a" in page


def test_an_event_tells_all_that_is_known_of_it() -> None:
    late = When(Moment(date(2025, 2, 21), date(2025, 2, 28), Precision.PART))
    source = Source(
        "https://example.org/a",
        "Paper",
        quote="No deal",
        speaker="Jane Doe",
        archived="https://a.example/1",
        origin="Agency",
        also_archived=("https://a.example/2",),
    )
    told = event(
        "e", late, participants=(Person("Jane Doe"),), disputed="Some say so.", discussion="Why?",
        remark="No day is named.", summary="One.\n\nTwo.", status="announced", sources=(source,),
    )  # fmt: skip
    text = re.sub(
        r"\s+", " ", re.sub("<[^>]*>", "", hand_out(timeline([told], glossary=(Term("deal", "A pact"),))))
    )
    for words in (
        *("Between 21 and 28 February 2025", "The exact date is not known.", "announced", "One. Two."),
        *(
            "No deal Jane Doe [1]",
            "Who Jane Doe",
            "Sources disagree. Some say so.",
            "No day is named. For discussion: Why?",
        ),
        *(
            "dealA pact",
            "Archived copy: https://a.example/1. Archived copy: https://a.example/2",
            "Paper (text from Agency). ",
        ),
    ):
        assert words in text


@pytest.mark.parametrize("page", [hand_out, work_sheet])
def test_a_page_needs_nothing_else_and_runs_nothing(page: object) -> None:
    evil = "</style><script>alert(1)</script>"
    sources = (Source("https://example.org/a", evil),)
    made = page(timeline([event(evil, participants=(Person(evil),), sources=sources)], title=evil))  # type: ignore[operator]
    assert "<script" not in made
    assert "default-src 'none'" in made
    assert re.findall(r'(?:src|srcset|action|data)="?(?!:)|url\((?!#)|@import', made) == []
    assert re.findall(r'<link [^>]*href="([^"]*)"', made) == ["data:,"]


# ---- the worksheet


def test_nothing_tells_a_date_before_the_answers(curated: Timeline) -> None:
    page = re.sub(r"<svg.*</svg>", "", pupils(work_sheet(curated)), flags=re.DOTALL)
    assert re.findall(r"(?:19|20)\d\d|January|February|March\b|April|\w+day\b|\d+:\d\d", page) == []
    assert [one.id for one in curated.events if f'"{one.id}"' in page] == []
    assert [one.id for one in curated.events if one.disputed and one.disputed in page] == []


def test_the_questions_are_in_the_order_of_the_exercise_and_the_answers_in_that_of_time() -> None:
    shown = timeline([event(f"Event {name}", number) for number, name in enumerate("abcde")])
    page = work_sheet(shown, seed=3)
    asked = [question.title for question in exercise(shown, 3).questions]
    assert re.findall(r"<h2>(.*?)</h2>", page) == asked != [one.title for one in shown.events]
    assert re.findall(r"<td>(Event .)", page.partition('class="key"')[2]) == [
        one.title for one in shown.events
    ]
    assert work_sheet(shown, seed=4) != page == work_sheet(shown, seed=3)


def test_the_answers_tell_disputes_and_who_gives_another_date() -> None:
    other = Source("https://example.org/b", "Other Paper", says="Friday", reading=day(2), agrees=False)
    one = Source("https://example.org/a", "Paper", says="Wednesday", reading=day(0))
    told = event("e", disputed="Some say so.", remark="No hour is named.", sources=(one, other))
    questions, _, key = work_sheet(timeline([told])).partition('class="key"')
    assert "Some say so." in key
    assert "No hour is named." in key
    assert "No hour is named." not in questions
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", key) == [
        ("12\xa0February 2025", "<bdi>Paper</bdi>"),
        ("14\xa0February 2025", "<bdi>Other Paper</bdi> <q>Friday</q>"),
    ]


def test_the_time_of_the_line_runs_leftwards_in_arabic() -> None:
    page = work_sheet(timeline([event("a"), event("b", 30)], language="ar"))
    assert '<html lang="ar" dir="rtl">' in page
    line = empty_line(timeline([event("a"), event("b", 30)], language="ar"))
    assert line.last < at_day(DAY_ONE) < line.first


# ---- in a browser


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("page", [hand_out, work_sheet])
def test_what_is_printed_fits_its_sheet(
    page: object, paper: str, curated: Timeline, opened: Opened
) -> None:
    width, height = round(PAPERS[paper].text_width), round(PAPERS[paper].text_height)
    for shown in (curated, MANY):
        window = opened("about:blank", width=width, height=height, wait=False)
        window.emulate_media(media="print")
        window.set_content(page(shown, paper))  # type: ignore[operator]  # one of the two
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        kept = "[...document.querySelectorAll('.chart, .event, li, tr')].map((one) => one.offsetHeight)"
        assert max(window.evaluate(kept)) < height
        boxes = set(
            re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", window.pdf(prefer_css_page_size=True))
        )
        ((across, down),) = boxes
        assert abs(float(across) - PAPERS[paper].width / 25.4 * 72) < 1
        assert abs(float(down) - PAPERS[paper].height / 25.4 * 72) < 1


@pytest.mark.parametrize("page", [hand_out, work_sheet])
def test_a_word_that_is_wider_than_the_sheet_is_broken(page: object, opened: Opened) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 20
    source = Source("https://example.org/a", word, word, author=(word,))
    long = event("a", title=word, label=word, summary=word, venue=word, disputed=word, sources=(source,))
    window = opened("about:blank", width=round(A4.text_width), height=900, wait=False)
    window.emulate_media(media="print")
    window.set_content(page(timeline([long, event("b", 9)], title=word)))  # type: ignore[operator]  # likewise
    assert window.evaluate("document.documentElement.scrollWidth") <= round(A4.text_width)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_answers_to_five_events_have_the_second_sheet(
    paper: str, curated: Timeline, opened: Opened
) -> None:
    window = opened("about:blank", wait=False)
    main = curated.main_events_only()
    window.set_content(work_sheet(replace(main, events=main.events[:5]), paper))
    sheets = re.findall(rb"/Type /Page\b", window.pdf(prefer_css_page_size=True))
    assert len(sheets) == 2


def test_a_long_list_of_questions_begins_on_the_first_sheet(opened: Opened) -> None:
    window = opened("about:blank", wait=False)
    window.set_content(work_sheet(MANY))
    assert window.evaluate("getComputedStyle(document.querySelector('.questions h2')).breakAfter") == "auto"


@pytest.mark.parametrize("page", [hand_out, work_sheet])
def test_no_barrier_is_found(page: object, curated: Timeline, opened: Opened) -> None:
    window = opened("about:blank", wait=False, bypass_csp=True)
    window.set_content(page(curated))  # type: ignore[operator]  # one of the two
    assert violations(window) == {}


# ---- the commands


@pytest.mark.parametrize("form", ["handout", "worksheet", "marp"])
def test_a_command_takes_the_main_events_or_all(form: str, tmp_path: Path) -> None:
    source = "sources: [{url: 'https://example.org/a', publisher: Example News}]"
    for number, key in enumerate(("true", "false"), 1):
        text = f"title: Event {number}\ndate: 2025-02-1{number}\ntrack: T\nkey: {key}\n{source}\n"
        (tmp_path / f"event-{number}.yaml").write_text(text, encoding="utf-8")
    short, whole = (
        CliRunner().invoke(main, ["-q", "export", form, str(tmp_path), "-o", "-", *more])
        for more in ([], ["--all"])
    )
    assert (short.exit_code, whole.exit_code) == (0, 0)
    assert ("Event 1" in short.stdout, "Event 2" in short.stdout) == (True, False)
    assert ("Event 1" in whole.stdout, "Event 2" in whole.stdout) == (True, True)


def test_an_unknown_paper_is_wrong_usage_and_a_fault_in_a_file_is_told(tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["export", "handout", str(tmp_path), "--paper", "a3"]).exit_code == 2
    (tmp_path / "2025-02-17-a.yaml").write_text("title: A\n", encoding="utf-8")
    answer = CliRunner().invoke(main, ["export", "worksheet", str(tmp_path), "-o", "-"])
    assert answer.exit_code == 1
    assert "E020" in answer.output
