"""``_timeline.yaml``: title, tracks, eras, glossary and house style."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from timeline.normalise.format.field_types import (
    Address,
    Colour,
    DateOrder,
    Demand,
    Language,
    Line,
    LineOrLines,
    MarkShape,
    OriginCount,
    Prose,
    Record,
    Sentence,
    Zone,
)
from timeline.normalise.format.theme import ThemeRecord


class TrackRecord(Record):
    """A track: a row of the chart."""

    required = ("name",)

    name: Line = Field("", description="Its name.", examples=["Europe"])
    colour: Colour = Field(
        "", description="Default: the next of the default colours.", examples=["#1f5fa8"]
    )


class EraRecord(Record):
    """An era: a span in the background of the chart."""

    required = ("name", "from")

    name: Line = Field("", description="Its name.", examples=["Ceasefire talks"])
    from_: Line = Field("", alias="from", description="Its first day.", examples=["2025-02-12"])
    to: Line = Field(
        "",
        description="Its last day; without one, or with .., it is still going on.",
        examples=["2025-03-15"],
    )


class ViewRecord(Record):
    """The days that the chart shows first."""

    required = ("from", "to")

    from_: Line = Field("", alias="from", description="The first day shown.", examples=["1970-04-11"])
    to: Line = Field("", description="The last day shown.", examples=["1970-04-17"])


def _as_track(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


NameOrTrack = Annotated[TrackRecord, BeforeValidator(_as_track, json_schema_input_type=str | TrackRecord)]


class GlossaryRecord(Record):
    """Terms of the summaries in order, each with its meaning."""

    model_config = ConfigDict(extra="allow")
    example = "what it means"
    __pydantic_extra__: dict[str, Line] = Field(init=False)


class KindsRecord(Record):
    """Kinds of event, each with the shape of its marks."""

    model_config = ConfigDict(extra="allow")
    example = "disc"
    __pydantic_extra__: dict[str, MarkShape] = Field(init=False)


class CorrectionRecord(Record):
    """A correction of something that was published."""

    required = ("on", "text")

    on: Line = Field("", description="The day of the correction.", examples=["2025-03-14"])
    text: Sentence = Field(
        "",
        description="What was wrong and what is right, for the reader.",
        examples=["An earlier version gave the length of the call as 20 minutes."],
    )
    events: LineOrLines = Field(
        (), description="The ids of the events concerned.", examples=[["paris-summit"], "paris-summit"]
    )


class TimelineRecord(Record):
    """``_timeline.yaml``: the fields of the whole timeline."""

    required = ("title",)

    title: Line = Field("", description="The headline.", examples=["How Europe answered"])
    kicker: Line = Field("", description="The line above the headline.", examples=["Ukraine"])
    standfirst: Prose = Field("", description="The paragraph below it.", examples=["Five weeks of talks."])
    language: Language = Field("", description="A language tag; default: en.", examples=["en"])
    date_order: DateOrder = Field(
        "", description="How dates such as 03/04/2025 are read.", examples=["day-first"]
    )
    clock: Zone = Field(
        "",
        description="The IANA zone of the clock of the chart; default: the one most clock times share.",
        examples=["America/Chicago"],
    )
    tracks: tuple[NameOrTrack, ...] = Field(
        (), description="The tracks, from top to bottom.", examples=[["Europe", "Talks"]]
    )
    kinds: KindsRecord = Field(
        KindsRecord(),
        description="Kinds of event in addition to the built-in ones, each with the shape of its mark.",
        examples=[{"launch": "square"}],
    )
    eras: tuple[EraRecord, ...] = Field(
        (),
        description="Spans in the background of the chart.",
        examples=[[{"name": "Ceasefire talks", "from": "2025-02-12", "to": "2025-03-15"}]],
    )
    view: ViewRecord = Field(
        ViewRecord(),
        description="The days that the chart shows first; default: all of them.",
        examples=[{"from": "1970-04-11", "to": "1970-04-17"}],
    )
    glossary: GlossaryRecord = Field(
        GlossaryRecord(),
        description="Terms of the summaries, each with its meaning.",
        examples=[{"quorum": "How many have to be present for a vote to count."}],
    )
    updated: Line = Field(
        "",
        description="The day of the last update; default: the latest day of a correction or an event.",
        examples=["2025-03-15"],
    )
    corrections: tuple[CorrectionRecord, ...] = Field(
        (),
        description="What was wrong in what was published, and is corrected.",
        examples=[[{"on": "2025-03-14", "text": "The call lasted 90 minutes, not 20."}]],
    )
    independent_origins: OriginCount = Field(
        "",
        description="How many independent origins the sources of each main event must have; default: 1.",
        examples=["2"],
    )
    statements: Demand = Field(
        "",
        description="Whether every sentence of a summary must name its source, as in [1].",
        examples=["required"],
    )
    review: Demand = Field(
        "",
        description="Whether somebody must have checked every main event before a build.",
        examples=["required"],
    )
    theme: ThemeRecord = Field(
        ThemeRecord(),
        description="The house style: fonts by name, colours, corners.",
        examples=[{"colours": {"accent": "#00539f"}}],
    )
    base_url: Address = Field(
        "",
        description="The address at which the page will be published.",
        examples=["https://www.example.org/timeline/"],
    )
    credit: Line = Field("", description="Who made it.", examples=["Graphics: Example News"])
