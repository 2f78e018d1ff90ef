"""Paragraphs -> boxes: how high a text will be, in which size it fits, and where it goes on.

Measured with the widths of Arial (`timeline.layout.text`) and a reserve for other fonts. Heights are those
of a line at single spacing in the tallest fonts that are likely to be taken for the script.
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
from timeline.typography.direction import is_other_script

#: The height of a line, in ems: Arial has 1.15, Noto's Arabic and Chinese fonts have up to 1.5.
_LINE, _TALL_LINE = 1.2, 1.5
#: How much wider than Arial other scripts' letters may be, beside what `text_width` keeps for them.
_OTHER = 1.08


#: Points between a title and its frame, left and right.
INSET = 7.2


def width(text: str, size: float, wide: float, *, bold: bool = False) -> float:
    """The points that one line of ``text`` takes in a font up to ``wide`` times as wide as Arial."""
    return text_width(text, size, bold=bold) * reserve(text, wide)


def shortened(text: str, size: float, room: float, wide: float, *, bold: bool = False) -> str:
    """What of ``text`` has room on one line, with an ellipsis where that is not all."""
    return fit(text, size, room / reserve(text, wide), bold=bold)


def height(paragraphs: Sequence[Paragraph], room: float, wide: float) -> float:
    """The points that paragraphs take in a box ``room`` points wide."""
    return sum(_height(each, len(lines(each, room, wide))) for each in paragraphs)


@lru_cache(maxsize=4096)
def lines(paragraph: Paragraph, room: float, wide: float) -> tuple[str, ...]:
    """The lines of a paragraph, at least one."""
    bold = any(run.bold for run in paragraph.runs)
    text = paragraph.text
    return wrap(text, paragraph.size, room / reserve(text, wide), bold=bold) or ("",)


def shrunk(paragraphs: Sequence[Paragraph], room: float, tall: float, wide: float) -> tuple[Paragraph, ...]:
    """All of them by the least number of points smaller that makes them fit, none below ``SMALLEST``."""

    def smaller(step: int) -> tuple[Paragraph, ...]:
        return tuple(replace(each, size=max(SMALLEST, each.size - step)) for each in paragraphs)

    steps = range(1 + ceil(max((each.size - SMALLEST for each in paragraphs), default=0)))
    fitting = bisect_left(steps, True, key=lambda step: height(smaller(step), room, wide) <= tall)
    return smaller(min(fitting, steps[-1]))


def pages(
    paragraphs: Sequence[Paragraph], room: float, tall: float, wide: float
) -> tuple[tuple[Paragraph, ...], ...]:
    """The paragraphs, in sizes that fit one box; else parted, between lines if need be, among several.

    Nothing is left out. What is to stay with the next one goes to its page.

    >>> text = Paragraph((Run("Kyiv Paris London"),), 18)
    >>> [page[0].text for page in pages([text], 60, 44, 1.0)]
    ['Kyiv Paris', 'London']
    """
    waiting = list(shrunk(paragraphs, room, tall, wide))
    found: list[tuple[Paragraph, ...]] = []
    while waiting:
        taken, left = _page(waiting, room, tall, wide)
        found.append(tuple(taken))
        waiting = left
    return tuple(found) or ((),)


@dataclass(frozen=True, slots=True)
class Heading:
    """A title as it is shown, and the points that it takes; ``rest`` is all of it where it is cut."""

    text: str
    size: float
    height: float
    rest: str = ""


def heading(title: str, frame: Rect, sizes: Sequence[float], wide: float, number: str = "") -> Heading:
    """``title`` in the largest of ``sizes`` that fits its frame, or as much of it as fits in the smallest.

    A size that breaks no word goes before one that does. Room is kept for ``number`` at its end.

    >>> heading("Talks in Riyadh", Rect(0, 0, 200, 80), (36.0, 28.0), 1.0)
    Heading(text='Talks in Riyadh', size=28.0, height=67.2, rest='')
    """
    room = frame.width - 2 * INSET
    fitting = []
    for size in sizes:
        line = Paragraph((Run(title + number),), size)
        tall = height([line], room, wide)
        if tall <= frame.height:
            fitting.append(Heading(title, size, tall))
    whole = (each for each in fitting if has_whole_words(title, each.size, room / reserve(title, wide)))
    if fitting:
        return next(whole, fitting[0])
    size = sizes[-1]
    line = Paragraph((Run(title),), size)
    count = max(1, int(frame.height / _line(line)))
    begin = _end(title, lines(line, room, wide)[: count - 1])
    last = shortened(title[begin:], size, room - width(number, size, wide), wide)
    return Heading(title[:begin] + last, size, count * _line(line), title)


def _page(
    waiting: list[Paragraph], room: float, tall: float, wide: float
) -> tuple[list[Paragraph], list[Paragraph]]:
    """What fits the next box, and what is left; at least a line is taken."""
    taken: list[Paragraph] = []
    for number, each in enumerate(waiting):
        free = tall - height(taken, room, wide) - (each.before if taken else 0)
        whole = lines(each, room, wide)
        count = min(len(whole), max(0, int(free / _line(each))))
        each = each if taken else replace(each, before=0.0)  # noqa: PLW2901  as the first of its box
        if count == len(whole):
            taken.append(each)
            continue
        if count or not taken:
            head, tail = _parted(each, whole[: max(1, count)])
            return [*taken, head], [tail, *waiting[number + 1 :]]
        kept = len(taken)
        while kept and taken[kept - 1].keep:
            kept -= 1
        kept = kept or len(taken)  # what is to stay together takes more than a page
        return taken[:kept], waiting[kept:]
    return taken, []


def _parted(paragraph: Paragraph, head: Sequence[str]) -> tuple[Paragraph, Paragraph]:
    """The paragraph up to the end of those lines, and the rest of it."""
    end = _end(paragraph.text, head)
    rest = len(paragraph.text) - len(paragraph.text[end:].lstrip(" "))
    return (
        replace(paragraph, runs=tuple(_cut(paragraph.runs, 0, end))),
        replace(paragraph, runs=tuple(_cut(paragraph.runs, rest, len(paragraph.text))), before=0.0),
    )


def _end(text: str, head: Sequence[str]) -> int:
    """Where in ``text`` its first lines end."""
    end = 0
    for line in head:
        end = text.index(line, end) + len(line)
    return end


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """The runs between two places of the whole text."""
    ends = [0]
    for run in runs:
        ends.append(ends[-1] + len(run.text))
    for run, (first, last) in zip(runs, pairwise(ends), strict=True):
        if max(first, start) < min(last, end):
            yield replace(run, text=run.text[max(0, start - first) : end - first])


def _height(paragraph: Paragraph, count: int) -> float:
    return paragraph.before + count * _line(paragraph)


def _line(paragraph: Paragraph) -> float:
    tall = any(is_other_script(char) for char in paragraph.text)
    return paragraph.size * (_TALL_LINE if tall else _LINE)


def reserve(text: str, wide: float) -> float:
    """How much wider than measured a text may be, in a font up to ``wide`` times as wide as Arial."""
    return max(wide, _OTHER) if any(map(is_other_script, text)) else wide
