"""A text without markup."""

from __future__ import annotations

import unicodedata

from timeline.evidence.kept_page import MAX_TEXT, CopyError, KeptPage
from timeline.webpages.parsing import decoded

#: Where the title of a text stands, in characters.
_HEAD = 1_000


def read_plain(content: bytes, *, address: str = "", charset: str = "") -> KeptPage:
    """The text, which may begin with its title. Raises CopyError if there is none.

    >>> read_plain("Talks\\n\\nThere must be a US backstop.".encode()).titles[0]
    'Talks'
    """
    text = decoded(content, charset).replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(c for c in text[:MAX_TEXT] if c in "\n\t" or unicodedata.category(c) != "Cc").strip()
    if not text:
        raise CopyError("there is no text in the file", "save it again")
    return KeptPage(content, ".txt", text, address=address, titles=(text.splitlines()[0], text[:_HEAD]))
