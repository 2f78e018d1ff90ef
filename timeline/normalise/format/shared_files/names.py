"""Entries of ``_people.yaml`` and ``_places.yaml``."""

from __future__ import annotations

from pydantic import Field

from timeline.normalise.format.field_types import Coordinates, Line, Lines, Record, Zone


class PersonRecord(Record):
    """A person or body, an entry of ``_people.yaml``."""

    required = ("name",)

    name: Line = Field("", description="The house spelling.", examples=["Volodymyr Zelensky"])
    role: Line = Field("", description="Their office.", examples=["President"])
    body: Line = Field("", description="The state or body they speak for.", examples=["Ukraine"])
    variants: Lines = Field((), description="Other spellings.", examples=[["Zelenskyy", "Zelenskiy"]])


class PlaceRecord(Record):
    """A place, an entry of ``_places.yaml``."""

    required = ("name",)

    name: Line = Field("", description="The house spelling.", examples=["Kyiv"])
    country: Line = Field("", description="Its country, as ISO code.", examples=["UA"])
    coordinates: Coordinates = Field("", description="Degrees north, east.", examples=["50.4501, 30.5234"])
    zone: Zone = Field("", description="Its IANA zone.", examples=["Europe/Kyiv"])
    variants: Lines = Field((), description="Other spellings.", examples=[["Kiev"]])
