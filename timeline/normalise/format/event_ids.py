"""The ids of events: what is allowed, and ids made from other texts."""

from __future__ import annotations

import re

from timeline.normalise.text import fold, quoted

#: An event's id: it becomes an HTML id and part of an address. "tl-" is kept for the page's own ids.
ID = r"^(?!tl-)[A-Za-z0-9][A-Za-z0-9._-]{0,79}$"
_LONGEST_ID = 80


def id_fault(text: str) -> tuple[str, str]:
    """What is wrong with ``text`` as an id, and a similar valid id, if any; ("", "") if it is valid.

    >>> id_fault("paris-summit")
    ('', '')
    >>> id_fault("réunion à Paris")[1]
    'reunion-a-paris'
    """
    if re.fullmatch(ID, text):
        return "", ""
    if text.startswith("tl-"):
        what = 'begins with "tl-", which the page keeps for itself'
    else:
        what = "is not made of letters a to z, digits, hyphens, dots and underscores (at most 80)"
    return f"{quoted(text)} {what}", slug(text)


def slug(text: str) -> str:
    """An id made of the Latin letters and the digits of ``text``; "" if it has none.

    >>> slug("Ever Given is refloated!"), slug("Саміт")
    ('ever-given-is-refloated', '')
    """
    letters = re.sub(r"[^a-z0-9._-]+", "-", fold(text)).removeprefix("tl-").strip("-._")
    if len(letters) > _LONGEST_ID:
        letters = letters[: _LONGEST_ID + 1].rpartition("-")[0] or letters[:_LONGEST_ID]
    return letters.strip("-._")
