"""Template and values -> runs of roman and italic text, punctuated by the rules of English typography."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

_VALUE = re.compile(r"([*“]?)\{(\w+)\}([*”]?)")
_GROUP = re.compile(r"\[([^\]]*)\]")
_ENDS = tuple(".?!…")
#: Text in double quotation marks, or a single one of those; and text in single quotation marks.
_QUOTED = re.compile(r"\"([^\"]*)\"|“([^”]*)”|„([^“”]*)[“”]|[“”]")
_WITHIN = re.compile(r"‘(.+?)’(?!\w)")
#: A closing single quotation mark -> the opening one that belongs to it, typographic or typewritten.
_OPENED = {"’": re.compile("‘"), "'": re.compile(r"(?<![\w'])'(?=\w)")}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text, roman or italic."""

    text: str
    is_italic: bool = False


def plain(runs: tuple[Run, ...]) -> str:
    """The text without italics.

    >>> plain((Run("In "), Run("Example News", is_italic=True)))
    'In Example News'
    """
    return "".join(run.text for run in runs)


def filled(template: str, values: Mapping[str, str], *, untitled: str) -> tuple[Run, ...]:
    """The template with its values; ``untitled`` replaces an empty title, roman and without quotes.

    A full stop is left out after a full stop, a question mark or an exclamation mark; full stops and commas
    go inside closing quotation marks, and nested quotation marks are single (Chicago 6.9, 6.11, 6.124 and
    6.125; the other two styles agree).

    >>> filled("“{title}”. *{site}*.", {"title": "Who “pays”", "site": "News!"}, untitled="Article")
    (Run(text='“Who ‘pays.’” ', is_italic=False), Run(text='News!', is_italic=True))
    """
    wanted = _GROUP.sub(lambda group: _kept(group[1], values), template)
    runs: list[Run] = []
    end = 0
    for found in _VALUE.finditer(wanted):
        _punctuate(runs, wanted[end : found.start()])
        runs += _value(found, values, untitled, runs)
        end = found.end()
    _punctuate(runs, wanted[end:])
    return tuple(
        Run("".join(run.text for run in alike), is_italic)
        for is_italic, alike in groupby(runs, lambda run: run.is_italic)
    )


def _kept(group: str, values: Mapping[str, str]) -> str:
    return group if all(values[name] for _, name, _ in _VALUE.findall(group)) else ""


def _value(found: re.Match[str], values: Mapping[str, str], untitled: str, before: list[Run]) -> list[Run]:
    """A value with the quotation marks around it."""
    opening, name, closing = found.groups()
    text = values[name]
    if name == "title" and not text:
        is_within = bool(before) and before[-1].text.endswith(", ")
        return [Run(untitled[:1].lower() + untitled[1:] if is_within else untitled)]
    if opening == "“":
        return [Run(f"{opening}{_single(text)}{closing}")]
    return [Run(text, is_italic=opening == "*")]


def _single(title: str) -> str:
    """A title in quotation marks: its own become single, and single ones inside those become double."""
    return _QUOTED.sub(_swapped, title)


def _swapped(found: re.Match[str]) -> str:
    if found.lastindex is None:  # a mark without its partner
        return "‘" if found[0] == "“" else "’"
    within = _WITHIN.sub(r"“\1”", found[found.lastindex])
    return f"‘{within}’"


def _punctuate(runs: list[Run], text: str) -> None:
    """Add the template's own ``text``, with its first punctuation mark adapted to what precedes it."""
    mark = text[:1] if runs else ""
    last = runs[-1].text if runs else ""
    closing = _closing(plain(tuple(runs)))
    bare = last.removesuffix(closing)
    if mark == "." and bare.endswith(_ENDS):
        text = text[1:]
    elif mark in {".", ","} and closing:
        runs[-1] = Run(f"{bare}{mark}{closing}", runs[-1].is_italic)
        text = text[1:]
    if text:
        runs.append(Run(text))


def _closing(text: str) -> str:
    """The closing quotation marks at the end of ``text``; an apostrophe is not one."""
    marks = re.search(r"[”’\"']*$", text)
    found = marks[0] if marks else ""
    opened = _OPENED.get(found[:1])
    return found[1:] if opened and not opened.search(text) else found
