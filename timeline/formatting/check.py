"""Compares a formatted file with what it was made of: no value and no comment may be changed or lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline.formatting.comments import comments
from timeline.formatting.tree import tree_of
from timeline.model.records import Fields, Items, Node, Text
from timeline.normalise.text import paragraphs
from timeline.reading import File, read_file
from timeline.reading.decoding import SourceText


def holds_the_same(file: File, root: Node, old: str, old_comments: Sequence[str], new: str) -> bool:
    """Whether the text ``new`` has the values of the tree ``root`` and the comments of the text ``old``, in
    any order.
    """
    document, faults = read_file(file, new.encode())
    if document is None or any(fault.is_error for fault in faults):
        return False
    source = SourceText.of(file.shown, new)
    new_comments = comments(source, tree_of(source)[1])
    return (
        has_all_hashes(old, root, old_comments)
        and Counter(new_comments) == Counter(old_comments)
        and values_of(document.root) == values_of(root)
    )


def has_all_hashes(text: str, root: Node, found: Sequence[str]) -> bool:
    """Whether each "#" of a text is in a value or in a comment, so that no comment was overlooked.

    Values may have more of them than the text: those that are written as escapes.
    """
    return text.count("#") <= _hashes(root) + sum(comment.count("#") for comment in found)


def _hashes(node: Node) -> int:
    match node:
        case Text(value):
            return value.count("#")
        case Items(values):
            return sum(map(_hashes, values))
        case Fields(entries):
            return sum(_hashes(key) + _hashes(value) for key, value in entries)


def values_of(node: Node) -> object:
    """The values of a tree as `normalise` understands them: the order of fields has no meaning, and of a
    text only its paragraphs count.

    An empty line ends a paragraph after "|", any line break does in other texts.
    """
    match node:
        case Text(value, at):
            is_literal = at.text.startswith("|", at.column - 1) and "\n" in value.strip()
            return is_literal, paragraphs(value if is_literal else value.replace("\n", "\n\n"))
        case Items(values):
            return [values_of(value) for value in values]
        case Fields(entries):
            return {key.value: values_of(value) for key, value in entries}
