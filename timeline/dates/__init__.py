"""Reads dates in words: every honest reading, none more exact than the words, or why there is none.

`resolve` tries ISO and EDTF first, which are the same in every language; then the language of the phrase;
last, English dates written in full in a source of another language.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from timeline.dates import edtf, english, languages
from timeline.dates.calendar_marks import without_mark
from timeline.dates.characters import tidy
from timeline.dates.context import CALENDARS, HEMISPHERES, ORDERS, TENSES, Context, in_tense
from timeline.dates.english import hemisphere, refusals
from timeline.dates.english.relative import anchored
from timeline.dates.nearest import NeedsPublished, in_order
from timeline.dates.refused import Contradiction, Refused
from timeline.dates.rule import Explanation
from timeline.dates.written_calendar import in_calendar
from timeline.model.when import Resolution, When
from timeline.model.zones import zone_info

#: In characters: a longer text is a sentence.
LONGEST = 100
#: The name of each rule, as in `When.rule` up to a colon -> how it gets from the words to its date.
EXPLANATIONS: dict[str, Explanation] = {
    **{
        rule.name.partition(": ")[0]: rule.explanation
        for rule in (*edtf.RULES, *english.RULES)
        if rule.explanation
    },
    **edtf.EXPLANATIONS,
    **anchored.EXPLANATIONS,
    **hemisphere.EXPLANATIONS,
}


def resolve(  # noqa: PLR0913 - every keyword is something that a phrase may depend on
    text: str,
    *,
    published: date | None = None,
    language: str = "en",
    zone: str = "",
    anchor: When | None = None,
    tense: str = "",
    order: str = "",
    every: bool = False,
    calendar: str = "",
    hemisphere: str = "",
) -> Resolution:
    """Every honest reading of ``text``, none when there is none; never raises.

    ``published`` is the day of publication, which relative words ("Monday", "17 February") need; the
    current day is never used. ``language`` is a BCP 47 tag. ``zone`` is the IANA zone of the event: clock
    times with an offset are moved to it, others are taken as its local time. ``anchor`` is the date of
    another event, from which "two days later" is counted. ``tense`` is "past", "future" or "": only
    readings that touch days up to, or from, the day of publication are kept. ``order`` is "day-first",
    "month-first" or "" (the custom of the language): how numbers such as 03/04/2025 are read. A date
    without its year has those readings that a newspaper may mean; with ``every``, it has the last one
    before publication and the next one after it, so that something else can choose. ``calendar`` is
    "julian" if it is written in that calendar, else "gregorian" or ""; words that name one (O.S.) decide.
    ``hemisphere`` is "north" or "south", where the event took place; "" if only ``zone`` may say so.

    >>> resolve("28 February – 2 March 2025").readings[0].edtf
    '2025-02-28/2025-03-02'
    >>> [when.edtf for when in resolve("Tuesday", published=date(2025, 2, 17)).readings]
    ['2025-02-11', '2025-02-18']
    >>> [when.edtf for when in resolve("Tuesday", published=date(2025, 2, 17), tense="past").readings]
    ['2025-02-11']
    >>> [when.edtf for when in resolve("July 4", published=date(2025, 6, 17)).readings]
    ['2025-07-04']
    >>> [when.edtf for when in resolve("July 4", published=date(2025, 6, 17), every=True).readings]
    ['2024-07-04', '2025-07-04']
    >>> resolve("31 June 2025").reason
    'June has 30 days'
    """
    context = Context(published, language, zone, anchor, tense, order, None, every, calendar, hemisphere)
    return _resolve(text, context)


def published_day(
    text: str,
    *,
    accessed: date | None = None,
    language: str = "en",
    zone: str = "",
    order: str = "",
) -> Resolution:
    """The day of publication in a page's words: "17 February 2025", or "15 hours ago" from ``accessed``.

    ``accessed`` is the day on which the page was read, or better a `datetime`, by the clocks of ``zone``:
    from a day alone, "15 hours ago" is one of two days; without ``accessed`` it is refused, as is
    whatever is not a single day.

    >>> [when.edtf for when in published_day("15 hours ago", accessed=date(2025, 2, 18)).readings]
    ['2025-02-17', '2025-02-18']
    >>> [when.edtf for when in published_day("15 hours ago", accessed=datetime(2025, 2, 18, 9)).readings]
    ['2025-02-17']
    """
    now = accessed.time() if isinstance(accessed, datetime) else None
    day = accessed.date() if isinstance(accessed, datetime) else accessed
    found = _resolve(text, Context(day, language, zone, None, "past", order, now))
    if all(when.is_one_day for when in found.readings):
        return found
    return Resolution(text, (), "these words do not name a single day", refusals.WHOLE)


@lru_cache(maxsize=8192)
def _resolve(text: str, context: Context) -> Resolution:
    words = text.strip()
    try:
        _check(words, context)
        unmarked, stated = without_mark(words)
        if stated:
            context = context._replace(calendar=stated)
        if context.calendar:
            with in_calendar(context.calendar):
                found = _read(unmarked, context)
        else:
            found = _read(unmarked, context)
        found = in_tense(found, context)
    except Refused as refusal:
        return Resolution(text, (), refusal.reason, refusal.hint, isinstance(refusal, Contradiction))
    except OverflowError:
        return Resolution(text, (), "it lies outside the years 10000 BC to 9999", refusals.WHOLE)
    ordered = in_order(found) if len(found) > 1 else found
    readings = tuple([when.with_words(words, context.zone) for when in ordered])
    if context.calendar == "julian":
        readings = tuple(map(_in_julian, readings))
    if len(readings) == 1:
        return Resolution(text, readings)
    meant = " or ".join(when.edtf_for(when.start.calendar) for when in readings)
    return Resolution(
        text,
        readings,
        f"it can be read in {len(readings)} ways",
        f"the one that is meant: {meant}",
    )


def _in_julian(when: When) -> When:
    """The reading with the name of the calendar in which it is to be written."""
    start, end = replace(when.start, calendar="julian"), when.end
    return replace(when, start=start, end=end and replace(end, calendar="julian"))


def _read(words: str, context: Context) -> tuple[When, ...]:
    text = tidy(words)
    is_english = context.language.lower().replace("_", "-").split("-")[0] in ("en", "")
    if not is_english:
        languages.check_calendar(words, context.language)
    found = edtf.read(text, context.zone)
    if found:
        return hemisphere.read_edtf(text, found, context, english.read_tidied)
    if is_english:
        found = english.read(text, context)
    else:
        found = languages.read(text, context) or _english_in_full(text, context)
    if not found:
        raise refusals.explain(text)
    return found


def _english_in_full(text: str, context: Context) -> tuple[When, ...]:
    """English in a source of another language: only what needs no day of publication."""
    try:
        return english.read(text, context._replace(published=None, anchor=None))
    except NeedsPublished:
        return ()


def _check(words: str, context: Context) -> None:
    if len(words) > LONGEST:
        raise Refused(f"it is longer than {LONGEST} characters", "only the words of the date")
    if context.tense not in TENSES:
        raise Refused(f'there is no tense "{context.tense}"', "past or future")
    if context.order not in ORDERS:
        raise Refused(f'there is no order "{context.order}"', "day-first or month-first")
    if context.calendar not in CALENDARS:
        raise Refused(f'there is no calendar "{context.calendar}"', "julian or gregorian")
    if context.hemisphere not in HEMISPHERES:
        raise Refused(f'there is no hemisphere "{context.hemisphere}"', "north or south")
    if not context.zone:
        return
    try:
        zone_info(context.zone)
    except (KeyError, ValueError, OSError) as error:
        raise Refused(
            f'there is no time zone "{context.zone}"', "an IANA zone such as Europe/Paris"
        ) from error
