"""Warns of addresses that occur twice, that readers may mistake or cannot reach, and of too few origins."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.language.events import count_of
from timeline.model import Source
from timeline.model.sources.origins import origins
from timeline.normalise.faults import Faults
from timeline.normalise.format import EventRecord
from timeline.normalise.format.hosts import is_local_host, misleading_host
from timeline.normalise.format.validation import ValidatedRecord
from timeline.normalise.text import quoted


def warn_same_address(entry: ValidatedRecord[EventRecord], faults: Faults) -> None:
    """Warn of each address that is used twice among an event's sources."""
    seen: set[str] = set()
    for number, source in enumerate(entry.record.sources):
        if source.url and source.url in seen:
            at = entry.at("sources", number, "source" if source.source else "url")
            faults.add(
                at, "W006", f"the address {quoted(source.url)} is used twice", "name each source once"
            )
        seen.add(source.url)


def warn_of_hosts(entry: ValidatedRecord[EventRecord], faults: Faults) -> None:
    """Warn of each address whose host may be mistaken for another, or that readers cannot reach."""
    for number, source in enumerate(entry.record.sources):
        copies = ((("archived", place), copy) for place, copy in enumerate(source.archived))
        for path, address in ((("url",), source.url), *copies):
            name, at = path[0], entry.at("sources", number, *path)
            if address and is_local_host(address):
                message = f"{name} {quoted(address)} leads to one machine or network only"
                faults.add(at, "W016", message, "the public address of the page")
            elif host := misleading_host(address):
                message = (
                    f"{name} {quoted(address)} may be mistaken for another address; its host is {host}"
                )
                faults.add(at, "W008", message, "check that it is the address you mean")


def warn_few_origins(
    entry: ValidatedRecord[EventRecord], sources: Sequence[Source], least: int, faults: Faults
) -> None:
    """Warn of a main event whose sources have fewer independent origins than the timeline asks for."""
    found = origins(sources)
    if len(found) < least:
        message = (
            f"the sources of this main event have {count_of(len(found), 'independent origin')} "
            f"({', '.join(found)}), but independent_origins is {least}"
        )
        faults.add(entry.at("sources"), "W018", message, "add a source whose text comes from elsewhere")
