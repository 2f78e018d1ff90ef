"""Settings that would let dates in words or numbers be read: suggested, and never made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.importing.draft import Draft

#: Languages whose dates are tried, and so many dates.
_LANGUAGES = ("de", "fr", "es", "ru", "uk", "it", "pt", "nl", "pl", "sv", "tr", "cs")
_MOST_DATES = 20
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")


def advice(drafts: Iterable[Draft], language: str) -> list[str]:
    """What to write into ``_timeline.yaml`` for dates that are not clear without it.

    >>> def dated(*dates: str) -> list[Draft]:
    ...     return [Draft("", {"date": date}) for date in dates]
    >>> advice(dated("5. März 2020", "1998"), "")
    ['Dates such as "5. März 2020" can be read with language: de in _timeline.yaml']
    >>> advice(dated("3/14/2025", "3/4/2025"), "")
    ['Dates such as "3/14/2025" have the month first: write date_order: month-first into _timeline.yaml']
    >>> advice(dated("1998", "3/4/2025"), "")
    []
    """
    dates = [str(draft.fields["date"]) for draft in drafts if isinstance(draft.fields.get("date"), str)]
    return [*_order(dates), *([] if language else _language(dates))]


def _order(dates: list[str]) -> list[str]:
    """The order of day and month, where one date can have only that one and all have it."""
    found = [(date, int(each[1]), int(each[2])) for date in dates if (each := _NUMBERS.fullmatch(date))]
    day_first = next((date for date, first, second in found if 31 >= first > 12 >= second), "")
    month_first = next((date for date, first, second in found if 31 >= second > 12 >= first), "")
    is_open = any(first <= 12 and second <= 12 and first != second for _, first, second in found)
    if not is_open or bool(day_first) == bool(month_first):
        return []
    order = "day" if day_first else "month"
    words = f'Dates such as "{day_first or month_first}" have the {order} first'
    return [f"{words}: write date_order: {order}-first into _timeline.yaml"]


def _language(dates: list[str]) -> list[str]:
    """The one language that reads the dates with words that English does not."""
    from timeline.dates import resolve

    worded = (date for date in dates if re.search(r"[^\W\d_]{3}", date) and re.search(r"\d", date))
    foreign = [
        date for date, _ in zip(worded, range(_MOST_DATES), strict=False) if not resolve(date).readings
    ]
    if not foreign:
        return []
    able = [tag for tag in _LANGUAGES if all(resolve(date, language=tag).readings for date in foreign)]
    if len(able) != 1:
        return []
    return [f'Dates such as "{foreign[0]}" can be read with language: {able[0]} in _timeline.yaml']
