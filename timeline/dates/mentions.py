"""Finds dates in running text so that they can be hidden, and errs on the side of too many.

Unlike the rest of this package, it does not read the dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from timeline.dates.english.vocabulary import DAY_WORDS
from timeline.dates.languages import LANGUAGES
from timeline.dates.languages.vocabulary import vocabulary
from timeline.dates.moments import MONTH_NAMES, WEEKDAY_NAMES

_NAMES = frozenset(name.lower() for name in (*MONTH_NAMES, *WEEKDAY_NAMES))
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
#: English has no table. Its months are matched only with a capital: March, but not march.
_ENGLISH = tuple(form for name in (*MONTH_NAMES, *WEEKDAY_NAMES) for form in (name, name.upper()))
#: Abbreviations that are not also a word or a name, unlike Jan and Sun.
_SHORT = ("Feb", "Apr", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Tues", "Weds", "Thurs")
_BESIDE = (*(name[:3] for name in _ENGLISH), "Thur", *_SEASONS, *DAY_WORDS)
_JOINTS = ("of", "the")
#: Numbers that are not dates: in names such as G7, amounts of money, percentages.
_OTHER_NUMBERS = r"[^\W\da-z_]\d{1,2}(?![\d./-])|[$€£¥₴₽]\s?\d[\d.,]*|\d[\d.,]*\s?[%‰٪€£₴₽]"
#: Any other number, with separators and suffixes: 17.2.2025, 16h30, 17th, 17日.
_NUMBER = r"\d(?:[\d.,:/hT–-]*\d)?(?:[a-zº°ª]{1,4}(?![^\W\d_])|[年月日号號時时分년월일시분])?"
_LETTER = r"[^\W\d_]"
_BETWEEN = r"[\s,./–-]"
#: Forms of at least ``_STEM`` letters are also found with an ending: Februars, пятницами.
_STEM, _ENDING = 4, rf"{_LETTER}{{0,3}}"


def spotted(
    text: str, language: str, *, phrases: Sequence[str] = (), names: Sequence[str] = ()
) -> tuple[tuple[int, int], ...]:
    """The parts of ``text`` that may be dates: start and end index of each, in order.

    Found are all numbers except those in names, amounts of money and percentages; months and weekdays, in
    English and in ``language`` (a tag; only English if that has no table); next to these, also seasons,
    ambiguous abbreviations and English words for days; and each of ``phrases``. ``names`` are left out.

    >>> text = "Talks on Monday, 17 February 2025, on $500 million"
    >>> [text[begin:end] for begin, end in spotted(text, "en")]
    ['Monday, 17 February 2025']
    >>> spotted("Theresa May meets the G7", "en", names=["Theresa May"])
    ()
    """
    found = _pattern(language.partition("-")[0].lower(), tuple(phrases), tuple(names)).finditer(text)
    return tuple(span for run in _runs(found) for span in _row(run))


def _runs(found: Iterable[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Groups of adjacent matches that may belong to one date."""
    run: list[re.Match[str]] = []
    for each in found:
        if run and (each.start() != run[-1].end() or each.lastgroup == "no"):
            yield run
            run = []
        if each.lastgroup != "no":
            run.append(each)
    yield run


def _row(run: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The range from the first to the last part of a date in a run, if at least one of them is certain."""
    parts = [each for each in run if each.lastgroup in ("sure", "beside")]
    if any(each.lastgroup == "sure" for each in parts):
        yield parts[0].start(), parts[-1].end()


@lru_cache(maxsize=64)
def _pattern(language: str, phrases: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    """Groups: ``no`` is no date, ``sure`` is one, ``beside`` may be one next to one, ``between`` joins."""
    sure, beside, between = (
        [_words((*_ENGLISH, *_SHORT), ending="s?")],
        [_words(_BESIDE)],
        [_words(_JOINTS)],
    )
    if language in LANGUAGES and language != "en":
        table = _Table(language)
        sure.append(f"(?i:{table.words(table.names)})")
        beside.append(table.words(table.beside))
        between.append(table.words(table.joints))
    return re.compile(
        rf"(?P<no>{_words(names)}|{_OTHER_NUMBERS})"
        rf"|(?P<sure>(?i:{_words(phrases)})|{_NUMBER}|{'|'.join(sure)})"
        rf"|(?P<beside>(?i:{'|'.join(beside)})\.?)"
        rf"|(?P<between>(?i:{'|'.join(between)})|{_BETWEEN}+)"
    )


class _Table:
    """The word forms of one language, by their role in a date."""

    def __init__(self, language: str) -> None:
        self._vocabulary = vocabulary(language)
        self.names = tuple(self._forms(_NAMES, in_company=False))
        self.beside = (*self._forms(_NAMES, in_company=True), *self._forms(_SEASONS))
        self.joints = tuple(self._forms({""}))

    def _forms(self, meanings: Iterable[str], *, in_company: bool | None = None) -> Iterator[str]:
        for form, senses in self._vocabulary.meanings.items():
            if any(one.english in meanings and in_company in (None, one.in_company) for one in senses):
                yield form

    def words(self, forms: Sequence[str]) -> str:
        directives = self._vocabulary.directives
        if "script" in directives:  # written without spaces
            return _alternatives(forms)
        return _words(forms, before=directives.get("prefix", ""), ending=_ENDING)


def _words(forms: Sequence[str], *, before: str = "", ending: str = "") -> str:
    """A pattern for any of these as whole words, the longest first; long ones may have an ending."""
    short = [form for form in forms if len(form) < _STEM]
    long = [form for form in forms if len(form) >= _STEM]
    found = rf"(?:{_alternatives(long)}){ending}|{_alternatives(short)}"
    start = rf"(?:{before})?" if before else ""
    return rf"(?<!{_LETTER}){start}(?:{found})(?!{_LETTER})"


def _alternatives(forms: Sequence[str]) -> str:
    """A pattern for any of these, the longest first; it never matches if there are none."""
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(map(_as_written, ordered)) or "(?!)"


def _as_written(form: str) -> str:
    """The pattern of a form, with every apostrophe, hyphen and space that a text may use."""
    return re.escape(form).replace("'", "['’ʼ]").replace(r"\-", "[-‐‑]").replace(r"\ ", r"\s+")
