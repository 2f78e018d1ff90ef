"""Texts -> paragraphs, headings and lines in their places on a slide of some geometry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from timeline.language import Language
from timeline.render.slides.deck import Area, Paragraph, Rect, Run, SlideGeometry, TextBox
from timeline.render.slides.text_boxes import Heading, heading, shortened
from timeline.typography.direction import is_leftward

#: Points between a title, a text and what is below them.
GAP = 14.0
#: The longest number that a title of several slides may get, for which room is kept.
_LONGEST_NUMBER = " (88/88)"


@dataclass(frozen=True)
class Typesetter:
    """Sets texts for slides of one ``geometry``. The titles in ``numbered`` need room for a number."""

    language: Language
    geometry: SlideGeometry
    numbered: frozenset[str] = frozenset()

    def paragraph(  # noqa: PLR0913  what makes a paragraph
        self,
        text: str,
        size: float,
        *,
        space_before: float = 0.0,
        colour: str | int = "ink",
        bold: bool = False,
        lead: str = "",
    ) -> Paragraph:
        """A paragraph in one style, after ``lead``, a bold word that names its content, if there is one."""
        runs = ((Run(f"{lead}: ", bold=True),) if lead and text else ()) + (Run(text, bold),)
        whole = "".join(run.text for run in runs)
        is_rtl = is_leftward(whole, otherwise=self.language.is_rtl)
        return Paragraph(runs, size, colour, space_before, is_rtl)

    def heading(self, title: str, rect: Rect, sizes: Sequence[float]) -> Heading:
        """The title in the largest size that fits ``rect``, with room for a number if it needs one."""
        width_factor = self.geometry.title_width_factor
        found = heading(title, rect, sizes, width_factor)
        if found.text in self.numbered:
            return heading(title, rect, sizes, width_factor, number=_LONGEST_NUMBER)
        return found

    def body_top(self, title: Heading, area: Area) -> float:
        """Where the text below a title begins."""
        follows = self.geometry.text_follows_title
        return area.title.y + title.height + GAP if follows else area.body.y

    def title_rect(self, title: Heading, rect: Rect) -> Rect | None:
        """The title's own place, so that its box does not cover the text below; None for the layout's."""
        return replace(rect, height=title.height) if self.geometry.text_follows_title else None

    def line_above(self, kicker: Paragraph | None, rect: Rect | None) -> tuple[TextBox, ...]:
        """The line above a title; nothing where there is no text or no room for one."""
        if kicker is None or rect is None or not kicker.text:
            return ()
        (run,) = kicker.runs
        text = shortened(run.text, kicker.size, rect.width, self.geometry.text_width_factor, bold=True)
        return (TextBox(rect, (replace(kicker, runs=(replace(run, text=text),)),), is_line=True),)


def without_empty(*groups: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs of all groups that have any text."""
    return tuple(each for each in chain.from_iterable(groups) if each.text)
