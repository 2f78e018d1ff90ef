"""Fonts that the pages bring along: which files may be named, and what is wrong with others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.event_files import an_event_file
from tests.helpers.fonts import woff2
from timeline.build import check
from timeline.model.problems import Problem
from timeline.model.theme import FontFile, Theme

Checked = Callable[[str], tuple[Theme | None, tuple[Problem, ...]]]
BLOCKS = woff2(600)
CONVERT = "convert the font to WOFF2"


@pytest.fixture
def checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Checks an event with a ``_timeline.yaml`` whose fonts are these; the working folder is above both."""
    monkeypatch.chdir(tmp_path)
    folder = Path("events")
    (folder / "fonts").mkdir(parents=True)
    (folder / "fonts" / "blocks.woff2").write_bytes(BLOCKS)
    an_event_file(folder)

    def check_fonts(fonts: str) -> tuple[Theme | None, tuple[Problem, ...]]:
        text = f"title: Talks\ntheme:\n  fonts: {fonts}\n"
        (folder / "_timeline.yaml").write_text(text, encoding="utf-8")
        made, problems = check((folder,))
        return made.theme if made else None, problems

    return check_fonts


def shown(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{each.location.line}:{each.location.column} {each.code} {each.message}" for each in problems]


def test_a_font_is_read_from_the_folder_of_the_event_files(checked: Checked) -> None:
    theme, problems = checked(
        "{headline: Blocks, text: [blocks, Arial],"
        " files: [{name: Blocks, regular: fonts/blocks.woff2, bold_italic: fonts/blocks.woff2}]}"
    )
    assert problems == ()
    assert theme is not None
    assert theme.files == (
        FontFile("Blocks", "blocks", BLOCKS),
        FontFile("Blocks", "blocks", BLOCKS, is_bold=True, is_italic=True),
    )
    assert (theme.headline, theme.text) == (("Blocks",), ("blocks", "Arial"))


def test_with_a_single_event_file_the_fonts_are_read_too(checked: Checked) -> None:
    checked("{text: Blocks, files: [{name: Blocks, regular: fonts/blocks.woff2}]}")
    made, problems = check((Path("events/2025-02-17-talks.yaml"),), is_whole=False)
    assert problems == ()
    assert made is not None
    assert [font.data for font in made.theme.files] == [BLOCKS]


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("../a.woff2", "is outside the folder of _timeline.yaml; put the file there", "a.woff2"),
        ("fonts/../../a.woff2", "is outside the folder of _timeline.yaml; put the file there", "a.woff2"),
        ("/etc/a.woff2", "is outside the folder of _timeline.yaml; put the file there", "a.woff2"),
        ("'C:\\a.woff2'", "is outside the folder of _timeline.yaml; put the file there", "a.woff2"),
        (
            "'https://example.org/a.woff2'",
            "is an address; put the file itself beside the event files",
            "a.woff2",
        ),
        ("//example.org/a.woff2", "is an address; put the file itself beside the event files", "a.woff2"),
        ("fonts/a.ttf", "does not end in .woff2; convert the font to WOFF2", "a.woff2"),
        ("'fonts\\a.woff2'", "is not a plain path of names and slashes", "fonts/a.woff2"),
        ("./a.woff2", "is not a plain path of names and slashes", "a.woff2"),
        ("fonts//a.woff2", "is not a plain path of names and slashes", "fonts/a.woff2"),
    ],
)
def test_a_font_lies_within_the_folder(checked: Checked, name: str, message: str, hint: str) -> None:
    theme, problems = checked(f"{{text: A, files: [{{name: A, bold: {name}}}]}}")
    assert theme is None
    plain = name.strip("'")
    assert shown(problems) == [f'3:44 E011 bold "{plain}" {message}']
    assert problems[0].hint == f"bold: {hint}"


@pytest.mark.parametrize(
    ("data", "message", "hint"),
    [
        (None, "no such file or folder", "put the file at events/a.woff2"),
        (b"", "the file is empty", CONVERT),
        (
            b"wOFF" + BLOCKS[4:],
            "the file is a WOFF file of the first version, not WOFF2",
            CONVERT,
        ),
        (
            b"\x00\x01\x00\x00" + BLOCKS[4:],
            "the file is a TrueType font, not WOFF2",
            CONVERT,
        ),
        (b"<html>", "the file is not a font", CONVERT),
        (BLOCKS + bytes(2_000_001 - len(BLOCKS)), "the file is larger than 2 MB", "use a smaller one"),
    ],
    ids=["none", "empty", "WOFF", "TrueType", "HTML", "too large"],
)
def test_what_is_no_font_is_an_error_at_its_name(
    checked: Checked, data: bytes | None, message: str, hint: str
) -> None:
    if data is not None:
        Path("events/a.woff2").write_bytes(data)
    theme, problems = checked("{text: A, files: [{name: A, regular: a.woff2}]}")
    assert theme is None
    assert shown(problems) == [f'3:47 E011 regular "a.woff2": {message}']
    assert problems[0].hint == hint


def test_fonts_of_more_than_10_mb_in_all_are_too_many(checked: Checked) -> None:
    for number in range(6):
        Path(f"events/{number}.woff2").write_bytes(BLOCKS + bytes(1_900_000))
    families = ", ".join(f"{{name: A{number}, regular: {number}.woff2}}" for number in range(6))
    _, problems = checked(f"{{text: [A0, A1, A2, A3, A4, A5], files: [{families}]}}")
    assert [problem.message for problem in problems] == [
        'regular "5.woff2": up to here the fonts have more than 10 MB in all'
    ]


@pytest.mark.parametrize("is_folder", [True, False])
def test_a_link_out_of_the_folder_is_not_followed(checked: Checked, is_folder: bool) -> None:
    Path("outside").mkdir()
    Path("outside/a.woff2").write_bytes(BLOCKS)
    link = Path("events/linked") if is_folder else Path("events/a.woff2")
    link.symlink_to(Path("outside" if is_folder else "outside/a.woff2").resolve())
    name = "linked/a.woff2" if is_folder else "a.woff2"
    _, problems = checked(f"{{text: A, files: [{{name: A, regular: {name}}}]}}")
    found = [problem for problem in problems if problem.code == "E011"]
    assert [problem.message for problem in found] == [
        f'regular "{name}": a link that leads out of the folder'
    ]


@pytest.mark.parametrize(
    ("families", "problem"),
    [
        ("{regular: fonts/blocks.woff2}", "3:28 E020 name is missing"),
        ("{name: A}", "3:28 E020 regular is missing"),
        ("{name: A, regular: [a, b]}", "3:47 E021 regular takes one text here, not a list"),
        ("{name: A, light: a.woff2}", '3:38 E022 field "light" is unknown'),
        ("a.woff2", "3:28 E021 files takes fields here, not one text"),
        (
            "{name: A, regular: fonts/blocks.woff2}, {name: a, bold: fonts/blocks.woff2}",
            '3:68 E024 font "a" is listed twice',
        ),
        (
            "{name: A, bold: fonts/blocks.woff2}, {name: B, bold: fonts/blocks.woff2}",
            '3:65 W001 font "B" is not named by headline, text, labels or main_labels',
        ),
    ],
)
def test_a_family_has_a_name_that_is_used_and_a_file(checked: Checked, families: str, problem: str) -> None:
    _, problems = checked(f"{{text: A, files: [{families}]}}")
    assert shown(problems) == [problem]
