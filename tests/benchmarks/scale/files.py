"""Made-up events as files, one for each, as a newsroom that has grown keeps them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.benchmarks.weigh.events import Made, made

TITLE = "Diplomatic events"


def write_files(count: int, folder: Path) -> list[Made]:
    """Writes so many events into a new folder, and returns them; the same ones every time.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as name:
    ...     _ = write_files(2, Path(name, "events"))
    ...     [path.name[10:] for path in sorted(Path(name, "events").iterdir())]
    ['-e00000.yaml', '-e00001.yaml', 'yaml']
    """
    folder.mkdir(parents=True)
    events = made(count)
    tracks = "\n".join(f"  - {name}" for name in sorted({one.group for one in events}))
    (folder / "_timeline.yaml").write_text(f"title: {TITLE}\ntracks:\n{tracks}\n", encoding="utf-8")
    for one in events:
        file_of(one, folder).write_text(_text(one), encoding="utf-8")
    return events


def file_of(one: Made, folder: Path) -> Path:
    """Where its file is."""
    return folder / f"{one.day}-{one.id}.yaml"


def _text(one: Made) -> str:
    return (
        f"id: {one.id}\ntitle: {json.dumps(one.title)}\ndate: {one.day}\ntrack: {one.group}\n"
        f"summary: {json.dumps(one.text)}\nsources:\n  - url: {one.url}\n    publisher: {one.publisher}\n"
    )
