"""Timelines -> the page that lists them."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.language import ENGLISH, Language
from timeline.model import Timeline
from timeline.model.export import Heading
from timeline.render.web.styles import minify_css, theme_css
from timeline.render.web.templates import Markup, asset, fill


def heading(timeline: Timeline) -> Heading:
    """What the list says of a timeline."""
    first = min(event.when.first for event in timeline.events)
    last = max(event.when.last for event in timeline.events)
    language = Language(timeline.language)
    return Heading(
        title=timeline.title,
        standfirst=timeline.standfirst,
        period=language.day(first) if first == last else language.span(first, last),
        last=last.isoformat(),
        language=timeline.language,
    )


def list_of_timelines(headings: Mapping[str, Heading]) -> bytes:
    """``index.html``: a link to each timeline by the name of its folder, the latest events first.

    Its words are in the language that all of them have, or else in English.
    """
    languages = {each.language for each in headings.values()}
    language = Language(languages.pop()) if len(languages) == 1 else ENGLISH
    latest = sorted(headings.items(), key=lambda entry: entry[0])
    latest.sort(key=lambda entry: entry[1].last, reverse=True)
    look = Timeline(title=language.gettext("Timelines"), events=(), tracks=(), language=language.tag)
    page = fill(
        "site/list.html",
        language,
        timeline=look,
        entries=[(name, each, Language(each.language).direction) for name, each in latest],
        style=minify_css(theme_css(look) + Markup(asset("site/list.css"))),
    )
    return page.encode()
