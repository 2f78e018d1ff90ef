"""The contrast of two colours, as WCAG 2.2 defines it; every colour is "#rrggbb"."""

from __future__ import annotations

from collections.abc import Iterable

#: The least contrast of text to its background (WCAG 2.2, 1.4.3), and that of marks and frames (1.4.11).
TEXT, MARK = 4.5, 3.0


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def lowest_contrast(colour: str, backgrounds: Iterable[str]) -> float:
    """The lowest contrast of ``colour`` with any of ``backgrounds`` (at least one).

    >>> lowest_contrast("#000000", ["#ffffff", "#000000"])
    1.0
    """
    return min(contrast(colour, background) for background in backgrounds)


def readable(colour: str, backgrounds: Iterable[str], least: float = TEXT) -> str:
    """``colour`` mixed with as little white or black, in steps of a twentieth, as it needs for a contrast
    of ``least`` with each of ``backgrounds``; white or black itself if no mixture is enough.

    >>> readable("#14599f", ["#ffffff"]), readable("#14599f", ["#17181a", "#202225"])
    ('#14599f', '#6693c1')
    """
    backgrounds = tuple(backgrounds)
    end = max("#ffffff", "#000000", key=lambda extreme: lowest_contrast(extreme, backgrounds))
    for twentieths in range(20):
        mixed = _mixed(colour, end, twentieths / 20)
        if lowest_contrast(mixed, backgrounds) >= least:
            return mixed
    return end


def _mixed(colour: str, other: str, share: float) -> str:
    """``colour`` mixed with ``share`` (0 to 1) of ``other``."""
    parts = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(255 * (a + (b - a) * share)):02x}" for a, b in parts)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
