"""Timeline -> the values that ``document.typ`` sets in type: texts, colours, and charts as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from math import inf

from timeline.language import Language
from timeline.language.changes import corrected_on, updated_on
from timeline.language.dates import when_in_words
from timeline.language.events import (
    axis_note,
    byline,
    capitalised,
    event_clock,
    place_in_source,
    place_of,
    published_by,
    published_in_words,
    status_in_words,
    totals,
)
from timeline.layout import lay_out
from timeline.model import Event, Source, Timeline
from timeline.model.scene import Scene
from timeline.model.sources.deep_links import deep_link
from timeline.render.chart.palette import track_colour
from timeline.render.classroom.panels import panels
from timeline.render.classroom.paper import PAPERS
from timeline.render.classroom.print_style import ranges
from timeline.render.pictures.png import without_direction
from timeline.render.pictures.svg import chart_alone
from timeline.render.references.bibliography import bibliography
from timeline.render.web.articles import accounts, legend
from timeline.typography.source_marks import renumbered

Values = dict[str, object]

#: The widths (px) of charts to try for a poster: the one that fills the sheet best is taken.
_POSTER_WIDTHS = range(800, 2401, 160)
#: Width to height of the room for the chart on a poster, whose sheet lies on its side.
_POSTER_ROOM = 1.75
#: Paper -> the sheet of twice its size.
_POSTERS = {"a4": "a3", "letter": "us-tabloid"}
_SHEETS = {"a4": "a4", "letter": "us-letter"}


def handout(timeline: Timeline, paper: str) -> Values:
    """All events of ``timeline`` with numbers for their sources, which are listed at the end."""
    values = page(timeline, paper)
    return values | {"layout": "handout"}


def page(timeline: Timeline, paper: str) -> Values:
    """All events of ``timeline``, each with its publishers, and all sources at the end."""
    scenes = panels(timeline, PAPERS[paper])
    language = Language(timeline.language)
    sources = [reference.source for reference in bibliography(timeline)]
    numbers = {source.url: number for number, source in enumerate(sources, 1)}
    return _heading(timeline, scenes) | {
        "layout": "page",
        "paper": _SHEETS[paper],
        "events": [_event(timeline, event, numbers) for event in timeline.events],
        "sources": [_source(source, language) for source in sources],
        "glossary": [{"term": each.term, "meaning": each.meaning} for each in timeline.glossary],
        "corrections": [
            {"day": language.day(each.day), "text": each.text} for each in timeline.corrections
        ],
    }


def poster(timeline: Timeline, paper: str) -> Values:
    """The headline and the chart, as large as one sheet of twice the size allows."""
    scenes = (lay_out(timeline, width, tallest=inf) for width in _POSTER_WIDTHS)
    best = min(scenes, key=lambda scene: max(scene.width, scene.height * _POSTER_ROOM))
    return _heading(timeline, [best]) | {"layout": "poster", "paper": _POSTERS[paper]}


def _heading(timeline: Timeline, scenes: Sequence[Scene]) -> Values:
    """What all layouts have: language, headline, charts and notes on them."""
    language = Language(timeline.language)
    light = replace(timeline.theme.light, paper="#ffffff")  # that of the sheet
    timeline = replace(timeline, theme=replace(timeline.theme, light=light))
    chart = language.gettext(
        "Chart of %(events)s on %(tracks)s",
        events=language.ngettext("%(num)s event", "%(num)s events", len(timeline.events)),
        tracks=language.ngettext("%(num)s track", "%(num)s tracks", len(scenes[0].lanes)),
    )
    return {
        "language": language.family,
        "title": timeline.title,
        "kicker": timeline.kicker,
        "standfirst": timeline.standfirst,
        "credit": timeline.credit,
        "updated": updated_on(timeline, language),
        "colours": asdict(timeline.theme.light),
        "fonts": {"headline": list(timeline.theme.headline), "text": list(timeline.theme.text)},
        "charts": [
            {
                "svg": without_direction(chart_alone(timeline, scene, has_key=scene is scenes[-1])),
                "name": chart,
            }
            for scene in scenes
        ],
        "notes": list(_notes(timeline, scenes, language)),
        "words": {
            "events": language.gettext("The events in order"),
            "sources": language.gettext("Sources"),
            "glossary": language.gettext("Glossary"),
            "corrections": language.gettext("Corrections"),
        },
    }


def _notes(timeline: Timeline, scenes: Sequence[Scene], language: Language) -> Iterator[str]:
    legends = [legend(timeline, scene) for scene in scenes]
    _ = language.gettext
    if any(each.span for each in legends):
        yield _("Bar: from start to end.")
    match any(each.soft for each in legends), any(each.blur for each in legends):
        case True, True:
            yield _("Faded band or dot: the exact date is not known.")
        case True, False:
            yield _("Faded band: the exact date is not known.")
        case False, True:
            yield _("Faded dot: the exact date is not known.")
    if any(each.hollow for each in legends):
        yield _("Dashed or pale: announced, postponed or cancelled.")
    if any(scene.shows_hours for scene in scenes):
        yield axis_note(timeline, language)
    yield _("Dates are local to the place.")
    yield f"{totals(timeline, language)}."


def _event(timeline: Timeline, event: Event, numbers: dict[str, int]) -> Values:
    language = Language(timeline.language)
    _ = language.gettext
    index = next(n for n, track in enumerate(timeline.tracks) if track.name == event.track)
    colour = track_colour(index, timeline.tracks[index].colour, timeline.theme).light
    when = capitalised(when_in_words(event.when, language))
    date = " · ".join(filter(None, (when, event_clock(event, language))))
    found = accounts(event)
    comma = _(", ")
    return {
        "title": event.title,
        "date": date,
        "unsure": _("The exact date is not known.") if event.when.is_vague else "",
        "place": place_of(event, language),
        "track": event.track,
        "colour": colour,
        "status": status_in_words(event, language),
        "paragraphs": [
            renumbered(paragraph, lambda n: numbers[event.sources[n - 1].url])
            for paragraph in event.paragraphs
        ],
        "quotes": [
            {
                "text": _("“%(words)s”", words=source.quote),
                "speaker": source.speaker,
                "number": numbers[source.url],
                "place": "".join(f"{comma}{each}" for each in [place_in_source(source, language)] if each),
            }
            for source in event.spoken
        ],
        "who": _("Who") if event.participants else "",
        "people": comma.join(person.name for person in event.participants),
        "differ": _("Sources disagree.") if event.disputed else "",
        "disputed": event.disputed,
        "accounts": [
            {
                "date": when_in_words(when, language),
                "sources": comma.join(_account(source, language) for source in sources),
            }
            for when, sources in (found if len(found) > 1 else ())
        ],
        "remark": event.remark,
        "corrections": [
            {"when": corrected_on(each, language), "text": each.text}
            for each in timeline.corrections_of(event)
        ],
        "discussion": _("For discussion: %(question)s", question=event.discussion)
        if event.discussion
        else "",
        "publishers": list(dict.fromkeys(source.publisher for source in event.sources)),
        "cited": [
            {"text": f"{first}–{last}" if last > first else str(first), "first": first}
            for first, last in ranges(list({numbers[source.url] for source in event.sources}))
        ],
    }


def _account(source: Source, language: Language) -> str:
    if source.agrees or not source.says:
        return source.publisher
    return f"{source.publisher} {language.gettext('“%(words)s”', words=source.says)}"


def _source(source: Source, language: Language) -> Values:
    title = source.title
    return {
        "before": "".join(f"{part}. " for part in (byline(source), published_by(source, language)) if part),
        "title": title + ("." if title and title[-1] not in ".?!…؟。" else ""),
        "published": published_in_words(source, language),
        "url": source.url,
        "link": deep_link(source),
        "archived": list(source.copies),
        "copy": capitalised(language.gettext("archived copy")),
        "none": capitalised(language.gettext("no archived copy: %(reason)s", reason=source.unarchivable))
        if source.unarchivable
        else "",
    }
