"""Changes as text for people, as Markdown, and as JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from timeline.comparing.changes import Change, date_in_words
from timeline.language.events import count_of

#: Written to changes.json. A breaking change increments the number; an added field does not.
FORMAT = "timeline-changes/1"
NONE = "No differences for readers"
#: Signs that mean something to Markdown wherever they stand.
_MARKUP = re.compile(r"[\\`*_\[\]<>#&|~]")


def as_text(changes: Sequence[Change]) -> str:
    """A line for each event that changes, below it its changes; the last line counts them.

    >>> print(as_text([Change("note", "a", "A", "2025-02-12", "B", "", "The note is gone: “B”.")]), end="")
    12 February 2025: A
      The note is gone: “B”.
    1 event changed
    """
    lines = []
    for head, group in _groups(changes):
        lines += [head] if head else []
        lines += [f"  {each.text}" if head else each.text for each in group]
    return "\n".join([*lines, counted(changes)]) + "\n"


def as_markdown(changes: Sequence[Change]) -> str:
    """The same as Markdown: a paragraph for each event, its changes as a list.

    >>> as_markdown([Change("withdrawn", "a", "A", "2025", "A", "", "Withdrawn.")]).split("\\n\\n")
    ['**2025: A**', '- Withdrawn.', '1 event withdrawn.\\n']
    """
    parts = []
    for head, group in _groups(changes):
        parts += [f"**{_escaped(head)}**"] if head else []
        parts.append("\n".join(f"- {_escaped(each.text)}" for each in group))
    return "\n\n".join([*parts, f"{counted(changes)}."]) + "\n"


def as_json(changes: Sequence[Change]) -> str:
    """The text of changes.json: what kind of change, of which event, from what to what, and in words.

    >>> json.loads(as_json([]))["counts"]["added"]
    0
    """
    counts = {**_counts(changes), "corrections": sum(each.kind == "correction" for each in changes)}
    value = {"format": FORMAT, "counts": counts, "changes": [asdict(each) for each in changes]}
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def counted(changes: Sequence[Change]) -> str:
    """How many events were added, withdrawn and changed, and how many corrections came.

    >>> counted([])
    'No differences for readers'
    """
    counts = _counts(changes)
    corrections = sum(each.kind == "correction" for each in changes)
    parts = [f"{count_of(number, 'event')} {what}" for what, number in counts.items() if number]
    parts += [count_of(corrections, "correction")] if corrections else []
    whole = any(each.kind in {"headline", "standfirst"} for each in changes)
    parts += ["the headline or standfirst changed"] if whole else []
    return ", ".join(parts) or NONE


def _counts(changes: Sequence[Change]) -> dict[str, int]:
    """How many events were added, withdrawn and changed; one that is only renamed has changed, too."""
    counts = {}
    for kind in ("added", "withdrawn"):
        counts[kind] = sum(each.kind == kind for each in changes)
    others = {each.event for each in changes if each.event and each.kind not in {"added", "withdrawn"}}
    return counts | {"changed": len(others)}


def _groups(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    """The changes of each event below its date and title; those of the whole timeline below ""."""
    for event, group in groupby(changes, lambda each: each.event):
        listed = list(group)
        title = " ".join(listed[0].title.split())
        yield (f"{date_in_words(listed[0].date)}: {title}" if event else "", listed)


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))
