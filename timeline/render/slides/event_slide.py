"""Event -> what its slide says, decided once for every slide format."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import Language
from timeline.language.events import date_and_status, place_of
from timeline.model import Event
from timeline.typography.sentences import briefly

#: A slide shows whole sentences of the summary, up to so many words; the speaker's notes have all of it.
WORDS = 40


@dataclass(frozen=True, slots=True)
class EventSlide:
    """The texts of an event's slide, "" where there is nothing to say.

    ``date`` includes clock time and status, ``date_note`` says that the date is vague, and ``dispute``
    that accounts differ.
    """

    title: str
    date: str
    date_note: str
    place: str
    summary: str
    people: str
    dispute: str


def event_slide(event: Event, language: Language) -> EventSlide:
    """What the slide of ``event`` says."""
    gettext = language.gettext
    return EventSlide(
        title=event.title,
        date=date_and_status(event, language),
        date_note=gettext("The exact date is not known.") if event.when.is_vague else "",
        place=place_of(event, language),
        summary=briefly(next(iter(event.paragraphs), ""), WORDS),
        people=gettext(", ").join(person.name for person in event.participants),
        dispute=gettext("Sources disagree.") if event.disputed else "",
    )
