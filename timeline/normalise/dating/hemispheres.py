"""On which side of the equator an event took place, as far as its place or zone says."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.zones.tables import side_of_country, side_of_zone
from timeline.model import Place


def hemisphere_of(places: Sequence[Place], zone: str) -> str:
    """ "south" if a place, or ``zone``, the event's, is there; "north" if all are there; else "".

    >>> hemisphere_of([Place("Kyiv", latitude=50.45), Place("Harare", country="ZW")], "Europe/Kyiv")
    'south'
    """
    sides = [*map(_side_of, places), side_of_zone(zone)]
    if "south" in sides:
        return "south"
    return "north" if "north" in sides else ""


def _side_of(place: Place) -> str:
    """By its coordinates, or else its country, or else its zone."""
    if place.latitude is not None:
        return "south" if place.latitude < 0 else "north"
    return side_of_country(place.country) or side_of_zone(place.zone)
