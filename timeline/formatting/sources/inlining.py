"""Citations of records -> sources that say all of themselves."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.formatting.open_file import Opened
from timeline.formatting.sources.citations import Citation, at_home_in, comments_of, recorded
from timeline.formatting.tree import Collection, Entry, Value, Words
from timeline.model.sources.records import DOCUMENT_FIELDS

#: The line for editors at the top of ``_sources.yaml``, which goes with the file.
MODELINE = "# yaml-language-server: $schema=.schema/sources.json"


def make_inline(cited: Sequence[Citation], listed: Sequence[Opened]) -> list[str]:
    """Give each source that cites a record the fields of it, and take the records away that were cited.

    Each gets the comments on these fields, and the first also those on the record itself. Returns the
    comments that stand more often than before.
    """
    records = recorded(listed)
    seen: set[str] = set()
    copied: list[str] = []
    for source in cited:
        id_ = source.text("source")
        record = records.get(id_)
        if record is not None:
            comments = _inline(source, record)
            if id_ in seen:
                copied += comments
            else:
                source.item.above += _own_comments(record)
            seen.add(id_)
    gone = {records[id_].item for id_ in seen}
    for file in listed:
        file.tree.entries = [each for each in file.tree.entries if each not in gone]
    return copied


def _own_comments(record: Citation) -> list[str]:
    """The comments on a record that are at none of the fields that it lends."""
    id_ = record.field("id")
    own = (*record.item.above, record.item.beside, *record.fields.below, *(comments_of(id_) if id_ else ()))
    return [each for each in own if each]


def _inline(source: Citation, record: Citation) -> list[str]:
    """Put the fields of a record into a source that cites it. Returns the comments that came with them."""
    named = source.take("source")
    source.item.above += comments_of(named) if named else []
    place, comments = 0, []
    for name in DOCUMENT_FIELDS:
        entry = record.field(name)
        if entry and not source.field(name):
            copy = _copied(entry, source.fields)
            at_home_in(copy, source.fields, record.fields)
            source.fields.entries.insert(place, copy)
            comments += comments_of(entry)
            place += 1
    return comments


def _copied(entry: Entry, home: Collection) -> Entry:
    copy = Entry(entry.key, home, Words(""))
    copy.value = _copy(entry.value, copy)
    copy.above, copy.beside, copy.column = entry.above, entry.beside, entry.column
    return copy


def _copy(value: Value, holder: Entry) -> Value:
    if isinstance(value, Words):
        return value
    made = Collection(value.is_list, holder, value.indent)
    made.entries = [_copied(each, made) for each in value.entries]
    made.below = list(value.below)
    return made
