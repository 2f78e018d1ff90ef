"""Whether the texts of two copies are one text, and which agency a text names as its own.

Two pages are one text where so many of the runs of seven words in the shorter one stand in the other
one, too. After A. Broder, "On the resemblance and containment of documents" (1997), where such runs are
called shingles.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from zlib import crc32

from timeline.evidence.folding import fold

#: Words in a run, and the share of runs from which on two texts are one.
WORDS, LEAST_SHARE = 7, 0.6
#: Shorter texts, in runs, are not compared: two headlines and a caption may be alike by chance.
_LEAST_RUNS = 30
#: Every so many-th run is looked up to find pairs, which are then compared in full.
_SAMPLE = 8
#: Runs in more texts than these are of no text: the notes of a site, or the menu of a page.
_MOST_TEXTS = 50
_WORD = re.compile(r"\w+")
#: How agencies sign: the name in brackets after the place, or as the author.
_AGENCIES = {
    "Reuters": "Reuters",
    "AP": "AP",
    "Associated Press": "AP",
    "The Associated Press": "AP",
    "AFP": "AFP",
    "Agence France-Presse": "AFP",
    "PA": "PA",
    "PA Media": "PA",
    "dpa": "dpa",
    "EFE": "EFE",
    "ANSA": "ANSA",
    "UPI": "UPI",
    "TASS": "TASS",
    "Xinhua": "Xinhua",
    "Anadolu": "Anadolu",
    "Kyodo": "Kyodo",
    "Interfax": "Interfax",
    "Ukrinform": "Ukrinform",
}
_NAMES = "|".join(map(re.escape, sorted(_AGENCIES, key=len, reverse=True)))
_SIGNATURE = re.compile(rf"\(({_NAMES})\)\s*[-–—:]")
_PLACE = re.compile(r"[^\W\d_][\w .,’'-]{1,60}$")
_HEAD = 1_500


def signed_by(text: str, authors: tuple[str, ...] = ()) -> str:
    """The agency that a text names as its origin; "" if it names none.

    >>> signed_by("PARIS (Reuters) - European leaders met"), signed_by("It told Reuters (AP) that")
    ('Reuters', '')
    """
    named = next((_AGENCIES[author] for author in authors if author in _AGENCIES), "")
    signatures = _SIGNATURE.finditer(text[:_HEAD])
    found = next((each for each in signatures if _PLACE.search(text[: each.start()][-62:])), None)
    return named or (_AGENCIES[found[1]] if found else "")


def runs(text: str) -> frozenset[int]:
    """The runs of words in a text, each as a number."""
    words = _WORD.findall(fold(text).text.lower())
    return frozenset(crc32(" ".join(words[n : n + WORDS]).encode()) for n in range(len(words) - WORDS + 1))


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the shorter of two texts stands in the other one: 0 to 1.

    >>> text = runs("one two three four five six seven eight nine")
    >>> share(text, runs("so one two three four five six seven eight and on"))
    0.6666666666666666
    """
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def sample(found: frozenset[int]) -> frozenset[int]:
    """Every eighth of the runs, the same ones of every text: enough to see which may be alike."""
    return frozenset(run for run in found if run % _SAMPLE == 0)


def same_texts(
    samples: Mapping[str, frozenset[int]], whole: Callable[[str], frozenset[int]]
) -> Iterator[tuple[str, str, float]]:
    """Every two names whose texts are one, and how much of the shorter one stands in the other.

    ``samples`` are those of all texts; ``whole`` gives all runs of one, which only texts need that may be
    alike.
    """
    with_run: defaultdict[int, list[str]] = defaultdict(list)
    shared = _in_several(samples.values())
    for name in sorted(samples):
        for run in samples[name] & shared:
            with_run[run].append(name)
    common: Counter[tuple[str, str]] = Counter()
    for names in with_run.values():
        if len(names) <= _MOST_TEXTS:
            common.update((one, other) for n, one in enumerate(names) for other in names[n + 1 :])
    runs_of = lru_cache(maxsize=64)(whole)
    for one, other in sorted(common):
        if share(samples[one], samples[other]) < LEAST_SHARE / 2:
            continue
        found = share(runs_of(one), runs_of(other))
        if found >= LEAST_SHARE and min(len(runs_of(one)), len(runs_of(other))) >= _LEAST_RUNS:
            yield one, other, found


def _in_several(found: Iterable[frozenset[int]]) -> set[int]:
    """The runs that more than one of the texts has.

    >>> _in_several([frozenset({1, 2}), frozenset({2, 3}), frozenset({3})])
    {2, 3}
    """
    seen: set[int] = set()
    shared: set[int] = set()
    for runs_ in found:
        shared |= seen & runs_
        seen |= runs_
    return shared
