"""Deck -> PowerPoint file: native shapes and texts, one slide for each of the deck's."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from timeline.language import Language
from timeline.model.contrast import readable
from timeline.model.theme import Theme
from timeline.render.chart import palette
from timeline.render.slides.deck import Deck, Paragraph, Rect, Run, Shape, Slide, Text
from timeline.render.slides.pptx import ooxml
from timeline.render.slides.pptx.default_template import default_template
from timeline.render.slides.pptx.template import Template, TemplateError, body_of, layouts, read

__all__ = ["Template", "TemplateError", "default_template", "pptx", "read"]

_FORMS = {
    "circle": MSO_SHAPE.OVAL,
    "square": MSO_SHAPE.RECTANGLE,
    "diamond": MSO_SHAPE.DIAMOND,
    "triangle-up": MSO_SHAPE.ISOSCELES_TRIANGLE,
    "triangle-down": MSO_SHAPE.FLOWCHART_MERGE,
    "hexagon": MSO_SHAPE.HEXAGON,
    "bar": MSO_SHAPE.ROUNDED_RECTANGLE,
    "rectangle": MSO_SHAPE.RECTANGLE,
}
#: Points: the lines around marks, filled and hollow.
_OUTLINE, _HOLLOW = 0.75, 2.0
#: Points: notes, which are read on paper or by the speaker alone.
_NOTE = 12.0
#: The earliest time that a zip can tell, for files that tell none.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
#: Texts of a file's properties are no longer (ECMA-376 part 2, 11.1).
_LONGEST = 255


def pptx(deck: Deck, template: Template, theme: Theme) -> bytes:
    """The deck as a .pptx file in the look of ``template``; ``theme`` has the colours of the tracks.

    Pure: no clock, so the same deck and template give the same bytes.
    """
    presentation = Presentation(io.BytesIO(template.data))
    found = layouts(presentation)
    made = {
        slide.name: presentation.slides.add_slide(found[template.layouts[slide.kind]])
        for slide in deck.slides
    }
    maker = _Maker(deck, template, theme, made)
    for slide in deck.slides:
        maker.fill(slide)
    _describe(presentation.core_properties, deck)
    file = io.BytesIO()
    presentation.save(file)
    return _timeless(file.getvalue())


def _describe(properties: Any, deck: Deck) -> None:
    """The properties of the file, in place of those of its template."""
    properties.title = ooxml.line(deck.title)[:_LONGEST]
    properties.author = ooxml.line(deck.credit)[:_LONGEST]
    properties.language = deck.language
    properties.comments = properties.keywords = properties.subject = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(*_NO_TIME)  # noqa: DTZ001  the library takes no zone
    properties.revision = 1


def _timeless(data: bytes) -> bytes:
    """The same zip with no time in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, old.read(name))
    return file.getvalue()


class _Maker:
    """Fills the slides of one presentation; ``made`` are they, by name, so that each can link to any."""

    def __init__(self, deck: Deck, template: Template, theme: Theme, made: Mapping[str, Any]) -> None:
        self.deck, self.made = deck, made
        self.is_rtl = Language(deck.language).is_rtl
        ground = (template.paper,)
        self.colours: dict[str | int, str] = {
            "paper": template.paper,
            "ink": template.ink,
            "quiet": template.quiet,
            "link": template.link,
        }
        for index, track in enumerate(deck.tracks):
            self.colours[index] = readable(palette.track_colour(index, track.colour, theme).light, ground)

    def fill(self, slide: Slide) -> None:
        """Title, text, parts and notes, in the order in which they are read."""
        made = self.made[slide.name]
        title = made.shapes.title
        body = body_of(made) if slide.body else None
        for spare in [each for each in made.placeholders if each not in (title, body)]:
            ooxml.remove(spare)
        ooxml.read_first(made.shapes, title)
        self._title(title, slide)
        if body is not None and slide.body:
            body.left, body.top, body.width, body.height = _emu(slide.body.rect)
            self._set(body, slide.body)
        for part in slide.parts:
            shape = self._text(made, part) if isinstance(part, Text) else self._shape(made, part)
            self._link(shape, part.link)
            ooxml.tell(shape, part.tip if isinstance(part, Text) else part.alt)
        if slide.notes:
            self._notes(made.notes_slide.notes_text_frame, slide)

    def _title(self, title: Any, slide: Slide) -> None:
        line = Paragraph((Run(slide.title),), slide.title_size, leftward=self.is_rtl)
        frame = title.text_frame
        frame.auto_size = MSO_AUTO_SIZE.NONE
        if slide.place:
            title.left, title.top, title.width, title.height = _emu(slide.place)
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._paragraph(frame.paragraphs[0], line, "")

    def _text(self, made: Any, text: Text) -> Any:
        shape = made.shapes.add_textbox(*_emu(text.rect))
        ooxml.name(shape, text.paragraphs[0].text[:40])
        self._set(shape, text)
        return shape

    def _set(self, shape: Any, text: Text) -> None:
        """The paragraphs of a box, which neither grows nor shrinks: they were measured for it."""
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size = not text.is_line, MSO_AUTO_SIZE.NONE
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if text.is_line else MSO_ANCHOR.TOP
        for number, paragraph in enumerate(text.paragraphs):
            made = frame.add_paragraph() if number else frame.paragraphs[0]
            self._paragraph(made, paragraph, text.align)
            if paragraph.colour == "link":
                made.runs[0].font.underline = True

    def _paragraph(self, made: Any, paragraph: Paragraph, align: str) -> None:
        side = align[:1] or ("r" if self.is_rtl or paragraph.leftward else "")
        ooxml.manner(made, leftward=paragraph.leftward, align=side, before=paragraph.before)
        for run in paragraph.runs:
            one = made.add_run()
            one.text = ooxml.line(run.text)
            one.font.size = Pt(paragraph.size)
            ooxml.speak(one, run.language or self.deck.language)
            if run.bold:
                one.font.bold = True
            colour = "link" if run.link else paragraph.colour
            if colour != "ink":
                one.font.color.rgb = self._rgb(colour)
            if _is_web(run.link):
                one.hyperlink.address = run.link

    def _shape(self, made: Any, part: Shape) -> Any:
        shape = made.shapes.add_shape(_FORMS[part.form], *_emu(part.rect))
        ooxml.plain(shape)
        ooxml.describe(shape, part.alt)
        ooxml.name(shape, part.alt[:40] or part.form)
        if part.form == "bar":
            shape.adjustments[0] = 0.5
        shape.fill.solid()
        shape.fill.fore_color.rgb = self._rgb("paper" if part.hollow else part.colour)
        ooxml.let_through(shape.fill, 1.0 if part.hollow else part.opacity)
        if part.hollow:
            shape.line.color.rgb, shape.line.width = self._rgb(part.colour), Pt(_HOLLOW)
        elif part.link and part.opacity == 1:
            shape.line.color.rgb, shape.line.width = self._rgb("ink"), Pt(_OUTLINE)
        else:
            shape.line.fill.background()
        return shape

    def _link(self, shape: Any, link: str) -> None:
        if link in self.made:
            shape.click_action.target_slide = self.made[link]
        elif _is_web(link):
            shape.click_action.hyperlink.address = link

    def _notes(self, frame: Any, slide: Slide) -> None:
        frame.text = "\n".join(map(ooxml.line, slide.notes))
        for paragraph in frame.paragraphs:
            side = "r" if self.is_rtl else ""
            ooxml.manner(paragraph, leftward=self.is_rtl, align=side, before=_NOTE / 2)
            for run in paragraph.runs:
                run.font.size = Pt(_NOTE)
                ooxml.speak(run, self.deck.language)

    def _rgb(self, colour: str | int) -> RGBColor:
        code = self.colours[colour]
        return RGBColor(*bytes.fromhex(code[1:]))  # type: ignore[no-untyped-call]  # it has no types


def _is_web(link: str) -> bool:
    """Whether a link goes to the web, and not to anything that would be run or opened on the machine."""
    return link.startswith(("https://", "http://"))


def _emu(rect: Rect) -> tuple[int, int, int, int]:
    """A place in English Metric Units, 12,700 to the point."""
    return Pt(rect.x), Pt(rect.y), Pt(rect.width), Pt(rect.height)
