"""``theme.fonts.files`` of ``_timeline.yaml``: which font files are needed, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from timeline.model.problems import Problem
from timeline.model.records import Document, Fields, Items, Node, Text
from timeline.model.theme import FontFile
from timeline.normalise.faults import Faults
from timeline.normalise.format import TimelineRecord
from timeline.normalise.format.checks import BadValueError, font_path
from timeline.normalise.format.messages import example
from timeline.normalise.format.theme import STYLES, FontFamilyRecord
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import fold, one_line, quoted

#: Name of a font as ``_timeline.yaml`` gives it -> its bytes, or why they could not be read.
FontData = Mapping[str, bytes | Problem]

#: The fields that name fonts of ``files``.
_USERS = "headline, text, labels or main_labels"
#: The first four bytes of a WOFF2 file (https://www.w3.org/TR/WOFF2/#woff20Header).
_WOFF2 = b"wOF2"
#: The same of other files that often have the wrong ending.
_OTHERS = {
    b"wOFF": "a WOFF file of the first version",
    b"\x00\x01\x00\x00": "a TrueType font",
    b"true": "a TrueType font",
    b"OTTO": "an OpenType font",
    b"ttcf": "a collection of fonts",
}


def named_fonts(documents: Iterable[Document]) -> tuple[str, tuple[str, ...]]:
    """The folder of ``_timeline.yaml``, and the font files that it names, for *read* to read.

    Names that do not lie within that folder are left out; `font_files` reports them.
    """
    files = sorted((each for each in documents if each.name == "_timeline"), key=lambda each: each.path)
    if not files:
        return "", ()
    families = _inside(files[0].root, "theme", "fonts", "files")
    nodes = families.values if isinstance(families, Items) else ()
    names = (_inside(node, style) for node in nodes for style in STYLES)
    paths = dict.fromkeys(one_line(name.value) for name in names if isinstance(name, Text))
    return PurePosixPath(files[0].path).parent.as_posix(), tuple(filter(_is_within, paths))


def font_files(
    found: ValidatedRecord[TimelineRecord], fonts: FontData, faults: Faults
) -> tuple[FontFile, ...]:
    """The fonts that the pages bring along; reports each file that is none."""
    if found.is_invalid("theme"):
        return ()
    record = found.record.theme.fonts
    used = {fold(name) for name in (*record.headline, *record.text, record.labels, record.main_labels)}
    files: list[FontFile] = []
    seen: set[str] = set()
    for number, family in enumerate(record.files):
        at = found.at("theme", "fonts", "files", number)
        if fold(family.name) in seen:
            faults.add(at, "E024", f"font {quoted(family.name)} is listed twice")
        elif family.name and fold(family.name) not in used:
            message = f"font {quoted(family.name)} is not named by {_USERS}"
            faults.add(at, "W001", message, f"text: {family.name}")
        seen.add(fold(family.name))
        files += _family(family, number, found, fonts, faults)
    return tuple(files)


def _family(
    family: FontFamilyRecord,
    number: int,
    found: ValidatedRecord[TimelineRecord],
    fonts: FontData,
    faults: Faults,
) -> Sequence[FontFile]:
    """The fonts of a family."""
    place = ("theme", "fonts", "files", number)
    names = {style: name for style in STYLES if (name := getattr(family, style))}
    for field, is_there in {"name": family.name, "regular": names}.items():
        if not is_there:
            hint = example(FontFamilyRecord, field)
            faults.add(found.at(*place), "E020", f"{field} is missing", hint)
    files = []
    for style, name in names.items():
        data = fonts.get(name, b"")
        if isinstance(data, bytes) and data.startswith(_WOFF2):
            stem = PurePosixPath(name).stem
            files.append(FontFile(family.name, stem, data, "bold" in style, "italic" in style))
        else:
            message, hint = _fault(data)
            faults.add(found.at(*place, style), "E011", f"{style} {quoted(name)}: {message}", hint)
    return files


def _fault(data: bytes | Problem) -> tuple[str, str]:
    """Why a file cannot be used as a font, and what to do."""
    if isinstance(data, Problem):
        return data.message, data.hint
    other = _OTHERS.get(data[:4])
    what = f"{other}, not WOFF2" if other else "not a font" if data else "empty"
    return f"the file is {what}", "convert the font to WOFF2"


def _is_within(name: str) -> bool:
    try:
        font_path(name)
    except BadValueError:
        return False
    return True


def _inside(node: Node | None, *names: str) -> Node | None:
    """The value of a field of a field, None if there is none."""
    for name in names:
        entries = node.entries if isinstance(node, Fields) else ()
        node = next((value for key, value in entries if key.value == name), None)
    return node
