"""The manifest: which files of a folder a build wrote, with which bytes. Nothing else is ever removed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from timeline.writing.checks import RESERVED_PREFIX, must_be_plain

#: The manifest's name in an output folder.
MANIFEST = f"{RESERVED_PREFIX}manifest.json"
_FORMAT = "timeline-manifest/1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that builds wrote in a folder: each name with the SHA-256 of its bytes in hexadecimal.

    ``build`` counts the builds that changed something; 0 where none was counted. ``kept`` are those of the
    files that belong to earlier builds alone, each with the number of the last build that it was part of.
    """

    files: Mapping[str, str]
    build: int = 0
    kept: Mapping[str, int] = field(default_factory=dict)

    @property
    def current(self) -> dict[str, str]:
        """The files of the last build."""
        return {name: digest for name, digest in self.files.items() if name not in self.kept}

    def as_json(self) -> bytes:
        """The text of the manifest.

        >>> print(Manifest({"a": "e3b0c442"}, 1).as_json().decode())
        {
         "build": 1,
         "files": {
          "a": "e3b0c442"
         },
         "format": "timeline-manifest/1",
         "kept": {}
        }
        <BLANKLINE>
        """
        record: dict[str, object] = {"format": _FORMAT, "files": dict(self.files)}
        if self.build:
            record |= {"build": self.build, "kept": dict(self.kept)}
        return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def manifest_of(folder: Path) -> Manifest:
    """The manifest in ``folder``; one without files where it is absent or damaged."""
    try:
        record = json.loads((folder / MANIFEST).read_bytes())
        hashes = {str(name): str(digest) for name, digest in record["files"].items()}
        kept = {str(name): int(number) for name, number in record.get("kept", {}).items()}
        for name in hashes:
            must_be_plain(name)
        found = Manifest(hashes, int(record.get("build", 0)), kept)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return Manifest({})
    is_ours = record.get("format") == _FORMAT and kept.keys() <= hashes.keys()
    return found if is_ours else Manifest({})


def read_manifest(folder: Path) -> Mapping[str, str]:
    """Name -> hash of what builds wrote in ``folder``; nothing where its manifest is absent or damaged."""
    return manifest_of(folder).files


@dataclass(frozen=True, slots=True)
class StaleFiles:
    """Files of an earlier build that the next one lacks: unchanged since, or changed by somebody."""

    as_written: tuple[str, ...]
    changed: tuple[str, ...]


def stale_files(names: Container[str], folder: Path) -> StaleFiles:
    """What a build wrote in ``folder``, is still there and not among ``names``."""
    gone = {
        name: is_as_written(folder / name, digest)
        for name, digest in sorted(read_manifest(folder).items())
        if name not in names and os.path.lexists(folder / name)
    }
    return StaleFiles(
        tuple(name for name, untouched in gone.items() if untouched),
        tuple(name for name, untouched in gone.items() if not untouched),
    )


def is_as_written(file: Path, digest: str) -> bool:
    """Whether ``file`` is no link and has the bytes with that SHA-256."""
    if file.is_symlink() or not file.is_file():
        return False
    return hashlib.sha256(file.read_bytes()).hexdigest() == digest
