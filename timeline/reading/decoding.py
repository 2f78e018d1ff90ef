"""Bytes -> text of printable characters, with the same lines as in an editor."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from timeline.model.problems import Location, Problem
from timeline.reading.escaped_pairs import PADDING, count_pairs, join_pairs, split_pairs

#: Controls but tab and line ends, surrogates, and the 66 noncharacters of Unicode (section 23.7).
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)

#: Two ASCII characters in UTF-16, without a byte order mark.
_BARE_UTF16 = re.compile(rb"(?:[\x01-\x7f]\0){2}|(?:\0[\x01-\x7f]){2}")

_AS_UTF8 = 'save the file as UTF-8: in Notepad by "Save as", Encoding "UTF-8"'

#: YAML 1.1 treats these as line ends or skips them, editors do not. For the parser they are replaced by
#: noncharacters, which texts must not contain, so that parser and editor count the same lines and columns.
_STAND_INS = {"\u2028": "\ufdd0", "\u2029": "\ufdd1", "\ufeff": "\ufdd2"}
_TO_STAND_INS = str.maketrans(_STAND_INS)
_FROM_STAND_INS = str.maketrans({stand_in: character for character, stand_in in _STAND_INS.items()})


@dataclass(frozen=True, slots=True)
class SourceText:
    """A decoded file: ``text`` with line ends as "\\n" and without byte order mark, and its lines."""

    path: str
    text: str
    lines: tuple[str, ...]

    @classmethod
    def of(cls, path: str, text: str) -> SourceText:
        """The text split into lines at "\\n", "\\r\\n" and "\\r", and at nothing else."""
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        return cls(path, text, tuple(text.split("\n")))

    def at(self, line: int, column: int) -> Location:
        """The place ``line`` lines and ``column`` characters into the text, both counted from 0.

        A place past the end becomes the end.

        >>> SourceText.of("a.yaml", "id: a").at(0, 4)
        Location(path='a.yaml', line=1, column=5)
        """
        last = len(self.lines) - 1
        if line > last:
            line, column = last, len(self.lines[last])
        return Location(self.path, line + 1, column + 1, self.lines[line])

    def between(self, start: tuple[int, int], end: tuple[int, int]) -> str:
        """The text from one line and column up to another, counted from 0."""
        if start[0] == end[0]:
            return self.line(start[0])[start[1] : end[1]]
        between = self.lines[start[0] + 1 : end[0]]
        return "\n".join((self.line(start[0])[start[1] :], *between, self.line(end[0])[: end[1]]))

    def line(self, number: int) -> str:
        """The line of that number, counted from 0; "" past the end."""
        return self.lines[number] if number < len(self.lines) else ""


def decode(path: str, data: bytes) -> SourceText | Problem:
    """The text of a UTF-8 file, with or without a byte order mark; E002 at the first byte that is not.

    >>> print(decode("a.yaml", b"place: Orl\\xe9ans"))
    a.yaml:1:11: error[E002] the byte 0xE9 is not UTF-8 text
        place: Orl�ans
                  ^
        Try: save the file as UTF-8 (in Windows-1252 this byte is "é")
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _BARE_UTF16.match(data):
        return Problem(Location(path), "E002", "the file is UTF-16 text", _AS_UTF8)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return SourceText.of(path, data.decode())
    except UnicodeDecodeError as error:
        before = SourceText.of(path, data[: error.start].decode())
        whole = SourceText.of(path, data.decode(errors="replace"))
        place = whole.at(len(before.lines) - 1, len(before.lines[-1]))
        byte = data[error.start]
        hint = "save the file as UTF-8" + _in_windows(byte, ' (in Windows-1252 this byte is "{}")')
        return Problem(place, "E002", f"the byte 0x{byte:02X} is not UTF-8 text", hint)


def find_unprintable(source: SourceText, most: int) -> Iterator[Problem]:
    """E009 for each of the first ``most`` characters that cannot be shown."""
    found = islice(UNPRINTABLE.finditer(source.text), most)
    line = start = 0
    for match in found:
        line += source.text.count("\n", start, match.start())
        start = match.start()
        column = start - (source.text.rfind("\n", 0, start) + 1)
        yield unprintable_problem(source.at(line, column), match[0])


def first_unprintable(text: str) -> str:
    """The first character that cannot be shown, or ""; spaces and line ends can."""
    match = UNPRINTABLE.search(text)
    return match[0] if match else ""


def unprintable_problem(place: Location, character: str) -> Problem:
    """E009 for a character that `find_unprintable` or `first_unprintable` found."""
    hint = "delete it" + _in_windows(ord(character), ', or write "{}"')
    return Problem(place, "E009", f"the character U+{ord(character):04X} cannot be shown", hint)


def for_parser(source: SourceText) -> str:
    """The text without characters that a YAML 1.1 parser refuses or counts differently."""
    text = UNPRINTABLE.sub("\ufffd", source.text)
    return join_pairs(text if text.isascii() else text.translate(_TO_STAND_INS))


def from_parser(value: str, *, has_escapes: bool) -> str:
    """A scalar as it was before `for_parser`; ``has_escapes`` where it is in double quotes.

    >>> from_parser(for_parser(SourceText.of("a.yaml", "one\\u2028two")), has_escapes=False)
    'one\\u2028two'
    """
    if value.isascii():
        return value
    value = value.replace(PADDING, "") if has_escapes else split_pairs(value)
    return value.translate(_FROM_STAND_INS)


def stand_in_beyond(value: str, written: str) -> str:
    """A stand-in in the parser's ``value`` that replaces nothing in the text as ``written``, or "".

    It was written as an escape.

    >>> stand_in_beyond("one\\ufdd0two", "one\\u2028two")
    ''
    >>> ascii(stand_in_beyond("\\ufdd0", r'"\\ufdd0"'))
    "'\\\\ufdd0'"
    """
    counts = {each: written.count(character) for character, each in _STAND_INS.items()}
    counts[PADDING] = 2 * count_pairs(written)
    return next((each for each, count in counts.items() if value.count(each) > count), "")


def _in_windows(code: int, template: str) -> str:
    """``template`` with the character of a byte above ASCII in Windows-1252, or ""."""
    character = chr(code).encode("latin-1", errors="ignore").decode("cp1252", errors="ignore")
    return template.format(character) if character and character.isprintable() else ""
