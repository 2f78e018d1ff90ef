"""Builds that are killed: the output is the old one or the new one, and the next build clears up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.crash import ROUNDS, STRIDE

ROOT = Path(__file__).parents[2]


def outcomes(how: str, home: Path) -> dict[str, int]:
    """How often tests/helpers/crash.py found which output; it stops at one that must not be."""
    command = [sys.executable, "-m", "tests.helpers.crash", how, str(home)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


@pytest.mark.usefixtures("can_exchange")
def test_a_build_killed_at_any_step_leaves_the_old_output_or_the_new(tmp_path: Path) -> None:
    found = outcomes("at every step", tmp_path / "home")

    assert found.keys() == {"old", "new"}
    assert min(found.values()) > 20 // STRIDE


@pytest.mark.usefixtures("can_exchange")
def test_a_build_killed_at_random_moments_leaves_the_old_output_or_the_new(tmp_path: Path) -> None:
    found = outcomes("at random moments", tmp_path / "home")

    assert found["old"] + found["new"] == ROUNDS
    assert found["with leftovers beside it"] > 0


def test_without_exchange_each_file_is_old_or_new_and_the_next_build_mends_what_is_mixed(
    tmp_path: Path,
) -> None:
    found = outcomes("at every step, in place", tmp_path / "home")

    assert found.keys() == {"old", "new"}
    assert min(found.values()) > 10 // STRIDE
