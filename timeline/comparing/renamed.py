"""Events that have another id than before, found again by what they say."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator

from timeline.comparing.published import PublishedEvent


def renamed(gone: Iterable[PublishedEvent], come: Iterable[PublishedEvent]) -> dict[str, str]:
    """Old id -> new id of events that are the same but for their ids.

    First those with the same contents; then those with the same title that share the date or a source. An
    event for which there are several is none.
    """
    old, new = list(gone), list(come)
    found: dict[str, str] = {}
    for is_same in (_is_equal, _is_alike):
        found |= dict(_pairs(old, new, is_same))
        old = [event for event in old if event.id not in found]
        new = [event for event in new if event.id not in found.values()]
    return found


def _pairs(
    old: Iterable[PublishedEvent],
    new: Iterable[PublishedEvent],
    is_same: Callable[[PublishedEvent, PublishedEvent], bool],
) -> Iterator[tuple[str, str]]:
    """The ids of events each of which is the same as exactly one other."""
    olds, news = _by_title(old), _by_title(new)
    for title in olds.keys() & news.keys():
        for event in olds[title]:
            same = [each for each in news[title] if is_same(event, each)]
            if len(same) == 1 and sum(is_same(each, same[0]) for each in olds[title]) == 1:
                yield event.id, same[0].id


def _by_title(events: Iterable[PublishedEvent]) -> dict[str, list[PublishedEvent]]:
    found: dict[str, list[PublishedEvent]] = {}
    for event in events:
        found.setdefault(event.title, []).append(event)
    return found


def _is_equal(one: PublishedEvent, other: PublishedEvent) -> bool:
    return _contents(one) == _contents(other)


def _contents(event: PublishedEvent) -> Hashable:
    return (
        event.edtf,
        event.is_main,
        event.participants,
        tuple(sorted(event.texts.items())),
        event.sources,
    )


def _is_alike(one: PublishedEvent, other: PublishedEvent) -> bool:
    addresses = {source.url for source in one.sources}
    return one.edtf == other.edtf or any(source.url in addresses for source in other.sources)
