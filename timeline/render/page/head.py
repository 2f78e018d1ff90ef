"""Timeline -> the page's metadata: description, dates covered, link preview, other formats."""

from __future__ import annotations

from urllib.parse import urljoin

from timeline.language import Language
from timeline.model import Timeline
from timeline.render.page.json_ld import iso_moment
from timeline.render.web.templates import Markup, fill


def description(timeline: Timeline) -> str:
    """The standfirst, or else a sentence with the title and the number of events."""
    if timeline.standfirst:
        return timeline.standfirst
    language = Language(timeline.language)
    events = language.ngettext("%(num)s event", "%(num)s events", len(timeline.events))
    return language.gettext(
        "%(title)s: %(events)s, each with its source.", title=timeline.title, events=events
    )


def head(timeline: Timeline, *, is_standalone: bool = False, has_png: bool = False) -> Markup:
    """The description, the dates covered and the data files, which a standalone page does not have.

    With a ``base_url`` also the address and the link preview, which need absolute addresses.
    """
    picture = urljoin(timeline.base_url, "social.png") if has_png else ""
    return fill(
        "page/head.html",
        timeline=timeline,
        description=description(timeline),
        coverage=coverage(timeline),
        picture=picture,
        oembed=urljoin(timeline.base_url, "oembed.json"),
        is_standalone=is_standalone,
    )


def coverage(timeline: Timeline) -> str:
    """The time that the events cover, as an ISO 8601 interval no more exact than what is known.

    As in EDTF, ".." is an open end and "" an end that is unknown, or not known to the year. "" as a whole
    where there are no events or neither end is known.

    >>> coverage(Timeline(title="Empty", events=(), tracks=()))
    ''
    """
    dates = [event.when for event in timeline.events]
    if not dates:
        return ""
    first = min(dates, key=lambda when: (not when.lacks_start, when.first))
    last = max(dates, key=lambda when: (when.lacks_end, when.last))
    start = "" if first.lacks_start else iso_moment(first.start, first.zone)[:10]
    end = "" if last.lacks_end else iso_moment(last.end or last.start, last.zone)[:10]
    interval = f"{'..' if first.open_start else start}/{'..' if last.open_end else end}"
    return interval if start or end else ""
