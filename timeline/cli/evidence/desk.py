"""What the commands about kept copies share: options, what the events cite, and the file they write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common.terminal import say
from timeline.language.events import count_of
from timeline.model.problems import TimelineError, errors

if TYPE_CHECKING:
    from timeline.evidence.keeping import Cited
    from timeline.model import Finding, KeptCopy
    from timeline.reading import Memory

copies_option = click.option(
    "--copies",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder of kept copies; by default .timeline-evidence beside the events.",
)
events_option = click.option(
    "--events",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default="events",
    show_default=True,
    help="The folder of event files that cite the pages.",
)


def folder_of_copies(events: Path, copies: Path | None) -> Path:
    """Where the copies are: the folder that was named, or the one beside the folder of events, which may be
    given by a file in it.
    """
    from timeline.evidence.store import FOLDER

    return copies or (events.resolve() if events.is_dir() else events.resolve().parent).parent / FOLDER


def known(events: Path) -> tuple[Cited, tuple[KeptCopy, ...], bytes]:
    """What the events cite, the copies so far, and the bytes of their file. Raises TimelineError."""
    from timeline.build import check
    from timeline.evidence.claims import cited, claims
    from timeline.evidence.keeping import Cited
    from timeline.evidence.record import NAME

    memory: Memory = {}
    timeline, problems = check((events,), memory=memory, has_drafts=True, demands_review=False)
    if timeline is None:
        raise TimelineError(errors(problems))
    documents = [document for _, document, _ in memory.values() if document]
    path = events / NAME
    old = path.read_bytes() if path.is_file() else b""
    return Cited(cited(documents), claims(documents)), timeline.evidence, old


def shown(finding: Finding) -> str:
    """What was found for a claim, with what stands around it."""
    return f"{finding.field} {finding.result}: {finding.context or finding.words or finding.text}"


def write(events: Path, copies: tuple[KeptCopy, ...], old: bytes) -> None:
    """Write ``_evidence.yaml``, unless somebody has changed it meanwhile."""
    from timeline.evidence.record import NAME, text_of
    from timeline.writing.edited_files import write_edited
    from timeline.writing.new_files import create_files

    path, new = events / NAME, text_of(copies).encode()
    if old:
        write_edited({path: (old, new)})
    else:
        create_files(events, {NAME: new})
    say(f"{path}: {count_of(len(copies), 'copy', 'copies')}")
