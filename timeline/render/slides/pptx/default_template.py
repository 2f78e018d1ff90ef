"""The look of a deck without a template: python-pptx's plain base in the page's colours and fonts."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Pt

from timeline.model.theme import Theme
from timeline.render.chart.palette import TRACK_COLOURS
from timeline.render.slides.deck import Area, Rect
from timeline.render.slides.pptx.template import Template, body_of, read

#: Points: a slide of 16 to 9, as wide as PowerPoint's own.
_WIDTH, _HEIGHT = 960.0, 540.0
#: Layout of python-pptx's base -> the places of its title and text. All other layouts are removed.
_PLACES = {
    "Title Slide": Area(Rect(48, 140, 864, 176), Rect(48, 330, 864, 174)),
    "Title and Content": Area(Rect(48, 54, 864, 104), Rect(48, 164, 864, 348)),
    "Title Only": Area(Rect(36, 16, 888, 44), Rect(36, 66, 888, 462)),
}
_KICKER = Rect(48, 24, 864, 28)


def default_template(theme: Theme) -> Template:
    """The default template, in the fonts and light colours of ``theme``.

    >>> found = default_template(Theme())
    >>> found.geometry.width, found.geometry.height, found.paper
    (960.0, 540.0, '#FFFEFB')
    """
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(_WIDTH), Pt(_HEIGHT)
    master = presentation.slide_master
    for layout in list(presentation.slide_layouts):
        if layout.name in _PLACES:
            _arrange(layout, _PLACES[layout.name])
        else:
            presentation.slide_layouts.remove(layout)
    _arrange(master, _PLACES["Title and Content"])
    _apply_theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME), theme)
    _drop_thumbnail(presentation)
    file = io.BytesIO()
    presentation.save(file)
    base = read(file.getvalue())
    return replace(
        base,
        geometry=replace(
            base.geometry,
            chart=_PLACES["Title Only"],
            kicker=_KICKER,
            text_follows_title=True,
        ),
        quiet=theme.light.quiet,
        summary=(),
    )


def _arrange(layout: Any, area: Area) -> None:
    """Move title and text to their places, aligned left and top; remove footers."""
    title = layout.placeholders[0]
    body = body_of(layout)
    for shape in list(layout.placeholders):
        if shape not in (title, body):
            shape._element.getparent().remove(shape._element)  # noqa: SLF001  python-pptx has no other way
    for shape, rect in ((title, area.title), (body, area.body)):
        if shape is not None:
            shape.left, shape.top, shape.width, shape.height = map(
                Pt, (rect.x, rect.y, rect.width, rect.height)
            )
            frame = shape.text_frame._txBody.bodyPr  # noqa: SLF001  likewise
            for side in ("lIns", "rIns", "tIns", "bIns"):
                frame.set(side, "0")
            frame.set("anchor", "t")
    for element in list(layout._element.iter()):  # noqa: SLF001  likewise
        if element.get("algn") == "ctr":
            element.set("algn", "l")
        if element.tag == qn("a:tint"):  # a grey too light to read
            element.getparent().remove(element)


def _apply_theme(part: Any, theme: Theme) -> None:
    """Set colours and fonts of the theme."""
    xml = parse_xml(part.blob)
    light = theme.light
    colours = dict(
        zip(
            ("dk1", "lt1", "dk2", "lt2", "hlink", "folHlink"),
            (light.ink, light.paper, light.quiet, light.band, light.link, light.link),
            strict=True,
        )
    )
    colours |= {
        f"accent{number}": track_colour.light_text
        for number, track_colour in enumerate(TRACK_COLOURS, start=1)
    }
    for slot in xml.find(f".//{qn('a:clrScheme')}"):
        colour = slot.makeelement(
            qn("a:srgbClr"), {"val": colours[slot.tag.rpartition("}")[2]][1:].upper()}
        )
        slot[:] = [colour]
    fonts = {"a:majorFont": (*theme.headline, "Georgia")[0], "a:minorFont": (*theme.text, "Arial")[0]}
    for name, font in fonts.items():
        xml.find(f".//{qn(name)}/{qn('a:latin')}").set("typeface", font)
    part.blob = serialize_part_xml(xml)


def _drop_thumbnail(presentation: Any) -> None:
    """Remove the thumbnail of the base, which shows an empty slide."""
    package = presentation.part.package
    for name, relation in list(package._rels.items()):  # noqa: SLF001  likewise
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            package._rels.pop(name)  # noqa: SLF001  likewise
