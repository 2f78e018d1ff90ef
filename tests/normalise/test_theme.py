"""The house style: what may be written, which colours are told to be faint, and what a reader then sees."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.conftest import Opened
from tests.helpers.axe import violations
from tests.helpers.make import event, timeline
from tests.helpers.shared import filled_once
from timeline.layout import lay_out
from timeline.model import Timeline
from timeline.model.problems import Problem
from timeline.model.theme import Colours, Theme
from timeline.model.theme.contrast import TEXT, lowest_contrast, readable
from timeline.normalise import normalise
from timeline.reading import read
from timeline.render import render
from timeline.render.chart.figure import figure
from timeline.render.chart.palette import TRACK_COLOURS, track_colour
from timeline.writing import write

HOUSE = Theme()
NAVY = Theme(
    light=Colours("#ffffff", "#f0f4f8", "#101820", "#4d5b66", "#d5dde4", "#00539f", "#00539f"),
    dark=Colours("#0d1b2a", "#14263a", "#eef3f8", "#a9b8c6", "#33475b", "#8ec3f5", "#8ec3f5"),
    headline=("DejaVu Serif",),
    text=("DejaVu Sans",),
    radius=0,
)

Read = Callable[[str], tuple[Theme | None, tuple[Problem, ...]]]


@pytest.fixture
def heading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """What a ``_timeline.yaml`` that goes on like this comes to, with its problems."""
    monkeypatch.chdir(tmp_path)
    source = "sources: [{url: 'https://www.example.org/story', publisher: Example News}]"
    event = f"title: Talks\ntrack: Talks\ndate: 2025-02-17\n{source}\n"
    Path("talks.yaml").write_text(event, encoding="utf-8")

    def normalised(text: str) -> tuple[Theme | None, tuple[Problem, ...]]:
        Path("_timeline.yaml").write_text(f"title: Talks\n{text}", encoding="utf-8")
        documents, unread = read([Path("_timeline.yaml"), Path("talks.yaml")])
        assert not unread
        made, problems = normalise(documents)
        return made.theme if made else None, problems

    return normalised


# ---- what may be written


def test_a_theme_is_fonts_by_name_colours_and_a_radius(heading: Read) -> None:
    theme, problems = heading(
        "theme:\n"
        "  fonts: {headline: Publico, text: [Graphik, Source Sans 3]}\n"
        "  radius: 0\n"
        "  colours: {paper: '#FFF', ink: '#101820'}\n"
        "  dark: {paper: '#000000', quiet: '#b0b0b0'}\n"
    )
    assert problems == ()
    assert theme == Theme(
        replace(HOUSE.light, paper="#FFFFFF", ink="#101820"),
        replace(HOUSE.dark, paper="#000000", quiet="#b0b0b0"),
        ("Publico",),
        ("Graphik", "Source Sans 3"),
        0,
    )


def test_without_a_theme_the_house_style_stays(heading: Read) -> None:
    assert heading("") == (HOUSE, ())


def test_the_colour_of_a_brand_is_lightened_for_the_dark_page_where_it_is_given_none(heading: Read) -> None:
    theme, problems = heading(
        "theme: {colours: {accent: '#00539f', link: '#000'}, dark: {link: '#ffffff'}}\n"
    )
    assert problems == ()
    assert theme is not None
    assert (theme.dark.accent, theme.dark.link) == ("#598fc1", "#ffffff")


@pytest.mark.parametrize(
    ("written", "place", "code", "message"),
    [
        ("{colours: {ink: black}}", "2:24", "E023", 'ink "black" is not a colour'),
        ("{dark: {ink: '#12345'}}", "2:21", "E023", 'ink "#12345" is not a colour'),
        ("{dark: {ink: 'url(//x)'}}", "2:21", "E023", 'ink "url(//x)" is not a colour'),
        ("{radius: 1em}", "2:17", "E023", 'radius "1em" is not a number of pixels, 0 to 99'),
        ("{fonts: {text: 'A\"; }'}}", "2:23", "E023", 'text "A"; }" is not the name of a font'),
        ("{fonts: {text: [Arial, 'a\\b']}}", "2:31", "E023", 'text "a\\b" is not the name of a font'),
        ("{colors: {ink: '#000'}}", "2:9", "E022", 'field "colors" is unknown'),
        ("{colours: {inc: '#000'}}", "2:19", "E022", 'field "inc" is unknown'),
        ("dark", "2:8", "E021", "theme takes fields here, not one text"),
        ("{colours: '#000'}", "2:18", "E021", "colours takes fields here, not one text"),
    ],
)
def test_whatever_else_is_written_is_a_fault_at_its_place(
    heading: Read, written: str, place: str, code: str, message: str
) -> None:
    theme, problems = heading(f"theme: {written}\n")
    assert theme is None
    assert [(str(each.location), each.code, each.message) for each in problems] == [
        (f"_timeline.yaml:{place}", code, message)
    ]


# ---- contrast


def test_a_faint_text_is_told_with_its_contrast_and_a_colour_that_will_do(heading: Read) -> None:
    theme, problems = heading("theme:\n  colours:\n    paper: '#ffffff'\n    quiet: '#8a8a8a'\n")
    assert theme is not None
    assert "\n".join(map(str, problems)) == (
        '_timeline.yaml:5:12: warning[W009] quiet "#8a8a8a" on band "#f5f1ec" has a contrast of 3.07:1;'
        " text needs 4.5:1\n"
        "        quiet: '#8a8a8a'\n"
        "               ^\n"
        '    Try: quiet: "#6e6e6e"'
    )
    assert lowest_contrast("#6e6e6e", theme.light.backgrounds) >= TEXT


def test_a_ground_is_told_of_each_text_of_the_house_that_is_faint_on_it(heading: Read) -> None:
    _, problems = heading("theme: {dark: {paper: '#5a5a5a'}}\n")
    assert [(str(each.location), each.message.split()[0]) for each in problems] == [
        ("_timeline.yaml:2:23", name) for name in ("accent", "link", "quiet")
    ]


def test_where_no_colour_can_be_read_on_both_grounds_these_are_to_be_changed(heading: Read) -> None:
    _, problems = heading("theme: {colours: {paper: '#ffffff', band: '#666666'}}\n")
    assert {each.hint for each in problems} == {"paper and band both light, or both dark"}


def test_the_colour_of_a_track_is_that_of_its_marks_and_may_be_too_faint(heading: Read) -> None:
    _, problems = heading("tracks: [{name: Talks, colour: '#ffcc00'}]\n")
    assert [(str(each.location), each.code) for each in problems] == [("_timeline.yaml:2:32", "W009")]
    assert "has a contrast of 1.34:1; marks need 3:1" in problems[0].message
    assert heading("tracks: [{name: Talks, colour: '#d06000'}]\n")[1] == ()


def test_every_text_of_the_house_can_be_read_on_both_grounds() -> None:
    for colours, inks in (
        (HOUSE.light, [track.light_text for track in TRACK_COLOURS]),
        (HOUSE.dark, [track.dark_text for track in TRACK_COLOURS]),
    ):
        for text in (colours.ink, colours.soft, colours.quiet, colours.accent, colours.link, *inks):
            assert lowest_contrast(text, colours.backgrounds) >= TEXT, text


def test_every_mark_of_the_house_can_be_seen_on_both_grounds_and_ten_tracks_have_ten_colours() -> None:
    assert len({track.light for track in TRACK_COLOURS}) == len({t.dark for t in TRACK_COLOURS}) == 10
    for track in TRACK_COLOURS:
        assert lowest_contrast(track.light, HOUSE.light.backgrounds) >= 3, track
        assert lowest_contrast(track.dark, HOUSE.dark.backgrounds) >= 3, track


def test_a_tracks_own_colour_is_that_of_its_marks_and_its_name_is_darkened_until_it_can_be_read() -> None:
    colour = track_colour(0, "#d06000", HOUSE)
    assert colour.light == "#d06000"
    assert lowest_contrast(colour.light, HOUSE.light.backgrounds) < TEXT
    assert lowest_contrast(colour.light_text, HOUSE.light.backgrounds) >= TEXT
    assert lowest_contrast(colour.dark_text, HOUSE.dark.backgrounds) >= TEXT


COLOUR = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@given(COLOUR, COLOUR)
def test_every_colour_can_be_made_readable_on_every_ground(colour: str, ground: str) -> None:
    assert lowest_contrast(readable(colour, [ground]), [ground]) >= TEXT


def test_the_tracks_of_the_house_are_readable_on_any_paper() -> None:
    grey = Theme(light=replace(HOUSE.light, paper="#c8c8c8", band="#d4d4d4"))
    events = timeline([event("a", 0), event("b", 9, track="Other")], theme=grey)
    name = figure(events, lay_out(events, 800)).layout.annotations[0].font.color
    assert name != TRACK_COLOURS[0].light_text
    assert lowest_contrast(name, grey.light.backgrounds) >= TEXT


# ---- the page


def test_nothing_of_a_name_can_end_the_style_of_the_page() -> None:
    evil = Theme(headline=('x"; } </style><script>',))
    events = timeline([event("a", 0)], theme=evil)
    page = render(events, [lay_out(events, 720)])["index.html"].decode()
    assert page.count("</style>") == 1
    assert r'--serif:"x\22 \3b  \7d  \3c \2f style\3e \3c script\3e ",Georgia' in page


Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory, few_events: Timeline) -> str:
    """The address of a page of a few curated events in navy."""

    def fill(folder: Path) -> None:
        made = replace(few_events, theme=NAVY)
        write(folder, render(made, [lay_out(made, 568), lay_out(made, 1120)]))

    return (filled_once(tmp_path_factory, "themed", fill) / "index.html").as_uri()


@pytest.fixture
def visit(opened: Opened, themed: str) -> Visit:
    """Opens that page; the query is that of its address."""

    def visit_page(query: str = "", **options: Any) -> Page:
        has_plotly = options.get("forced_colors") != "active"
        return opened(themed + query, **{"width": 1280, "height": 900, "wait": has_plotly} | options)

    return visit_page


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def rgb(colour: str) -> str:
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


@pytest.mark.parametrize(
    ("query", "system", "expected"),
    [
        ("", "light", NAVY.light),
        ("", "dark", NAVY.dark),
        ("?theme=dark", "light", NAVY.dark),
        ("?theme=light", "dark", NAVY.light),
        ("?theme=blue", "dark", NAVY.dark),
        ('?theme="><b>', "light", NAVY.light),
    ],
)
def test_page_and_chart_are_light_or_dark_as_the_address_says_or_else_the_system(
    visit: Visit, query: str, system: str, expected: Colours
) -> None:
    page = visit(query=query, color_scheme=system)
    assert ground(page) == rgb(expected.paper)
    lane, era = page.evaluate(
        "[['.lane', 'stroke'], ['.era', 'fill']].map("
        "([n, of]) => getComputedStyle(document.querySelector(`.plot ${n}`))[of])"
    )
    assert (lane, era) == (rgb(expected.rule), rgb(expected.quiet))


def test_what_the_theme_names_is_what_the_page_wears_but_for_the_labels_of_the_chart(visit: Visit) -> None:
    page = visit()
    font = "(selector) => getComputedStyle(document.querySelector(selector)).fontFamily"
    assert page.evaluate(font, "h1").startswith('"DejaVu Serif", Georgia')
    assert page.evaluate(font, "body").startswith('"DejaVu Sans", Arial')
    for chart in (".drawing", ".plot .textpoint text"):
        assert page.evaluate(font, chart).startswith("Arial, Helvetica")
    assert page.evaluate("getComputedStyle(document.querySelector('button')).borderRadius") == "0px"
    assert page.evaluate("getComputedStyle(document.querySelector('.kicker')).color") == rgb("#00539f")


def test_paper_is_always_light(visit: Visit) -> None:
    page = visit(query="?theme=dark", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    assert ground(page) == rgb(NAVY.light.paper)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_page_of_another_style(visit: Visit, scheme: str) -> None:
    page = visit(query=f"?theme={scheme}")
    assert violations(page) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_with_forced_colours_marks_and_labels_wear_the_readers_own(visit: Visit, scheme: str) -> None:
    page = visit(forced_colors="active", color_scheme=scheme)
    page.evaluate("document.body.append(Object.assign(document.createElement('i'), {id: 'tl-own'}))")
    style = "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]"
    page.add_style_tag(content="#tl-own { color: CanvasText; background: Canvas; }")
    text, canvas = (page.evaluate(style, ["#tl-own", name]) for name in ("color", "backgroundColor"))
    assert text != canvas
    for drawn in (
        ".drawing .label",
        ".drawing .dot:not(.ring)",
        ".event .dot:not(.ring)",
        ".drawing .name",
        ".drawing .tick",
    ):
        assert page.evaluate(style, [drawn, "fill"]) == text, drawn
    assert page.evaluate(style, [".drawing .bar", "stroke"]) == text
    assert page.evaluate(style, [".drawing .lane", "stroke"]) == text
    assert page.evaluate(style, [".drawing .ring", "fill"]) == canvas
    assert page.locator("html").get_attribute("data-chart") == "static"


#: What is wider than its box and would be cut or would make its box scroll.
CUT = """() => [...document.querySelectorAll('body *')].filter((box) => {
  const { overflowX, display } = getComputedStyle(box);
  const isOver = display !== 'inline' && box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0;
  return isOver && overflowX !== 'visible' && !box.closest('.chart');
}).map((box) => box.outerHTML.slice(0, 80))"""


def beyond(page: Page) -> object:
    """How far a reader would have to scroll sideways, and what is cut."""
    return page.evaluate(f"[document.documentElement.scrollWidth - innerWidth, ({CUT})()]")


def test_at_400_percent_zoom_nothing_scrolls_sideways_or_is_cut(visit: Visit) -> None:
    page = visit(width=320, height=256, device_scale_factor=4)
    assert beyond(page) == [0, []]


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_with_text_of_twice_the_size_nothing_scrolls_sideways_or_is_cut(visit: Visit, width: int) -> None:
    page = visit(width=width)
    page.add_style_tag(content="html { font-size: 32px; }")
    assert beyond(page) == [0, []]


def test_who_asks_for_less_motion_is_given_none(visit: Visit) -> None:
    moving = "button { transition: color 1s; animation: turn 1s; } html { scroll-behavior: smooth; }"
    style = """() => [
      getComputedStyle(document.querySelector('button')).transitionDuration,
      getComputedStyle(document.querySelector('button')).animationName,
      getComputedStyle(document.documentElement).scrollBehavior,
    ]"""
    for motion, expected in (
        ("no-preference", ["1s", "turn", "smooth"]),
        ("reduce", ["0s", "none", "auto"]),
    ):
        with visit(reduced_motion=motion) as page:
            page.add_style_tag(content=moving)
            assert page.evaluate(style) == expected
