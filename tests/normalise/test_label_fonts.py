"""Fonts of the house for the labels in the chart: their widths, and what is said where there are none."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

import pytest

from tests.helpers.documents import MANUAL, ROOT, read
from tests.helpers.event_files import SOURCE
from tests.helpers.fonts import woff2
from timeline.build import check
from timeline.layout import lay_out
from timeline.model import Timeline
from timeline.model.problems import Problem
from timeline.typography import font_file, measured_in, text_width

INSTALL = "python -m pip install 'brotli>=1.1' 'fonttools>=4.47'"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with fonts whose letters are 600 to 950 thousandths of an em wide, and two events."""
    monkeypatch.chdir(tmp_path)
    Path("events").mkdir()
    fonts = {"r": woff2(600), "b": woff2(700), "i": woff2(650), "wide": woff2(950), "narrow": woff2(100)}
    fonts |= {"v": woff2(600, bold_width=800), "broken": woff2(600)[:-9]}
    for name, data in fonts.items():
        Path(f"events/{name}.woff2").write_bytes(data)
    for day, key in ((17, "false"), (24, "true")):
        text = f"title: Envoys meet once more\ndate: 2025-02-{day}\ntrack: Talks\nkey: {key}\n{SOURCE}"
        Path(f"events/2025-02-{day}-meeting-{day}.yaml").write_text(text, encoding="utf-8")


def checked(fonts: str) -> tuple[Timeline | None, tuple[Problem, ...]]:
    text = f"title: Talks\ntheme:\n  fonts: {{{fonts}}}\n"
    Path("events/_timeline.yaml").write_text(text, encoding="utf-8")
    return check((Path("events"),))


def made(fonts: str) -> Timeline:
    timeline, problems = checked(fonts)
    assert problems == ()
    assert timeline is not None
    return timeline


def label_widths(timeline: Timeline) -> list[float]:
    return [node.width for node in lay_out(timeline, 1120).nodes]


@pytest.mark.parametrize(
    ("family", "widths"),
    [
        ("regular: r.woff2, bold: b.woff2", {"regular": 600, "bold": 700}),
        # a browser makes letters bold itself, at most a pixel wider
        ("regular: r.woff2", {"regular": 600, "bold": 680}),
        # the names of eras are italic
        ("regular: r.woff2, bold: b.woff2, italic: i.woff2", {"regular": 650, "bold": 700}),
        ("regular: v.woff2, bold: v.woff2", {"regular": 600, "bold": 800}),
    ],
)
def test_the_widths_of_letters_are_read_from_the_files(family: str, widths: dict[str, int]) -> None:
    theme = made(f"labels: house, files: [{{name: House, {family}}}]").theme
    assert (theme.labels, theme.main_labels) == ("House", "")
    assert {face: chars["A"] for face, chars in theme.label_widths.items()} == widths


def test_labels_of_main_events_have_a_font_of_their_own() -> None:
    theme = made("main_labels: House, files: [{name: House, bold: wide.woff2}]").theme
    assert (theme.labels, theme.main_labels) == ("", "House")
    assert theme.label_widths["serif"]["A"] == 950
    assert set(theme.label_widths) == {"serif"}


def test_labels_take_the_room_that_their_font_needs() -> None:
    usual = label_widths(made("text: Verdana"))
    wide = label_widths(
        made("labels: W, main_labels: W, files: [{name: W, regular: wide.woff2, bold: wide.woff2}]")
    )
    needed = [len("Envoys meet once more") * 0.95 * size for size in (13, 15)]
    assert all(width >= room for width, room in zip(wide, needed, strict=True))
    assert all(width < room for width, room in zip(usual, needed, strict=True))


def test_in_a_narrow_font_labels_keep_the_room_of_the_one_shown_before_it() -> None:
    narrow = "labels: N, files: [{name: N, regular: narrow.woff2, bold: narrow.woff2}]"
    assert label_widths(made(narrow)) == label_widths(made("text: Verdana"))


def test_letters_that_the_font_lacks_have_their_usual_width() -> None:
    usual = text_width("巴黎", 13)
    with measured_in({"regular": {"e": 5000}}):
        assert text_width("巴黎", 13) == usual
        assert text_width("é", 13) == text_width("e", 13) > 60  # from the letter and its accent
        assert text_width("e", 13, bold=True) < 10
        assert text_width("", 13) == 0
    assert text_width("e", 13) < 10


def test_the_same_events_give_the_same_scene() -> None:
    fonts = "labels: W, files: [{name: W, regular: v.woff2, bold: v.woff2}]"
    assert lay_out(made(fonts), 840) == lay_out(made(fonts), 840)


@pytest.mark.parametrize("package", ["fontTools", "brotli"])
def test_without_the_packages_labels_keep_their_font_and_a_warning_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    usual = made("text: W, files: [{name: W, regular: wide.woff2}]")
    monkeypatch.setitem(sys.modules, package, None)  # so that importing it fails
    timeline, problems = checked("text: W, labels: W, files: [{name: W, regular: wide.woff2}]")
    assert "\n".join(map(str, problems)) == (
        'events/_timeline.yaml:3:28: warning[W013] labels "W": without fonttools and brotli its letters'
        " cannot be measured\n"
        "      fonts: {text: W, labels: W, files: [{name: W, regular: wide.woff2}]}\n"
        "                               ^\n"
        f"    Try: {INSTALL}"
    )
    assert timeline == usual


@pytest.mark.parametrize(
    ("fonts", "problem", "hint"),
    [
        (
            "labels: A",
            'E026 labels "A": no regular font of this name is in files',
            "files: [{name: A, regular: fonts/name-regular.woff2}]",
        ),
        (
            "labels: A, files: [{name: A, bold: b.woff2}]",
            'E026 labels "A": no regular font of this name is in files',
            "files: [{name: A, regular: fonts/name-regular.woff2}]",
        ),
        (
            "main_labels: A, files: [{name: A, regular: r.woff2}]",
            'E026 main_labels "A": no bold font of this name is in files',
            "files: [{name: A, bold: fonts/name-bold.woff2}]",
        ),
        (
            "labels: A, files: [{name: A, regular: broken.woff2}]",
            'E011 labels "A": a file of this font is damaged',
            "convert the font to WOFF2 again",
        ),
        ("labels: [A, B]", "E021 labels takes one text here, not a list", "labels: A"),
    ],
)
def test_a_font_of_labels_is_in_files_and_can_be_read(fonts: str, problem: str, hint: str) -> None:
    timeline, problems = checked(fonts)
    assert timeline is None
    assert [(f"{each.code} {each.message}", each.hint) for each in problems] == [(problem, hint)]


def test_the_extra_fonts_requires_what_is_named() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    assert extras["fonts"] == [*font_file.REQUIREMENTS]
    assert {*font_file.REQUIREMENTS} <= {*extras["test"]}
    assert f"$ {font_file.INSTALL_COMMAND}\n" in read(MANUAL / "house-style.md")
