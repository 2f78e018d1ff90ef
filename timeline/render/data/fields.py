"""Every field of events.json and of the table, described once: name, type, values and meaning.

The columns of the table, the JSON Schema and the manual's list of columns are all made from these models.
The order of the fields in a model is their order in the files.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from timeline.model import Precision, Shape
from timeline.model.kinds import SOURCE_KINDS

#: Written to events.json. A breaking change increments the number; an added field does not.
FORMAT: Literal["timeline-events/1"] = "timeline-events/1"

_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = "[0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-][0-2][0-9]:[0-5][0-9])?"
_ADDRESS = "[hH][tT][tT][pP][sS]?://."

NonEmpty = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern="^[A-Za-z0-9][A-Za-z0-9._-]*$")]
#: A web address, http or https.
Address = Annotated[str, Field(pattern=f"^{_ADDRESS}", json_schema_extra={"format": "iri"})]
AddressOrEmpty = Annotated[str, Field(pattern=f"^({_ADDRESS}+)?$")]
Colour = Annotated[str, Field(pattern="^(#[0-9a-fA-F]{6})?$")]
Edtf = Annotated[str, Field(pattern=r"^[0-9X/.~?%:TZ+\[\]-]+$")]
DayOrEmpty = Annotated[str, Field(pattern=f"^(-?{_DAY})?$")]
DayOrNull = Annotated[str, Field(pattern=f"^{_DAY}$", json_schema_extra={"format": "date"})] | None
#: One or two clock times, the second after a slash.
Clock = Annotated[str, Field(pattern=f"^({_TIME}(/{_TIME})?)?$")]
Latitude = Annotated[float, Field(ge=-90, le=90)] | None
Longitude = Annotated[float, Field(ge=-180, le=180)] | None
PrecisionName = Annotated[str, Field(json_schema_extra={"enum": [str(each) for each in Precision]})]
ShapeName = Annotated[str, Field(json_schema_extra={"enum": [str(each) for each in Shape]})]
CalendarName = Annotated[str, Field(json_schema_extra={"enum": ["", "julian"]})]
Status = Annotated[str, Field(json_schema_extra={"enum": ["held", "announced", "postponed", "cancelled"]})]
SourceKind = Annotated[str, Field(json_schema_extra={"enum": [*SOURCE_KINDS]})]
DisputedAbout = Annotated[
    str,
    Field(
        json_schema_extra={
            "enum": ["", "date", "length", "place", "attendance", "number", "wording", "other"]
        }
    ),
]
Decided = Annotated[str, Field(json_schema_extra={"enum": ["", "date", "sources", "tense"]})]
Publishers = Annotated[list[str], Field(min_length=1, json_schema_extra={"uniqueItems": True})]


class SourceRow(BaseModel):
    """One source of an event."""

    url: Address = Field(description="web address of the source, http or https")
    publisher: NonEmpty = Field(description="who published it")
    title: str = Field(description="its headline")
    author: list[NonEmpty] = Field(
        description='list: its authors, a person as "Family name, given names", an organisation without a '
        "comma"
    )
    published: DayOrNull = Field(description="the day it was published, YYYY-MM-DD; null if not known")
    accessed: DayOrNull = Field(description="the day it was last read, YYYY-MM-DD; null if not known")
    archived: AddressOrEmpty = Field(description="web address of an archived copy")
    language: str = Field(description="the language it is written in, as a BCP 47 tag")
    kind: SourceKind = Field(
        description="official, agency, broadcaster, newspaper, magazine, local, reference, social, "
        "aggregator, state-media, press or regional"
    )
    says: str = Field(description="the date of the event as this source words it")
    says_language: str = Field(description="the language of says, if that is a translation")
    reading: Edtf | None = Field(
        description="the date that says was read as, in EDTF; null if it gives no date"
    )
    agrees: bool | None = Field(
        description="whether reading is the date of the event; null if there is no reading"
    )
    published_as: str = Field(
        description="its date of publication as written, if that is not a day: YYYY-MM or YYYY if only the "
        "month or year is known; with ~, ? or % (EDTF) if it is inferred"
    )
    zone: str = Field(description="IANA time zone of its clock times; empty for that of the event")
    others: list[Edtf] = Field(description="list: the other dates that says could mean, in EDTF")
    decided: Decided = Field(
        description="what ruled out the other possible dates: date (that of the event), sources (the "
        "other sources) or tense; empty if nothing did"
    )
    quote: str = Field(description="a quotation from it")
    speaker: str = Field(description="who said the quoted words")
    origin: str = Field(
        description="where its text comes from, if not from the publisher: an agency, another paper, an "
        "office"
    )
    page: Annotated[int, Field(ge=1)] | None = Field(
        description="the page of a PDF that is cited; null if none is given"
    )
    at: Annotated[int, Field(ge=0)] | None = Field(
        description="the moment of a recording that is cited, in seconds; null if none is given"
    )
    also_archived: list[Address] = Field(description="list: web addresses of further archived copies")
    unarchivable: str = Field(description="why there is no archived copy")


class EventRow(BaseModel):
    """One event: a row of the table, a line of events.csv, an item of events.json."""

    id: Id = Field(description="the event's id, and its anchor on the page")
    title: NonEmpty = Field(description="what happened, in one line")
    label: NonEmpty = Field(description="the short title shown on the chart")
    as_stated: str = Field(description="the text that its date was read from")
    edtf: Edtf = Field(description="the date in EDTF (ISO 8601-2)")
    start: DayOrEmpty = Field(
        description="the first day on which it may have taken place, YYYY-MM-DD; empty if not known"
    )
    end: DayOrEmpty = Field(
        description="the last day on which it may have taken place, YYYY-MM-DD; empty if not known or "
        "still going on"
    )
    clock: Clock = Field(
        description="local time at the place, HH:MM, or HH:MM/HH:MM from start to end; with its offset "
        "from UTC (16:00+01:00) if the zone does not determine it"
    )
    precision: PrecisionName = Field(
        description="how exactly the date is known: minute, day, week, month, year ..."
    )
    approximate: bool = Field(description="true if the date is approximate or uncertain")
    calendar: CalendarName = Field(
        description="the calendar in which the date is written, if that is not the Gregorian: julian; the "
        "days in edtf, start and end are Gregorian even so"
    )
    rule: str = Field(description="the name of the rule that the date was read by")
    zone: str = Field(description="IANA time zone of the place")
    track: NonEmpty = Field(description="the track it belongs to: a row of the chart")
    kind: str = Field(
        description="summit, talks, visit, call, vote, statement, agreement, decision, or a kind of the "
        "author's own"
    )
    status: Status = Field(description="held, announced, postponed or cancelled")
    key: bool = Field(description="true for one of the main events")
    note: str = Field(description="the line below the label of a main event on the chart")
    draft: bool = Field(description="true for an event that is not finished; only in builds with --drafts")
    place: str = Field(description="the place, or several joined by ' | '")
    venue: str = Field(description="the building or room")
    country: str = Field(description="the country of the first place")
    latitude: Latitude = Field(description="degrees north of the first place")
    longitude: Longitude = Field(description="degrees east of the first place")
    participants: list[str] = Field(description="list: people and organisations that took part")
    summary: str = Field(description="plain text, paragraphs separated by a blank line")
    disputed: str = Field(description="how accounts differ")
    disputed_about: DisputedAbout = Field(
        description="what they differ about: date, length, place, attendance, number, wording or other; "
        "empty if the event file does not say"
    )
    remark: str = Field(description="a remark on the event or its sources")
    discussion: str = Field(description="a question for discussion in class")
    related: list[str] = Field(description="list: ids of other events")
    added: DayOrNull = Field(
        description="the day on which it was published here, YYYY-MM-DD; null if not given"
    )
    updated: DayOrNull = Field(
        description="the day of its last change that readers should know of, YYYY-MM-DD; null if not given"
    )
    checked_by: str = Field(
        description="who has checked it against its sources; empty if nobody has, or not as it is now"
    )
    checked_on: DayOrEmpty = Field(description="the day on which they did, YYYY-MM-DD")
    url: Address = Field(description="address of the first source")
    publishers: Publishers = Field(description="list: publishers of the sources, each once")
    origins: Publishers = Field(
        description="list: independent origins of the sources, each once: a source's origin, else its "
        "publisher"
    )
    source_origins: list[str] = Field(
        description="list: the origin of each source in their order, empty for the publisher itself; no "
        "entry at all if none has one"
    )
    sources: Annotated[list[SourceRow], Field(min_length=1)] = Field(
        description="list: every source with all its fields"
    )


class TrackRow(BaseModel):
    """One track: a row of the chart."""

    name: str = Field(description="its name, as in the field track of its events")
    colour: Colour = Field(description="its own colour as #rrggbb; empty for one of the default colours")


class KindRow(BaseModel):
    """One kind of event."""

    name: NonEmpty = Field(description="its name, as in the field kind of its events")
    shape: ShapeName = Field(description="the shape of its marks on the chart: disc, ring, dot or square")


class EraRow(BaseModel):
    """One era: a span in the background of the chart."""

    name: str = Field(description="its name")
    edtf: Edtf = Field(description="its start and end, in EDTF (ISO 8601-2)")


class TermRow(BaseModel):
    """One entry of the glossary."""

    term: NonEmpty = Field(description="the word or phrase")
    meaning: NonEmpty = Field(description="what it means, as plain text")


class CorrectionRow(BaseModel):
    """One correction of something that was published."""

    on: Annotated[str, Field(pattern=f"^{_DAY}$", json_schema_extra={"format": "date"})] = Field(
        description="the day of the correction, YYYY-MM-DD"
    )
    text: NonEmpty = Field(description="what was wrong and what is right")
    events: list[str] = Field(description="list: ids of the events concerned")


class EventsFile(BaseModel):
    """The events of a timeline, each with its sources. If nothing is known, a text is empty and any
    other value null. Fields may be added to this version; a changed or removed field makes a new version.
    """

    model_config = ConfigDict(title=FORMAT)

    format: Literal["timeline-events/1"] = Field(description="the name and version of this format")
    title: str = Field(description="the headline")
    kicker: str = Field(description="the line above the headline")
    standfirst: str = Field(description="the paragraph below the headline")
    language: Annotated[str, Field(min_length=2)] = Field(
        description="the language of the texts, as a BCP 47 tag"
    )
    base_url: AddressOrEmpty = Field(description="web address of the published page; empty if not known")
    credit: str = Field(description="who made the page, and its acknowledgements")
    tracks: list[TrackRow] = Field(description="list: the tracks of the chart, from top to bottom")
    kinds: list[KindRow] = Field(description="list: the kinds that events may have")
    eras: list[EraRow] = Field(description="list: spans in the background of the chart")
    glossary: list[TermRow] = Field(description="list: terms used in the texts, with their meanings")
    updated: DayOrNull = Field(
        description="the day of the last update, YYYY-MM-DD; null if no day of any change is given"
    )
    corrections: list[CorrectionRow] = Field(description="list: corrections, the latest first")
    columns: dict[str, str] = Field(description="the meaning of every field of an event, by its name")
    events: list[EventRow] = Field(description="list: the events in time order")


#: Every column of the table with its meaning, in order. "" if a field has no description.
COLUMNS: dict[str, str] = {name: field.description or "" for name, field in EventRow.model_fields.items()}
