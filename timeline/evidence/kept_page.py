"""What is read from a kept copy of a source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

#: The largest file that is read, and the most words that are taken from one page, in bytes and characters.
MAX_FILE = 200_000_000
MAX_PAGE = 60_000_000
MAX_TEXT = 5_000_000


class CopyError(Exception):
    """A file from which no words can be read: what it is, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class KeptPage:
    """One page as it was kept: its bytes, and what they say.

    ``address`` is where it was found, ``day`` on which day and ``tool`` with what; "" and None for what the
    copy does not say. ``titles``, ``authors`` and ``published`` are what it says of itself, ``text`` what
    its readers see.
    """

    content: bytes
    suffix: str
    text: str
    address: str = ""
    day: date | None = None
    tool: str = ""
    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    language: str = ""
