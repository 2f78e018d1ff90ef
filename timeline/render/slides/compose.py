"""Timeline -> Deck: a cover, the overview, a slide for each event, a glossary, the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from timeline.language import Language
from timeline.language.events import totals
from timeline.model import Event, Timeline, paragraphs
from timeline.model.sources.deep_links import deep_link
from timeline.render.slides.back_matter import glossary, sources
from timeline.render.slides.deck import (
    SMALLEST,
    SMALLEST_TITLE,
    Deck,
    Paragraph,
    Rect,
    Slide,
    SlideGeometry,
    TextBox,
)
from timeline.render.slides.event_slide import event_slide
from timeline.render.slides.footer import Footers
from timeline.render.slides.overview import OverviewSlide, overview
from timeline.render.slides.speaker_notes import notes
from timeline.render.slides.text_boxes import pages
from timeline.render.slides.typesetting import GAP, Typesetter, without_empty

#: The name of the slide that shows the whole timeline, and of the first where it takes several.
_OVERVIEW = "overview"
#: Points: the sizes that are tried for titles, and those of texts where there is room.
_COVER_TITLES = (48.0, 44.0, 40.0, 36.0, 32.0, SMALLEST_TITLE)
_TITLES = (36.0, 34.0, 32.0, 30.0, SMALLEST_TITLE)
_CHART_TITLES = (32.0, 30.0, SMALLEST_TITLE)
_DATE, _TEXT, _NOTE = 30.0, 28.0, 22.0
#: Points from a cover's title up to its kicker.
_KICKER = 40.0


def deck(timeline: Timeline, geometry: SlideGeometry, *, all_events: bool = False) -> Deck:
    """The deck of ``timeline``, which has an event: slides for its main events, or for all of them.

    Where no event is a main one, all of them have slides. Every text is as large as its box allows, and
    continues on a further slide where even the smallest size does not fit. Every title is unique: slides
    with the same title are numbered.
    """
    shown = timeline.events if all_events else timeline.main_events_only().events
    targets = {event.id: deep_link(event.sources[0]) for event in timeline.events}
    targets |= {event.id: _name(event) for event in shown}
    setter = Typesetter(Language(timeline.language), geometry)
    charts = overview(timeline, geometry, shown, targets)
    overviews = {
        id_: _nth(_OVERVIEW, number) for number, chart in enumerate(charts) for id_ in chart.events
    }
    builder = _DeckBuilder(timeline, shown, charts, setter, Footers(timeline, geometry), overviews)
    slides = builder.slides()
    counts = Counter(slide.title for slide in slides)
    repeated = frozenset(title for title, count in counts.items() if count > 1)
    if repeated:  # once more, with room for their numbers
        slides = replace(builder, setter=replace(setter, numbered=repeated)).slides()
    return Deck(
        title=timeline.title,
        language=timeline.language,
        credit=timeline.credit,
        tracks=timeline.tracks,
        slides=tuple(_numbered(slides)),
    )


def _name(event: Event) -> str:
    """The name of an event's first slide."""
    return f"event {event.id}"


def _nth(name: str, number: int) -> str:
    """The name of a further slide with that name, counted from 0."""
    return f"{name} {number}" if number else name


def _numbered(slides: Sequence[Slide]) -> Iterator[Slide]:
    """Slides with the same title as "Title (1/2)", "Title (2/2)"."""
    total, so_far = Counter(slide.title for slide in slides), Counter[str]()
    for slide in slides:
        so_far[slide.title] += 1
        number, count = so_far[slide.title], total[slide.title]
        yield replace(slide, title=f"{slide.title} ({number}/{count})") if count > 1 else slide


@dataclass(frozen=True)
class _DeckBuilder:
    """Builds the slides of a timeline, from the ``charts`` of its overview and the ``shown`` events."""

    timeline: Timeline
    shown: tuple[Event, ...]
    charts: tuple[OverviewSlide, ...]
    setter: Typesetter
    footers: Footers
    #: The id of each event -> the name of the overview's slide that shows it.
    overviews: Mapping[str, str]

    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        language, geometry = self.setter.language, self.setter.geometry
        gettext = language.gettext
        terms = tuple(glossary(self.timeline.glossary, language))
        cited = sources(self.shown, language, geometry.text.body.width, geometry.text_width_factor)
        return (
            *self._cover(),
            *self._overview(),
            *chain.from_iterable(map(self._event, self.shown)),
            *(self._texts("glossary", gettext("Glossary"), terms) if terms else ()),
            *self._texts("sources", gettext("Sources"), tuple(cited)),
        )

    def _cover(self) -> Iterator[Slide]:
        """Title, standfirst, counts and credit; what does not fit continues on a slide of text."""
        timeline, setter, paragraph = self.timeline, self.setter, self.setter.paragraph
        geometry, area = setter.geometry, setter.geometry.cover
        title = setter.heading(timeline.title, area.title, _COVER_TITLES)
        top = setter.body_top(title, area)
        body = Rect(area.body.x, top, area.body.width, area.body.bottom - top)
        kicker = paragraph(timeline.kicker, _NOTE, bold=True, colour="quiet")
        rect = Rect(area.title.x, area.title.y - _KICKER, area.title.width, _KICKER - 6)
        above = setter.line_above(kicker, rect if geometry.kicker else None)
        counts = totals(timeline, setter.language)
        texts = without_empty(
            () if above else (kicker,),
            (paragraph(title.rest, _TEXT, bold=True),),
            (paragraph(each, _TEXT, space_before=GAP) for each in paragraphs(timeline.standfirst)),
            (paragraph(counts, _NOTE, space_before=GAP, colour="quiet"),),
            (paragraph(timeline.credit, SMALLEST, space_before=GAP, colour="quiet"),),
        )
        first, *more = pages(texts, body.width, body.height, geometry.text_width_factor)
        yield Slide(
            name="cover",
            kind="cover",
            title=title.text,
            title_size=title.size,
            body=TextBox(body, first),
            parts=above,
            title_rect=setter.title_rect(title, area.title),
        )
        if more:
            yield from self._texts("cover more", timeline.title, tuple(chain.from_iterable(more)))

    def _overview(self) -> Iterator[Slide]:
        """The slides that show the whole timeline."""
        rect = self.setter.geometry.chart.title
        title = self.setter.heading(self.setter.language.gettext("Overview"), rect, _CHART_TITLES)
        for number, chart in enumerate(self.charts):
            yield Slide(
                name=_nth(_OVERVIEW, number),
                kind="chart",
                title=title.text,
                title_size=title.size,
                parts=chart.parts,
                title_rect=self.setter.title_rect(title, rect),
            )

    def _event(self, event: Event) -> Iterator[Slide]:
        """The slide of an event, or the slides."""
        shown, paragraph = event_slide(event, self.setter.language), self.setter.paragraph
        who = self.setter.language.gettext("Who")
        texts = without_empty(
            (
                paragraph(shown.date, _DATE, bold=True),
                paragraph(shown.date_note, _NOTE, colour="quiet"),
                paragraph(shown.place, _NOTE, colour="quiet"),
                paragraph(shown.summary, _TEXT, space_before=GAP),
                paragraph(shown.people, _NOTE, space_before=GAP, lead=who),
                paragraph(shown.dispute, _NOTE, space_before=GAP, bold=True),
            )
        )
        lane = self.footers.lanes[event.track]
        kicker = paragraph(event.track, SMALLEST, bold=True, colour=lane)
        yield from self._texts(_name(event), shown.title, texts, kicker=kicker, event=event)

    def _texts(
        self,
        name: str,
        title: str,
        texts: Sequence[Paragraph],
        *,
        kicker: Paragraph | None = None,
        event: Event | None = None,
    ) -> Iterator[Slide]:
        """One slide of text, or as many as the texts take; the first has the speaker's notes."""
        setter, geometry = self.setter, self.setter.geometry
        area = geometry.text
        head = setter.heading(title, area.title, _TITLES)
        top = setter.body_top(head, area)
        overview = self.overviews.get(event.id, _OVERVIEW) if event else _OVERVIEW
        parts, bottom = self.footers.footer(event, overview)
        body = Rect(area.body.x, top, area.body.width, bottom - top)
        above = setter.line_above(kicker, geometry.kicker)
        rest = setter.paragraph(head.rest, _TEXT, bold=True)
        texts = without_empty((kicker,) if kicker and not above else (), (rest,), texts)
        for number, page in enumerate(pages(texts, body.width, body.height, geometry.text_width_factor)):
            yield Slide(
                name=_nth(name, number),
                kind="text",
                title=head.text,
                title_size=head.size,
                body=TextBox(body, page),
                parts=(*above, *parts),
                notes=self._notes(event) if event and number == 0 else (),
                title_rect=setter.title_rect(head, area.title),
            )

    def _notes(self, event: Event) -> tuple[str, ...]:
        return notes(event, self.setter.language, self.timeline.corrections_of(event))
