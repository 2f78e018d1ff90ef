"""Edits of single fields of an event file: no other line is touched.

The places of keys and values say which lines a field has. After each edit the text is read again: where it
does not hold exactly the old values and the new one, the edit is given up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from timeline.model.records import Fields, Items, Node, Path, Text, plain
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_parser import parse
from timeline.rewriting.yaml_text import Value, entry, item, quoted, refolded


def edited(text: str, holder: Path, path: Path, value: Value, order: Sequence[str]) -> str | None:
    """``text`` with the field at ``path`` of the mapping at ``holder`` set, or removed where ``value`` is
    empty; None if that cannot be done without touching anything else.

    ``order`` is the order of fields, in which a new one finds its place.

    >>> edited("title: A  # one\\ndate: 1998\\n", (), ("title",), "B: C", ["title", "date"])
    'title: "B: C"  # one\\ndate: 1998\\n'
    >>> edited("title: A\\n# a remark\\ndate: 1998\\n", (), ("place",), "Paris", ["title", "place", "date"])
    'title: A\\nplace: Paris\\n# a remark\\ndate: 1998\\n'
    >>> edited("{title: A}", (), ("title",), "B", ["title"]) is None
    True
    """
    root, problems = parse(SourceText.of("", text))
    if root is None or any(problem.is_error for problem in problems):
        return None
    lines = text.split("\n")
    whole = (*holder, *path)
    try:
        changed = _changed(lines, root, whole, value, order)
        if changed is None:
            return _rewritten(text, root, holder, path, value, order)
    except (LookupError, TypeError, ValueError):
        return None
    result = "\n".join(changed)
    found, faults = parse(SourceText.of("", result))
    if found is None or any(fault.is_error for fault in faults):
        return None
    return result if is_same(_with(plain(root), whole, value), plain(found)) else None


def _rewritten(  # noqa: PLR0913, PLR0917 -- those of `edited`
    text: str, root: Node, holder: Path, path: Path, value: Value, order: Sequence[str]
) -> str | None:
    """``text`` with the whole field that holds ``path`` written anew, where it is in brackets and has no
    comment: the other values in it stay.
    """
    node, (first, *rest), lines = at_path(root, holder), path, text.split("\n")
    if not rest or not isinstance(node, Fields) or is_flow(node):
        return None
    number = [key.value for key, _ in node.entries].index(str(first))
    start, end = _extent(lines, node, number, _end_of(lines, root, holder))
    if any(re.search(r"\s#", line) for line in lines[start:end]):
        return None
    whole = _with(plain(node.entries[number][1]), tuple(rest), value)
    return edited(text, holder, (first,), whole, order)


def _changed(
    lines: list[str], root: Node, path: Path, value: Value, order: Sequence[str]
) -> list[str] | None:
    """The lines with the change; None where the file's form does not allow it."""
    *above, last = path
    node = at_path(root, tuple(above))
    if isinstance(last, int):
        return _with_item(lines, node, value)
    if not isinstance(node, Fields) or is_flow(node):
        return None
    indent = node.entries[0][0].at.column - 1
    keys = [key.value for key, _ in node.entries]
    if last in keys:
        number = keys.index(last)
        first, end = _extent(lines, node, number, _end_of(lines, root, tuple(above)))
        if not value:
            is_first_of_item = not lines[first][:indent].isspace() and indent > 0
            return None if is_first_of_item or len(keys) == 1 else lines[:first] + lines[end:]
        new = _new_lines(lines[first:end], node.entries[number][1], last, value, indent)
        return None if new is None else lines[:first] + new + lines[end:]
    if not value:
        return None
    before = [keys.index(name) for name in order[: order.index(last)] if name in keys]
    number = max(before, default=0)
    _, end = _extent(lines, node, number, _end_of(lines, root, tuple(above)))
    return lines[:end] + entry(last, value, indent) + lines[end:]


def _new_lines(old: list[str], node: Node, name: str, value: Value, indent: int) -> list[str] | None:
    """The lines of a field with a new value, with its comment and its quotation marks; None where a comment
    among its other lines would be lost.
    """
    mark = node.at.text[node.at.column - 1 :][:1] if isinstance(node, Text) else ""
    if isinstance(value, str) and mark in {">", "|"} and len(old) > 1:
        return [old[0], *refolded(old[1:], value)]
    if any(re.search(r"(?:^|\s)#", line) for line in old[1:]) and mark not in {">", "|"}:
        return None
    new = entry(name, value, indent)
    if isinstance(value, str) and len(new) == 1 and mark in {"'", '"'}:
        new = [f"{' ' * indent}{name}: {quoted(value, mark)}"]
    remark = comment_of(old[0], indent)
    if not remark and len(old) > 1 and re.search(r"\s#", old[0]) and mark not in {">", "|"}:
        return None  # a value in brackets that goes on below its comment
    new[0] = old[0][:indent] + new[0][indent:] + remark
    return new


def _with_item(lines: list[str], node: Node, value: Value) -> list[str] | None:
    """The lines with one more entry at the end of a list."""
    if not isinstance(node, Items) or not node.values or is_flow(node):
        return None
    last = node.values[-1]
    if not isinstance(last, Fields) or is_flow(last):
        return None
    dash = re.match(r" *(?=- )", lines[last.at.line - 1])
    if dash is None:
        return None
    end = trimmed(
        lines, last.at.line - 1, next_outside(lines, last.at.line - 1, len(dash[0])), len(dash[0])
    )
    return lines[:end] + item(value, len(dash[0])) + lines[end:]


def _extent(lines: list[str], node: Fields, number: int, end: int) -> tuple[int, int]:
    """The first line of a field and the line after its last one, without comments that follow it."""
    key = node.entries[number][0].at
    following = node.entries[number + 1][0].at.line - 1 if number + 1 < len(node.entries) else end
    return key.line - 1, trimmed(lines, key.line - 1, following, key.column - 1)


def trimmed(lines: list[str], first: int, end: int, indent: int) -> int:
    """``end`` without the empty lines, and the comments no deeper than ``indent``, before it."""
    while end - 1 > first:
        line = lines[end - 1]
        is_comment = line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= indent
        if line.strip() and not is_comment and line.strip() not in {"...", "---"}:
            break
        end -= 1
    return end


def _end_of(lines: list[str], root: Node, path: Path) -> int:
    """The line after the last one of the node at ``path``."""
    node = at_path(root, path)
    if not path or not isinstance(node, Fields):
        return len(lines)
    return next_outside(lines, node.at.line - 1, node.at.column - 2)


def next_outside(lines: list[str], first: int, indent: int) -> int:
    """The next line after ``first`` that is no deeper than ``indent``."""
    for number in range(first + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line.lstrip().startswith("#") and len(line) - len(line.lstrip()) <= indent:
            return number
    return len(lines)


def comment_of(line: str, indent: int) -> str:
    """The comment at the end of a line that has one field or entry, with the space before it."""
    whole, faults = parse(SourceText.of("", line[indent:]))
    if whole is None or any(fault.is_error for fault in faults):
        return ""
    for found in re.finditer(r"\s+#", line):
        before, _ = parse(SourceText.of("", line[indent : found.start()]))
        if before is not None and plain(before) == plain(whole):
            return line[found.start() :]
    return ""


def is_flow(node: Node) -> bool:
    """Whether a mapping or list is in brackets."""
    return node.at.text[node.at.column - 1 : node.at.column] in {"{", "["}


def node_in(text: str, path: Path) -> Node | None:
    """The node at ``path`` in the text of an event file; None if there is none."""
    root, _ = parse(SourceText.of("", text))
    try:
        return at_path(root, path) if root else None
    except (LookupError, TypeError):
        return None


def at_path(root: Node, path: Path) -> Node:
    """The node at ``path``. Raises LookupError or TypeError where there is none."""
    node = root
    for step in path:
        if isinstance(node, Items) and isinstance(step, int):
            node = node.values[step]
        elif isinstance(node, Fields):
            node = {key.value: value for key, value in node.entries}[str(step)]
        else:
            raise LookupError(step)  # noqa: TRY004 -- the path leads nowhere
    return node


def _with(tree: Any, path: Path, value: Value) -> Any:
    """A copy of bare values with the one at ``path`` set, added or removed."""
    if not path:
        return value
    first, *rest = path
    if isinstance(tree, list) and isinstance(first, int):
        copy = [*tree, None] if first == len(tree) else [*tree]
        copy[first] = _with(copy[first], tuple(rest), value)
        return copy
    copy_of = dict(tree) if isinstance(tree, dict) else {}
    if rest or value:
        copy_of[str(first)] = _with(copy_of.get(str(first)), tuple(rest), value)
    else:
        copy_of.pop(str(first), None)
    return copy_of


def is_same(one: Any, other: Any) -> bool:
    """Whether two trees hold the same values, however their texts are broken into lines."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(is_same(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return isinstance(one, str) and isinstance(other, str) and one.split() == other.split()
