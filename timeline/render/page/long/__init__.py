"""The list of a timeline of many events, which a page cannot hold at once.

The page has the first days, and the list of all parts of the rest (`parts`). Each part is a plain page,
which needs no script, and a script file with the same events, which the page brings in where a reader opens
it or gets to it (`pages`). What search, filters and table need to know of all events is in further files,
loaded when they are first used (`index`, `words`). All events are rendered once, by the template of the
short list; scripts make no article of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.chart.style import style
from timeline.render.page import filters
from timeline.render.page.days import by_day
from timeline.render.page.long import index, pages
from timeline.render.page.long.pages import Opening
from timeline.render.page.long.parts import Part, Span, in_parts, in_spans
from timeline.render.page.long.words import texts_of, word_index
from timeline.render.web.articles import Article, articles
from timeline.render.web.content_names import content_name, hashes_of
from timeline.render.web.scripts import file_script

#: Up to so many events the page holds all of them.
MOST_AT_ONCE = 300
#: The first days that the page itself holds weigh as much, in events and sources.
_OPENING = 72
#: The files of all events, by the names of their values.
_FILES = ("index", "words", "table")
_STYLES = (
    *("chart/chart.css", "chart/rare_marks.css", "page/page.css", "page/list.css", "page/phone.css"),
    *("page/print.css", "page/long/long.css"),
)


@dataclass(frozen=True, slots=True)
class LongList:
    """What the page holds of its list, and the files of the rest: path in the output -> text.

    ``articles`` are those of all events, for other pages.
    ``spans`` are the parts under headings of years, ``opening`` the first events as HTML, ``addresses`` the
    scripts by the names of the values that they add.
    """

    articles: Sequence[Article]
    parts: tuple[Part, ...]
    spans: tuple[Span, ...]
    opening: Opening
    addresses: Mapping[str, str]
    files: Mapping[str, str]

    def data(self, timeline: Timeline) -> dict[str, object]:
        """What the script of the page needs to know: of the parts the ``counts`` of their events, and what
        tells apart the names of their files, of which there are too many to be written out.
        """
        language = Language(timeline.language)
        return {
            "files": {name: self.addresses[name] for name in _FILES},
            "number": len(timeline.events),
            "counts": [len(part.ids) for part in self.parts],
            "hashes": hashes_of(self.addresses, map(pages.chunk_name, self.parts)),
            "texts": {
                "more": language.gettext("More"),
                "failed": language.gettext("This could not be loaded."),
            },
        }

    @property
    def pages(self) -> dict[str, str]:
        """The plain page of each event, by its id."""
        return {event: pages.address(part) for part in self.parts for event in part.ids}


def is_long(timeline: Timeline) -> bool:
    """Whether there are too many events for one page."""
    return len(timeline.events) > MOST_AT_ONCE


def long_list(timeline: Timeline, scene: Scene) -> LongList:
    """The list of ``timeline``, whose tracks are the lanes of ``scene``."""
    language = Language(timeline.language)
    made = articles(timeline, language)
    days = by_day(made, language, timeline.eras)
    parts = in_parts(days, language)
    texts = pages.rendered(parts, timeline, scene.lanes)
    searched = [
        f"{text} {spelling}"
        for text, spelling in zip(
            (text for each in texts for text in texts_of(each.html)),
            filters.spellings(timeline),
            strict=True,
        )
    ]
    values: dict[str, object] = {pages.chunk_name(each.part): each.in_place for each in texts}
    values |= {
        "index": index.columns(timeline),
        "words": word_index(searched),
        "table": index.table(timeline),
    }
    scripts = {name: file_script(name, value) for name, value in values.items()}
    addresses = {name: content_name(f"{name}.js", text) for name, text in scripts.items()}
    rules = pages.style_text(style(timeline, [scene], *_STYLES, has_chart=False))
    style_file = content_name("list.css", rules)
    return LongList(
        articles=made,
        parts=parts,
        spans=in_spans(parts, language),
        opening=pages.opening(parts, _OPENING, timeline, scene.lanes),
        addresses=addresses,
        files={addresses[name]: text for name, text in scripts.items()}
        | {style_file: rules}
        | {pages.address(each.part): pages.plain_page(each, parts, timeline, style_file) for each in texts},
    )
