"""Texts without the differences that typesetting makes, so that a quotation is found whatever set it.

The manual states these rules for editors (``evidence.md``); change both together.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

#: Set as one quotation mark or another; between letters they are apostrophes.
_QUOTES = "\"'`´‘’‚‛“”„‟‹›«»「」『』〈〉《》〝〞〟＂＇ʻʼʹ׳״"
_APOSTROPHES = frozenset("\"'`´‘’‛＇ʻʼʹ׳״")
_DASHES = "-‐‑‒–—―−⸺⸻﹘﹣－"
_BLANKS = "\t\v\f\r \x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
#: Characters that show nothing: soft hyphens, joiners, marks of direction; and the Arabic stretched line.
_UNSEEN = "\u00ad\u034f\u061c\u0640\u180e\ufeff" + "".join(
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
)
#: Before these a space is set in some languages and not in others.
_CLOSING = ",.;:!?)]}%…"
#: Marks of one kind become one mark, so that a short pattern finds them all.
_KINDS = str.maketrans(
    {
        **dict.fromkeys(_BLANKS, " "),
        **dict.fromkeys(_DASHES, "-"),
        **dict.fromkeys(_QUOTES, '"'),
        **dict.fromkeys(_UNSEEN, "\u00ad"),
        "\u2029": "\n",
    }
)
_SPACES = str.maketrans(dict.fromkeys(_BLANKS, " "))
_MARKS = rf'\n[\n ]*|  [\n ]*| \n[\n ]*| (?=[{re.escape(_CLOSING)}])|-(?: *-)*|"+|…|\.(?: ?\.){{2,}}|\u00ad'
#: What NFKC would change into another number after a digit: 10² is not 102, and 1½ is not 11/2.
_KEPT_AFTER_DIGITS = ("<super>", "<sub>", "<fraction>", "<circle>")
_HAN = "[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff9f\U00020000-\U0003ffff]"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and for each of its characters the place in ``source`` at which it comes from.

    A paragraph break is "\\n", any other blank " ". ``places`` has one entry more than ``text``: the length
    of the source.
    """

    text: str
    source: str
    places: array[int]

    def original(self, start: int, end: int) -> str:
        """The words of the source that became ``text[start:end]``.

        >>> folded = fold("He said: “We won’t pay.”")
        >>> folded.text, folded.original(9, 21)
        ("He said: We won't pay.", 'We won’t pay')
        """
        return self.source[self.places[start] : self.places[end - 1] + 1] if end > start else ""


def fold(source: str, *, keeps_line_hyphens: bool = True) -> Folded:
    """``source`` in Unicode form NFKC, with one kind of dash and blank, and without quotation marks.

    >>> fold("«Le  ‘backstop’ – a US\\u00a0one…»").text
    'Le backstop-a US one…'

    Without ``keeps_line_hyphens``, a word that is divided at the end of a line is joined:

    >>> fold("a back-\\nstop").text, fold("a back-\\nstop", keeps_line_hyphens=False).text
    ('a back-stop', 'a backstop')
    """
    made = _Folding(source)
    end = 0
    for mark in _marks(*_odd_characters(source)).finditer(source.translate(_KINDS)):
        made.copy(end, mark.start())
        made.fold(mark, keeps_line_hyphens)
        end = mark.end()
    made.copy(end, len(source))
    return made.folded()


class _Folding:
    """A folded text in the making."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._parts: list[str] = []
        self._places = array("I")
        self._last = ""
        self._joins = False  # what is divided at the end of a line

    def copy(self, start: int, end: int) -> None:
        """Add what needs no folding."""
        if start < end and self._source[start].isspace() and (not self._last or self._last in " -…\n"):
            start += 1
        if start == end:
            return
        if self._last == " " and self._source[start] in _CLOSING:
            self._drop_last()
        text = self._source[start:end]
        self._add(text if text.isascii() else text.translate(_SPACES), range(start, end))

    def fold(self, mark: re.Match[str], keeps_line_hyphens: bool) -> None:
        """Add the folded form of a mark, of blanks, or of characters that NFKC changes."""
        found, start, end = mark[0], mark.start(), mark.end()
        match found[0]:
            case " " | "\n":
                self._add_blank(found, start, end)
            case "-":
                self._joins = not keeps_line_hyphens and self._divides_word(start, end)
                if not self._joins:
                    self._add_between("-", start)
            case "…":
                self._add_between("…", start)
            case "." if len(found) > 1:
                self._add_between("…", start)
            case '"':
                is_within = _is_word(self._source[start - 1 : start]) and _is_word(
                    self._source[end : end + 1]
                )
                if is_within and _APOSTROPHES.intersection(self._source[start:end]):
                    self._add("'", (start,))
            case "\u00ad":
                pass
            case _:
                normal = found if self._is_raised(found, start) else _normal(found)
                self._add(normal, (start,) * len(normal))

    def folded(self) -> Folded:
        """The whole of it."""
        text = "".join(self._parts)
        self._places.append(len(self._source))
        return Folded(text, self._source, self._places)

    def _is_raised(self, found: str, start: int) -> bool:
        """Whether it is a raised digit, a fraction or the like that follows a digit."""
        is_such = unicodedata.decomposition(found[0]).startswith(_KEPT_AFTER_DIGITS)
        return is_such and self._last.isnumeric() and self._source[start - 1 : start].isnumeric()

    def _divides_word(self, start: int, end: int) -> bool:
        """Whether it is a hyphen at the end of a line, within a word."""
        is_hyphen = self._source[start:end] in {"-", "\u2010"} and _is_word(self._source[start - 1 : start])
        return (
            is_hyphen and self._source[end : end + 1] == "\n" and _is_word(self._source[end + 1 : end + 2])
        )

    def _add_between(self, mark: str, start: int) -> None:
        """Add a dash or an ellipsis, without the blank before it; `copy` leaves out the one after it."""
        if self._last == " ":
            self._drop_last()
        self._add(mark, (start,))

    def _add_blank(self, found: str, start: int, end: int) -> None:
        if self._joins:
            self._joins = False
            return
        blank = "\n" if found.count("\n") > 1 or "\u2029" in self._source[start:end] else " "
        if not self._last or self._last == "\n" or (blank == " " and self._last in " -…"):
            return
        if len(found) == 1 and self._source[end : end + 1] in _CLOSING and blank == " ":
            return
        if self._last > "\u3000" and re.match(f"{_HAN}{_HAN}", self._last + self._source[end : end + 1]):
            return  # between Chinese characters a blank is only the end of a line
        if self._last == " ":
            self._drop_last()
        self._add(blank, (start,))

    def _add(self, text: str, places: range | tuple[int, ...]) -> None:
        if text:
            self._parts.append(text)
            self._places.extend(places)
            self._last = text[-1]

    def _drop_last(self) -> None:
        """Take the last character back."""
        self._parts[-1] = self._parts[-1][:-1]
        self._places.pop()
        while self._parts and not self._parts[-1]:
            self._parts.pop()
        self._last = self._parts[-1][-1] if self._parts else ""


def _odd_characters(source: str) -> tuple[str, str, bool]:
    """Characters that NFKC changes, those that join the one before, and whether there are Chinese ones."""
    if source.isascii():
        return "", "", False
    characters = sorted(c for c in set(source) if not c.isascii() and ord(c) not in _KINDS)
    changed = "".join(c for c in characters if _normal(c) != c and c != "…" and _normal(c)[0] != " ")
    joined = "".join(c for c in characters if unicodedata.combining(c) or "\u1160" <= c <= "\u11ff")
    has_chinese = bool(characters) and bool(re.search(_HAN, "".join(characters)))
    return changed, joined, has_chinese


@lru_cache(maxsize=64)
def _marks(changed: str, joined: str, has_chinese: bool) -> re.Pattern[str]:
    """What to fold in a text with these characters."""
    marks = f"(?<={_HAN}) (?={_HAN})|{_MARKS}" if has_chinese else _MARKS
    if joined:
        marks += f"|.[{re.escape(joined)}]+"
    if changed:
        marks += f"|[{re.escape(changed)}]"
    return re.compile(marks, re.DOTALL)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _is_word(character: str) -> bool:
    return character.isalnum()
