"""The fields of the form of an event, made from its JSON Schema: nothing about an event is listed twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from timeline.model.sources.records import DOCUMENT_FIELDS
from timeline.normalise.format import EventRecord, SourceRecord

#: Fields whose values have paragraphs.
_PROSE = ("summary", "discussion", "standfirst")
#: The groups of the form in order; what is in none of them is in the last.
_GROUPS = {
    "What happened": ("title", "label", "summary"),
    "When": ("date", "time"),
    "Where": ("place", "venue"),
    "Who took part": ("participants",),
    "In the chart": ("track", "kind", "status", "key", "note"),
    "Sources": ("sources",),
    "More": (
        *("disputed", "remark", "discussion", "related", "checked", "added", "updated"),
        *("draft", "id", "zone", "calendar"),
    ),
}
#: The fields of a source that everybody needs; the others are folded away.
_USUAL_OF_SOURCE = ("source", "url", "publisher", "title", "published", "says", "quote", "speaker")
#: Fields whose name or description speaks to somebody who writes the file: label, and help or "".
_WORDS = {
    "label": ("Short title", ""),
    "date": ("Date", "Such as 2025-02-17, 17 February 2025, or February 2025."),
    "time": ("Time", "Local time at the place: 16:00, or 16:00/19:00 for a start and an end."),
    "key": ("Main event", "One of the main events, which the chart shows larger."),
    "note": ("What it came to", ""),
    "draft": ("Draft", "Not finished: it is left out of the page for now."),
    "id": ("Name in addresses", "Letters, digits and hyphens. Usually left empty: the file has a name."),
    "zone": ("Time zone", "Such as Europe/Paris. Usually left empty: the place has one."),
    "related": ("Related events", "Other events that belong to this one."),
    "disputed": ("Sources disagree", "How accounts differ, for the reader."),
    "discussion": ("Question for class", ""),
    "checked": ("Checked", "Who has held every sentence against its sources, and on which day."),
    "place": ("Place", "One, or several."),
    "added": ("Published here on", "The day, for readers who ask what is new."),
    "updated": ("Last changed on", "The day of the last change that readers should know of."),
}
WORDS_OF_SOURCE = {
    "source": (
        "One of the sources",
        "One that stands under Sources: what is said there is left out here.",
    ),
    "url": ("Address", "The full address of the page, which begins with https:// or http://."),
    "origin": ("Text comes from", "If not from the publisher: an agency, another paper, an office."),
    "title": ("Headline", "As it stands above the story."),
    "published": ("Published on", "The day, such as 2025-02-17; or only the month or year."),
    "accessed": ("Read on", "The day you read it."),
    "archived": ("Archived copies", "The full address of each."),
    "unarchivable": ("No archived copy", "Why there is none, for the reader."),
    "says": ("Date in its words", "The date as this source words it, such as Monday: it is checked."),
    "says_language": ("Language of those words", "Only if they are a translation."),
    "calendar": ("Calendar", "The calendar of its date, if not that of the event."),
    "relative_to": ("Counted from", "The event from which its words count, as in “two days later”."),
    "day_of_event": ("Day of the event", "Which day of an event of several days it is about."),
    "quote": ("Quotation", ""),
    "tense": ("Tense", ""),
    "page": ("Page", "The page that is cited, if the source is a PDF."),
    "at": ("Moment", "Of a recording: in seconds, or as minutes and seconds, such as 1:23."),
    "zone": ("Time zone", "The time zone of its clock times, such as Europe/Kyiv."),
}
#: What the schema does not tell of a field: the kind of its control.
_USUAL_KINDS = {"track": "open", "colour": "colour"} | dict.fromkeys(_PROSE, "prose")
_USUAL_KINDS |= dict.fromkeys(("kind", "source"), "choice")
#: What a field is chosen or suggested from, by its name: lists of `values.suggestions`.
_SUGGESTED = {
    "track": "tracks", "kind": "kinds", "place": "places", "participants": "people", "speaker": "people",
    "related": "ids", "relative_to": "ids", "events": "ids", "publisher": "publishers",
    "source": "documents",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the form.

    ``kind`` is text, prose, flag, choice, open (a choice that takes another text), texts (a list), date,
    dispute, check (who, and when), colour, span (a first and a last day), pairs (names of one's own, each
    with a text or one of ``choices``) or records (a list, each entry with the ``fields``, known by that
    named ``key``). ``from_`` names the suggestions, ``example`` is shown in an empty field. What
    ``is_of_document`` a source from the list of sources has there.
    """

    name: str
    label: str
    help: str
    kind: str
    group: str
    is_required: bool = False
    choices: tuple[str, ...] = ()
    from_: str = ""
    example: str = ""
    fields: tuple[Field, ...] = ()
    key: str = ""
    is_of_document: bool = False


@cache
def event_fields() -> tuple[Field, ...]:
    """The fields of an event in the order of the form.

    >>> [field.label for field in event_fields()][:3]
    ['Title', 'Short title', 'Summary']
    """
    schema = EventRecord.model_json_schema()
    made = {
        name: replace(field_of(name, each, schema, _WORDS), group=_group(name))
        for name, each in schema["properties"].items()
    }
    source = schema["$defs"]["SourceRecord"] | {"required": SourceRecord.required}
    of_source = tuple(
        replace(
            field_of(name, each, source, WORDS_OF_SOURCE),
            group=group_of_source(name),
            is_of_document=name in DOCUMENT_FIELDS,
        )
        for name, each in source["properties"].items()
    )
    listed = tuple(sorted(of_source, key=_place_of_source))
    made["sources"] = replace(made["sources"], kind="records", fields=listed, key="url")
    return tuple(sorted(made.values(), key=_place))


def field_of(
    name: str, each: dict[str, Any], record: dict[str, Any], words: dict[str, tuple[str, str]]
) -> Field:
    """A field by its schema and that of its record; ``words`` are labels and help for some names."""
    label, help_ = words.get(name, ("", ""))
    kind, choices = _kind(name, each)
    examples = [example for example in each.get("examples", ()) if isinstance(example, str)]
    return Field(
        name,
        label or name.replace("_", " ").capitalize(),
        help_ or each["description"],
        kind,
        "",
        is_required=name in record["required"],
        choices=choices,
        from_="" if kind == "choice" and choices else _SUGGESTED.get(name, ""),
        example=examples[0].strip('"') if examples and kind in {"text", "date", "texts"} else "",
    )


def _kind(name: str, each: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The kind of its control, and what can be chosen."""
    if name in {"date", "disputed"} and "oneOf" in each:
        return {"date": "date", "disputed": "dispute"}[name], ()
    if name == "checked":
        return "check", ()
    if "enum" in each:
        return ("flag", ()) if "true" in each["enum"] else ("choice", tuple(each["enum"]))
    if "items" in each or ("anyOf" in each and name != "coordinates"):
        return "texts", ()
    return _USUAL_KINDS.get(name, "text"), ()


def _group(name: str) -> str:
    return next((group for group, names in _GROUPS.items() if name in names), "More")


def _place(field: Field) -> tuple[int, int]:
    names = _GROUPS[field.group]
    return [*_GROUPS].index(field.group), names.index(field.name) if field.name in names else len(names)


def group_of_source(name: str) -> str:
    """The group of a field of a source: folded away, or not."""
    return "" if name in _USUAL_OF_SOURCE else "More about this source"


def _place_of_source(field: Field) -> int:
    usual = _USUAL_OF_SOURCE
    return usual.index(field.name) if field.name in usual else len(usual)
