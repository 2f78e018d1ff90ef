"""Comments -> the entries that they stand beside, above or below."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.formatting.tree import Collection, Entry, Places
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_mistakes import Position

#: Comments that programs read, and only at the top of a file.
_MODELINE = re.compile(r"#\s*yaml-language-server:")


@dataclass(frozen=True, slots=True)
class _Comment:
    line: int
    column: int
    text: str
    is_alone: bool

    @property
    def at(self) -> Position:
        return self.line, self.column


def attach(source: SourceText, root: Collection, places: Places) -> None:
    """Give every comment of a file, and every empty line, to an entry or a collection of its tree."""
    _Attaching(source, root, places).all()
    if root.entries and not root.is_list:
        split_header(root)


def comments(source: SourceText, places: Places) -> list[str]:
    """The text of every comment of a file."""
    return [comment.text for comment in _comments(source, places)]


class _Attaching:
    """The state of one pass over the comments of a file, in order."""

    def __init__(self, source: SourceText, root: Collection, places: Places) -> None:
        self.source, self.root, self.places = source, root, places
        self.starts = [at for at, _ in places.anchors]
        self.bracket_starts = [bracket.span[0] for bracket in places.brackets if bracket.span]
        #: A place between two anchors, and how many levels further out its last comment was attached.
        self.gap, self.outward = -1, 0

    def all(self) -> None:
        """Attach comments, and then note the empty lines before entries."""
        for comment in _comments(self.source, self.places):
            if comment.is_alone or not self._beside(comment):
                self._alone(comment)
        seen: set[Entry] = set()
        line = -1
        for at, entry in self.places.anchors:
            is_first = at[0] != line and not self.source.lines[at[0]][: at[1]].strip(" -?")
            if is_first and entry not in seen and entry.home.span is None and self._follows_blank(at[0]):
                entry.above.append("")
            seen.add(entry)
            line = at[0]

    def _follows_blank(self, line: int) -> bool:
        return line > 0 and not self.source.lines[line - 1].strip(" \t")

    def _beside(self, comment: _Comment) -> bool:
        """Attach a comment to what ends before it on its line, if anything does."""
        ends = [
            entry for column, entry in self.places.ends.get(comment.line, ()) if column <= comment.column
        ]
        if not ends:
            return False
        entry = ends[-1]
        if entry is None:
            is_inside = self.root.span and comment.at < self.root.span[1]
            (self.root.header if is_inside else self.root.below).append(comment.text)
        elif entry.beside:
            entry.above.append(comment.text)
        else:
            entry.beside, entry.column = comment.text, comment.column
        return True

    def _alone(self, comment: _Comment) -> None:
        """Attach a comment that has a line of its own."""
        number = bisect(self.starts, comment.at)
        following = self.places.anchors[number][1] if number < len(self.starts) else None
        bracket = self._bracket_around(comment.at)
        if bracket and bracket.span:
            if number < len(self.starts) and self.starts[number] < bracket.span[1] and following:
                following.above.append(comment.text)
            elif bracket.entries or not bracket.holder:
                bracket.below.append(comment.text)
            else:
                bracket.holder.above.append(comment.text)
            return
        lines = self._below(comment, number, following)
        if lines is None:
            is_header = self.root.span and comment.at < self.root.span[0]
            end = self.root.header if is_header and not self.root.entries else self.root.below
            lines = following.above if following else end
        if self._follows_blank(comment.line):
            lines.append("")
        lines.append(comment.text)

    def _bracket_around(self, at: Position) -> Collection | None:
        number = bisect(self.bracket_starts, at) - 1
        if number < 0:
            return None
        for around in self.places.brackets[number].chain():
            if around.span and around.span[0] < at < around.span[1]:
                return around
        return None

    def _below(self, comment: _Comment, number: int, following: Entry | None) -> list[str] | None:
        """The end of the collection that a comment is in, by how far it is indented.

        None if the comment belongs to what follows.
        """
        if number != self.gap:
            self.gap, self.outward = number, 0
        if number == 0:
            return None
        chain = list(self.places.anchors[number - 1][1].home.chain())
        inner = chain
        if following:
            if following.home not in chain or comment.column <= following.home.indent:
                self.outward = len(chain)
            inner = chain[: chain.index(following.home)] if following.home in chain else []
        for level, collection in enumerate(inner):
            is_outermost = level + 1 == len(inner) or inner[level + 1].indent != collection.indent
            is_deep_enough = collection.span is None and collection.indent <= comment.column
            if level >= self.outward and is_deep_enough and is_outermost:
                self.outward = level
                return collection.below
        self.outward = len(chain)
        return None


def _comments(source: SourceText, places: Places) -> Iterator[_Comment]:
    """Every comment: what follows a "#" that is in no text."""
    for number, line in enumerate(source.lines):
        if "#" not in line:
            continue
        column = 0
        for begin, end in places.hidden.get(number, ()):
            if "#" in line[column:begin]:
                break
            column = end
        if (column := line.find("#", column)) >= 0:
            yield _Comment(number, column, line[column:].rstrip(), not line[:column].strip())


def split_header(root: Collection) -> None:
    """Leave comments at the top of the file: up to the last empty line, and what programs read."""
    first = root.entries[0]
    blank = max((number for number, line in enumerate(first.above) if not line), default=-1)
    if blank < 0 and first.above and _MODELINE.match(first.above[0]):
        blank = 0
    root.header += first.above[: blank + 1]
    first.above = first.above[blank + 1 :]
