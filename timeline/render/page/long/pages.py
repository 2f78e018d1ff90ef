"""The parts of a long list -> a plain page and a script file for each, from one rendering of its events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.model import Timeline
from timeline.render.page import json_ld
from timeline.render.page.days import Addresses, DayOfEvents
from timeline.render.page.long.parts import Part, weight
from timeline.render.web.content_names import ASSETS
from timeline.render.web.templates import Markup, fill

#: The folder of the plain pages, with its slash.
FOLDER = "list/"
_LINK_UP = 'href="../'
_LINK_HOME = f"{_LINK_UP}index.html#"
_LINK_TO_EVENT = re.compile(rf'{re.escape(_LINK_UP)}{FOLDER}[^"#]*#')


@dataclass(frozen=True, slots=True)
class Rendered:
    """A part and its days as HTML, with links as its plain page has them: from ``FOLDER``."""

    part: Part
    html: Markup

    @property
    def in_place(self) -> str:
        """The HTML for the whole page, whose script brings every event there."""
        html = str(self.html).replace(_LINK_HOME, 'href="#')
        return _LINK_TO_EVENT.sub('href="#', html).replace(_LINK_UP, 'href="')


@dataclass(frozen=True, slots=True)
class Opening:
    """The first ``number`` events as HTML, with links as the whole page has them."""

    html: Markup
    number: int


def address(part: Part) -> str:
    """The plain page of a part within the output.

    >>> address(Part("2024-03", "March 2024", 2, 160, ()))
    'list/2024-03.html'
    """
    return f"{FOLDER}{part.name}.html"


def rendered(parts: Sequence[Part], timeline: Timeline, lanes: Sequence[object]) -> list[Rendered]:
    """Each part with its events as HTML. ``lanes`` are those of the chart."""
    language = Language(timeline.language)
    pages = {event: f"../{address(part)}" for part in parts for event in part.ids}
    addresses = Addresses("../citations.html", "../index.html", pages)
    return [Rendered(part, _days(part.days, f"{part.name}-", language, lanes, addresses)) for part in parts]


def opening(parts: Sequence[Part], most: int, timeline: Timeline, lanes: Sequence[object]) -> Opening:
    """The first days that weigh at most ``most`` (but at least one day), for the whole page."""
    pages = {event: address(part) for part in parts for event in part.ids}
    days: list[DayOfEvents] = []
    total = 0
    for day in parts[0].days:
        total += weight(day)
        if days and total > most:
            break
        days.append(day)
    html = _days(days, f"{parts[0].name}-", Language(timeline.language), lanes, Addresses(pages=pages))
    return Opening(html, sum(len(day.articles) for day in days))


def plain_page(text: Rendered, parts: Sequence[Part], timeline: Timeline, style: str) -> str:
    """The page of one of the ``parts``, which needs no script; ``style`` is the address of its style."""
    language = Language(timeline.language)
    number = text.part.number
    return fill(
        "page/long/part.html",
        language,
        timeline=timeline,
        part=text.part,
        days=text.html,
        before=parts[number - 1] if number else None,
        after=parts[number + 1] if number + 1 < len(parts) else None,
        linked=json_ld.linked_data(timeline, text.part.words, text.part.events, text.part.first + 1),
        style_file=f"../{style}",
        style="",
    )


def chunk_name(part: Part) -> str:
    """The name of the value that the script of a part adds: its events as HTML."""
    return f"part-{part.name}"


def style_text(rules: str) -> str:
    """The rules of a page as a file in the folder of assets, from which fonts are seen."""
    return rules.replace(f'url("{ASSETS}', 'url("')


def _days(
    days: Sequence[DayOfEvents],
    prefix: str,
    language: Language,
    lanes: Sequence[object],
    addresses: Addresses,
) -> Markup:
    html = fill(
        "page/long/days.html",
        language,
        days=days,
        part=prefix,
        lanes=lanes,
        addresses=addresses,
    )
    return Markup(html.strip())
