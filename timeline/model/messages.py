"""The mark of texts that a page shows in its own language."""

from __future__ import annotations


def message(text: str) -> str:
    """``text`` as it is: the call marks it for extraction, and it is translated where it is shown."""
    return text
