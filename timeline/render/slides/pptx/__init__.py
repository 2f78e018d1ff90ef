"""Deck -> PowerPoint file, with a slide for each slide of the deck."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

from pptx import Presentation

from timeline.model.theme import Theme
from timeline.render.slides.deck import Deck
from timeline.render.slides.pptx import ooxml
from timeline.render.slides.pptx.default_template import default_template
from timeline.render.slides.pptx.opening import TemplateError
from timeline.render.slides.pptx.slide_writer import SlideWriter
from timeline.render.slides.pptx.template import Template, layouts, read

__all__ = ["Template", "TemplateError", "default_template", "pptx", "read"]

#: The earliest time that a zip can hold, for files that are to have none.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
#: The most characters of a file property (ECMA-376 part 2, 11.1).
_MOST_CHARACTERS = 255


def pptx(deck: Deck, template: Template, theme: Theme) -> bytes:
    """The deck as a .pptx file in the look of ``template``; ``theme`` has the colours of the tracks.

    The same deck and template give the same bytes: the file holds no time.
    """
    presentation = Presentation(io.BytesIO(template.data))
    ooxml.number_parts_once(presentation)
    found = layouts(presentation)
    slides = {
        slide.name: presentation.slides.add_slide(found[template.layouts[slide.kind]])
        for slide in deck.slides
    }
    writer = SlideWriter(deck, template, theme, slides)
    for slide in deck.slides:
        writer.fill(slide)
    _describe(presentation.core_properties, deck)
    file = io.BytesIO()
    presentation.save(file)
    return _without_times(file.getvalue())


def _describe(properties: Any, deck: Deck) -> None:
    """Set the properties of the file, in place of those of its template."""
    properties.title = ooxml.as_line(deck.title)[:_MOST_CHARACTERS]
    properties.author = ooxml.as_line(deck.credit)[:_MOST_CHARACTERS]
    properties.language = deck.language
    properties.comments = properties.keywords = properties.subject = properties.last_modified_by = ""
    properties.created = properties.modified = datetime(*_NO_TIME)  # noqa: DTZ001  the library takes no zone
    properties.revision = 1


def _without_times(data: bytes) -> bytes:
    """The same zip without times."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, _NO_TIME)
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 0
            new.writestr(info, old.read(name))
    return file.getvalue()
