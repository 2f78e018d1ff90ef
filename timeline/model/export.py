"""What an export may be asked for, and what it gives back; the same two values for every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class TemplateFile(NamedTuple):
    """A file that sets the look of slides: its path as the user wrote it, and its bytes."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """The options of all formats together; a format reads those that its line in the table names.

    ``event`` is the id of the one event to draw, "" for the whole timeline. ``width`` is in px, 0 for the
    format's own. ``size`` is that of a picture for social platforms, such as "1080x1350", or "". With
    ``is_dark`` it has the dark colours of the theme. ``paper`` is "a4" or "letter",
    ``layout`` that of a PDF: "handout", "page" or "poster". ``suffix`` is the end of the file's name, of a
    format that makes several kinds of file: ".html", or "" for the usual kind.
    """

    all_events: bool = False
    event: str = ""
    width: int = 0
    size: str = ""
    is_dark: bool = False
    paper: str = "a4"
    layout: str = "handout"
    seed: int = 1
    template: TemplateFile | None = None
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """The file, ``notes`` on what it holds (a line each), and the characters that no font here has."""

    content: bytes
    notes: tuple[str, ...] = ()
    missing_glyphs: tuple[str, ...] = ()
