"""Writes files that are new: whatever is there already stays as it is."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from timeline.writing.errors import refusal


class TakenError(Exception):
    """Something has the place of a new file already; nothing was written. The message says what."""


def create_files(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write ``files`` (relative posix name -> bytes) into ``folder``: all of them or none.

    Raises TakenError if one of the names is taken, WriteError if the folder cannot be written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as home:
    ...     made = create_files(Path(home, "events"), {"a.yaml": b"title: A"})
    ...     [path.name for path in made]
    ['a.yaml']
    """
    targets = {folder / name: content for name, content in files.items()}
    for target in targets:
        if os.path.lexists(target):
            raise TakenError(f"{target} is already there")
    made: list[Path] = []
    for target, content in targets.items():
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("xb") as file:  # refuses a file that has come since, and follows no link
                made.append(target)
                file.write(content)
        except OSError as error:
            for path in made:
                with suppress(OSError):
                    path.unlink()
            if isinstance(error, FileExistsError) and os.path.lexists(target):
                raise TakenError(f"{target} is already there") from None
            raise refusal(target, error) from error
    return tuple(made)
