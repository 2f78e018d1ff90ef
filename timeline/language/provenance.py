"""How a date is known, told to a reader: who says what, what it means, and what decided."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import ENGLISH, Language, message
from timeline.language.date_rules import explained
from timeline.language.dates import spelled_out
from timeline.language.events import published_in_words
from timeline.model import Event, Source, When


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One line of how a date is known: who, the words (in ``language``) and what they came to."""

    who: str
    words: str
    language: str
    meaning: str


def date_evidence(event: Event, language: Language = ENGLISH) -> tuple[DateEvidence, ...]:
    """How the date came about: in its own words where they are not the plain date, then by each source."""
    when = event.when
    is_plain = when.words == when.edtf or when.words.startswith(when.first.isoformat())
    is_said = when.words in {source.says for source in event.sources}
    stated = DateEvidence(
        language.gettext("As stated:"), when.words, language.tag, _meaning(when, language)
    )
    return (
        *(() if is_plain or is_said else (stated,)),
        *(
            DateEvidence(
                _told_by(source, language),
                source.says,
                source.says_language or source.language,
                _came_to(source, language),
            )
            for source in event.sources
            if source.says
        ),
    )


#: Who says so, by what is known of the publication: its day, its words, the day on which they were seen.
_TOLD_BY = {
    (False, False, False): message("%(publisher)s says"),
    (True, False, False): message("%(publisher)s of %(day)s says"),
    (True, True, False): message("%(publisher)s of %(day)s (“%(words)s”) says"),
    (True, True, True): message("%(publisher)s of %(day)s (“%(words)s” when seen on %(seen)s) says"),
    (False, True, False): message("%(publisher)s, published “%(words)s”, says"),
    (False, True, True): message("%(publisher)s, published “%(words)s” when seen on %(seen)s, says"),
}


def _told_by(source: Source, language: Language) -> str:
    """The publisher and the day of publication, which a source may word as "15 hours ago"."""
    is_worded = bool(source.published_as)
    return language.gettext(
        _TOLD_BY[source.published is not None, is_worded, is_worded and source.accessed is not None],
        publisher=source.publisher,
        day=source.published and language.weekday(source.published),
        words=published_in_words(source, language),
        seen=source.accessed and language.weekday(source.accessed),
    )


def _came_to(source: Source, language: Language) -> str:
    """What its words came to, what else they could mean, and whether that is the date shown."""
    if source.reading is None:
        return language.gettext(", which gives no date.")
    if source.reading.start.clock and source.reading.zone and source.zone:
        city = source.zone.rpartition("/")[2].replace("_", " ")
        date = spelled_out(source.reading, language)
        told = [
            language.gettext(" (%(city)s time): %(date)s by the clocks of the place.", city=city, date=date)
        ]
    else:
        told = [_meaning(source.reading, language)]
    if source.others:
        others = language.any_of([spelled_out(other, language) for other in source.others])
        told.append(language.gettext(_OTHERS[source.decided], readings=others))
    if not source.agrees:
        told.append(language.gettext("That is not the date shown here."))
    return " ".join(told)


#: What ruled out the other readings -> the sentence that names them.
_OTHERS = {
    "date": message("The words could also mean %(readings)s; the date of the event decides."),
    "sources": message("The words could also mean %(readings)s; the other sources decide."),
    "tense": message("The words could also mean %(readings)s; whether it had happened yet decides."),
    "": message("The words could also mean %(readings)s."),
}


def _meaning(when: When, language: Language) -> str:
    """What the words came to, and by which rule."""
    date, rule = spelled_out(when, language), explained(when, language.gettext)
    return language.gettext(": %(date)s (%(rule)s).", date=date, rule=rule)
