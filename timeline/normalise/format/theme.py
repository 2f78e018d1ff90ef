"""``theme`` of ``_timeline.yaml``: the house style of the page."""

from __future__ import annotations

from pydantic import Field

from timeline.normalise.format.field_types import Colour, Font, FontPath, Fonts, Radius, Record

#: The fields of a family that name its files.
STYLES = ("regular", "bold", "italic", "bold_italic")


class FontFamilyRecord(Record):
    """A family of fonts whose files stand beside the event files."""

    required = ("name",)

    name: Font = Field("", description="Its name.", examples=["Graphik"])
    regular: FontPath = Field(
        "", description="The WOFF2 file of upright letters.", examples=["fonts/graphik-regular.woff2"]
    )
    bold: FontPath = Field("", description="That of bold ones.", examples=["fonts/graphik-bold.woff2"])
    italic: FontPath = Field("", description="That of italic ones.", examples=["fonts/graphik-it.woff2"])
    bold_italic: FontPath = Field(
        "", description="That of bold italic ones.", examples=["fonts/graphik-bold-it.woff2"]
    )


class FontsRecord(Record):
    """Names of fonts; the first that is in ``files`` or installed on the reader's machine is used."""

    headline: Fonts = Field((), description="The fonts of headlines and quotations.", examples=["Publico"])
    text: Fonts = Field(
        (), description="The fonts of everything else except the chart.", examples=["Graphik"]
    )
    labels: Font = Field("", description="The family of files for the chart.", examples=["Graphik"])
    main_labels: Font = Field(
        "", description="The family of files for the labels of main events.", examples=["Publico"]
    )
    files: tuple[FontFamilyRecord, ...] = Field(
        (),
        description="The font families that the pages bring along.",
        examples=[[{"name": "Graphik", "regular": "fonts/graphik-regular.woff2"}]],
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
