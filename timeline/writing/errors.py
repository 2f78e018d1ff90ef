"""Errors of writing, in a sentence that a person can act on."""

from __future__ import annotations

from pathlib import Path


class WriteError(Exception):
    """A file or folder cannot be written; the message names it and says why."""


def refusal(path: Path, error: OSError) -> WriteError:
    """The system's error about ``path`` as a WriteError.

    >>> str(refusal(Path("output/index.html"), OSError(28, "No space left on device")))
    'cannot write output/index.html: No space left on device'
    """
    reasons = {
        FileExistsError: "a file exists where a folder is needed",
        NotADirectoryError: "a file exists where a folder is needed",
        IsADirectoryError: "a folder exists where this file is needed",
    }
    return WriteError(f"cannot write {path}: {reasons.get(type(error), error.strerror or str(error))}")
