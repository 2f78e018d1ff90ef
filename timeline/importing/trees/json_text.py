"""JSON -> plain values in which numbers keep their digits and nothing is lost."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from timeline.importing.draft import refuse

#: JSON inside a script: "var data = {...};" or "callback({...})".
SCRIPT = re.compile(r"\s*(?:(?:var|let|const)\s+)?[\w.$]+\s*[=(]\s*(?=[{\[])")


#: Lists and objects inside one another; the formats need about six.
_MAX_DEPTH = 50


class Number(str):
    """A number as it was written."""

    __slots__ = ()


def parse(path: str, text: str) -> Any:
    """The value of a JSON file, also of one that a script wraps. Raises TimelineError.

    A key given twice is kept under a name of its own. NaN and Infinity become texts.

    >>> parse("a.json", 'var a = {"n": 1.50, "n": NaN};')
    {'n': '1.50', 'n (2)': 'NaN'}
    """
    text = text.lstrip("\ufeff")
    script = SCRIPT.match(text)
    if script:
        text = f"{' ' * script.end()}{text[script.end() :].rstrip().rstrip(';)').rstrip()}"
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_int=Number, parse_float=Number, parse_constant=str
        )
        _must_be_flat(value)
    except json.JSONDecodeError as error:
        line = text[text.rfind("\n", 0, error.pos) + 1 :].partition("\n")[0]
        message = "the file begins like JSON, but here it is not JSON"
        hint = "export the file again, or correct this place: keys and texts in quotes, no comma at the end"
        raise refuse(
            path, "E040", message, hint, line=error.lineno, column=error.colno, text=line[:2000]
        ) from None
    except RecursionError:
        raise refuse(
            path, "E006", "the JSON is too deeply nested", "a file with lists of events, not lists in lists"
        ) from None
    return value


def _must_be_flat(value: Any) -> None:
    """Raise RecursionError for values that are nested too deeply to be walked through."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(_MAX_DEPTH):
        inner = (each.values() if isinstance(each, dict) else each for each in level)
        level = [one for each in inner for one in each if isinstance(one, dict | list)]
        if not level:
            return
    raise RecursionError


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = dict(pairs)
    if len(found) == len(pairs):
        return found
    found, times = {}, Counter[str]()
    for name, value in pairs:
        times[name] += 1
        found[f"{name} ({times[name]})" if times[name] > 1 else name] = value
    return found


class Item:
    """An object of JSON from which a reader takes what it knows; the rest is left over, by name."""

    def __init__(self, value: object) -> None:
        self._value: dict[str, Any] = dict(value) if isinstance(value, Mapping) else {"value": value}

    def take(self, *path: str) -> str:
        """The text at ``path``, which is then taken; "" if there is none, or no text."""
        holder: Any = self._value
        for name in path[:-1]:
            holder = holder.get(name) if isinstance(holder, dict) else None
        value = holder.get(path[-1]) if isinstance(holder, dict) else None
        if isinstance(value, bool):
            holder.pop(path[-1])
            return str(value).lower()
        if isinstance(value, str):
            holder.pop(path[-1])
            return str(value).strip()
        if value is None and isinstance(holder, dict):
            holder.pop(path[-1], None)
        return ""

    def take_any(self, *names: str) -> str:
        """The first text that is there under one of ``names``."""
        return next(filter(None, (self.take(name) for name in names if name in self._value)), "")

    def pop(self, name: str) -> Any:
        """The value of a field, of whatever kind, which is then taken."""
        return self._value.pop(name, None)

    def has(self, name: str) -> bool:
        return name in self._value

    def rest(self) -> Iterator[tuple[str, str]]:
        """What was not taken: each text with its path."""
        yield from _leaves(self._value, "")


def _leaves(value: object, path: str) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            for name, inner in value.items():
                yield from _leaves(inner, f"{path}.{name}" if path else str(name))
        case list():
            for number, inner in enumerate(value, 1):
                yield from _leaves(inner, f"{path} {number}".strip())
        case None | "":
            return
        case bool():
            yield path, str(value).lower()
        case _:
            yield path, str(value)
