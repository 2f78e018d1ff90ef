"""Source -> its citation in APA 7, MLA 9 or Chicago 17 (notes and bibliography), as a web page or a news
article.

Citations are in English, dates included, whatever the language of the page. A title keeps its capitals as
published and is not translated. The citations are a help; a school's own guide takes precedence.

To add a style, write it as a value of ``Style`` in a file of its own and list it in ``STYLES``.

The rules are written here because no library gets them right: citeproc-py 0.11 with the styles' own files
adds a full stop after a quoted question, does not change nested quotation marks, prints a stray "Edition."
and fails on notes; those files are 90 MB.
"""

from __future__ import annotations

from timeline.model import Source
from timeline.render.references.styles.apa import APA
from timeline.render.references.styles.authors import Name, is_same
from timeline.render.references.styles.chicago import CHICAGO, CHICAGO_NOTE
from timeline.render.references.styles.mla import MLA
from timeline.render.references.styles.style import Lead, SourceType, Style, is_article, is_news
from timeline.render.references.styles.typesetting import Run, filled, plain

__all__ = ["STYLES", "Run", "Style", "cite", "is_news", "plain"]

#: In the order of the reader's menu.
STYLES = (APA, MLA, CHICAGO, CHICAGO_NOTE)


def cite(source: Source, style: Style) -> tuple[Run, ...]:
    """The citation of a source, as runs of roman and italic text.

    >>> story = Source("https://www.example.org/a", "Example News", "Who pays?", author=("Doe, Jane",))
    >>> plain(cite(story, APA))
    'Doe, J. (n.d.). Who pays? Example News. https://www.example.org/a'
    >>> [run.text for run in cite(story, MLA) if run.is_italic]
    ['Example News']
    """
    type_: SourceType = "news" if is_news(source) else "page"
    names = [Name.read(name) for name in source.author if not is_same(name, source.publisher)]
    lead: Lead = "author" if names else "publisher" if source.author else "nobody"
    values = {
        "author": style.authors(names) if names else "",
        "title": source.title,
        "site": style.site(source),
        **style.dates(source),
        **style.urls(source),
    }
    article, page = style.untitled
    return filled(style.templates[type_, lead], values, untitled=article if is_article(source) else page)
