"""What forms there are: of an event, of the settings, of the people, the places and the sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.editing.form.fields import Field, event_fields
from timeline.editing.form.shared_fields import document_fields, list_fields, settings_fields
from timeline.model.records import Path
from timeline.normalise.format import (
    EventRecord,
    PersonRecord,
    PlaceRecord,
    SharedSourceRecord,
    TimelineRecord,
)
from timeline.normalise.format.field_types import Record
from timeline.normalise.format.messages import field_names, owner_of


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of form: the record that it fills in, and its fields.

    ``file`` is the name of its file without ending, "" for events. Where the file is a list, ``root`` is
    the one field that shows it: a path in the form begins with it, that in the file does not.
    """

    name: str
    title: str
    record: type[Record]
    make_fields: Callable[[], tuple[Field, ...]]
    file: str = ""
    root: str = ""

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields in the order of the form."""
        return self.make_fields()

    @property
    def lists(self) -> frozenset[str]:
        """The names of the fields that are lists of records."""
        return frozenset(field.name for field in self.fields if field.kind == "records")

    def in_file(self, path: Path) -> Path:
        """A path of the form as it is in the file.

        >>> PEOPLE.in_file(("people", 0, "role")), EVENT.in_file(("sources", 0, "url"))
        ((0, 'role'), ('sources', 0, 'url'))
        """
        return path[1:] if self.root else path

    def in_form(self, path: Path) -> Path:
        """A path of the file as it is in the form.

        >>> PEOPLE.in_form((0, "role")), EVENT.in_form(("title",))
        (('people', 0, 'role'), ('title',))
        """
        return (self.root, *path) if self.root else path

    def order_of(self, path: Path) -> list[str]:
        """The order in which the file has the fields beside the one at ``path`` of the form.

        >>> EVENT.order_of(("sources", 0, "url"))[:2], EVENT.order_of(("date", "by"))
        (['source', 'url'], ['after', 'before', 'by', 'relative_to', 'says'])
        >>> PEOPLE.order_of(("people", 0, "name"))
        ['name', 'role', 'body', 'variants']
        """
        held = self.in_file(path)
        return (
            field_names(owner_of(self.record, held)) if any(isinstance(each, str) for each in held) else []
        )


EVENT = Shape("event", "event", EventRecord, event_fields)
TIMELINE = Shape("timeline", "Settings", TimelineRecord, settings_fields, "_timeline")
PEOPLE = Shape("people", "People", PersonRecord, lambda: list_fields("people"), "_people", "people")
PLACES = Shape("places", "Places", PlaceRecord, lambda: list_fields("places"), "_places", "places")
SOURCES = Shape("documents", "Sources", SharedSourceRecord, document_fields, "_sources", "documents")
#: The forms of the files beside the events.
SHARED = (TIMELINE, PEOPLE, PLACES, SOURCES)


def shared_by_file(path: str) -> Shape | None:
    """The form of a file beside the events, by its path; None for any other.

    >>> shared_by_file("events/_people.yaml").title, shared_by_file("events/2025-02-17-paris.yaml")
    ('People', None)
    """
    name = path.rpartition("/")[2].rpartition(".")[0]
    return next((shape for shape in SHARED if shape.file == name), None)
