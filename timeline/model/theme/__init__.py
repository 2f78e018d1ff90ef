"""The house style: two sets of colours, the names of fonts, and fonts that the pages bring along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a page, each "#rrggbb": two backgrounds, and the colours used on both of them.

    ``paper`` is the background of the page, ``band`` that of every other track and of boxes; ``ink`` is
    text, ``quiet`` secondary text, ``rule`` lines, ``accent`` the line above the headline, ``link`` links.
    """

    paper: str
    band: str
    ink: str
    quiet: str
    rule: str
    accent: str
    link: str

    @property
    def soft(self) -> str:
        """The ink of labels of statements: halfway between ``ink`` and ``quiet``, so as readable as these.

        >>> Colours("#fff", "#fff", "#1a1a1a", "#5f5a54", "", "", "").soft
        '#3c3a37'
        """
        pairs = ((int(self.ink[n : n + 2], 16), int(self.quiet[n : n + 2], 16)) for n in (1, 3, 5))
        return "#" + "".join(f"{(one + other) // 2:02x}" for one, other in pairs)

    @property
    def backgrounds(self) -> tuple[str, str]:
        """The colours behind text: every text colour must be readable on both."""
        return self.paper, self.band


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font as a WOFF2 file that the pages load: one style of the family ``family``.

    ``stem`` is the name of the file without folder and ending. Where pages load it from a folder above
    their own, ``above`` is the way there, such as "../".
    """

    family: str
    stem: str
    data: bytes = field(repr=False)
    is_bold: bool = False
    is_italic: bool = False
    above: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """The house style of a page; the defaults are the look of a page without one.

    ``headline`` and ``text`` are names of fonts, tried in order before the default fonts: those of the
    families of ``files``, and others if the reader's machine has them. ``radius`` is that of the corners of
    buttons and frames, in CSS px.

    ``labels`` and ``main_labels`` are the families of ``files`` for the labels in the chart, and for those
    of main events; "" for the default fonts. ``label_widths`` are the widths of their characters in
    thousandths of an em, by the kind of label: "regular", "bold" or, for main events, "serif".
    """

    light: Colours = Colours("#fffefb", "#f5f1ec", "#1a1a1a", "#5f5a54", "#ddd6cd", "#a63b32", "#14599f")
    dark: Colours = Colours("#17181a", "#202225", "#eceae6", "#aaa59d", "#3c3e42", "#ef8f83", "#82b6ee")
    headline: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    radius: int = 4
    files: tuple[FontFile, ...] = ()
    labels: str = ""
    main_labels: str = ""
    label_widths: Mapping[str, Mapping[str, int]] = field(
        default_factory=lambda: MappingProxyType({}), repr=False, hash=False
    )
