"""The names of authors as each style writes and joins them.

``"Doe, Jane"`` is a person, ``"King, Martin Luther, Jr."`` one with a suffix; any other name is a body, or
somebody with one name or the family name first, and is never turned round.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_SUFFIX = re.compile(r"(Jr|Sr)\.?|[IVX]+")
#: APA names the first 19 of more than 20 (9.8).
_MOST_OF_APA = 20
#: Chicago's bibliography names the first 7 of more than 10 (14.76).
_MOST_OF_CHICAGO = 10


@dataclass(frozen=True, slots=True)
class Name:
    """A name by its parts; a body has a ``family`` alone.

    >>> Name.read("Doe, Jane")
    Name(family='Doe', given='Jane', suffix='')
    """

    family: str
    given: str = ""
    suffix: str = ""

    @classmethod
    def read(cls, text: str) -> Name:
        """The parts of a name as an event file writes it."""
        match [part.strip() for part in text.split(",")]:
            case [family, given] if family and given:
                return cls(family, given)
            case [family, given, suffix] if family and given and _SUFFIX.fullmatch(suffix):
                return cls(family, given, suffix)
        return cls(text)

    @property
    def inverted(self) -> str:
        """Family name first: "King, Martin Luther, Jr."."""
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))

    @property
    def natural(self) -> str:
        """As it is spoken: "Martin Luther King Jr."."""
        return " ".join(filter(None, (self.given, self.family, self.suffix)))

    @property
    def initials(self) -> str:
        """Family name and initials: "King, M. L., Jr."."""
        letters = " ".join(map(_initial, re.findall(r"[^\s.]+", self.given)))
        return ", ".join(filter(None, (self.family, letters, self.suffix)))


def _initial(name: str) -> str:
    """ "J." of Jane, "J.-P." of Jean-Paul; a particle such as "van" stays."""
    if name.islower():
        return name
    return "-".join(f"{part[:1]}." for part in name.split("-"))


def is_same(name: str, other: str) -> bool:
    """Whether two names are of the same body.

    >>> is_same("BBC News", "BBC news")
    True
    """
    return name.casefold() == other.casefold()


def authors(names: Sequence[str], style: str) -> str:
    """The authors as one text, without a full stop after it.

    >>> [authors(["Doe, Jane", "Roe, Al"], style) for style in ("apa", "mla", "chicago-note")]
    ['Doe, J., & Roe, A.', 'Doe, Jane, and Al Roe', 'Jane Doe and Al Roe']
    """
    read = tuple(map(Name.read, names))
    return _JOINED[style](read) if read else ""


def _apa(names: tuple[Name, ...]) -> str:
    """9.8: "Doe, J., & Roe, A."."""
    written = [name.initials for name in names]
    if len(written) > _MOST_OF_APA:
        return f"{', '.join(written[: _MOST_OF_APA - 1])}, . . . {written[-1]}"
    return ", & ".join(filter(None, (", ".join(written[:-1]), written[-1])))


def _mla(names: tuple[Name, ...]) -> str:
    """The first is inverted; of three or more only that one is named."""
    if len(names) > 2:
        return f"{names[0].inverted}, et al."
    return ", and ".join((names[0].inverted, *(name.natural for name in names[1:])))


def _chicago(names: tuple[Name, ...]) -> str:
    """14.76: the first is inverted."""
    rest = [name.natural for name in names[1:]]
    if len(names) > _MOST_OF_CHICAGO:
        return f"{', '.join((names[0].inverted, *rest[:6]))}, et al."
    if not rest:
        return names[0].inverted
    return f"{', '.join((names[0].inverted, *rest[:-1]))}, and {rest[-1]}"


def _chicago_note(names: tuple[Name, ...]) -> str:
    """14.76: of four or more only the first is named."""
    written = [name.natural for name in names]
    if len(written) > 3:
        return f"{written[0]} et al."
    if len(written) == 3:
        return f"{written[0]}, {written[1]}, and {written[2]}"
    return " and ".join(written)


_JOINED = {"apa": _apa, "mla": _mla, "chicago": _chicago, "chicago-note": _chicago_note}
