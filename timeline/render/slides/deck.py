"""A laid-out slide deck: plain numbers and texts, from which any slide format could be made.

Lengths are points (1/72 inch) from the top left corner of a slide. A link is a full http(s) address, or
the ``name`` of another slide. A colour is a role of the deck ("ink", "quiet", "link", "paper") or the
number of a track, counted from 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Track

#: The smallest size of a text and of a title, in points: readable from the last row of a room.
SMALLEST = 18.0
SMALLEST_TITLE = 28.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle on a slide."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Area:
    """The places of the title and of the text on one kind of slide."""

    title: Rect
    body: Rect


@dataclass(frozen=True, slots=True)
class SlideGeometry:
    """The size of a slide, the places on each kind of slide, and how wide its fonts are.

    ``title_width_factor`` and ``text_width_factor`` are how many times as wide as Arial the fonts of titles
    and of other texts may be. ``kicker`` is the line above a title, None where there is no room for one.
    With ``text_follows_title`` a text begins right below its title, however few lines that has.
    """

    width: float
    height: float
    cover: Area
    text: Area
    chart: Area
    title_width_factor: float
    text_width_factor: float
    kicker: Rect | None = None
    text_follows_title: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one style. ``language`` is "" for that of the deck."""

    text: str
    bold: bool = False
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that follow each other, ``space_before`` points below what is above them.

    ``keep_with_next``: on the same slide as the next paragraph; ``is_rtl``: it runs from right to left.
    """

    runs: tuple[Run, ...]
    size: float
    colour: str | int = "ink"
    space_before: float = 0.0
    is_rtl: bool = False
    keep_with_next: bool = False

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class TextBox:
    """A box of text. ``link`` is that of the whole box, ``tip`` the tooltip of that link.

    ``align`` is "left", "right", or "" for the side where its language begins; ``is_line``: it is one
    line, vertically centred, and not broken where a font is wider than was measured.
    """

    rect: Rect
    paragraphs: tuple[Paragraph, ...]
    link: str = ""
    tip: str = ""
    align: str = ""
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark, bar or band. ``kind`` is the shape of a mark, "bar" or "rectangle".

    ``alt`` is its alternative text, "" for decoration. ``opacity`` is 0 to 1.
    """

    rect: Rect
    kind: str
    colour: str | int
    opacity: float = 1.0
    hollow: bool = False
    link: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``kind`` is "cover", "text" or "chart"; ``notes`` are the speaker's, one text a paragraph.

    ``body`` is the main text, ``parts`` everything else in reading order. ``title_rect`` is the place of
    the title where it differs from the layout's.
    """

    name: str
    kind: str
    title: str
    title_size: float
    body: TextBox | None = None
    parts: tuple[TextBox | Shape, ...] = ()
    notes: tuple[str, ...] = ()
    title_rect: Rect | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides, in order, in one language."""

    title: str
    language: str
    credit: str
    tracks: tuple[Track, ...]
    slides: tuple[Slide, ...]
