"""What PresentationML can say and python-pptx cannot: each in a function of its own.

https://ecma-international.org/publications-and-standards/standards/ecma-376/ part 1; the decorative flag is
Microsoft's own, https://learn.microsoft.com/openspecs/office_standards/ms-odrawxml/.
"""

from __future__ import annotations

import re
from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn

from timeline.render.web.xml_text import as_xml_text

_DECORATIVE = (
    f"<a:extLst {nsdecls('a')}>"
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def line(text: str) -> str:
    """``text`` as it can stand in one paragraph.

    >>> line("one\\x07\\ntwo")
    'one\ufffd two'
    """
    return re.sub(r"[\t\n\r\x0b\u2028\u2029]+", " ", as_xml_text(text))


def describe(shape: Any, alt: str) -> None:
    """Give a shape its text for those who do not see it; one without means nothing by itself."""
    properties = _properties(shape)
    if alt:
        properties.set("descr", line(alt))
    else:
        properties.append(parse_xml(_DECORATIVE))


def name(shape: Any, called: str) -> None:
    """The name in the list of a slide's parts."""
    _properties(shape).set("name", line(called))


def tell(shape: Any, tip: str) -> None:
    """What a pointer is told on a shape's link."""
    link = _properties(shape).find(qn("a:hlinkClick"))
    if link is not None and tip:
        link.set("tooltip", line(tip))


def plain(shape: Any) -> None:
    """A shape with nothing of the theme's effects: no shadow, no line that was not asked for."""
    style = shape._element.find(qn("p:style"))  # noqa: SLF001  python-pptx has no public way to it
    if style is not None:
        style.getparent().remove(style)


def remove(shape: Any) -> None:
    """Take a shape from its slide."""
    shape._element.getparent().remove(shape._element)  # noqa: SLF001  likewise


def read_first(shapes: Any, shape: Any) -> None:
    """Make a shape the first one of its slide: at the back, and read before all others."""
    shapes._spTree.insert(2, shape._element)  # noqa: SLF001  likewise; two elements describe the tree


def let_through(fill: Any, opacity: float) -> None:
    """Make a solid fill see-through; ``opacity`` 0 to 1."""
    if opacity < 1:
        colour = fill._xPr.find(f".//{qn('a:srgbClr')}")  # noqa: SLF001  likewise
        alpha = colour.makeelement(qn("a:alpha"), {"val": str(round(opacity * 100_000))})
        colour.append(alpha)


def manner(paragraph: Any, *, leftward: bool, align: str, before: float) -> None:
    """No bullet, single spacing; the direction, the side ("l", "r", or "" for the layout's), and the points
    above it.
    """
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001  likewise
    properties.set("marL", "0")
    properties.set("indent", "0")
    properties.set("rtl", "1" if leftward else "0")
    if align:
        properties.set("algn", align)
    spaces = {"lnSpc": "<a:spcPct val='100000'/>", "spcBef": f"<a:spcPts val='{round(before * 100)}'/>"}
    for space, size in (spaces | {"spcAft": "<a:spcPts val='0'/>"}).items():
        properties.append(parse_xml(f"<a:{space} {nsdecls('a')}>{size}</a:{space}>"))
    properties.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))


def speak(run: Any, language: str) -> None:
    """The language of a run."""
    run._r.get_or_add_rPr().set("lang", language)  # noqa: SLF001  likewise


def _properties(shape: Any) -> Any:
    return shape._element._nvXxPr.cNvPr  # noqa: SLF001  https://github.com/scanny/python-pptx/issues/512
