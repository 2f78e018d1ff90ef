"""Who has checked an event, and whether it is still the event that was checked."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.model import Event


@dataclass(frozen=True, slots=True)
class Checked:
    """Somebody, by name, has held every statement of an event against its sources, on that day."""

    by: str
    on: date


def fingerprint(event: Event) -> str:
    """Eight digits and letters that change with what a checker reads: the texts and the date of an event,
    and of its sources the addresses, headlines and quoted words. Not with its track, say, or its id.
    """
    texts = (event.title, event.when.edtf, event.status, event.note, event.summary)
    sources = [
        (each.url, each.publisher, each.title, each.quote, each.speaker, each.says, each.page, each.at)
        for each in event.sources
    ]
    read = json.dumps([*texts, event.disputed, event.remark, sources])
    return hashlib.sha256(read.encode()).hexdigest()[:8]
