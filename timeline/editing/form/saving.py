"""Saves what was typed, and takes saves back: never over a file that has changed since it was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

from timeline.dates import resolve
from timeline.editing.form.edits import changed_bytes, new_text
from timeline.editing.form.edits.changes import Change
from timeline.editing.form.workspace import InFile, Workspace
from timeline.editing.new_event import NewEvent, create_event, file_name, with_modeline
from timeline.model.records import Items
from timeline.model.records import Path as FieldPath
from timeline.normalise.format.event_ids import id_fault
from timeline.normalise.ids import default_id
from timeline.rewriting.file_bytes import bytes_of, text_of
from timeline.rewriting.line_edits import node_in
from timeline.rewriting.list_edits import without_item
from timeline.webpages.metadata import one_line
from timeline.writing.edited_files import remove_edited, write_edited
from timeline.writing.errors import WriteError
from timeline.writing.new_files import ExistingFilesError, create_files

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
    """A save that can be taken back: the file, its bytes before and after, and the title of what it holds.

    ``before`` is None if the file was made, ``after`` if it was removed.
    """

    path: str
    number: int | None
    before: bytes | None
    after: bytes | None
    title: str


@dataclass
class Saving:
    """The saves since the program was started, the last of which can be taken back."""

    workspace: Workspace
    saves: list[Saved] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def save(self, event: InFile, number: int | None, hash_: str, changes: Sequence[Change]) -> None:
        """Write the changed fields into a file that was read just now, or that is made by this.

        ``hash_`` is that of the file as the form knows it. Raises ConflictError, UnmadeError or WriteError.
        """
        if event.hash != hash_:
            raise ConflictError
        new, unmade = changed_bytes(event.content, event.holder, changes, event.shape)
        if unmade:
            raise UnmadeError(unmade)
        if new == event.content:
            return
        with self._lock:
            if event.node is None:
                kind = event.shape.file.removeprefix("_")
                new = with_modeline(self.workspace.folder, kind, new.decode()).encode()
                self._put_new(event.path, new)
            else:
                self._replace(event.path, event.content, new)
            self._remember(event, number, new)

    def delete(self, event: InFile, number: int | None, hash_: str) -> None:
        """Remove an event: its lines, or the file that holds nothing else. Raises as `save` does."""
        if event.hash != hash_:
            raise ConflictError
        new = without_event(event)
        with self._lock:
            if new is None:
                self._remove(event.path, event.content)
            else:
                self._replace(event.path, event.content, new)
            self._remember(event, number, new)

    def undo(self) -> Saved:
        """Give a file the bytes that it had before the last save. Raises ConflictError, WriteError, or
        LookupError if there is no save.
        """
        with self._lock:
            last = self.saves[-1]
            if last.before is None:
                self._remove(last.path, last.after or b"")
            elif last.after is None:
                self._put_new(last.path, last.before)
            else:
                self._replace(last.path, last.after, last.before)
            return self.saves.pop()

    @property
    def undoable(self) -> str:
        """The title of the event whose save would be taken back, "" if there is none."""
        return self.saves[-1].title if self.saves else ""

    def create(self, changes: Sequence[Change], *, is_draft: bool) -> Path:
        """Write the file of a new event. Raises ExistingFilesError or WriteError."""
        text = new_text([Change(("draft",), "true"), *changes] if is_draft else changes)
        title = next((str(each.value) for each in changes if each.path == ("title",)), "")
        with self._lock:
            path = create_event(self.workspace.folder, self.free_name(changes), text)
            self.saves.append(Saved(path.as_posix(), None, None, path.read_bytes(), title))
        return path

    def free_name(self, changes: Sequence[Change]) -> str:
        """The name for the file of a new event, with a number if an event has its id already."""
        name = name_of(changes)
        stem = name.removesuffix(".yaml")
        taken = {default_id(path.stem) for path in self.workspace.folder.glob("**/*.y*ml")}
        names = [name, *(f"{stem}-{number}.yaml" for number in range(2, _MOST_NAMES))]
        return next((each for each in names if default_id(each.removesuffix(".yaml")) not in taken), name)

    def _remember(self, event: InFile, number: int | None, after: bytes | None) -> None:
        before = event.content if event.node is not None else None
        self.saves.append(Saved(event.path, number, before, after, event.title))
        del self.saves[:-_MOST_SAVES]

    def _replace(self, shown: str, old: bytes, new: bytes) -> None:
        """Put new bytes in the place of those that were read, in a file of the folder."""
        with self._unless_changed(shown, old) as path:
            write_edited({path: (old, new)})

    def _remove(self, shown: str, old: bytes) -> None:
        with self._unless_changed(shown, old) as path:
            remove_edited(path, old)

    @contextmanager
    def _unless_changed(self, shown: str, old: bytes) -> Iterator[Path]:
        """A file of the folder to write to; an error is a conflict if it has other bytes by now."""
        path = Path(shown)
        if not path.resolve().is_relative_to(self.workspace.folder.resolve()):
            raise WriteError(f"cannot write {shown}: a link leads out of the folder")
        try:
            yield path
        except WriteError:
            if not path.is_file() or path.read_bytes() != old:
                raise ConflictError from None
            raise

    def _put_new(self, shown: str, content: bytes) -> None:
        """Write a file that is not there, unless there is one of its name by now."""
        path = Path(shown)
        try:
            create_files(path.parent, {path.name: content})
        except ExistingFilesError:
            raise ConflictError from None


def without_event(event: InFile) -> bytes | None:
    """The bytes of its file without an event; None if nothing would be left. Raises UnmadeError."""
    root = node_in(text_of(event.content), ())
    if not event.holder or (isinstance(root, Items) and len(root.values) == 1):
        return None
    text = without_item(text_of(event.content), (), event.holder, ())
    if text is None:
        raise UnmadeError([event.holder])
    return bytes_of(text, event.content)


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
