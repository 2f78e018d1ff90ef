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
    "O": "minute|hour|day|week|month|year",
    "U": "minutes?|hours?|days?|weeks?|months?|years?",
    "P": "week|month|year",
    "L": "last|next|this|coming",
    "T": "early|mid|late",
    "N": rf"\d+|{alternatives(NUMBERS)}",
    "Q": "first|second|third|fourth",
}

#: Pattern (the capitals stand for the classes above), what it becomes, and an example of both.
RULES: tuple[tuple[str, str, str, str], ...] = (
    # Counted from now. Some words for "ago" mean "before" when they come last.
    (r"^ago-first (?=(?:{N}|{O})\b)", "ago ", "ago-first 3 day", "3 day ago"),
    (r"^ago ({N}) ({U})$", r"\1 \2 ago", "ago 3 day", "3 day ago"),
    (
        r"^(about )?({N}) ({U}) (?:counted-ago|last-or-ago)$",
        r"\1\2 \3 ago",
        "15 hour counted-ago",
        "15 hour ago",
    ),
    (r"\blast-or-ago\b", "last", "month last-or-ago", "last month"),
    # One of them goes without saying; several ("days ago") are nobody knows how many.
    (r"^ago ({O})$", r"1 \1 ago", "ago week", "1 week ago"),
    (r"^({O}) ago$", r"1 \1 ago", "hour ago", "1 hour ago"),
    (r"^in ({O})$", r"in 1 \1", "in week", "in 1 week"),
    (r"^({P}) past$", r"the last \1", "week past", "the last week"),
    (r"^weekend past$", "this past weekend", "weekend past", "this past weekend"),
    # Nights: some languages name one by the evening before, and some by both of its days.
    (r"^eve-of (?:day )?(?=(?:{W})\b|\d)", "overnight to ", "eve-of monday", "overnight to monday"),
    (
        r"^the night of (?:spanfrom )?(.+) night-to (.+)$",
        r"the night of \1 to \2",
        "the night of 17 night-to 18 february",
        "the night of 17 to 18 february",
    ),
    # A clock of twelve hours beside its part of the day.
    (
        r"(\d:\d\d) (morning|afternoon|evening|lunchtime)\b",
        r"\1 in the \2",
        "monday 8:00 evening",
        "monday 8:00 in the evening",
    ),
    (r"(\d:\d\d) night\b", r"\1 at night", "monday 11:00 night", "monday 11:00 at night"),
    # A day of the month that leaves its month to the words beside it.
    (r"^last (\d{1,2}) th$", r"the past \1th", "last 17 th", "the past 17th"),
    (r"^coming (\d{1,2}) th$", r"the coming \1th", "coming 24 th", "the coming 24th"),
    (r"\blast ({M}) (\d{1,2})(?: th)?$", r"the past \1 \2", "last february 17", "the past february 17"),
    (r"\bcoming ({M}) (\d{1,2})(?: th)?$", r"the coming \1 \2", "coming march 1", "the coming march 1"),
    (
        r"^((?:last|this|next) month) (\d{1,2})(?: th)?$",
        r"the \2th of \1",
        "this month 17 th",
        "the 17th of this month",
    ),
    (
        r"^(\d{1,2})(?: th)? ?(to|and|-|–|&) ?(\d{1,2}) th( spanend)?$",
        r"the \1th \2 the \3th\4",
        "17 th to 18 th",
        "the 17th to the 18th",
    ),
    # Words that only name the unit of the number beside them.
    (r"\byears? (\d{4})\b", r"\1", "17 february year 2025", "17 february 2025"),
    (r"\b(\d{4}) years?\b", r"\1", "2025 year february", "2025 february"),
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
    (r"\b(\d{1,2}|first) spanfrom ({M})\b", r"\1 \2", "17 spanfrom february", "17 february"),
    # In numbers, what two dates share is written once.
    (
        r"^(\d{1,2}) ?(to|and|or|-|–) ?(\d{1,2})([./])(\d{1,2})\4(\d{4})$",
        r"\1\4\5\4\6 \2 \3\4\5\4\6",
        "17 and 18/2/2025",
        "17/2/2025 and 18/2/2025",
    ),
    (
        r"^((?:spanfrom |between )?)(\d{1,2}/\d{1,2}) ?(to|and|or|-|–) ?(\d{1,2}/\d{1,2})/(\d{4})$",
        r"\1\2/\5 \3 \4/\5",
        "28/2 to 2/3/2025",
        "28/2/2025 to 2/3/2025",
    ),
    # Spans: the words "from" and "until" say nothing without each other.
    (r"\b({S}|{M}|quarter|half) spanfrom (\d{4})\b", r"\1 \2", "spring spanfrom 2025", "spring 2025"),
    (r"^spanfrom (.+ to .+)$", r"\1", "spanfrom 17 to 18 february", "17 to 18 february"),
    (r"^(between .+?) to (.+)$", r"\1 and \2", "between 12 to 16 february", "between 12 and 16 february"),
    (r"^(.+ to .+) spanend$", r"\1", "february 17 to 18 spanend", "february 17 to 18"),
    (
        r"^the night of spanfrom ",
        "the night of ",
        "the night of spanfrom monday to tuesday",
        "the night of monday to tuesday",
    ),
    # What English puts before its noun.
    (r"\b({P}|weekend|{M}|{S}) ({L})\b", r"\2 \1", "week last", "last week"),
    (r"\bcoming ({P})\b", r"next \1", "coming week", "next week"),
    (r"\b({W}) (this|coming)\b(?! ({P}))", r"\2 \1", "monday coming", "coming monday"),
    (r"\bhalf (first|second)\b", r"\1 half", "half first 2025", "first half 2025"),
    (
        r"\b(first|second) half (?=(?:{M})\b)",
        r"\1 half of ",
        "second half february 2025",
        "second half of february 2025",
    ),
    (r"^(.+\d) about$", r"about \1", "february 17 about", "about february 17"),
    (r"\b({W}) upcoming$", r"upcoming \1", "monday upcoming", "upcoming monday"),
    (r"\bupcoming weekend\b", "coming weekend", "upcoming weekend", "coming weekend"),
    # The year first, as in East Asia, and thirds after the month.
    (
        r"^((?:last|this|next) (?:month|year)) ({T}|q[1-4]|(?:{Q}) quarter|(?:first|second) half)$",
        r"\2 \1",
        "last year late",
        "late last year",
    ),
    (r"^(month|year) ({T})$", r"\2 \1", "year late", "late year"),
    (r"^(\d{4}) ((?:first|second) half)$", r"\2 \1", "2025 first half", "first half 2025"),
    (r"^(\d{4}) ({M}) ({T})$", r"\3 \2 \1", "2025 february late", "late february 2025"),
    (r"^({M}) (\d{4}) ({T})$", r"\3 \1 \2", "february 2025 late", "late february 2025"),
    (r"^({M}|\d{4}) ({T})$", r"\2 \1", "february late", "late february"),
    (
        r"^(\d{4}) ((?:{M}) \d{1,2}(?: (?:{W}))? ?(?:-|–|to|and|or) ?(?:(?:{M}) )?\d{1,2}(?: (?:{W}))?)$",
        r"\2 \1",
        "2025 february 17 to 18",
        "february 17 to 18 2025",
    ),
    (r"\b(?:quarter ([1-4])|([1-4]) quarter)\b", r"q\1\2", "1 quarter 2025", "q1 2025"),
    (r"\b(q[1-4]) ?/ ?(\d{4})\b", r"\1 \2", "q1 / 2025", "q1 2025"),
    (r"^(\d{4}) (q[1-4]|(?:{Q}) quarter)$", r"\2 \1", "2025 first quarter", "first quarter 2025"),
)

_COMPILED = tuple(
    (re.compile(re.sub(r"\{([A-Z])\}", lambda found: _CLASSES[found[1]], pattern)), becomes)
    for pattern, becomes, *_ in RULES
)
_OF_WEEK = re.compile(rf"\b(last|next|this) ({_CLASSES['W']})\b")


def in_english_order(words: str, *, weekday_of_week: bool = False) -> str:
    """The words as English orders them; ``weekday_of_week``: "last Monday" is the Monday of last week.

    >>> in_english_order("2025 february late"), in_english_order("week last")
    ('late february 2025', 'last week')
    >>> in_english_order("last monday", weekday_of_week=True)
    'monday last week'
    """
    for pattern, becomes in _COMPILED:
        words = pattern.sub(becomes, words)
    return _OF_WEEK.sub(r"\2 \1 week", words) if weekday_of_week else words
