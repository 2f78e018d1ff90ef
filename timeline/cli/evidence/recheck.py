"""The command ``timeline evidence recheck``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.common.terminal import say
from timeline.cli.evidence.desk import copies_option, events_option, folder_of_copies, known, shown, write
from timeline.language.events import count_of
from timeline.model.problems import visible

if TYPE_CHECKING:
    from timeline.evidence.keeping import Renewed

_EXAMPLE = "\b\nExample:\n  timeline evidence recheck"


@click.command("recheck", epilog=_EXAMPLE)
@events_option
@copies_option
def command(events: Path, copies: Path | None) -> None:
    """Ask all kept copies again, after quotations or other words of the events have changed.

    What they bear out now is noted in events/_evidence.yaml. Copies that are not on this machine keep what
    was found in them.
    """
    from timeline.evidence.keeping import renewed
    from timeline.evidence.store import Store

    cited, evidence, old = known(events)
    found = [renewed(copy, cited, Store(folder_of_copies(events, copies))) for copy in evidence]
    for each in found:
        for line in _lines(each):
            say(visible(line))
    asked = sum(not each.why_not for each in found)
    now = tuple(each.copy for each in found)
    say(f"{count_of(asked, 'copy', 'copies')} asked again")
    if now != evidence:
        write(events, now, old)


def _lines(renewed: Renewed) -> Iterator[str]:
    """What differs from before, or why the copy was not checked."""
    if renewed.why_not:
        yield f"{renewed.copy.url}: {renewed.why_not}"
        return
    before = set(renewed.before.findings)
    changed = [finding for finding in renewed.copy.findings if finding not in before]
    asked = {(finding.field, finding.text) for finding in renewed.copy.findings}
    gone = [each for each in renewed.before.findings if (each.field, each.text) not in asked]
    if changed or gone:
        yield renewed.copy.url
    for finding in changed:
        yield f"  {shown(finding)}"
    for finding in gone:
        yield f"  {finding.field} not claimed any more: {finding.text}"
