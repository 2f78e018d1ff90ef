"""What the page is told of all files: the list of events and of what they share, and suggestions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from timeline.editing.form.counted import known_dates
from timeline.editing.form.listing import listing
from timeline.editing.form.readings import settings_of
from timeline.editing.form.shapes import EVENT, SHARED
from timeline.editing.form.values import listed_names, suggestions
from timeline.editing.form.workspace import Files, Workspace
from timeline.model.problems import Problem


def overview(workspace: Workspace) -> dict[str, Any]:
    """The events with their dates, the files beside them, the fields of all forms, and names."""
    files = workspace.files()
    checked = workspace.check("", None, ())
    workspace.settled = checked.dates or workspace.settled
    faulty = {each.location.path for each in checked.problems if each.is_error}
    dates = known_dates(files.documents, workspace.settled, settings_of(files.documents), faulty)
    found = listing(files.documents, files.unread, checked.problems, dates)
    return {
        "events": [asdict(each) for each in found],
        "shared": _shared(workspace, files, checked.problems),
        "fields": {shape.name: [asdict(each) for each in shape.fields] for shape in (EVENT, *SHARED)},
        "suggestions": suggestions(files.documents),
        "listed": listed_names(files.documents),
        "ids": [{"id": each.id, "title": each.title} for each in found if each.id],
    }


def _shared(workspace: Workspace, files: Files, problems: Sequence[Problem]) -> list[dict[str, Any]]:
    """The files beside the events, for the list."""
    found = []
    for shape in SHARED:
        path = workspace.shared_path(shape, files)
        of_file = [each for each in problems if each.location.path == path]
        own = [each for each in of_file if each.is_error]
        unread = [each for each in own if each in files.unread]
        problem = f"Line {unread[0].location.line}: {unread[0].message}" if unread else ""
        found.append(
            {"shape": shape.name, "file": path, "number": None, "id": "", "title": shape.title}
            | {"faults": len(own), "warnings": len(of_file) - len(own), "problem": problem}
        )
    return found
