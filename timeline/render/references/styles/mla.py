"""MLA 9: MLA Handbook, 9th ed., 2021."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Source
from timeline.render.references.styles.authors import Name
from timeline.render.references.styles.dates import british, day_parts
from timeline.render.references.styles.style import Style


def _authors(names: Sequence[Name]) -> str:
    """The first name is inverted; of three or more authors only the first is named."""
    if len(names) > 2:
        return f"{names[0].inverted}, et al."
    return ", and ".join((names[0].inverted, *(name.natural for name in names[1:])))


def _dates(source: Source) -> dict[str, str]:
    """A missing date is left out; the day of access is given where it is known."""
    inferred = british(source.inferred_parts)
    date = f"circa {inferred}" if inferred else british(source.published_parts)
    return {"date": date, "accessed": british(day_parts(source.accessed))}


def _urls(source: Source) -> dict[str, str]:
    """Addresses are written without their scheme."""
    urls = {"url": source.url, "archived": source.archived}
    return {name: url.partition("://")[2] for name, url in urls.items()}


#: Chapter 5 (the core elements); a publisher is not also named as the author of its own work.
_ENTRY = "“{title}”. *{site}*[, {date}], {url}.[ Accessed {accessed}.][ Archived at {archived}.]"
_ENTRY_WITH_AUTHOR = "{author}. " + _ENTRY

MLA = Style(
    id="mla",
    name="MLA 9",
    authors=_authors,
    dates=_dates,
    urls=_urls,
    templates={
        ("news", "author"): _ENTRY_WITH_AUTHOR,
        ("news", "publisher"): _ENTRY,
        ("news", "nobody"): _ENTRY,
        ("page", "author"): _ENTRY_WITH_AUTHOR,
        ("page", "publisher"): _ENTRY,
        ("page", "nobody"): _ENTRY,
    },
    untitled=("News article", "Web page"),
)
