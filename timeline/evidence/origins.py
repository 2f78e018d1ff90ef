"""Whether the texts of two copies are one text, and which agency a text names as its own.

Two pages are one text where so many of the runs of seven words in the shorter one stand in the other
one, too. After A. Broder, "On the resemblance and containment of documents" (1997), where such runs are
called shingles. Two reports of their own may quote the same long statement; so words beside the quotations
must be the same, too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from zlib import crc32

from timeline.evidence.folding import fold

#: Words in a run, and the share of runs from which on two texts are one.
WORDS, LEAST_SHARE = 7, 0.6
#: Shorter texts, in runs, are not compared: two headlines and a caption may be alike by chance.
_LEAST_RUNS = 30
#: The share that words beside quotations must have, where the rest is what somebody said to everybody.
_LEAST_OWN_SHARE = 0.3
#: Every so many-th run is looked up to find pairs, which are then compared in full.
_SAMPLE = 4
#: With fewer runs looked up than this, their number says little, and one in common is enough.
_TELLING = 24
#: Runs in more texts than these are of no text: the notes of a site, or the menu of a page.
_MOST_TEXTS = 50
_WORD = re.compile(r"\w+")
#: A quotation of some length, in marks of any language, within a paragraph.
_QUOTATION = re.compile(
    r"([“„«\"][^“”„«»\"\n]{30,2000}[”“»\"]|(?<!\w)‘(?:[^‘’\n]|’(?=\w)){30,2000}’(?!\w))"
)
#: Names of agencies -> how an origin names them.
_AGENCIES = {
    "Reuters": "Reuters",
    "AP": "AP",
    "Associated Press": "AP",
    "The Associated Press": "AP",
    "AFP": "AFP",
    "Agence France-Presse": "AFP",
    "Agence France Presse": "AFP",
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
#: How agencies sign: the name in brackets, after the place or as the first word of the text.
_SIGNATURE = re.compile(rf"\(({_NAMES})\)\s*[-–—:]")
_PLACE = re.compile(r"[^\W\d_][\w .,’'-]{1,60}$|^\s*$")
_HEAD = 1_500
#: What editors of Reuters put below a text.
_REPORTING = re.compile(
    r"\bReporting by [A-Z][^;\n]{2,200}; (?:Writing by [^;\n]{3,100}; )?Editing by [A-Z]"
)
#: What stands with the name of an agency where there is no author.
_NO_NAMES = re.compile(r"\b(?:by|staff|news|agency)\b", re.IGNORECASE)


def agency(name: str) -> str:
    """The agency of that name, as a publisher or an author; "" if it is none.

    >>> agency("Associated Press"), agency("Reuters Staff"), agency("Mason, Jeff")
    ('AP', 'Reuters', '')
    """
    bare = " ".join(_NO_NAMES.sub(" ", name).replace(",", " ").split())
    return _AGENCIES.get(name.strip(), _AGENCIES.get(bare, ""))


def signed_by(text: str, authors: tuple[str, ...] = ()) -> str:
    """The agency that a text names as its origin; "" if it names none.

    >>> signed_by("PARIS (Reuters) - European leaders met"), signed_by("It told Reuters (AP) that")
    ('Reuters', '')
    """
    if named := next(filter(None, map(agency, authors)), ""):
        return named
    signatures = _SIGNATURE.finditer(text[:_HEAD])
    found = next((each for each in signatures if _PLACE.search(text[: each.start()][-62:])), None)
    if found:
        return _AGENCIES[found[1]]
    return "Reuters" if _REPORTING.search(text) else ""


def runs(text: str) -> frozenset[int]:
    """The runs of words in a text, each as a number."""
    return frozenset(_numbered(_words(text)))


def runs_and_own(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """The runs of words in a text, and those of them that are beside its quotations.

    >>> said = "He said in Paris: “We need a backstop before we send anybody.” Then they all left."
    >>> [len(found) for found in runs_and_own(said)]
    [10, 0]
    >>> len(runs_and_own("They left. ‘We don’t need a backstop before we send anybody’, he said.")[1])
    0
    """
    parts = [_words(part) for part in _QUOTATION.split(text)]
    found = _numbered([word for part in parts for word in part])
    ends = [*accumulate(map(len, parts))]
    own = [found[end - len(part) : max(0, end - WORDS + 1)] for part, end in zip(parts, ends, strict=True)]
    return frozenset(found), frozenset(chain.from_iterable(own[::2]))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text).text.lower())


def _numbered(words: Sequence[str]) -> list[int]:
    """A number for each run of words, in order."""
    return [crc32(" ".join(words[n : n + WORDS]).encode()) for n in range(len(words) - WORDS + 1)]


def share(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the shorter of two texts stands in the other one: 0 to 1.

    >>> text = runs("one two three four five six seven eight nine")
    >>> share(text, runs("so one two three four five six seven eight and on"))
    0.6666666666666666
    """
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def sample(found: frozenset[int]) -> frozenset[int]:
    """Every fourth of the runs, the same ones of every text: enough to see which may be alike."""
    return frozenset(run for run in found if run % _SAMPLE == 0)


def same_texts(
    samples: Mapping[str, frozenset[int]], text: Callable[[str], str]
) -> Iterator[tuple[str, str, float]]:
    """Every two names whose texts are one, and how much of the shorter one stands in the other.

    ``samples`` are those of all texts; ``text`` gives a whole one, which is asked only of those that may be
    alike.
    """
    runs_of = lru_cache(maxsize=512)(lambda name: runs_and_own(text(name)))
    for one, other in _candidates(samples):
        (whole, own), (other_whole, other_own) = runs_of(one), runs_of(other)
        found = share(whole, other_whole)
        is_long = min(len(whole), len(other_whole)) >= _LEAST_RUNS
        if is_long and found >= LEAST_SHARE and share(own, other_own) >= _LEAST_OWN_SHARE:
            yield one, other, found


def _candidates(samples: Mapping[str, frozenset[int]]) -> Iterator[tuple[str, str]]:
    """Every two names whose texts may be one, by the samples of their runs."""
    with_run: defaultdict[int, list[str]] = defaultdict(list)
    shared = _in_several(samples.values())
    for name in sorted(samples):
        for run in samples[name] & shared:
            with_run[run].append(name)
    common: Counter[tuple[str, str]] = Counter()
    for names in with_run.values():
        if len(names) <= _MOST_TEXTS:
            common.update((one, other) for n, one in enumerate(names) for other in names[n + 1 :])
    for one, other in sorted(common):
        is_telling = min(len(samples[one]), len(samples[other])) >= _TELLING
        if not is_telling or share(samples[one], samples[other]) >= LEAST_SHARE / 2:
            yield one, other


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
