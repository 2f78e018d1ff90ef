"""A new event: the text of its file, marked as a draft, with what is known of it filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from timeline.model.records import field as field_of
from timeline.model.sources.nodes import texts
from timeline.model.sources.records import NAME as SOURCES
from timeline.model.sources.records import records_of
from timeline.normalise.format.event_ids import slug
from timeline.normalise.ids import default_id
from timeline.reading import read
from timeline.rewriting.yaml_text import entry
from timeline.webpages.metadata import PageMetadata, one_line
from timeline.writing.new_files import ExistingFilesError, create_files

_MODELINE = "# yaml-language-server: $schema=.schema/{name}.json\n"
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
#: Column of the comments.
_COMMENTS = 40


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What is known of an event before its file is made. ``source`` is the id of the page in
    ``_sources.yaml``, "" if it is not there.
    """

    title: str
    date: str = ""
    page: PageMetadata = field(default_factory=PageMetadata)
    source: str = ""


def add_event(folder: Path, event: NewEvent) -> Path:
    """Write the file of a new event into a folder of event files.

    Raises ExistingFilesError if an event has that id already, WriteError if the file cannot be written.
    """
    return create_event(folder, file_name(event), event_text(event))


def listed_source(folder: Path, address: str) -> str:
    """The id of the source with that address in ``_sources.yaml``; "" if there is none."""
    documents, _ = read([folder / f"{SOURCES}.yaml"])
    found = ((id_, texts(field_of(record, "url"))) for id_, record in records_of(documents).items())
    return next(
        (id_ for id_, url in found if address and [each.value.strip() for each in url] == [address]), ""
    )


def create_event(folder: Path, name: str, text: str) -> Path:
    """Write the file of a new event, whose text names the JSON Schema if the folder has one.

    Raises ExistingFilesError if an event has that id already, WriteError if the file cannot be written.
    """
    for path in sorted(folder.glob("**/*.y*ml")):
        if default_id(path.stem) == default_id(name.removesuffix(".yaml")):
            raise ExistingFilesError(f"{path} is already there")
    return create_files(folder, {name: with_modeline(folder, "event", text).encode()})[0]


def with_modeline(folder: Path, kind: str, text: str) -> str:
    """The text of a new file, with a first line that names the JSON Schema of its kind if there is one."""
    has_schema = (folder / ".schema" / f"{kind}.json").is_file()
    return (_MODELINE.format(name=kind) if has_schema else "") + text


def file_name(event: NewEvent) -> str:
    """The name of its file: a day that sorts it, if one is known, and words of its title.

    >>> file_name(NewEvent("Leaders meet in Paris", "2025-02-17"))
    '2025-02-17-leaders-meet-in-paris.yaml'
    """
    days = (event.date, event.page.event_date[:10], event.page.published)
    day = next((each for each in days if _ISO.fullmatch(each)), "")
    words = slug(event.title) or "event"
    words = words if len(words) <= 60 else words[:60].rpartition("-")[0] or words[:60]
    return f"{day}-{words}.yaml" if day else f"{words}.yaml"


def event_text(event: NewEvent) -> str:
    """The text of its file.

    >>> print(event_text(NewEvent("Leaders meet", "2025-02-17")).split("#")[0].rstrip())
    title: Leaders meet
    """
    page = event.page
    day = one_line(event.date) or page.event_date
    published = f"; the page was published on {page.published}" if page.published else ""
    title = "what happened, in one line" + ("; this is the headline of the page" if page.title else "")
    lines = [
        *_field("title", one_line(event.title), title),
        *_field("date", day, f"when it happened{published}", example="2025-02-17"),
        *_field("place", page.event_place, "where", example="Paris"),
        _line("# track: Europe", "the row of the chart; required"),
        _line("draft: true", "not finished: builds leave it out; delete this line when it is"),
        _line("# participants: [Jane Doe, John Roe]", "who took part"),
        _line("# summary: They agreed.", "in your own words"),
        *_source(page, event.source),
    ]
    return "\n".join(lines) + "\n"


def _source(page: PageMetadata, id_: str) -> list[str]:
    """The lines of its source: those of the page, or what to fill in."""
    if id_:
        return ["sources:", _line(f"  - source: {id_}", "in _sources.yaml"), *_TO_SAY]
    if not (page.address or page.title):
        return [
            _line("# sources:", "at least one; the first is the link behind the event"),
            "#   - url: https://www.example.org/story",
            "#     publisher: Example News",
        ]
    url, publisher = page.address, page.publisher
    fields = [
        *(entry("url", url, 4) if url else [_line("    # url: https://www.example.org/story", "required")]),
        *(entry("publisher", publisher, 4) if publisher else ["    # publisher: Example News"]),
        *(entry("title", page.title, 4) if page.title else []),
        *_author(page.authors),
        *([f"    published: {page.published}"] if page.published else []),
        *(entry("language", page.language, 4) if page.language else []),
        *_TO_SAY,
    ]
    first = next(number for number, line in enumerate(fields) if not line.lstrip().startswith("#"))
    known, unknown = fields[first:], fields[:first]  # no comment can stand at the dash
    return ["sources:", f"  - {known[0].lstrip()}", *known[1:], *unknown]


def _author(names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    first, *rest = entry("author", names[0] if len(names) == 1 else names, 4)
    is_sorted = all("," in name for name in names)
    return [first if is_sorted else _line(first, 'a person as "Family, Given"'), *rest]


def _field(name: str, value: str, comment: str, *, example: str = "") -> list[str]:
    """The lines of a field with a comment; of one that is not known, as a comment with an example."""
    first, *rest = entry(name, value) if value else [f"# {name}: {example}"]
    return [_line(first, comment), *rest]


def _line(field: str, comment: str) -> str:
    return f"{field.ljust(_COMMENTS - 2)}  # {comment}"


#: What an event says of its source itself, wherever that is described.
_TO_SAY = (
    _line("    # says: Monday", "the date as this source words it: it is checked"),
    _line("    # quote: word for word", "and speaker: who said it"),
)
