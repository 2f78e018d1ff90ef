"""The cells of a row that cite -> the sources of its event, or addresses that may become sources."""

from __future__ import annotations

import re

from timeline.importing.draft import Draft
from timeline.importing.html_text import addresses, bare_address
from timeline.normalise.format.urls import refusal

#: A source as events.csv writes it.
_NAMED = re.compile(r"(?P<publisher>[^<>]*[^<>\s])\s*<(?P<url>https?://[^<>\s]+)>")


def sources(draft: Draft, cells: dict[str, tuple[str, str]]) -> None:
    """Sources of a row: an address with its publisher is one; an address alone only may become one."""
    url_name, url = cells.get("url", ("", ""))
    source_name, source = cells.get("source", ("", ""))
    named = [each.groupdict() for each in _NAMED.finditer(source)]
    if named and not _NAMED.sub("", source).strip(" |;\n"):
        draft.put(
            "sources", [{"url": each["url"], "publisher": each["publisher"].strip(" |;")} for each in named]
        )
        source = ""
    found = addresses(url) or addresses(source)
    words = source
    for address in addresses(source):
        words = words.replace(address, "")
    words = words.strip(" ,;|()<>\n") if found else ""
    publisher = cells.get("publisher", ("", ""))[1] or ("" if "\n" in words else words)
    details = {
        name: cells[field][1]
        for name, field in (("title", "source_title"), ("author", "author"), ("published", "published"))
        if field in cells and cells[field][1]
    }
    if len(found) == 1 and publisher and not refusal(found[0]) and "sources" not in draft.fields:
        draft.put("sources", [{"url": found[0], "publisher": publisher, **details}])
        draft.keep(url_name, url.replace(found[0], "").strip(" ,;|<>"))
        draft.keep(source_name, "" if words == publisher or not words else source)
        return
    for name, cell in ((url_name, url), (source_name, source)):
        bare = bare_address(cell)
        draft.link(bare, f"{name}, where it has no https://")
        for address in addresses(cell):
            draft.link(address, name)
        draft.keep(name, "" if bare or cell.strip() in addresses(cell) else cell)
    for field in ("publisher", "source_title", "author", "published"):
        if field in cells:
            draft.keep(*cells[field])
