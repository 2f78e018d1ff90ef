"""The code blocks, tables, headings and links of README.md, the manual and the other documents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parent.parent.parent
MANUAL = ROOT / "timeline" / "manual"
GITHUB = ROOT / ".github"
#: Every document whose code blocks and links are checked.
DOCUMENTS = (
    ROOT / "README.md",
    *sorted(MANUAL.glob("*.md")),
    GITHUB / "CONTRIBUTING.md",
    GITHUB / "SECURITY.md",
    ROOT / "tests" / "README.md",
)
_FENCED = re.compile(r"^( *)```(\S*)\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced code block: its language, its text, and the heading that it stands under."""

    language: str
    text: str
    section: str


def read(document: Path) -> str:
    """The text of a document."""
    return document.read_text(encoding="utf-8")


def blocks(text: str) -> list[Block]:
    """The code blocks of a document in order.

    >>> blocks("# A\\n\\n```yaml\\nb: 1\\n```\\n")
    [Block(language='yaml', text='b: 1\\n', section='A')]
    """
    found = []
    for fenced in _FENCED.finditer(text):
        before = headings(text[: fenced.start()])
        found.append(Block(fenced[2], dedent(fenced[3]), before[-1] if before else ""))
    return found


def headings(text: str) -> list[str]:
    """The headings outside code blocks."""
    return _HEADING.findall(_FENCED.sub("", text))


def section(text: str, heading: str) -> str:
    """What is under a heading, up to the next one of the same or a higher level."""
    level, _, rest = re.split(rf"^(#+) {re.escape(heading)}\n()", text, maxsplit=1, flags=re.MULTILINE)[1:]
    return re.split(rf"^#{{1,{len(level)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def tables(text: str, *header: str) -> list[list[list[str]]]:
    """The rows, as lists of cells, of each table whose first columns have these names.

    >>> tables("| A | B |\\n|---|---|\\n| `x` | y |\\n", "A")
    [[['`x`', 'y']]]
    """
    found = []
    for table in re.findall(r"^\|.*\|\n\|[-|]+\|\n(?:\|.*\|\n)*", text + "\n", re.MULTILINE):
        names, _, *rows = [
            [cell.strip() for cell in re.split(r"(?<!\\)\|", line[1:-1])] for line in table.splitlines()
        ]
        if tuple(names[: len(header)]) == header:
            found.append(rows)
    return found


def code(cell: str) -> list[str]:
    """The texts in backquotes.

    >>> code("`-o`, `--output`")
    ['-o', '--output']
    """
    return re.findall(r"`([^`]+)`", cell)


def anchor(heading: str) -> str:
    """The anchor that GitHub gives a heading.

    >>> anchor("The timeline: `_timeline.yaml`")
    'the-timeline-_timelineyaml'
    """
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def links(text: str) -> list[str]:
    """The targets of the links outside code blocks."""
    return _LINK.findall(_FENCED.sub("", text))
