"""Event -> speaker's notes: all that is known of it, with addresses written out for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline.language import Language
from timeline.language.changes import correction_in_words
from timeline.language.dates import when_in_words
from timeline.language.events import (
    byline,
    event_date,
    place_in_source,
    place_of,
    published_by,
    published_in_words,
)
from timeline.language.provenance import date_evidence
from timeline.model import Correction, Event, Source, paragraphs


def notes(event: Event, language: Language, corrections: Iterable[Correction] = ()) -> tuple[str, ...]:
    """Paragraphs: date and place, the whole summary, quotes, the question to a class, ``corrections``,
    disputes, remarks, how the date is known, and every source in full.

    >>> from datetime import date
    >>> from timeline.model import Moment, When
    >>> talks = Event(id="talks", title="Talks", label="Talks", when=When(Moment.day(date(2025, 2, 17))),
    ...     track="Europe", summary="They met.", sources=(Source("https://example.org/a", "Example News"),))
    >>> notes(talks, Language("en"))[1:]
    ('They met.', 'Sources:', '1. Example News. https://example.org/a')
    """
    place = place_of(event, language)
    return (
        language.gettext(", ").join(filter(None, (event_date(event, language), place))),
        *event.paragraphs,
        *(_quote(source, language) for source in event.spoken),
        *_discussion(event, language),
        *(correction_in_words(each, language) for each in corrections),
        *([f"{language.gettext('Sources disagree.')} {event.disputed}"] if event.disputed else ()),
        *([event.remark] if event.remark else ()),
        *_how_known(event, language),
        f"{language.gettext('Sources')}:",
        *(
            f"{number}. {citation(source, language)}"
            for number, source in enumerate(event.sources, start=1)
        ),
    )


def citation(source: Source, language: Language) -> str:
    """Its authors, publisher, origin, title, day, address, day of access and archived copy.

    >>> citation(Source("https://example.org/a", "Example News", "Talks"), Language("en"))
    'Example News. “Talks”. https://example.org/a'
    """
    title = language.gettext("“%(words)s”", words=source.title) if source.title else ""
    is_known = source.published or source.inferred_parts
    day = published_in_words(source, language) if is_known else source.published_as
    parts = [
        part for part in (byline(source), published_by(source, language), title, day, source.url) if part
    ]
    if source.accessed:
        parts.append(language.gettext("accessed %(day)s", day=language.day(source.accessed)))
    parts += [f"{language.gettext('archived copy')}: {copy}" for copy in source.copies]
    if source.unarchivable:
        parts.append(language.gettext("no archived copy: %(reason)s", reason=source.unarchivable))
    return ". ".join(parts)


def _quote(source: Source, language: Language) -> str:
    quote = language.gettext("“%(words)s”", words=source.quote)
    place = place_in_source(source, language)
    where = f"{source.publisher}, {place}" if place else source.publisher
    by = f"{source.speaker} ({where})" if source.speaker else where
    return f"{quote} – {by}"


def _discussion(event: Event, language: Language) -> Iterator[str]:
    """The question to a class; only its first paragraph is introduced as such."""
    if event.discussion:
        first, *more = paragraphs(event.discussion)
        yield language.gettext("For discussion: %(question)s", question=first)
        yield from more


def _how_known(event: Event, language: Language) -> Iterator[str]:
    lines = date_evidence(event, language)
    if lines:
        yield language.gettext("Why this date?")
    for line in lines:
        yield f"{line.attribution} {language.gettext('“%(words)s”', words=line.phrase)}{line.meaning}"
    for source in event.sources:
        if source.reading and not source.agrees:
            date = when_in_words(source.reading, language)
            yield source.publisher + language.gettext(", which would be %(date)s", date=date)
