"""Builds that are killed: each file is the old one or the new, and the next build completes the rest."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.helpers.crash import ROUNDS, STRIDE

ROOT = Path(__file__).parents[2]


def outcomes(how: str, home: Path) -> dict[str, int]:
    """How often tests/helpers/crash.py found which page; it stops at an output that must not be."""
    command = [sys.executable, "-m", "tests.helpers.crash", how, str(home)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


def test_a_build_killed_at_any_step_leaves_whole_files_and_the_next_build_completes_them(
    tmp_path: Path,
) -> None:
    found = outcomes("at every step", tmp_path / "home")

    assert found.keys() == {"old", "new"}
    assert min(found.values()) > 5 // STRIDE


def test_a_build_killed_at_random_moments_leaves_whole_files_and_the_next_build_completes_them(
    tmp_path: Path,
) -> None:
    found = outcomes("at random moments", tmp_path / "home")

    assert found["old"] + found["new"] == ROUNDS
    assert found["with leftovers in it"] > 0
