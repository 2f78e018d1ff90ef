"""Timeline -> its sources as BibLaTeX entries, in UTF-8.

https://ctan.org/pkg/biblatex, sections 2.1 and 2.2: ``@article`` of a newspaper and ``@online``.
"""

from __future__ import annotations

from timeline.model import Timeline
from timeline.render.references.bibliography import Reference, bibliography, notes
from timeline.render.references.styles import is_news
from timeline.render.references.styles.authors import Name
from timeline.typography.one_line import one_line

#: Signs with a meaning in TeX, written so that braces stay balanced: BibTeX counts braces, escaped or not.
_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%&#_$"},
    }
)
#: An address is written as it is, except for signs that would end it.
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def bibtex(timeline: Timeline) -> str:
    """One entry for each address, separated by blank lines.

    >>> bibtex(Timeline(title="Empty", events=(), tracks=()))
    ''
    """
    return "\n".join(map(_entry, bibliography(timeline)))


def _entry(reference: Reference) -> str:
    source = reference.source
    kind, publisher = ("article", "journaltitle") if is_news(source) else ("online", "organization")
    fields = {
        "author": " and ".join(_name(Name.read(text)) for text in source.author),
        "title": _escaped(source.title),
        publisher: _escaped(source.publisher),
        "date": _date(source.published_parts) or _about(source.inferred_parts),
        "url": one_line(source.url).translate(_IN_ADDRESS),
        "urldate": source.accessed.isoformat() if source.accessed else "",
        "note": _escaped(". ".join(notes(source))),
        "language": source.language,
        "entrysubtype": "newspaper" if is_news(source) else "",
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{kind}{{{reference.key},\n{lines}}}\n"


def _about(parts: tuple[int, ...]) -> str:
    """An approximate date, which BibLaTeX writes as EDTF does: "2025-02-17~"."""
    return f"{_date(parts)}~" if parts else ""


def _date(parts: tuple[int, ...]) -> str:
    """ISO 8601: "2025-02-17", "2025-02", "2025" or ""."""
    return "-".join(f"{part:0{width}}" for part, width in zip(parts, (4, 2, 2), strict=False))


def _name(name: Name) -> str:
    """ "Doe, Jane", "King, Jr., Martin Luther", or an organisation in braces."""
    if not name.given:
        return f"{{{_escaped(name.family)}}}"
    return ", ".join(_part(part) for part in (name.family, name.suffix, name.given) if part)


def _part(text: str) -> str:
    """A part of a name; in braces if it contains "and", which would begin another author."""
    return f"{{{_escaped(text)}}}" if " and " in f" {text.lower()} " else _escaped(text)


def _escaped(text: str) -> str:
    """The text with TeX's signs escaped, on one line.

    >>> print(_escaped("50% {more}"))
    50\\% \\textbraceleft{}more\\textbraceright{}
    """
    return one_line(text).translate(_ESCAPES)
