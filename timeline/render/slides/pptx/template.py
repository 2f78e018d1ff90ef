"""A .pptx or .potx file -> the sheet that slides are set on: its layouts, their places and its colours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from timeline.model.contrast import readable
from timeline.render.slides.deck import SMALLEST_TITLE, Area, Rect, Sheet

#: Kind of slide -> the name of its layout in English PowerPoint, which Quarto and pandoc look for too, and
#: its type in the file (ECMA-376 part 1, ST_SlideLayoutType), which is the same in every language.
_LAYOUTS = {
    "cover": ("Title Slide", "title"),
    "text": ("Title and Content", "obj"),
    "chart": ("Title Only", "titleOnly"),
}
_TITLES = {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE}
_BODIES = {PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.SUBTITLE}
#: Fonts -> how much wider than Arial they are at most; any other may be as wide as Verdana.
_NARROW = ("Arial", "Calibri", "Calibri Light", "Helvetica", "Liberation Sans", "Times New Roman")
_WIDTHS = dict.fromkeys(_NARROW, 1.0)
_WIDTHS |= {"Aptos": 1.05, "Aptos Display": 1.05, "Georgia": 1.13}
_WIDEST = 1.2
#: Points that a text needs at least, across and down.
_NARROWEST, _LOWEST = 300.0, 200.0
#: Points that a line of a title takes.
_LINE = 1.2 * SMALLEST_TITLE
#: Down to this share of a cover's height a text may go: the places of subtitles are low, the rest is empty.
_COVER = 0.9
_MOST_BYTES = 400_000_000
_POTX = b"presentationml.template.main+xml"
_PPTX = b"presentationml.presentation.main+xml"
_EMU = 12_700
#: As much of the parser's words as a line takes.
_TOLD = 80
#: Points above and below a text where a template does not say (ECMA-376 part 1, 21.1.2.1.1).
_INSET = 3.6
#: How much wider than the plain letters of a font its bold ones and its capitals are at most.
_BOLD, _CAPITALS = 1.12, 1.4


class TemplateError(Exception):
    """A file that cannot serve as a template; ``advice`` says what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


@dataclass(frozen=True)
class Template:
    """``data`` is a .pptx without slides; ``layouts`` is the place of each kind's layout in it, ``summary``
    which they are, in words. Colours are "#rrggbb".
    """

    data: bytes
    sheet: Sheet
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
    except Exception as error:  # noqa: BLE001  the parser of a foreign file may fail in any way
        told = f"cannot be read as a presentation ({type(error).__name__}: {str(error)[:_TOLD]})"
        raise TemplateError(told, "open it in PowerPoint or LibreOffice and save it as .pptx") from None


def _read(data: bytes) -> Template:
    presentation = _opened(data)
    if body_of(presentation.notes_master) is None:
        raise TemplateError(
            "has notes pages without a place for text", "reset its notes master in PowerPoint"
        )
    found = layouts(presentation)
    chosen = {kind: _chosen(found, kind) for kind in _LAYOUTS}
    text, cover = _area(found[chosen["text"]]), _area(found[chosen["cover"]])
    height = presentation.slide_height / _EMU
    below = replace(cover.body, height=max(cover.body.height, _COVER * height - cover.body.y))
    theme = parse_xml(presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    sheet = Sheet(
        width=presentation.slide_width / _EMU,
        height=height,
        cover=replace(cover, body=below),
        text=text,
        chart=Area(_inside(_title(found[chosen["chart"]])), text.body),
        serif=_wide(theme, "a:majorFont") * max(_letters(found[place]) for place in chosen.values()),
        plain=_wide(theme, "a:minorFont"),
    )
    colours = _colours(presentation.slide_master, theme)
    paper, ink = colours["bg1"], colours["tx1"]
    file = io.BytesIO()
    presentation.save(file)
    return Template(
        data=file.getvalue(),
        sheet=sheet,
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
    """The first place for text of a slide or layout, or None."""
    return next((each for each in slide.placeholders if each.placeholder_format.type in _BODIES), None)


# ---- opening


def _opened(data: bytes) -> Any:
    """The presentation without its slides."""
    if data.startswith(bytes.fromhex("d0cf11e0")):
        raise TemplateError("is an old .ppt file, or locked with a password", "save it as .pptx, unlocked")
    presentation = Presentation(io.BytesIO(_as_pptx(data)))
    _empty(presentation)
    return presentation


def _as_pptx(data: bytes) -> bytes:
    """A .potx is a .pptx but for one word, which python-pptx would refuse."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise TemplateError("is not a PowerPoint file", "save your template as .pptx or .potx") from None
    if sum(entry.file_size for entry in package.infolist()) > _MOST_BYTES:
        raise TemplateError("is too large once unpacked", "take pictures and films out of it")
    types = package.read("[Content_Types].xml")
    if b"macroEnabled" in types:
        raise TemplateError("holds macros", "save it as .pptx or .potx, without them")
    if _POTX not in types:
        return data
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in package.namelist():
            is_types = name == "[Content_Types].xml"
            new.writestr(name, types.replace(_POTX, _PPTX) if is_types else package.read(name))
    return file.getvalue()


def _empty(presentation: Any) -> None:
    """Drop its slides, and what names them: sections and shows."""
    root = presentation.part._element  # noqa: SLF001  python-pptx has no public way to remove slides
    listed = root.find(qn("p:sldIdLst"))
    for slide in list(listed) if listed is not None else ():
        presentation.part.drop_rel(slide.get(qn("r:id")))
        listed.remove(slide)
    for name in ("p:custShowLst", "p:extLst"):
        for found in root.findall(qn(name)):
            root.remove(found)


# ---- layouts


def _chosen(found: Sequence[Any], kind: str) -> int:
    """The place of the layout for that kind of slide: by its name, by its type, by what it has room for."""
    called, form = _LAYOUTS[kind]
    fitting = [number for number, layout in enumerate(found) if _suits(layout, kind)]
    if not fitting:
        missing = "a title" if kind == "chart" else "a title and for text"
        told = f"has no layout with places for {missing}"
        raise TemplateError(told, f"add the layout {called!r} of PowerPoint's own design to it")
    by_name = (n for n in fitting if found[n].name.casefold() == called.casefold())
    by_type = (n for n in fitting if found[n]._element.get("type") == form)  # noqa: SLF001  likewise
    with_text = (n for n in fitting if _suits(found[n], "text"))  # its title is not half-way down
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
    """The place of a title without what its box, or that of its master, keeps free above and below."""
    rect = _rect(title)
    bodies = [each.text_frame._txBody.bodyPr for each in (title, title._base_placeholder) if each]  # noqa: SLF001  likewise
    above, below = (
        next((int(body.get(side)) / _EMU for body in bodies if body.get(side)), _INSET)
        for side in ("tIns", "bIns")
    )
    return Rect(rect.x, rect.y + above, rect.width, rect.height - above - below)


def _rect(shape: Any) -> Rect:
    return Rect(shape.left / _EMU, shape.top / _EMU, shape.width / _EMU, shape.height / _EMU)


# ---- fonts and colours


def _wide(theme: Any, role: str) -> float:
    """How much wider than Arial the font of titles or texts may be."""
    font = theme.find(f".//{qn(role)}/{qn('a:latin')}")
    return _WIDTHS.get("" if font is None else font.get("typeface"), _WIDEST)


def _letters(layout: Any) -> float:
    """How much wider than plain letters those of a layout's title are: bold ones, capitals."""
    master = layout.slide_master._element  # noqa: SLF001  likewise
    styles = master.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")
    styles += _title(layout)._element.xpath(".//a:lvl1pPr/a:defRPr")  # noqa: SLF001  likewise
    bold = _BOLD if any(style.get("b") in {"1", "true"} for style in styles) else 1.0
    return bold * (_CAPITALS if any(style.get("cap") == "all" for style in styles) else 1.0)


def _colours(master: Any, theme: Any) -> dict[str, str]:
    """The colours of texts, grounds and links, as the master maps them from its theme."""
    scheme = dict(_scheme(theme))
    mapped = master._element.find(qn("p:clrMap"))  # noqa: SLF001  likewise
    colours = {role: scheme[mapped.get(role)] for role in ("bg1", "tx1", "bg2", "tx2", "hlink")}
    ground = master._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")  # noqa: SLF001  likewise
    if ground is not None:
        plain = next(ground.iter(qn("a:srgbClr")), None)
        named = next(ground.iter(qn("a:schemeClr")), None)
        if plain is not None:
            colours["bg1"] = f"#{plain.get('val')}"
        elif named is not None:
            colours["bg1"] = colours.get(named.get("val"), colours["bg1"])
    return colours


def _scheme(theme: Any) -> Iterator[tuple[str, str]]:
    """Each colour of a theme by its name."""
    for slot in theme.find(f".//{qn('a:clrScheme')}"):
        colour = slot[0]
        yield slot.tag.rpartition("}")[2], f"#{colour.get('lastClr') or colour.get('val')}"
