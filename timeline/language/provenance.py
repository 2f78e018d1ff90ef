"""How a date is known, for the reader: which source says what, what that means, and why."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.language import ENGLISH, Language, message
from timeline.language.date_rules import explained
from timeline.language.dates import spelled_out
from timeline.language.events import published_in_words
from timeline.model import Event, Source, When


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One line on how a date is known: "Example News says", a phrase, ": 17 February 2025 (...)."

    ``language`` is that of the phrase, which is quoted; attribution and meaning are in the page's language.
    """

    attribution: str
    phrase: str
    language: str
    meaning: str


def date_evidence(event: Event, language: Language = ENGLISH) -> tuple[DateEvidence, ...]:
    """The date as the event file states it, unless that is the plain date, then each source's statement."""
    when = event.when
    is_plain = when.words == when.edtf or when.words.startswith(when.first.isoformat())
    is_quoted = when.words in {source.says for source in event.sources}
    stated = DateEvidence(
        language.gettext("As stated:"), when.words, language.tag, _meaning(when, language)
    )
    return (
        *(() if is_plain or is_quoted else (stated,)),
        *(
            DateEvidence(
                _attribution(source, language),
                source.says,
                source.says_language or source.language,
                _source_meaning(source, language),
            )
            for source in event.sources
            if source.says
        ),
    )


#: The attribution by what is known of the publication: its day, its wording, and when that was seen.
_ATTRIBUTIONS = {
    (False, False, False): message("%(publisher)s says"),
    (True, False, False): message("%(publisher)s of %(day)s says"),
    (True, True, False): message("%(publisher)s of %(day)s (“%(words)s”) says"),
    (True, True, True): message("%(publisher)s of %(day)s (“%(words)s” when seen on %(seen)s) says"),
    (False, True, False): message("%(publisher)s, published “%(words)s”, says"),
    (False, True, True): message("%(publisher)s, published “%(words)s” when seen on %(seen)s, says"),
}


def _attribution(source: Source, language: Language) -> str:
    """The publisher and the day of publication, with a wording such as "15 hours ago" if there is one."""
    if source.inferred_parts:
        day = published_in_words(source, language)
        return language.gettext(_ATTRIBUTIONS[True, False, False], publisher=source.publisher, day=day)
    has_day, has_wording = source.published is not None, bool(source.published_as)
    return language.gettext(
        _ATTRIBUTIONS[has_day, has_wording, has_wording and source.accessed is not None],
        publisher=source.publisher,
        day=source.published and language.day_with_weekday(source.published),
        words=published_in_words(source, language),
        seen=source.accessed and language.day_with_weekday(source.accessed),
    )


def _source_meaning(source: Source, language: Language) -> str:
    """What the source's phrase means, what else it could mean, and whether that is the date shown."""
    if source.reading is None:
        return language.gettext(", which gives no date.")
    if source.reading.start.clock and source.reading.zone and source.zone:
        city = source.zone.rpartition("/")[2].replace("_", " ")
        date = spelled_out(source.reading, language)
        sentences = [
            language.gettext(" (%(city)s time): %(date)s by the clocks of the place.", city=city, date=date)
        ]
    else:
        sentences = [_meaning(source.reading, language)]
    if source.others:
        others = language.any_of([spelled_out(other, language) for other in source.others])
        sentences.append(language.gettext(_OTHERS[source.decided], readings=others))
    if not source.agrees:
        sentences.append(language.gettext("That is not the date shown here."))
    return " ".join(sentences)


#: What ruled out the other readings -> the sentence that lists them.
_OTHERS = {
    "date": message("The words could also mean %(readings)s; the date of the event decides."),
    "sources": message("The words could also mean %(readings)s; the other sources decide."),
    "tense": message("The words could also mean %(readings)s; whether it had happened yet decides."),
    "": message("The words could also mean %(readings)s."),
}


def _meaning(when: When, language: Language) -> str:
    """What a phrase means, and by which rule."""
    date, rule = spelled_out(when, language), explained(when, language.gettext)
    return language.gettext(": %(date)s (%(rule)s).", date=date, rule=rule)
