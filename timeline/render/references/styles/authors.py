"""The parts of an author's name, and the orders in which styles write them.

``"Doe, Jane"`` is a person, ``"King, Martin Luther, Jr."`` one with a suffix; any other name is an
organisation, or somebody with one name or the family name first, and is never turned round.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUFFIX = re.compile(r"(Jr|Sr)\.?|[IVX]+")


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
