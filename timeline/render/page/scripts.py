"""The scripts of the page: an inline one, and one for the chart that it loads together with Plotly."""

from __future__ import annotations

from timeline.render.chart.scripts import CHART, CONTROLS, CROWD, CROWD_CONTROLS
from timeline.render.web.scripts import bundle_js, minify_js
from timeline.render.web.styles import minify_css
from timeline.render.web.templates import asset, script_json

_SHARED = ("web/js/core", "chart/js/figures", "web/js/after_paint", "page/js/address")
#: What the search of every page has around the part that finds the events.
_SEARCH, _FORM, _SHEET = "page/js/search", "page/js/search_form", "page/js/search_sheet"
#: What the tables of both have in common.
_SWITCH = "page/js/table_switch"
#: A part of several files is one scope.
_PARTS = (
    (_SEARCH, "page/js/search_matches", _FORM, "page/js/search_done", _SHEET),
    *(("page/js/table", _SWITCH), "page/js/list", ("page/js/copy", "page/js/copy_tools")),
    *(("page/js/hits", "page/js/hits_marked"), "page/js/marks", "page/js/names"),
    *CHART,
    *("page/js/skyline", "page/js/standalone", "page/js/load_when_idle"),
)
_STORY, _STORY_PAGES = "page/js/story", "page/js/story_pages"
#: Of a long list: the parts that differ have the same names in a folder of their own.
_LONG = "page/long/js"
_LONG_SHARED = ("web/js/files", "web/js/words", f"{_LONG}/all_events", f"{_LONG}/parts")
_LONG_PARTS = (
    f"{_LONG}/reading",
    (_SEARCH, f"{_LONG}/search_matches", _FORM, f"{_LONG}/search_done", _SHEET),
    *(
        (f"{_LONG}/table", _SWITCH),
        ("page/js/list", f"{_LONG}/list"),
        ("page/js/copy", f"{_LONG}/copy_tools"),
    ),
    *(("page/js/hits", f"{_LONG}/hits_marked"), "page/js/marks"),
    *CHART,
    *(f"{_LONG}/skyline", "page/js/load_when_idle"),
)


def first_script() -> str:
    """What runs before anything is painted."""
    return minify_js(asset("web/js/theme.js") + asset("page/js/first.js"))


def page_script(*, is_long: bool = False, has_news: bool = False) -> str:
    """The page's own inline script, which does without Plotly. ``has_news`` is that of the timeline."""
    if is_long:
        return bundle_js(_LONG_PARTS, shared=(*_SHARED, *_LONG_SHARED))
    return bundle_js([*(["page/js/since"] if has_news else []), *_PARTS], shared=_SHARED)


def controls_script(*, is_long: bool = False, is_crowd: bool = False) -> str:
    """The script file of a desk: it draws the chart with Plotly and moves it; card and story mode.

    Only that of a crowd lays out anew what is in view.

    The inline script declares what it uses.
    """
    crowded = ["chart/crowd.css"] if is_crowd else []
    css = ("chart/plotly.css", "page/card.css", "page/story.css", *crowded)
    style = f"const STYLE={script_json(minify_css(''.join(map(asset, css))))};"
    before_card, before_story = ((f"{_LONG}/card",), (f"{_LONG}/story",)) if is_long else ((), ())
    turn = f"{_LONG}/story_turn" if is_long else "page/js/story_turn"
    story = (*before_story, _STORY, turn, _STORY_PAGES)
    parts = bundle_js((*CONTROLS, *before_card, "page/js/card", story))
    crowd = f"\n{{{bundle_js((), shared=CROWD)}}}\n{bundle_js(CROWD_CONTROLS)}" if is_crowd else ""
    return f"{{{style}{bundle_js((), shared=('chart/js/plotly_style',))}}}{parts}{crowd}"
