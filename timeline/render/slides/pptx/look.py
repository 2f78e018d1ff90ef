"""A template's fonts and colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.oxml.ns import qn

#: Fonts -> how many times as wide as Arial they are at most; any other may be as wide as Verdana.
_NARROW = ("Arial", "Calibri", "Calibri Light", "Helvetica", "Liberation Sans", "Times New Roman")
_WIDTHS = dict.fromkeys(_NARROW, 1.0)
_WIDTHS |= {"Aptos": 1.05, "Aptos Display": 1.05, "Georgia": 1.13}
_WIDEST = 1.2
#: How many times as wide as the regular letters of a font its bold ones and its capitals are at most.
_BOLD, _CAPITALS = 1.12, 1.4


def width_factor(theme: Any, role: str) -> float:
    """How many times as wide as Arial the font of titles or texts may be."""
    font = theme.find(f".//{qn(role)}/{qn('a:latin')}")
    return _WIDTHS.get("" if font is None else font.get("typeface"), _WIDEST)


def letters_factor(layout: Any, title: Any) -> float:
    """How many times as wide as regular letters those of a layout's title may be: bold, in capitals."""
    master = layout.slide_master._element  # noqa: SLF001  python-pptx has no public way to it
    styles = master.xpath("p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr")
    styles += title._element.xpath(".//a:lvl1pPr/a:defRPr")  # noqa: SLF001  likewise
    bold = _BOLD if any(style.get("b") in {"1", "true"} for style in styles) else 1.0
    return bold * (_CAPITALS if any(style.get("cap") == "all" for style in styles) else 1.0)


def colours(master: Any, theme: Any) -> dict[str, str]:
    """The colours of texts, backgrounds and links, as the master maps them from its theme."""
    scheme = dict(_scheme(theme))
    mapped = master._element.find(qn("p:clrMap"))  # noqa: SLF001  likewise
    found = {role: scheme[mapped.get(role)] for role in ("bg1", "tx1", "bg2", "tx2", "hlink")}
    background = master._element.find(f"{qn('p:cSld')}/{qn('p:bg')}")  # noqa: SLF001  likewise
    if background is not None:
        plain = next(background.iter(qn("a:srgbClr")), None)
        named = next(background.iter(qn("a:schemeClr")), None)
        if plain is not None:
            found["bg1"] = f"#{plain.get('val')}"
        elif named is not None:
            found["bg1"] = found.get(named.get("val"), found["bg1"])
    return found


def _scheme(theme: Any) -> Iterator[tuple[str, str]]:
    """Each colour of a theme by its name."""
    for slot in theme.find(f".//{qn('a:clrScheme')}"):
        colour = slot[0]
        yield slot.tag.rpartition("}")[2], f"#{colour.get('lastClr') or colour.get('val')}"
