"""Texts that are made to be slow: files of nothing but faults, and words that may be read in many ways.

Tests take them small, for what is said of them; ``tests.benchmarks.hostile`` takes them as large as files
may be, for the time that it takes.
"""

from __future__ import annotations

from math import isqrt

from tests.helpers.event_files import EVENT, SOURCE

#: As large as the larger files of ``not_events`` and ``faulty_events`` can be and still be read.
LARGEST = 4_900_000


def not_events(size: int) -> dict[str, tuple[str, list[str]]]:
    """Files of so many characters that are no events, by name, each with the codes of its faults."""
    levels = isqrt(2 * size) - 3  # as many as give so many characters
    return {
        "brackets": ("[" * size, ["E006"]),
        "dashes": ("- " * (size // 2), ["E006"]),
        "question marks": ("? " * (size // 2), ["E006"]),
        "deep indentation": ("".join(f"{' ' * depth}a:\n" for depth in range(levels)), ["E006"]),
        "one long line": ("a" * size, []),
        "a far indent": (f"x: y\n{' ' * (size - 20)}a:\n", ["E003"]),
        "dashes below a field": (f"a: b\n{'- ' * (size // 2)}c\n", ["E003"]),
        "brackets side by side": (f"[{'[], ' * (size // 4)}]", ["E006"]),
        "aliases side by side": (f"[{'*a, ' * (size // 4)}]", ["E005"] * 101),
        "many values": ("- a\n" * (size // 4), ["E006"]),
        "many lines": ("\n" * size, ["E008"]),
        "an open quote": ('"' + "a " * (size // 2), ["E003"]),
        "controls": ("\x00" * size, ["E009"] * 101),
        "too large": ("a" * 5_000_001, ["E006"]),
    }


def faulty_events(size: int) -> dict[str, str]:
    """Files that can be read and are at fault all over, by name: ``size`` letters or a 50th in items."""
    many = size // 50
    return {
        "unknown fields": EVENT + "".join(f"k{number}: x\n" for number in range(many // 2)),
        "empty sources": EVENT + "sources:\n" + "- {}\n" * many,
        "empty events": "- {}\n" * many,
        "texts for events": "- x\n" * many,
        "one participant": EVENT + SOURCE + "participants:\n" + "- p\n" * many,
        "related to nothing": EVENT + SOURCE + "related:\n" + "- p\n" * many,
        "text direction": EVENT + SOURCE + "participants:\n" + '- "\u202e"\n' * many,
        "a long title": f"title: {'word ' * (size // 5)}\ntrack: Talks\n{SOURCE}",
        "a long address": EVENT + SOURCE.replace("story", "s" * size),
        "a long host": EVENT + SOURCE.replace("www", "a." * (size // 2) + "b"),
        "a long id": EVENT + SOURCE + f"id: {'x' * size}\n",
        "a long date": EVENT + SOURCE + f"date: {'2025 ' * (size // 5)}\n",
        "a long zone": EVENT + SOURCE + f"zone: {'x/' * (size // 2)}\n",
        "a long language": EVENT + SOURCE.replace("}]", f", language: {'x-' * (size // 2)}x}}]"),
    }


#: Pieces of phrases that a pattern may go back over again and again.
HOSTILE_PIECES = (
    *("(", "?", "-", "1 ", "to ", "on ", "about ", "1-", "a", "17-", "the night of ", "x ", "um ", "mar "),
)


def hostile_phrase(piece: str) -> str:
    """As many of a piece as a phrase may have, and an end that fits none."""
    return (piece * 100)[:99] + "!"
