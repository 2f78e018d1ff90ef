"""README.md: its picture, its length, its tables. Its code blocks are checked with the manual's."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.helpers.documents import MANUAL, ROOT, code, headings, read, tables
from timeline.layout import lay_out
from timeline.model import Timeline
from timeline.render.pictures.svg import still

README = read(ROOT / "README.md")
PICTURE = ROOT / ".github" / "timeline.svg"
#: Who comes for the first time reads this much, and no more.
MOST_LINES = 160


def drawn_with(picture: str) -> set[tuple[str, ...]]:
    """Each kind of element of a drawing with the names of its attributes; of texts also how they look."""
    found = set()
    for element in ET.fromstring(picture).iter():  # noqa: S314  our own
        look = [
            element.get(name, "") for name in ("fill", "stroke", "font-family", "font-size", "font-weight")
        ]
        found.add((element.tag, *element.keys(), *(look if element.tag.endswith("text") else ())))
    return found


def test_the_picture_is_drawn_as_the_curated_events_are_drawn_today(
    curated: Timeline, update: bool
) -> None:
    """It need not show the latest of them: who adds or changes an event draws it anew, or leaves it."""
    drawn = still(curated, lay_out(curated, 1120))
    if update:
        PICTURE.write_text(drawn, encoding="utf-8")
    picture = read(PICTURE)
    assert drawn_with(picture) <= drawn_with(drawn), "drawn anew by pytest --update"
    shown = re.findall(r' id="event-([^"]+)"', picture)
    asked_for = {*("paris-summit", "riyadh-talks", "starmer-white-house"), "istanbul-embassy-talks"}
    assert {*asked_for, "coalition-call"} <= set(shown)
    assert f": {len(shown)} events on " in README.partition("\n\n## ")[0]


def test_the_picture_is_on_the_first_screen() -> None:
    assert f"](.github/{PICTURE.name})" in README.partition("\n\n## ")[0]


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= MOST_LINES


def test_it_lists_every_topic_of_the_manual() -> None:
    (table,) = tables(README, "Topic")
    listed = [re.fullmatch(r"\[(.+)\]\(timeline/manual/(.+)\.md\)", row[0]) for row in table]
    names = [(found[1], found[2]) for found in listed if found]
    assert sorted(names) == [(page.stem, page.stem) for page in sorted(MANUAL.glob("*.md"))]


def test_it_lists_every_file_that_a_build_writes(site: Path) -> None:
    (table,) = tables(README, "File")
    listed = {name.rstrip("/") for row in table for name in code(row[0])}
    built = {path.name for path in site.iterdir()} - {"timeline.png", "social.png"}
    assert listed == {name for name in built if not name.startswith(".")}


def test_every_test_that_the_list_of_attacks_names_is_there() -> None:
    listed = re.findall(r"`((?:\w+/)*test_\w+\.py)::(test_\w+)`", read(ROOT / "tests" / "README.md"))
    assert len(listed) > 60
    for file, name in listed:
        assert f"def {name}(" in read(ROOT / "tests" / file), name


def test_every_test_file_is_on_the_map() -> None:
    text = read(ROOT / "tests" / "README.md")
    assert "Where a behaviour is tested" in headings(text)
    (table,) = tables(text, "Behaviour")
    mapped = {name for row in table for name in code(row[1])}
    files = {path.relative_to(ROOT / "tests").as_posix() for path in (ROOT / "tests").rglob("test_*.py")}
    assert mapped == files
