"""The fields of an event in an event file. A new field of an event is added here first."""

from __future__ import annotations

from typing import Annotated, ClassVar, Self

from pydantic import Discriminator, Field, Tag, model_validator

from timeline.normalise.format import checks as v
from timeline.normalise.format.field_types import (
    Calendar,
    Day,
    Dispute,
    Distance,
    Fingerprint,
    Flag,
    Id,
    Line,
    LineOrLines,
    Lines,
    Note,
    Prose,
    Record,
    Status,
    Subject,
    Zone,
)
from timeline.normalise.format.source_record import SourceRecord

#: The fields that make a relative date.
_PAIRS = (("after", "by"), ("before", "by"), ("relative_to", "says"))


class RelativeDateRecord(Record):
    """A date relative to that of another event: by a distance, or in words."""

    also: ClassVar = {"maxProperties": 2, "anyOf": [{"required": [*pair]} for pair in _PAIRS]}

    after: Line = Field(
        "", description="The id of the event that it comes after.", examples=["paris-summit"]
    )
    before: Line = Field(
        "", description="The id of the event that it comes before.", examples=["riyadh-talks"]
    )
    by: Distance = Field("", description="The distance from it.", examples=["2 days"])
    relative_to: Line = Field(
        "", description="The id of the event that `says` is relative to.", examples=["paris-summit"]
    )
    says: Line = Field("", description="The date, in words.", examples=["the day before"])

    @property
    def anchor(self) -> tuple[str, str]:
        """The field that names the other event, and its id."""
        return next(
            (name, id_) for name in ("after", "before", "relative_to") if (id_ := getattr(self, name))
        )

    @model_validator(mode="after")
    def _check_pair(self) -> Self:
        """Exactly two fields make a date."""
        present = {name for name in type(self).model_fields if getattr(self, name)}
        if present not in map(set, _PAIRS):
            event = self.after or self.before or self.relative_to or "paris-summit"
            field = "relative_to" if "relative_to" in present else "before" if self.before else "after"
            rest = "says: the day before" if field == "relative_to" else f"by: {self.by or '2 days'}"
            message = "takes after and by, before and by, or relative_to and says"
            raise v.BadValueError("E021", message, f"{{{field}: {event}, {rest}}}")
        return self


class DisputeRecord(Record):
    """How accounts differ, and about what."""

    also: ClassVar = {"required": ["about", "text"]}

    about: Subject = Field("", description="What the accounts differ about.", examples=["length"])
    text: Dispute = Field(
        "", description="How they differ, for the reader.", examples=["Accounts of the length differ."]
    )

    @model_validator(mode="after")
    def _check_both(self) -> Self:
        if not (self.about and self.text):
            about, text = self.about or "date", self.text or "Accounts of the day differ."
            raise v.BadValueError("E021", "takes about and text", f"{{about: {about}, text: {text}}}")
        return self


class CheckedRecord(Record):
    """Who has checked an event against its sources, and when."""

    also: ClassVar = {"required": ["by", "on"]}

    by: Line = Field("", description="Who has checked it.", examples=["A. Editor"])
    on: Day = Field("", description="The day on which they did.", examples=["2025-03-20"])
    of: Fingerprint = Field(
        "",
        description="What was checked, in short; `timeline import --update` writes it.",
        examples=["0a1b2c3d"],
    )

    @model_validator(mode="after")
    def _check_both(self) -> Self:
        if (self.by or self.on or self.of) and not (self.by and self.on):
            hint = f"{{by: {self.by or 'A. Editor'}, on: {self.on or '2025-03-20'}}}"
            raise v.BadValueError("E021", "takes by and on", hint)
        return self


def _date_tag(value: object) -> str:
    return "relative" if isinstance(value, dict | RelativeDateRecord) else "absolute"


Date = Annotated[
    Annotated[Line, Tag("absolute")] | Annotated[RelativeDateRecord, Tag("relative")],
    Discriminator(_date_tag),
]


def _dispute_tag(value: object) -> str:
    return "about" if isinstance(value, dict | DisputeRecord) else "words"


Disputed = Annotated[
    Annotated[Dispute, Tag("words")] | Annotated[DisputeRecord, Tag("about")], Discriminator(_dispute_tag)
]


class EventRecord(Record):
    """One event."""

    required = ("title", "track", "sources")

    id: Id = Field("", description="Default: the file name without its date.", examples=["paris-summit"])
    title: Line = Field(
        "", description="What happened, in one line.", examples=["European leaders meet in Paris"]
    )
    label: Line = Field(
        "", description="A short title for the chart.", examples=["Emergency summit in Paris"]
    )
    date: Date = Field(
        "",
        description="In ISO 8601, EDTF or words; or relative to another event.",
        examples=["2025-02-17", {"after": "paris-summit", "by": "2 days"}],
    )
    time: Line = Field("", description="Local time, or start and end.", examples=["16:00", "16:00/19:00"])
    zone: Zone = Field("", description="IANA zone; default: the place's.", examples=["Europe/Paris"])
    calendar: Calendar = Field(
        "", description="The calendar of its date; default: the Gregorian.", examples=["julian"]
    )
    place: LineOrLines = Field(
        (), description="One place, or a list of them.", examples=["Paris", ["Paris", "Moscow"]]
    )
    venue: Line = Field("", description="The building or room.", examples=["Élysée Palace"])
    track: Line = Field("", description="The track of the chart it belongs to.", examples=["Europe"])
    kind: Line = Field(
        "", description="The kind of event, which the shape of its mark shows.", examples=["summit"]
    )
    status: Status = Field("held", description="Whether it took place.", examples=["held"])
    key: Flag = Field("false", description="Whether it is one of the main events.", examples=["true"])
    note: Note = Field(
        "",
        description="What a main event came to, for the line below its label in the chart.",
        examples=["Ends in a quarrel, without a signature"],
    )
    draft: Flag = Field("false", description="Whether builds leave it out for now.", examples=["true"])
    participants: Lines = Field(
        (),
        description="People and organisations that took part.",
        examples=[["Emmanuel Macron", "Keir Starmer"]],
    )
    summary: Prose = Field(
        "",
        description="Plain text; a blank line separates paragraphs, [1] after a sentence names its source.",
        examples=["They agreed.", "They agreed. [1, 3]"],
    )
    disputed: Disputed = Field(
        "",
        description="How accounts differ, for the reader; or with what they differ about.",
        examples=[
            "Accounts of the day differ.",
            {"about": "length", "text": "Accounts of the length differ."},
        ],
    )
    remark: Line = Field(
        "",
        description="A remark on the event or its sources, for the reader.",
        examples=["The report names no speaker."],
    )
    discussion: Prose = Field(
        "",
        description="A question for discussion in class, for the notes of its slide.",
        examples=["Who was not invited?"],
    )
    related: Lines = Field((), description="Ids of other events.", examples=[["riyadh-talks"]])
    added: Line = Field(
        "", description="The day on which the event was published here.", examples=["2025-03-01"]
    )
    updated: Line = Field(
        "",
        description="The day of its last change that readers should know of.",
        examples=["2025-03-14"],
    )
    checked: CheckedRecord = Field(
        CheckedRecord(),
        description="Who has checked it against its sources, and when.",
        examples=[{"by": "A. Editor", "on": "2025-03-20"}],
    )
    sources: tuple[SourceRecord, ...] = Field(
        (),
        json_schema_extra={"minItems": 1},
        description="One or more; the first is the link behind the event.",
        examples=[[{"url": "https://www.example.org/story", "publisher": "Example News"}]],
    )

    @property
    def is_unfinished(self) -> bool:
        """Whether it is marked as a draft. Its required fields may be missing."""
        return self.draft in {"true", "yes"}
