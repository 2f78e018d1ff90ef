"""Edits of single entries of a list in an event file: no line of another entry is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from timeline.model.records import Items, Path, Text, plain
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_parser import parse
from timeline.rewriting.line_edits import (
    at_path,
    comment_of,
    edited,
    is_flow,
    is_same,
    next_outside,
    node_in,
    trimmed,
)
from timeline.rewriting.yaml_text import item


def without_item(text: str, holder: Path, path: Path, order: Sequence[str]) -> str | None:
    """``text`` without one entry of a list, whose ``path`` within the mapping at ``holder`` ends in its
    number; None if that cannot be done without touching anything else.

    >>> without_item("related:\\n  - a  # first\\n  # second\\n  - b\\n", (), ("related", 0), ["related"])
    'related:\\n  # second\\n  - b\\n'
    """
    *above, number = path
    found = node_in(text, (*holder, *above))
    if not isinstance(found, Items) or not isinstance(number, int) or not 0 <= number < len(found.values):
        return None
    left = [plain(value) for value in found.values if value is not found.values[number]]
    if not left and (holder or above):
        return edited(text, holder, tuple(above), "", order)
    lines = text.split("\n")
    span = _span(lines, found, number)
    if span and not left:  # the whole file is a list, which is empty from now on
        return _verified("\n".join([*lines[: span[0]], "[]", *lines[span[1] :]]), (), [])
    if span is None:  # in brackets
        return _in_brackets(text, holder, tuple(above), left, order)
    return _verified("\n".join(lines[: span[0]] + lines[span[1] :]), (*holder, *above), left)


def in_order(
    text: str, holder: Path, path: Path, wanted: Sequence[int], order: Sequence[str]
) -> str | None:
    """``text`` with the entries of a list in another order, given by their numbers so far; None if that
    cannot be done. The comment lines above an entry go with it.

    >>> in_order("related:\\n  - a  # first\\n  # second\\n  - b\\n", (), ("related",), [1, 0], ["related"])
    'related:\\n  # second\\n  - b\\n  - a  # first\\n'
    """
    found = node_in(text, (*holder, *path))
    if not isinstance(found, Items) or sorted(wanted) != list(range(len(found.values))):
        return None
    values = [plain(found.values[number]) for number in wanted]
    lines = text.split("\n")
    spans = [_span(lines, found, number) for number in range(len(found.values))]
    if not all(spans):  # in brackets
        return _in_brackets(text, holder, path, values, order)
    ends = [span[1] for span in spans if span]
    first = _with_comments(lines, spans[0][0] if spans[0] else 0)
    parts = [lines[start:end] for start, end in zip([first, *ends], ends, strict=False)]
    moved = [line for number in wanted for line in parts[number]]
    return _verified("\n".join(lines[:first] + moved + lines[ends[-1] :]), (*holder, *path), values)


def _with_comments(lines: Sequence[str], first: int) -> int:
    """The number of the first of the comment lines above a line."""
    while first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    return first


def with_texts(
    text: str, holder: Path, path: Path, wanted: Sequence[str], order: Sequence[str]
) -> str | None:
    """``text`` with a list of texts set to ``wanted``: entries that stay keep their lines.

    >>> text = "related:\\n  - a  # one\\n  - b  # two\\n"
    >>> print(with_texts(text, (), ("related",), ["a", "c"], ["related"]))
    related:
      - a  # one
      - c  # two
    <BLANKLINE>
    """
    found = node_in(text, (*holder, *path))
    lines = text.split("\n")
    if not (isinstance(found, Items) and wanted and _is_plain_block(lines, found)):
        return edited(text, holder, path, list(wanted), order)
    old = [str(plain(value)) for value in found.values]
    first = next((n for n, (a, b) in enumerate(zip(old, wanted, strict=False)) if a != b), None)
    first = min(len(old), len(wanted)) if first is None else first
    rest = min(len(old), len(wanted)) - first
    same = (n for n in range(rest) if old[-1 - n] != wanted[-1 - n])
    tail = next(same, rest)
    spans = [_span(lines, found, number) or (0, 0) for number in range(len(old))]
    indent = len(lines[spans[0][0]]) - len(lines[spans[0][0]].lstrip())
    changed, added = old[first : len(old) - tail], list(wanted[first : len(wanted) - tail])
    for number in reversed(range(len(changed))):
        start, end = spans[first + number]
        new = [item(each, indent)[0] + comment_of(lines[start], indent) for each in added[number:][:1]]
        lines[start:end] = new
    place = spans[first + min(len(changed), len(added)) - 1][1] if first or changed else spans[0][0]
    lines[place:place] = [line for each in added[len(changed) :] for line in item(each, indent)]
    return _verified("\n".join(lines), (*holder, *path), list(wanted))


def _in_brackets(
    text: str, holder: Path, path: Path, entries: list[Any], order: Sequence[str]
) -> str | None:
    """``text`` with a list in brackets written anew, unless a comment could be lost."""
    return None if "#" in text else edited(text, holder, path, entries, order)


def _is_plain_block(lines: list[str], found: Items) -> bool:
    """Whether each entry is a text in a line of its own."""
    spans = [_span(lines, found, number) for number in range(len(found.values))]
    return bool(spans) and all(
        isinstance(value, Text) and span and span[1] - span[0] == 1
        for value, span in zip(found.values, spans, strict=True)
    )


def _span(lines: list[str], found: Items, number: int) -> tuple[int, int] | None:
    """The first line of an entry and the line after its last one; None if it has no lines of its own."""
    at = found.values[number].at
    dash = re.fullmatch(r"( *)- +", lines[at.line - 1][: at.column - 1])
    if dash is None or is_flow(found):
        return None
    following = next_outside(lines, at.line - 1, len(dash[1]))
    return at.line - 1, trimmed(lines, at.line - 1, following, len(dash[1]))


def _verified(text: str, path: Path, wanted: object) -> str | None:
    """The new text, if the list in it is the one that was wanted."""
    root, faults = parse(SourceText.of("", text))
    if root is None or any(fault.is_error for fault in faults):
        return None
    return text if is_same(plain(at_path(root, path)), wanted) else None
