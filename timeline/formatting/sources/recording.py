"""Sources of events -> records that they cite."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from urllib.parse import urlsplit

from timeline.formatting.sources.citations import Citation, at_home_in, comments_of
from timeline.formatting.tree import Collection, Entry, Words
from timeline.model.sources.records import DOCUMENT_FIELDS
from timeline.normalise.format.event_ids import slug
from timeline.normalise.text import quoted

#: A day, month or year of publication, also an inferred one.
_DAY = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)[~?%]?")
#: Most letters of a publisher or headline in an id, and words of a headline.
_LONGEST, _WORDS = 40, 4


@dataclass(slots=True)
class Recording:
    """What was not made as it was asked: ``left`` has a sentence for each document of which no record could
    be made; ``merged`` the comments that stood at a field of several sources, and stand once now.
    """

    left: list[str] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)


def make_records(
    cited: Sequence[Citation], records: Mapping[str, Citation], listed: Collection, *, least: int
) -> Recording:
    """Make a record, in the list ``listed``, of each document that at least so many sources cite, and let
    these cite it; or let them cite the record that it has.

    A record has the fields that all these sources have alike; a field that some of them lack, or word
    otherwise, stays with them.
    """
    made = Recording()
    ids = set(records)
    known = {record.text("url"): (id_, record) for id_, record in reversed([*records.items()])}
    by_address: defaultdict[str, list[Citation]] = defaultdict(list)
    for each in cited:
        if each.text("url") and not each.field("source"):
            by_address[each.text("url")].append(each)
    for address, citing in by_address.items():
        if address in known:
            id_, record = known[address]
            fitting = [each for each in citing if record.document().items() <= each.document().items()]
            if len(fitting) < len(citing):
                made.left.append(f"{quoted(address)} is cited otherwise than {id_} in _sources.yaml has it")
        elif len(citing) < least:
            continue
        elif "publisher" not in (alike := _alike(citing)):
            made.left.append(f"{quoted(address)} is cited with different publishers")
            continue
        else:
            id_, fitting = _free_id(citing[0], ids), citing
            ids.add(id_)
            record = _record(citing[0], id_, alike, listed)
        for each in fitting:
            made.merged += _cite(each, id_, record)
    return made


def _alike(citing: Sequence[Citation]) -> dict[str, object]:
    """The fields of the document that all these have with the same value."""
    first, *others = (each.document() for each in citing)
    return {name: value for name, value in first.items() if all(each.get(name) == value for each in others)}


def _record(source: Citation, id_: str, fields: Container[str], listed: Collection) -> Citation:
    """Move these fields of a source, with their comments, into a new record at the end of the list."""
    item = Entry("", listed, Words(""))
    made = Collection(is_list=False, holder=item, indent=2)
    item.value = made
    made.entries.append(Entry("id", made, Words(id_)))
    for name in DOCUMENT_FIELDS:
        if name in fields and (entry := source.take(name)):
            at_home_in(entry, made, source.fields)
            made.entries.append(entry)
    listed.entries.append(item)
    return Citation(item, made)


def _cite(source: Citation, id_: str, record: Citation) -> list[str]:
    """Let a source cite a record. The comments on the fields that it loses stay with it, but for those that
    the record has, too, which are returned.
    """
    merged: list[str] = []
    kept: list[str] = []
    for there in record.fields.entries:
        taken = source.take(there.key) if there.key in DOCUMENT_FIELDS else None
        for comment in comments_of(taken) if taken else ():
            (merged if comment in comments_of(there) else kept).append(comment)
    source.put_first("source", id_).above += kept
    return merged


def _free_id(source: Citation, taken: Container[str]) -> str:
    """An id made of the publisher and the day of publication; or of the headline, if no day is known."""
    host = urlsplit(source.text("url")).netloc.removeprefix("www.")
    publisher = slug(source.text("publisher")) or slug(host) or "source"
    day = _DAY.fullmatch(source.text("published"))
    words = slug(" ".join(source.text("title").split()[:_WORDS]))
    stem = "-".join(filter(None, (_short(publisher), day[1] if day else _short(words))))
    numbered = (f"{stem}-{number}" for number in count(2))
    return next(id_ for id_ in chain((stem,), numbered) if id_ not in taken)


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[:_LONGEST].rpartition("-")[0] or words[:_LONGEST]
