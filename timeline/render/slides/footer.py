"""The foot of a slide: where its event is in the timeline, its sources, the link back to the overview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.language import Language
from timeline.language.events import event_date
from timeline.model import Event, Source, Timeline
from timeline.model.day import Day
from timeline.model.sources.deep_links import deep_link
from timeline.render.slides.deck import SMALLEST, Paragraph, Rect, Run, Shape, SlideGeometry, TextBox
from timeline.render.slides.text_boxes import shortened, width
from timeline.typography.direction import is_leftward
from timeline.typography.source_marks import numbers

#: Points: the height of a row, the space above the foot and between rows, and that between two texts.
_ROW, _GAP, _BETWEEN = 28.0, 10.0, 24.0
_THIN, _RADIUS = 1.5, 8.0
#: Days: a timeline longer than this has years at its ends, not days.
_LONG = 730
#: The number of sources with links; all of them are in the notes.
_SOURCES = 2


def _flow(widths: Sequence[float], room: float) -> Iterator[tuple[int, float]]:
    """The row of each text, and where in that row the text begins."""
    row, at = 0, 0.0
    for long in widths:
        if at and at + long > room:
            row, at = row + 1, 0.0
        yield row, at
        at += long + _BETWEEN


class Footers:
    """Sets the rows of footers, from the side where the language begins."""

    def __init__(self, timeline: Timeline, geometry: SlideGeometry) -> None:
        self.timeline, self.language = timeline, Language(timeline.language)
        self.room, self.width_factor = geometry.text.body, geometry.text_width_factor
        self.first = min(event.when.first for event in timeline.events)
        self.last = max(event.when.last for event in timeline.events)
        self.lanes = {track.name: number for number, track in enumerate(timeline.tracks)}

    def footer(self, event: Event | None, overview: str) -> tuple[tuple[TextBox | Shape, ...], float]:
        """The parts at the foot of a slide of text, and the height (y) down to which its text may reach.

        ``overview`` is the name of the slide that the link back leads to.
        """
        links = list(self.links(event, overview))
        top = min(link.rect.y for link in links)
        if event is None or self.first == self.last:
            return tuple(links), top - _GAP
        strip = self.strip(event, top - _ROW - _GAP)
        return (*strip, *links), top - _ROW - 2 * _GAP

    def links(self, event: Event | None, overview: str) -> Iterator[TextBox]:
        """The first sources, and the link back at the other end of the last row."""
        named = self._sources(event)[:_SOURCES] if event else []
        sources = [source for _, source in named]
        texts = [self._text(f"{label} {source.publisher}") for label, source in named]
        back, after = self._text(self.language.gettext("Back to overview"))
        *places, (last, _) = _flow([*(long for _, long in texts), after], self.room.width)
        top = self.room.bottom - (last + 1) * _ROW
        for source, (text, long), (row, start) in zip(sources, texts, places, strict=True):
            box = self._box(text, start, long, top + row * _ROW, "link")
            yield replace(box, link=deep_link(source), tip=source.title or source.url)
        box = self._box(back, self.room.width - after, after, top + last * _ROW, "link")
        yield replace(box, link=overview)

    def _sources(self, event: Event) -> list[tuple[str, Source]]:
        """The sources with what stands before each; those that the summary names by numbers come first."""
        marked = numbers(event.summary)
        if not marked:
            return [(self.language.gettext("Source:"), source) for source in event.sources]
        return [(f"[{number}]", event.sources[number - 1]) for number in marked]

    def strip(self, event: Event, top: float) -> Iterator[TextBox | Shape]:
        """A line from the first day to the last, with the event at its date, or over its possible dates."""
        first, last = self.first, self.last
        unit = "year" if (last - first).days > _LONG else "day"
        (begin, before), (end, after) = (self._text(self._date(day, unit)) for day in (first, last))
        yield self._box(begin, 0.0, before, top)
        yield self._box(end, self.room.width - after, after, top)
        left, right = before + _BETWEEN / 2, self.room.width - after - _BETWEEN / 2
        middle = top + _ROW / 2
        yield Shape(self._rect(left, middle - _THIN / 2, right - left, _THIN), "rectangle", "ink", 0.35)
        left, right = left + _RADIUS, right - _RADIUS
        start, stop = (
            left + (right - left) * ((day - first).days / (last - first).days)
            for day in (event.when.first, event.when.last)
        )
        lane = self.lanes[event.track]
        long = stop - start
        is_imprecise = not event.when.is_span and not event.when.start.is_day
        rect = self._rect(start - _RADIUS, middle - _RADIUS, long + 2 * _RADIUS, 2 * _RADIUS)
        yield Shape(
            rect,
            "bar" if long else self.timeline.shape_of(event),
            lane,
            0.45 if is_imprecise else 1.0,
            hollow=not event.is_held,
            alt=event_date(event, self.language),
        )

    def _date(self, day: Day, unit: str) -> str:
        return self.language.tick(day, unit, with_year=True)

    def _text(self, text: str) -> tuple[str, float]:
        """As much of a text as fits on one line, and its width in points."""
        shown = shortened(text, SMALLEST, self.room.width, self.width_factor)
        return shown, width(shown, SMALLEST, self.width_factor)

    def _box(self, text: str, start: float, long: float, top: float, colour: str = "quiet") -> TextBox:
        is_rtl = is_leftward(text, otherwise=self.language.is_rtl)
        line = Paragraph((Run(text),), SMALLEST, colour, is_rtl=is_rtl)
        align = "right" if self.language.is_rtl else "left"
        return TextBox(self._rect(start, top, long, _ROW), (line,), align=align, is_line=True)

    def _rect(self, start: float, top: float, long: float, tall: float) -> Rect:
        """A rectangle ``start`` points from the side where the language begins."""
        x = self.room.right - start - long if self.language.is_rtl else self.room.x + start
        return Rect(x, top, long, tall)
