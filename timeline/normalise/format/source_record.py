"""The fields of a source: those that describe the document, and those of its citation in an event."""

from __future__ import annotations

from pydantic import Field

from timeline.normalise.format.field_types import (
    Address,
    Addresses,
    Calendar,
    DayNumber,
    Id,
    Language,
    Line,
    LineOrLines,
    PageNumber,
    Record,
    RecordingMoment,
    Sentence,
    SourceKind,
    Tense,
    Zone,
)

_REQUIRED = ("url", "publisher")


class _DocumentRecord(Record):
    """What describes a document: the names are those of `timeline.model.sources.records`."""

    url: Address = Field(
        "", description="The full http or https address.", examples=["https://www.example.org/story"]
    )
    publisher: Line = Field("", description="Who published it.", examples=["Example News"])
    origin: Line = Field(
        "",
        description="Where the text comes from, if not from the publisher: an agency, another paper.",
        examples=["Reuters"],
    )
    title: Line = Field("", description="Its headline.", examples=["Leaders meet in Paris"])
    author: LineOrLines = Field(
        (),
        description="Who wrote it: a person, family name first, or an organisation; or a list of them.",
        examples=['"Doe, Jane"', ['"Doe, Jane"', "World Bank"]],
    )
    published: Line = Field(
        "",
        description="The day it was published, also relative to `accessed`; or only the month or year.",
        examples=["2025-02-17"],
    )
    accessed: Line = Field(
        "",
        description="The day you read it, with the time if that matters.",
        examples=["2025-03-01", "2025-03-01T09:30"],
    )
    zone: Zone = Field("", description="IANA zone of its clock times.", examples=["Europe/Kyiv"])
    archived: Addresses = Field(
        (),
        description="The address of an archived copy, or a list of them.",
        examples=[
            "https://archive.example.org/123",
            ["https://archive.example.org/123", "https://archive.example.com/a"],
        ],
    )
    unarchivable: Sentence = Field(
        "",
        description="Why there is no archived copy, for the reader.",
        examples=["The publisher refuses archives."],
    )
    language: Language = Field("", description="Its language; default: the timeline's.", examples=["en"])
    kind: SourceKind = Field("press", description="The kind of publisher.", examples=["press"])


class _CitingRecord(Record):
    """The first field of a citation. (Fields of the last base class come first in a record.)"""

    source: Line = Field(
        "",
        description="The id of a source in `_sources.yaml`, in place of `url` and all else that it says.",
        examples=["example-news-2025-02-17"],
    )


class SourceRecord(_DocumentRecord, _CitingRecord):
    """One source of an event, or a citation of one in ``_sources.yaml``."""

    required = _REQUIRED
    required_unless = "source"

    says: Line = Field("", description="The date as this source words it.", examples=["Monday"])
    calendar: Calendar = Field(
        "", description="The calendar of `says`; default: the event's.", examples=["julian"]
    )
    says_language: Language = Field(
        "",
        description="The language of `says`, if that is a translation; default: the source's.",
        examples=["en"],
    )
    relative_to: Line = Field(
        "", description="The id of the event that `says` is relative to.", examples=["paris-summit"]
    )
    tense: Tense = Field(
        "",
        description="Whether the source reports a past event or announces a future one.",
        examples=["past"],
    )
    day_of_event: DayNumber = Field(
        "",
        description="Which day of an event of several days `says` is about, if not the first or last.",
        examples=["2"],
    )
    quote: Line = Field(
        "", description="A quotation from it, word for word.", examples=["there must be a US backstop"]
    )
    speaker: Line = Field("", description="Who said it.", examples=["Keir Starmer"])
    page: PageNumber = Field("", description="The page, if it is a PDF.", examples=["12"])
    at: RecordingMoment = Field(
        "",
        description="The moment in a recording, in seconds or as minutes and seconds.",
        examples=["83", "1:23", "1:02:03"],
    )


class _NamedRecord(Record):
    """The first field of an entry that is cited by its id."""

    id: Id = Field("", description="The id by which events cite it.", examples=["example-news-2025-02-17"])


class SharedSourceRecord(_DocumentRecord, _NamedRecord):
    """A source that events cite by its id, an entry of ``_sources.yaml``."""

    required = ("id", *_REQUIRED)
