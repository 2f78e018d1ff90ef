"""The house colours: six for the tracks, vetted against both papers, and the dark twin of any other."""

from __future__ import annotations

from typing import NamedTuple

from timeline.scene import Lane


class Ink(NamedTuple):
    """A track's colour on light and on dark paper, each "#rrggbb"."""

    light: str
    dark: str


#: Paper, the band behind every other track, and what is written and ruled on them.
LIGHT_PAPER, LIGHT_BAND = "#fffefb", "#f5f1ec"
INK, QUIET, RULE, ACCENT = "#1a1a1a", "#5f5a54", "#ddd6cd", "#a63b32"
#: The band on dark paper, the lightest ground that a colour has to be read on there.
DARK_BAND = "#202225"

#: Each at least 4.5:1 on paper and band (WCAG 2.2, 1.4.3), for they colour the tracks' names too.
INKS = (
    Ink("#a63b32", "#ef8f83"),
    Ink("#85600a", "#d9ad51"),
    Ink("#5c4a9e", "#b5a5ef"),
    Ink("#14599f", "#82b6ee"),
    Ink("#1b744b", "#6cc698"),
    Ink("#7c2a5d", "#dc93bd"),
)
#: The contrast that a colour given in ``_timeline.yaml`` is brought to on dark paper.
_CONTRAST = 4.5


def ink(lane: Lane) -> Ink:
    """The colours of a lane: its track's own, or the next of the house.

    >>> ink(Lane("Europe", 3, 0, 0, 0)).light
    '#14599f'
    """
    if not lane.colour:
        return INKS[lane.index % len(INKS)]
    return Ink(lane.colour, _lightened(lane.colour))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> list[float]:
    return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]


def _lightened(colour: str) -> str:
    """The colour mixed with as much white as it takes to be read on dark paper."""
    for percent in range(0, 101, 5):
        mixed = [round(255 * (c + (1 - c) * percent / 100)) for c in _channels(colour)]
        lighter = f"#{mixed[0]:02x}{mixed[1]:02x}{mixed[2]:02x}"
        if contrast(lighter, DARK_BAND) >= _CONTRAST:
            return lighter
    return "#ffffff"
