"""``theme`` of ``_timeline.yaml``: the house style of the page."""

from __future__ import annotations

from pydantic import Field

from timeline.normalise.format.field_types import Colour, Fonts, Radius, Record


class FontsRecord(Record):
    """Names of fonts; the first that is installed on the reader's machine is used, none is downloaded."""

    headline: Fonts = Field((), description="The fonts of headlines and quotations.", examples=["Publico"])
    text: Fonts = Field(
        (), description="The fonts of everything else except the chart.", examples=["Graphik"]
    )


class ColoursRecord(Record):
    """Colours that replace the default ones."""

    paper: Colour = Field("", description="The background of the page.", examples=["#ffffff"])
    band: Colour = Field("", description="The background of every other track.", examples=["#f2f2f2"])
    ink: Colour = Field("", description="Text.", examples=["#1a1a1a"])
    quiet: Colour = Field("", description="Secondary text.", examples=["#595959"])
    rule: Colour = Field("", description="Lines.", examples=["#d9d9d9"])
    accent: Colour = Field("", description="The line above the headline.", examples=["#00539f"])
    link: Colour = Field(
        "", description="Links, and the outline of what has the focus.", examples=["#00539f"]
    )


class ThemeRecord(Record):
    """The house style; every field has a default."""

    fonts: FontsRecord = Field(
        FontsRecord(), description="Fonts by name.", examples=[{"headline": "Publico", "text": "Graphik"}]
    )
    colours: ColoursRecord = Field(
        ColoursRecord(), description="Colours by name.", examples=[{"accent": "#00539f"}]
    )
    dark: ColoursRecord = Field(
        ColoursRecord(), description="Colours on a dark background.", examples=[{"accent": "#7fb4e6"}]
    )
    radius: Radius = Field("", description="The radius of corners, in CSS pixels.", examples=["0"])
