"""Names of files by their contents, so that a name never stands for two contents."""

from __future__ import annotations

import hashlib

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
