"""Compares a timeline whose sources were moved with what it was: no value and no comment may be lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from timeline.formatting.check import has_all_hashes, values_of
from timeline.formatting.open_file import Opened, opened
from timeline.formatting.sources.inlining import MODELINE
from timeline.model.records import Document, Items, Node
from timeline.model.sources.nodes import own_source_nodes
from timeline.model.sources.records import NAME, cited, completed, records_of


def holds_the_same_sources(
    before: Sequence[Opened],
    after: Sequence[Opened],
    texts: Mapping[Path, str],
    *,
    merged: Sequence[str],
    copied: Sequence[str],
) -> bool:
    """Whether the files ``after`` with these texts have all values and comments of the files ``before``,
    apart from where the fields of sources stand; the comments ``merged`` stood, and those ``copied`` stand,
    at the same field of several sources.
    """
    found = [opened(each.file, texts[each.file.path].encode()) for each in after]
    read = [each for each in found if isinstance(each, Opened)]
    return (
        len(read) == len(found)
        and all(has_all_hashes(each.source.text, each.document.root, each.comments) for each in before)
        and _comments(before) + Counter(copied) == _comments(read) + Counter(merged)
        and _have_the_same_values([each.document for each in before], [each.document for each in read])
    )


def _comments(files: Sequence[Opened]) -> Counter[str]:
    return Counter(comment for file in files for comment in file.comments if comment != MODELINE)


def _have_the_same_values(before: Sequence[Document], after: Sequence[Document]) -> bool:
    """Whether each file has the same values, with those of a record where a source cites it; and the
    records that no source cites are the same, too.
    """
    used, used_after = _used(before), _used(after)
    all_before, all_after = _records(before, ()), _records(after, ())
    return (
        _values(before, used) == _values(after, used_after)
        and _records(before, used) <= all_after
        and _records(after, used_after) <= all_before
    )


def _used(documents: Sequence[Document]) -> set[str]:
    """The ids of records that sources cite."""
    named = {id_.value.strip() for id_ in map(cited, own_source_nodes(documents)) if id_}
    return named & records_of(documents).keys()


def _values(documents: Sequence[Document], used: Container[str]) -> dict[str, object]:
    return {
        document.path: _without_ids(values_of(document.root), used)
        for document in completed(documents)
        if document.name != NAME
    }


def _records(documents: Sequence[Document], but: Container[str]) -> set[str]:
    """The values of all records but those with these ids."""
    lists = (file.root for file in documents if file.name == NAME)
    records = (record for root in lists if isinstance(root, Items) for record in root.values)
    return {repr(_sorted(values_of(record))) for record in records if _id(record) not in but}


def _sorted(values: object) -> object:
    """The fields of a record in an order that is always the same."""
    return sorted(values.items()) if isinstance(values, dict) else values


def _id(record: Node) -> str:
    found = cited(record, "id")
    return found.value.strip() if found else ""


def _without_ids(tree: object, used: Container[str]) -> object:
    """The values of a file without the ids of records that its sources cite."""
    if isinstance(tree, list):
        return [_without_ids(each, used) for each in tree]
    if not isinstance(tree, dict):
        return tree
    return {
        name: [_without_id(each, used) for each in value]
        if name == "sources" and isinstance(value, list)
        else value
        for name, value in tree.items()
    }


def _without_id(source: object, used: Container[str]) -> object:
    if not isinstance(source, dict):
        return source
    return {
        name: value
        for name, value in source.items()
        if name != "source" or not (isinstance(value, tuple) and value[1] in used)
    }
