"""The tree of a file as it is rewritten: with comments, and with how each text is written.

`records` has the values alone; here every field and item also carries the comments beside and above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from timeline.reading.decoding import SourceText
from timeline.reading.tokens import Token, tokens
from timeline.reading.yaml_mistakes import Position
from timeline.reading.yaml_parser import EMPTY


@dataclass(slots=True)
class Words:
    """A text, and how it is written: ``style`` is a quotation mark, "|", ">" or "".

    ``lines`` are those of a text after ">", without their indentation.
    """

    value: str
    style: str = ""
    lines: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Collection:
    """A list or a mapping.

    ``indent`` is the column of its entries. ``span`` is its place if it is in brackets. ``header`` holds
    the comments at the top of a file, ``below`` those after the last entry; "" is an empty line.
    """

    is_list: bool
    holder: Entry | None
    indent: int
    span: tuple[Position, Position] | None = None
    entries: list[Entry] = field(default_factory=list)
    header: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)

    def chain(self) -> Iterator[Collection]:
        """This one and those around it, from the inside out."""
        here: Collection | None = self
        while here:
            yield here
            here = here.holder.home if here.holder else None


@dataclass(slots=True, eq=False)
class Entry:
    """A field of a mapping, or an item of a list, whose ``key`` is "".

    ``above`` are the comments above it; "" is an empty line. ``beside`` is the comment at the end of its
    first line and the column in which it stands.
    """

    key: str
    home: Collection
    value: Value
    above: list[str] = field(default_factory=list)
    beside: str = ""
    column: int = 0


Value: TypeAlias = Words | Collection


@dataclass(slots=True)
class Places:
    """Where the entries of a file are, for finding whose a comment is.

    ``anchors`` are the places where entries and their values begin, in order. ``ends`` says for each line
    what ends there, or opens a bracket or a block of text: column and entry, in order.
    ``hidden`` says for each line with a "#" which columns hold text, where it begins no comment.
    """

    anchors: list[tuple[Position, Entry]] = field(default_factory=list)
    ends: dict[int, list[tuple[int, Entry | None]]] = field(default_factory=dict)
    hidden: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    brackets: list[Collection] = field(default_factory=list)


def tree_of(source: SourceText) -> tuple[Collection, Places]:
    """The tree of a file whose root is a list or mapping and in which `parse` found no error."""
    builder = _Builder(source)
    root = builder.value(next(builder.tokens), None)
    if not isinstance(root, Collection):
        raise TypeError("the root is a text")
    return root, builder.places


class _Builder:
    """Makes entries of the tokens of one file, in order."""

    def __init__(self, source: SourceText) -> None:
        self.lines = source.lines
        self.has_hash = ["#" in line for line in source.lines]
        self.tokens = tokens(source)
        self.places = Places()

    def value(self, token: Token, holder: Entry | None) -> Value:
        """The value that begins with ``token``, of a field or item."""
        if holder and (token.kind == "text" or token.style or holder.home.is_list):
            self.places.anchors.append((token.start, holder))
        if token.kind == "text":
            self._end(token.start if token.style in {"|", ">"} else token.end, holder)
            self._hide(token)
            value = "" if token.value in EMPTY and not token.style else token.value
            return Words(value, token.style, self._folded(token) if token.style == ">" else ())
        made = Collection(token.kind == "list", holder, token.start[1])
        if token.style:
            self.places.brackets.append(made)
            self._end(token.end, holder)
        while (inner := next(self.tokens)).kind != "end":
            entry = Entry("" if made.is_list else inner.value, made, Words(""))
            if not made.is_list:
                self.places.anchors.append((inner.start, entry))
                self._end(inner.end, entry)
                self._hide(inner)
                inner = next(self.tokens)
            entry.value = self.value(inner, entry)
            made.entries.append(entry)
        if token.style:
            made.span = (token.start, inner.end)
            self._end(inner.end, holder)
        return made

    def _end(self, at: Position, entry: Entry | None) -> None:
        self.places.ends.setdefault(at[0], []).append((at[1], entry))

    def _hide(self, token: Token) -> None:
        """Note the columns of a text; of one after "|" or ">", the whole lines below it."""
        (first, column), (last, end) = token.start, token.end
        is_block = token.style in {"|", ">"}
        for number in range(first, last if is_block else last + 1):
            if not self.has_hash[number]:
                continue
            begin = 0 if number > first else column
            until = column + 1 if is_block and number == first else len(self.lines[number])
            if number == last:
                until = end
            self.places.hidden.setdefault(number, []).append((begin, until))

    def _folded(self, token: Token) -> tuple[str, ...]:
        """The lines of a text after ">"; none where spaces that are not seen are a part of it."""
        header = self.lines[token.start[0]][token.start[1] :].partition(" ")[0]
        body = self.lines[token.start[0] + 1 : token.end[0]]
        first = next((line for line in body if line.strip(" ")), "")
        indent = len(first) - len(first.lstrip(" "))
        lines = tuple(line[indent:] for line in body)
        has_hidden = any(line != line.rstrip(" \t") for line in lines) or re.search(r"\d", header)
        return () if has_hidden else lines
