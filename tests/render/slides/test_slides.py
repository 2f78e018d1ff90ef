"""What a slide deck holds and where it stands, before any slide format."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.model import Era, Moment, Person, Place, Precision, Source, Term, Timeline, When
from timeline.model.scene import Scene
from timeline.model.theme import Theme
from timeline.render.slides.compose import deck
from timeline.render.slides.deck import (
    SMALLEST,
    SMALLEST_TITLE,
    Deck,
    Paragraph,
    Rect,
    Run,
    Shape,
    Slide,
    TextBox,
)
from timeline.render.slides.pptx import default_template
from timeline.render.slides.text_boxes import heading, height, pages

GEOMETRY = default_template(Theme()).geometry
LATE = When(Moment(date(2025, 2, 21), date(2025, 2, 28), Precision.PART), rule="day month year")
WORD = ("Donaudampfschifffahrtsgesellschaft" * 60)[:2000]
ARABIC = "القادة الأوروبيون يجتمعون في باريس"
HEBREW = "מנהיגי אירופה נפגשים בפריז"
EVERYTHING = event(
    "summit",
    LATE,
    title="Leaders meet in Paris",
    label="Paris summit",
    key=True,
    status="announced",
    summary="They met. They agreed.\n\nThey left.",
    participants=(Person("Emmanuel Macron"), Person("Keir Starmer")),
    places=(Place("Paris"),),
    disputed="Three hours or four.",
    remark="No report names the hour.",
    discussion="Who was not there?",
    sources=(
        Source(
            "https://example.org/a",
            "Example News",
            "Headline",
            author=("Doe, Jane", "Example News"),
            published=date(2025, 2, 20),
            accessed=date(2025, 3, 1),
            archived="https://archive.example.org/1",
            says="late February",
            reading=LATE,
            quote="We agree",
            speaker="Keir Starmer",
        ),
        Source("https://example.org/b", "Agency"),
        Source("https://example.org/c", "Third"),
    ),
)


FIRST = event("first", 0, title="First", label="First")


def odd(text: str) -> Timeline:
    """A timeline in which every text is this one."""
    source = Source("https://example.org/a", text, text, quote=text, speaker=text)
    full = event(
        "odd", title=text, label=text, summary=text, track=text, venue=text, disputed=text, discussion=text,
        remark=text,
        participants=(Person(text),), places=(Place(text),), sources=(source, source), key=True,
    )  # fmt: skip
    return timeline(
        [full, event("other", 9, title=text, key=True), event("third", 20)],
        title=text, kicker=text, standfirst=text, credit=text, glossary=(Term(text, text),),
    )  # fmt: skip


def text_boxes_of(slide: Slide) -> list[TextBox]:
    texts = [part for part in slide.parts if isinstance(part, TextBox)]
    return [slide.body, *texts] if slide.body else texts


def body_texts(slide: Slide) -> list[str]:
    assert slide.body
    return [paragraph.text.replace("\xa0", " ") for paragraph in slide.body.paragraphs]


def named(made: Deck, name: str) -> Slide:
    return next(slide for slide in made.slides if slide.name == name)


def many(count: int) -> Timeline:
    return timeline(
        event(
            f"e{n}",
            n // 2,
            track=f"Track {n % 7}",
            title=f"Event {n}",
            label=f"What happened as number {n}",
        )
        for n in range(count)
    )


# ---- what a slide says


def test_a_slide_tells_when_where_what_and_who() -> None:
    made = deck(timeline([FIRST, EVERYTHING]), GEOMETRY)
    assert body_texts(named(made, "event summit")) == [
        "Between 21 and 28 February 2025 (announced)",
        "The exact date is not known.",
        "Paris",
        "They met. They agreed.",
        "Who: Emmanuel Macron, Keir Starmer",
        "Sources disagree.",
    ]
    links = [
        (box.paragraphs[0].text, box.link) for box in text_boxes_of(named(made, "event summit")) if box.link
    ]
    assert links == [
        ("Source: Example News", "https://example.org/a#:~:text=We%20agree"),
        ("Source: Agency", "https://example.org/b"),
        ("Back to overview", "overview"),
    ]


def test_the_notes_hold_all_that_is_known_with_bare_addresses() -> None:
    made = deck(timeline([FIRST, EVERYTHING]), GEOMETRY)
    notes = [note.replace("\xa0", " ") for note in named(made, "event summit").notes]
    assert notes == [
        "between 21 and 28 February 2025, Paris",
        "They met. They agreed.",
        "They left.",
        "“We agree” – Keir Starmer (Example News)",
        "For discussion: Who was not there?",
        "Sources disagree. Three hours or four.",
        "No report names the hour.",
        "Why this date?",
        (
            "Example News of Thursday 20 February 2025 says “late February”: "
            "between 21 and 28 February 2025 (the date as written; what the words leave open depends on "
            "the day of publication)."
        ),
        "Sources:",
        (
            "1. Doe, Jane. Example News. “Headline”. 20 February 2025. https://example.org/a. "
            "accessed 1 March 2025. archived copy: https://archive.example.org/1"
        ),
        "2. Agency. https://example.org/b",
        "3. Third. https://example.org/c",
    ]


def test_main_events_have_slides_and_the_others_lead_to_their_sources() -> None:
    made = deck(timeline([FIRST, EVERYTHING]), GEOMETRY)
    assert [slide.name for slide in made.slides] == ["cover", "overview", "event summit", "sources"]
    marks = [part for part in made.slides[1].parts if isinstance(part, Shape) and part.alt]
    assert [mark.link for mark in marks] == ["https://example.org/first", "event summit"]
    assert [mark.alt.partition(".")[0] for mark in marks] == ["First", "Paris summit"]


def test_all_events_have_slides_on_request_or_where_none_is_a_main_one() -> None:
    both = timeline([FIRST, EVERYTHING])
    names = ["event first", "event summit"]
    assert [slide.name for slide in deck(both, GEOMETRY, all_events=True).slides[2:4]] == names
    plain = timeline([FIRST, replace(EVERYTHING, key=False)])
    assert [slide.name for slide in deck(plain, GEOMETRY).slides[2:4]] == names


def test_a_slide_tells_whole_sentences_of_at_most_forty_words() -> None:
    forty = " ".join(["word"] * 39) + " end."
    long = timeline([event("a", summary=f"{forty} One more.", key=True), event("b", 9)])
    assert body_texts(named(deck(long, GEOMETRY), "event a"))[1] == forty


def test_a_glossary_and_the_sources_stand_at_the_end() -> None:
    made = deck(timeline([FIRST, EVERYTHING], glossary=(Term("summit", "a meeting"),)), GEOMETRY)
    assert [slide.title for slide in made.slides[-2:]] == ["Glossary", "Sources"]
    assert body_texts(made.slides[-2]) == ["summit: a meeting"]
    body = made.slides[-1].body
    assert body
    links = [(run.text, run.link) for line in body.paragraphs for run in line.runs if run.link]
    assert links == [
        ("Example\xa0News", "https://example.org/a"),
        ("Agency", "https://example.org/b"),
        ("Third", "https://example.org/c"),
    ]


def test_slides_with_the_same_title_are_numbered() -> None:
    twins = timeline([event("a", 0, title="Call", key=True), event("b", 9, title="Call", key=True)])
    assert [slide.title for slide in deck(twins, GEOMETRY).slides[2:4]] == ["Call (1/2)", "Call (2/2)"]


# ---- where it stands


@pytest.mark.parametrize(
    "made",
    [
        timeline([FIRST, EVERYTHING]),
        odd(WORD),
        odd(ARABIC * 20),
        odd("北京会谈。" * 100),
        replace(odd(HEBREW * 3), language="he"),
        many(100),
        timeline(event(f"e{n}", 0) for n in range(50)),
    ],
    ids=["plain", "long words", "Arabic", "Chinese", "Hebrew", "100 events", "one day"],
)
def test_no_text_is_too_small_too_high_for_its_box_or_off_its_slide(made: Timeline) -> None:
    slides = deck(made, GEOMETRY, all_events=True).slides
    assert len({slide.title for slide in slides}) == len({slide.name for slide in slides}) == len(slides)
    for slide in slides:
        assert slide.title_size >= SMALLEST_TITLE
        for box in text_boxes_of(slide):
            assert all(paragraph.size >= SMALLEST for paragraph in box.paragraphs)
            tall = height(box.paragraphs, box.rect.width + 0.01, GEOMETRY.text_width_factor)
            assert tall <= box.rect.height + 0.01, box
        places = [part.rect for part in (*text_boxes_of(slide), *slide.parts)]
        assert all(
            rect.x >= 0 and rect.y >= 0 and rect.right <= GEOMETRY.width and rect.bottom <= GEOMETRY.height
            for rect in places
        )


def test_what_has_no_room_goes_on_on_a_further_slide_and_nothing_is_lost() -> None:
    people = tuple(Person(f"Person number {n}") for n in range(200))
    made = deck(timeline([replace(EVERYTHING, participants=people), FIRST]), GEOMETRY)
    found = [slide for slide in made.slides if slide.name.startswith("event summit")]
    assert [slide.title for slide in found] == [
        f"Leaders meet in Paris ({number}/{len(found)})" for number in range(1, len(found) + 1)
    ]
    everyone = " ".join(" ".join(body_texts(slide)) for slide in found)
    assert all(person.name in everyone for person in people)
    assert [bool(slide.notes) for slide in found] == [True, *[False] * (len(found) - 1)]


def test_a_title_that_has_no_room_is_told_whole_below() -> None:
    long = "A title that goes on and on " * 20 + "to its end"
    found = heading(long, Rect(0, 0, 864, 104), (36.0, 28.0), 1.0)
    assert found.text.endswith("…")
    made = deck(timeline([event("a", title=long, key=True), FIRST]), GEOMETRY)
    assert body_texts(named(made, "event a"))[0] == long


@pytest.mark.parametrize("everything", [False, True])
def test_the_overview_labels_the_events_that_have_slides_and_no_labels_meet(
    curated: Timeline, everything: bool
) -> None:
    slides = deck(curated, GEOMETRY, all_events=everything).slides
    charts = [slide for slide in slides if slide.kind == "chart"]
    found = [[part for part in chart.parts if isinstance(part, TextBox) and part.link] for chart in charts]
    shown = [event for event in curated.events if event.key or everything]
    assert {part.link for labels in found for part in labels} == {f"event {event.id}" for event in shown}
    assert len(charts) <= 2 + len(shown) // 25
    for labels in found:
        for number, one in enumerate(labels):
            for other in labels[:number]:
                apart = one.rect.right <= other.rect.x or other.rect.right <= one.rect.x
                assert apart or abs(one.rect.y - other.rect.y) >= SMALLEST


def test_every_event_has_its_mark_on_the_overview_also_one_without_a_slide(curated: Timeline) -> None:
    charts = [slide for slide in deck(curated, GEOMETRY).slides if slide.kind == "chart"]
    marks = [part for chart in charts for part in chart.parts if isinstance(part, Shape) and part.link]
    assert len(marks) == len(curated.events)
    assert all(mark.alt for mark in marks)


def test_an_overview_of_many_events_is_parted_so_that_each_has_its_label() -> None:
    charts = [slide for slide in deck(many(100), GEOMETRY).slides if slide.kind == "chart"]
    labels = [part for slide in charts for part in slide.parts if isinstance(part, TextBox) and part.link]
    assert len(charts) > 1
    assert len(labels) == 100


def labels_of(made: Deck) -> list[list[TextBox]]:
    """The labels of each slide of the overview."""
    charts = [slide for slide in made.slides if slide.kind == "chart"]
    return [[part for part in chart.parts if isinstance(part, TextBox) and part.link] for chart in charts]


def test_an_overview_is_parted_before_a_label_is_cut() -> None:
    middle = "Starmer meets Trump at the White House and asks for guarantees"
    held = timeline([event("a", 0), event("b", 14, title=middle, label=middle), event("c", 28)])
    first, second = labels_of(deck(held, GEOMETRY))
    assert [label.paragraphs[0].text for label in (*first, *second)] == ["a", middle, "c"]


def test_a_label_that_no_slide_has_room_for_tells_the_pointer_all_of_it() -> None:
    held = timeline([event("a", 0, label=WORD), event("b", 14)])
    ((cut, whole),) = labels_of(deck(held, GEOMETRY))
    assert cut.paragraphs[0].text.endswith("…")
    assert (cut.tip, whole.tip) == (WORD, "")


def test_in_arabic_the_line_runs_from_right_to_left() -> None:
    made = deck(replace(odd(ARABIC), language="ar"), GEOMETRY)
    first = next(slide for slide in made.slides if slide.name == "event odd")
    days = [box for box in text_boxes_of(first) if box.paragraphs[0].colour == "quiet"]
    assert days[0].rect.x > days[1].rect.x
    assert all(paragraph.is_rtl for box in text_boxes_of(first) for paragraph in box.paragraphs)


WORDS = st.lists(st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd", "Po"]), min_size=1), min_size=1)


@given(st.lists(WORDS.map(" ".join), min_size=1), st.integers(100, 800), st.integers(60, 400))
def test_pages_hold_every_letter_in_order_and_fit(texts: list[str], room: int, tall: int) -> None:
    paragraphs = [Paragraph((Run(text),), 24.0, space_before=10.0) for text in texts]
    found = pages(paragraphs, room, tall, 1.1)
    letters = "".join(paragraph.text for page in found for paragraph in page)
    assert letters.replace(" ", "") == "".join(texts).replace(" ", "")
    assert all(height(page, room, 1.1) <= tall for page in found)


def test_what_stays_together_is_not_parted_between_pages() -> None:
    lines = [Paragraph((Run(str(n)),), 18.0, keep_with_next=n % 2 == 0) for n in range(6)]
    found = pages(lines, 400, 70, 1.0)
    assert [[line.text for line in page] for page in found] == [["0", "1"], ["2", "3"], ["4", "5"]]
    assert all(line.size == SMALLEST for page, _ in pairwise(found) for line in page)


def test_more_eras_than_have_room_leave_every_shape_on_the_slide() -> None:
    eras = tuple(Era(f"A long era of its own, number {n}", LATE) for n in range(40))
    made = deck(timeline([event("a", LATE)], eras=eras), GEOMETRY)
    (chart,) = [slide for slide in made.slides if slide.kind == "chart"]
    assert max(part.rect.bottom for part in chart.parts) <= GEOMETRY.height


def test_the_way_back_leads_to_the_part_of_the_overview_that_shows_the_event(curated: Timeline) -> None:
    made = deck(curated, GEOMETRY, all_events=True)
    back = {slide.name: slide.parts[-1].link for slide in made.slides if slide.kind == "text"}
    parts: dict[str, str] = {}
    for slide in made.slides:
        if slide.kind == "chart":
            parts |= dict.fromkeys((part.link for part in slide.parts if part.link), slide.name)
    assert {name: to for name, to in back.items() if name in parts} == parts
    assert len(set(parts.values())) > 1
    assert back["sources"] == parts["event hegseth-brussels"]


VIEW = When(Moment.day(date(2025, 2, 22)), Moment.day(date(2025, 3, 3)))


def texts_of(made: Deck) -> list[list[str]]:
    """The texts of each slide of the overview."""
    charts = [slide for slide in made.slides if slide.kind == "chart"]
    boxes = [[part for part in chart.parts if isinstance(part, TextBox)] for chart in charts]
    return [[box.paragraphs[0].text for box in each] for each in boxes]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_overview_shows_the_view_and_counts_the_events_beyond_it(language: str) -> None:
    start, end = FIRST.when.start, Moment.day(date(2025, 6, 1))
    across = event("across", When(start, end), title="Across", label="Across")
    held = [FIRST, across, event("in", 12, label="In"), event("late", 60), event("last", 90)]
    ages = (
        ("The whole age", date(2024, 1, 1), date(2026, 1, 1)),
        ("Half", date(2025, 2, 26), date(2025, 9, 1)),
    )
    eras = tuple(Era(name, When(Moment.day(first), Moment.day(last))) for name, first, last in ages)
    made = deck(timeline(held, view=VIEW, language=language, eras=eras), GEOMETRY)
    (labels,) = labels_of(made)
    assert {label.link for label in labels} == {"event across", "event in"}
    (texts,) = texts_of(made)
    counts = [text for text in texts if "←" in text or "→" in text]
    assert counts == {"en": ["← 1 earlier", "2 later →"], "ar": ["→ 1 قبل ذلك", "2 بعد ذلك ←"]}[language]
    assert {"The whole age", "Half"} <= set(texts)
    (chart,) = [slide for slide in made.slides if slide.kind == "chart"]
    marks = [part for part in chart.parts if isinstance(part, Shape) and part.link]
    assert len(marks) == 2
    area = GEOMETRY.chart.body
    for part in chart.parts:
        assert area.x - 1 <= part.rect.x
        assert part.rect.right <= area.right + 1
        assert part.rect.bottom <= area.bottom + 1


def test_a_view_that_takes_several_slides_is_parted_by_its_days() -> None:
    words = "A label that is so long that it takes up most of the slide"
    held = [
        event("early", 0),
        *(event(f"e{n}", 5 + n % 10, label=words) for n in range(40)),
        event("late", 60),
    ]
    made = deck(timeline(held, view=VIEW), GEOMETRY)
    texts = texts_of(made)
    assert len(texts) > 1
    counts = [[text for text in each if "earlier" in text or "later" in text] for each in texts]
    assert counts == [["← 1 earlier"], *[[]] * (len(texts) - 2), ["1 later →"]]
    assert sum(map(len, labels_of(made))) == 40


def test_a_long_overview_is_laid_out_in_few_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    laid_out: list[int] = []

    def counted(part: Timeline, *arguments: object, **options: object) -> Scene:
        laid_out.append(len(part.events))
        return lay_out(part, *arguments, **options)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr("timeline.render.slides.overview.lay_out", counted)
    many = timeline(event(f"Talks number {number}", number // 2) for number in range(240))
    slides = [slide for slide in deck(many, GEOMETRY).slides if slide.name.startswith("overview")]

    assert len(slides) > 5
    assert sum(laid_out) < 8 * 240  # each division from the beginning would be one per slide
