"""The deck read back from its file: every slide, link, note, size and alternative text."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pptx import Presentation
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from tests.helpers.event_files import SOURCE, an_event_file
from tests.helpers.make import event, timeline
from tests.render.slides.test_slides import ARABIC, EVERYTHING, HEBREW, WORD, odd
from timeline.cli import main
from timeline.model import Source, Timeline
from timeline.model.theme import Theme
from timeline.render.slides.compose import deck
from timeline.render.slides.pptx import TemplateError, default_template, pptx, read

FIRST = event("first", 0)
BOTH = timeline([FIRST, EVERYTHING], title="Talks", credit="Example Desk")
TYPES = "[Content_Types].xml"


@cache
def made(held: Timeline, template: bytes | None = None) -> bytes:
    base = default_template(held.theme) if template is None else read(template)
    return pptx(deck(held, base.geometry, all_events=True), base, held.theme)


def opened(data: bytes) -> Any:
    return Presentation(io.BytesIO(data))


def plain(*, slides: int = 0) -> bytes:
    """A template: python-pptx's own base."""
    base = Presentation()
    for _ in range(slides):
        base.slides.add_slide(base.slide_layouts[1]).shapes.title.text = "Old"
    return saved(base)


def saved(presentation: Any) -> bytes:
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def without(data: bytes, part: str) -> bytes:
    """The file without one of its parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(file, "w") as changed:
        for name in package.namelist():
            if name != part:
                changed.writestr(name, package.read(name))
    return file.getvalue()


def with_types(data: bytes, old: bytes, new: bytes) -> bytes:
    """The file with another word in its list of types."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(file, "w") as changed:
        for name in package.namelist():
            content = package.read(name)
            changed.writestr(name, content.replace(old, new) if name == TYPES else content)
    return file.getvalue()


def properties(shape: Any) -> Any:
    return shape._element._nvXxPr.cNvPr  # noqa: SLF001  there is no public way to it


def runs(shape: Any) -> list[Any]:
    frame = shape.text_frame if shape.has_text_frame else None
    return [run for paragraph in frame.paragraphs for run in paragraph.runs] if frame else []


def words(shape: Any) -> str:
    return "".join(run.text for run in runs(shape))


def links(presentation: Any) -> set[str]:
    """Every address that the slides lead to."""
    shapes = [shape for slide in presentation.slides for shape in slide.shapes]
    of_shapes = {shape.click_action.hyperlink.address for shape in shapes}
    of_runs = {run.hyperlink.address for shape in shapes for run in runs(shape)}
    return {link for link in of_shapes | of_runs if link and not link.startswith("slide")}


def export(*words: str) -> Result:
    return CliRunner().invoke(main, ["export", "pptx", *words])


# ---- what is in the file


def test_a_deck_has_a_slide_for_each_event_and_a_link_for_each_source(few_events: Timeline) -> None:
    found = opened(made(few_events))
    titles = [slide.shapes.title.text_frame.text for slide in found.slides]
    assert len(set(titles)) == len(titles)
    assert {one.title for one in few_events.events} <= set(titles)
    assert {link.split("#:~:")[0] for link in links(found)} == {source.url for source in few_events.sources}
    with_notes = [slide.notes_slide for slide in found.slides if slide.has_notes_slide]
    notes = "\n".join(page.notes_text_frame.text for page in with_notes)
    assert all(source.url in notes for source in few_events.sources)
    assert all(part in notes for one in few_events.events for part in one.summary.split("\n\n"))


def test_each_mark_of_the_overview_and_its_label_lead_to_the_slide_of_the_event() -> None:
    found = opened(made(BOTH))
    cover, overview, first, summit, *_ = found.slides
    targets = [shape.click_action.target_slide for shape in list(overview.shapes)[1:]]
    assert [target for target in targets if target] == [first, first, summit, summit]
    back = next(shape for shape in summit.shapes if words(shape) == "Back to overview")
    assert back.click_action.target_slide == overview
    assert cover.shapes.title.text_frame.text == "Talks"


def test_every_shape_has_words_or_is_marked_as_decoration(few_events: Timeline) -> None:
    for slide in opened(made(few_events)).slides:
        assert slide.shapes[0] == slide.shapes.title
        for shape in slide.shapes:
            is_decoration = b"C183D7F6-B498-43B3-948B-1728B52AA6E4" in shape_xml(shape)
            assert bool(runs(shape) or properties(shape).get("descr")) is not is_decoration


def shape_xml(shape: Any) -> bytes:
    return serialize_part_xml(shape._element)  # noqa: SLF001  likewise


def test_every_run_tells_its_language_and_size(few_events: Timeline) -> None:
    for slide in opened(made(few_events)).slides:
        for shape in slide.shapes:
            smallest = Pt(28 if shape == slide.shapes.title else 18)
            for run in runs(shape):
                assert run.font.size >= smallest
                assert run._r.rPr.get("lang") == "en"  # noqa: SLF001  likewise


@pytest.mark.parametrize("held", [BOTH, odd(WORD), odd(HEBREW)], ids=["plain", "long words", "Hebrew"])
def test_every_shape_stands_inside_its_slide(held: Timeline) -> None:
    found = opened(made(held))
    assert (found.slide_width, found.slide_height) == (Pt(960), Pt(540))
    for slide in found.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert shape.left + shape.width <= found.slide_width
            assert shape.top + shape.height <= found.slide_height


def test_arabic_runs_from_right_to_left() -> None:
    found = opened(made(odd(ARABIC)))
    event_slide = next(slide for slide in found.slides if slide.has_notes_slide)
    manner = event_slide.placeholders[1].text_frame.paragraphs[1]._p.pPr  # noqa: SLF001  likewise
    assert (manner.get("rtl"), manner.get("algn")) == ("1", "r")


def test_the_file_names_what_it_is() -> None:
    told = opened(made(BOTH)).core_properties
    assert (told.title, told.author, told.language) == ("Talks", "Example Desk", "en")


def test_the_same_events_give_the_same_bytes() -> None:
    again = made.__wrapped__
    assert again(BOTH) == made(BOTH)
    assert again(BOTH, plain()) == made(BOTH, plain())


def test_what_xml_cannot_hold_is_replaced_where_one_sees_it() -> None:
    found = opened(made(odd("a\x00\x07b\ud800\ufffec")))
    assert found.slides[0].shapes.title.text_frame.text == "a��b��c (1/3)"


def test_links_lead_to_the_web_and_nowhere_else() -> None:
    evil = (Source("javascript:alert(1)", "Evil"), Source("file:///etc/passwd", "Worse"))
    assert links(opened(made(timeline([event("a", sources=evil), FIRST])))) == {"https://example.org/first"}


# ---- templates


def test_a_template_lends_its_layouts_and_loses_its_slides() -> None:
    found = opened(made(BOTH, plain(slides=3)))
    layouts = [slide.slide_layout.name for slide in found.slides]
    assert layouts[:3] == ["Title Slide", "Title Only", "Title and Content"]
    assert "Old" not in [slide.shapes.title.text_frame.text for slide in found.slides]
    assert (found.slide_width, found.slide_height) == (Pt(720), Pt(540))
    body = found.slides[2].placeholders[1]
    assert body.left + body.width <= found.slide_width


def test_a_title_is_measured_for_what_a_templates_box_leaves_it() -> None:
    base = opened(plain())
    whole = base.slide_layouts[1].placeholders[0].height / 12_700
    assert read(plain()).geometry.text.title.height == pytest.approx(whole - 7.2)
    base.slide_layouts[1].placeholders[0].text_frame.margin_top = Pt(20)
    assert read(saved(base)).geometry.text.title.height == pytest.approx(whole - 23.6)


def test_bold_titles_and_capitals_of_a_template_are_wider() -> None:
    base = opened(plain())
    (style,) = base.slide_master._element.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")  # noqa: SLF001  likewise
    style.set("b", "1")
    bold = read(saved(base)).geometry.title_width_factor
    style.set("cap", "all")
    assert read(plain()).geometry.title_width_factor < bold < read(saved(base)).geometry.title_width_factor


def test_no_template_spreads_lines_that_were_measured() -> None:
    for slide in opened(made(BOTH, plain())).slides:
        for paragraph in (one for shape in slide.placeholders for one in shape.text_frame.paragraphs):
            assert paragraph.line_spacing == 1.0
            assert paragraph.space_after == 0


def test_no_title_lies_under_the_text_below_it(few_events: Timeline) -> None:
    for slide in opened(made(few_events)).slides:
        title, *others = (shape for shape in slide.shapes if runs(shape))
        assert all(each.top >= title.top + title.height or each.top < title.top for each in others)


def test_the_overview_of_a_template_without_a_layout_for_it_has_that_of_texts() -> None:
    base = opened(plain())
    for layout in list(base.slide_layouts)[2:]:
        base.slide_layouts.remove(layout)
    assert read(saved(base)).layouts == {"cover": 0, "text": 1, "chart": 1}


def test_a_potx_serves_like_a_pptx() -> None:
    main_part, template = b"presentation.main+xml", b"template.main+xml"
    assert made(BOTH, with_types(plain(), main_part, template)) == made(BOTH, plain())


def test_a_templates_sections_go_with_its_slides() -> None:
    base = opened(plain(slides=1))
    section = '<p:extLst %s><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"/></p:extLst>'
    base.part._element.append(parse_xml(section % nsdecls("p")))  # noqa: SLF001  likewise
    found = opened(made(BOTH, saved(base)))
    assert found.part._element.find(qn("p:extLst")) is None  # noqa: SLF001  likewise


def without_text() -> bytes:
    base = opened(plain())
    for layout in list(base.slide_layouts)[1:]:
        base.slide_layouts.remove(layout)
    return saved(base)


def without_notes() -> bytes:
    base = opened(plain())
    for place in list(base.notes_master.placeholders):
        place._element.getparent().remove(place._element)  # noqa: SLF001  likewise
    return saved(base)


def with_low_titles() -> bytes:
    base = opened(plain())
    for layout in base.slide_layouts:
        for place in list(layout.placeholders)[:1]:
            place.left, place.top, place.width, place.height = 0, 0, Pt(600), Pt(36)
    return saved(base)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hello", "is not a PowerPoint file"),
        (bytes.fromhex("d0cf11e0") + b"...", "is an old .ppt file, or locked with a password"),
        (with_types(plain(), b"presentation.main+xml", b"macroEnabled.main+xml"), "contains macros"),
        (with_types(plain(), b"<", b""), "cannot be read as a presentation"),
        (without(plain(), "ppt/theme/theme1.xml"), r"cannot be read .*no relationship of type .*"),
        (without(plain(), "ppt/slideMasters/slideMaster1.xml"), "cannot be read as a presentation"),
        (without_text(), "has no layout with placeholders for a title and text"),
        (with_low_titles(), "has no layout with placeholders for a title and text"),
        (without_notes(), "has no placeholder for text on its notes pages"),
    ],
    ids=[
        "text",
        "locked",
        "macros",
        "broken",
        "no theme",
        "no master",
        "no text",
        "low titles",
        "no notes",
    ],
)
def test_a_broken_template_says_what_is_wrong_with_it(data: bytes, message: str) -> None:
    with pytest.raises(TemplateError, match=message) as caught:
        read(data)
    assert caught.value.advice


def test_a_template_that_cannot_serve_is_a_fault_with_a_way_out(tmp_path: Path) -> None:
    file = tmp_path / "house.pptx"
    file.write_bytes(b"hello")
    result = export(
        str(an_event_file(tmp_path)), "--template", str(file), "-o", str(tmp_path / "deck.pptx")
    )
    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"{file}:1:1: error[E010] the template is not a PowerPoint file\n"
        "    Try: save your template as .pptx or .potx\n"
    )
    assert not (tmp_path / "deck.pptx").exists()


# ---- the command


@pytest.fixture
def two_events(tmp_path: Path) -> str:
    """A folder with a main event and another."""
    folder = tmp_path / "events"
    folder.mkdir()
    for title, more in (("Vote", "key: yes\n"), ("Talks", "")):
        text = f"title: {title}\ndate: 2025-02-17\ntrack: Europe\n{more}{SOURCE}"
        (folder / f"{title}.yaml").write_text(text, encoding="utf-8")
    return str(folder)


def test_export_writes_a_deck_of_the_main_events_or_of_all(two_events: str, tmp_path: Path) -> None:
    main_events, everything = tmp_path / "a.pptx", tmp_path / "b.pptx"
    assert "4 slides" in export(two_events, "-o", str(main_events)).stderr
    assert export(two_events, "-o", str(everything), "--all").exit_code == 0
    shown, all_shown = (
        [slide.shapes.title.text_frame.text for slide in Presentation(str(file)).slides]
        for file in (main_events, everything)
    )
    assert len(shown) == 4
    assert set(all_shown) - set(shown) == {"Talks"}


def test_export_says_which_layouts_of_a_template_it_chose(two_events: str, tmp_path: Path) -> None:
    (tmp_path / "house.potx").write_bytes(plain())
    result = export(two_events, "-o", str(tmp_path / "a.pptx"), "--template", str(tmp_path / "house.potx"))
    assert result.stderr.splitlines()[:3] == [
        "cover slides: layout 'Title Slide'",
        "text slides: layout 'Title and Content'",
        "chart slides: layout 'Title Only'",
    ]


# ---- in LibreOffice


def test_libreoffice_shows_every_slide_with_its_title_and_date(
    curated: Timeline, soffice: Callable[..., list[Path]], tmp_path: Path
) -> None:
    shown = {"curated": curated, "Arabic": odd(ARABIC), "long words": odd(WORD)}
    for name, held in shown.items():
        (tmp_path / f"{name}.pptx").write_bytes(made(held))
    found = {}
    for file in soffice(*(tmp_path / f"{name}.pptx" for name in shown)):
        command = ["pdftotext", "-layout", str(file), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found[file.stem] = text.split("\f")[:-1]
    geometry = default_template(Theme()).geometry
    slides = {name: deck(held, geometry, all_events=True).slides for name, held in shown.items()}
    assert {name: len(pages) for name, pages in found.items()} == {
        name: len(expected) for name, expected in slides.items()
    }
    for page, slide in zip(found["curated"], slides["curated"], strict=True):
        words = re.sub(r"\s+", " ", page)
        assert slide.title in words
        if slide.body and slide.notes:
            assert slide.body.paragraphs[0].text.replace("\xa0", " ") in words
