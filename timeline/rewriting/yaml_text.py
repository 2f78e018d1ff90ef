"""Values -> the YAML of an event file, such as a person would write it.

The reader of event files takes every scalar as text, so that only what would break the syntax is quoted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from timeline.reading.decoding import UNPRINTABLE

#: A value of an event file.
Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"

#: Text that needs no quotes anywhere: no indicator at its beginning, no ": " and no " #" inside.
_PLAIN = re.compile(
    r"(?![-?:](?:\s|$))[^\s\-?:,\[\]{}#&*!|>'\"%@`~=<][^\r\n\t]*|-\d{4}[-\d/.~?%]*|=?[^\W\d_][^\r\n\t]*"
)
_BREAKS_PLAIN = re.compile(
    r": |:$| #|[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\u2028\u2029]| $|^ "
)
_BREAKS_FLOW = re.compile(r"[,\[\]{}]|:(?=\S)")
#: What the reader takes for an empty value, and the marks of a document.
_RESERVED = {"~", "null", "---", "..."}
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r"})
#: Longest line, where it can be broken.
WIDTH = 100
#: A space that a line break can stand for: one beside another would be lost.
_BREAK = re.compile(r"(?<![ \t]) (?![ \t])")


def scalar(text: str, *, in_flow: bool = False) -> str:
    """A text of one line, in quotes where YAML needs them.

    >>> scalar("Leaders meet"), scalar("Crise : la suite"), scalar("Room #4"), scalar('"No," he says')
    ('Leaders meet', '"Crise : la suite"', '"Room #4"', '"\\\\"No,\\\\" he says"')
    >>> scalar("A, B"), scalar("A, B", in_flow=True), scalar("")
    ('A, B', '"A, B"', '""')
    """
    is_plain = (
        _PLAIN.fullmatch(text)
        and not _BREAKS_PLAIN.search(text)
        and text not in _RESERVED
        and not (in_flow and _BREAKS_FLOW.search(text))
    )
    return text if is_plain else quoted(text)


def quoted(text: str, mark: str = '"') -> str:
    """A text in quotation marks: single ones only where it needs no escape but for themselves.

    >>> quoted("A"), quoted("it's", "'"), quoted("A\\tB", "'")
    ('"A"', "'it''s'", '"A\\\\tB"')
    """
    if mark == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return f'"{text.translate(_ESCAPES)}"'


def entry(name: str, value: Value, indent: int = 0) -> list[str]:
    """The lines of one field.

    >>> entry("place", ["Paris", "Kyiv"]), entry("sources", [])
    (['place: [Paris, Kyiv]'], ['sources: []'])
    >>> entry("summary", "One.\\n\\nTwo.")
    ['summary: >', '  One.', '', '  Two.']
    >>> entry("tracks", [{"name": "A", "colour": "#1f5fa8"}])
    ['tracks:', '  - name: A', '    colour: "#1f5fa8"']
    """
    pad = " " * indent
    key = scalar(name, in_flow=True)
    if isinstance(value, str):
        is_long = len(value) + len(key) > WIDTH
        if _has_paragraphs(value) or (is_long and _can_fold(value)):
            return [f"{pad}{key}: >", *folded(value, indent + 2)]
        return [f"{pad}{key}: {scalar(value)}"]
    if isinstance(value, Mapping):
        lines = [line for each, inner in value.items() for line in entry(each, inner, indent + 2)]
        return [f"{pad}{key}:", *lines]
    texts = [each for each in value if isinstance(each, str)]
    flow = f"{pad}{key}: [{', '.join(scalar(each, in_flow=True) for each in texts)}]"
    if len(texts) == len(value) and len(flow) <= WIDTH:
        return [flow]
    return [f"{pad}{key}:", *(line for each in value for line in item(each, indent + 2))]


def item(value: Value, indent: int = 0) -> list[str]:
    """The lines of one entry of a list."""
    pad = " " * indent
    if isinstance(value, Mapping):
        lines = [line for name, inner in value.items() for line in entry(name, inner, indent + 2)]
        return [f"{pad}- {lines[0].strip()}", *lines[1:]]
    return [f"{pad}- {scalar(str(value))}"]


def comment(text: str, indent: int = 0) -> list[str]:
    """The lines of a comment; what an event file must not hold is written as an escape.

    >>> comment("Credit: A\\nB\\x07")
    ['# Credit: A', '#   B\\\\x07']
    """
    first, *rest = text.splitlines() or [""]
    return [
        f"{' ' * indent}# {_shown(first)}".rstrip(),
        *(f"{' ' * indent}#   {_shown(each)}".rstrip() for each in rest),
    ]


def _shown(text: str) -> str:
    return UNPRINTABLE.sub(lambda each: each[0].encode("unicode_escape").decode(), text)


def _has_paragraphs(text: str) -> bool:
    return "\n" in text and "\r" not in text and bool(text.strip())


def _can_fold(text: str) -> bool:
    """Whether a line break can stand for some of its spaces, as in any text but an address."""
    first, *rest = _BREAK.split(text)
    return bool(rest) and "://" not in first and "\r" not in text and text == text.strip()


def refolded(old: list[str], text: str) -> list[str]:
    """The lines of a block of text with a new text: those before and after what has changed stay.

    >>> refolded(["  One two", "  three four", "  five."], "One two three 4 five.")
    ['  One two', '  three 4', '  five.']
    >>> refolded(["  One."], "One.\\n\\nTwo.")
    ['  One.', '', '  Two.']
    """
    breaks = re.split(r"\n\s*", text.strip())
    words = [word for each in filter(None, breaks) for word in ("\n", *each.split())][1:]
    before = [line.split() or ["\n"] for line in old]
    kept: list[str] = []
    left = words
    while before and left[: len(before[0])] == before[0]:
        left = left[len(before[0]) :]
        kept.append(old[len(kept)])
        before = before[1:]
    after: list[str] = []
    while before and left[-len(before[-1]) :] == before[-1]:
        left = left[: -len(before[-1])]
        after.insert(0, old[len(kept) + len(before) - 1])
        before = before[:-1]
    indent = len(old[0]) - len(old[0].lstrip())
    middle = folded(" ".join(left), indent) if left else []
    starts, ends = left[:1] == ["\n"], left[-1:] == ["\n"]
    return [*kept, *([""] * starts), *middle, *([""] * (ends and len(left) > 1)), *after]


def folded(text: str, indent: int) -> list[str]:
    """A text of paragraphs after ">": each broken at its spaces, an empty line between two."""
    lines: list[str] = []
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        lines += [""] if lines else []
        lines += wrapped(paragraph, indent)
    return lines


def wrapped(text: str, indent: int) -> list[str]:
    """The lines of a text after ">", as long as `WIDTH` allows; only single spaces become line breaks.

    >>> [len(line) for line in wrapped("word " * 50, 2)]
    [96, 96, 61]
    """
    pad = " " * indent
    lines: list[str] = []
    line = ""
    for word in _BREAK.split(text.strip()):
        if line and len(pad) + len(line) + 1 + len(word) > WIDTH:
            lines.append(pad + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, pad + line]
