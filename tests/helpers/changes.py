"""An event file to change, and which lines differ between two texts."""

from __future__ import annotations

import difflib

EVENT = """\
# How it began
title: Talks in Paris   # the first ones
date: 1998-03-05
track: "Europe"
# who was there
participants: [A, B]
summary: >
  They met.

  Then they left.

sources:
  # the best one
  - url: https://example.org/a
    publisher: Example News   # of record
  - {url: "https://example.org/b", publisher: Other News}
"""


def lines_changed(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that go from the first text to the second, and those that come."""
    found = [*difflib.ndiff(before.splitlines(), after.splitlines())]
    removed, added = ([line[2:] for line in found if line.startswith(sign)] for sign in ("- ", "+ "))
    return [line for line in removed if line], [line for line in added if line]
