"""Source -> its citation in APA 7, MLA 9 or Chicago 17 (notes and bibliography), as a web page or news
article.

The styles are those of the Publication Manual of the American Psychological Association (7th ed., 2020),
the MLA Handbook (9th ed., 2021) and the Chicago Manual of Style (17th ed., 2017). They are written in
English, so that their dates and words are too, whatever the language of the page. No title is changed: its
capitals stay as they were published, and it is not translated. All of it is a help; a school's own guide
has the last word.

Rules by hand, for want of a library that does it right: citeproc-py 0.11 with the styles' own files ends a
quoted question in a second full stop, leaves quotation marks within quotation marks as they are, prints a
stray "Edition." and fails on notes; those files are 90 MB.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.citing.dates import in_style
from timeline.citing.names import authors, is_same
from timeline.citing.templates import TEMPLATES, UNTITLED
from timeline.citing.typesetting import Run, filled, plain
from timeline.model import Source

__all__ = ["STYLES", "Run", "Style", "cite", "is_news", "plain"]

#: Kinds of source that are cited as an article of a newspaper, the others as a page of a site. News
#: agencies are among the others: APA has their titles, not their names, in italics, and Chicago neither.
_NEWS = frozenset({"press", "regional"})
#: Those that are called an article where they have no title.
_ARTICLES = _NEWS | {"agency"}


@dataclass(frozen=True, slots=True)
class Style:
    """A way to cite: its ``id``, and its name in print. ``is_note`` where it is a note and not an entry."""

    id: str
    name: str
    is_note: bool = False


STYLES = (
    Style("apa", "APA 7"),
    Style("mla", "MLA 9"),
    Style("chicago", "Chicago 17"),
    Style("chicago-note", "Chicago 17", is_note=True),
)


def is_news(source: Source) -> bool:
    """Whether it is cited as a newspaper's article."""
    return source.kind in _NEWS


def cite(source: Source, style: str) -> tuple[Run, ...]:
    """The citation in the style of that id, as runs of roman and italic text.

    >>> story = Source("https://www.example.org/a", "Example News", "Who pays?", author=("Doe, Jane",))
    >>> plain(cite(story, "apa"))
    'Doe, J. (n.d.). Who pays? Example News. https://www.example.org/a'
    >>> [run.text for run in cite(story, "mla") if run.is_italic]
    ['Example News']
    """
    form = "news" if is_news(source) else "page"
    names = tuple(name for name in source.author if not is_same(name, source.publisher))
    lead = "author" if names else "publisher" if source.author else "nobody"
    family = style.partition("-")[0]
    template = TEMPLATES[style, form, lead]
    values = {
        "author": authors(names, style),
        "title": source.title,
        "site": _site(source, family),
        **in_style(source, family),
        **_addresses(source, family),
    }
    return filled(template, values, untitled=UNTITLED[family, source.kind in _ARTICLES])


def _site(source: Source, family: str) -> str:
    """Chicago leaves out the article before the name of an English newspaper (14.193)."""
    is_cut = family == "chicago" and is_news(source)
    return source.publisher.removeprefix("The ") if is_cut else source.publisher


def _addresses(source: Source, family: str) -> dict[str, str]:
    """APA names one address, that of the copy which lasts; MLA leaves out the scheme."""
    if family == "apa":
        return {"url": source.archived or source.url}
    addresses = {"url": source.url, "archived": source.archived}
    if family == "mla":
        return {name: address.partition("://")[2] for name, address in addresses.items()}
    return addresses
