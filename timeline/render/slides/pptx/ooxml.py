"""What PresentationML offers and python-pptx does not: one function for each.

https://ecma-international.org/publications-and-standards/standards/ecma-376/ part 1; the decorative flag is
Microsoft's own, https://learn.microsoft.com/openspecs/office_standards/ms-odrawxml/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from timeline.render.web.xml_text import as_xml_text

_DECORATIVE = (
    f"<a:extLst {nsdecls('a')}>"
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def as_line(text: str) -> str:
    """``text`` as one paragraph can hold it.

    >>> as_line("one\\x07\\ntwo")
    'one\ufffd two'
    """
    return re.sub(r"[\t\n\r\x0b\u2028\u2029]+", " ", as_xml_text(text))


def number_parts_once(presentation: Any) -> None:
    """Let new parts of the file be numbered from those that are there now.

    python-pptx walks through all parts for the name of each new one, which takes the longer the more there
    are: of the notes of 1,000 slides, most of the time.
    """
    package = presentation.part.package
    taken = {part.partname for part in package.iter_parts()}
    numbers: dict[str, Iterator[int]] = {}

    def next_partname(template: str) -> PackURI:
        free = numbers.setdefault(template, (n for n in count(1) if template % n not in taken))
        return PackURI(template % next(free))

    package.next_partname = next_partname


def set_alt_text(shape: Any, alt: str) -> None:
    """Set the alternative text of a shape; one without is marked as decorative."""
    properties = _properties(shape)
    if alt:
        properties.set("descr", as_line(alt))
    else:
        properties.append(parse_xml(_DECORATIVE))


def set_name(shape: Any, name: str) -> None:
    """Set the name that the list of a slide's objects shows."""
    _properties(shape).set("name", as_line(name))


def set_tooltip(shape: Any, tip: str) -> None:
    """Set the tooltip of a shape's link."""
    link = _properties(shape).find(qn("a:hlinkClick"))
    if link is not None and tip:
        link.set("tooltip", as_line(tip))


def remove_effects(shape: Any) -> None:
    """Remove the theme's effects from a shape: no shadow, no outline unless one is set."""
    style = shape._element.find(qn("p:style"))  # noqa: SLF001  python-pptx has no public way to it
    if style is not None:
        style.getparent().remove(style)


def remove(shape: Any) -> None:
    """Remove a shape from its slide."""
    shape._element.getparent().remove(shape._element)  # noqa: SLF001  likewise


def move_to_back(shapes: Any, shape: Any) -> None:
    """Move a shape to the back of its slide, where screen readers read it first."""
    shapes._spTree.insert(2, shape._element)  # noqa: SLF001  likewise; the first two elements describe the tree


def set_opacity(fill: Any, opacity: float) -> None:
    """Set the opacity of a solid fill, 0 to 1."""
    if opacity < 1:
        colour = fill._xPr.find(f".//{qn('a:srgbClr')}")  # noqa: SLF001  likewise
        alpha = colour.makeelement(qn("a:alpha"), {"val": str(round(opacity * 100_000))})
        colour.append(alpha)


def format_paragraph(paragraph: Any, *, is_rtl: bool, align: str, space_before: float) -> None:
    """Set single spacing without a bullet, the direction, the alignment ("l", "r", or "" for the layout's)
    and the points above it.
    """
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  likewise
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.set("rtl", "1" if is_rtl else "0")
    if align:
        properties.set("algn", align)
    spaces = {
        "lnSpc": "<a:spcPct val='100000'/>",
        "spcBef": f"<a:spcPts val='{round(space_before * 100)}'/>",
    }
    for space, size in (spaces | {"spcAft": "<a:spcPts val='0'/>"}).items():
        properties.append(parse_xml(f"<a:{space} {nsdecls('a')}>{size}</a:{space}>"))
    properties.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))


def set_language(run: Any, language: str) -> None:
    """Set the language of a run."""
    run._r.get_or_add_rPr().set("lang", language)  # noqa: SLF001  likewise


def _properties(shape: Any) -> Any:
    return shape._element._nvXxPr.cNvPr  # noqa: SLF001  https://github.com/scanny/python-pptx/issues/512
