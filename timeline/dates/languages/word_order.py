"""Foreign dates word by word in English -> English word order: rules that hold in every language.

``translate`` gives "ago 3 day" for French "il y a 3 jours" and "february late" for Japanese "2月下旬".
"""

from __future__ import annotations

import re

from timeline.dates.english.vocabulary import NUMBERS, SEASONS, alternatives
from timeline.dates.languages import relative_order
from timeline.dates.moments import MONTH_NAMES, WEEKDAY_NAMES
from timeline.dates.rewriting import Rewrite, rewriter

#: The words for which a capital in braces stands in a pattern.
CLASSES = {
    "W": "|".join(WEEKDAY_NAMES).lower(),
    "M": "|".join(MONTH_NAMES).lower(),
    "S": "|".join(SEASONS),
    "U": "(?:minute|hour|day|week|month|year)s?",
    "O": "minute|hour|day|week|month|year",
    "P": "week|month|year",
    "L": "last|next|this|coming",
    "T": "early|mid|late",
    "N": rf"\d+|{alternatives(NUMBERS)}",
    "J": "-|–|to|and|or",
    "Q": "first|second|third|fourth",
}

#: Those of `relative_order` come first.
RULES: tuple[Rewrite, ...] = (
    *relative_order.RULES,
    # An article that is the only sign of a day.
    Rewrite(
        r"^theday (\d{1,2})(?=$| (?:morning|afternoon|evening))",
        r"the \1th",
        "theday 17",
        "the 17th",
    ),
    Rewrite(r"\btheday (?=.)", "", "theday 17 february", "17 february"),
    # A time on the 12-hour clock with a part of the day.
    Rewrite(
        r"(\d:\d\d) (morning|afternoon|evening|lunchtime)\b",
        r"\1 in the \2",
        "monday 8:00 evening",
        "monday 8:00 in the evening",
    ),
    Rewrite(r"(\d:\d\d) night\b", r"\1 at night", "monday 11:00 night", "monday 11:00 at night"),
    Rewrite(r"\b(\d{1,2}/\d{1,2}) (\d{4})\b", r"\1/\2", "17/2 2025", "17/2/2025"),
    # A word used before a day and before an hour.
    Rewrite(
        r"\bday-or-hour (?=\d{1,2}(?: (?:{M})\b|[./-]\d))", "", "day-or-hour 17 february", "17 february"
    ),
    Rewrite(
        r"^(.+ (?:and|to) .+) betweenend$",
        r"between \1",
        "17 and 19 february betweenend",
        "between 17 and 19 february",
    ),
    Rewrite(
        r"\b({Q}|last) ({W}|week|weekend) (?:in )?(?=(?:{M})\b)",
        r"\1 \2 of ",
        "last monday march",
        "last monday of march",
    ),
    # Words for the unit of an adjacent number.
    Rewrite(r"\byear (\d{4})\b", r"\1", "17 february year 2025", "17 february 2025"),
    Rewrite(r"\b(\d{4}) year\b", r"\1", "2025 year february", "2025 february"),
    # Not if both years end in 0: they may be decades.
    Rewrite(
        r"\byears (?!\d{3}0.*\d{3}0)(\d{4} ?(?:{J}) ?\d{4})\b", r"\1", "years 1914 to 1918", "1914 to 1918"
    ),
    Rewrite(r"\b(\d{4} ?(?:{J}) ?\d{4}) years\b", r"\1", "1914 to 1918 years", "1914 to 1918"),
    Rewrite(r"\b(\d{1,2}) week (\d{4})\b", r"week \1 \2", "8 week 2025", "week 8 2025"),
    Rewrite(
        r"^([a-z]+(?: [a-z]+)? time) (\d{1,2}) th\b",
        r"\1 the \2th",
        "beijing time 18 th",
        "beijing time the 18th",
    ),
    Rewrite(r"^(\d{1,2}) th\b|^day-number (\d{1,2})$", r"the \1\2th", "17 th", "the 17th"),
    Rewrite(r"\b(\d{1,2}) th\b", r"\1", "february 17 to 18 th", "february 17 to 18"),
    Rewrite(r"\bday ({W}|\d{1,2} (?:{M}))\b", r"\1", "day monday", "monday"),
    Rewrite(r"\bday-number (?=\d)", "", "monday day-number 17", "monday 17"),
    Rewrite(
        r"\b({W}|{M}) day\b(?! ago| from| later| earlier)",
        r"\1",
        "17 february day",
        "17 february",
    ),
    Rewrite(r"\bmonth ({M})\b", r"\1", "17 month february", "17 february"),
    Rewrite(r"\b({M}) month\b", r"\1", "february month", "february"),
    Rewrite(r"\b({M}) ?/ ?\1\b", r"\1", "17 february / february 2025", "17 february 2025"),
    Rewrite(r"\b({M}) ?/ ?(\d{4})\b", r"\1 \2", "february / 2025", "february 2025"),
    Rewrite(r"\b(\d{1,2}|first) spanfrom ({M})\b", r"\1 \2", "17 spanfrom february", "17 february"),
    # Numeric dates that share a month or year, which is written once.
    Rewrite(
        r"^(\d{1,2}) ?(to|and|or|-|–) ?(\d{1,2})([./])(\d{1,2})\4(\d{4})$",
        r"\1\4\5\4\6 \2 \3\4\5\4\6",
        "17 and 18/2/2025",
        "17/2/2025 and 18/2/2025",
    ),
    Rewrite(
        r"^((?:spanfrom |between )?)(\d{1,2}/\d{1,2}) ?(to|and|or|-|–) ?(\d{1,2}/\d{1,2})/(\d{4})$",
        r"\1\2/\5 \3 \4/\5",
        "28/2 to 2/3/2025",
        "28/2/2025 to 2/3/2025",
    ),
    # Spans: "from" and "until" are read only together.
    Rewrite(
        r"\b({S}|{M}|quarter|half) spanfrom (\d{4})\b", r"\1 \2", "spring spanfrom 2025", "spring 2025"
    ),
    Rewrite(r"^spanfrom (.+ to .+)$", r"\1", "spanfrom 17 to 18 february", "17 to 18 february"),
    Rewrite(
        r"^(between .+?) to (.+)$", r"\1 and \2", "between 12 to 16 february", "between 12 and 16 february"
    ),
    Rewrite(r"^(.+ to .+) spanend$", r"\1", "february 17 to 18 spanend", "february 17 to 18"),
    Rewrite(
        r"^the night of spanfrom ",
        "the night of ",
        "the night of spanfrom monday to tuesday",
        "the night of monday to tuesday",
    ),
    # Words that in English come before their noun.
    Rewrite(r"\b({P}|weekend|{M}|{S}) ({L})\b(?! (?:{P}))", r"\2 \1", "week last", "last week"),
    Rewrite(r"\bcoming ({P})\b", r"next \1", "coming week", "next week"),
    Rewrite(r"\b({W}) (this|coming)\b(?! ({P}))", r"\2 \1", "monday coming", "coming monday"),
    Rewrite(r"\bhalf (first|second)\b", r"\1 half", "half first 2025", "first half 2025"),
    Rewrite(
        r"\b(first|second) half (?=(?:{M})\b)",
        r"\1 half of ",
        "second half february 2025",
        "second half of february 2025",
    ),
    Rewrite(r"^(.+\d) about$", r"about \1", "february 17 about", "about february 17"),
    Rewrite(r"\b({W}) upcoming$", r"upcoming \1", "monday upcoming", "upcoming monday"),
    Rewrite(r"\bupcoming weekend\b", "coming weekend", "upcoming weekend", "coming weekend"),
    # The year first, as in East Asia; early, mid and late after the month.
    Rewrite(
        r"^((?:last|this|next) (?:month|year)) ({T}|q[1-4]|(?:{Q}) quarter|(?:first|second) half)$",
        r"\2 \1",
        "last year late",
        "late last year",
    ),
    Rewrite(r"^(month|year) ({T})$", r"\2 \1", "year late", "late year"),
    Rewrite(r"^(\d{4}) ((?:first|second) half)$", r"\2 \1", "2025 first half", "first half 2025"),
    Rewrite(r"^(\d{4}) ({M}) ({T})$", r"\3 \2 \1", "2025 february late", "late february 2025"),
    Rewrite(r"^({M}) (\d{4}) ({T})$", r"\3 \1 \2", "february 2025 late", "late february 2025"),
    Rewrite(r"^({M}) ({T}) (\d{4})$", r"\2 \1 \3", "february late 2025", "late february 2025"),
    Rewrite(r"^({M}|\d{4}) ({T})$", r"\2 \1", "february late", "late february"),
    Rewrite(
        r"^(\d{1,2}th-century|\d{4}s) ({T})$",
        r"\2 \1",
        "19th-century late",
        "late 19th-century",
    ),
    Rewrite(
        r"^(\d{4}) ((?:{M}) \d{1,2}(?: (?:{W}))? ?(?:-|–|to|and|or) ?(?:(?:{M}) )?\d{1,2}(?: (?:{W}))?)$",
        r"\2 \1",
        "2025 february 17 to 18",
        "february 17 to 18 2025",
    ),
    Rewrite(r"\b(?:quarter ([1-4])|([1-4]) quarter)\b", r"q\1\2", "1 quarter 2025", "q1 2025"),
    Rewrite(r"\b(q[1-4]) ?/ ?(\d{4})\b", r"\1 \2", "q1 / 2025", "q1 2025"),
    Rewrite(r"^(\d{4}) (q[1-4]|(?:{Q}) quarter)$", r"\2 \1", "2025 first quarter", "first quarter 2025"),
)


_IN_ORDER, _WITH_ONE = rewriter(RULES, CLASSES), rewriter(relative_order.ONE, CLASSES)
#: A number in words before a month is its day: "dos de mayo".
_WORDED_DAY = re.compile(rf"\b(?!(?:an?|one) )({alternatives(NUMBERS)}) (?={CLASSES['M']})")
_OF_WEEK = re.compile(rf"\b(last|next|this) ({CLASSES['W']})\b")


def in_english_order(words: str, *, weekday_of_week: bool = False, one: bool = False) -> str:
    """The words in English order.

    ``weekday_of_week``: "last Monday" is the Monday of last week; ``one``: a unit without a number is one.

    >>> in_english_order("2025 february late"), in_english_order("week last")
    ('late february 2025', 'last week')
    >>> in_english_order("last monday", weekday_of_week=True), in_english_order("week ago", one=True)
    ('monday last week', '1 week ago')
    """
    words = _WORDED_DAY.sub(lambda found: f"{NUMBERS[found[1]]} ", words)
    words = _IN_ORDER(words)
    words = _WITH_ONE(words) if one else words
    return _OF_WEEK.sub(r"\2 \1 week", words) if weekday_of_week else words
