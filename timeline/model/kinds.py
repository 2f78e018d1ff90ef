"""Kinds of event, the shape of the mark that shows each of them, and kinds of source."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """The shape of a mark: it shows the kind of an event, as its colour shows the track."""

    DISC = "disc"
    RING = "ring"
    DOT = "dot"
    SQUARE = "square"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event, and the shape of its marks."""

    name: str
    shape: Shape


#: The kinds that every timeline has. Discs are meetings, rings are talks by telephone or video, dots are
#: statements, squares are decisions.
DEFAULT_KINDS = (
    Kind("summit", Shape.DISC),
    Kind("talks", Shape.DISC),
    Kind("visit", Shape.DISC),
    Kind("call", Shape.RING),
    Kind("vote", Shape.SQUARE),
    Kind("statement", Shape.DOT),
    Kind("agreement", Shape.SQUARE),
    Kind("decision", Shape.SQUARE),
)
#: The kinds of publisher that a source may have. "press" is any paper or broadcaster, "regional" one of a
#: region: both are older and less exact than the others.
SOURCE_KINDS = (
    *("official", "agency", "broadcaster", "newspaper", "magazine", "local", "reference", "social"),
    *("aggregator", "state-media", "press", "regional"),
)
