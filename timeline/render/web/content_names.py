"""Names of files by their contents, so that a name never stands for two contents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

#: The folder of the output, with its slash, in which every file is named by its contents.
ASSETS = "assets/"


def content_name(name: str, text: str | bytes) -> str:
    """The path in the output of an asset with these contents: its name with a hash before the extension.

    >>> content_name("figure-840.js", "")
    'assets/figure-840.e3b0c442.js'
    """
    stem, _, extension = name.rpartition(".")
    return f"{ASSETS}{stem}.{short_hash(text)}.{extension}"


def short_hash(text: str | bytes) -> str:
    """The first 8 hexadecimal digits of the SHA-256 of a text, or of bytes.

    >>> short_hash("")
    'e3b0c442'
    """
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()[:8]


def hashes_of(addresses: Mapping[str, str], names: Iterable[str]) -> str:
    """The hashes in these addresses of assets, one after the other.

    >>> hashes_of({"part-0": "assets/part-0.e3b0c442.js"}, ["part-0"])
    'e3b0c442'
    """
    return "".join(addresses[name].split(".")[-2] for name in names)
