"""How a date is known, told to a reader: who says what, what it means, and what decided."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model import Event, Source, When
from timeline.words import spelled_out, weekday_in_words

#: Names of rules that say too little by themselves -> what they did.
RULES = {
    "weekday": "a weekday on or near the day of publication",
    "last weekday": "“last” may be the one before publication, or that of the week before",
    "next weekday": "“next” may be the one after publication, or that of the week after",
    "weekday before": "the last such weekday before publication",
    "weekday after": "the first such weekday after publication",
    "last named one": "the last that was over, or that of the year before",
    "next named one": "the next to come, or that of the year after",
    "day without its month": "that day of a month near publication",
    "hours ago": "counted back from some hour of the day of publication",
    "week of a day": "the week that holds that day",
    "either": "one of the two",
    "midweek": "Tuesday to Thursday of a week near the day of publication",
    "weekend": "Saturday and Sunday near the day of publication",
    "night before publication": "a night touches two days",
    "month/day/year": "the month written first",
    "day/month/year": "the day written first",
    "span": "from the first day to the last",
    "between": "one of the days between",
    "third of a month": "ten days or so of the month",
    **dict.fromkeys(("day", "this one", "last one", "next one"), "counted from the day of publication"),
    **dict.fromkeys(("ago", "last but one"), "counted back from the day of publication"),
    **dict.fromkeys(("in", "from now", "next but one"), "counted on from the day of publication"),
    **dict.fromkeys(("earlier in this one", "later in this one"), "a part of that of publication"),
    **dict.fromkeys(("day month year", "month day year", "year month day"), "a day in words"),
    "month year": "a month in words",
}


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
    return f": {spelled_out(when)} ({rule_in_words(when.rule)})."


def rule_in_words(rule: str) -> str:
    """What a rule did, in plain English.

    >>> rule_in_words("ago"), rule_in_words("weekday of last week")
    ('counted back from the day of publication', 'weekday of last week')
    """
    return RULES.get(rule, rule)
