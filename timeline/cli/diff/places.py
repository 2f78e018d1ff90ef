"""A timeline that is to be compared: of a folder of events, a git revision, or an events.json."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common.terminal import NotHereError
from timeline.model.problems import Location, Problem, TimelineError, visible

if TYPE_CHECKING:
    from timeline.comparing import Published
    from timeline.model import Timeline

#: The largest events.json, in bytes: that of 60,000 events with a few sources each.
_MOST_BYTES = 200_000_000


def published_of(timeline: Timeline) -> Published:
    """What a timeline publishes."""
    from timeline.comparing import published
    from timeline.render.data import events_json

    return published(events_json(timeline))


def published_at(place: str, folder: Path) -> Published:
    """The timeline at a place: a folder or file that is there, else a git revision of ``folder``.

    Raises TimelineError with every fault, and a usage error if it is none of these.
    """
    path = Path(place)
    if place and path.is_file() and path.suffix.lower() == ".json":
        return _of_json(path)
    if place and path.exists():
        from timeline.build import load

        return published_of(load(path))
    return published_of(_at_revision(place, folder))


def since(place: str, folder: Path) -> Callable[[Timeline], dict[str, bytes]]:
    """What makes ``changes.json`` of a timeline: the changes since the one at that place."""
    from timeline.comparing import compare, report

    before = published_at(place, folder)

    def changes(timeline: Timeline) -> dict[str, bytes]:
        text = report.as_json(compare(before, published_of(timeline)))
        return {"changes.json": text.encode("utf-8", "backslashreplace")}

    return changes


def _of_json(path: Path) -> Published:
    from timeline.comparing import NotEventsError, published

    at = Location(path.as_posix())
    if path.stat().st_size > _MOST_BYTES:
        message = f"it is larger than {_MOST_BYTES // 1_000_000} MB"
        raise TimelineError((Problem(at, "E041", message),))
    try:
        return published(path.read_bytes())
    except NotEventsError as error:
        hint = "name the events.json in the output of timeline build"
        raise TimelineError((Problem(at, "E041", str(error), hint),)) from None


def _at_revision(name: str, folder: Path) -> Timeline:
    from timeline.build import check_documents
    from timeline.comparing.revisions import NoGitError, NoRevisionError, revision_of

    try:
        revision = revision_of(folder, name)
        documents, unread = revision.documents()
        timeline, problems = check_documents(documents, unread, revision.fonts, folder=name)
    except NoGitError as error:
        raise NotHereError(str(error)) from None
    except (NoRevisionError, OSError) as error:
        raise click.UsageError(
            f"{visible(name)} is not a folder, an events.json or a git revision of "
            f"{visible(str(folder))}: {visible(str(error))}\n"
            "Try: timeline diff HEAD~1, or name a folder or an events.json"
        ) from None
    if timeline is None:
        raise TimelineError(problems)
    return timeline
