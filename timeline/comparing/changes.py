"""A change between two published timelines, and its sentence for readers."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.comparing.published import PublishedEvent, PublishedSource
from timeline.dates import resolve
from timeline.language.dates import when_in_words
from timeline.language.events import count_of
from timeline.typography.source_marks import statements, without_marks

#: What can change, in the order in which the changes of an event are told.
KINDS = (
    *("headline", "standfirst", "correction"),
    *("added", "withdrawn", "renamed", "date", "title", "status", "track", "kind", "main"),
    *("place", "venue", "note", "participants", "summary", "disputed", "remark"),
    *("source gained", "source lost", "source changed"),
)
#: Name of a text -> how it is called in a sentence; "" stands for the value itself.
_NAMES = {
    "headline": "headline of the timeline", "standfirst": "standfirst", "title": "title",
    "status": "status", "track": "track", "kind": "kind of event", "place": "place", "venue": "venue",
    "note": "note", "disputed": "dispute", "remark": "remark",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change. ``kind`` is one of `KINDS`; ``event`` the id of the event, "" for the whole timeline.

    ``title`` and ``date`` (in EDTF) are those of the event as it is now, or was before it was withdrawn.
    ``old`` and ``new`` are the values, "" where there is none; ``text`` says it in a sentence.
    """

    kind: str
    event: str
    title: str
    date: str
    old: str
    new: str
    text: str


def change(kind: str, event: PublishedEvent | None, old: str, new: str, text: str) -> Change:
    """A change of an event, or with None of the timeline."""
    if event is None:
        return Change(kind, "", "", "", old, new, text)
    return Change(kind, event.id, event.title, event.edtf, old, new, text)


def date_and_clock(event: PublishedEvent) -> str:
    """The date of an event in words, with its clock time."""
    day = date_in_words(event.edtf)
    return f"{day}, {event.clock.replace('/', '–')}" if event.clock else day


def date_in_words(edtf: str) -> str:
    """A date in EDTF in words, without a clock time; as it is where it cannot be read.

    >>> date_in_words("2025-02-12"), date_in_words("soon")
    ('12 February 2025', 'soon')
    """
    readings = resolve(edtf).readings if edtf else ()
    return when_in_words(readings[0]).replace("\xa0", " ") if len(readings) == 1 else edtf


def of_text(name: str, old: str, new: str) -> str:
    """The sentence for a text that has changed.

    >>> of_text("title", "They met", "They meet")
    'The title was “They met”, is now “They meet”.'
    >>> of_text("disputed", "", "Three hours or four."), of_text("note", "Ends in a quarrel", "")
    ('The dispute is new: “Three hours or four.”', 'The note is gone: “Ends in a quarrel”.')
    """
    what = _NAMES[name]
    if not old or not new:
        return f"The {what} is {'new' if new else 'gone'}: {ended(in_quotes(new or old))}"
    return f"The {what} was {in_quotes(old)}, is now {ended(in_quotes(new))}"


def of_summary(old: str, new: str) -> str:
    """The sentences that a summary has lost and gained.

    >>> of_summary("They met. They left. [1]", "They met. [1] They stayed.")
    'The summary no longer says: “They left.” It now says: “They stayed.”'
    >>> of_summary("They met.", "They met. [1]")
    'The sentences of the summary name other sources.'
    """
    olds, news = ([each.text for each in statements(text)] for text in (old, new))
    lost = [each for each in olds if each not in news]
    gained = [each for each in news if each not in olds]
    if not (lost or gained):
        is_same = without_marks(old).split() == without_marks(new).split()
        return (
            "The sentences of the summary name other sources."
            if is_same
            else "The sentences of the summary have another order or other marks."
        )
    parts = []
    if lost:
        parts.append(f"The summary no longer says: {' '.join(map(in_quotes, lost))}")
    if gained:
        what = "It now says" if lost else "The summary is new" if not old else "The summary now says"
        parts.append(f"{what}: {' '.join(map(in_quotes, gained))}")
    return " ".join(map(ended, parts))


def of_new_event(event: PublishedEvent) -> str:
    """The sentence for an event that is new: how many sources it has, and whose.

    >>> sources = (PublishedSource("https://example.org/a", "Example News", "", ""),)
    >>> event = PublishedEvent("a", "2025", "", "2025-01-01", False, (), {"title": "A"}, sources)
    >>> of_new_event(event)
    'New event, with 1 source: Example News.'
    """
    publishers = list(dict.fromkeys(source.publisher for source in event.sources))
    addresses = {source.url for source in event.sources}
    return f"New event, with {count_of(len(addresses), 'source')}: {ended(', '.join(publishers))}"


def named(source: PublishedSource) -> str:
    """A source by its publisher and headline, else its address."""
    return (
        f"{source.publisher}, {in_quotes(source.title)}"
        if source.title
        else f"{source.publisher} ({source.url})"
    )


def in_quotes(text: str) -> str:
    """
    >>> in_quotes("They met.\\n\\nThey left.")
    '“They met. They left.”'
    """
    return f"“{' '.join(text.split())}”"


def ended(text: str) -> str:
    """The text with a full stop, unless a mark ends it already.

    >>> ended("They met"), ended("“They met.”")
    ('They met.', '“They met.”')
    """
    return text if text.rstrip("”’\"')»").endswith((".", "!", "?", "…", "。", "؟")) else f"{text}."
