"""A tree with its comments -> the lines of a file in canonical form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from timeline.formatting.tree import Collection, Entry, Words
from timeline.rewriting.yaml_text import WIDTH, entry, folded, scalar, wrapped

#: Comments up to this column stay in it, so that those of neighbouring lines stay aligned.
_LAST_COLUMN = 60


def lines_of(root: Collection, *, is_apart: bool) -> list[str]:
    """The lines of a file; ``is_apart``: with one empty line between the items of the root."""
    entries = _of(root, 0, is_apart=is_apart) if root.entries else [_empty(root)]
    lines = [*root.header, *entries, *root.below]
    return "\n".join(lines).strip("\n").split("\n")


def _of(collection: Collection, indent: int, *, is_apart: bool = False) -> Iterator[str]:
    """The lines of the entries of a collection, and of the comments between them."""
    pad = " " * indent
    for number, each in enumerate(collection.entries):
        above = each.above
        if number == 0 or is_apart:
            above = _without_first_blank(above)
        if number and is_apart:
            yield ""
        yield from (f"{pad}{comment}" if comment else "" for comment in above)
        yield from _item(each, indent) if collection.is_list else _field(each, indent)
    if collection.holder:
        yield from (f"{pad}{comment}" if comment else "" for comment in collection.below)


def _without_first_blank(comments: list[str]) -> list[str]:
    return comments[1:] if comments and not comments[0] else comments


def _field(each: Entry, indent: int) -> Iterator[str]:
    name = f"{' ' * indent}{scalar(each.key, in_flow=True)}:"
    if isinstance(each.value, Words):
        if not each.value.value and not each.value.style:
            first, *rest = [name]
        elif style := _block_style(each.value):
            first, *rest = f"{name} {style}", *_block(each.value, indent + 2)
        else:
            first, *rest = entry(each.key, _unbroken(each.value), indent)
    elif not each.value.entries:
        first, *rest = [f"{name} {_empty(each.value)}"]
    else:
        texts = _texts(each.value)
        flow = entry(each.key, texts, indent) if texts else []
        first, *rest = flow if len(flow) == 1 else [name, *_of(each.value, indent + 2)]
    yield _with_comment(first, each)
    yield from rest


def _item(each: Entry, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    if isinstance(each.value, Words):
        if style := _block_style(each.value):
            first, *rest = f"{dash} {style}", *_block(each.value, indent + 2)
        else:
            first, *rest = [f"{dash} {scalar(_unbroken(each.value))}"]
    elif not each.value.entries:
        first, *rest = [f"{dash} {_empty(each.value)}"]
    else:
        first, *rest = _of(each.value, indent + 2)
        first = f"{dash} {first.lstrip(' ')}"
    yield _with_comment(first, each)
    yield from rest


def _empty(collection: Collection) -> str:
    return "[]" if collection.is_list else "{}"


def _block_style(words: Words) -> str:
    """The "|" or ">" with which a text is written, or "".

    The line break at its end has no meaning, except after an address, which would be at fault.
    """
    value = words.value.strip()
    has_use = "\n" in value if words.style == "|" else len(value.split()) > 1
    return words.style if words.style in {"|", ">"} and has_use else ""


def _unbroken(words: Words) -> str:
    """A text without the line breaks at its ends."""
    return words.value.strip() if "\n" in words.value else words.value


def _with_comment(line: str, each: Entry) -> str:
    if not each.beside:
        return line
    column = max(len(line) + 2, each.column if each.column <= _LAST_COLUMN else 0)
    return line.ljust(column) + each.beside


def _texts(collection: Collection) -> list[str]:
    """The texts of a list that holds only texts of one line, without comments; else none."""
    words = [each.value for each in collection.entries if isinstance(each.value, Words)]
    texts = [_unbroken(each) for each in words if not _block_style(each)]
    has_comments = any(any(each.above) or each.beside for each in collection.entries) or collection.below
    is_plain = len(texts) == len(collection.entries) and not any("\n" in text for text in texts)
    return texts if collection.is_list and is_plain and not has_comments else []


def _block(words: Words, indent: int) -> Iterator[str]:
    """The lines of a text after "|" or ">"."""
    if words.style == ">" and not words.lines:
        yield from folded(words.value, indent)
        return
    pad = " " * indent
    lines = [line.rstrip(" \t") for line in (words.lines or words.value.split("\n"))]
    filled = "\n".join(lines).strip("\n").split("\n")
    filled[0] = filled[0].lstrip(" \t")
    for is_filled, paragraph in groupby(filled, bool):
        together = [*paragraph]
        if not is_filled:
            yield ""
        elif words.style == ">" and _is_to_wrap(together, indent):
            yield from wrapped(" ".join(together), indent)
        else:
            yield from (pad + line for line in together)


def _is_to_wrap(paragraph: list[str], indent: int) -> bool:
    """Whether a line is too long and none is indented, which keeps the line breaks around it."""
    is_long = any(indent + len(line) > WIDTH for line in paragraph)
    return is_long and not any(line[0] in " \t" for line in paragraph)
