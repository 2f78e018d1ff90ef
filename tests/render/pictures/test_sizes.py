"""Pictures for social platforms: of the exact size, whole, and in type that can be read on a phone."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date, time
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from tests.conftest import EVENTS
from tests.helpers.make import event, five_weeks, timeline
from timeline.cli import main
from timeline.layout import lay_out
from timeline.model import Moment, Timeline, When
from timeline.render.pictures import svg
from timeline.render.pictures.card import Card, Line
from timeline.render.pictures.cards import event_card
from timeline.render.pictures.preview import preview
from timeline.render.pictures.sheet import LINK, PORTRAIT, SHEETS, SQUARE, STORY, Sheet
from timeline.render.pictures.text_roles import is_bold
from timeline.typography import text_width

SIZES = ["1200x630", "1080x1080", "1080x1350", "1080x1920"]
TRACKS = ["Parliament", "Government", "Courts", "Streets and squares", "European Union", "Science", "Press"]
TITLE = "How a climate law was made, lost in the courts and made again"


def many(number: int, every: int, **more: object) -> Timeline:
    """So many events within some years, one in ``every`` of them a main event; none for 0."""
    events = [
        event(f"debate-{n}", n * n % 1500, TRACKS[n % 7], key=every > 0 and n % every == 0)
        for n in range(number)
    ]
    return timeline(events, **({"title": TITLE, "kicker": "Climate"} | more))


def card_of(made: Timeline, sheet: Sheet) -> Card:
    return preview(made, lay_out(made, 1280), sheet)


def lines(card: Card) -> list[Line]:
    return [*card.lines, *card.graphic.lines]


def texts(card: Card, style: str) -> list[str]:
    return [line.text for line in lines(card) if line.style == style]


def box(line: Line) -> tuple[float, float, float, float]:
    """Left, right, top and bottom of the letters."""
    width = text_width(line.text, line.size, bold=is_bold(line.style))
    left = line.x if line.anchor == "start" else line.x - width
    return left, left + width, line.y - line.size * 0.72, line.y


def export(*words: str) -> Result:
    return CliRunner().invoke(main, ["export", *words])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "made",
    [
        many(3, 2),
        many(3, 2, standfirst="Five years of debates, rulings and protests."),
        many(120, 10),
        many(120, 2),
        many(120, 0),
        many(40, 8, language="ar", title="قمة طارئة في باريس", kicker="مناخ"),
        many(9, 3, title=TITLE * 4, standfirst=TITLE * 20),
        timeline([event("only", title=TITLE, key=True)]),
    ],
    ids=["few", "with standfirst", "many", "many main", "no main", "arabic", "wordy", "one"],
)
def test_whatever_a_timeline_holds_no_text_is_cut_off_or_overlaps_another(
    made: Timeline, size: str
) -> None:
    sheet = SHEETS[size]
    card = card_of(made, sheet)
    found = [box(line) for line in lines(card)]
    for left, right, top, bottom in found:
        assert left >= 20
        assert right <= sheet.width - 20
        assert top >= 0
        assert bottom <= sheet.height - 20
    for one, other in combinations(found, 2):
        assert one[1] <= other[0] or other[1] <= one[0] or one[3] <= other[2] or other[3] <= one[2]
    # a phone shows the picture about 360 px wide, and 8 px are small print there
    assert min(line.size for line in lines(card)) * 360 / sheet.width >= 7.8


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=SIZES)
def test_the_skyline_has_a_square_for_each_event_above_the_axis_and_below_the_headline(
    sheet: Sheet,
) -> None:
    made = five_weeks()
    card = card_of(made, sheet)
    blocks = card.graphic.blocks
    assert len(blocks) == 38
    headline = max(line.y for line in card.lines if line.style == "headline")
    assert min(block.y for block in blocks) > headline
    assert max(block.y + block.height for block in blocks) <= card.graphic.ground
    assert min(block.width for block in blocks) >= 18
    assert texts(card, "aside")[0] == "11 events · 17\xa0Feb"
    assert texts(card, "track") == ["Talks", "Europe", "Votes"]


@pytest.mark.parametrize(("sheet", "number"), [(SQUARE, 4), (PORTRAIT, 6), (STORY, 8)])
def test_an_upright_picture_lists_the_main_events_with_their_dates(sheet: Sheet, number: int) -> None:
    main = {day: f"Main event {day}" for day in (0, 5, 6, 15, 16, 18, 27, 31)}
    events = [event(f"e{day}", day, title=TITLE * 2, label=label, key=True) for day, label in main.items()]
    others = (event(f"other-{n}", n, TRACKS[n % 7]) for n in range(30))
    card = card_of(timeline([*events, *others], title=TITLE, kicker="Climate", standfirst=TITLE), sheet)
    dates = ["12 Feb", "17 Feb", "18 Feb", "27 Feb", "28 Feb", "2 Mar", "11 Mar", "15 Mar"]
    assert texts(card, "key") == [*main.values()][:number]
    assert [text.replace("\xa0", " ") for text in texts(card, "date")] == dates[:number]
    assert (f"{number} of 38 events" in texts(card, "note")) == (number < 8)


def test_a_few_events_are_all_listed() -> None:
    card = card_of(many(3, 2), PORTRAIT)
    assert texts(card, "key") + texts(card, "label") == ["debate-0", "debate-2", "debate-1"]


def test_events_of_one_day_are_listed_by_the_clock() -> None:
    day = date(2025, 2, 17)
    made = timeline(
        [event(str(hour), When(Moment.day(day, time(hour)))) for hour in (9, 16)], clock="Europe/Paris"
    )
    assert texts(card_of(made, PORTRAIT), "date") == ["09:00", "16:00"]


def test_a_list_that_is_cut_says_so() -> None:
    card = card_of(many(120, 2), SQUARE)
    listed = len(texts(card, "key"))
    assert 0 < listed < 60
    assert f"{listed} of 120 events" in texts(card, "note")


def test_without_main_events_the_tracks_are_counted_instead() -> None:
    made = many(120, 0)
    card = card_of(made, PORTRAIT)
    assert texts(card, "name") == list(dict.fromkeys(one.track for one in made.events))
    assert sum(map(int, texts(card, "text"))) == 120


def test_on_the_card_of_an_event_its_square_stands_out() -> None:
    made = five_weeks()
    for sheet in (LINK, STORY):
        card = event_card(made, made.events[14], lay_out(made, 1280), sheet)
        assert (card.width, card.height) == (sheet.width, sheet.height)
        chosen = [block for block in card.graphic.blocks if block.chosen]
        assert len(chosen) == 1
        assert sum(block.faint for block in card.graphic.blocks) == 37


def test_dark_pictures_have_the_dark_colours(curated: Timeline) -> None:
    colours = replace(curated.theme.dark, paper="#000011")
    made = replace(curated, theme=replace(curated.theme, dark=colours))
    drawings = (
        svg.card(made, card_of(made, SQUARE), is_dark=True),
        svg.still(made, lay_out(made, 1280), is_dark=True),
    )
    for drawing in drawings:
        assert "#000011" in drawing
        assert made.theme.light.ink not in drawing.replace(made.theme.dark.paper, "")


# ---- the command


@pytest.mark.parametrize("size", SIZES)
def test_a_png_has_exactly_the_size_that_was_asked_for_and_is_named_after_it(
    size: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("resvg_py")
    monkeypatch.chdir(tmp_path)
    assert export("png", str(EVENTS), "--size", size).exit_code == 0
    png = (tmp_path / f"timeline-{size}.png").read_bytes()
    assert "x".join(map(str, struct.unpack(">II", png[16:24]))) == size


def test_a_size_may_be_written_with_a_times_sign(tmp_path: Path) -> None:
    result = export("svg", str(EVENTS), "--size", "1080 × 1350", "-o", str(tmp_path / "a.svg"))
    assert result.exit_code == 0
    root = ET.parse(tmp_path / "a.svg").getroot()  # noqa: S314  our own
    assert (root.get("width"), root.get("height")) == ("1080", "1350")


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("1200x600", "1200x630"),
        ("1080x1920px", "1080x1920"),
        ("900x900", "1080x1080"),
        ("big", "1080x1920"),
    ],
)
def test_another_size_is_refused_with_the_nearest_one(written: str, nearest: str) -> None:
    result = export("png", str(EVENTS), "--size", written)
    assert result.exit_code == 2
    assert result.stderr.endswith(
        f"'{written}' is not one of the sizes 1200x630, 1080x1080, 1080x1350 and 1080x1920\n"
        f"Try: --size {nearest}\n"
    )


def test_a_size_and_a_width_contradict_each_other() -> None:
    result = export("png", str(EVENTS), "--size", "1080x1080", "--width", "800")
    assert result.exit_code == 2
    assert result.stderr.endswith("--size already says how wide the picture is\nTry: leave out --width\n")
