"""The ids of imported events, and the names of their files."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.importing.dating import day_of
from timeline.importing.draft import Draft
from timeline.normalise.text import fold

#: Names of devices on Windows, which no file there can have.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_LONGEST_SLUG = 60
#: More events of one day than there are letters are in the order of their ids.
_LETTERS = 26


def id_of(title: str, where: str) -> str:
    """An id made of the title, or of the place where that has no letters from a to z."""
    letters = re.sub(r"[^a-z0-9]+", "-", fold(title[:200])).removeprefix("tl-").strip("-")
    if not re.search("[a-z]", letters) or len(letters) * 3 < len(re.findall(r"\w", title[:200])):
        letters = re.sub(r"[^a-z0-9]+", "-", fold(where)).strip("-") or "event"
    if len(letters) > _LONGEST_SLUG:
        letters = letters[: _LONGEST_SLUG + 1].rpartition("-")[0] or letters[:_LONGEST_SLUG]
    return letters.strip("-")


def unused(name: str, counts: Counter[str], *taken: set[str]) -> str:
    """``name``, with the next number if it is taken."""
    while True:
        counts[name] += 1
        numbered = f"{name}-{counts[name]}" if counts[name] > 1 else name
        if not any(numbered in each for each in taken):
            return numbered


def stems(drafts: Sequence[Draft]) -> Iterator[str]:
    """The names of the events' files without their extension: a letter keeps events of one day in order."""
    days = [day_of(str(draft.fields.get("date", ""))) for draft in drafts]
    alike, used = Counter(days), Counter[str]()
    for draft, day in zip(drafts, days, strict=True):
        id_ = str(draft.fields["id"])
        if day:
            letter = chr(ord("a") + used[day]) if 1 < alike[day] <= _LETTERS else ""
            used[day] += 1
            yield f"{day}{letter}-{id_}"
        else:
            is_odd = _DEVICES.fullmatch(id_) or re.match(r"[\d_.]", id_)
            yield f"undated-{id_}" if is_odd else id_
