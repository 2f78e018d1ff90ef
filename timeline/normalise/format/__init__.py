"""The file format, one model per kind of record: every value is a text or a list.

Python takes any field as absent when it is empty, so that a record with faults can still be
searched for more of them; ``required`` names those that may not be. Descriptions and
examples serve the messages and the JSON Schema alike.
"""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple, Self, TypeVar

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    model_validator,
)

from timeline.model.records import Path
from timeline.normalise.format import checks as v
from timeline.normalise.format.field_types import (
    Address,
    Colour,
    Coordinates,
    DateOrder,
    Dispute,
    Distance,
    EventKind,
    Flag,
    Id,
    Language,
    Line,
    LineOrLines,
    Lines,
    Prose,
    Record,
    SourceKind,
    Status,
    Tense,
    Zone,
)
from timeline.normalise.format.theme import ColoursRecord, FontsRecord, ThemeRecord


class SourceRecord(Record):
    """Where a claim can be checked."""

    required = ("url", "publisher")

    url: Address = Field(
        "", description="The full http or https address.", examples=["https://www.example.org/story"]
    )
    publisher: Line = Field("", description="Who published it.", examples=["Example News"])
    title: Line = Field("", description="Its headline.", examples=["Leaders meet in Paris"])
    author: LineOrLines = Field(
        (),
        description="Who wrote it: a person with the family name first, or a body; or a list of them.",
        examples=['"Doe, Jane"', ['"Doe, Jane"', "World Bank"]],
    )
    published: Line = Field(
        "",
        description="The day it appeared, or words counted from `accessed`; else the month or year.",
        examples=["2025-02-17"],
    )
    accessed: Line = Field(
        "",
        description="The day it was looked at, with the time where that matters.",
        examples=["2025-03-01", "2025-03-01T09:30"],
    )
    zone: Zone = Field("", description="IANA zone of its clock times.", examples=["Europe/Kyiv"])
    archived: Address = Field(
        "", description="The address of an archived copy.", examples=["https://archive.example.org/123"]
    )
    language: Language = Field("", description="Its language; default: the timeline's.", examples=["en"])
    kind: SourceKind = Field("press", description="What sort of publisher.", examples=["press"])
    says: Line = Field("", description="The date as this source words it.", examples=["Monday"])
    says_language: Language = Field(
        "", description="Of `says`, where it is a translation; default: the source's own.", examples=["en"]
    )
    relative_to: Line = Field(
        "", description="The id of the event from which `says` counts.", examples=["paris-summit"]
    )
    tense: Tense = Field(
        "", description="Whether it tells of what was, or of what was to come.", examples=["past"]
    )
    quote: Line = Field(
        "", description="What was said, word for word.", examples=["there must be a US backstop"]
    )
    speaker: Line = Field("", description="Who said it.", examples=["Keir Starmer"])


class RelativeDateRecord(Record):
    """A date counted from that of another event: by so much, or in words."""

    after: Line = Field("", description="The id of the event before it.", examples=["paris-summit"])
    before: Line = Field("", description="The id of the event after it.", examples=["riyadh-talks"])
    by: Distance = Field("", description="How far from it.", examples=["2 days"])
    relative_to: Line = Field(
        "", description="The id of the event that `says` counts from.", examples=["paris-summit"]
    )
    says: Line = Field("", description="The words.", examples=["the day before"])

    @property
    def anchor(self) -> tuple[str, str]:
        """The field that names the other event, and its id."""
        return next(
            (name, id_) for name in ("after", "before", "relative_to") if (id_ := getattr(self, name))
        )

    @model_validator(mode="after")
    def _check_pair(self) -> Self:
        """Two fields make a date, and no others may stand beside them."""
        given = {name for name in type(self).model_fields if getattr(self, name)}
        if given not in ({"after", "by"}, {"before", "by"}, {"relative_to", "says"}):
            event = self.after or self.before or self.relative_to or "paris-summit"
            way = "relative_to" if "relative_to" in given else "before" if self.before else "after"
            rest = "says: the day before" if way == "relative_to" else f"by: {self.by or '2 days'}"
            message = "takes after and by, before and by, or relative_to and says"
            raise v.BadValueError("E021", message, f"{{{way}: {event}, {rest}}}")
        return self


def _date_tag(value: object) -> str:
    return "relative" if isinstance(value, dict | RelativeDateRecord) else "absolute"


Date = Annotated[
    Annotated[Line, Tag("absolute")] | Annotated[RelativeDateRecord, Tag("relative")],
    Discriminator(_date_tag),
]


class EventRecord(Record):
    """One event."""

    required = ("title", "track", "sources")

    id: Id = Field("", description="Default: the file name without its date.", examples=["paris-summit"])
    title: Line = Field(
        "", description="What happened, in a line.", examples=["European leaders meet in Paris"]
    )
    label: Line = Field(
        "", description="A short title for the chart.", examples=["Emergency summit in Paris"]
    )
    date: Date = Field(
        "",
        description="ISO, EDTF or plain words; or counted from another event.",
        examples=["2025-02-17", {"after": "paris-summit", "by": "2 days"}],
    )
    time: Line = Field("", description="Local time, or a span of it.", examples=["16:00", "16:00/19:00"])
    zone: Zone = Field("", description="IANA zone; default: the place's.", examples=["Europe/Paris"])
    place: LineOrLines = Field(
        (), description="One place or several.", examples=["Paris", ["Paris", "Moscow"]]
    )
    venue: Line = Field("", description="The building or room.", examples=["Élysée Palace"])
    track: Line = Field("", description="The lane of the chart.", examples=["Europe"])
    kind: EventKind = Field("", description="What sort of event.", examples=["summit"])
    status: Status = Field("held", description="Whether it took place.", examples=["held"])
    key: Flag = Field("false", description="Whether it is one of the main events.", examples=["true"])
    participants: Lines = Field(
        (), description="People and bodies.", examples=[["Emmanuel Macron", "Keir Starmer"]]
    )
    summary: Prose = Field(
        "", description="Plain text; a blank line parts paragraphs.", examples=["They agreed."]
    )
    disputed: Dispute = Field(
        "", description="How accounts differ, for the reader.", examples=["Accounts of the day differ."]
    )
    discussion: Prose = Field(
        "", description="A question to a class, for a slide's notes.", examples=["Who was not invited?"]
    )
    related: Lines = Field((), description="Ids of other events.", examples=[["riyadh-talks"]])
    sources: tuple[SourceRecord, ...] = Field(
        (),
        json_schema_extra={"minItems": 1},
        description="One or more; the first is the link behind the event.",
        examples=[[{"url": "https://www.example.org/story", "publisher": "Example News"}]],
    )


class TrackRecord(Record):
    """A lane of the chart."""

    required = ("name",)

    name: Line = Field("", description="Its name.", examples=["Europe"])
    colour: Colour = Field("", description="Default: the next of the house.", examples=["#1f5fa8"])


class EraRecord(Record):
    """A quiet background span."""

    required = ("name", "from")

    name: Line = Field("", description="Its name.", examples=["Ceasefire talks"])
    from_: Line = Field("", alias="from", description="Its first day.", examples=["2025-02-12"])
    to: Line = Field(
        "",
        description="Its last day; without one, or with .., it is still going on.",
        examples=["2025-03-15"],
    )


def _as_track(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


NameOrTrack = Annotated[TrackRecord, BeforeValidator(_as_track, json_schema_input_type=str | TrackRecord)]


class GlossaryRecord(Record):
    """Terms of the summaries in order, each with its meaning."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Line] = Field(init=False)


class TimelineRecord(Record):
    """``_timeline.yaml``: what holds for the whole timeline."""

    required = ("title",)

    title: Line = Field("", description="The headline.", examples=["How Europe answered"])
    kicker: Line = Field("", description="The line above the headline.", examples=["Ukraine"])
    standfirst: Prose = Field("", description="The paragraph below it.", examples=["Five weeks of talks."])
    language: Language = Field("", description="A language tag; default: en.", examples=["en"])
    date_order: DateOrder = Field(
        "", description="How dates such as 03/04/2025 are read.", examples=["day-first"]
    )
    tracks: tuple[NameOrTrack, ...] = Field(
        (), description="In order, top first.", examples=[["Europe", "Talks"]]
    )
    eras: tuple[EraRecord, ...] = Field(
        (),
        description="Background spans.",
        examples=[[{"name": "Ceasefire talks", "from": "2025-02-12", "to": "2025-03-15"}]],
    )
    glossary: GlossaryRecord = Field(
        GlossaryRecord(),
        description="Terms of the summaries, each with its meaning.",
        examples=[{"quorum": "How many have to be present for a vote to count."}],
    )
    theme: ThemeRecord = Field(
        ThemeRecord(),
        description="The house style: fonts by name, colours, corners.",
        examples=[{"colours": {"accent": "#00539f"}}],
    )
    base_url: Address = Field(
        "", description="Where the page will stand.", examples=["https://www.example.org/timeline/"]
    )
    credit: Line = Field("", description="Who made it.", examples=["Graphics: Example News"])


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


#: The records inside other records, by the field that holds them.
RECORD_LISTS: dict[str, type[Record]] = {"sources": SourceRecord, "tracks": TrackRecord, "eras": EraRecord}
#: Likewise those that stand by themselves.
NESTED_RECORDS: dict[str, type[Record]] = {
    **RECORD_LISTS,
    "date": RelativeDateRecord,
    "glossary": GlossaryRecord,
    "theme": ThemeRecord,
    "fonts": FontsRecord,
    "colours": ColoursRecord,
    "dark": ColoursRecord,
}

R = TypeVar("R", bound=Record)


class FieldError(NamedTuple):
    """What is wrong with ``value``: a ``fault`` of ours, or its ``shape``, in pydantic's terms."""

    path: Path
    shape: str
    value: object
    fault: v.BadValueError | None


def build_record(model: type[R], tree: dict[str, Any]) -> tuple[R | None, tuple[FieldError, ...]]:
    """The record that bare values make, or every error about them."""
    try:
        return model.model_validate(tree), ()
    except ValidationError as error:
        return None, tuple(
            FieldError(
                _untagged(each["loc"]), each["type"], each["input"], each.get("ctx", {}).get("error")
            )
            for each in error.errors(include_url=False)
        )


def _untagged(path: Path) -> Path:
    """Without pydantic's word for which form of ``date`` it checked."""
    return path[:1] + path[2:] if path[0] == "date" else path
