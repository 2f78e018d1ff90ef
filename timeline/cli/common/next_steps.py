"""What ``timeline`` alone prints: what to do next in this folder."""

from __future__ import annotations

import re
from pathlib import Path

from timeline.model.problems import visible

_SUFFIXES = (".yaml", ".yml")
#: Files of tables, which may be a list of events.
_SHEETS = (".csv", ".tsv", ".xlsx")


def next_steps(here: Path) -> str:
    """What there is in a folder, and the commands that go on from there.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     print(next_steps(Path(folder)).splitlines()[0])
    There are no event files here yet.
    """
    if _holds_events(here / "events"):
        return _listed('The folder "events" holds event files.', _commands(""))
    if _holds_events(here):
        return _listed("This folder holds event files.", _commands(" ."))
    projects = sorted(path.parent for path in here.glob("*/events") if _holds_events(path))
    if projects:
        name = projects[0].name
        found = f'The folder "{name}/events" holds event files.'
        return _listed(found, {f"cd {name}": "go there", **_commands("")})
    sheet = next((path for path in sorted(here.glob("*")) if path.suffix.lower() in _SHEETS), None)
    first = {
        **({f"timeline import {_quoted(sheet.name)}": "make event files of this sheet"} if sheet else {}),
        "timeline init": "start with a small story, to replace with your own",
        "timeline init --example": "start with a finished timeline, to look around in",
        "timeline help": "the manual",
    }
    return _listed("There are no event files here yet.", first)


def _commands(events: str) -> dict[str, str]:
    output = " -o ../output" if events else ""
    return {
        f"timeline edit{events}": "change events in a form, in a browser",
        f"timeline serve{events}": "show the page in a browser while you edit",
        f"timeline check{events}": "list what is wrong",
        f"timeline build{events}{output}": f"make the page in {'../' if events else ''}output",
        "timeline --help": "every command",
        "timeline help": "the manual",
    }


def _quoted(name: str) -> str:
    """A name as every shell takes it."""
    shown = visible(name)
    return f'"{shown}"' if re.search(r"[^\w.-]", shown) else shown


def _listed(found: str, commands: dict[str, str]) -> str:
    width = max(map(len, commands))
    return "\n".join([found, "", *(f"  {name:{width}}  {purpose}" for name, purpose in commands.items())])


def _holds_events(folder: Path) -> bool:
    """Whether a folder holds YAML files that look like those of a timeline."""
    try:
        names = [path.name for path in folder.iterdir() if path.suffix in _SUFFIXES]
    except OSError:
        return False
    return bool(names) and (
        folder.name == "events" or "_timeline.yaml" in names or "_timeline.yml" in names
    )
