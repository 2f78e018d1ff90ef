"""The sizes of cards, in px, and how large type must be on each to be read on a phone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """A card's size, margins and sizes of type, in px.

    ``top`` and ``foot`` are the baselines of its first line and of its last. ``small`` is the size of notes
    and dates, ``label`` that of labels; ``headlines`` are the sizes to try for the headline, which may take
    the share ``headline_share`` of the height between ``top`` and ``foot``.
    """

    width: int
    height: int
    margin: float
    top: float
    foot: float
    small: float
    label: float
    headlines: tuple[float, ...]
    headline_share: float

    @property
    def name(self) -> str:
        """The size as it is written on the command line.

        >>> LINK.name
        '1200x630'
        """
        return f"{self.width}x{self.height}"

    @property
    def room(self) -> float:
        """Px between the left margin and the right one."""
        return self.width - 2 * self.margin

    @property
    def is_upright(self) -> bool:
        """Whether it is so high that a list has room below the graphic."""
        return self.height >= self.width

    @property
    def headline_end(self) -> float:
        """The height (y) above which the headline ends."""
        return self.top + self.headline_share * (self.foot - self.top)


#: The size of link previews: https://ogp.me/, https://developer.x.com/en/docs/x-for-websites/cards
LINK = Sheet(1200, 630, 60, 70, 600, 29, 32, (56, 52, 46, 42, 38, 34, 32), 0.3)
#: Square and upright posts, and a story, whose top and bottom the buttons of the app cover. A phone shows
#: them at about a third of their size.
SQUARE = Sheet(1080, 1080, 64, 92, 1030, 34, 40, (76, 68, 60, 54, 48, 42, 36), 0.25)
PORTRAIT = Sheet(1080, 1350, 64, 98, 1296, 36, 44, (88, 80, 72, 64, 56, 48, 42, 36), 0.25)
STORY = Sheet(1080, 1920, 72, 284, 1650, 38, 46, (96, 88, 80, 72, 64, 56, 48, 42, 36), 0.25)
SHEETS: dict[str, Sheet] = {sheet.name: sheet for sheet in (LINK, SQUARE, PORTRAIT, STORY)}


def nearest(width: int, height: int) -> Sheet:
    """The sheet whose shape is most like that of another size.

    >>> nearest(1920, 1080).name, nearest(1000, 1000).name
    ('1200x630', '1080x1080')
    """

    def difference(sheet: Sheet) -> float:
        one, other = width * sheet.height, height * sheet.width
        return max(one, other) / max(1, min(one, other))

    return min(SHEETS.values(), key=difference)
