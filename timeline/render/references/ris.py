"""Timeline -> its sources in RIS, the tagged format that most reference managers read.

https://en.wikipedia.org/wiki/RIS_(file_format): a line begins with a tag of two characters, two spaces,
a hyphen and a space, and ends in CRLF; dates are YYYY/MM/DD/, with every slash even where a part is
unknown.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from timeline.model import Timeline
from timeline.render.references.bibliography import Reference, bibliography, notes
from timeline.render.references.styles import is_news
from timeline.typography.one_line import one_line


def ris(timeline: Timeline) -> str:
    """One entry for each address.

    >>> ris(Timeline(title="Empty", events=(), tracks=()))
    ''
    """
    lines = chain.from_iterable(map(_entry, bibliography(timeline)))
    return "".join(f"{tag}  - {one_line(value)}\r\n" for tag, value in lines)


def _entry(reference: Reference) -> Iterator[tuple[str, str]]:
    """The lines of an entry: tag and value."""
    source = reference.source
    published, accessed = source.published_parts, source.accessed
    fields = [
        ("ID", reference.key),
        ("TI", source.title),
        *(("AU", name) for name in source.author),
        ("T2", source.publisher),
        ("PY", f"{published[0]:04}" if published else ""),
        ("DA", _date(published)),
        ("Y2", _date((accessed.year, accessed.month, accessed.day) if accessed else ())),
        ("UR", source.url),
        *(("N1", note) for note in notes(source)),
        ("LA", source.language),
    ]
    yield "TY", "NEWS" if is_news(source) else "ELEC"
    yield from ((tag, value) for tag, value in fields if value)
    yield "ER", ""


def _date(parts: tuple[int, ...]) -> str:
    """ "2025/02/17/", "2025/02//", "2025///" or ""."""
    if not parts:
        return ""
    year, *rest = parts
    month, day = (*(f"{part:02}" for part in rest), "", "")[:2]
    return f"{year:04}/{month}/{day}/"
