"""A new event: the text of its file, marked as a draft, with what is known of it filled in."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from timeline.editing.page_metadata import PageMetadata, one_line
from timeline.normalise.format.event_ids import slug
from timeline.normalise.ids import default_id
from timeline.writing.new_files import ExistingFilesError, create_files

_MODELINE = "# yaml-language-server: $schema=.schema/event.json\n"
#: Texts that need no quotation marks in YAML, whichever version reads them.
_PLAIN = re.compile(r"[^\W\d_][\w ’“”„«»‘–—.,;()/%&+-]*", re.UNICODE)
_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
#: Column of the comments.
_COMMENTS = 40


@dataclass(frozen=True, slots=True)
class NewEvent:
    """What is known of an event before its file is made."""

    title: str
    date: str = ""
    page: PageMetadata = field(default_factory=PageMetadata)


def add_event(folder: Path, event: NewEvent) -> Path:
    """Write the file of a new event into a folder of event files.

    Raises ExistingFilesError if an event has that id already, WriteError if the file cannot be written.
    """
    return create_event(folder, file_name(event), event_text(event))


def create_event(folder: Path, name: str, text: str) -> Path:
    """Write the file of a new event, whose text names the JSON Schema if the folder has one.

    Raises ExistingFilesError if an event has that id already, WriteError if the file cannot be written.
    """
    for path in sorted(folder.glob("**/*.y*ml")):
        if default_id(path.stem) == default_id(name.removesuffix(".yaml")):
            raise ExistingFilesError(f"{path} is already there")
    modeline = _MODELINE if (folder / ".schema" / "event.json").is_file() else ""
    return create_files(folder, {name: (modeline + text).encode()})[0]


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
    draft: true
    """
    page = event.page
    day = one_line(event.date) or page.event_date
    published = f"; the page was published on {page.published}" if page.published else ""
    title = "what happened, in one line" + ("; this is the headline of the page" if page.title else "")
    lines = [
        _line("draft: true", "not finished: builds leave it out; delete this line when it is"),
        _line(f"title: {scalar(one_line(event.title))}", title),
        _line(f"date: {scalar(day)}" if day else "# date: 2025-02-17", f"when it happened{published}"),
        _line(f"place: {scalar(page.event_place)}" if page.event_place else "# place: Paris", "where"),
        _line("# track: Europe", "the row of the chart; required"),
        _line("# participants: [Jane Doe, John Roe]", "who took part"),
        _line("# summary: They agreed.", "in your own words"),
        *_source(page),
    ]
    return "\n".join(lines) + "\n"


def _source(page: PageMetadata) -> list[str]:
    """The lines of its source: those of the page, or what to fill in."""
    if not (page.address or page.title):
        return [
            _line("# sources:", "at least one; the first is the link behind the event"),
            "#   - url: https://www.example.org/story",
            "#     publisher: Example News",
        ]
    url = f"url: {scalar(page.address)}" if page.address else "# url: https://www.example.org/story"
    fields = [
        f"publisher: {scalar(page.publisher)}" if page.publisher else "# publisher: Example News",
        *([f"title: {scalar(page.title)}"] if page.title else []),
        *_author(page.authors),
        *([f"published: {page.published}"] if page.published else []),
        *([f"language: {page.language}"] if page.language else []),
        _line("# says: Monday", "the date as this source words it: it is checked"),
        _line("# quote: word for word", "and speaker: who said it"),
    ]
    first = url if page.address else fields.pop(0)
    more = fields if page.address else [_line(url, "required"), *fields]
    return ["sources:", f"  - {first}", *(f"    {field}" for field in more)]


def _author(names: tuple[str, ...]) -> list[str]:
    if not names:
        return []
    value = scalar(names[0]) if len(names) == 1 else f"[{', '.join(map(_quoted, names))}]"
    is_sorted = all("," in name for name in names)
    return [f"author: {value}" if is_sorted else _line(f"author: {value}", 'a person as "Family, Given"')]


def scalar(text: str) -> str:
    """A text as YAML: as it is where that is safe, else in quotation marks.

    >>> scalar("Leaders meet in Paris"), scalar("Crisis: what now?"), scalar("No")
    ('Leaders meet in Paris', '"Crisis: what now?"', '"No"')
    """
    is_address = re.fullmatch(r"https?://[\w./?=&%~+,;@!$'()*-]+", text, re.ASCII)
    is_day = re.fullmatch(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?", text, re.ASCII)
    is_plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in _WORDS
    return text if is_address or is_day or is_plain else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _line(field: str, comment: str) -> str:
    return f"{field.ljust(_COMMENTS - 1)} # {comment}"
