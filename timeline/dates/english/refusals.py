"""Why a phrase is not read as a date: looked up when no rule has read it."""

from __future__ import annotations

import re

from timeline.dates.english.clock import is_clock
from timeline.dates.refused import Refused

WHOLE = "a day such as 2025-02-17 or 17 February 2025"
_ZONES = "acdt|acst|aedt|aest|bst|cdt|cet|cest|cst|eet|eest|edt|est|et|ist|jst|kst|mdt|msk|mst|pdt|pst|wet"
_HOLIDAYS = (
    "christmas|easter|new year|ramadan|eid|passover|hanukkah|independence day|labou?r day|memorial day"
    "|diwali"
    "|mother'?s'? day|father'?s'? day|victory day|lunar new year|carnival|bank holiday"
)

_TWO_DIGITS = (
    r"^\d{1,2}[./-]\d{1,2}[./-]\d{2}$"
    r"|[a-z][.,]? ?(?:\d{1,2}(?:st|nd|rd|th)?,? )?'\d{2}$|'\d0s"
    r"|^\d{1,2}\.?[ -][^\W\d_]+\.?,?[ -]\d{2}$|^[a-z]+\.? \d{1,2},? \d{2}$|\d{4} ?[-–] ?\d{2}$"
)
_NARRATIVE = (
    r"\b(?:following|previous|same|next) day\b|\bday (?:before|after)\b"
    r"|\b(?:later|earlier|before|after)$|^(?:(?:on|in) )?(?:the )?(?:following|previous)\b|\beve\b"
    r"|\b(?:hour|day|week|month|year|evening|night)s? (?:later|earlier|before|after)\b"
)
_VAGUE = (
    r"\b(?:coming|next|past|last|these|first|final) (?:days|weeks|months|years|hours)\b"
    r"|\b(?:few|several|some|couple|recent|recently|lately|soon|these days|now|currently|ago|once)\b"
)
_BOUND = r"^(?:not )?(?:before|after|until|till|by|prior to|up to|as of|no later than|no earlier than)\b"

#: What may stand after a clock time that has no day.
_AFTER_CLOCK = re.compile(rf" ?(?:{_ZONES}|[cemp]t|gmt|utc|uhr|hrs|uur)$")

#: Pattern (searched in small letters), reason and hint. The first that is found counts.
REASONS: tuple[tuple[str, str, str], ...] = (
    (
        r"^(?:|tb[acd]|unknown|undated|n/?[ad]|n\.d\.|none|null|nil|date|\?+|-+|–+)$",
        "no date is given",
        WHOLE,
    ),
    (
        rf"(?:\d[:.]\d\d|\b\d{{4}}|[ap]\.?m\.?) ?(?:{_ZONES})\b",
        "a time zone named by letters may be more than one",
        "the offset from UTC, as in 16:00 +01:00, or the event's own `zone`",
    ),
    (r"\bmidnight\b", "midnight belongs to two days", "the day, or a time such as 23:59 or 00:00"),
    (
        r"\b(?:bce?|b\.c\.(?:e\.)?)(?:\W|$)",
        "that year BC is not understood",
        "the year alone, as in 264 BC",
    ),
    (r"\b(?:ad|ce) ?\d|\d ?(?:ad|ce)\b", "a year is four digits", "the year alone, as in 0079"),
    (_TWO_DIGITS, "the year has two digits", "the year in full, as in 2025"),
    (
        _BOUND,
        "that is only a bound, not a date",
        "the days it may be, as in between 12 and 16 February 2025, or ../2025-02-16 until then",
    ),
    (r"^overnight|\bovernight$", "a night touches two days", "both, as in overnight 17-18 February 2025"),
    (
        r"^\d{1,2}/\d{1,2} [a-z]",
        "it may be a night or two days",
        "17-18 February 2025, or overnight before it",
    ),
    (_NARRATIVE, "that is counted from another event", WHOLE),
    (_VAGUE, "that is too vague for a date", WHOLE),
    (rf"\b(?:{_HOLIDAYS})\b", "that holiday is not a single day, or differs between countries", WHOLE),
    (
        r"\bfiscal\b|\bfinancial year\b|^fy ?'?\d|\btax year\b",
        "a fiscal year begins on another day in every country",
        "its first and last day",
    ),
    (
        r"\bturn of the\b|\b(?:this|last|next|past) (?:decade|century)\b",
        "that is too vague for a date",
        "the years",
    ),
    (r"^-?\d{1,3}(?:st|nd|rd|th)?$", "a number alone is not a date", WHOLE),
    (r"^[-+]\d+$|^[$€£]", "that is a number, not a date", WHOLE),
    (r"^\d{1,2}[./-]\d{1,2}\.?$", "it has no year", "the month as a word, and the year"),
)
_REASONS = tuple((re.compile(pattern), reason, hint) for pattern, reason, hint in REASONS)


def explain(phrase: str) -> Refused:
    """The refusal of a phrase that no rule reads.

    >>> explain("TBD").reason
    'no date is given'
    """
    words = phrase.lower()
    clock = re.sub(r"(?<=\d)h(?=\d\d)", ":", words.replace("a.m.", "am").replace("p.m.", "pm"))
    if is_clock(_AFTER_CLOCK.sub("", clock)):
        return Refused("a clock time without its day", "the day too, as in 17 February 2025, 16:00")
    for pattern, reason, hint in _REASONS:
        if pattern.search(words):
            return Refused(reason, hint)
    return Refused(
        "these words are not read as a date",
        f"{WHOLE}; or name the `language` of the words, if it is another",
    )
