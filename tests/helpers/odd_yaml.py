"""Event files as hardly anybody writes them: each kind of text, list and mapping, and comments anywhere."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from timeline.rewriting.yaml_text import quoted, scalar

LETTERS = "ab \n\t:#-'\"\\,[]{}&*!|>?%@`~é\u00a0\u2028\ufeff0.1=<"
TEXTS = [
    *("Talks", "2025-02-17", "NO", "1.10", "~", "null", "---", "...", "<<", "=", " x ", "", " ", "a #b"),
    *("Leaders meet: now", " word" * 40, "word " * 30 + "\n\nsecond " * 3, "x\n y\nz", "a\r b", "\r\n"),
    "https://example.org/" + "a" * 120,
]
KEYS = [
    *("title", "date", "sources", "url", "publisher", "summary", "participants", "place", "draft", "id"),
    *("disputed", "key", "track", "quote", "zz", "a b", '"x: y"'),
]


def odd_file(random: Random) -> tuple[str, int]:
    """The text of a file, which may have faults, and the number of comments in it.

    Each comment is "# c", its number, "." and what might be taken for something else.
    """
    writer = _Writer(random)
    if random.random() < 0.1:
        writer.lines.append("---" + writer.comment_beside())
    writer.above(0)
    (writer.mapping if random.random() < 0.6 else writer.list_of)(0, 0)
    writer.above(0)
    end = random.choice(["\n", "\r\n", "\r"]) if random.random() < 0.2 else "\n"
    return end.join(writer.lines) + random.choice(["", end, end * 2]), writer.comments


def restyled(value: Any, random: Random, indent: int = 0) -> str:
    """The lines of a mapping, a list or a text (one paragraph) with the same meaning, in another form."""
    pad = "\n" + " " * indent
    if isinstance(value, dict):
        fields = random.sample([*value.items()], len(value))
        return "".join(f"{pad}{key}: {restyled(each, random, indent + 3)}" for key, each in fields)
    if isinstance(value, list):
        if all(isinstance(each, str) for each in value) and random.random() < 0.5:
            return f"[{', '.join(map(json.dumps, value))}]"
        return "".join(f"{pad}- {restyled(each, random, indent + 2)}" for each in value)
    if "\n" in value.strip() or not value.strip():
        return json.dumps(value)
    text, sign = value.strip(), random.choice([">", ">-", "|-", "'", '"', ""])
    if sign in {">", ">-", "|-"} and not ("://" in text and sign == ">"):
        return f"{sign}{pad} {text}"
    return json.dumps(text) if sign == '"' else quoted(text, "'") if sign == "'" else scalar(text)


class _Writer:
    """The lines of one file."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.lines: list[str] = []
        self.comments = 0

    def comment(self) -> str:
        self.comments += 1
        return f"# c{self.comments}. " + self.random.choice(["", "x: y", "'", '"', "- a", "[", "é #z"])

    def comment_beside(self) -> str:
        return (
            " " * self.random.choice([1, 2, 7, 60]) + self.comment() if self.random.random() < 0.2 else ""
        )

    def above(self, indent: int) -> None:
        """Comments and empty lines."""
        while self.random.random() < 0.2:
            self.lines.append(" " * max(0, indent + self.random.choice([0, 0, 2, -2, 1])) + self.comment())
        while self.random.random() < 0.1:
            self.lines.append("")

    def text(self) -> str:
        if self.random.random() < 0.4:
            return self.random.choice(TEXTS)
        return "".join(self.random.choices(LETTERS, k=self.random.choice([1, 2, 3, 8, 20, 150])))

    def value(self, first: str, indent: int, depth: int) -> None:
        """A value after a key or dash."""
        kind = self.random.random()
        if depth > 3 or kind < 0.5:
            text = self.text()
            shown = scalar(text) if self.random.random() < 0.5 else json.dumps(text)
            self.lines.append(f"{first} {shown}{self.comment_beside()}")
        elif kind < 0.6:
            self.block(first, indent)
        elif kind < 0.75:
            self.in_brackets(first, indent)
        else:
            self.lines.append(first + self.comment_beside())
            if kind < 0.85:
                self.mapping(indent + self.random.choice([1, 2, 4]), depth + 1)
            elif kind < 0.95:
                self.list_of(indent + self.random.choice([1, 2, 3]), depth + 1)

    def block(self, first: str, indent: int) -> None:
        """A text after "|" or ">", indented further than any comment below it."""
        lines = ["# no comment", *self.text().translate({13: None, 9: None, 0xFEFF: None}).split("\n")]
        sign = self.random.choice("|>") + self.random.choice(["", "-", "+"])
        self.lines.append(f"{first} {sign}{self.comment_beside()}")
        pad = " " * (indent + self.random.choice([3, 5]))
        self.lines += [pad + line if line.strip() else "" for line in lines]
        self.lines += [""] * self.random.choice([0, 0, 1, 2])

    def in_brackets(self, first: str, indent: int) -> None:
        texts = [json.dumps(self.text()) for _ in range(self.random.choice([0, 1, 2, 5]))]
        if self.random.random() < 0.3:
            fields = ", ".join(f"k{number}: {text}" for number, text in enumerate(texts))
            self.lines.append(f"{first} {{{fields}}}{self.comment_beside()}")
            return
        self.lines.append(f"{first} [{self.comment_beside()}")
        for text in texts:
            self.above(indent + 4)
            self.lines.append(f"{' ' * (indent + 3)}{text},{self.comment_beside()}")
        self.lines.append(f"{' ' * (indent + 1)}]{self.comment_beside()}")

    def mapping(self, indent: int, depth: int, first: str = "") -> None:
        for key in self.random.sample(KEYS, self.random.choice([1, 2, 3, 6])):
            if not first:
                self.above(indent)
            self.value(f"{first or ' ' * indent}{key}:", indent, depth)
            first = ""

    def list_of(self, indent: int, depth: int) -> None:
        dash = " " * indent + "-"
        for _ in range(self.random.choice([1, 2, 3])):
            self.above(indent)
            if self.random.random() < 0.5:
                self.mapping(indent + 2, depth, f"{dash} ")
            else:
                self.value(dash, indent + 1, depth)
