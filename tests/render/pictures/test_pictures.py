"""The pictures: whole on their sheet, well-formed, and honest where a font or a package is lacking."""

from __future__ import annotations

import re
import struct
import sys
import tomllib
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from tests.conftest import EVENTS
from tests.helpers.curated import called
from tests.helpers.event_files import an_event_file
from tests.helpers.make import event, timeline
from timeline.cli import main
from timeline.layout import lay_out
from timeline.model import Era, Event, Moment, Place, Precision, Source, Timeline, When
from timeline.render import omissions
from timeline.render.pictures import png as raster
from timeline.render.pictures import svg as drawing
from timeline.render.pictures.card import Card
from timeline.render.pictures.cards import event_card
from timeline.render.pictures.preview import preview
from timeline.typography import text_width

ROOT = Path(__file__).parents[3]
SVG = "{http://www.w3.org/2000/svg}"
LATE_FEBRUARY = When(Moment(date(2025, 2, 21), date(2025, 2, 28), Precision.PART))
TITLE = "A title that tells in one breath what happened, to whom, and what may come of it in the end. " * 3
LONG = event(
    "long",
    LATE_FEBRUARY,
    title=TITLE,
    summary="They met. " * 60,
    places=(Place("Paris"),),
    sources=(Source("https://www.example.org/" + "story/" * 40, "Example News"),),
)


def shown(card: Card) -> list[str]:
    return [line.text for line in card.lines]


def card_of(one: Event, **more: object) -> Card:
    made = timeline([one, event("other", 30)], **more)
    return event_card(made, one, lay_out(made, 1280))


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height as a PNG's header has them."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def export(*words: str) -> Result:
    return CliRunner().invoke(main, ["export", *words])


def part(root: ET.Element, name: str) -> ET.Element:
    """The group with that id."""
    found = root.find(f".//{SVG}g[@id='{name}']")
    assert found is not None
    return found


@pytest.fixture
def without_resvg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resvg_py", None)  # so that importing it fails


# ---- cards


def test_the_card_of_an_event_tells_when_what_where_and_by_whom(curated: Timeline) -> None:
    sources = (Source("https://www.example.org/summit", "Example News"),)
    summit = replace(called(curated, "paris-summit"), sources=sources)
    texts = shown(event_card(curated, summit, lay_out(curated, 1280)))
    assert texts[:2] == ["EUROPE", "17\xa0February 2025, 16:00 (Paris time)"]
    assert " ".join(texts[2 : texts.index("Élysée Palace, Paris")]) == summit.title
    assert "Élysée Palace, Paris" in texts
    assert "Source: Example News · example.org/summit" in texts


def test_a_card_is_no_more_exact_than_the_date_is_known() -> None:
    assert "between 21 and 28\xa0February 2025" in shown(card_of(LONG))


def test_a_summary_ends_at_the_end_of_a_sentence() -> None:
    told = " ".join(
        line.text for line in card_of(replace(LONG, title="Talks")).lines if line.style == "text"
    )
    assert told.startswith("They met. They met.")
    assert told.endswith("They met.")


def test_an_address_without_room_is_told_by_its_host() -> None:
    assert "Source: Example News · example.org" in shown(card_of(LONG))


@pytest.mark.parametrize(
    "title", [TITLE, "Donaudampfschifffahrt" * 9, "قمة طارئة في باريس " * 12, "北京会谈" * 40]
)
def test_no_line_runs_off_a_card_or_into_another(title: str) -> None:
    made = timeline(
        [replace(LONG, title=title), event("other", 30)], title=title, kicker=title, credit=title
    )
    scene = lay_out(made, 1280)
    for card in (preview(made, scene), event_card(made, made.events[0], scene)):
        words = [line for line in card.lines if line.style != "track"]
        assert all(text_width(line.text, line.size) <= card.width - 100 for line in words)
        heights = sorted({(line.y, line.size) for line in words})
        assert all(low[0] - low[1] >= high[0] - 1 for high, low in pairwise(heights))
        assert heights[-1][0] <= card.height - 30


def test_the_main_events_are_labelled_on_the_preview_and_no_labels_meet(curated: Timeline) -> None:
    labels_by_day = {
        0: "Trump and Putin speak by phone",
        5: "Emergency summit in Paris",
        6: "US–Russia talks in Riyadh",
        16: "Zelenskyy at the White House",
        31: "Coalition of the willing call",
    }
    main = [event(f"e{n}", n, label=label, key=True) for n, label in labels_by_day.items()]
    few = timeline(main, tracks=curated.tracks)
    labels = [
        line for line in preview(few, lay_out(few, 1280)).graphic.lines if line.style in {"key", "label"}
    ]
    assert {line.text for line in labels} == {one.label for one in few.events}
    boxes = []
    for line in labels:
        width = text_width(line.text, line.size, bold=line.style == "key")
        left = line.x if line.anchor == "start" else line.x - width
        boxes.append((left, left + width, line.y))
    for number, (left, right, y) in enumerate(boxes):
        assert left >= 0
        assert right <= 1200
        assert not any(
            left < other_right and other_left < right and abs(y - other_y) < 30
            for other_left, other_right, other_y in boxes[:number]
        )


# ---- SVG


def test_a_picture_is_well_formed_whatever_its_texts_hold() -> None:
    evil = "a\x00\x0b<b>&\"'\ufffe</style>"
    made = timeline([event("talks", title=evil, label=evil, summary=evil)], title=evil, kicker=evil)
    scene = lay_out(made, 1280)
    for svg in (drawing.still(made, scene), drawing.card(made, event_card(made, made.events[0], scene))):
        root = ET.fromstring(svg)  # noqa: S314  our own
        assert "<b>&\"'\ufffd</style>" in "".join(root.itertext())
        assert not root.findall(f".//{SVG}style")


def test_the_still_needs_no_other_file_and_keeps_each_link(site: Path, curated: Timeline) -> None:
    root = ET.fromstring((site / "timeline.svg").read_text(encoding="utf-8"))  # noqa: S314  our own
    links = [link.get("href") for link in root.iter(f"{SVG}a")]
    by_track = sorted(curated.events, key=lambda one: [t.name for t in curated.tracks].index(one.track))
    assert links == [one.sources[0].url for one in by_track]
    assert not [one.tag for one in root.iter() if one.tag.endswith(("image", "script", "use"))]
    assert root.get("lang") == "en"


def every_kind_of_mark() -> Timeline:
    """A dot, a bar, faded bands and dots, in full and hollow, with an era, in two tracks."""
    march = When(Moment(date(2025, 3, 1), date(2025, 3, 31), Precision.MONTH))
    bar = When(Moment.day(date(2025, 2, 14)), Moment.day(date(2025, 2, 25)))
    events = [
        event(f"{kind}-{status}", when, track, status=status)
        for kind, when in (("dot", 3), ("bar", bar), ("band", march), ("faded", LATE_FEBRUARY))
        for status, track in (("held", "Europe"), ("announced", "Asia"))
    ]
    return timeline([*events, event("later", 4000)], eras=(Era("A pause", bar),))


@pytest.mark.parametrize(
    "made", [every_kind_of_mark(), timeline([event("قمة", 0), event("ب", 9)], language="ar")]
)
@pytest.mark.parametrize("is_card", [False, True], ids=["still", "card"])
def test_a_picture_has_nothing_that_drawing_programs_do_not_read(made: Timeline, is_card: bool) -> None:
    scene = lay_out(made, 1280)
    svg = drawing.card(made, preview(made, scene)) if is_card else drawing.still(made, scene)
    root = ET.fromstring(svg)  # noqa: S314  our own
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {
        *("svg", "title", "defs", "linearGradient", "radialGradient", "stop"),
        *("g", "a", "rect", "circle", "path", "text"),
    }
    assert [one.tag for one in root.iter(f"{SVG}svg")] == [f"{SVG}svg"]
    attributes = {name for one in root.iter() for name in one.attrib}
    assert not attributes & {"class", "style", "mask", "filter", "clip-path"}
    values = [value for one in root.iter() for value in one.attrib.values()]
    assert not [value for value in values if "var(" in value or value.endswith("%")]
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    used = {value[5:-1] for value in values if value.startswith("url(#")}
    assert used <= set(ids)


def test_each_track_mark_and_label_of_the_still_is_a_group_with_a_name() -> None:
    made = every_kind_of_mark()
    root = ET.fromstring(drawing.still(made, lay_out(made, 1280)))  # noqa: S314  our own
    tracks = [one for one in root.iter(f"{SVG}g") if (one.get("id") or "") in {"track-1", "track-2"}]
    assert [track.get("data-name") for track in tracks] == [track.name for track in made.tracks]
    for track in tracks:
        for one in (one for one in made.events if one.track == track.get("data-name")):
            assert part(track, f"event-{one.id}").get("data-name") == one.label
            assert len(part(track, f"mark-{one.id}")) >= 1
            assert [text.text for text in part(track, f"label-{one.id}")] == [one.label]
    assert part(root, "era-1").get("data-name") == "A pause"


def test_the_still_says_below_the_counts_what_its_shapes_mean_where_they_differ() -> None:
    made = timeline([event("a", kind="summit"), event("b", 4, kind="call"), event("c", 9, kind="vote")])
    root = ET.fromstring(drawing.still(made, lay_out(made, 640)))  # noqa: S314  our own
    counts, *words = part(root, "notes")
    assert [word.text for word in words] == ["met", "spoke by phone or video", "decided"]
    assert [mark.tag.removeprefix(SVG) for mark in part(root, "shapes")] == ["circle", "circle", "path"]
    assert all(float(word.get("y", 0)) > float(counts.get("y", 0)) for word in words)
    alike = timeline([event("a"), event("b", 4)])
    assert 'id="shapes"' not in drawing.still(alike, lay_out(alike, 640))


def test_a_note_stands_below_its_label_in_the_still() -> None:
    made = timeline([event("a"), event("talks", 4, track="Talks", key=True, note="A note"), event("b", 9)])
    root = ET.fromstring(drawing.still(made, lay_out(made, 1120)))  # noqa: S314  our own
    label, note = part(root, "label-talks")
    assert (label.text, note.text) == ("talks", "A note")
    assert label.get("x") == note.get("x")
    assert float(note.get("y", 0)) - float(label.get("y", 0)) == pytest.approx(15.25)


def test_words_from_right_to_left_are_marked_as_such_and_end_where_they_should() -> None:
    made = timeline([event("قمة طارئة", 0), event("Paris", 9)], language="ar", title="قمة")
    root = ET.fromstring(drawing.still(made, lay_out(made, 1280)))  # noqa: S314  our own
    (headline,) = part(root, "heading")
    assert (headline.get("direction"), headline.get("text-anchor")) == ("rtl", "start")
    (label,) = part(root, "label-Paris")
    assert label.get("direction") is None


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "TALKS ON CONFIDENCE AND SECURITY IN EUROPE, AND WHAT CAME OF THEM IN ELEVEN YEARS"),
        ("ru", "Переговоры о мерах укрепления доверия и безопасности и разоружению в Европе"),
        ("ar", "المفاوضات المطولة بشأن تدابير بناء الثقة والأمن ونزع السلاح في أوروبا وما ترتب عليها"),
        (
            "zh",
            "关于建立信任与安全措施以及欧洲裁军问题的长期谈判及其对当代国际关系所产生的深远影响与历史意义",
        ),
    ],
)
def test_the_stills_headline_and_counts_are_whole_and_large_at_any_width(
    width: int, language: str, title: str
) -> None:
    made = timeline([event("a", 0), event("b", 30)], title=title, kicker=title, language=language)
    root = ET.fromstring(drawing.still(made, lay_out(made, width)))  # noqa: S314  our own
    headings = list(part(root, "heading"))
    lines = {
        "kicker": [text for text in headings if text.get("letter-spacing")],
        "headline": [text for text in headings if not text.get("letter-spacing")],
        "note": list(part(root, "notes")),
    }
    for style, texts in lines.items():
        sizes = [float(text.get("font-size", 0)) for text in texts]
        assert min(sizes) >= (22 if style == "headline" else 12)
        widths = [text_width(text.text or "", size) for text, size in zip(texts, sizes, strict=True)]
        assert max(widths) <= width - 32
    told = "".join(text.text or "" for text in lines["headline"])
    assert "".join(told.split()).strip("\u2068\u2069").replace("\u2069\u2068", "") == "".join(title.split())
    heights = [float(text.get("y", 0)) for texts in lines.values() for text in texts]
    assert heights == sorted(heights)
    assert heights[0] >= 30
    assert heights[-1] <= float(root.get("height", 0)) - 12


def test_a_turkish_stills_kicker_keeps_its_letters() -> None:
    made = timeline([event("a", 0)], kicker="diplomasi", language="tr")
    assert ">diplomasi<" in drawing.still(made, lay_out(made, 1280))


# ---- PNG


def test_a_build_draws_the_still_at_twice_its_size_and_the_preview(site: Path) -> None:
    pytest.importorskip("resvg_py")
    assert size_of((site / "social.png").read_bytes()) == (1200, 630)
    assert size_of((site / "timeline.png").read_bytes())[0] == 2 * 1280


def test_words_from_right_to_left_are_drawn_left_of_their_place() -> None:
    pytest.importorskip("resvg_py")
    made = timeline([event("قمة طارئة", 0)], language="ar", title="قمة")
    svg = drawing.still(made, lay_out(made, 1280))
    known = str(svg).replace(' direction="rtl" text-anchor="start"', ' text-anchor="end"')
    known = known.replace(' direction="rtl" text-anchor="end"', "")
    assert "direction" not in known
    assert known != svg
    assert raster.png(svg) == raster.png(known)


def test_a_letter_that_no_font_has_is_named() -> None:
    pytest.importorskip("resvg_py")
    lacking = "\U0010fffd"
    text = f'<text y="9">a{lacking}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{text}</svg>'
    assert raster.png(svg)[1] in {(lacking,), ("a", lacking)}  # the latter where there are no fonts


def test_a_picture_of_too_many_pixels_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, curated: Timeline, tmp_path: Path
) -> None:
    pytest.importorskip("resvg_py")
    monkeypatch.setattr(raster, "MAX_PIXELS", 2_000_000)

    refused = export("png", str(EVENTS), "-o", str(tmp_path / "x.png"))

    assert refused.exit_code == 3
    assert re.search(
        r"the picture would have 2,560 × [\d,]+ px, and a PNG may have 2 million: "
        r"take SVG, a smaller width or fewer tracks\n",
        refused.stderr,
    )
    assert not (tmp_path / "x.png").exists()
    assert omissions(curated, lay_out(curated, 1280), has_png=False)[-1].startswith(
        "The chart is too large for a PNG (1,280 × "
    )


# ---- export


def test_export_writes_one_picture_or_sends_it_on(tmp_path: Path) -> None:
    file = tmp_path / "still.svg"
    assert export("svg", str(EVENTS), "-o", str(file), "--width", "800").exit_code == 0
    assert ET.parse(file).getroot().get("width") == "800"  # noqa: S314  our own
    sent = export("svg", str(EVENTS), "-o", "-", "--width", "800")
    assert sent.stdout_bytes == file.read_bytes()


def test_export_takes_its_name_from_the_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("resvg_py")
    monkeypatch.chdir(tmp_path)
    assert export("png", str(EVENTS), "--event", "paris-summit").exit_code == 0
    assert size_of((tmp_path / "paris-summit.png").read_bytes()) == (2400, 1260)


def test_an_event_that_is_not_there_is_a_slip_with_a_way_out() -> None:
    result = export("svg", str(EVENTS), "--event", "paris-sumit")
    assert result.stderr.endswith("no event has the id 'paris-sumit'\nTry: --event paris-summit\n")
    assert result.exit_code == 2


@pytest.mark.usefixtures("without_resvg")
def test_without_resvg_export_says_how_to_get_it(tmp_path: Path) -> None:
    result = export("png", str(an_event_file(tmp_path)))
    assert result.stderr == (
        "Error: PNG needs the package resvg-py; to install it: python -m pip install 'resvg-py>=0.3.3'\n"
    )
    assert result.exit_code == 3


@pytest.mark.usefixtures("without_resvg")
def test_without_resvg_a_build_says_so_in_a_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", str(an_event_file(tmp_path)), "-o", str(tmp_path / "out")])
    assert result.stderr.splitlines()[-1] == (
        "No resvg-py: no timeline.png and no social.png; "
        "to have them: python -m pip install 'resvg-py>=0.3.3'"
    )
    assert not list((tmp_path / "out").glob("*.png"))


def test_the_command_installs_what_the_project_declares() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert extras["images"] == [raster.REQUIREMENT]
    assert raster.REQUIREMENT in extras["test"]
    assert f"$ {raster.INSTALL_COMMAND}\n" in (ROOT / "timeline/manual/embeds.md").read_text("utf-8")
