"""A .pptx or .potx file -> a presentation without slides, or a TemplateError."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

_MOST_BYTES = 400_000_000
_POTX = b"presentationml.template.main+xml"
_PPTX = b"presentationml.presentation.main+xml"


class TemplateError(Exception):
    """The file cannot be used as a template; ``advice`` says what to do."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def open_template(data: bytes) -> Any:
    """The presentation in the bytes of a file, without its slides. Raises TemplateError."""
    if data.startswith(bytes.fromhex("d0cf11e0")):
        raise TemplateError(
            "is an old .ppt file, or locked with a password", "save it as .pptx, without a password"
        )
    presentation = Presentation(io.BytesIO(_as_pptx(data)))
    _remove_slides(presentation)
    return presentation


def _as_pptx(data: bytes) -> bytes:
    """A .potx as a .pptx: they differ in one word, which python-pptx would refuse."""
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile:
        raise TemplateError("is not a PowerPoint file", "save your template as .pptx or .potx") from None
    if sum(entry.file_size for entry in package.infolist()) > _MOST_BYTES:
        raise TemplateError("is larger than 400 MB unpacked", "remove pictures and videos from it")
    types = package.read("[Content_Types].xml")
    if b"macroEnabled" in types:
        raise TemplateError("contains macros", "save it as .pptx or .potx, without macros")
    if _POTX not in types:
        return data
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in package.namelist():
            is_types = name == "[Content_Types].xml"
            new.writestr(name, types.replace(_POTX, _PPTX) if is_types else package.read(name))
    return file.getvalue()


def _remove_slides(presentation: Any) -> None:
    """Remove all slides, and what refers to them: sections and custom shows."""
    root = presentation.part._element  # noqa: SLF001  python-pptx has no public way to remove slides
    listed = root.find(qn("p:sldIdLst"))
    for slide in list(listed) if listed is not None else ():
        presentation.part.drop_rel(slide.get(qn("r:id")))
        listed.remove(slide)
    for name in ("p:custShowLst", "p:extLst"):
        for found in root.findall(qn(name)):
            root.remove(found)
