"""One slide of a deck -> native shapes and texts on a slide of a presentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE
from pptx.util import Pt

from timeline.language import Language
from timeline.model.theme import Theme
from timeline.model.theme.contrast import readable
from timeline.render.chart import palette
from timeline.render.slides.deck import Deck, Paragraph, Rect, Run, Shape, Slide, TextBox
from timeline.render.slides.pptx import ooxml
from timeline.render.slides.pptx.template import Template, body_of

_SHAPES = {
    "disc": MSO_SHAPE.OVAL,
    "ring": MSO_SHAPE.OVAL,
    "dot": MSO_SHAPE.OVAL,
    "square": MSO_SHAPE.RECTANGLE,
    "bar": MSO_SHAPE.ROUNDED_RECTANGLE,
    "rectangle": MSO_SHAPE.RECTANGLE,
}
#: Points: the line of a mark that is not filled.
_LINE = 2.0
#: Points: the size of notes, which are read on paper or by the speaker.
_NOTE = 12.0


class SlideWriter:
    """Fills the ``slides`` of one presentation; they are known by name, so that each can link to any."""

    def __init__(self, deck: Deck, template: Template, theme: Theme, slides: Mapping[str, Any]) -> None:
        self.deck, self.slides = deck, slides
        self.is_rtl = Language(deck.language).is_rtl
        background = (template.paper,)
        self.colours: dict[str | int, str] = {
            "paper": template.paper,
            "ink": template.ink,
            "quiet": template.quiet,
            "link": template.link,
        }
        for index, track in enumerate(deck.tracks):
            self.colours[index] = readable(
                palette.track_colour(index, track.colour, theme).light_text, background
            )

    def fill(self, slide: Slide) -> None:
        """Add title, text, parts and notes, in reading order."""
        made = self.slides[slide.name]
        title = made.shapes.title
        body = body_of(made) if slide.body else None
        for unused in [each for each in made.placeholders if each not in (title, body)]:
            ooxml.remove(unused)
        ooxml.move_to_back(made.shapes, title)
        self._title(title, slide)
        if body is not None and slide.body:
            body.left, body.top, body.width, body.height = _emu(slide.body.rect)
            self._fill_box(body, slide.body)
        for part in slide.parts:
            shape = self._text(made, part) if isinstance(part, TextBox) else self._shape(made, part)
            self._link(shape, part.link)
            ooxml.set_tooltip(shape, part.tip if isinstance(part, TextBox) else part.alt)
        if slide.notes:
            self._notes(made.notes_slide.notes_text_frame, slide)

    def _title(self, title: Any, slide: Slide) -> None:
        line = Paragraph((Run(slide.title),), slide.title_size, is_rtl=self.is_rtl)
        frame = title.text_frame
        frame.auto_size = MSO_AUTO_SIZE.NONE
        if slide.title_rect:
            title.left, title.top, title.width, title.height = _emu(slide.title_rect)
            frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        self._paragraph(frame.paragraphs[0], line, "")

    def _text(self, made: Any, text: TextBox) -> Any:
        shape = made.shapes.add_textbox(*_emu(text.rect))
        ooxml.set_name(shape, text.paragraphs[0].text[:40])
        self._fill_box(shape, text)
        return shape

    def _fill_box(self, shape: Any, text: TextBox) -> None:
        """Put paragraphs into a box of fixed size: they were measured for it."""
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
        side = align[:1] or ("r" if self.is_rtl or paragraph.is_rtl else "")
        ooxml.format_paragraph(
            made, is_rtl=paragraph.is_rtl, align=side, space_before=paragraph.space_before
        )
        for run in paragraph.runs:
            added = made.add_run()
            added.text = ooxml.as_line(run.text)
            added.font.size = Pt(paragraph.size)
            ooxml.set_language(added, run.language or self.deck.language)
            if run.bold:
                added.font.bold = True
            colour = "link" if run.link else paragraph.colour
            if colour != "ink":
                added.font.color.rgb = self._rgb(colour)
            if _is_web(run.link):
                added.hyperlink.address = run.link

    def _shape(self, made: Any, part: Shape) -> Any:
        shape = made.shapes.add_shape(_SHAPES[part.kind], *_emu(part.rect))
        ooxml.remove_effects(shape)
        ooxml.set_alt_text(shape, part.alt)
        ooxml.set_name(shape, part.alt[:40] or part.kind)
        if part.kind == "bar":
            shape.adjustments[0] = 0.5
        shape.fill.solid()
        is_open = part.hollow or part.kind == "ring"
        shape.fill.fore_color.rgb = self._rgb("paper" if is_open else part.colour)
        ooxml.set_opacity(shape.fill, 1.0 if is_open else part.opacity)
        if is_open:
            shape.line.color.rgb, shape.line.width = self._rgb(part.colour), Pt(_LINE)
        if part.hollow:
            shape.line.dash_style = MSO_LINE.SQUARE_DOT
        if not is_open:
            shape.line.fill.background()
        return shape

    def _link(self, shape: Any, link: str) -> None:
        if link in self.slides:
            shape.click_action.target_slide = self.slides[link]
        elif _is_web(link):
            shape.click_action.hyperlink.address = link

    def _notes(self, frame: Any, slide: Slide) -> None:
        frame.text = "\n".join(map(ooxml.as_line, slide.notes))
        for paragraph in frame.paragraphs:
            side = "r" if self.is_rtl else ""
            ooxml.format_paragraph(paragraph, is_rtl=self.is_rtl, align=side, space_before=_NOTE / 2)
            for run in paragraph.runs:
                run.font.size = Pt(_NOTE)
                ooxml.set_language(run, self.deck.language)

    def _rgb(self, colour: str | int) -> RGBColor:
        code = self.colours[colour]
        return RGBColor(*bytes.fromhex(code[1:]))  # type: ignore[no-untyped-call]  # python-pptx has no types


def _is_web(link: str) -> bool:
    """Whether a link leads to the web, not to something that the machine would run or open."""
    return link.startswith(("https://", "http://"))


def _emu(rect: Rect) -> tuple[int, int, int, int]:
    """A rectangle in English Metric Units, 12,700 to the point."""
    return Pt(rect.x), Pt(rect.y), Pt(rect.width), Pt(rect.height)
