"""Timeline -> Deck: a cover, the whole line, a slide for each event, a glossary, the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from timeline.language import Language
from timeline.language.dates import date_and_clock
from timeline.language.events import place_of, totals
from timeline.model import Event, Timeline
from timeline.render.slides.back_matter import glossary, sources
from timeline.render.slides.deck import (
    SMALLEST,
    SMALLEST_TITLE,
    Deck,
    Paragraph,
    Rect,
    Run,
    Sheet,
    Slide,
    Text,
)
from timeline.render.slides.footer import footing
from timeline.render.slides.overview import Stretch, overview
from timeline.render.slides.speaker_notes import notes
from timeline.render.slides.text_boxes import Heading, heading, pages, shortened
from timeline.typography.direction import is_leftward
from timeline.typography.sentences import briefly

#: The name of the slide that shows the whole line, and of the first where it takes several.
_OVERVIEW = "overview"
#: What a slide tells of an event has at most so many words.
_WORDS = 40
#: Points: the sizes that are tried for titles, and those of texts where there is room.
_COVER_TITLES = (48.0, 44.0, 40.0, 36.0, 32.0, SMALLEST_TITLE)
_TITLES = (36.0, 34.0, 32.0, 30.0, SMALLEST_TITLE)
_CHART_TITLES = (32.0, 30.0, SMALLEST_TITLE)
_DATE, _TEXT, _NOTE = 30.0, 28.0, 22.0
#: Points between a title, a text and what stands below, and from a cover's title up to its kicker.
_GAP, _KICKER = 14.0, 40.0


def deck(timeline: Timeline, sheet: Sheet, *, all_events: bool = False) -> Deck:
    """The deck of ``timeline``, which has an event: slides for its main events, or for all of them.

    Where no event is a main one, all of them have slides. Every text is as large as its box allows, and
    goes on on a further slide where the smallest size is not small enough. Every title is unique: slides of
    one title are numbered.
    """
    shown = tuple(event for event in timeline.events if event.key and not all_events) or timeline.events
    targets = {event.id: event.sources[0].url for event in timeline.events}
    targets |= {event.id: _name(event) for event in shown}
    setter = _Setter(timeline, sheet, shown, overview(timeline, sheet, shown, targets))
    slides = setter.slides()
    counts = Counter(slide.title for slide in slides)
    repeated = frozenset(title for title, count in counts.items() if count > 1)
    if repeated:  # anew, with room for their numbers
        slides = replace(setter, numbered=repeated).slides()
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
    """The name of a further slide of that name, counted from 0."""
    return f"{name} {number}" if number else name


def _numbered(slides: Sequence[Slide]) -> Iterator[Slide]:
    """Slides with the same title as "Title (1/2)", "Title (2/2)"."""
    total, so_far = Counter(slide.title for slide in slides), Counter[str]()
    for slide in slides:
        so_far[slide.title] += 1
        number, count = so_far[slide.title], total[slide.title]
        yield replace(slide, title=f"{slide.title} ({number}/{count})") if count > 1 else slide


@dataclass(frozen=True)
class _Setter:
    """Makes the slides of a timeline: those of the ``shown`` events after the overview, which is ``line``.
    ``numbered`` are the titles that need room for their number.
    """

    timeline: Timeline
    sheet: Sheet
    shown: tuple[Event, ...]
    line: tuple[Stretch, ...]
    numbered: frozenset[str] = frozenset()

    @property
    def _language(self) -> Language:
        return Language(self.timeline.language)

    def slides(self) -> tuple[Slide, ...]:
        """All slides in order."""
        gettext = self._language.gettext
        frame = self.sheet.chart.title
        head = self._heading(gettext("Overview"), frame, _CHART_TITLES)
        charts = (
            Slide(
                name=_nth(_OVERVIEW, number),
                kind="chart",
                title=head.text,
                title_size=head.size,
                parts=stretch.parts,
                place=self._close(head, frame),
            )
            for number, stretch in enumerate(self.line)
        )
        terms = tuple(glossary(self.timeline.glossary, self._language))
        cited = sources(self.shown, self._language, self.sheet.text.body.width, self.sheet.plain)
        return (
            *self._cover(),
            *charts,
            *chain.from_iterable(map(self._event, self.shown)),
            *(self._texts("glossary", gettext("Glossary"), terms) if terms else ()),
            *self._texts("sources", gettext("Sources"), tuple(cited)),
        )

    # ---- the kinds of slide

    def _cover(self) -> Iterator[Slide]:
        """Title, standfirst, counts and credit; what has no room goes on on a slide of text."""
        timeline, area = self.timeline, self.sheet.cover
        title = self._heading(timeline.title, area.title, _COVER_TITLES)
        top = self._below(title, area.title, area.body)
        body = Rect(area.body.x, top, area.body.width, area.body.bottom - top)
        kicker = self._plain(timeline.kicker, _NOTE, bold=True, colour="quiet")
        place = Rect(area.title.x, area.title.y - _KICKER, area.title.width, _KICKER - 6)
        above = self._above(kicker, place if self.sheet.kicker else None)
        texts = _filled(
            () if above else (kicker,),
            (self._plain(title.rest, _TEXT, bold=True),),
            (self._plain(each, _TEXT, before=_GAP) for each in timeline.standfirst.split("\n\n")),
            (self._plain(totals(timeline, self._language), _NOTE, before=_GAP, colour="quiet"),),
            (self._plain(timeline.credit, SMALLEST, before=_GAP, colour="quiet"),),
        )
        first, *more = pages(texts, body.width, body.height, self.sheet.plain)
        close = self._close(title, area.title)
        yield Slide("cover", "cover", title.text, title.size, Text(body, first), above, place=close)
        if more:
            yield from self._texts("cover more", timeline.title, tuple(chain.from_iterable(more)))

    def _event(self, event: Event) -> Iterator[Slide]:
        gettext, language = self._language.gettext, self._language
        status = "" if event.status == "held" else f" ({gettext(event.status)})"
        is_exact = event.when.is_span or event.when.start.is_day
        date = f"{date_and_clock(event.when, language)}{status}"
        people = gettext(", ").join(person.name for person in event.participants)
        differ = gettext("Accounts differ.") if event.disputed else ""
        texts = _filled(
            (
                self._plain(f"{date[:1].upper()}{date[1:]}", _DATE, bold=True),
                self._plain(
                    "" if is_exact else gettext("The exact date is not known."), _NOTE, colour="quiet"
                ),
                self._plain(place_of(event, language), _NOTE, colour="quiet"),
                self._plain(briefly(event.summary.partition("\n\n")[0], _WORDS), _TEXT, before=_GAP),
                self._plain(people, _NOTE, before=_GAP, led_by=gettext("Who")),
                self._plain(differ, _NOTE, before=_GAP, bold=True),
            )
        )
        lane = [track.name for track in self.timeline.tracks].index(event.track)
        kicker = self._plain(event.track, SMALLEST, bold=True, colour=lane)
        yield from self._texts(_name(event), event.title, texts, kicker=kicker, event=event)

    def _texts(
        self,
        name: str,
        title: str,
        texts: Sequence[Paragraph],
        *,
        kicker: Paragraph | None = None,
        event: Event | None = None,
    ) -> Iterator[Slide]:
        """One slide, or as many as the texts take; the notes stand with the first."""
        area = self.sheet.text
        head = self._heading(title, area.title, _TITLES)
        top = self._below(head, area.title, area.body)
        parts, bottom = footing(self.timeline, self.sheet, event, self._back(event))
        body = Rect(area.body.x, top, area.body.width, bottom - top)
        above = self._above(kicker, self.sheet.kicker)
        rest = self._plain(head.rest, _TEXT, bold=True)
        texts = _filled((kicker,) if kicker and not above else (), (rest,), texts)
        for number, page in enumerate(pages(texts, body.width, body.height, self.sheet.plain)):
            yield Slide(
                name=_nth(name, number),
                kind="text",
                title=head.text,
                title_size=head.size,
                body=Text(body, page),
                parts=(*above, *parts),
                notes=notes(event, self._language) if event and number == 0 else (),
                place=self._close(head, area.title),
            )

    def _back(self, event: Event | None) -> str:
        """The name of the overview's slide that shows the event; without an event, of its first."""
        numbers = (
            number for number, stretch in enumerate(self.line) if event and event.id in stretch.events
        )
        return _nth(_OVERVIEW, next(numbers, 0))

    # ---- how it is set

    def _plain(  # noqa: PLR0913  what makes a paragraph
        self,
        text: str,
        size: float,
        *,
        before: float = 0.0,
        colour: str | int = "ink",
        bold: bool = False,
        led_by: str = "",
    ) -> Paragraph:
        """A paragraph of one look, after a bold word that says what it tells."""
        lead = (Run(f"{led_by}: ", bold=True),) if led_by and text else ()
        return self._paragraph([*lead, Run(text, bold)], size, before=before, colour=colour)

    def _paragraph(
        self, runs: Sequence[Run], size: float, *, before: float = 0.0, colour: str | int = "ink"
    ) -> Paragraph:
        text = "".join(run.text for run in runs)
        leftward = is_leftward(text, otherwise=self._language.is_rtl)
        return Paragraph(tuple(runs), size, colour, before, leftward)

    def _heading(self, title: str, frame: Rect, sizes: Sequence[float]) -> Heading:
        found = heading(title, frame, sizes, self.sheet.serif)
        if found.text in self.numbered:
            return heading(title, frame, sizes, self.sheet.serif, number=" (88/88)")
        return found

    def _below(self, title: Heading, frame: Rect, body: Rect) -> float:
        """Where the text under a title begins."""
        return frame.y + title.height + _GAP if self.sheet.closes_up else body.y

    def _close(self, title: Heading, frame: Rect) -> Rect | None:
        """A title's own place, so that the text under it does not lie on its box."""
        return replace(frame, height=title.height) if self.sheet.closes_up else None

    def _above(self, kicker: Paragraph | None, place: Rect | None) -> tuple[Text, ...]:
        """The line above a title, where there is room for one."""
        if kicker is None or place is None or not kicker.text:
            return ()
        (run,) = kicker.runs
        shown = shortened(run.text, kicker.size, place.width, self.sheet.plain, bold=True)
        return (Text(place, (replace(kicker, runs=(replace(run, text=shown),)),), is_line=True),)


def _filled(*groups: Iterator[Paragraph] | Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Those of the paragraphs that tell anything."""
    return tuple(each for each in chain.from_iterable(groups) if each.text)
