"""Names of fields in other tools, and in everyday words, for those that they are called here."""

from __future__ import annotations

from collections.abc import Collection

#: Name elsewhere -> names here, of which the first that a record has is meant.
_HERE = {
    **dict.fromkeys(("headline", "heading", "caption"), ("title",)),
    **dict.fromkeys(
        ("text", "body", "content", "description"), ("summary", "standfirst", "quote", "meaning")
    ),
    "subtitle": ("standfirst", "note"),
    **dict.fromkeys(("link", "links", "href", "website"), ("url", "sources")),
    **dict.fromkeys(("source", "reference", "references"), ("sources", "publisher")),
    "url": ("sources",),
    **dict.fromkeys(("outlet", "newspaper", "publication", "site"), ("publisher",)),
    **dict.fromkeys(("start_date", "startdate", "start", "day", "when"), ("date", "from", "published")),
    **dict.fromkeys(("end_date", "enddate", "end"), ("date", "to")),
    **dict.fromkeys(("group", "category", "lane"), ("track",)),
    "groups": ("tracks",),
    **dict.fromkeys(("location", "city", "where"), ("place",)),
    **dict.fromkeys(("people", "persons", "who", "attendees"), ("participants",)),
    "type": ("kind",),
    **dict.fromkeys(("unique_id", "slug"), ("id",)),
    **dict.fromkeys(("cite", "quotation"), ("quote",)),
    **dict.fromkeys(("lang", "locale"), ("language",)),
}


def name_here(name: str, fields: Collection[str]) -> str:
    """The one of ``fields`` that is called ``name`` elsewhere, or "".

    >>> name_here("headline", ["title", "date"]), name_here("Link", ["title", "sources"])
    ('title', 'sources')
    >>> name_here("media", ["title"])
    ''
    """
    meant = _HERE.get(name.casefold().replace(" ", "_").replace("-", "_"), ())
    return next((each for each in meant if each in fields), "")
