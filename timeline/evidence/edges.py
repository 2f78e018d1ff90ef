"""Whether words that were found begin and end where whole words, numbers and signs do.

"aligned" does not stand in "non-aligned", nor "can" in "can't", 5 in 1.5, or 15 in -15.
"""

from __future__ import annotations

import re

from timeline.evidence.folding import Folded

_HYPHENS = "-\u2010\u2011"
_SIGNS = "-\u2010\u2011\u2212"
_APOSTROPHES = "'’ʼ＇`"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
#: Scripts whose words are not divided by spaces.
_UNDIVIDED = (
    *(("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u3040", "\u30ff")),
    *(("\u3400", "\u9fff"), ("\uf900", "\ufaff")),
)
_BLANKS = " \u00a0\u2009\u202f"
#: What belongs to a number that follows: other digits, a minus sign, a currency.
_NUMBER_BEFORE = re.compile(rf"\d[.,:/'’–—]$|(?:^|[\W\d_])[{_SIGNS}]$|[$£€¥₹₽₴¢]$")
_NUMBER_AFTER = re.compile(rf"[.,:/'’–—]\d|[{_HYPHENS}]\w|[%‰°$£€¥₹₽₴¢]")
#: Thousands that a blank divides, as in 20 000.
_THOUSANDS = re.compile(rf"(?<!\d)\d{{1,3}}[{_BLANKS}]?$")
_GROUP = re.compile(rf"[{_BLANKS}]?\d{{3}}(?!\d)")


def starts_well(folded: Folded, start: int) -> bool:
    """Whether a word, number or sign of the text begins at that place of its folded form.

    >>> from timeline.evidence.folding import fold
    >>> text = fold("non-aligned states, -15 degrees")
    >>> starts_well(text, text.text.index("aligned")), starts_well(text, text.text.index("states"))
    (False, True)
    """
    place = folded.places[start]
    first, following = folded.source[place], folded.source[place : place + 4]
    before = _UNSEEN.sub("", folded.source[max(0, place - 8) : place])[-5:]
    if not before or not first.isalnum():
        return True
    if _is_divided(before[-1], first):
        return False
    if first.isdigit():
        return not _NUMBER_BEFORE.search(before) and not _are_thousands(before, following)
    return not re.search(rf"\w[{_HYPHENS}{_APOSTROPHES}]$", before)


def ends_well(folded: Folded, end: int) -> bool:
    """Whether a word, number or sign of the text ends before that place of its folded form.

    >>> from timeline.evidence.folding import fold
    >>> text = fold("We can't pay 10,000 euros")
    >>> ends_well(text, len("We can")), ends_well(text, len("We can't pay 10"))
    (False, False)
    """
    place = folded.places[end - 1] + 1
    last, before = folded.source[place - 1], folded.source[max(0, place - 5) : place]
    after = _UNSEEN.sub("", folded.source[place : place + 8])[:5]
    if not after or not last.isalnum():
        return True
    if _is_divided(last, after[0]):
        return False
    if last.isdigit():
        return not _NUMBER_AFTER.match(after) and not _are_thousands(before, after)
    return not re.match(rf"[{_HYPHENS}{_APOSTROPHES}]\w", after)


def _is_divided(one: str, other: str) -> bool:
    """Whether a word would be divided between these two characters."""
    return one.isalnum() and other.isalnum() and not (_is_undivided(one) and _is_undivided(other))


def _is_undivided(letter: str) -> bool:
    return any(first <= letter <= last for first, last in _UNDIVIDED)


def _are_thousands(before: str, after: str) -> bool:
    """Whether a blank between the two divides the thousands of a number.

    >>> _are_thousands("of 20 ", "000 men"), _are_thousands("in 2024 ", "300 men")
    (True, False)
    """
    is_divided = before[-1:] in _BLANKS or after[:1] in _BLANKS
    return is_divided and bool(_THOUSANDS.search(before) and _GROUP.match(after))
