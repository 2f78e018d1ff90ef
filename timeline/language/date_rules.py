"""How a rule of `timeline.dates` got from the words to its date, for the reader of a page.

The sentence stands on the rule; here it is put into a language, with a note where the words leave the year
to the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from unicodedata import numeric

from timeline.dates import EXPLANATIONS
from timeline.model.messages import message
from timeline.model.when import When

#: Added to an explanation where the words do not state the year.
DEPENDS = message("what the words leave open depends on the day of publication")

_DIGITS = {float(digit): str(digit) for digit in range(10)}
_LONGEST_YEAR = 366
#: Years of the Buddhist calendar, in Thai, are that much later.
_BUDDHIST = 543
#: A year of a Japanese era, as in 令和7年; 元 is the first. `timeline.dates.languages.years` reads them.
_YEAR_OF_A_REIGN = re.compile("[0-9元]年")
#: The rule for a year whose century is not written: 07年 is 2007, and of no reign.
_SHORT_YEAR = "year in two digits"


def explained(when: When, translate: Callable[[str], str] = str) -> str:
    """How a reading came about; the name of its rule where that has no explanation.

    ``translate`` puts each sentence into another language.

    >>> from datetime import date
    >>> from timeline.model.when import Moment
    >>> monday = Moment.day(date(2025, 2, 17))
    >>> explained(When(monday, words="Monday", rule="weekday"))
    'a weekday on or near the day of publication'
    >>> explained(When(monday, words="17 February", rule="day month year"))
    'the date as written; what the words leave open depends on the day of publication'
    >>> explained(When(monday, words="two days later", rule="counted from another event: Summit"))
    'counted from the date of another event: “Summit”'
    """
    rule, _, detail = when.rule.removeprefix("from the sources: ").partition(": ")
    explanation = EXPLANATIONS.get(rule)
    if explanation is None:
        return rule
    sentence = translate(explanation.text)
    if rule == "counted from another event":
        quoted = translate(message("“%(words)s”")) % {"words": detail}
        return translate(message("%(rule)s: %(more)s")) % {"rule": sentence, "more": quoted}
    if not explanation.counted and not _states_its_year(when):
        return translate(message("%(rule)s; %(more)s")) % {"rule": sentence, "more": translate(DEPENDS)}
    return sentence


def _states_its_year(when: When) -> bool:
    """Whether the words state the year, or the one next to it: a time zone may have moved a New Year's Day.

    A date longer than a year needs no year, and a year before our era is always stated.

    >>> from datetime import date
    >>> from timeline.model.when import Moment
    >>> _states_its_year(When(Moment.day(date(2025, 2, 17)), words="二〇二五年二月十七日"))
    True
    """
    if when.start.days > _LONGEST_YEAR or when.first.year <= 0:
        return True
    digits = "".join(_DIGITS.get(numeric(character, -1), character) for character in when.words)
    years = range(when.first.year - 1, when.last.year + 2)
    written = [int(number[:4]) for number in re.findall("[0-9]+", digits)]
    numbered = any(number - later in years for number in written for later in (0, _BUDDHIST))
    is_of_reign = when.rule != _SHORT_YEAR and _YEAR_OF_A_REIGN.search(digits)
    return numbered or bool(is_of_reign)
