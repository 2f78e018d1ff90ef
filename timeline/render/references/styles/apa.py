"""APA 7: Publication Manual of the American Psychological Association, 7th ed., 2020."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.model import Source
from timeline.render.references.styles.authors import Name
from timeline.render.references.styles.dates import MONTHS, UNKNOWN, american, day_parts
from timeline.render.references.styles.style import Style

#: The first 19 of more than 20 authors are named, and the last one (9.8).
_MOST_AUTHORS = 20


def _authors(names: Sequence[Name]) -> str:
    """9.8: "Doe, J., & Roe, A."."""
    written = [name.initials for name in names]
    if len(written) > _MOST_AUTHORS:
        return f"{', '.join(written[: _MOST_AUTHORS - 1])}, . . . {written[-1]}"
    return ", & ".join(filter(None, (", ".join(written[:-1]), written[-1])))


def _dates(source: Source) -> dict[str, str]:
    """9.14 to 9.16: a retrieval date is given for a page that has no date and may change."""
    year, *rest = source.published_parts or source.inferred_parts or (None,)
    month_and_day = " ".join((MONTHS[rest[0] - 1], *map(str, rest[1:]))) if rest else ""
    date = ", ".join(filter(None, (str(year), month_and_day))) if year else UNKNOWN
    date = f"ca. {date}" if source.inferred_parts else date
    return {
        "date": date,
        "retrieved": "" if year or source.archived else american(day_parts(source.accessed)),
    }


def _urls(source: Source) -> dict[str, str]:
    """One address only: that of the archived copy, if there is one, as it is permanent."""
    return {"url": source.archived or source.url}


#: 9.7 to 9.37 (elements of a reference) and 10.1, 10.16 (articles of newspapers, pages).
_NEWS = "({date}). {title}. *{site}*. [Retrieved {retrieved}, from ]{url}"
_OWN_NEWS = "({date}). {title}. [Retrieved {retrieved}, from ]{url}"
_PAGE = "({date}). *{title}*. {site}. [Retrieved {retrieved}, from ]{url}"
_OWN_PAGE = "({date}). *{title}*. [Retrieved {retrieved}, from ]{url}"

APA = Style(
    id="apa",
    name="APA 7",
    authors=_authors,
    dates=_dates,
    urls=_urls,
    templates={
        ("news", "author"): "{author}. " + _NEWS,
        ("news", "publisher"): "{site}. " + _OWN_NEWS,
        ("news", "nobody"): "{title}. ({date}). *{site}*. [Retrieved {retrieved}, from ]{url}",
        ("page", "author"): "{author}. " + _PAGE,
        ("page", "publisher"): "{site}. " + _OWN_PAGE,
        ("page", "nobody"): "{site}. " + _OWN_PAGE,
    },
    untitled=("[News article]", "[Webpage]"),  # 9.22
)
