"""The event files as they are now, and what a check of them finds with a text that is not saved yet."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Any, TypeAlias

from timeline.editing.form.listing import event_id
from timeline.editing.form.shapes import EVENT, Shape, shared_by_file
from timeline.editing.form.values import Values, form_values
from timeline.editing.preview import articles
from timeline.model import Timeline, When
from timeline.model.problems import Problem
from timeline.model.records import Document, Fields, Items, Node
from timeline.model.records import Path as FieldPath
from timeline.normalise import named_fonts, normalise
from timeline.normalise.knock_on import without_knock_on
from timeline.reading import Memory, read, read_fonts
from timeline.reading.decoding import SourceText
from timeline.reading.yaml_parser import parse

#: The timeline, None if there are errors, and all problems.
_Outcome: TypeAlias = "tuple[Timeline | None, tuple[Problem, ...]]"
#: The documents, the faults of files that cannot be read, and the fonts.
_Inputs: TypeAlias = "tuple[tuple[Document, ...], tuple[Problem, ...], dict[str, bytes | Problem]]"


class NoSuchEventError(LookupError):
    """There is no event of this file and number by now."""


@dataclass(frozen=True, slots=True)
class Files:
    """The documents, the bytes of each by its path, and the faults of the files themselves."""

    documents: tuple[Document, ...]
    contents: Mapping[str, bytes]
    unread: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class InFile:
    """An event as its file has it, or a file beside the events.

    ``holder`` is the path of the mapping of an event in its file. A file beside the events may not be there
    yet: then ``node`` is None.
    """

    path: str
    content: bytes
    holder: FieldPath
    node: Node | None
    shape: Shape = EVENT

    @property
    def hash(self) -> str:
        """What tells this state of the file from any other."""
        return hash_of(self.content)

    @property
    def values(self) -> Values:
        """What the form shows of it."""
        return form_values(self.node, self.shape)

    @property
    def title(self) -> str:
        """What it is called where a save of it is named."""
        is_event = self.shape is EVENT
        return (
            str(self.values.get("title") or self.path.rpartition("/")[2]) if is_event else self.shape.title
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check finds: all problems, and the HTML of the event as the page would show it ("" if it has
    faults), with its id. ``dates`` are those of the events by id, if there is no error.
    """

    document: Document | None
    problems: tuple[Problem, ...]
    id: str = ""
    article: str = ""
    dates: Mapping[str, When] = field(default_factory=dict)


@dataclass
class Workspace:
    """The folder of event files, or one file of it."""

    events: Path
    #: The dates of the events by id, when the files last had no error.
    settled: Mapping[str, When] = field(default_factory=dict, init=False)
    #: What the last check of what is saved, and of what is typed, was about, and what it found.
    _last: dict[bool, tuple[_Inputs, _Outcome]] = field(default_factory=dict, init=False)
    _memory: Memory = field(default_factory=dict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    @property
    def folder(self) -> Path:
        """The folder in which files are written."""
        return self.events if self.events.is_dir() else self.events.parent

    def files(self) -> Files:
        """The files as they are now; those that have not changed are not parsed again."""
        with self._lock:
            documents, unread = read((self.events,), memory=self._memory)
            contents = {each.path: self._memory[each.path][0] for each in documents}
        return Files(documents, contents, unread)

    def event(self, file: str, number: int | None) -> InFile:
        """One event, by its file as the list of events names it. Raises NoSuchEventError."""
        files = self.files()
        document = next((each for each in files.documents if each.path == file), None)
        if document is None or document.name.startswith("_"):
            raise NoSuchEventError(file)
        holder: FieldPath = () if number is None else (number,)
        node = document.root
        if isinstance(node, Items) and number is not None and 0 <= number < len(node.values):
            node = node.values[number]
        elif number is not None:
            raise NoSuchEventError(file)
        if not isinstance(node, Fields):
            raise NoSuchEventError(file)
        return InFile(file, files.contents[file], holder, node)

    def shared(self, shape: Shape) -> InFile:
        """A file beside the events, also if it is not there yet. Raises NoSuchEventError if it cannot be
        read.
        """
        files = self.files()
        found = next((each for each in files.documents if each.name == shape.file), None)
        path = self.shared_path(shape, files)
        if found is None and any(each.location.path == path for each in files.unread if each.is_error):
            raise NoSuchEventError(path)
        if found is None:
            return InFile(path, b"", (), None, shape)
        return InFile(path, files.contents[path], (), found.root, shape)

    def shared_path(self, shape: Shape, files: Files) -> str:
        """The path of a file beside the events: the one it has, or would have."""
        known = (*(each.path for each in files.documents), *(each.location.path for each in files.unread))
        usual = (self.folder / f"{shape.file}.yaml").as_posix()
        return next((path for path in known if shared_by_file(path) is shape), usual)

    def check(self, path: str, text: str | None, holder: FieldPath) -> Checked:
        """What a check finds with ``text`` in the place of a file, or beside the files; the event at
        ``holder`` counts as finished also if it is marked as a draft.
        """
        files = self.files()
        document, faults = None, list(files.unread)
        if text is not None:
            root, found = parse(SourceText.of(path, text))
            faults = [each for each in faults if each.location.path != path] + [*found]
            document = Document(path, _finished(root, holder)) if root else None
        others = tuple(each for each in files.documents if each.path != path)
        documents = (*others, document) if document else files.documents
        timeline, problems = self._normalised_once(documents, tuple(faults), is_saved=text is None)
        dates = {event.id: event.when for event in timeline.events} if timeline else {}
        id_ = event_id(document, holder) if document else ""
        if document and not document.name.startswith("_") and not _has(timeline, id_):
            shared = tuple(each for each in others if each.name.startswith("_"))
            timeline, _ = self._normalised((*shared, document), (), is_whole=False)
        return Checked(document, problems, id_, _article(timeline, id_), dates)

    def _normalised_once(
        self, documents: tuple[Document, ...], unread: tuple[Problem, ...], *, is_saved: bool
    ) -> _Outcome:
        """The same as the last time if nothing has changed since, in the files or with what is typed."""
        known = self._last.get(is_saved)
        fonts = read_fonts(*named_fonts(documents))
        if known and known[0] == (documents, unread, fonts):
            return known[1]
        outcome = self._normalised(documents, unread, is_whole=True)
        self._last[is_saved] = (documents, unread, fonts), outcome
        return outcome

    def _normalised(
        self, documents: Sequence[Document], unread: tuple[Problem, ...], *, is_whole: bool
    ) -> _Outcome:
        fonts = read_fonts(*named_fonts(documents))
        folder = self.events.as_posix()
        timeline, found = normalise(
            documents, is_whole=is_whole, demands_review=False, folder=folder, fonts=fonts
        )
        return timeline, tuple(sorted((*unread, *without_knock_on(found, unread, documents))))


def hash_of(content: bytes) -> str:
    """What tells one state of a file from another."""
    return hashlib.sha256(content).hexdigest()


def _finished(root: Any, holder: FieldPath) -> Any:
    """The tree without the mark that makes one event a draft, so that it is checked whole."""
    if isinstance(root, Items) and holder:
        number = int(holder[0])
        nodes = [_finished(each, ()) if at == number else each for at, each in enumerate(root.values)]
        return replace(root, values=tuple(nodes))
    if isinstance(root, Fields):
        return replace(root, entries=tuple(each for each in root.entries if each[0].value != "draft"))
    return root


def _has(timeline: Timeline | None, id_: str) -> bool:
    return timeline is not None and any(event.id == id_ for event in timeline.events)


def _article(timeline: Timeline | None, id_: str) -> str:
    if timeline is None:
        return ""
    events = tuple(event for event in timeline.events if event.id == id_)
    return articles(replace(timeline, events=events)).get(id_, "")
