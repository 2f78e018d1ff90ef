"""The kinds of field that a file can have, and what every record of it is made of."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from timeline.model.kinds import SOURCE_KINDS
from timeline.normalise.format import checks as v
from timeline.normalise.format import event_ids
from timeline.normalise.text import one_line, paragraphs


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_pair(value: object) -> object:
    return ", ".join(value) if isinstance(value, list) and list(map(type, value)) == [str, str] else value


#: Longest texts, in characters: a headline or a quotation, a summary, an address. The last is what
#: https://www.rfc-editor.org/rfc/rfc9110#section-4.1 asks every program to take.
_LINE, _PROSE, _ADDRESS = 5_000, 50_000, 8_000
#: The longest note: it has one line in the chart.
_NOTE = 60

Line = Annotated[
    str, AfterValidator(v.at_most(_LINE)), AfterValidator(v.not_empty), AfterValidator(one_line)
]
Note = Annotated[
    str, AfterValidator(v.not_empty), AfterValidator(one_line), AfterValidator(v.at_most(_NOTE))
]
Prose = Annotated[
    str, AfterValidator(v.at_most(_PROSE)), AfterValidator(v.not_empty), AfterValidator(paragraphs)
]
Lines = tuple[Line, ...]
LineOrLines = Annotated[Lines, BeforeValidator(_as_list, json_schema_input_type=str | list[str])]
Address = Annotated[
    str,
    AfterValidator(v.at_most(_ADDRESS)),
    AfterValidator(v.not_empty),
    AfterValidator(v.address),
    Field(json_schema_extra={"pattern": v.SCHEME}),
]
Addresses = Annotated[
    tuple[Address, ...], BeforeValidator(_as_list, json_schema_input_type=Address | list[Address])
]
Zone = Annotated[Line, AfterValidator(v.zone)]
Coordinates = Annotated[
    Line,
    AfterValidator(v.on_the_globe),
    BeforeValidator(_as_pair, json_schema_input_type=str | list[str]),
]
Dispute = Annotated[Line, AfterValidator(v.sentence)]
Sentence = Dispute
Id = Annotated[Line, AfterValidator(v.event_id), Field(json_schema_extra={"pattern": event_ids.ID})]
Language = Annotated[
    Line,
    AfterValidator(v.language),
    Field(json_schema_extra={"pattern": v.LANGUAGE}),
]
Colour = Annotated[
    Line,
    AfterValidator(v.matching(v.COLOUR, "a colour", '"#1f5fa8"')),
    AfterValidator(v.six_digits),
    Field(json_schema_extra={"pattern": v.COLOUR}),
]
Font = Annotated[
    Line,
    AfterValidator(v.matching(v.FONT, "the name of a font", "Source Serif 4")),
    Field(json_schema_extra={"pattern": v.FONT}),
]
FontPath = Annotated[Line, AfterValidator(v.font_path), Field(json_schema_extra={"pattern": v.FONT_PATH})]
Fonts = Annotated[tuple[Font, ...], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]
Radius = Annotated[
    Line,
    AfterValidator(v.matching(v.RADIUS, "a number of pixels, 0 to 99", "4")),
    Field(json_schema_extra={"pattern": v.RADIUS}),
]
Flag = Annotated[Line, AfterValidator(v.one_of(v.FLAGS)), Field(json_schema_extra={"enum": [*v.FLAGS]})]
MarkShape = Annotated[
    Line, AfterValidator(v.one_of(v.SHAPES)), Field(json_schema_extra={"enum": [*v.SHAPES]})
]
Status = Annotated[
    Line, AfterValidator(v.one_of(v.STATUSES)), Field(json_schema_extra={"enum": [*v.STATUSES]})
]
SourceKind = Annotated[
    Line, AfterValidator(v.one_of(SOURCE_KINDS)), Field(json_schema_extra={"enum": [*SOURCE_KINDS]})
]
Demand = Annotated[
    Line, AfterValidator(v.one_of(v.DEMANDS)), Field(json_schema_extra={"enum": [*v.DEMANDS]})
]
Tense = Annotated[Line, AfterValidator(v.one_of(v.TENSES)), Field(json_schema_extra={"enum": [*v.TENSES]})]
Subject = Annotated[
    Line, AfterValidator(v.one_of(v.SUBJECTS)), Field(json_schema_extra={"enum": [*v.SUBJECTS]})
]
Day = Annotated[
    Line,
    AfterValidator(v.matching(v.DAY, "a day", "2025-03-01")),
    AfterValidator(v.day_of_the_calendar),
    Field(json_schema_extra={"pattern": v.DAY}),
]
Fingerprint = Annotated[
    Line,
    AfterValidator(v.matching(v.FINGERPRINT, "what timeline import --update writes", "leave it out")),
    Field(json_schema_extra={"pattern": v.FINGERPRINT}),
]
DayNumber = Annotated[
    Line,
    AfterValidator(v.matching(v.DAY_NUMBER, "the number of a day", "2")),
    Field(json_schema_extra={"pattern": v.DAY_NUMBER}),
]
PageNumber = Annotated[
    Line,
    AfterValidator(v.matching(v.PAGE_NUMBER, "the number of a page", "12")),
    Field(json_schema_extra={"pattern": v.PAGE_NUMBER}),
]
RecordingMoment = Annotated[
    Line,
    AfterValidator(v.matching(v.MOMENT, "a number of seconds, or minutes and seconds", "1:23")),
    Field(json_schema_extra={"pattern": v.MOMENT}),
]
OriginCount = Annotated[
    Line,
    AfterValidator(v.matching(v.ORIGIN_COUNT, "a number of origins, 1 to 9", "2")),
    Field(json_schema_extra={"pattern": v.ORIGIN_COUNT}),
]
Calendar = Annotated[
    Line, AfterValidator(v.one_of(v.CALENDARS)), Field(json_schema_extra={"enum": [*v.CALENDARS]})
]
DateOrder = Annotated[
    Line, AfterValidator(v.one_of(v.DATE_ORDERS)), Field(json_schema_extra={"enum": [*v.DATE_ORDERS]})
]
Distance = Annotated[
    Line,
    AfterValidator(v.matching(v.DISTANCE, "a number of hours, days, weeks or months", "2 days")),
    Field(json_schema_extra={"pattern": v.DISTANCE}),
]


def _schema(schema: dict[str, Any], model: type[Any]) -> None:
    """For the JSON Schema: what is required; and an absent field has no default to show."""
    if model.required_unless:
        schema["anyOf"] = [{"required": [model.required_unless]}, {"required": list(model.required)}]
    else:
        schema["required"] = list(model.required)
    schema.update(model.also)
    for field in schema.get("properties", {}).values():
        field.pop("default", None)


class Record(BaseModel):
    """Fields of a file, checked one by one."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_schema)
    required: ClassVar[tuple[str, ...]] = ()
    #: The field beside which none is required, or "".
    required_unless: ClassVar[str] = ""
    #: What the JSON Schema says of fields that depend on each other.
    also: ClassVar[dict[str, Any]] = {}
    #: An example of a value whose field has a name of the author's own.
    example: ClassVar[str] = ""
