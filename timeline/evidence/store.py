"""The private folder in which copies are kept, and what has been read from each.

A copy is stored under its SHA-256. Git ignores the folder: copies are for the desk, not for publication.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from timeline.evidence.kept_page import MAX_FILE, CopyError, KeptPage
from timeline.evidence.origins import runs, sample, signed_by
from timeline.model.problems import Problem
from timeline.reading.files import File, read_bytes
from timeline.writing import WriteError, write_file

#: The folder beside that of the event files.
FOLDER = ".timeline-evidence"
#: What is read from a copy is read anew when this changes.
_READER = 1
_SUFFIXES = (".html", ".mhtml", ".pdf", ".txt")


def digest_of(page: KeptPage) -> str:
    """The SHA-256 of a copy, which is its name in the store."""
    return sha256(page.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Wording:
    """A text, the agency by which it is signed, or "", and a sample of its runs of words."""

    agency: str
    sample: frozenset[int]
    text: str


@dataclass(frozen=True)
class Store:
    """The folder of kept copies. What was read from a copy is remembered, since it is asked for twice."""

    folder: Path

    def keep(self, page: KeptPage) -> str:
        """Keep a copy, and return its digest. Raises WriteError."""
        if self.folder.is_symlink():
            raise WriteError(f"cannot write {self.folder}: it is a link")
        digest = digest_of(page)
        files = {
            ".gitignore": b"*\n",
            f"{digest}{page.suffix}": page.content,
            f"{digest}.json": _packed(page),
        }
        for name, content in files.items():
            if self._bytes(self.folder / name) != content:
                write_file(self.folder / name, content)
        return digest

    def has(self, digest: str) -> bool:
        """Whether there is a copy of that name."""
        return self._path(digest) is not None

    def page(self, digest: str) -> KeptPage | None:
        """The copy, as it was read when it was kept; None if it is not here or has been changed since."""
        path = self._path(digest)
        content = self._bytes(path) if path else None
        if path is None or content is None or sha256(content).hexdigest() != digest:
            return None
        return _page_of(content, path.suffix, self._read(digest))

    def wording(self, digest: str) -> Wording | None:
        """Whose text a copy is, as far as it shows; None if the copy is not here."""
        read = self._read(digest)
        try:
            text, sampled = str(read["text"]), read.get("runs")
            found = sample(runs(text)) if sampled is None else frozenset(sampled)
            return Wording(str(read["agency"]), found, text)
        except (TypeError, KeyError):
            return None

    def _read(self, digest: str) -> Mapping[str, Any]:
        """What was read from a copy when it was kept; nothing if that is missing or damaged."""
        if digest not in self._known:
            try:
                read = json.loads(self._bytes(self.folder / f"{digest}.json") or b"")
            except (ValueError, RecursionError):
                read = None
            self._known[digest] = read if isinstance(read, dict) else {}
        return self._known[digest]

    @cached_property
    def _known(self) -> dict[str, Mapping[str, Any]]:
        return {}

    @cached_property
    def _within(self) -> Path:
        return self.folder.resolve()

    def _path(self, digest: str) -> Path | None:
        found = (self.folder / f"{digest}{suffix}" for suffix in _SUFFIXES)
        return next((path for path in found if path.is_file()), None)

    def _bytes(self, path: Path) -> bytes | None:
        data = read_bytes(File(path, path.as_posix(), self._within), MAX_FILE)
        return None if isinstance(data, Problem) else data


def _packed(page: KeptPage) -> bytes:
    read = {
        "reader": _READER,
        "address": page.address,
        "day": page.day.isoformat() if page.day else "",
        "tool": page.tool,
        "titles": page.titles,
        "authors": page.authors,
        "published": page.published,
        "language": page.language,
        "agency": signed_by(page.text, page.authors),
        "runs": sorted(sample(runs(page.text))),
        "text": page.text,
    }
    return f"{json.dumps(read, ensure_ascii=False, indent=1)}\n".encode("utf-8", "replace")


def _page_of(content: bytes, suffix: str, read: Mapping[str, Any]) -> KeptPage | None:
    """What was read of a copy; read anew where that is missing, damaged or of another reader."""
    try:
        if read["reader"] == _READER and isinstance(read["text"], str):
            return _page(content, suffix, read)
    except (ValueError, TypeError, KeyError):
        pass
    from timeline.evidence.copies import read_pages

    try:
        return next(read_pages(content, bool), None)
    except CopyError:
        return None


def _page(content: bytes, suffix: str, read: Mapping[str, Any]) -> KeptPage:
    return KeptPage(
        content,
        suffix,
        read["text"],
        address=str(read["address"]),
        day=date.fromisoformat(read["day"]) if read["day"] else None,
        tool=str(read["tool"]),
        titles=tuple(map(str, read["titles"])),
        authors=tuple(map(str, read["authors"])),
        published=tuple(map(str, read["published"])),
        language=str(read["language"]),
    )
