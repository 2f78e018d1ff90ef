"""A `Reading` -> the files of a folder of events: their names and their text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from timeline.importing.draft import MAX_TEXT, Draft, Reading, refuse
from timeline.importing.file_names import id_of, stems, unused
from timeline.model.kinds import DEFAULT_KINDS
from timeline.model.problems import visible
from timeline.normalise.format import EventRecord, TimelineRecord
from timeline.normalise.format.event_ids import ID
from timeline.normalise.ids import default_id
from timeline.normalise.text import is_blank, one_line, paragraphs
from timeline.reading.decoding import UNPRINTABLE
from timeline.rewriting.yaml_text import Value, comment, entry, item

#: With more events than this, a file holds a list of them: a folder of so many files is hard to handle.
MOST_FILES, EVENTS_IN_A_LIST = 1_000, 500
FIELDS = [field.alias or name for name, field in EventRecord.model_fields.items()]
FRAME_FIELDS = [field.alias or name for name, field in TimelineRecord.model_fields.items()]
_PROSE = {"summary", "discussion", "standfirst"}


def finish(path: str, reading: Reading, track: str) -> None:
    """Give each draft what an event file needs: an id, a track, and only characters that can be shown.

    Without a ``track``, events that name none stay as they are.
    Raises TimelineError for a text that no event file can hold.
    """
    given = {str(draft.fields["id"]).casefold() for draft in reading.drafts if _has_id(draft)}
    taken: set[str] = set()
    counts: Counter[str] = Counter()
    without_track = 0
    for draft in reading.drafts:
        _must_be_bounded(path, draft)
        _clean(draft)
        draft.has_own_id = _has_id(draft)
        if not draft.has_own_id or str(draft.fields["id"]).casefold() in taken:
            draft.keep("id", str(draft.fields.pop("id", "")))
            slug = id_of(str(draft.fields.get("title", "")), draft.where)
            draft.fields["id"] = unused(slug, counts, taken, given)
        taken.add(str(draft.fields["id"]).casefold())
        if track and "track" not in draft.fields:
            draft.fields["track"] = track
            without_track += 1
    _list_kinds(reading)
    if without_track:
        are = "names no track or group: it is" if without_track == 1 else "name no track or group: they are"
        reading.notes.append(f"{without_track:,} of the events {are} on the track {visible(track)}")


def files(reading: Reading, name: str) -> dict[str, str]:
    """The text of each file by its name. ``name`` is that of the imported file, for comments.

    >>> drafts = [Draft("row 2", {"id": "talks", "title": "Talks", "date": "2025-02-17", "track": "A"})]
    >>> made = files(Reading("sheet", "row", drafts=drafts, frame={"title": "T"}), "a.csv")
    >>> list(made)
    ['_timeline.yaml', '2025-02-17-talks.yaml']
    >>> print(made["2025-02-17-talks.yaml"], end="")
    # Imported from row 2 of a.csv
    title: Talks
    date: 2025-02-17
    track: A
    sources: []  # none in row 2; add one with its url and publisher
    """
    made = {"_timeline.yaml": _frame(reading, name)}
    for shared, entries in (("_places", reading.places), ("_people", reading.people)):
        if entries:
            cleaned = [_cleaned("", each) for each in entries]
            made[f"{shared}.yaml"] = _text(line for each in cleaned if each for line in item(each))
    if len(reading.drafts) > MOST_FILES:
        for number, first in enumerate(range(0, len(reading.drafts), EVENTS_IN_A_LIST), 1):
            events = reading.drafts[first : first + EVENTS_IN_A_LIST]
            blocks = ["\n".join(_in_list(each, name)) for each in events]
            made[f"events-{number:03}.yaml"] = _text(["\n\n".join(blocks)])
        return made
    for draft, stem in zip(reading.drafts, stems(reading.drafts), strict=True):
        made[f"{stem}.yaml"] = _text(_event(draft, name, with_id=default_id(stem) != draft.fields["id"]))
    return made


def tracks(drafts: Iterable[Draft]) -> list[str]:
    """The tracks in the order in which the events name them."""
    return list(dict.fromkeys(str(draft.fields["track"]) for draft in drafts))


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _frame(reading: Reading, name: str) -> str:
    """``_timeline.yaml``."""
    lines = [*comment(f"Imported from {visible(name)}, {reading.format}")]
    frame: dict[str, Value] = {**reading.frame}
    frame.setdefault("tracks", tracks(reading.drafts))
    frame |= {"eras": reading.eras} if reading.eras else {}
    for field in FRAME_FIELDS:
        if frame.get(field):
            lines += entry(field, _cleaned(field, frame[field]))
    return _text([*lines, *_kept(reading.kept)])


def _event(draft: Draft, name: str, *, with_id: bool, indent: int = 0) -> Iterator[str]:
    """The lines of an event."""
    pad = " " * indent
    yield from comment(f"Imported from {draft.where} of {visible(name)}", indent)
    for field in FIELDS:
        if field == "sources":
            continue
        if field in draft.fields and (with_id or field != "id"):
            yield from entry(field, draft.fields[field], indent)
        elif field == "title":
            yield from comment(f"title: {draft.where} has none", indent)
        elif field == "date" and "date" not in draft.fields:
            yield from comment(f"date: {draft.where} has none", indent)
    sources = draft.fields.get("sources")
    if sources:
        yield from entry("sources", sources, indent)
    else:
        yield f"{pad}sources: []  # none in {draft.where}; add one with its url and publisher"
    yield from (f"{pad}{line}" for line in (*_candidates(draft), *_kept(draft.kept)))


def _in_list(draft: Draft, name: str) -> Iterator[str]:
    """The lines of an event in a list."""
    lines = list(_event(draft, name, with_id=True, indent=2))
    first = next(number for number, line in enumerate(lines) if not line.startswith("  #"))
    yield from (line.removeprefix("  ") for line in lines[:first])
    yield f"- {lines[first].removeprefix('  ')}"
    yield from lines[first + 1 :]


def _candidates(draft: Draft) -> Iterator[str]:
    """Addresses that may be sources, as comments: nobody has said yet who published what is there."""
    sources = (source for source in draft.fields.get("sources", ()) if isinstance(source, dict))
    known = {str(source.get("url", "")) for source in sources}
    links = [(address, name) for address, name in draft.links.items() if address not in known]
    if links:
        yield '# Addresses found here. To make one a source, delete "[]" above and "# " here, and add who'
        yield "# published it:"
        for address, name in links:
            yield from comment(f"  - url: {address}  # from {name}")
            yield "#     publisher:"


def _kept(kept: Sequence[tuple[str, str]]) -> Iterator[str]:
    if kept:
        yield "# What was imported and has no field:"
        for name, value in kept:
            yield from comment(f"  {name}: {value}")


def _list_kinds(reading: Reading) -> None:
    """List the kinds of the events that not every timeline has: as discs, like events without one."""
    listed = reading.frame.get("kinds")
    kinds = dict(listed) if isinstance(listed, Mapping) else {}
    known = {kind.name for kind in DEFAULT_KINDS} | {name.casefold() for name in kinds}
    for draft in reading.drafts:
        kind = str(draft.fields.get("kind", ""))
        if kind and kind.casefold() not in known:
            known.add(kind.casefold())
            kinds[kind] = "disc"
    reading.frame["kinds"] = kinds


def _must_be_bounded(path: str, draft: Draft) -> None:
    texts = [(name, value) for name, value in draft.fields.items() if isinstance(value, str)]
    long = next(((name, text) for name, text in (*texts, *draft.kept) if len(text) > MAX_TEXT), None)
    if long:
        message = f"{draft.where}: {long[0]} has {len(long[1]):,} characters, more than {MAX_TEXT:,}"
        raise refuse(path, "E006", message, "a shorter text")


def _clean(draft: Draft) -> None:
    """Texts as event files hold them; what cannot be shown is named and left out."""
    for name, value in draft.fields.items():
        if isinstance(value, str) and (odd := UNPRINTABLE.findall(value)):
            codes = ", ".join(dict.fromkeys(f"U+{ord(each):04X}" for each in odd))
            draft.keep(f"characters of {name} that cannot be shown", codes)
    draft.fields = {
        name: cleaned for name, value in draft.fields.items() if (cleaned := _cleaned(name, value))
    }
    if is_blank(str(draft.fields.get("title", ""))):
        draft.fields.pop("title", None)


def _cleaned(name: str, value: Value) -> Value:
    if isinstance(value, str):
        printable = UNPRINTABLE.sub("", value)
        return paragraphs(printable) if name in _PROSE else one_line(printable)
    if isinstance(value, dict):
        pairs = ((_cleaned("", each), _cleaned(each, inner)) for each, inner in value.items())
        return {str(each): inner for each, inner in pairs if each and inner}
    return [cleaned for each in value if (cleaned := _cleaned(name, each))]


def _has_id(draft: Draft) -> bool:
    return bool(re.fullmatch(ID, str(draft.fields.get("id", ""))))
