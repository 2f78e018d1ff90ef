"""The parts of an author's name, and the forms in which styles write them.

``"Doe, Jane"`` is a person, ``"King, Martin Luther, Jr."`` one with a suffix; any other name is an
organisation, or a person with one name or with the family name first, and is never inverted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_SUFFIX = re.compile(r"(Jr|Sr)\.?|[IVX]+")


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name; an organisation has only a ``family``.

    >>> Name.read("Doe, Jane")
    Name(family='Doe', given='Jane', suffix='')
    """

    family: str
    given: str = ""
    suffix: str = ""

    @classmethod
    def read(cls, text: str) -> Name:
        """The parts of a name as written in an event file."""
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
        """Given name first: "Martin Luther King Jr."."""
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
    """Whether two names are the same but for capitals.

    >>> is_same("BBC News", "BBC news")
    True
    """
    return name.casefold() == other.casefold()
