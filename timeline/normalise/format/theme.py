"""``theme`` of ``_timeline.yaml``: the house style of the page."""

from __future__ import annotations

from pydantic import Field

from timeline.normalise.format.field_types import Colour, Fonts, Radius, Record


class FontsRecord(Record):
    """Fonts of the reader's own machine by name, the first that is there; none is fetched."""

    headline: Fonts = Field((), description="Of headlines and quotations.", examples=["Publico"])
    text: Fonts = Field((), description="Of all else but the chart.", examples=["Graphik"])


class ColoursRecord(Record):
    """Colours that differ from those of the house."""

    paper: Colour = Field("", description="The ground.", examples=["#ffffff"])
    band: Colour = Field("", description="The ground of every other track.", examples=["#f2f2f2"])
    ink: Colour = Field("", description="Text.", examples=["#1a1a1a"])
    quiet: Colour = Field("", description="Text of less weight.", examples=["#595959"])
    rule: Colour = Field("", description="Lines.", examples=["#d9d9d9"])
    accent: Colour = Field("", description="The line above the headline.", examples=["#00539f"])
    link: Colour = Field("", description="Links, and what is in focus.", examples=["#00539f"])


class ThemeRecord(Record):
    """The house style; what is left out is as without it."""

    fonts: FontsRecord = Field(
        FontsRecord(), description="Fonts by name.", examples=[{"headline": "Publico", "text": "Graphik"}]
    )
    colours: ColoursRecord = Field(
        ColoursRecord(), description="Colours by name.", examples=[{"accent": "#00539f"}]
    )
    dark: ColoursRecord = Field(
        ColoursRecord(), description="Those on a dark ground.", examples=[{"accent": "#7fb4e6"}]
    )
    radius: Radius = Field("", description="Of corners, in CSS pixels.", examples=["0"])
