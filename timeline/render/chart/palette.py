"""The colours of the tracks: six of the house, vetted against its grounds, and what others come to."""

from __future__ import annotations

from typing import NamedTuple

from timeline.model.contrast import readable
from timeline.model.scene import Lane
from timeline.model.theme import Theme


class Ink(NamedTuple):
    """A track's colour on the light page and on the dark one, each "#rrggbb"."""

    light: str
    dark: str


#: Each at least 4.5:1 on the house's paper and band (WCAG 2.2, 1.4.3), for they colour tracks' names too.
INKS = (
    Ink("#a63b32", "#ef8f83"),
    Ink("#85600a", "#d9ad51"),
    Ink("#5c4a9e", "#b5a5ef"),
    Ink("#14599f", "#82b6ee"),
    Ink("#1b744b", "#6cc698"),
    Ink("#7c2a5d", "#dc93bd"),
)


def ink(lane: Lane, theme: Theme) -> Ink:
    """The colours of a lane: its track's own, as it is given on the light page, or the next of the house.

    All others are brought to where they can be read on the theme's grounds.

    >>> ink(Lane("Europe", 3, 0, 0, 0), Theme()).light
    '#14599f'
    """
    given, house = lane.colour, INKS[lane.index % len(INKS)]
    return Ink(
        given or readable(house.light, theme.light.grounds),
        readable(given or house.dark, theme.dark.grounds),
    )
