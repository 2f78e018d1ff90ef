"""Folders that are filled once in a run of the tests, whichever process of pytest-xdist asks first.

And builds without PNG files, for tests of pages.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

if TYPE_CHECKING:
    import pytest


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """No other process is at work here, except on Windows."""
    if os.name == "nt":
        yield
        return
    import fcntl

    with lock.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # released when the file is closed, or its process ends
        yield


def filled_once(factory: pytest.TempPathFactory, name: str, fill: Callable[[Path], object]) -> Path:
    """The folder ``name``, filled by the first process that asks for it. Tests must not change it."""
    is_worker = os.name != "nt" and "PYTEST_XDIST_WORKER" in os.environ
    base = factory.getbasetemp().parent if is_worker else factory.getbasetemp()
    folder, unfinished = base / name, base / f"{name}.unfinished"
    with _alone(base / f"{name}.lock"):
        if not folder.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            fill(unfinished)
            unfinished.rename(folder)
    return folder


@contextmanager
def without_pictures() -> Iterator[None]:
    """Builds within it make no PNG files, which take half of their time."""
    with patch("timeline.render.pictures.png.can_draw", lambda: False):
        yield
