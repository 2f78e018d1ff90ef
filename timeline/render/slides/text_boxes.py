"""Paragraphs -> boxes: the height of a text, the size in which it fits, and where it is continued.

Measured with the widths of Arial (`timeline.typography`) and a reserve for other fonts. Heights are those
of lines at single spacing in the tallest fonts that are likely to be used for the script.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import ceil

from timeline.render.slides.deck import SMALLEST, Paragraph, Rect, Run
from timeline.typography import fit, has_whole_words, text_width, wrap
from timeline.typography.direction import has_other_script

#: The height of a line, in ems: 1.15 in Arial, up to 1.5 in Noto's Arabic and Chinese fonts.
_LINE, _TALL_LINE = 1.2, 1.5
#: How many times as wide as measured the letters of other scripts may be.
_OTHER = 1.08
#: Points between a title and its frame, left and right.
INSET = 7.2


def width(text: str, size: float, width_factor: float, *, bold: bool = False) -> float:
    """The width in points of one line, in a font up to ``width_factor`` times as wide as Arial."""
    return text_width(text, size, bold=bold) * reserve(text, width_factor)


def shortened(text: str, size: float, room: float, width_factor: float, *, bold: bool = False) -> str:
    """As much of ``text`` as fits on one line, with an ellipsis if it is cut."""
    return fit(text, size, room / reserve(text, width_factor), bold=bold)


def height(paragraphs: Sequence[Paragraph], room: float, width_factor: float) -> float:
    """The height in points of paragraphs in a box ``room`` points wide."""
    return sum(_height(each, len(lines(each, room, width_factor))) for each in paragraphs)


@lru_cache(maxsize=4096)
def lines(paragraph: Paragraph, room: float, width_factor: float) -> tuple[str, ...]:
    """The lines of a paragraph, at least one."""
    bold = any(run.bold for run in paragraph.runs)
    text = paragraph.text
    return wrap(text, paragraph.size, room / reserve(text, width_factor), bold=bold) or ("",)


def shrunk(
    paragraphs: Sequence[Paragraph], room: float, tall: float, width_factor: float
) -> tuple[Paragraph, ...]:
    """All of them smaller by the fewest points that make them fit, none below ``SMALLEST``."""

    def smaller(step: int) -> tuple[Paragraph, ...]:
        return tuple(replace(each, size=max(SMALLEST, each.size - step)) for each in paragraphs)

    steps = range(1 + ceil(max((each.size - SMALLEST for each in paragraphs), default=0)))
    fitting = bisect_left(steps, True, key=lambda step: height(smaller(step), room, width_factor) <= tall)
    return smaller(min(fitting, steps[-1]))


def pages(
    paragraphs: Sequence[Paragraph], room: float, tall: float, width_factor: float
) -> tuple[tuple[Paragraph, ...], ...]:
    """The paragraphs in sizes that fit one box, or else divided among several, between lines if need be.

    Nothing is left out. A paragraph that is kept with the next one moves to its page.

    >>> text = Paragraph((Run("Kyiv Paris London"),), 18)
    >>> [page[0].text for page in pages([text], 60, 44, 1.0)]
    ['Kyiv Paris', 'London']
    """
    waiting = list(shrunk(paragraphs, room, tall, width_factor))
    found: list[tuple[Paragraph, ...]] = []
    while waiting:
        taken, left = _page(waiting, room, tall, width_factor)
        found.append(tuple(taken))
        waiting = left
    return tuple(found) or ((),)


@dataclass(frozen=True, slots=True)
class Heading:
    """A title as it is shown, its size and height in points; ``rest`` is the whole title if it is cut."""

    text: str
    size: float
    height: float
    rest: str = ""


def heading(
    title: str, frame: Rect, sizes: Sequence[float], width_factor: float, number: str = ""
) -> Heading:
    """``title`` in the largest of ``sizes`` that fits its frame, or as much of it as fits in the smallest.

    A size that breaks no word is preferred. Room is kept for ``number`` at its end.

    >>> heading("Talks in Riyadh", Rect(0, 0, 200, 80), (36.0, 28.0), 1.0)
    Heading(text='Talks in Riyadh', size=28.0, height=67.2, rest='')
    """
    room = frame.width - 2 * INSET
    fitting = []
    for size in sizes:
        line = Paragraph((Run(title + number),), size)
        tall = height([line], room, width_factor)
        if tall <= frame.height:
            fitting.append(Heading(title, size, tall))
    whole = (
        each for each in fitting if has_whole_words(title, each.size, room / reserve(title, width_factor))
    )
    if fitting:
        return next(whole, fitting[0])
    size = sizes[-1]
    line = Paragraph((Run(title),), size)
    count = max(1, int(frame.height / _line(line)))
    begin = _end(title, lines(line, room, width_factor)[: count - 1])
    last = shortened(title[begin:], size, room - width(number, size, width_factor), width_factor)
    return Heading(title[:begin] + last, size, count * _line(line), title)


def _page(
    waiting: list[Paragraph], room: float, tall: float, width_factor: float
) -> tuple[list[Paragraph], list[Paragraph]]:
    """What fits the next box, at least one line, and what is left."""
    taken: list[Paragraph] = []
    for number, each in enumerate(waiting):
        free = tall - height(taken, room, width_factor) - (each.space_before if taken else 0)
        whole = lines(each, room, width_factor)
        count = min(len(whole), max(0, int(free / _line(each))))
        each = each if taken else replace(each, space_before=0.0)  # noqa: PLW2901  as the first of its box
        if count == len(whole):
            taken.append(each)
            continue
        if count or not taken:
            head, tail = _split_after(each, whole[: max(1, count)])
            return [*taken, head], [tail, *waiting[number + 1 :]]
        kept = len(taken)
        while kept and taken[kept - 1].keep_with_next:
            kept -= 1
        kept = kept or len(taken)  # what is to be kept together is longer than a page
        return taken[:kept], waiting[kept:]
    return taken, []


def _split_after(paragraph: Paragraph, head: Sequence[str]) -> tuple[Paragraph, Paragraph]:
    """The paragraph up to the end of those lines, and its rest."""
    end = _end(paragraph.text, head)
    rest = len(paragraph.text) - len(paragraph.text[end:].lstrip(" "))
    return (
        replace(paragraph, runs=tuple(_cut(paragraph.runs, 0, end))),
        replace(paragraph, runs=tuple(_cut(paragraph.runs, rest, len(paragraph.text))), space_before=0.0),
    )


def _end(text: str, head: Sequence[str]) -> int:
    """The index in ``text`` at which its first lines end."""
    end = 0
    for line in head:
        end = text.index(line, end) + len(line)
    return end


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """The runs between two indices of the whole text."""
    ends = [0]
    for run in runs:
        ends.append(ends[-1] + len(run.text))
    for run, (first, last) in zip(runs, pairwise(ends), strict=True):
        if max(first, start) < min(last, end):
            yield replace(run, text=run.text[max(0, start - first) : end - first])


def _height(paragraph: Paragraph, count: int) -> float:
    return paragraph.space_before + count * _line(paragraph)


def _line(paragraph: Paragraph) -> float:
    return paragraph.size * (_TALL_LINE if has_other_script(paragraph.text) else _LINE)


def reserve(text: str, width_factor: float) -> float:
    """How many times as wide as measured a text may be; ``width_factor`` is that of the font."""
    return max(width_factor, _OTHER) if has_other_script(text) else width_factor
