"""Fonts that the pages bring along: where they are in the output, and what a browser makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from pathlib import Path

import pytest

from tests.conftest import Opened, served
from tests.helpers.event_files import SOURCE
from tests.helpers.fonts import woff2
from tests.helpers.shared import filled_once, without_pictures
from timeline.build import build
from timeline.cli import main

PAGES = ("index.html", "embed.html", "citations.html", "embed-codes.html")
#: Letters half as wide again as any of Arial's lower case ones.
WIDE, BOLD = woff2(900), woff2(950)
TIMELINE = """
title: Talks
theme:
  fonts:
    headline: House Serif
    text: [House Sans, Verdana]
    files:
    - {name: House Serif, bold: fonts/Serif_2.woff2}
    - {name: House Sans, regular: fonts/sans.woff2, bold: fonts/sans-bold.woff2}
"""
#: The families whose files the browser has loaded.
LOADED = """document.fonts.ready.then((fonts) => [...fonts]
  .filter(({ status }) => status === "loaded")
  .map(({ family, weight }) => `${family.replaceAll('"', "")} ${weight}`))"""


def events(folder: Path, text: str = TIMELINE) -> Path:
    """A folder of three events with these fonts."""
    (folder / "fonts").mkdir(parents=True)
    for name, data in {"Serif_2": BOLD, "sans": WIDE, "sans-bold": BOLD}.items():
        (folder / "fonts" / f"{name}.woff2").write_bytes(data)
    (folder / "_timeline.yaml").write_text(text, encoding="utf-8")
    for number in range(12, 20):
        event = f"title: Envoys meet again\ndate: 2025-02-{number}\ntrack: Talks\n{SOURCE}"
        (folder / f"2025-02-{number}-meeting-{number}.yaml").write_text(event, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of such a build."""

    def fill(home: Path) -> None:
        with without_pictures():
            build(events(home / "events"), home / "output", is_standalone=True)

    return filled_once(tmp_path_factory, "fonts", fill) / "output"


@pytest.fixture(scope="module")
def external(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of such a build with ``--external``."""

    def fill(home: Path) -> None:
        with without_pictures():
            build(events(home / "events"), home / "output", is_standalone=True, is_external=True)

    return filled_once(tmp_path_factory, "external-fonts", fill) / "output"


@pytest.fixture
def outputs(built: Path, external: Path) -> dict[str, Path]:
    return {"plain": built, "external": external}


def faces(css: str) -> list[tuple[str, ...]]:
    """Family, address, weight, style and display of each rule."""
    rest = "".join(rf";font-{name}:(.*?)" for name in ("weight", "style", "display"))
    return re.findall(rf'@font-face{{font-family:"(.*?)";src:url\("(.*?)"\) format\("woff2"\){rest}}}', css)


def policy(page: Path) -> str:
    found = re.search(r'Content-Security-Policy" content="([^"]*)', page.read_text(encoding="utf-8"))
    assert found
    return found[1]


def test_the_files_are_in_assets_named_by_their_contents(built: Path) -> None:
    found = {path.name: path.read_bytes() for path in (built / "assets").glob("*.woff2")}
    assert {re.sub(r"\.[0-9a-f]{8}\.", ".", name): data for name, data in found.items()} == {
        "serif-2.woff2": BOLD,
        "sans.woff2": WIDE,
        "sans-bold.woff2": BOLD,
    }


@pytest.mark.parametrize("name", PAGES)
def test_each_page_loads_the_fonts_and_shows_text_without_them(built: Path, name: str) -> None:
    found = faces((built / name).read_text(encoding="utf-8"))
    assert [(family, *rest) for family, _, *rest in found] == [
        ("House Serif", "700", "normal", "swap"),
        ("House Sans", "400", "normal", "swap"),
        ("House Sans", "700", "normal", "swap"),
    ]
    assert all((built / address).is_file() for _, address, *_ in found)
    assert "font-src 'self';" in policy(built / name)


def test_the_single_file_holds_its_fonts(built: Path) -> None:
    page = built / "standalone.html"
    assert [address[:24] for _, address, *_ in faces(page.read_text(encoding="utf-8"))] == [
        "data:font/woff2;base64,d"
    ] * 3
    assert "font-src data:;" in policy(page)


@pytest.mark.parametrize("name", PAGES)
def test_style_files_name_the_fonts_beside_them(external: Path, name: str) -> None:
    style = re.search(r'href="(assets/style\.\w+\.css)"', (external / name).read_text(encoding="utf-8"))
    assert style
    found = faces((external / style[1]).read_text(encoding="utf-8"))
    assert len(found) == 3
    assert all((external / "assets" / address).is_file() for _, address, *_ in found)
    assert policy(external / name).endswith("; font-src 'self'")


def test_a_page_without_such_fonts_may_load_none(tmp_path: Path) -> None:
    text = "title: font-src talks\ntheme: {fonts: {text: Verdana}}\n"
    with without_pictures():
        build(events(tmp_path / "events", text), tmp_path / "output", is_external=True)
    assert not [*(tmp_path / "output").glob("assets/*.woff2")]
    for name in PAGES:
        assert "font-src" not in policy(tmp_path / "output" / name)


def test_one_file_for_two_weights_is_one_rule(tmp_path: Path) -> None:
    text = TIMELINE.replace("sans-bold", "sans")
    with without_pictures():
        build(events(tmp_path / "events", text), tmp_path / "output")
    found = faces((tmp_path / "output" / "index.html").read_text(encoding="utf-8"))
    assert [(family, weight) for family, _, weight, *_ in found] == [
        ("House Serif", "700"),
        ("House Sans", "400 700"),
    ]


@pytest.mark.parametrize("format_", ["handout", "worksheet"])
def test_a_page_to_print_holds_the_fonts(tmp_path: Path, format_: str) -> None:
    page = tmp_path / "page.html"
    folder = events(tmp_path / "events")
    main(["--quiet", "export", format_, str(folder), "-o", str(page)], standalone_mode=False)
    assert len(faces(page.read_text(encoding="utf-8"))) == 3
    assert "font-src data:;" in policy(page)


# ---- in a browser


@contextmanager
def _home(folder: Path, kind: str) -> Iterator[str]:
    if kind == "file":
        yield folder.as_uri()
    else:
        with served(folder) as home:
            yield home


@pytest.mark.parametrize("kind", ["file", "http"])
@pytest.mark.parametrize(
    "path", ["plain/index.html", "plain/embed.html", "plain/standalone.html", "external/index.html"]
)
def test_the_fonts_come_from_the_output_and_nothing_else_is_asked_for(
    opened: Opened, outputs: dict[str, Path], kind: str, path: str
) -> None:
    folder, name = path.split("/")
    console: list[str] = []
    requests: list[str] = []
    with _home(outputs[folder], kind) as home:
        page = opened(f"{home}/{name}", wait=False, console=console, requests=requests)
        page.wait_for_selector("h1")
        assert {"House Sans 400", "House Serif 700"} <= set(page.evaluate(LOADED))
    assert console == []
    assert [address for address in requests if not address.startswith((home, "data:"))] == []
    fonts = [address for address in requests if ".woff2" in address]
    assert bool(fonts) == (name != "standalone.html")


# ---- the labels of the chart

LABELLED = TIMELINE.replace(
    "    files:", "    labels: House Sans\n    main_labels: House Serif\n    files:"
)
#: Left, top, right and bottom of each label.
BOXES = """(selector) => [...document.querySelectorAll(selector)]
  .filter((label) => label.textContent.trim())
  .map((label) => label.getBoundingClientRect()).filter(({ width }) => width)
  .map(({ left, top, right, bottom }) => [left, top, right, bottom])"""
#: The same labels in the still chart and in Plotly's.
LABELS = {"static": ".drawing .label", "plotly": ".plot .textpoint a"}


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a build with fonts for the chart, of events that are close together."""

    def fill(home: Path) -> None:
        folder = events(home / "events", LABELLED)
        for file in sorted(folder.glob("2025-*"))[::3]:
            file.write_text(file.read_text(encoding="utf-8") + "key: true\n", encoding="utf-8")
        with without_pictures():
            build(folder, home / "output")

    return filled_once(tmp_path_factory, "labels", fill) / "output"


@pytest.mark.parametrize("width", [620, 900, 1300])
@pytest.mark.parametrize("chart", LABELS)
@pytest.mark.parametrize("is_blocked", [False, True])
def test_labels_do_not_meet_with_their_font_or_before_it_is_there(
    opened: Opened, labelled: Path, width: int, chart: str, is_blocked: bool
) -> None:
    page = opened("about:blank", width=width, wait=False, java_script_enabled=chart == "plotly")
    if is_blocked:
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto((labelled / "index.html").as_uri())
    if chart == "plotly":
        page.wait_for_selector('html[data-chart="plotly"]')
    loaded = page.evaluate(LOADED)
    assert ({"House Sans 400", "House Serif 700"} <= {*loaded}) != is_blocked
    boxes = page.evaluate(BOXES, LABELS[chart])
    assert len(boxes) >= 4
    if not is_blocked:  # each of the 17 characters has the width of its block
        assert min(right - left for left, _, right, _ in boxes) > 17 * 13 * 0.89
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_in_a_part_of_an_embed_the_chart_has_the_fonts_that_its_script_measures(
    opened: Opened, labelled: Path
) -> None:
    console: list[str] = []
    page = opened(f"{(labelled / 'embed.html').as_uri()}?from=2025-02-14", wait=False, console=console)
    page.wait_for_function("() => document.querySelectorAll('.drawing .label').length === 6")
    font = "(selector) => getComputedStyle(document.querySelector(selector)).fontFamily"
    assert page.evaluate(font, ".drawing .label:not(.key)").startswith("Arial, ")
    assert page.evaluate(font, ".drawing .label.key").startswith("Georgia, ")
    assert page.evaluate(font, "h1").startswith('"House Serif", ')
    assert console == []
