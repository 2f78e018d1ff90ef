"""Sheets of paper, in mm; a browser prints 96 CSS px to the inch (https://www.w3.org/TR/css-values-4/)."""

from __future__ import annotations

from dataclasses import dataclass

_PX_IN_MM = 96 / 25.4


@dataclass(frozen=True, slots=True)
class Paper:
    """A portrait sheet. ``name`` is its name in CSS's ``@page { size }``; all four sides have ``margin``.

    >>> round(PAPERS["a4"].text_width), round(PAPERS["letter"].text_height)
    (680, 943)
    """

    name: str
    width: float
    height: float
    margin: float = 15.0

    @property
    def text_width(self) -> float:
        """CSS px between the margins."""
        return (self.width - 2 * self.margin) * _PX_IN_MM

    @property
    def text_height(self) -> float:
        """CSS px between the margins."""
        return (self.height - 2 * self.margin) * _PX_IN_MM


PAPERS = {"a4": Paper("A4", 210, 297), "letter": Paper("letter", 215.9, 279.4)}
