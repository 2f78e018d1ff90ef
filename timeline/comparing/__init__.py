"""What has changed for readers between two published timelines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.comparing.changes import (
    KINDS,
    Change,
    change,
    date_and_clock,
    date_in_words,
    ended,
    in_quotes,
    named,
    of_new_event,
    of_summary,
    of_text,
)
from timeline.comparing.published import (
    NotEventsError,
    Published,
    PublishedEvent,
    PublishedSource,
    published,
)
from timeline.comparing.renamed import renamed

__all__ = ["Change", "NotEventsError", "Published", "compare", "published"]


def compare(old: Published, new: Published) -> tuple[Change, ...]:
    """Every change that readers can see: first those of the whole timeline, then event by event in time.

    An event with another id and the same contents is renamed. What only programs see is not compared, nor
    is what one of the two files has no field for.

    >>> one = published('{"format": "timeline-events/1", "title": "A", "events": []}')
    >>> other = published('{"format": "timeline-events/1", "title": "B", "events": []}')
    >>> [each.text for each in compare(one, other)], compare(one, one)
    (['The headline of the timeline was “A”, is now “B”.'], ())
    """
    before = {event.id: event for event in old.events}
    after = {event.id: event for event in new.events}
    new_ids = renamed(
        [each for each in old.events if each.id not in after],
        [each for each in new.events if each.id not in before],
    )
    old_ids = {new_id: old_id for old_id, new_id in new_ids.items()}
    found: list[tuple[PublishedEvent, list[Change]]] = []
    for event in new.events:
        was = before.get(old_ids.get(event.id, event.id))
        text = of_new_event(event)
        found.append(
            (event, [*_of_event(was, event)] if was else [change("added", event, "", event.title, text)])
        )
    found += [
        (event, [change("withdrawn", event, event.title, "", "Withdrawn.")])
        for event in old.events
        if event.id not in after and event.id not in new_ids
    ]
    found.sort(key=lambda each: _time(each[0]))
    return (*_of_timeline(old, new), *(each for _, changes in found for each in changes))


def _time(event: PublishedEvent) -> tuple[int, ...]:
    """A value by which events are in the order of time; those of no known day come last."""
    parts = re.fullmatch(r"(-?\d{1,6})-(\d\d)-(\d\d)", event.start, re.ASCII)
    return tuple(map(int, parts.groups())) if parts else (10**6,)


def _of_timeline(old: Published, new: Published) -> Iterator[Change]:
    for name, before, after in (
        ("headline", old.title, new.title),
        ("standfirst", old.standfirst, new.standfirst),
    ):
        if before != after:
            yield change(name, None, before, after, of_text(name, before, after))
    known = {(each.on, each.text) for each in old.corrections}
    titles = {event.id: event.title for event in new.events}
    for each in new.corrections:
        if (each.on, each.text) not in known:
            about = "; ".join(in_quotes(titles[id_]) for id_ in each.events if id_ in titles)
            day = date_in_words(each.on)
            text = (
                f"Correction of {day}{f' ({about})' if about else ''}: {ended(' '.join(each.text.split()))}"
            )
            yield change("correction", None, "", each.text, text)


def _of_event(old: PublishedEvent, new: PublishedEvent) -> Iterator[Change]:
    """The changes of one event, in the order of `KINDS`."""
    changes = [*_of_texts(old, new), *_of_others(old, new), *_of_sources(old.sources, new.sources, new)]
    yield from sorted(changes, key=lambda each: KINDS.index(each.kind))


def _of_texts(old: PublishedEvent, new: PublishedEvent) -> Iterator[Change]:
    for name in old.texts.keys() & new.texts.keys():
        before, after = old.texts[name], new.texts[name]
        if before != after:
            text = of_summary(before, after) if name == "summary" else of_text(name, before, after)
            yield change(name, new, before, after, text)


def _of_others(old: PublishedEvent, new: PublishedEvent) -> Iterator[Change]:
    if old.id != new.id:
        text = f"Its address on the page was #{old.id}, is now #{new.id}."
        yield change("renamed", new, old.id, new.id, text)
    if (old.edtf, old.clock) != (new.edtf, new.clock):
        text = f"The date was {date_and_clock(old)}, is now {date_and_clock(new)}."
        yield change("date", new, old.edtf, new.edtf, text)
    if old.is_main != new.is_main:
        text = "It is now one of the main events." if new.is_main else "It is no longer a main event."
        yield change("main", new, str(old.is_main).lower(), str(new.is_main).lower(), text)
    gone, come = (
        ", ".join(name for name in some if name not in others)
        for some, others in (
            (old.participants, new.participants),
            (new.participants, old.participants),
        )
    )
    if gone or come:
        parts = [f"No longer among those who took part: {ended(gone)}"] if gone else []
        parts += [f"Now among those who took part: {ended(come)}"] if come else []
        yield change("participants", new, gone, come, " ".join(parts))


def _of_sources(
    old: Sequence[PublishedSource], new: Sequence[PublishedSource], event: PublishedEvent
) -> Iterator[Change]:
    """Sources by their addresses; the same publisher and headline make it the same at another address."""
    lost, gained = _without(old, new), _without(new, old)
    for source in list(gained):
        same = next((each for each in lost if source.title and _name(each) == _name(source)), None)
        if same:
            lost.remove(same)
            gained.remove(source)
            text = f"A source has another address: {ended(named(source))}"
            yield change("source changed", event, same.url, source.url, text)
    for source in gained:
        yield change("source gained", event, "", source.url, f"Source gained: {ended(named(source))}")
    for source in lost:
        yield change("source lost", event, source.url, "", f"Source lost: {ended(named(source))}")
    before = {each.url: each for each in reversed(old)}
    for source in {each.url: each for each in reversed(new)}.values():
        was = before.get(source.url)
        if was and was != source:
            yield from _of_source(was, source, event)


def _without(some: Sequence[PublishedSource], others: Sequence[PublishedSource]) -> list[PublishedSource]:
    """Those whose addresses the others do not have; one address as often as it is missing there."""
    left = Counter(each.url for each in others)
    found = []
    for each in some:
        left[each.url] -= 1
        if left[each.url] < 0:
            found.append(each)
    return found


def _name(source: PublishedSource) -> tuple[str, str]:
    return source.publisher, source.title


def _of_source(old: PublishedSource, new: PublishedSource, event: PublishedEvent) -> Iterator[Change]:
    for what, before, after in (
        ("publisher", old.publisher, new.publisher),
        ("headline", old.title, new.title),
        ("quotation", old.quote, new.quote),
    ):
        if before != after:
            subject = f"The {what} of {named(old) if what == 'publisher' else new.publisher}"
            if not before or not after:
                text = f"{subject} is {'new' if after else 'gone'}: {ended(in_quotes(after or before))}"
            else:
                text = f"{subject} was {in_quotes(before)}, is now {ended(in_quotes(after))}"
            yield change("source changed", event, before, after, text)
