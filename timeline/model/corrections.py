"""What was corrected after publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction as readers are told of it: its day, a text, and the ids of the events concerned."""

    day: date
    text: str
    events: tuple[str, ...] = ()
