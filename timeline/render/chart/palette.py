"""The colours of the tracks: six defaults, and how custom ones are adjusted so that they can be read."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from timeline.model.theme import Theme
from timeline.model.theme.contrast import readable


class TrackColour(NamedTuple):
    """A track's colour on the light page and on the dark one, each "#rrggbb"."""

    light: str
    dark: str


#: Each has a contrast of at least 4.5:1 on the default paper and band (WCAG 2.2, 1.4.3), for tracks' names.
TRACK_COLOURS = (
    TrackColour("#a63b32", "#ef8f83"),
    TrackColour("#85600a", "#d9ad51"),
    TrackColour("#5c4a9e", "#b5a5ef"),
    TrackColour("#14599f", "#82b6ee"),
    TrackColour("#1b744b", "#6cc698"),
    TrackColour("#7c2a5d", "#dc93bd"),
)


@cache  # for each mark of each chart
def track_colour(index: int, own: str, theme: Theme) -> TrackColour:
    """The colours of the track at ``index``: its ``own`` ("#rrggbb"), or the next default where that is "".

    A track's own colour is kept on the light page; all others are adjusted until they can be read on the
    theme's backgrounds.

    >>> track_colour(3, "", Theme()).light
    '#14599f'
    """
    default = TRACK_COLOURS[index % len(TRACK_COLOURS)]
    return TrackColour(
        own or readable(default.light, theme.light.backgrounds),
        readable(own or default.dark, theme.dark.backgrounds),
    )
