"""Chicago 17: Chicago Manual of Style, 17th ed., 2017, as bibliography entries and as notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.model import Source
from timeline.render.references.styles.authors import Name
from timeline.render.references.styles.dates import UNKNOWN, american, day_parts
from timeline.render.references.styles.style import Style, is_news

#: The bibliography names the first 7 of more than 10 authors (14.76).
_MOST_AUTHORS = 10


def _authors(names: Sequence[Name]) -> str:
    """14.76: the first name is inverted."""
    rest = [name.natural for name in names[1:]]
    if len(names) > _MOST_AUTHORS:
        return f"{', '.join((names[0].inverted, *rest[:6]))}, et al."
    if not rest:
        return names[0].inverted
    return f"{', '.join((names[0].inverted, *rest[:-1]))}, and {rest[-1]}"


def _authors_in_note(names: Sequence[Name]) -> str:
    """14.76: of four or more authors only the first is named."""
    written = [name.natural for name in names]
    if len(written) > 3:
        return f"{written[0]} et al."
    if len(written) == 3:
        return f"{written[0]}, {written[1]}, and {written[2]}"
    return " and ".join(written)


def _dates(source: Source) -> dict[str, str]:
    """14.12 and 14.145: the day of access replaces an unknown date; one that is inferred is in brackets."""
    accessed = american(day_parts(source.accessed))
    date = american(source.published_parts) or (f"accessed {accessed}" if accessed else UNKNOWN)
    date = f"[ca. {american(source.inferred_parts)}]" if source.inferred_parts else date
    return {"date": date, "Date": date.replace("accessed", "Accessed")}


def _urls(source: Source) -> dict[str, str]:
    return {"url": source.url, "archived": source.archived}


def _site(source: Source) -> str:
    """14.193: an initial "The" in the name of a newspaper is left out."""
    return source.publisher.removeprefix("The ") if is_news(source) else source.publisher


#: 14.191 to 14.200 (newspapers) and 14.205 to 14.207 (pages of websites).
_LINK = "{url}[, archived at {archived}]."
_ENTRY = "“{title}”. {Date}. " + _LINK
_NOTE = "“{title}”, *{site}*, {date}, " + _LINK
_PAGE_NOTE = "“{title}”, {site}, {date}, " + _LINK

CHICAGO = Style(
    id="chicago",
    name="Chicago 17",
    authors=_authors,
    dates=_dates,
    urls=_urls,
    templates={
        ("news", "author"): "{author}. “{title}”. *{site}*, {date}. " + _LINK,
        ("news", "publisher"): "*{site}*. " + _ENTRY,
        ("news", "nobody"): "*{site}*. " + _ENTRY,
        ("page", "author"): "{author}. “{title}”. {site}. {Date}. " + _LINK,
        ("page", "publisher"): "{site}. " + _ENTRY,
        ("page", "nobody"): "{site}. " + _ENTRY,
    },
    untitled=("News article", "Web page"),
    site=_site,
)

CHICAGO_NOTE = replace(
    CHICAGO,
    id="chicago-note",
    authors=_authors_in_note,
    templates={
        ("news", "author"): "{author}, " + _NOTE,
        ("news", "publisher"): _NOTE,
        ("news", "nobody"): _NOTE,
        ("page", "author"): "{author}, " + _PAGE_NOTE,
        ("page", "publisher"): _PAGE_NOTE,
        ("page", "nobody"): _PAGE_NOTE,
    },
    is_note=True,
)
