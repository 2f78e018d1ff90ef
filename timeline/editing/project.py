"""A new project: a folder of event files with a small story, or with the curated one as an example."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from timeline.editing.schemas import schemas
from timeline.normalise.text import one_line
from timeline.reading.decoding import UNPRINTABLE
from timeline.rewriting.yaml_text import entry
from timeline.writing.new_files import ExistingFilesError, create_files

#: The folder of a project that holds its event files, where `timeline build` looks for them.
EVENTS = "events"


def events_folder(project: Path) -> Path:
    """Where the event files of a project are: in its folder "events", or in itself if that is its name.

    >>> events_folder(Path("my-story")).as_posix(), events_folder(Path("events")).as_posix()
    ('my-story/events', 'events')
    """
    return project if project.name == EVENTS else project / EVENTS


def start_project(project: Path, *, has_example: bool = False, title: str = "") -> tuple[Path, ...]:
    """Write the event files of a new project, and what an editor needs to check them; list them.

    With ``has_example`` they are the curated ones, with a ``title`` there are no events yet, else they are
    those of a small story with a comment on every field. Raises ExistingFilesError if there are event files
    already, WriteError if they cannot be written.
    """
    folder = events_folder(project)
    taken = next((path for path in sorted(folder.glob("**/*.y*ml")) if not _is_hidden(path, folder)), None)
    if taken:
        raise ExistingFilesError(f"{folder} holds event files already, such as {taken.name}")
    templates = files("timeline") / "editing" / "templates"
    if has_example:
        templates = example()
    elif title:
        templates = templates / "empty"
    texts = {
        file.name: file.read_bytes()
        for file in sorted(templates.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".yaml")
    }
    if title:
        text = texts["_timeline.yaml"].decode()
        line = "\n".join(entry("title", one_line(UNPRINTABLE.sub("", title)) or "TITLE"))
        texts["_timeline.yaml"] = text.replace("title: TITLE", line, 1).encode()
    return create_files(folder, texts | schemas())


def example() -> Traversable:
    """The curated event files: a wheel holds a copy, a clone has them beside the package."""
    package = files("timeline")
    packed = package / "editing" / "example"
    return packed if packed.is_dir() else Path(str(package)).parent / EVENTS


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
