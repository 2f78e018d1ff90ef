"""A slide deck placed: plain numbers and texts, from which any slide format could be made.

Lengths are points (1/72 inch) from the top left corner of a slide. A link is a full http(s) address, or
the ``name`` of another slide. A colour is a role of the deck ("ink", "quiet", "link", "paper") or the
number of a track, counted from 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Track

#: No text is smaller than this, a title never than the next: a room's last row has to read it.
SMALLEST = 18.0
SMALLEST_TITLE = 28.0


@dataclass(frozen=True, slots=True)
class Rect:
    """A place on a slide."""

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
    """Where the title and the text of one kind of slide have their place."""

    title: Rect
    body: Rect


@dataclass(frozen=True, slots=True)
class Sheet:
    """The slide that texts are set on. ``serif`` and ``plain`` tell how much wider than Arial the fonts of
    titles and of all else may be; ``kicker`` is the line above a title, where there is room for one; where
    ``closes_up``, a text begins right under its title, however few lines that has.
    """

    width: float
    height: float
    cover: Area
    text: Area
    chart: Area
    serif: float
    plain: float
    kicker: Rect | None = None
    closes_up: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look. ``language`` is "" for that of the deck."""

    text: str
    bold: bool = False
    link: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that follow each other, ``before`` points below what is above them.

    ``keep``: on one slide with the next; ``leftward``: it runs from right to left.
    """

    runs: tuple[Run, ...]
    size: float
    colour: str | int = "ink"
    before: float = 0.0
    leftward: bool = False
    keep: bool = False

    @property
    def text(self) -> str:
        """All of its text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Text:
    """A box of text. ``link`` is that of the whole box, ``tip`` what a pointer is told of it.

    ``align`` is "left", "right", or "" for the side where its language begins; ``is_line``: it is one
    line, halfway up the box, and is not to be broken where a font is wider than it was measured.
    """

    rect: Rect
    paragraphs: tuple[Paragraph, ...]
    link: str = ""
    tip: str = ""
    align: str = ""
    is_line: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A mark, bar or band: a marker shape of the scene, "bar" or "rectangle".

    ``alt`` is what it means, in words; one without means nothing by itself. ``opacity`` is 0 to 1.
    """

    rect: Rect
    form: str
    colour: str | int
    opacity: float = 1.0
    hollow: bool = False
    link: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. ``kind`` is "cover", "text" or "chart"; ``notes`` are the speaker's, a text a paragraph.

    ``body`` is the main text, ``parts`` are all else in the order in which they are read. ``place`` is that
    of the title where the layout's is not meant.
    """

    name: str
    kind: str
    title: str
    title_size: float
    body: Text | None = None
    parts: tuple[Text | Shape, ...] = ()
    notes: tuple[str, ...] = ()
    place: Rect | None = None


@dataclass(frozen=True, slots=True)
class Deck:
    """All slides, in order, in one language."""

    title: str
    language: str
    credit: str
    tracks: tuple[Track, ...]
    slides: tuple[Slide, ...]
