"""Foreign dates word by word in English -> English word order: rules that hold in every language.

``translate`` gives "ago 3 day" for French "il y a 3 jours" and "february late" for Japanese "2月下旬".
"""

from __future__ import annotations

import re

from timeline.dates.calendar_words import MONTH_NAMES, NUMBERS, SEASONS, WEEKDAY_NAMES, alternatives

_CLASSES = {
    "W": "|".join(WEEKDAY_NAMES).lower(),
    "M": "|".join(MONTH_NAMES).lower(),
    "S": "|".join(SEASONS),
    "U": "(?:minute|hour|day|week|month|year)s?",
    "O": "minute|hour|day|week|month|year",
    "P": "week|month|year",
    "L": "last|next|this|coming",
    "T": "early|mid|late",
    "N": rf"\d+|{alternatives(NUMBERS)}",
    "Q": "first|second|third|fourth",
}

#: Pattern (the capitals stand for the classes above), what it becomes, and an example of both.
RULES: tuple[tuple[str, str, str, str], ...] = (
    # An article that tells a day where nothing else does.
    (
        r"^theday (\d{1,2})(?=$| (?:morning|afternoon|evening))",
        r"the \1th",
        "theday 17",
        "the 17th",
    ),
    (r"\btheday (?=.)", "", "theday 17 february", "17 february"),
    # Counted from now.
    (r"^counted-for (.+ ago)$", r"\1", "counted-for 3 day ago", "3 day ago"),
    (r"^ago ({N}) ({U})$", r"\1 \2 ago", "ago 3 day", "3 day ago"),
    (r"^({N}) ({U}) counted-ago$", r"\1 \2 ago", "15 hour counted-ago", "15 hour ago"),
    (r"^({N}) ({U}) counted-in$", r"in \1 \2", "3 day counted-in", "in 3 day"),
    (r"^ago ({O})$", r"1 \1 ago", "ago week", "1 week ago"),
    (r"^({O}) ago$", r"1 \1 ago", "hour ago", "1 hour ago"),
    (r"^in ({O})$", r"in 1 \1", "in week", "in 1 week"),
    (
        r"\b(\d{1,2}:\d{2}) (morning|afternoon|evening)\b",
        r"\1 in the \2",
        "8:00 evening",
        "8:00 in the evening",
    ),
    (
        r"\b({Q}|last) ({W}|week|weekend) (?:in )?(?=(?:{M})\b)",
        r"\1 \2 of ",
        "last monday march",
        "last monday of march",
    ),
    (r"^(?:in )?last ({N}) ({U})$", r"the last \1 \2", "last two week", "the last two week"),
    (r"^(?:in )?(?:next|coming) ({N}) ({U})$", r"the next \1 \2", "next two week", "the next two week"),
    (r"^(?:in )?past ({N}) ({U})$", r"the past \1 \2", "past three day", "the past three day"),
    (r"\bpast ({P})\b", r"the last \1", "past week", "the last week"),
    (r"\bpast ({M}|{S})\b", r"last \1", "past summer", "last summer"),
    # A date beside the weekday tells which one.
    (
        r"^(?:this|last|past|next|coming) ({W}) (\d{1,2}\b.*)$",
        r"\1 \2",
        "this monday 17",
        "monday 17",
    ),
    (r"\b(\d{1,2} (?:{M})) (last|past|next|coming)$", r"\2 \1", "17 february last", "last 17 february"),
    (r"\b(\d{1,2}/\d{1,2}) (\d{4})\b", r"\1/\2", "17/2 2025", "17/2/2025"),
    # What stands before a day, or else before an hour.
    (r"\bday-or-hour (?=\d{1,2}(?: (?:{M})\b|[./-]\d))", "", "day-or-hour 17 february", "17 february"),
    (
        r"^(.+ (?:and|to) .+) betweenend$",
        r"between \1",
        "17 and 19 february betweenend",
        "between 17 and 19 february",
    ),
    # The night between two days, named after both.
    (
        r"^(.+?) (?:and |to )?((?:\d{1,2} )?(?:{W}|{M})) nightbetween$",
        r"the night of \1 to \2",
        "monday tuesday nightbetween",
        "the night of monday to tuesday",
    ),
    # Words that only name the unit of the number beside them.
    (r"\byear (\d{4})\b", r"\1", "17 february year 2025", "17 february 2025"),
    (r"\b(\d{1,2}) week (\d{4})\b", r"week \1 \2", "8 week 2025", "week 8 2025"),
    (r"\b(\d{4}) year\b", r"\1", "2025 year february", "2025 february"),
    (r"\b({M}) (\d{1,2}) th\b", r"\1 \2", "february 17 th", "february 17"),
    (r"^(\d{1,2}) th\b|^day (\d{1,2})$", r"the \1\2th", "17 th", "the 17th"),
    (r"\b(\d{1,2}) th\b", r"\1", "february 17 to 18 th", "february 17 to 18"),
    (r"\bday (\d{1,2}|{W})\b", r"\1", "day monday", "monday"),
    (
        r"(?<!\bin )\b(\d{1,2}|{W}) day\b(?! ago| from| later| earlier)",
        r"\1",
        "february 17 day",
        "february 17",
    ),
    (r"\bmonth ({M})\b", r"\1", "17 month february", "17 february"),
    (r"\b({M}) month\b", r"\1", "february month", "february"),
    (r"\b({M}) ?/ ?\1\b", r"\1", "17 february / february 2025", "17 february 2025"),
    (r"\b({M}) ?/ ?(\d{4})\b", r"\1 \2", "february / 2025", "february 2025"),
    (r"\b(\d{1,2}) spanfrom ({M})\b", r"\1 \2", "17 spanfrom february", "17 february"),
    # Spans: the words "from" and "until" say nothing without each other.
    (r"\b({S}|{M}|quarter|half) spanfrom (\d{4})\b", r"\1 \2", "spring spanfrom 2025", "spring 2025"),
    (r"^spanfrom (.+ to .+)$", r"\1", "spanfrom 17 to 18 february", "17 to 18 february"),
    (r"^(.+ to .+) spanend$", r"\1", "february 17 to 18 spanend", "february 17 to 18"),
    (
        r"^the night of spanfrom ",
        "the night of ",
        "the night of spanfrom monday to tuesday",
        "the night of monday to tuesday",
    ),
    # What English puts before its noun.
    (r"\b({P}|weekend|{M}|{S}) ({L})\b(?! (?:{P}))", r"\2 \1", "week last", "last week"),
    (r"\bcoming ({P})\b", r"next \1", "coming week", "next week"),
    (r"\b({W}) (this|coming)\b(?! ({P}))", r"\2 \1", "monday coming", "coming monday"),
    # The year first, as in East Asia, and thirds after the month.
    (r"^(\d{4}) ({M}) ({T})$", r"\3 \2 \1", "2025 february late", "late february 2025"),
    (r"^({M}) (\d{4}) ({T})$", r"\3 \1 \2", "february 2025 late", "late february 2025"),
    (r"^({M}) ({T}) (\d{4})$", r"\2 \1 \3", "february late 2025", "late february 2025"),
    (r"^({M}|\d{4}) ({T})$", r"\2 \1", "february late", "late february"),
    (
        r"^(\d{4}) ((?:{M}) \d{1,2}(?: (?:{W}))? ?(?:-|–|to|and|or) ?(?:(?:{M}) )?\d{1,2}(?: (?:{W}))?)$",
        r"\2 \1",
        "2025 february 17 to 18",
        "february 17 to 18 2025",
    ),
    (r"\b(?:quarter ([1-4])|([1-4]) quarter)\b", r"q\1\2", "1 quarter 2025", "q1 2025"),
    (r"^(\d{4}) (q[1-4]|(?:{Q}) quarter)$", r"\2 \1", "2025 first quarter", "first quarter 2025"),
)

_COMPILED = tuple(
    (re.compile(re.sub(r"\{([A-Z])\}", lambda found: _CLASSES[found[1]], pattern)), becomes)
    for pattern, becomes, *_ in RULES
)
#: A number in words before a month is its day: "dos de mayo".
_WORDED_DAY = re.compile(rf"\b(?!(?:an?|one) )({alternatives(NUMBERS)}) (?={_CLASSES['M']})")
_OF_WEEK = re.compile(rf"\b(last|next|this) ({_CLASSES['W']})\b")


def in_english_order(words: str, *, weekday_of_week: bool = False) -> str:
    """The words as English orders them; ``weekday_of_week``: "last Monday" is the Monday of last week.

    >>> in_english_order("2025 february late"), in_english_order("week last")
    ('late february 2025', 'last week')
    >>> in_english_order("last monday", weekday_of_week=True)
    'monday last week'
    """
    words = _WORDED_DAY.sub(lambda found: f"{NUMBERS[found[1]]} ", words)
    for pattern, becomes in _COMPILED:
        words = pattern.sub(becomes, words)
    return _OF_WEEK.sub(r"\2 \1 week", words) if weekday_of_week else words
