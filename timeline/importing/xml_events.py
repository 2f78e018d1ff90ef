"""XML, read piece by piece and never trusted: no document type, so no entities; bounded in depth."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.parsers import expat

from timeline.importing.draft import refuse

#: Elements inside one another; the formats need about ten.
_MAX_DEPTH = 100


class Handler:
    """What is called for each element and text; override what is needed. Names have no prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def text(self, text: str) -> None:
        """Text within it; one text may come in several pieces."""

    def end(self, name: str) -> None:
        """It ends."""


def read_xml(path: str, pieces: Iterable[bytes | str], handler: Handler) -> None:
    """Call ``handler`` for all of an XML file. Raises TimelineError where it is not XML, or harmful."""
    parser: Any = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _MAX_DEPTH:
            raise refuse(
                path, "E006", "the XML is too deeply nested", _PLAIN, line=parser.CurrentLineNumber
            )
        handler.start(
            name.rpartition(" ")[2], {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        )

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(name.rpartition(" ")[2])

    def refuse_doctype(*_: object) -> None:
        message = "the XML has a document type, with which a small file can fill the memory"
        raise refuse(path, "E040", message, "delete the line <!DOCTYPE …>", line=parser.CurrentLineNumber)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        message = "the file begins like XML, but here it is not XML"
        raise refuse(path, "E040", message, _PLAIN, line=error.lineno, column=error.offset + 1) from None
    except (ValueError, LookupError):  # an encoding that expat does not know
        raise refuse(path, "E002", "the encoding of the XML is unknown", "save the file as UTF-8") from None


_PLAIN = "export the file again"
