"""Where sentences end, in any script: not after abbreviations and initials, nor within a quotation.

No language is asked for, as event files quote others: the abbreviations are those of several languages, and
each is one only where what follows cannot be told from a name or number.
"""

from __future__ import annotations

import re
from itertools import accumulate

from timeline.typography.abbreviations import ANYWHERE, BEFORE_NAMES, BEFORE_NUMBERS, BEGINNINGS

#: Numbers of sources in square brackets after a sentence, such as "[1]" or "[1, 3]".
MARK = r"\[[1-9][0-9]{0,2}(?:, ?[1-9][0-9]{0,2})*\]"
#: What may end a sentence, with the closing signs and the marks of sources after it.
_END = re.compile(rf"[.!?…؟।॥۔։።။។。！？｡]+[\"'”“’»«›)\]」』】〉》]*(?:\s?{MARK})*")
_EAST_ASIAN = "。！？｡"
#: No abbreviation has more characters; of more signs that are open, the first ones are ignored.
_LONGEST_TOKEN, _MOST_OPEN = 40, 20
#: Signs that need no space after them.
_UNSPACED = "।॥።။។"
#: What may stand before the first word of a sentence, and that word.
_NEXT = re.compile(r"(\s*)[\"'“”„«»‹(\[¿¡「『—–-]*\s*(\w[\w’']*)")
_REST = re.compile(r"\s*\Z")
#: The stops at the beginning of what ends a sentence.
_SIGN = re.compile(r"[^\"'”“’»«›)\]」』】〉》\s\[]+")
#: What ends before the last word.
_BEFORE_TOKEN = re.compile(r"[\s(\[“\"'«„‘]")
#: "U.S", "a.m", "z. B", "Ph.D" without their last full stop; a single letter.
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}|[^\W\d_]")

#: After the day of a month or a number of a century in languages that write it with a full stop.
_AFTER_ORDINALS = re.compile(
    r"(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\w*|Jahrhundert\w*|Weltkrieg\w*"
)
#: After a quotation that is a sentence of its own: who said it.
_SAID = re.compile(
    r"\s+(?:\w+[ \u00a0]){1,4}?"
    r"(?:said|says|asked|asks|told|tells|replied|replies|added|adds|wrote|writes|warned|warns|called|cried)\b"
)
_PAIRS = {
    "“": "”",
    "«": "»",
    "„": "“”",
    "(": ")",
    "[": "]",
    "「": "」",
    "『": "』",
    "【": "】",
    "《": "》",
    '"': '"',
    "»": "«",
}
_CLOSING = frozenset("".join(_PAIRS.values()))


def sentence_ends(text: str) -> tuple[int, ...]:
    """The positions in a paragraph at which its sentences end, the last one at its end.

    >>> text = 'Mr. Starmer flies to the U.S. on Monday. “We agree. We sign,” he says… Then he leaves.'
    >>> [text[:end][-7:] for end in sentence_ends(text)]
    ['Monday.', 'e says…', 'leaves.']
    """
    inside = _enclosed(text)
    ends = [
        found.end()
        for found in _END.finditer(text)
        if not inside[found.end()] and not _REST.match(text, found.end()) and _is_end(text, found)
    ]
    return (*ends, len(text)) if text else ()


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Whether a full stop or the like ends a sentence, as far as its surroundings tell."""
    following = _NEXT.match(text, found.end())
    if following is None:
        return False
    space, word = following.groups()
    sign = _SIGN.match(found[0])
    stop = sign[0] if sign else found[0]
    closing = found[0][len(stop) :].split("[")[0].strip()
    if stop[-1] in _EAST_ASIAN:
        return bool(space) or not closing
    if not space and stop[-1] not in _UNSPACED:
        return False
    if word[0].islower() or (closing and _SAID.match(text, found.end())):
        return False
    before = text[max(0, found.start() - _LONGEST_TOKEN) : found.start()]
    if stop in {"…", "..."}:
        return bool(before) and not before[-1].isspace()
    return stop != "." or bool(closing.strip(")")) or not _is_abbreviation(before, word)


def _is_abbreviation(before: str, word: str) -> bool:
    """Whether the full stop after ``before`` belongs to its last word, and ``word`` goes on."""
    token = _BEFORE_TOKEN.split(before)[-1]
    if token in BEFORE_NAMES or (token in BEFORE_NUMBERS and word[0].isdigit()):
        return True
    if re.fullmatch(r"\d{1,2}", token):
        return not before[: -len(token)].strip() or _AFTER_ORDINALS.fullmatch(word) is not None
    if token in ANYWHERE or (_ACRONYM.fullmatch(token) and not token.isdigit()):
        return word not in BEGINNINGS
    return False


def _enclosed(text: str) -> list[int]:
    """For each position, in how many quotations and parentheses it is. One that is not closed is none."""
    change = [0] * (len(text) + 2)
    waiting: list[tuple[int, str]] = []
    for place, sign in enumerate(text):
        closed = None
        if sign in _CLOSING:
            closed = next((n for n in reversed(range(len(waiting))) if sign in waiting[n][1]), None)
        if closed is not None:
            change[waiting[closed][0] + 1] += 1
            change[place + 1] -= 1
            del waiting[closed:]
        elif sign in _PAIRS:
            waiting = [*waiting[-_MOST_OPEN:], (place, _PAIRS[sign])]
    return [*accumulate(change)]
