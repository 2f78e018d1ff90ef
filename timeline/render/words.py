"""Dates and lists in words, never more exact than they are known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from timeline.model import Moment, Precision, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_HALVES = {1: "first", 7: "second"}
#: Names of rules that say too little by themselves -> what they did.
_RULES = {
    "weekday": "a weekday on or near the day of publication",
    "last weekday": "“last” may be the one before publication, or that of the week before",
    "next weekday": "“next” may be the one after publication, or that of the week after",
    "weekday before": "the last such weekday before publication",
    "weekday after": "the first such weekday after publication",
    "last named one": "the last that was over, or that of the year before",
    "next named one": "the next to come, or that of the year after",
    "day without its month": "that day of a month near publication",
    "hours ago": "counted back from some hour of the day of publication",
    "week of a day": "the week that holds that day",
    "either": "one of the two",
    "midweek": "Tuesday to Thursday of a week near the day of publication",
    "weekend": "Saturday and Sunday near the day of publication",
    "night before publication": "a night touches two days",
    "month/day/year": "the month written first",
    "day/month/year": "the day written first",
    "span": "from the first day to the last",
    "between": "one of the days between",
    "third of a month": "ten days or so of the month",
    **dict.fromkeys(("day", "this one", "last one", "next one"), "counted from the day of publication"),
    **dict.fromkeys(("ago", "last but one"), "counted back from the day of publication"),
    **dict.fromkeys(("in", "from now", "next but one"), "counted on from the day of publication"),
    **dict.fromkeys(("earlier in this one", "later in this one"), "a part of that of publication"),
    **dict.fromkeys(
        ("day month year", "month day year", "year month day", "day in words"), "a day in words"
    ),
    **dict.fromkeys(("month year", "month in words"), "a month in words"),
}


def when_in_words(when: When) -> str:
    """A date as a reader expects it in print, with no-break spaces inside.

    >>> talks = When(Moment.day(date(2025, 3, 14)), Moment.day(date(2025, 3, 15)))
    >>> when_in_words(talks).replace("\\xa0", " ")
    '14–15 March 2025'
    """
    if when.open_end:
        words = f"since {moment_in_words(when.start)}"
    elif when.end is None:
        words = moment_in_words(when.start)
    else:
        words = _span(when.start, when.end)
    return words.replace(" ", "\xa0")


def clock_in_words(when: When) -> str:
    """The local clock time or times, or ""."""
    clocks = [moment.clock for moment in (when.start, when.end) if moment and moment.clock]
    return "–".join(f"{clock:%H:%M}" for clock in clocks)


def day_in_words(day: date) -> str:
    """
    >>> day_in_words(date(2025, 2, 17))
    '17 February 2025'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """
    >>> weekday_in_words(date(2025, 2, 17))
    'Monday 17 February 2025'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def spelled_out(when: When) -> str:
    """A date with the weekdays that news speaks in, and its clock times.

    >>> spelled_out(When(Moment.day(date(2025, 2, 17))))
    'Monday 17 February 2025'
    """
    start = _with_weekday(when.start)
    if when.open_end:
        return f"since {start}"
    return f"{start} to {_with_weekday(when.end)}" if when.end else start


def rule_in_words(rule: str) -> str:
    """What a rule did, in plain English.

    >>> rule_in_words("ago"), rule_in_words("weekday of last week")
    ('counted back from the day of publication', 'weekday of last week')
    """
    return _RULES.get(rule, rule)


def _with_weekday(moment: Moment) -> str:
    if not moment.is_day:
        return moment_in_words(moment)
    day = weekday_in_words(moment.earliest)
    return f"{day}, {moment.clock:%H:%M}" if moment.precision is Precision.MINUTE else day


def moment_in_words(moment: Moment) -> str:
    """One moment: "17 February 2025", "about 2014", "between 12 and 16 February 2025"."""
    first, month = moment.earliest, MONTHS[moment.earliest.month - 1]
    match moment.precision:
        case Precision.DAY | Precision.MINUTE:
            words = day_in_words(first)
        case Precision.MONTH:
            words = f"{month} {first.year}"
        case Precision.YEAR:
            words = str(first.year)
        case Precision.DECADE:
            words = f"the {first.year}s"
        case Precision.CENTURY:
            words = f"{first.year} to {moment.latest.year}"
        case Precision.SEASON:
            words = f"{_SEASONS[first.month]} {first.year}"
        case Precision.QUARTER:
            words = f"quarter {(first.month + 2) // 3} of {first.year}"
        case Precision.HALF:
            words = f"the {_HALVES[first.month]} half of {first.year}"
        case Precision.PART | Precision.WEEK:
            words = f"between {_pair(first, moment.latest, ' and ')}"
    if moment.approximate:
        words = f"about {words}"
    return f"perhaps {words}" if moment.uncertain else words


def listed(names: Sequence[str]) -> str:
    """
    >>> listed(["Macron", "Scholz", "Tusk"])
    'Macron, Scholz and Tusk'
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def counted(number: int, noun: str) -> str:
    """
    >>> counted(1, "event"), counted(38, "event")
    ('1 event', '38 events')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _span(start: Moment, end: Moment) -> str:
    """A span: days of one month or year share what they have in common."""
    if start.is_day and end.is_day:
        return _pair(start.earliest, end.earliest, "–")
    return f"{moment_in_words(start)} to {moment_in_words(end)}"


def _pair(first: date, last: date, joint: str) -> str:
    """Two days with the shared month or year told once; a joint between longer parts is spaced."""
    if first == last:
        return day_in_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{joint}{day_in_words(last)}"
    spaced = joint if joint.startswith(" ") else f" {joint} "
    shown = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else day_in_words(first)
    return f"{shown}{spaced}{day_in_words(last)}"
