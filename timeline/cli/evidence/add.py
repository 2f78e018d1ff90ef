"""The command ``timeline evidence add``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common.params import iso_day, require_existing
from timeline.cli.common.terminal import print_problems, progress_bar, say
from timeline.cli.evidence.desk import copies_option, events_option, folder_of_copies, known, shown, write
from timeline.model.problems import Location, Problem, TimelineError, visible

if TYPE_CHECKING:
    from timeline.evidence.keeping import Cited
    from timeline.evidence.kept_page import KeptPage
    from timeline.model import KeptCopy

_EXAMPLE = "\b\nExample:\n  timeline evidence add story.html --for https://www.example.org/story"


@click.command("add", epilog=_EXAMPLE)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--for", "address", metavar="ADDRESS", default="", help="The address they are copies of.")
@click.option("--on", "day", metavar="DAY", callback=iso_day, help="The day on which the copy was made.")
@events_option
@copies_option
@click.pass_obj
def command(  # noqa: PLR0913 -- the options of the command
    quiet: bool,
    /,
    files: tuple[Path, ...],
    *,
    address: str,
    day: date | None,
    events: Path,
    copies: Path | None,
) -> None:
    """Keep copies of sources, and note in events/_evidence.yaml what they bear out.

    FILE is what a browser, SingleFile or an archive has saved: HTML, MHTML, PDF, text, WARC or WACZ. Most
    say which page they are a copy of, and when it was made; --for and --on say it for the others. The
    copies go to a private folder that Git ignores; only the words found in them stand in _evidence.yaml.
    """
    require_existing(files, "name the copies that you have saved")
    cited, evidence, old = known(events)
    added, problems = _added(
        files,
        cited,
        evidence,
        address=address,
        day=day,
        folder=folder_of_copies(events, copies),
        quiet=quiet,
    )
    if added:
        write(events, added, old)
    print_problems(problems, to_stderr=True)
    if problems:
        raise click.exceptions.Exit(1)


def _added(  # noqa: PLR0913 -- the options of the command
    files: Sequence[Path],
    cited: Cited,
    evidence: tuple[KeptCopy, ...],
    *,
    address: str,
    day: date | None,
    folder: Path,
    quiet: bool,
) -> tuple[tuple[KeptCopy, ...], list[Problem]]:
    """The copies with those of the files, () if there is no new one; and what is wrong with files."""
    from timeline.evidence.keeping import recorded
    from timeline.evidence.store import Store

    store, number = Store(folder), 0
    problems: list[Problem] = []
    for path in files if quiet or len(files) == 1 else progress_bar(files):
        try:
            for url, page in _read(path, cited, address, day):
                store.keep(page)
                evidence, new = recorded(evidence, url, page, cited, _file_day(path))
                number += 1
                for line in _lines(path, new):
                    say(visible(line))
        except TimelineError as error:
            problems += error.problems
    return (evidence if number else ()), problems


def _read(path: Path, cited: Cited, address: str, day: date | None) -> Iterator[tuple[str, KeptPage]]:
    """The pages of a file that are sources. Raises TimelineError with the reason if there are none."""
    from dataclasses import replace

    from timeline.evidence.keeping import CopyError, pages_of
    from timeline.evidence.kept_page import MAX_FILE
    from timeline.reading.files import File, read_bytes

    content = read_bytes(File(path, path.as_posix(), None), MAX_FILE)
    if isinstance(content, Problem):
        raise TimelineError((content,))
    try:
        for url, page in pages_of(content, cited, address):
            yield url, replace(page, day=day or page.day)
    except CopyError as error:
        raise TimelineError((Problem(Location(str(path)), "E062", error.message, error.hint),)) from None


def _file_day(path: Path) -> date:
    """The day on which the file was last changed: the copy is of that day at the latest."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()


def _lines(path: Path, copy: KeptCopy) -> Iterator[str]:
    """What was found in a copy."""
    made = f"made by {copy.day}" if copy.is_latest_day else f"of {copy.day}"
    yield f"{path}: a copy of {copy.url}, {made}"
    for finding in copy.findings:
        yield f"  {shown(finding)}"
    if not copy.findings:
        yield "  the events claim nothing of it that a copy could bear out"
