"""What the page of `timeline edit` asks its server for, and the answers."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from string import Template
from typing import Any

from timeline.editing.extension import Answer
from timeline.editing.form.candidates import candidates
from timeline.editing.form.edits import changed_bytes, new_text
from timeline.editing.form.edits.changes import BadChangeError, Change, changes_of
from timeline.editing.form.located import at_fields, elsewhere
from timeline.editing.form.overview import overview
from timeline.editing.form.readings import readings
from timeline.editing.form.saving import ConflictError, Saving, UnmadeError
from timeline.editing.form.shapes import EVENT, PEOPLE, PLACES, shared_by_file
from timeline.editing.form.sources import UnreachableError, drafted
from timeline.editing.form.values import documents_of
from timeline.editing.form.workspace import InFile, NoSuchEventError, Workspace
from timeline.model.problems import Problem, visible
from timeline.model.records import Path as FieldPath
from timeline.rewriting.file_bytes import text_of
from timeline.writing.errors import WriteError

#: The address of the page, and of everything that it asks for.
PREFIX = "__timeline/edit/"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
_ASSETS = (
    "edit.css", "api.js", "app.js", "around.js", "cards.js", "checking.js", "choosing.js", "conflict.js",
    "controls.js", "dates.js", "dialog.js", "faults.js", "form.js", "list.js", "made.js", "offering.js",
    "preview.js", "renaming.js", "saving.js", "several.js", "sources.js", "state.js",
)  # fmt: skip
_LONGEST_TEXT = 2_000


class _BadRequestError(Exception):
    """What was sent is not what the page sends."""


@dataclass
class Form:
    """The form of one run, which the server asks for its answers."""

    workspace: Workspace
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    prefix: str = PREFIX
    saving: Saving = field(init=False)

    def __post_init__(self) -> None:
        self.saving = Saving(self.workspace)

    def get(self, name: str, query: Mapping[str, str]) -> Answer:
        """The page, its scripts and style, the list of events, or one event."""
        if not name:
            text = _asset("edit.html").decode()
            return Answer(200, Template(text).substitute(token=self.token).encode(), "html", _POLICY)
        if name in _ASSETS:
            return Answer(200, _asset(name), name.rpartition(".")[2])
        if name == "events":
            return self._guarded(self._events)
        if name == "event":
            return self._guarded(lambda: self._shown(self._event(query)))
        return _error(404, "There is no such page.")

    def post(self, name: str, body: bytes) -> Answer:
        """Check, save or take back; readings of a date; a source drafted from an address."""
        methods = {
            "check": self._check,
            "dates": self._dates,
            "delete": self._delete,
            "list": self._list,
            "new": self._new,
            "save": self._save,
            "source": self._source,
            "undo": self._undo,
        }
        if name not in methods:
            return _error(404, "There is no such request.")
        try:
            sent = json.loads(body)
        except (ValueError, RecursionError):
            return _error(400, "That is not JSON.")
        if not isinstance(sent, dict):
            return _error(400, "An object is expected.")
        return self._guarded(lambda: methods[name](sent))

    def _guarded(self, asked: Callable[[], dict[str, Any]]) -> Answer:
        """The answer as JSON; what prevents it, as a status and a sentence."""
        try:
            return Answer(200, _as_json(asked()))
        except NoSuchEventError:
            return _error(404, "This event is not in the files any more.")
        except (BadChangeError, _BadRequestError) as error:
            return _error(400, str(error))
        except ConflictError:
            return _error(409, "The file was changed by another program.")
        except UnmadeError as error:
            paths = [list(path) for path in error.paths]
            return _error(422, "This cannot be changed without touching other lines.", unmade=paths)
        except UnreachableError as error:
            return _error(502, visible(str(error)))
        except WriteError as error:
            return _error(507, visible(str(error)))

    # ---- what can be asked

    def _events(self) -> dict[str, Any]:
        return overview(self.workspace) | {"undo": self.saving.undoable}

    def _event(self, asked: Mapping[str, Any]) -> InFile:
        file, number = asked.get("file"), asked.get("number")
        if isinstance(file, str) and (shape := shared_by_file(file)):
            found = self.workspace.shared(shape)
            if found.path != file:
                raise NoSuchEventError(file)
            return found
        if isinstance(number, str):
            number = int(number) if number.isascii() and number.isdecimal() and len(number) < 7 else None
        if not isinstance(file, str) or not (number is None or type(number) is int):
            raise _BadRequestError("an event is named by its file and its number there")
        return self.workspace.event(file, number)

    def _shown(self, event: InFile) -> dict[str, Any]:
        number = event.holder[0] if event.holder else None
        shown = {"file": event.path, "number": number, "hash": event.hash, "values": event.values}
        offered = candidates(text_of(event.content), event.holder) if event.shape is EVENT else []
        return shown | {"shape": event.shape.name, "candidates": offered}

    def _check(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        """Faults with what was typed, and how the page would show it. For a new event, ``file`` is None."""
        holder: FieldPath = ()
        shape = EVENT
        if sent.get("file") is None:
            changes = changes_of(sent.get("changes"))
            path, hash_ = self._new_path(changes), ""
            text = new_text(changes)
        else:
            event = self._event(sent)
            path, holder, hash_, shape = event.path, event.holder, event.hash, event.shape
            changes = changes_of(sent.get("changes"), shape)
            content, _ = changed_bytes(event.content, holder, changes, shape)
            text = text_of(content)
        checked = self.workspace.check(path, text or None, holder)
        faults: list[dict[str, Any]] = []
        others: Sequence[Problem] = checked.problems
        if checked.document:
            faults, others = at_fields(checked.document, holder, others, shape)
        return {
            "faults": faults,
            "elsewhere": elsewhere(others),
            "article": checked.article,
            "id": checked.id,
            "hash": hash_,
        }

    def _new_path(self, changes: tuple[Change, ...]) -> str:
        """A path that no file has, for the check of an event that is not saved yet."""
        return f"{self.workspace.folder.as_posix()}/{self.saving.free_name(changes)}"

    def _save(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        event = self._event(sent)
        changes = changes_of(sent.get("changes"), event.shape)
        self.saving.save(event, sent.get("number"), str(sent.get("hash")), changes)
        return self._shown(self._event(sent)) | {"undo": self.saving.undoable}

    def _list(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        """A name more in the list of people or of places."""
        shape = next((each for each in (PEOPLE, PLACES) if each.name == sent.get("shape")), None)
        if shape is None:
            raise _BadRequestError("that is not the name of a list")
        held = self.workspace.shared(shape)
        number = len(held.values.get(shape.root) or ())
        change = {"path": [shape.root, number], "value": {"name": sent.get("name")}}
        self.saving.save(held, None, held.hash, changes_of([change], shape))
        return {"undo": self.saving.undoable}

    def _delete(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        event = self._event(sent)
        if event.shape is not EVENT:
            raise _BadRequestError("only events are deleted")
        self.saving.delete(event, sent.get("number"), str(sent.get("hash")))
        return {"undo": self.saving.undoable}

    def _undo(self, _: Mapping[str, Any]) -> dict[str, Any]:
        if not self.saving.saves:
            raise _BadRequestError("there is nothing to take back")
        last = self.saving.undo()
        return {"file": last.path, "number": last.number, "title": last.title, "undo": self.saving.undoable}

    def _new(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        """The file of a new event; with errors, it is a draft."""
        changes = changes_of(sent.get("changes"))
        if not any(each.path == ("title",) and each.value for each in changes):
            raise _BadRequestError("An event needs a title.")
        checked = self._check({"file": None, "changes": sent["changes"]})
        is_draft = any(each["is_error"] for each in checked["faults"]) and not any(
            each.path == ("draft",) for each in changes
        )
        path = self.saving.create(changes, is_draft=is_draft)
        shown = self._shown(self.workspace.event(path.as_posix(), None))
        return shown | {"is_draft": is_draft, "undo": self.saving.undoable}

    def _dates(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        asked = {name: value for name, value in sent.items() if isinstance(value, str)}
        if not asked.get("text") or any(len(value) > _LONGEST_TEXT for value in asked.values()):
            raise _BadRequestError("a text is expected")
        return readings(asked, self.workspace.files().documents, self.workspace.settled)

    def _source(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        address = sent.get("address")
        if not isinstance(address, str) or not address.strip():
            raise _BadRequestError("an address is expected")
        known = documents_of(self.workspace.files().documents)
        id_ = next((each.get("id") for each in known if each.get("url") == address.strip()), None)
        return {"source": {"source": id_}, "event": {}} if id_ else drafted(address.strip())


def _asset(name: str) -> bytes:
    return (files("timeline") / "editing" / "form" / "page" / name).read_bytes()


def _as_json(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


def _error(status: int, message: str, **more: Any) -> Answer:
    return Answer(status, _as_json({"error": message} | more))
