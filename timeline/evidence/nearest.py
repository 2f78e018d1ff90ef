"""The words of a text that are most like some that are not there. They are shown, and decide nothing."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
#: Words of which fewer than this share is in a passage are not shown beside it.
_LEAST_SHARE = 0.5
_LONGEST = 300


def nearest(words: str, text: str) -> str:
    """The passage of ``text`` that has most of ``words``; "" if none has half of them.

    >>> nearest("would improve the talks", "He said that it would not improve the talks. He left.")
    'would not improve the talks'
    """
    wanted = [each.lower() for each in _WORD.findall(words)]
    found = list(_WORD.finditer(text))
    if not wanted or not found:
        return ""
    need = Counter(wanted)
    have: Counter[str] = Counter()
    width = len(wanted) + 1 + len(wanted) // 4
    best, best_end, score = 0, 0, 0
    for end, each in enumerate(found):
        word = each[0].lower()
        have[word] += 1
        score += have[word] <= need[word]
        if end >= width:
            gone = found[end - width][0].lower()
            score -= have[gone] <= need[gone]
            have[gone] -= 1
        if score > best:
            best, best_end = score, end
    if best < max(1, _LEAST_SHARE * len(wanted)):
        return ""
    passage = found[max(0, best_end - width + 1) : best_end + 1]
    passage = passage[next(n for n, each in enumerate(passage) if each[0].lower() in need) :]
    return " ".join(text[passage[0].start() : passage[-1].end()].split())[:_LONGEST]
