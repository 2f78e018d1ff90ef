"""YAML -> records. Only this module and `tokens` use the YAML library.

The tree is built from the parser's events, not by its loader: scalars are never given a type, aliases and
merge keys are never expanded, and depth and number are checked at each step, so that a hostile file costs
no more than a long one. libyaml's event parser is not recursive; only its loader, which is not used, fails
on a hundred thousand brackets.

The builder holds the state of one pass over a file; its methods are therefore together in this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

import yaml

from timeline.model.problems import Location, Problem
from timeline.model.records import Fields, Items, Node, Text
from timeline.reading.decoding import (
    SourceText,
    first_unprintable,
    for_parser,
    from_parser,
    stand_in_beyond,
    unprintable_problem,
)
from timeline.reading.yaml_mistakes import ParserError, Position, explain, odd_space_on

#: Lists and mappings inside one another; an event file needs four.
MAX_DEPTH = 40
#: Keys and values of one file: some thousand full events, read in a second or two.
MAX_VALUES = 100_000

#: libyaml is ten times as fast as the Python parser, which gives the same tree but is stricter about tabs.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
#: Empty values, as YAML 1.1 and programs write them. "Null" and "NULL" stay text: they may be names.
EMPTY = ("~", "null")

#: What cuts off a text without quotes: a "#" right before a word, as in "Ship #1 stuck".
_CUT = re.compile(r" +(?P<cut>#\S.*)")

_WRITE_OUT = 'write the value out; text that begins with &, * or ! goes in quotes: "*text*"'


def parse(source: SourceText, most_values: int = MAX_VALUES) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of the one document in a file of so many values, and every fault found in it.

    The tree is None if the file is empty or cannot be parsed. Faults: E003 (not YAML), E004 (a key twice),
    E005 (anchor, alias, merge key, tag), E006 (too deep, too many values), E007 (several documents),
    E009 (an escape for a character that cannot be shown), E021 (a key that is not text).

    >>> root, problems = parse(SourceText.of("a.yaml", "place: NO"))
    >>> root.entries[0][1].value, problems
    ('NO', ())
    """
    builder = _Builder(source, most_values)
    try:
        root = builder.document()
    except _StopError as stop:
        return None, (*builder.problems, stop.problem)
    except yaml.MarkedYAMLError as error:
        parser_error = builder.parser_error(error)
        problem = _too_deep(source, builder.last, parser_error.at) or explain(source, parser_error)
        return None, (*builder.problems, problem)
    except (ValueError, OverflowError):
        # The Python parser raises these for an escape such as "\U00110000"; libyaml raises a YAMLError.
        place = builder.place(builder.last)
        return None, (*builder.problems, Problem(place, "E003", "a number after here is out of bounds"))
    return root, tuple(builder.problems)


def _too_deep(source: SourceText, last: yaml.Event, failed: Position) -> Problem | None:
    """E006 if the lists and mappings before the place where the parser failed are nested too deeply.

    After a bracket a parser looks up to 1024 characters ahead for the colon of a key, and since PyYAML
    6.0.4 libyaml fails at a depth of its own: it may fail before its events show the depth. Parsing only
    the text up to that place shows it. This is only done if there are brackets after the ``last`` event.
    """
    if not re.search(r"[\[{]", source.between(_pair(last.end_mark) or (0, 0), failed)):
        return None
    before = SourceText.of(source.path, source.between((0, 0), failed))
    try:
        _Builder(before).document()
    except _StopError as stop:
        place = stop.problem.location
        return replace(stop.problem, location=source.at(place.line - 1, place.column - 1))
    except (yaml.YAMLError, ValueError, OverflowError):
        pass
    return None


class _Mark(Protocol):
    """A place as either parser reports it, counted from 0."""

    line: int
    column: int


class _StopError(Exception):
    """Raised for a fault after which the rest of the file cannot be read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class _Builder:
    """Makes nodes of the events of one file, in order."""

    def __init__(self, source: SourceText, most_values: int = MAX_VALUES) -> None:
        self.source = source
        self._most_values = most_values
        self.problems: list[Problem] = []
        self.last: yaml.Event = yaml.StreamStartEvent()
        self._values = 0
        self._open: list[Position] = []
        self._events: Iterator[yaml.Event] = iter(yaml.parse(for_parser(source), Loader=LOADER))

    def document(self) -> Node | None:
        """The root of the first document; a second one is a fault."""
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        root = self._node(self._next(), 0)
        self._next()
        following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            hint = 'delete the line "---", or move what follows to a file of its own'
            self._fault(self.place(following), "E007", "a second document begins here", hint)
        return root

    def parser_error(self, error: yaml.MarkedYAMLError) -> ParserError:
        """The parser's error as a plain value."""
        quoted = isinstance(self.last, yaml.ScalarEvent) and self.last.style in ("'", '"')
        return ParserError(
            context=error.context or "",
            problem=error.problem or "",
            began=_pair(error.context_mark),
            at=_pair(error.problem_mark) or (0, 0),
            quote=_pair(self.last.start_mark) if quoted else None,
            bracket=self._open[-1] if self._open else None,
        )

    def place(self, event: yaml.Event) -> Location:
        """Where an event begins."""
        mark = event.start_mark
        return self.source.at(mark.line, mark.column) if mark else self.source.at(0, 0)

    def _next(self) -> yaml.Event:
        self.last = next(self._events)
        return self.last

    def _node(self, event: yaml.Event, depth: int) -> Node:
        """The node that begins with ``event``, inside ``depth`` others."""
        at = self.place(event)
        self._count(at)
        self._refuse_properties(event, at)
        match event:
            case yaml.ScalarEvent():
                value = self._text(event, at)
                if value and not event.style:
                    self._warn_cut_off(event)
                return Text("" if value in EMPTY and not event.style else value, at)
            case yaml.CollectionStartEvent() if depth >= MAX_DEPTH:
                message = f"more than {MAX_DEPTH} lists and mappings inside one another"
                raise _StopError(Problem(at, "E006", message, "put text with brackets in quotes"))
            case yaml.CollectionStartEvent():
                return self._collection(event, at, depth + 1)
            case _:
                return Text("", at)

    def _collection(self, event: yaml.CollectionStartEvent, at: Location, depth: int) -> Node:
        """A list or mapping; while it is read, its bracket counts as open."""
        in_brackets = at.text.startswith(("[", "{"), at.column - 1)
        if in_brackets:
            self._open.append((at.line - 1, at.column - 1))
        node: Node
        if isinstance(event, yaml.SequenceStartEvent):
            node = Items(tuple(self._items(depth)), at)
        else:
            node = Fields(tuple(self._entries(depth)), at)
        if in_brackets:
            self._open.pop()
        return node

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth)

    def _entries(self, depth: int) -> Iterator[tuple[Text, Node]]:
        """Each key with its value; faulty keys are left out."""
        seen: dict[str, int] = {}
        is_next = False  # whether what follows are the fields of another record
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event, depth)
            value = self._node(self._next(), depth)
            if key is None:
                continue
            if (first := seen.get(key.value)) and not is_next:
                is_next = key.value == next(iter(seen)) and len(seen) > 1
                message = f'the key "{key.value:.60}" is used twice, first on line {first}'
                more = '; if another event or source begins here, begin each with "- "' if is_next else ""
                self._fault(key.at, "E004", message, f"keep one of the two{more}")
            seen.setdefault(key.value, key.at.line)
            yield key, value

    def _key(self, event: yaml.Event, depth: int) -> Text | None:
        at = self.place(event)
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, depth)
            if not isinstance(event, yaml.AliasEvent):
                hint = 'put text with brackets in quotes: "{text}"'
                self._fault(at, "E021", "a key must be text, not a list or a mapping", hint)
            return None
        self._count(at)
        self._refuse_properties(event, at)
        if event.value[:1].isspace() and (mistake := odd_space_on(self.source, at.line - 1)):
            place = self.source.at(*mistake.at)
            raise _StopError(Problem(place, mistake.code, mistake.message, mistake.hint))
        if event.value == "<<" and not event.style:
            self._fault(at, "E005", "a merge key (<<) is not allowed here", _WRITE_OUT)
        return Text(self._text(event, at), at)

    def _text(self, event: yaml.ScalarEvent, at: Location) -> str:
        """A scalar as it was written; an escape for a character that cannot be shown is a fault."""
        value = from_parser(event.value, has_escapes=event.style == '"')
        if character := first_unprintable(value) or self._escaped_stand_in(event):
            self.problems.append(unprintable_problem(at, character))
        return value

    def _escaped_stand_in(self, event: yaml.ScalarEvent) -> str:
        """A stand-in for the parser that was written as an escape, or ""."""
        if event.style != '"' or event.value.isascii():
            return ""
        start, end = _pair(event.start_mark) or (0, 0), _pair(event.end_mark) or (0, 0)
        return stand_in_beyond(event.value, self.source.between(start, end))

    def _warn_cut_off(self, event: yaml.ScalarEvent) -> None:
        """Warn of a "#" that ends a text without quotes and has no space after it: hardly a comment."""
        line, column = _pair(event.end_mark) or (0, 0)
        if found := _CUT.match(self.source.line(line), column):
            at = self.source.at(line, found.start("cut"))
            message = f'"{found["cut"]:.40}" is left out, because # after a space begins a comment'
            self._fault(at, "W004", message, "put the whole text in quotes")

    def _count(self, at: Location) -> None:
        self._values += 1
        if self._values > self._most_values:
            message = f"more than {self._most_values:,} keys and values in one file"
            raise _StopError(Problem(at, "E006", message, "split it: one file per event is best"))

    def _refuse_properties(self, event: yaml.Event, at: Location) -> None:
        """Report an anchor, alias or tag, quoting it as it is written in the file."""
        if isinstance(event, yaml.AliasEvent):
            kind = "an alias"
        elif getattr(event, "anchor", None) is not None:
            kind = "an anchor"
        elif getattr(event, "tag", None) is not None:
            kind = "a tag"
        else:
            return
        word = at.text[at.column - 1 : at.column + 59].split()[0]
        self._fault(at, "E005", f"{kind} ({word}) is not allowed here", _WRITE_OUT)

    def _fault(self, at: Location, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(at, code, message, hint))


def _pair(mark: _Mark | None) -> Position | None:
    return None if mark is None else (mark.line, mark.column)
