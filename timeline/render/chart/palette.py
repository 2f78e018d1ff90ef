"""The colours of the tracks: ten defaults, and how custom ones are adjusted so that they can be read."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from timeline.model.theme import Theme
from timeline.model.theme.contrast import MARK, readable


class TrackColour(NamedTuple):
    """A track's colour on the light page and on the dark one, each "#rrggbb": that of its marks, and that
    of texts such as its name.
    """

    light: str
    dark: str
    light_text: str
    dark_text: str


#: On the default paper and band, marks have a contrast of at least 3:1 (WCAG 2.2, 1.4.11), texts of 4.5:1
#: (1.4.3).
TRACK_COLOURS = (
    TrackColour("#cc3a2f", "#ff7a6b", "#b3261e", "#ff9386"),
    TrackColour("#b47a00", "#e3b04b", "#7d5a00", "#e6bb63"),
    TrackColour("#7657c4", "#a98ff0", "#5b44a8", "#bba6f5"),
    TrackColour("#1f6fc0", "#5fa8f0", "#14599f", "#82bcf5"),
    TrackColour("#1d8f5f", "#4fc28d", "#176b46", "#6fd0a3"),
    TrackColour("#a3326f", "#e079b0", "#8a2560", "#ea96c3"),
    TrackColour("#6b7580", "#9aa5b1", "#505a66", "#b1bbc6"),
    TrackColour("#0b8a9e", "#3fc3d6", "#006577", "#66d0e0"),
    TrackColour("#8a5434", "#cf9b79", "#6b3a2a", "#dbae92"),
    TrackColour("#7a8c00", "#bccb4d", "#556000", "#c8d56a"),
)


@cache  # for each mark of each chart
def track_colour(index: int, own: str, theme: Theme) -> TrackColour:
    """The colours of the track at ``index``: its ``own`` ("#rrggbb"), or the next default where that is "".

    The marks of a track on the light page keep its own colour; all other colours are adjusted until they
    can be seen, or read, on the theme's backgrounds.

    >>> track_colour(3, "", Theme()).light
    '#1f6fc0'
    """
    default = TRACK_COLOURS[index % len(TRACK_COLOURS)]
    light, dark = theme.light.backgrounds, theme.dark.backgrounds
    return TrackColour(
        own or readable(default.light, light, MARK),
        readable(own or default.dark, dark, MARK),
        readable(own or default.light_text, light),
        readable(own or default.dark_text, dark),
    )
