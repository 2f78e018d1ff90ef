"""Compares every output of this checkout with that of another revision, byte for byte.

    python -m tests.helpers.compare_builds main

builds and exports the project's own events and some unusual timelines with the code of the revision and
with the code of this checkout, and lists the files that differ. The exit code is 0 if none does. Run it
after a change that should only move or rename code.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from filecmp import dircmp
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
#: The exports, with options that change their contents.
EXPORTS = (
    *(("svg", "--width", "700"), ("png",), ("pptx",), ("pptx", "--all"), ("marp", "--all")),
    *(("handout",), ("handout", "--all", "--paper", "letter"), ("worksheet", "--seed", "3")),
    *(("csl",), ("ris",), ("bibtex",), ("checklist",), ("checklist", "--format", "html")),
)
_SOURCE = "{url: 'https://www.example.org/%s', publisher: Example News, language: %s}"
#: Unusual timelines: name -> contents of its _timeline.yaml.
UNUSUAL = {
    "arabic": "title: الجدول\nlanguage: ar\nkicker: خبر\n",
    "german": "title: Zeitleiste\nlanguage: de\nbase_url: https://news.example.org/t/\ncredit: Redaktion\n",
    "hebrew": "title: ציר זמן\nlanguage: he\neras: [{name: תקופה, from: 2025-01-01, to: 2025-02-20}]\n",
    "japanese": "title: 年表\nlanguage: ja\n",
    "russian": "title: Хронология\nlanguage: ru\ntracks: [{name: A, colour: '#8800aa'}, B, C]\n",
    "turkish": "title: iğne\nlanguage: tr\nkicker: istanbul\nglossary: {pact: A deal between states.}\n",
}
#: Dates of every precision, statuses, a disputed event, a glossary term, a source in another script.
EVENTS = """\
- {id: day, title: "A <day> & more", date: 2025-02-17, track: A, key: true, sources: [SOURCE]}
- {id: span, title: A span of days, date: 2025-02-12/2025-02-16, track: A, sources: [SOURCE]}
- {id: months, title: Two months, date: 2025-02/2025-04, track: A, key: true, sources: [SOURCE]}
- {id: timed, title: A time, date: 2025-02-17, time: "16:00/19:00", track: B, sources: [SOURCE]}
- {id: late, title: Late, date: late February 2025, track: B, status: announced, sources: [SOURCE]}
- {id: year, title: A year, date: "2024", track: B, sources: [SOURCE]}
- {id: about, title: About then, date: "2025-02-20~", track: C, sources: [SOURCE], related: [day, span]}
- {id: quarter, title: A quarter, date: Q1 2025, track: C, status: postponed, sources: [SOURCE]}
- id: disputed
  title: Who came first
  date: 2025-02-18
  track: C
  kind: summit
  place: [Paris, Kyiv]
  venue: A hall
  participants: [Jane Doe, Al Roe]
  summary: "They met about the pact.\\n\\nThen they left."
  disputed: خبر has the day before.
  discussion: Who was not in the room?
  sources:
    - url: https://www.example.org/one
      publisher: Example News
      title: Who pays?
      author: ["Doe, Jane", "Roe, Al"]
      published: 2025-02-18
      accessed: 2025-03-01
      archived: https://web.archive.org/web/20250301101500/https://www.example.org/one
      says: 18 February 2025
      quote: there must be “a pact”
      speaker: Jane Doe
    - {url: https://www.example.org/two, publisher: خبر, language: ar, published: 2025-02, says: 17.2.2025}
"""


def write_events(folder: Path) -> list[Path]:
    """Writes the unusual timelines; returns the folders to build, the project's own among them."""
    found = [ROOT / "events"]
    for name, settings in UNUSUAL.items():
        events = folder / name
        events.mkdir()
        source = _SOURCE % (name, "en")
        (events / "_timeline.yaml").write_text(settings, encoding="utf-8")
        (events / "all.yaml").write_text(EVENTS.replace("SOURCE", source), encoding="utf-8")
        found.append(events)
    return found


#: Runs each command line of a JSON list with the package on PYTHONPATH.
_RUN = """
import json, sys
from timeline.cli import main
for words in json.load(sys.stdin):
    main(["--quiet", *words], standalone_mode=False)
"""


def make_everything(code: Path, events: list[Path], output: Path) -> None:
    """Builds and exports each timeline with the package in the folder ``code``."""
    commands: list[list[str]] = []
    for folder in events:
        place = output / folder.name
        commands.append(["build", str(folder), "-o", str(place / "site"), "--standalone"])
        for number, (name, *options) in enumerate(EXPORTS):
            commands.append(["export", name, str(folder), "-o", str(place / f"{number}.{name}"), *options])
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        env={**os.environ, "PYTHONPATH": str(code), "PYTHONSAFEPATH": "1"},
        input=json.dumps(commands),
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}")


def different(compared: dircmp[str], folder: str = "") -> Iterator[str]:
    """A line for each file that differs or is on one side only."""
    yield from (f"{folder}{name} differs" for name in compared.diff_files)
    yield from (f"{folder}{name} is missing now" for name in compared.left_only)
    yield from (f"{folder}{name} is new" for name in compared.right_only)
    for name, inner in compared.subdirs.items():
        yield from different(inner, f"{folder}{name}/")


def main(revision: str) -> int:
    """Prints the files that differ; 1 if any does."""
    with tempfile.TemporaryDirectory() as temporary:
        before = Path(temporary, "before")
        worktree = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*worktree, "add", "--quiet", "--detach", str(before), revision], check=True)
        try:
            for name in ("timeline/render/assets/plotly", "timeline/render/chart/plotly"):
                bundle = ROOT / "timeline/render/chart/plotly"
                if bundle.exists() and (before / name).parent.exists():
                    shutil.copytree(bundle, before / name)
            (events := Path(temporary, "events")).mkdir()
            folders = write_events(events)
            make_everything(before, folders, Path(temporary, "old"))
            make_everything(ROOT, folders, Path(temporary, "new"))
        finally:
            subprocess.run([*worktree, "remove", "--force", str(before)], check=True)
        lines = sorted(different(dircmp(Path(temporary, "old"), Path(temporary, "new"))))
    print("\n".join(lines) or f"every output is the same as with {revision}")  # noqa: T201
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
