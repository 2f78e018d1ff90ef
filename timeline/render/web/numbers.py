"""Numbers of events in few characters."""

from __future__ import annotations

from collections.abc import Iterable


def runs(numbers: Iterable[int]) -> str:
    """Numbers as runs of one after the other.

    >>> runs([3, 1, 0, 2, 7])
    '0-3 7'
    """
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and found[-1][-1] == number - 1:
            found[-1][1:] = [number]
        else:
            found.append([number])
    return " ".join("-".join(map(str, run)) for run in found)
