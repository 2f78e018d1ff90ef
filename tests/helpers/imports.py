"""What an import makes of a file, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from timeline.build import check
from timeline.importing import Choices, Imported, convert
from timeline.model import Timeline
from timeline.model.problems import Problem, TimelineError


@dataclass(frozen=True)
class Result:
    """The account of an import, the fields of its events in order, and those of ``_timeline.yaml``."""

    account: Imported
    events: list[dict[str, Any]]
    frame: dict[str, Any]

    @property
    def text(self) -> str:
        """All event files, comments and all."""
        return "".join(text for name, text in self.account.files.items() if not name.startswith("_"))

    @property
    def left(self) -> dict[str, str]:
        """What became a comment: its name, and where it stood."""
        return {each.name: each.places for each in self.account.leftovers}


def imported(data: str | bytes, name: str = "input", **choices: Any) -> Result:
    """The result of an import, read with YAML's own types switched off: every value is text."""
    account = convert(name, data.encode() if isinstance(data, str) else data, Choices(**choices))
    values = {name: yaml.load(text, yaml.BaseLoader) for name, text in account.files.items()}  # noqa: S506
    found = [value for name, value in values.items() if not name.startswith("_")]
    events = [event for value in found for event in (value if isinstance(value, list) else [value])]
    counted = account.events + sum(number for _, number in account.others)
    assert account.total == counted, "an entry of the file was lost"
    assert account.events == len(events)
    return Result(account, events, values["_timeline.yaml"])


def refusal(data: str | bytes, name: str = "input", **choices: Any) -> Problem:
    """The fault because of which a file is not imported."""
    try:
        convert(name, data.encode() if isinstance(data, str) else data, Choices(**choices))
    except TimelineError as error:
        (problem,) = error.problems
        return problem
    raise AssertionError("the file was imported")


def written(account: Imported, folder: Path) -> Path:
    """The folder, with the files of an import."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in account.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def faults(account: Imported, folder: Path) -> tuple[Timeline | None, list[str]]:
    """The timeline, and the faults that a check finds in what was imported."""
    timeline, problems = check((written(account, folder),))
    return timeline, [f"{problem.code} {problem.message}" for problem in problems]
