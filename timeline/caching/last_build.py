"""The report of the last build into each folder, with its fingerprint and the hash of its manifest."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import platformdirs

from timeline.model.export import Heading, Report
from timeline.model.problems import Location, Problem
from timeline.writing import WriteError, write_file
from timeline.writing.manifest import MANIFEST, is_as_written, manifest_of


def recall(output: Path, fingerprint: str | None) -> Report | None:
    """The report of the build that would write exactly what stands in ``output``; None if that is not sure.

    None for another fingerprint, for an output of which a file was changed, added to the manifest or
    removed, and for a record that is damaged or that others may have written.
    """
    place = _place(output)
    if fingerprint is None or not _is_ours(place):
        return None
    try:
        record = json.loads(place.read_bytes())
        if record["fingerprint"] != fingerprint or record["manifest"] != _manifest_hash(output):
            return None
        report = _report(record["report"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    written = manifest_of(output).files.items()
    return report if all(is_as_written(output / name, digest) for name, digest in written) else None


def remember(output: Path, fingerprint: str | None, report: Report) -> None:
    """Notes what a build wrote; a folder for caches that cannot be written changes nothing.

    A build that left a file to its owner is not noted: the next one has to look again.
    """
    if fingerprint is None or report.kept:
        return
    place = _place(output)
    try:
        record = {
            "fingerprint": fingerprint,
            "manifest": _manifest_hash(output),
            "report": asdict(report),
        }
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_file(place, json.dumps(record, default=str, ensure_ascii=False).encode("utf-8", "replace"))
    except (OSError, WriteError):
        return


def _place(output: Path) -> Path:
    """The file that remembers the last build into a folder."""
    name = hashlib.sha256(os.path.realpath(output).encode("utf-8", "surrogatepass")).hexdigest()
    return platformdirs.user_cache_path("timeline", appauthor=False) / "builds" / f"{name[:32]}.json"


def _is_ours(place: Path) -> bool:
    """Whether no other user may have written a file. Windows closes home folders itself."""
    if sys.platform == "win32":
        return True
    try:
        statuses = (place.lstat(), place.parent.stat())
    except OSError:
        return False
    return all(status.st_uid == os.geteuid() and not status.st_mode & 0o022 for status in statuses)


def _manifest_hash(output: Path) -> str:
    return hashlib.sha256((output / MANIFEST).read_bytes()).hexdigest()


def _report(record: Mapping[str, Any]) -> Report:
    """The report that was noted; KeyError, TypeError or ValueError if it is none."""
    values = dict(record)
    values["files"] = tuple((Path(name), int(length)) for name, length in values["files"])
    values["warnings"] = tuple(map(_problem, values["warnings"]))
    values["heading"] = Heading(**values["heading"]) if values["heading"] else None
    for name in ("omissions", "missing_glyphs", "kept", "shared"):
        values[name] = tuple(map(str, values[name]))
    return Report(**values)


def _problem(record: Mapping[str, Any]) -> Problem:
    return Problem(**{**record, "location": Location(**record["location"])})
