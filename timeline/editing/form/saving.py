"""Saves what was typed, and takes saves back: never over a file that has changed since it was read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from timeline.dates import resolve
from timeline.editing.form.edits import Change, changed_bytes, new_text
from timeline.editing.form.workspace import EventInFile, Workspace
from timeline.editing.new_event import NewEvent, create_event, file_name
from timeline.editing.page_metadata import one_line
from timeline.model.records import Path as FieldPath
from timeline.normalise.format.event_ids import id_fault
from timeline.normalise.ids import default_id
from timeline.writing.edited_files import write_edited
from timeline.writing.errors import WriteError

#: So many saves can be taken back.
_MOST_SAVES = 200
#: So many names are tried for the file of a new event.
_MOST_NAMES = 100


class ConflictError(Exception):
    """The file has changed since the form was made from it; nothing was written."""


class UnmadeError(Exception):
    """Some fields cannot be changed without touching other lines; nothing was written."""

    def __init__(self, paths: Sequence[FieldPath]) -> None:
        super().__init__("nothing was written")
        self.paths = tuple(paths)


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that can be taken back: the file, its bytes before and after, and the title of the event."""

    path: str
    number: int | None
    before: bytes
    after: bytes
    title: str


@dataclass
class Saving:
    """The saves since the program was started, the last of which can be taken back."""

    workspace: Workspace
    saves: list[Saved] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def save(self, event: EventInFile, number: int | None, hash_: str, changes: Sequence[Change]) -> None:
        """Write the changed fields into the file of an event that was read just now.

        ``hash_`` is that of the file as the form knows it. Raises ConflictError, UnmadeError or WriteError.
        """
        if event.hash != hash_:
            raise ConflictError
        new, unmade = changed_bytes(event.content, event.holder, changes)
        if unmade:
            raise UnmadeError(unmade)
        if new != event.content:
            with self._lock:
                self._replace(event.document.path, event.content, new)
                title = str(event.values.get("title") or event.document.name)
                self.saves.append(Saved(event.document.path, number, event.content, new, title))
                del self.saves[:-_MOST_SAVES]

    def undo(self) -> Saved:
        """Give a file the bytes that it had before the last save. Raises ConflictError, WriteError, or
        LookupError if there is no save.
        """
        with self._lock:
            last = self.saves[-1]
            self._replace(last.path, last.after, last.before)
            return self.saves.pop()

    @property
    def undoable(self) -> str:
        """The title of the event whose save would be taken back, "" if there is none."""
        return self.saves[-1].title if self.saves else ""

    def create(self, changes: Sequence[Change], *, is_draft: bool) -> Path:
        """Write the file of a new event. Raises ExistingFilesError or WriteError."""
        text = new_text([Change(("draft",), "true"), *changes] if is_draft else changes)
        return create_event(self.workspace.folder, self.free_name(changes), text)

    def free_name(self, changes: Sequence[Change]) -> str:
        """The name for the file of a new event, with a number if an event has its id already."""
        name = name_of(changes)
        stem = name.removesuffix(".yaml")
        taken = {default_id(path.stem) for path in self.workspace.folder.glob("**/*.y*ml")}
        names = [name, *(f"{stem}-{number}.yaml" for number in range(2, _MOST_NAMES))]
        return next((each for each in names if default_id(each.removesuffix(".yaml")) not in taken), name)

    def _replace(self, shown: str, old: bytes, new: bytes) -> None:
        """Put new bytes in the place of those that were read, in a file of the folder."""
        path, folder = Path(shown), self.workspace.folder
        if not path.resolve().is_relative_to(folder.resolve()):
            raise WriteError(f"cannot write {shown}: a link leads out of the folder")
        try:
            write_edited({path: (old, new)})
        except WriteError:
            if not path.is_file() or path.read_bytes() != old:
                raise ConflictError from None
            raise


def name_of(changes: Sequence[Change]) -> str:
    """The name of the file of a new event: its day, if that is certain, and words of its title.

    >>> name_of([Change(("title",), "Leaders meet"), Change(("date",), "17 February 2025")])
    '2025-02-17-leaders-meet.yaml'
    """
    values: dict[Any, Any] = {each.path[0]: each.value for each in changes if len(each.path) == 1}
    date = values.get("date", "")
    found = resolve(date).readings if isinstance(date, str) and date.strip() else ()
    day = found[0].edtf.partition("/")[0] if len(found) == 1 else ""
    name = file_name(NewEvent(one_line(str(values.get("title", ""))) or "event", day))
    return name if not id_fault(name.removesuffix(".yaml"))[0] else "event.yaml"
