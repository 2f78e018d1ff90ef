"""Records -> a `timeline.model.Timeline`, with everything that is wrong in any file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from timeline.model import Event, Timeline, Track, When
from timeline.model.clock import common_zone, zones_of
from timeline.model.problems import Location, Problem, errors
from timeline.model.records import Document, Fields, Items, locations
from timeline.model.sources.records import NAME as SOURCES
from timeline.model.sources.records import completed
from timeline.normalise.bounds import exceeds_bounds
from timeline.normalise.corrections import with_corrections
from timeline.normalise.dating.dependencies import in_dependency_order
from timeline.normalise.drafts import set_aside
from timeline.normalise.events import EventContext, build_event
from timeline.normalise.faults import Faults
from timeline.normalise.fonts import named_fonts
from timeline.normalise.format import EvidenceRecord, PersonRecord, PlaceRecord, SharedSourceRecord
from timeline.normalise.format.field_types import Record
from timeline.normalise.format.validation import ValidatedRecord, validate_records
from timeline.normalise.ids import Draft, draft_events
from timeline.normalise.order import sort_events, warn_duplicates, warn_lookalikes
from timeline.normalise.shared_files.evidence import kept_copies, with_neighbours
from timeline.normalise.shared_files.people_places import people, places
from timeline.normalise.shared_files.sources import check_records
from timeline.normalise.text import quoted
from timeline.normalise.timeline_file import read_timeline_file

__all__ = ["named_fonts", "normalise"]

R = TypeVar("R", bound=Record)
#: Files that are not events, by name.
_SHARED_FILES = ("_timeline", "_people", "_places", SOURCES, "_evidence")


def normalise(  # noqa: PLR0913 -- what it depends on besides the documents
    documents: Iterable[Document],
    *,
    is_whole: bool = True,
    has_drafts: bool = False,
    demands_review: bool = True,
    folder: str = "events",
    fonts: Mapping[str, bytes | Problem] = MappingProxyType({}),
) -> tuple[Timeline | None, tuple[Problem, ...]]:
    """The timeline that the documents hold, and every problem of every one of them in file order.

    Where they are not the whole of it, ``related`` may name events that are not among them, and there may
    be none. Events that are marked as drafts are left out, unless ``has_drafts``. ``demands_review`` where
    the timeline is to be published: a main event that must have been checked and was not is an error then.
    ``folder`` is where events were looked for: the place of the fault that there are none. ``fonts`` are
    the font files that `named_fonts` lists, by these names, or why they could not be read.

    None where there is any error; warnings alone keep the timeline. Reads no event file and no clock;
    texts hold no lone surrogates, which *read* refuses.

    >>> normalise(())[1][0].message
    'no event was found'
    """
    faults = Faults()
    as_written = sorted(documents, key=lambda document: document.path)
    files = completed(as_written)
    frame, settings, head_record = read_timeline_file(_named("_timeline", files), fonts, faults)
    if frame.tracks:
        faults.own_words["track"] = frame.tracks[0].name
    known_people = people(_listed(PersonRecord, "_people", files, faults), faults)
    known_places = places(_listed(PlaceRecord, "_places", files, faults), faults)
    evidence = kept_copies(_listed(EvidenceRecord, "_evidence", files, faults))
    check_records(
        as_written, _listed(SharedSourceRecord, SOURCES, files, faults), faults, is_whole=is_whole
    )
    _warn_misnamed(files, faults)
    of_events = [
        document for document in files if not (document.name.startswith("_") or _lacks_underscore(document))
    ]
    every = draft_events(of_events, faults)
    written, drafts = set_aside(every, faults, has_drafts=has_drafts)
    ids = frozenset(draft.id for draft in written if draft.id)
    described = _named("_timeline", files)
    head = next((document.root.at for document in described), Location(folder))
    if exceeds_bounds(written, frame, head, faults):
        return None, faults.problems
    kinds = frame.kinds if is_whole or described else ()
    context = EventContext(
        frame,
        kinds,
        settings,
        known_people,
        known_places,
        ids,
        drafts,
        is_whole,
        demands_review,
        faults,
    )
    found = _build_events(written, context)
    frame = with_corrections(frame, head_record, filter(None, found), context)
    located = [(event_, draft.entry.at()) for draft, event_ in zip(written, found, strict=True) if event_]
    warn_duplicates(located, faults)
    warn_lookalikes("id", ((draft.id, draft.entry.at("id")) for draft in written), faults)
    if not frame.tracks:
        tracks = ((draft.entry.record.track, draft.entry.at("track")) for draft in written)
        warn_lookalikes("track", tracks, faults)
    if not (written or errors(faults.problems)) and (is_whole or not files):
        message, hint = "no event was found", "add an event file, such as 2025-02-17-name.yaml"
        if every:
            message, hint = "every event is a draft", "complete one; or timeline build --drafts"
        faults.add(Location(folder), "E008", message, hint)
    if is_whole and located and not _is_in_view(frame.view, [event_.when for event_, _ in located]):
        root = described[0].root
        at = dict(locations(root))[("view",)]
        hint = "the first and the last day of some of the events"
        faults.add(at, "E014", "no event is in the view of the chart", hint)
    if errors(faults.problems):
        return None, faults.problems
    clock = frame.clock or common_zone(event_.when for event_, _ in located)
    placed = with_neighbours((event_ for event_, _ in located), evidence)
    events = sort_events(_with_named_zones(placed), clock)
    tracks_ = frame.tracks or _tracks_of(events)
    return replace(frame, events=events, tracks=tracks_, clock=clock, evidence=evidence), faults.problems


def _is_in_view(view: When | None, whens: Iterable[When]) -> bool:
    return view is None or any(view.first <= when.first <= view.last for when in whens)


def _with_named_zones(events: Sequence[Event]) -> Iterator[Event]:
    """The events; if their clock times are by several clocks, each is shown with its zone."""
    several = len(zones_of(event.when for event in events)) > 1
    return (replace(event, names_zone=several and bool(event.when.zone)) for event in events)


def _build_events(written: Sequence[Draft], context: EventContext) -> list[Event | None]:
    """The event of each draft, made after those that its date counts from."""
    events: list[Event | None] = [None] * len(written)
    dated_events: dict[str, Event] = {}
    for number in in_dependency_order(written, context.faults):
        if context.faults.limit_reached(written[number].entry.at().path):
            continue
        found = build_event(written[number], context, dated_events)
        if found:
            dated_events.setdefault(found.id, found)
        events[number] = found
    return events


def _named(name: str, files: Iterable[Document]) -> list[Document]:
    return [document for document in files if document.name == name]


def _listed(
    model: type[R], name: str, files: Iterable[Document], faults: Faults
) -> Iterator[ValidatedRecord[R]]:
    """The entries of every file of that name."""
    for document in _named(name, files):
        yield from validate_records(model, document.root, faults)


def _warn_misnamed(files: Iterable[Document], faults: Faults) -> None:
    """A file such as ``_place.yaml`` or ``places.yaml`` would be ignored silently."""
    for document in files:
        is_shared = document.name.startswith("_") and document.name not in _SHARED_FILES
        if is_shared or _lacks_underscore(document):
            near = faults.nearest(document.name, _SHARED_FILES)
            if near:
                message = f"a file named {quoted(document.name)} is not read"
                faults.add(Location(document.path), "W001", message, f"{near}.yaml")


def _lacks_underscore(document: Document) -> bool:
    """Whether it is a shared file by its name but for the underscore, and holds no events."""
    root = document.root
    entries = root.values if isinstance(root, Items) else (root,)
    keys = {key.value for entry in entries if isinstance(entry, Fields) for key, _ in entry.entries}
    return f"_{document.name}" in _SHARED_FILES and not keys & {"date", "sources", "track"}


def _tracks_of(events: Iterable[Event]) -> tuple[Track, ...]:
    """The tracks in order of first appearance, where none are listed."""
    return tuple(Track(name) for name in dict.fromkeys(event.track for event in events))
