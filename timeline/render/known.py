"""How a date is known, told to a reader: who says what, what it means, and what decided."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Event, Source, When
from timeline.rules import explained
from timeline.words import spelled_out, weekday_in_words


@dataclass(frozen=True, slots=True)
class Known:
    """One line of how a date is known: who, the words (in ``language``) and what they came to."""

    who: str
    words: str
    language: str
    meaning: str


def known(event: Event, language: str) -> tuple[Known, ...]:
    """How the date came about: in its own words where they are not the plain date, then by each source."""
    when = event.when
    is_plain = when.words == when.edtf or when.words.startswith(when.first.isoformat())
    is_said = when.words in {source.says for source in event.sources}
    stated = Known("As stated:", when.words, language, _meaning(when))
    return (
        *(() if is_plain or is_said else (stated,)),
        *(
            Known(
                f"{_told_by(source)} says",
                source.says,
                source.says_language or source.language,
                _came_to(source),
            )
            for source in event.sources
            if source.says
        ),
    )


def _told_by(source: Source) -> str:
    """The publisher and the day of publication, which a source may word as "15 hours ago"."""
    seen = f" when seen on {weekday_in_words(source.accessed)}" if source.accessed else ""
    stated = f"“{source.published_as}”{seen}" if source.published_as else ""
    if source.published:
        day = f"{source.publisher} of {weekday_in_words(source.published)}"
        return f"{day} ({stated})" if stated else day
    return f"{source.publisher}, published {stated}," if stated else source.publisher


def _came_to(source: Source) -> str:
    """What its words came to, what else they could mean, and whether that is the date shown."""
    if source.reading is None:
        return ", which gives no date."
    if source.reading.start.clock and source.reading.zone and source.zone:
        city = source.zone.rpartition("/")[2].replace("_", " ")
        told = [f" ({city} time): {spelled_out(source.reading)} by the clocks of the place."]
    else:
        told = [_meaning(source.reading)]
    if source.others:
        others = " or ".join(spelled_out(other) for other in source.others)
        told.append(f"The words could also mean {others}{_DECIDED[source.decided]}.")
    if not source.agrees:
        told.append("That is not the date shown here.")
    return " ".join(told)


#: What ruled out the other readings -> the end of the sentence that names them.
_DECIDED = {
    "date": "; the date of the event decides",
    "sources": "; the other sources decide",
    "tense": "; whether it had happened yet decides",
    "": "",
}


def _meaning(when: When) -> str:
    return f": {spelled_out(when)} ({explained(when)})."
