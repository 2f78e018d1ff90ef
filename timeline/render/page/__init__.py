"""Timeline and its scenes -> the page: complete without JavaScript; Plotly replaces its chart later."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.language import Language
from timeline.language.evidence import kept_totals
from timeline.model import Timeline
from timeline.model.scene import MARGIN, Scene
from timeline.render.chart import svg
from timeline.render.chart.columns import per_square
from timeline.render.chart.figure_scripts import ChartFiles, FigureScripts
from timeline.render.chart.kinds import shape_legend
from timeline.render.chart.style import style
from timeline.render.page import filters, head, json_ld, skyline
from timeline.render.page.days import Addresses, by_day
from timeline.render.page.long import LongList, is_long, long_list
from timeline.render.page.scripts import controls_script, first_script, page_script
from timeline.render.web.articles import articles, legend
from timeline.render.web.templates import fill
from timeline.typography.source_marks import tally

_STYLES = (
    "chart/chart.css",
    "chart/rare_marks.css",
    "page/page.css",
    "page/search.css",
    "page/list.css",
    "page/phone.css",
    "page/skyline.css",
    "page/print.css",
    "chart/kinds.css",
)
#: The files that the page offers for download, with their media types.
_DOWNLOADS = {"events.csv": "text/csv", "events.json": "application/json", "feed.ics": "text/calendar"}


def page(
    timeline: Timeline,
    scenes: Sequence[Scene],
    files: ChartFiles,
    long: LongList | None = None,
    *,
    has_png: bool = False,
) -> str:
    """The page as HTML, which loads ``files`` after the first paint.

    With ``long`` it holds only the beginning of the list of events, and loads the rest where it is read.
    """
    links = {name: name for name in _DOWNLOADS}
    return _page(timeline, scenes, PageAssets(files, {}, links, long), has_png=has_png)


def long_list_if_needed(timeline: Timeline, scenes: Sequence[Scene]) -> LongList | None:
    """The list of so many events that `page` cannot hold them, None of fewer."""
    return long_list(timeline, scenes[-1]) if is_long(timeline) else None


def standalone(  # noqa: PLR0913  everything that the file contains
    timeline: Timeline,
    scenes: Sequence[Scene],
    plotly: str,
    figures: FigureScripts,
    files: Mapping[str, str],
    *,
    has_png: bool = False,
) -> str:
    """The page as a single file, which contains Plotly (``plotly``) and the figures.

    Of ``files`` (name -> text) it contains those that the page offers for download.
    """
    scripts = {
        "tl-plotly": plotly,
        "tl-controls": controls_script(is_crowd=bool(figures.crowd)),
        **{f"tl-crowd-{number}": text for number, text in enumerate(figures.crowd)},
        **{f"tl-figure-{width}": text for width, text in figures.by_width.items()},
    }
    # today none of them holds what would end a script or hide its end; a later Plotly might
    inlined = {
        name: text.replace("</script", r"<\/script").replace("<!--", r"<\!--")
        for name, text in scripts.items()
    }
    links = {
        name: f"data:{kind};charset=utf-8;base64,{b64encode(files[name].encode()).decode()}"
        for name, kind in _DOWNLOADS.items()
    }
    addresses = {width: f"#tl-figure-{width}" for width in figures.by_width}
    crowd = [f"#tl-crowd-{number}" for number in range(len(figures.crowd))]
    chart = ChartFiles(["#tl-plotly", "#tl-controls", *crowd], addresses, figures.digest)
    return _page(timeline, scenes, PageAssets(chart, inlined, links), has_png=has_png)


@dataclass(frozen=True, slots=True)
class PageAssets:
    """What the page needs besides its HTML.

    An address in ``chart`` is "#id" for a script in ``inlined`` (id -> text). ``links`` are the addresses
    of the downloads (name -> address). ``long`` is the list of so many events that they are in other files.
    """

    chart: ChartFiles
    inlined: Mapping[str, str]
    links: Mapping[str, str]
    long: LongList | None = None


def _page(timeline: Timeline, scenes: Sequence[Scene], assets: PageAssets, *, has_png: bool) -> str:
    language = Language(timeline.language)
    description = head.description(timeline)
    long = assets.long
    has_news = timeline.has_news and not long
    return fill(
        "page/page.html",
        language,
        timeline=timeline,
        titles={event.id: event.title for event in timeline.events},
        statements=_statements(timeline, language),
        head=head.head(timeline, is_standalone=bool(assets.inlined), has_png=has_png),
        linked=json_ld.linked_data(timeline, description, [] if long else None),
        style=style(
            timeline,
            scenes,
            *_STYLES,
            *(["chart/clusters.css"] if per_square(scenes) else []),
            *(["page/long/long.css"] if long else []),
            *(["page/changes.css"] if timeline.updated else []),
            has_inline_fonts=bool(assets.inlined),
            more=skyline.widths(scenes),
        ),
        skyline=skyline.skyline(timeline, scenes[0], long.pages if long else {}),
        first_script=first_script(),
        chart=svg.chart(timeline, scenes),
        edges=svg.edges(timeline, scenes),
        shapes=shape_legend(timeline),
        has_free_corner=skyline.has_free_corner(scenes[0]),
        legend=legend(timeline, scenes[-1]),
        kept_totals=kept_totals(timeline.sources, timeline.evidence, language),
        days=[] if long else by_day(articles(timeline, language), language, timeline.eras),
        search_index=[] if long else filters.search_index(timeline),
        long=long,
        more_data=long.data(timeline) if long else {},
        most_people=0 if long else None,
        more_sources=_more_sources(timeline, language),
        has_news=has_news,
        news_messages=_news_messages(language) if has_news else {},
        choices=filters.choices(timeline),
        scene=scenes[-1],
        lanes=scenes[-1].lanes,
        per_square=per_square(scenes),
        margin=MARGIN,
        assets=assets,
        part="",
        addresses=Addresses("" if assets.inlined else "citations.html"),
        script=page_script(is_long=bool(long), has_news=has_news),
    )


def _more_sources(timeline: Timeline, language: Language) -> dict[int, str]:
    """What follows the first source of an event, by the number of the others: "and 7 more sources"."""
    numbers = sorted({len(event.sources) - 1 for event in timeline.events} - {0})
    return {
        number: language.ngettext("and %(num)s more source", "and %(num)s more sources", number)
        for number in numbers
    }


def _news_messages(language: Language) -> dict[str, str]:
    """What the page says of a day since which something may be new."""
    return {
        "since": language.gettext("New or changed since {date}: {found}"),
        "unknown": language.gettext("No event has {asked}. Possible: {values}."),
        "new": language.gettext("new"),
        "changed": language.gettext("changed"),
    }


def _statements(timeline: Timeline, language: Language) -> str:
    """How many statements name their sources, as a sentence; "" if no summary has marks."""
    sourced, number = tally(event.summary for event in timeline.events)
    if not sourced:
        return ""
    text = language.ngettext(
        "%(sourced)s of %(num)s statement sourced",
        "%(sourced)s of %(num)s statements sourced",
        number,
        sourced=language.number(sourced),
    )
    return f"{text}."
