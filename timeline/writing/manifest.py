"""The manifest: which files of a folder a build wrote, with which bytes. Nothing else is ever removed."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.writing.checks import RESERVED_PREFIX, must_be_plain

#: The manifest's name in an output folder.
MANIFEST = f"{RESERVED_PREFIX}manifest.json"
_FORMAT = "timeline-manifest/1"


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The manifest of ``files``: each name with the SHA-256 of its bytes in hexadecimal, as JSON.

    >>> print(manifest({"a": b""}).decode())
    {
     "files": {
      "a": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
     },
     "format": "timeline-manifest/1"
    }
    <BLANKLINE>
    """
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    record = {"format": _FORMAT, "files": hashes}
    return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"


def read_manifest(folder: Path) -> dict[str, str]:
    """Name -> hash of what a build wrote in ``folder``; nothing where its manifest is absent or damaged."""
    try:
        record = json.loads((folder / MANIFEST).read_bytes())
        hashes = {str(name): str(digest) for name, digest in record["files"].items()}
        for name in hashes:
            must_be_plain(name)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}
    return hashes if record.get("format") == _FORMAT else {}


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
