"""An event and its sources, as an event file may write them. A new field of an event begins here."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Discriminator, Field, Tag, model_validator

from timeline.normalise.format import checks as v
from timeline.normalise.format.field_types import (
    Address,
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
