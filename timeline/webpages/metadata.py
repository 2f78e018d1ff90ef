"""What a web page says of itself: JSON-LD, Open Graph, other metadata, its canonical address."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from timeline.normalise.format import urls
from timeline.normalise.text import is_blank
from timeline.webpages.parsing import decoded, parsed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: The names of metadata, the best first.
_TITLES = ("og:title", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_PUBLISHERS = ("og:site_name", "citation_journal_title", "dc.publisher", "dcterms.publisher")
_AUTHORS = ("author", "citation_author", "dc.creator", "dcterms.creator", "article:author")
_DATES = (
    *("article:published_time", "og:article:published_time", "citation_publication_date", "dc.date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "date"),
)
_LONGEST = 500
_MOST_AUTHORS = 8
#: Controls, surrogates, characters without a meaning; and those that change the direction of text.
_NOT_SHOWN = {"Cc", "Cs", "Cn"}
_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What is known of a page; "" and () for what is not. Days are in ISO 8601.

    ``event_date`` and ``event_place`` are those of an event that the page announces.
    """

    address: str = ""
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    language: str = ""
    event_date: str = ""
    event_place: str = ""


def read_page(content: bytes, *, address: str = "", charset: str = "") -> PageMetadata:
    """The metadata of an HTML page that was found at ``address``, as far as it has any.

    >>> page = b'<html lang="en"><title>A story</title><meta name="og:site_name" content="Example News">'
    >>> read_page(page)
    PageMetadata(address='', title='A story', publisher='Example News', authors=(), published='', \
language='en', event_date='', event_place='')
    """
    return metadata_of(parsed(decoded(content, charset)), address=address)


def metadata_of(root: HtmlElement | None, *, address: str = "") -> PageMetadata:
    """The metadata of a page by its tree."""
    if root is None:
        return PageMetadata(address=address)
    meta = _meta(root)
    nodes = list(_linked_data(root))
    article = next((node for node in nodes if _is_a(node, "Article", "BlogPosting", "Report")), {})
    event = next((node for node in nodes if _is_a(node, "Event")), {})
    found = _canonical(root, meta, article, address)
    titles = (article.get("headline"), *_all(meta, _TITLES), event.get("name"), root.findtext(".//title"))
    names = (_name(article.get("publisher")), *_all(meta, _PUBLISHERS), _host(found).removeprefix("www."))
    days = (article.get("datePublished"), *_all(meta, _DATES), *root.xpath("//time[@pubdate]/@datetime"))
    languages = (root.get("lang"), article.get("inLanguage"), *_all(meta, ("og:locale",)))
    start, end = _day(event.get("startDate")), _day(event.get("endDate"))
    return PageMetadata(
        address=found,
        title=_first(map(_text, titles)),
        publisher=_first(map(_text, names)),
        authors=_authors(article.get("author"), meta),
        published=_first(map(_day, days)),
        language=_first(map(_language, languages)),
        event_date=f"{start}/{end}" if start and end > start else start,
        event_place=_name(event.get("location")),
    )


def titles_of(root: HtmlElement) -> tuple[str, ...]:
    """Every title that a page gives itself: in its metadata, as its name in the browser, as its headings.

    >>> titles_of(parsed("<title>Talks | Example News</title><h1>Talks in Paris</h1>"))
    ('Talks in Paris', 'Talks | Example News')
    """
    meta = _meta(root)
    headlines = (node.get("headline") for node in _linked_data(root))
    headings = ("".join(node.itertext()) for node in root.iter("h1"))
    titles = (*headlines, *_all(meta, _TITLES), *headings, root.findtext(".//title"))
    return tuple(dict.fromkeys(filter(None, map(_text, titles))))


def _meta(root: HtmlElement) -> list[tuple[str, str]]:
    """The name and the content of each piece of metadata."""
    found = []
    for each in root.iter("meta"):
        name = each.get("property") or each.get("name") or each.get("itemprop") or ""
        found.append((name.strip().lower(), each.get("content") or ""))
    return found


def _all(meta: list[tuple[str, str]], names: Iterable[str]) -> Iterator[str]:
    for wanted in names:
        yield from (content for name, content in meta if name == wanted)


def _linked_data(root: HtmlElement) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, at the top or in a graph."""
    for script in root.iter("script"):
        if (script.get("type") or "").partition(";")[0].strip().lower() == "application/ld+json":
            try:
                tree = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for node in _as_list(tree):
                if isinstance(node, dict):
                    yield node
                    yield from (each for each in _as_list(node.get("@graph")) if isinstance(each, dict))


def _as_list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _is_a(node: dict[str, Any], *endings: str) -> bool:
    return any(isinstance(kind, str) and kind.endswith(endings) for kind in _as_list(node.get("@type")))


def _canonical(
    root: HtmlElement, meta: list[tuple[str, str]], article: dict[str, Any], address: str
) -> str:
    """The address that the page gives for itself, if it is of the site it was found on."""
    links = (
        link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").split()
    )
    for each in (*links, *_all(meta, ("og:url",)), article.get("url")):
        text = each.strip() if isinstance(each, str) else ""
        try:
            found = urljoin(address, text) if text else ""
        except ValueError:
            continue
        if found and not urls.refusal(found) and (not address or _site(found) == _site(address)):
            return found
    return address


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "") if address else ""


def _site(address: str) -> str:
    return re.sub(r"^(?:www|m|amp|mobile)\.", "", _host(address))


def _authors(written: object, meta: list[tuple[str, str]]) -> tuple[str, ...]:
    names = [_person(each) for each in _as_list(written)] or [_text(each) for each in _all(meta, _AUTHORS)]
    plain = (name for name in names if name and "://" not in name)
    return tuple(dict.fromkeys(plain))[:_MOST_AUTHORS]


def _person(value: object) -> str:
    """An author: the family name first if the page tells it from the given one."""
    if isinstance(value, dict):
        family, given = _text(value.get("familyName")), _text(value.get("givenName"))
        if family and given:
            return f"{family}, {given}"
    return _name(value)


def _name(value: object) -> str:
    """The name of a thing, which may be given as its name alone, or in a list."""
    first = next(iter(_as_list(value)), None)
    return _text(first.get("name") if isinstance(first, dict) else first)


def _text(value: object) -> str:
    """A text in one line, not too long; "" for anything else."""
    return one_line(value)[:_LONGEST] if isinstance(value, str) else ""


def one_line(text: str) -> str:
    """``text`` in one line, without characters that an event file must not have; "" if it is blank.

    >>> one_line(" Leaders\\n meet\\x1b\\u202e ")
    'Leaders meet'
    """
    allowed = "".join(" " if unicodedata.category(c) in _NOT_SHOWN else c for c in _DIRECTION.sub("", text))
    line = " ".join(allowed.split())
    return "" if is_blank(line) else line


def _day(value: object) -> str:
    """The day of a date and time in ISO 8601, as the page writes it."""
    found = re.match(r"\s*(\d{4})[-/](\d\d)[-/](\d\d)(?!\d)", value) if isinstance(value, str) else None
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def _language(value: object) -> str:
    text = value.strip().replace("_", "-") if isinstance(value, str) else ""
    return text if _LANGUAGE.fullmatch(text) else ""


def _first(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")
