"""Lines of text one below the other on a card, as large as fits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.model import Timeline
from timeline.render.pictures.card import Line
from timeline.render.pictures.sheet import Sheet
from timeline.render.pictures.text_roles import has_capitals, is_bold, reserve
from timeline.typography import fit, has_whole_words, text_width, wrap

#: Px from the baseline of one line to the next, as a multiple of the size.
LEADING = 1.2
#: The shares of the width to try for lines of about the same length.
_NARROWER = tuple(percent / 100 for percent in range(50, 100, 5))


class TextColumn:
    """Places lines of text one below the other, at the side where the language begins.

    ``indent`` is how far from the margin the lines begin.
    """

    def __init__(self, timeline: Timeline, sheet: Sheet, is_mirrored: bool, indent: float = 0) -> None:
        self.lines: list[Line] = []
        self.sheet = sheet
        self.room = sheet.room - indent
        edge = sheet.margin + indent
        self.edge, self.anchor = (sheet.width - edge, "end") if is_mirrored else (edge, "start")
        self.upper = has_capitals(timeline)

    def kicker(self, text: str, y: float, lane: int | None = None) -> float:
        """Add one line in capitals, if there is any; return the y at which the next block may begin."""
        small = self.sheet.small
        if not text:
            return y - small
        style = "kicker" if lane is None else "name"
        text = text.upper() if self.upper else text
        shown = fit(text, small * 1.08, self.room / reserve(text, "kicker"), bold=True)
        self.lines.append(Line(shown, self.edge, y, small, style, self.anchor, lane))
        return y + small / 2

    def block(self, text: str, style: str, sizes: Sequence[float], top: float, bottom: float) -> float:
        """Add ``text`` from ``top`` in the largest of ``sizes`` that ends above ``bottom``; return its end.

        A size that breaks no word is preferred. If even the smallest does not fit, the last line that has
        room ends in an ellipsis.
        """
        fitting = [size for size in sizes if self.fits(text, style, size, top, bottom)]
        room = self.room / reserve(text, style)
        whole = (size for size in fitting if has_whole_words(text, size, room, bold=is_bold(style)))
        size = next(whole, next(iter(fitting), sizes[-1]))
        lines = (
            self._balanced(text, style, size) if style == "headline" else self._wrapped(text, style, size)
        )
        most = max(1, int((bottom - top) // (size * LEADING)))
        if len(lines) > most:
            lines = (*lines[: most - 1], fit(" ".join(lines[most - 1 :]), size, room, bold=is_bold(style)))
        for number, line in enumerate(lines):
            y = top + size + number * size * LEADING
            self.lines.append(Line(line, self.edge, y, size, style, self.anchor))
        return top + len(lines) * size * LEADING

    def fits(self, text: str, style: str, size: float, top: float, bottom: float) -> bool:
        """Whether ``text`` fits in this size."""
        return top + self.height(text, style, size) <= bottom

    def height(self, text: str, style: str, size: float) -> float:
        """The height of ``text`` in px."""
        return len(self._wrapped(text, style, size)) * size * LEADING

    def foot(self, *texts: str) -> None:
        """Add the first of the texts that fits on one line, or as much of the last as fits."""
        small = self.sheet.small
        room = [self.room / reserve(text, "note") for text in texts]
        fitting = (
            text for text, width in zip(texts, room, strict=True) if text_width(text, small) <= width
        )
        shown = next(fitting, None) or fit(texts[-1], small, room[-1])
        self.lines.append(Line(shown, self.edge, self.sheet.foot, small, "note", self.anchor))

    def _balanced(self, text: str, style: str, size: float) -> tuple[str, ...]:
        """The lines with as little difference in width as their number allows."""
        lines = self._wrapped(text, style, size)
        for share in _NARROWER:
            narrower = self._wrapped(text, style, size, share)
            whole = has_whole_words(
                text, size, share * self.room / reserve(text, style), bold=is_bold(style)
            )
            if len(narrower) == len(lines) and whole:
                return narrower
        return lines

    def _wrapped(self, text: str, style: str, size: float, share: float = 1.0) -> tuple[str, ...]:
        one_line = re.sub(r"[ \t\n]+", " ", text)
        return wrap(one_line, size, share * self.room / reserve(text, style), bold=is_bold(style))
