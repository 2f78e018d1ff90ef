"""``labels`` and ``main_labels`` of ``theme.fonts``: the fonts of the chart, whose widths are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from timeline.model.theme import FontFile, Theme
from timeline.normalise.faults import Faults
from timeline.normalise.format import TimelineRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import fold, quoted
from timeline.typography import font_file

#: The field -> the style that it needs a file of.
_NEEDED = {"labels": "regular", "main_labels": "bold"}
#: By how many thousandths of an em a browser may widen the letters of a font that it makes bold itself:
#: by a pixel of a label of 13 px.
_MADE_BOLD = 80

Widths = Mapping[str, int]


def label_fonts(theme: Theme, found: ValidatedRecord[TimelineRecord], faults: Faults) -> Theme:
    """The theme with the fonts of labels and their widths; without those that cannot be measured."""
    if found.is_invalid("theme"):
        return theme
    for field in _NEEDED:
        theme = _with_font(theme, field, found, faults)
    return theme


def _with_font(theme: Theme, field: str, found: ValidatedRecord[TimelineRecord], faults: Faults) -> Theme:
    record = found.record.theme.fonts
    name: str = getattr(record, field)
    if not name:
        return theme
    at, needed = found.at("theme", "fonts", field), _NEEDED[field]
    listed = [family for family in record.files if fold(family.name) == fold(name)]
    files = [file for file in theme.files if fold(file.family) == fold(name)]
    if not any(getattr(family, needed) for family in listed):
        message = f"{field} {quoted(name)}: no {needed} font of this name is in files"
        faults.add(at, "E026", message, f"files: [{{name: {name}, {needed}: fonts/name-{needed}.woff2}}]")
        return theme
    if not font_file.can_measure():
        message = f"{field} {quoted(name)}: without fonttools and brotli its letters cannot be measured"
        faults.add(at, "W013", message, font_file.INSTALL_COMMAND)
        return theme
    try:
        widths = _main_widths(files) if field == "main_labels" else _label_widths(files)
    except font_file.UnreadableFontError:
        message = f"{field} {quoted(name)}: a file of this font is damaged"
        faults.add(at, "E011", message, "convert the font to WOFF2 again")
        return theme
    widths = {**theme.label_widths, **widths}
    family = listed[0].name
    if field == "labels":
        return replace(theme, labels=family, label_widths=widths)
    return replace(theme, main_labels=family, label_widths=widths)


def _main_widths(files: list[FontFile]) -> dict[str, Widths]:
    return {"serif": _widths(files, is_bold=True)}


def _label_widths(files: list[FontFile]) -> dict[str, Widths]:
    """Names of eras are italic; they count as regular."""
    regular = _widths(files, is_bold=False)
    italic = _widths(files, is_bold=False, is_italic=True)
    bold = _widths(files, is_bold=True) or {char: width + _MADE_BOLD for char, width in regular.items()}
    widest = {char: max(width, italic.get(char, 0)) for char, width in regular.items()}
    return {"regular": {**italic, **widest}, "bold": bold}


def _widths(files: list[FontFile], *, is_bold: bool, is_italic: bool = False) -> dict[str, int]:
    """The widths in one style; none if no file has it."""
    for file in files:
        if (file.is_bold, file.is_italic) == (is_bold, is_italic):
            return font_file.char_widths(file.data, weight=700 if is_bold else 400)
    return {}
