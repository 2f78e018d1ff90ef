"""``_timeline.yaml`` -> a timeline without its events."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from timeline.dates.calendar_marks import without_mark
from timeline.model import Era, Kind, Shape, Term, Timeline, Track, When
from timeline.model.kinds import DEFAULT_KINDS
from timeline.model.problems import Location
from timeline.model.records import Document
from timeline.normalise.date_settings import DateSettings, Resolver
from timeline.normalise.dating.calendars import warn_calendar
from timeline.normalise.dating.claims import read_own_date
from timeline.normalise.dating.reconcile import only_reading
from timeline.normalise.dating.reforms import reform_of
from timeline.normalise.faults import Faults
from timeline.normalise.fonts import FontData
from timeline.normalise.format import EraRecord, TimelineRecord
from timeline.normalise.format.validation import ValidatedRecord, validate_record
from timeline.normalise.order import warn_lookalikes
from timeline.normalise.text import fold, is_blank, one_line, quoted, shown
from timeline.normalise.theme import theme


def read_timeline_file(
    documents: Sequence[Document], fonts: FontData, faults: Faults
) -> tuple[Timeline, DateSettings, ValidatedRecord[TimelineRecord] | None]:
    """The timeline that ``_timeline.yaml`` describes, how dates are read in it, and the record itself.

    The corrections, which name events, are not yet in the timeline. ``fonts`` are its font files.

    Without that file, the timeline has the title "Timeline".
    """
    for second in documents[1:]:
        message = f"a second _timeline.yaml; the first is at {documents[0].root.at}"
        faults.add(second.root.at, "E024", message, "keep one of them")
    found = validate_record(TimelineRecord, documents[0].root, faults) if documents else None
    if found is None:
        return Timeline(title="Timeline", events=(), tracks=()), DateSettings(), None
    record = found.record
    settings = DateSettings(record.language or "en", record.date_order)
    resolver = settings.resolver()
    timeline = Timeline(
        title=record.title,
        events=(),
        tracks=_tracks(found, faults),
        kicker=record.kicker,
        standfirst=record.standfirst,
        language=settings.language,
        eras=tuple(
            era
            for number, each in enumerate(record.eras)
            if (era := _era(each, number, found, resolver, faults)) is not None
        ),
        glossary=_glossary(found, faults),
        base_url=_base(found, faults),
        credit=record.credit,
        clock=record.clock,
        view=_view(found, resolver, faults),
        kinds=_kinds(found, faults),
        independent_origins=int(record.independent_origins or 1),
        needs_marks=record.statements == "required",
        needs_review=record.review == "required",
        theme=theme(found, fonts, faults),
    )
    return timeline, settings, found


def _view(found: ValidatedRecord[TimelineRecord], resolver: Resolver, faults: Faults) -> When | None:
    """The days that the chart shows first; None for all of them."""
    record = found.record.view
    ends = {"from": record.from_, "to": record.to}
    if not any(ends.values()) or found.is_invalid("view"):
        return None
    read = [
        _end(name, text, found.at("view", name), resolver, faults) for name, text in ends.items() if text
    ]
    match read:
        case [When() as first, When() as last] if first.lacks_start or last.lacks_end:
            pass
        case [When() as first, When() as last] if first.first <= last.last:
            return When(first.start, last.end or last.start, f"{record.from_} - {record.to}", "view")
        case [When() as first, When() as last]:
            message = f"the view ends before it begins: {shown(first)}, {shown(last)}"
            faults.add(found.at("view", "to"), "E014", message, f"from: {last.edtf}, to: {first.edtf}")
            return None
        case [_, _]:
            return None
    message, hint = "the view needs both its ends", "view: {from: its first day, to: its last day}"
    faults.add(found.at("view"), "E014", message, hint)
    return None


def _end(name: str, text: str, at: Location, resolver: Resolver, faults: Faults) -> When | None:
    """The first or the last day of a view or an era; its words may name their calendar, as in "(O.S.)"."""
    when = only_reading(name, read_own_date(text, at, resolver), faults)
    if when and not without_mark(text)[1]:
        answers = (f"{name}: {text} (O.S.)", f"{name}: {text} (N.S.)")
        warn_calendar(when, reform_of("", ()), at, faults, name=name, answers=answers)
    return when


def _base(found: ValidatedRecord[TimelineRecord], faults: Faults) -> str:
    """The address of the page: a folder or a file in it; the other files are in the same folder."""
    address = found.record.base_url
    last = urlsplit(address).path.rpartition("/")[2]
    if address and (last or not urlsplit(address).path) and "." not in last:
        message = f"base_url {quoted(address)} ends neither in a slash nor in a file name"
        faults.add(found.at("base_url"), "E025", message, f"base_url: {address}/")
    return address


def _tracks(found: ValidatedRecord[TimelineRecord], faults: Faults) -> tuple[Track, ...]:
    """The tracks, each name once."""
    tracks: dict[str, Track] = {}
    places = [found.at("tracks", number) for number in range(len(found.record.tracks))]
    warn_lookalikes("track", zip((each.name for each in found.record.tracks), places, strict=True), faults)
    for number, each in enumerate(found.record.tracks):
        if each.name in tracks:
            faults.add(found.at("tracks", number), "E024", f"track {quoted(each.name)} is listed twice")
        elif each.name:
            tracks[each.name] = Track(each.name, each.colour)
    return tuple(tracks.values())


def _kinds(found: ValidatedRecord[TimelineRecord], faults: Faults) -> tuple[Kind, ...]:
    """The built-in kinds and the author's own, which may change the shape of a built-in one."""
    kinds = {kind.name: kind for kind in DEFAULT_KINDS}
    own = found.record.kinds.model_extra or {}
    warn_lookalikes("kind", ((name, found.at("kinds", name)) for name in own), faults)
    for name, shape in own.items():
        if is_blank(name):
            faults.add(found.at("kinds", name), "E020", "the name of a kind is empty", "name the kind")
        kinds[fold(name)] = Kind(one_line(name), Shape(shape))
    return tuple(kinds.values())


def _glossary(found: ValidatedRecord[TimelineRecord], faults: Faults) -> tuple[Term, ...]:
    """The terms with their meanings, in the order of the file."""
    terms = found.record.glossary.model_extra or {}
    for name in filter(is_blank, terms):
        faults.add(found.at("glossary", name), "E020", "a glossary term is empty", "name the term")
    return tuple(Term(one_line(name), meaning) for name, meaning in terms.items())


def _era(
    record: EraRecord,
    number: int,
    found: ValidatedRecord[TimelineRecord],
    resolver: Resolver,
    faults: Faults,
) -> Era | None:
    """One era; None if its start or end cannot be read."""
    is_open = record.to in {"", ".."}
    ends = {"from": record.from_, "to": "" if is_open else record.to}
    read = [
        _end(name, text, found.at("eras", number, name), resolver, faults)
        for name, text in ends.items()
        if text
    ]
    if any(when and (when.lacks_start or when.unknown_end) for when in read):
        message, hint = "an era needs both its ends", "its first and its last day, or to: .."
        faults.add(found.at("eras", number), "E014", message, hint)
        return None
    match read:
        case [When() as first] if is_open:
            return Era(record.name, When(first.start, None, f"{record.from_} - ..", "era", open_end=True))
        case [When() as first, When() as last] if first.first <= last.last:
            end = None if last.open_end else last.end or last.start
            words = f"{record.from_} - {record.to}"
            return Era(record.name, When(first.start, end, words, "era", open_end=last.open_end))
        case [When() as first, When() as last]:
            message = f"the era ends before it begins: {shown(first)}, {shown(last)}"
            faults.add(
                found.at("eras", number, "to"), "E014", message, f"from: {last.edtf}, to: {first.edtf}"
            )
    return None
