"""Articles -> the cards of the embed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.language import Language
from timeline.language.dates import when_in_brief
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.web.articles import Article
from timeline.render.web.templates import fill
from timeline.typography.sentences import briefly
from timeline.typography.source_marks import without_marks

#: A card has room for so many words of a summary, in whole sentences; the rest is on the whole page.
_MOST_WORDS = 33
#: Line breaks without meaning; one after a link separates words.
_BETWEEN_TAGS = re.compile(r"(?<=>)(?<!</a>)\n+(?=<)")


def cards(articles: Sequence[Article], dates: Mapping[str, str], language: Language) -> str:
    """The cards as HTML for an embed without a chart, with the ``dates`` of their events by id."""
    html = fill("embed/cards.html", language, articles=articles, dates=dates, briefly=brief, scene=None)
    return close_up(html).strip()


def close_up(html: str) -> str:
    """HTML without the line breaks that mean nothing."""
    return _BETWEEN_TAGS.sub("", html)


def brief(summary: str) -> str:
    """The beginning of a summary, without the numbers of its sources."""
    return briefly(without_marks(summary), _MOST_WORDS)


def dates_in_brief(timeline: Timeline, scene: Scene, language: Language) -> dict[str, str]:
    """The date of each event as briefly as it can be: with its year, unless the axis shows the only one."""
    years = {day.year for event in timeline.events for day in (event.when.first, event.when.last)}
    with_year = len(years) > 1 or scene.skyline is None
    return {event.id: when_in_brief(event.when, language, with_year=with_year) for event in timeline.events}
