"""A .pptx or .potx file -> Template: its layouts, the geometry of its slides and its colours."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml

from timeline.model.theme.contrast import readable
from timeline.render.slides.deck import SMALLEST_TITLE, Area, Rect, SlideGeometry
from timeline.render.slides.pptx.look import colours as theme_colours
from timeline.render.slides.pptx.look import letters_factor, width_factor
from timeline.render.slides.pptx.opening import TemplateError, open_template

#: Kind of slide -> the name of its layout in English PowerPoint, which Quarto and pandoc look for too, and
#: its type in the file (ECMA-376 part 1, ST_SlideLayoutType), which is the same in every language.
_LAYOUTS = {
    "cover": ("Title Slide", "title"),
    "text": ("Title and Content", "obj"),
    "chart": ("Title Only", "titleOnly"),
}
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_BODIES = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE}
#: Points: the least width and height of a place for text.
_NARROWEST, _LOWEST = 300.0, 200.0
#: Points: the height of a line of a title.
_LINE = 1.2 * SMALLEST_TITLE
#: A cover's text may reach down to this share of its height: subtitle placeholders are low, with nothing
#: below them.
_COVER = 0.9
_EMU = 12_700
#: The most characters of the parser's message that are shown.
_MOST_DETAIL = 80
#: Points above and below a text where a template does not say (ECMA-376 part 1, 21.1.2.1.1).
_INSET = 3.6


@dataclass(frozen=True)
class Template:
    """``data`` is a .pptx without slides; ``layouts`` is the number of the layout for each kind of slide,
    ``summary`` names those layouts, a line each. Colours are "#rrggbb".
    """

    data: bytes
    geometry: SlideGeometry
    layouts: Mapping[str, int]
    paper: str
    ink: str
    quiet: str
    link: str
    summary: tuple[str, ...] = ()


def read(data: bytes) -> Template:
    """The template in the bytes of a .pptx or .potx file. Raises TemplateError."""
    try:
        return _read(data)
    except TemplateError:
        raise
    except Exception as error:  # noqa: BLE001  the parser may fail in any way on a file of unknown origin
        message = f"cannot be read as a presentation ({type(error).__name__}: {str(error)[:_MOST_DETAIL]})"
        raise TemplateError(message, "open it in PowerPoint or LibreOffice and save it as .pptx") from None


def _read(data: bytes) -> Template:
    presentation = open_template(data)
    if body_of(presentation.notes_master) is None:
        raise TemplateError(
            "has no placeholder for text on its notes pages", "reset its notes master in PowerPoint"
        )
    found = layouts(presentation)
    chosen = {kind: _chosen(found, kind) for kind in _LAYOUTS}
    text, cover = _area(found[chosen["text"]]), _area(found[chosen["cover"]])
    height = presentation.slide_height / _EMU
    below = replace(cover.body, height=max(cover.body.height, _COVER * height - cover.body.y))
    theme = parse_xml(presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    geometry = SlideGeometry(
        width=presentation.slide_width / _EMU,
        height=height,
        cover=replace(cover, body=below),
        text=text,
        chart=Area(_inside(_title(found[chosen["chart"]])), text.body),
        title_width_factor=width_factor(theme, "a:majorFont")
        * max(letters_factor(found[place], _title(found[place])) for place in chosen.values()),
        text_width_factor=width_factor(theme, "a:minorFont"),
    )
    colours = theme_colours(presentation.slide_master, theme)
    paper, ink = colours["bg1"], colours["tx1"]
    file = io.BytesIO()
    presentation.save(file)
    return Template(
        data=file.getvalue(),
        geometry=geometry,
        layouts=chosen,
        paper=paper,
        ink=ink,
        quiet=ink,
        link=readable(colours["hlink"], (paper,)),
        summary=tuple(f"{kind} slides: layout {found[number].name!r}" for kind, number in chosen.items()),
    )


def layouts(presentation: Any) -> tuple[Any, ...]:
    """The layouts of all masters, in order."""
    return tuple(layout for master in presentation.slide_masters for layout in master.slide_layouts)


def body_of(slide: Any) -> Any:
    """The first placeholder for text on a slide or layout, or None."""
    return next((each for each in slide.placeholders if each.placeholder_format.type in _BODIES), None)


# ---- layouts


def _chosen(found: Sequence[Any], kind: str) -> int:
    """The number of the layout for that kind of slide: by its name, its type or its placeholders."""
    name, type_ = _LAYOUTS[kind]
    fitting = [number for number, layout in enumerate(found) if _suits(layout, kind)]
    if not fitting:
        missing = "a title" if kind == "chart" else "a title and text"
        message = f"has no layout with placeholders for {missing}"
        raise TemplateError(message, f"add PowerPoint's layout {name!r} to it")
    by_name = (n for n in fitting if found[n].name.casefold() == name.casefold())
    by_type = (n for n in fitting if found[n]._element.get("type") == type_)  # noqa: SLF001  python-pptx has no public way to it
    with_text = (n for n in fitting if _suits(found[n], "text"))  # their title is not halfway down
    return next(by_name, next(by_type, next(with_text, fitting[0])))


def _suits(layout: Any, kind: str) -> bool:
    """Whether the layout has a title and, where there is text, enough room for it."""
    title, body = _title(layout), body_of(layout)
    if title is None or _inside(title).height < _LINE or title.width / _EMU < _NARROWEST / 2:
        return False
    if body is None or kind == "chart":
        return kind == "chart"
    rect = _rect(body)
    return rect.width >= _NARROWEST and rect.height >= (_LOWEST if kind == "text" else _LOWEST / 4)


def _title(layout: Any) -> Any:
    return next((each for each in layout.placeholders if each.placeholder_format.type in _TITLES), None)


def _area(layout: Any) -> Area:
    return Area(_inside(_title(layout)), _rect(body_of(layout)))


def _inside(title: Any) -> Rect:
    """The place of a title without the margins above and below, those of its box or of its master's."""
    rect = _rect(title)
    bodies = [each.text_frame._txBody.bodyPr for each in (title, title._base_placeholder) if each]  # noqa: SLF001  likewise
    above, below = (
        next((int(body.get(side)) / _EMU for body in bodies if body.get(side)), _INSET)
        for side in ("tIns", "bIns")
    )
    return Rect(rect.x, rect.y + above, rect.width, rect.height - above - below)


def _rect(shape: Any) -> Rect:
    return Rect(shape.left / _EMU, shape.top / _EMU, shape.width / _EMU, shape.height / _EMU)
