"""The texts, lists and mappings of a file that was parsed without a fault, in order, with their places.

Records say where a value begins. To move lines one also needs to know where it ends and how it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import yaml

from timeline.reading.decoding import SourceText, for_parser, from_parser
from timeline.reading.yaml_mistakes import Position
from timeline.reading.yaml_parser import LOADER


@dataclass(frozen=True, slots=True)
class Token:
    """A text, or the place where a list or a mapping begins or ends; lines and columns count from 0.

    ``style`` of a text: its quotation mark, "|", ">" or "". Of a list or mapping, also at its end: "[" if
    it is in brackets. A list or mapping that is not in brackets ends somewhere after its last value.
    """

    kind: Literal["text", "list", "mapping", "end"]
    start: Position
    end: Position
    value: str = ""
    style: str = ""


def tokens(source: SourceText) -> Iterator[Token]:
    """The tokens of a file in which `parse` found no error.

    >>> [(token.kind, token.value) for token in tokens(SourceText.of("", "a: [b]"))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('mapping', ''), ('text', 'a'), ('list', ''), ('text', 'b'), ('end', ''), ('end', '')]
    """
    open_: list[str] = []
    for event in yaml.parse(for_parser(source), Loader=LOADER):
        start = (event.start_mark.line, event.start_mark.column) if event.start_mark else (0, 0)
        end = (event.end_mark.line, event.end_mark.column) if event.end_mark else start
        match event:
            case yaml.ScalarEvent():
                value = from_parser(event.value, has_escapes=event.style == '"')
                yield Token("text", start, end, value, event.style or "")
            case yaml.CollectionStartEvent():
                open_.append("[" if event.flow_style else "")
                is_list = isinstance(event, yaml.SequenceStartEvent)
                yield Token("list" if is_list else "mapping", start, end, "", open_[-1])
            case yaml.CollectionEndEvent():
                yield Token("end", start, end, "", open_.pop())
            case _:
                pass
