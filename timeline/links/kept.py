"""What earlier runs found out, kept in a hidden folder beside the event files that Git ignores."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from timeline.links.judging import Finding, Outcome
from timeline.model.problems import Problem
from timeline.normalise.format import urls
from timeline.reading.files import File, read_bytes
from timeline.writing import WriteError, write_file

FOLDER, _FILE = ".timeline-links", "findings.json"
_MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A finding, and the day on which the address was asked."""

    finding: Finding
    day: date

    def is_fresh(self, today: date, max_age: int) -> bool:
        """Whether it need not be asked again: its outcome is known, and younger than so many days."""
        age = (today - self.day).days
        return self.finding.outcome is not Outcome.UNKNOWN and 0 <= age < max_age


def read_kept(events: Path) -> dict[str, Kept]:
    """What is known of each address; nothing where the file is missing, damaged or not ours."""
    folder = events / FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return {}
    path = folder / _FILE
    data = read_bytes(File(path, path.as_posix(), folder.resolve()), _MAX_BYTES)
    if isinstance(data, Problem):
        return {}
    try:
        listed = json.loads(data)["findings"].items()
        return {address: kept for address, entry in listed if (kept := _kept(entry))}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}


def write_kept(events: Path, known: Mapping[str, Kept]) -> None:
    """Keep what is known of each address, in place of what was kept before. Raises WriteError."""
    folder = events / FOLDER
    if folder.is_symlink():
        raise WriteError(f"cannot write {folder}: it is a link")
    listed = {address: _entry(kept) for address, kept in sorted(known.items())}
    text = json.dumps({"findings": listed}, ensure_ascii=False, indent=1)
    write_file(folder / ".gitignore", b"*\n")
    write_file(folder / _FILE, f"{text}\n".encode())


def _entry(kept: Kept) -> dict[str, str]:
    finding = kept.finding
    return {
        "outcome": finding.outcome,
        "words": finding.words,
        "new": finding.new,
        "day": kept.day.isoformat(),
    }


def _kept(entry: Any) -> Kept | None:
    """An entry of the file; None if it is damaged. Raises what an odd value raises."""
    finding = Finding(Outcome(entry["outcome"]), entry["words"], entry["new"])
    is_sound = isinstance(finding.words, str) and (finding.outcome is Outcome.MOVED) == bool(finding.new)
    if not is_sound or (finding.new and urls.refusal(finding.new)):
        return None
    return Kept(finding, date.fromisoformat(entry["day"]))
