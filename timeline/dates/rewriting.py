"""Rewrites phrases by tables of rules: the row type of the tables of spelling, eras and word order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

_NO_CLASSES: Mapping[str, str] = MappingProxyType({})


class Rewrite(NamedTuple):
    """One rule: what the regular expression ``pattern`` finds becomes ``becomes``.

    ``example`` is a phrase that needs the rule, and ``result`` what the whole table makes of it; the tests
    check both.
    """

    pattern: str
    becomes: str | Callable[[re.Match[str]], str]
    example: str
    result: str


def rewriter(rules: Iterable[Rewrite], classes: Mapping[str, str] = _NO_CLASSES) -> Callable[[str], str]:
    """A function that applies every rule to a phrase, in their order.

    ``{M}`` in a pattern stands for the expression that ``classes`` has under "M".

    >>> day_first = Rewrite(r"^({M}) (\\d+)$", r"\\2 \\1", "march 17", "17 march")
    >>> rewriter([day_first], {"M": "march|april"})("april 9")
    '9 april'
    """
    steps = [
        (re.compile(re.sub(r"\{([A-Z])\}", lambda found: classes[found[1]], rule.pattern)), rule.becomes)
        for rule in rules
    ]

    def rewrite(phrase: str) -> str:
        for pattern, becomes in steps:
            if pattern.search(phrase):  # a `sub` that finds nothing takes several times as long
                phrase = pattern.sub(becomes, phrase)
        return phrase

    return rewrite
