"""Timeline -> what the page's head tells machines: what it is, when, where, and in which other forms."""

from __future__ import annotations

from urllib.parse import urljoin

from timeline.language import Language
from timeline.model import Timeline
from timeline.render.page.json_ld import iso_moment
from timeline.render.web.templates import Markup, fill


def description(timeline: Timeline) -> str:
    """What the timeline is: its standfirst, or a sentence with its title and the number of its events."""
    if timeline.standfirst:
        return timeline.standfirst
    language = Language(timeline.language)
    events = language.ngettext("%(num)s event", "%(num)s events", len(timeline.events))
    return language.gettext(
        "%(title)s: %(events)s, each with its source.", title=timeline.title, events=events
    )


def head(timeline: Timeline, *, is_alone: bool = False, has_png: bool = False) -> Markup:
    """The description, the days covered, the data files; with ``base_url`` also address and link preview.

    Those need a full address, so nothing stands for them without one. A page that stands alone has no
    files beside it.
    """
    picture = urljoin(timeline.base_url, "social.png") if has_png else ""
    return fill(
        "page/head.html",
        timeline=timeline,
        description=description(timeline),
        coverage=coverage(timeline),
        picture=picture,
        oembed=urljoin(timeline.base_url, "oembed.json"),
        is_alone=is_alone,
    )


def coverage(timeline: Timeline) -> str:
    """The time that the events cover, as an ISO 8601 interval of days, months or years, never too exact.

    As in EDTF ".." is an end that is open, "" one that is not known, or not to the year.

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
