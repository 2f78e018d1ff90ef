"""Dates of other formats -> the text of ``date`` and ``time``, never more exact than they are."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

#: A date that an event file takes as it is, and to which a slash and an end can be added.
_ISO = re.compile(r"-?\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?")
_ISO_DAY = re.compile(r"(-?\d{4}-\d\d-\d\d)")
#: A day with a clock time, as programs write it.
_INSTANT = re.compile(
    r"(?P<day>-?\d{4}-\d\d-\d\d)[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?"
    r" ?(?P<offset>Z|[+-]\d\d:?\d\d)?"
)
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d)(?:[.,]\d+)?)?)?"
    r" ?(?P<half>[AaPp]\.?[Mm]\.?)?"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: A date as JavaScript prints it, or takes it.
_SCRIPT_WORDS = re.compile(
    r"(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*,? )?(?P<month>[A-Z][a-z]{2})[a-z]*\.? (?P<day>\d{1,2}),? "
    r"(?P<year>\d{4})(?: (?P<clock>\d{1,2}:\d\d(?::\d\d)?))?(?: (?P<zone>(?:GMT|UTC)(?:[+-]\d{4})?|Z)"
    r"(?: \(.*\))?)?"
)
_FIRST_YEAR, _LAST_YEAR = -9999, 9999


class Stamp(NamedTuple):
    """A ``date``, the ``time`` on it, and what of the input neither of them holds."""

    date: str
    time: str = ""
    rest: str = ""


def year(text: str) -> str:
    """A year as other tools count: -44 is 44 BC, and there is no year 0.

    >>> year("1998"), year("-44"), year("-1"), year("98"), year("-66000000"), year("MCM")
    ('1998', '-0043', '0000', '0098', '66000000 BC', 'MCM')
    """
    if not re.fullmatch(r"[+-]?\d{1,15}", text):
        return text
    number = int(text)
    if number == 0:
        return text
    astronomical = number + 1 if number < 0 else number
    if _FIRST_YEAR <= astronomical <= _LAST_YEAR:
        return f"{'-' if astronomical < 0 else ''}{abs(astronomical):04}"
    return f"{-number} BC" if number < 0 else str(number)


def from_parts(year_: str, month: str = "", day: str = "") -> Stamp:
    """A date given as three numbers, as exact as the numbers that there are.

    >>> from_parts("1998", "3", "5").date, from_parts("1998", "3").date, from_parts("1998", "", "5")
    ('1998-03-05', '1998-03', Stamp(date='1998', time='', rest='day 5'))
    >>> from_parts("1998", "March", "5").date, from_parts("1998", "2", "31").date
    ('5 March 1998', '1998-02-31')
    """
    known = year(year_)
    if not known:
        rest = [f"{name} {value}" for name, value in (("month", month), ("day", day)) if value]
        return Stamp("", rest=", ".join(rest))
    if not month:
        return Stamp(known, rest=f"day {day}" if day else "")
    if re.fullmatch(r"-?\d{4}", known) and all(
        re.fullmatch(r"\d{1,2}", each or "1") for each in (month, day)
    ):
        numbers = [f"{int(each):02}" for each in (month, day) if each]
        return Stamp("-".join((known, *numbers)))
    return Stamp(" ".join(filter(None, (day, month, known))))


def stamp(text: str) -> Stamp:
    """A date as text. Midnight, which programs add to days, is not taken for a clock time.

    >>> stamp("2025-02-17T16:00:00.000Z")
    Stamp(date='2025-02-17T16:00Z', time='', rest='')
    >>> stamp("2025-02-17 00:00:00")
    Stamp(date='2025-02-17', time='', rest='2025-02-17 00:00:00')
    >>> stamp("2025-02-17T16:00"), stamp("17 February 2025")
    (Stamp(date='2025-02-17', time='16:00', rest=''), Stamp(date='17 February 2025', time='', rest=''))
    """
    text = " ".join(text.split())
    found = _INSTANT.fullmatch(text)
    if not found:
        return Stamp(text)
    hour, minute, second, offset = found["hour"], found["minute"], found["second"] or "00", found["offset"]
    if (hour, minute, second) == ("00", "00", "00") and offset in {None, "Z", "+00:00", "+0000"}:
        return Stamp(found["day"], rest=text)
    time = f"{hour}:{minute}" + (f":{second}" if second != "00" else "")
    if offset:
        offset = offset if offset == "Z" or ":" in offset else f"{offset[:3]}:{offset[3:]}"
        return Stamp(f"{found['day']}T{time}{offset}")
    return Stamp(found["day"], time)


def script_date(text: str) -> Stamp:
    """A date as scripts write it: also milliseconds since 1970, and the words of JavaScript.

    >>> script_date("889056000000").date, script_date("-480").date
    ('1998-03-05', '-0480')
    >>> script_date("May 28 2006 09:00:00 GMT").date
    '2006-05-28T09:00Z'
    >>> script_date("Fri Nov 22 1963 12:30:00 GMT-0600").date, script_date("May 28 2006 00:00:00 GMT").date
    ('1963-11-22T12:30-06:00', '2006-05-28')
    """
    text = " ".join(text.split())
    if re.fullmatch(r"-?\d{9,15}(?:\.0*)?", text):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(
            milliseconds=_within_years(int(text.partition(".")[0]))
        )
        found = stamp(f"{moment:%Y-%m-%dT%H:%M:%S}Z" if moment.year > 999 else text)
        return found._replace(rest=text)
    if re.fullmatch(r"-\d{1,4}", text):
        return Stamp(f"-{text[1:]:0>4}")
    words = _SCRIPT_WORDS.fullmatch(text)
    if not words or words["month"].title() not in _MONTHS:
        return stamp(text)
    day = f"{words['year']}-{_MONTHS.index(words['month'].title()) + 1:02}-{int(words['day']):02}"
    if not words["clock"]:
        return Stamp(day)
    offset = (words["zone"] or "").removeprefix("GMT").removeprefix("UTC")
    time = words["clock"] if words["clock"].count(":") == 2 else f"{words['clock']}:00"
    found = stamp(f"{day}T{time:0>8}{offset or ('Z' if words['zone'] else '')}")
    return found if found.date != text else Stamp(text)


def _within_years(milliseconds: int) -> int:
    """Milliseconds that lead to a year from 1 to 9999."""
    return max(-62_135_596_800_000, min(milliseconds, 253_402_300_799_000))


def clock(text: str) -> str:
    """A clock time as ``time`` takes it; "" if it is none.

    >>> clock("4:05 PM"), clock("16:05:30"), clock("9:00"), clock("noon"), clock("25:00")
    ('16:05', '16:05:30', '09:00', '', '')
    >>> clock("16:00 – 18:30"), clock("18:00-16:00")
    ('16:00/18:30', '')
    """
    first, dash, last = re.sub(r"\s*[-–/]\s*", "/", text.strip()).partition("/")
    if dash:
        start, end = ("", "") if "/" in last else (clock(first), clock(last))
        return f"{start}/{end}" if start and end and start < end else ""
    found = _CLOCK.fullmatch(text.strip())
    if not found or (found["minute"] is None and not found["half"]):
        return ""
    hour = int(found["hour"])
    if found["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if found["half"][0] in "Pp" else 0)
    minute, second = found["minute"] or "00", found["second"] or "00"
    if hour > 23 or int(minute) > 59 or int(second) > 59:
        return ""
    return f"{hour:02}:{minute}" + (f":{second}" if second != "00" else "")


def span(start: Stamp, end: Stamp) -> Stamp:
    """From one date to another. What cannot be joined stays in ``rest``.

    >>> span(Stamp("2025-02-17"), Stamp("2025-02-19")).date
    '2025-02-17/2025-02-19'
    >>> span(Stamp("2025-02-17", "16:00"), Stamp("2025-02-17", "18:00"))
    Stamp(date='2025-02-17', time='16:00/18:00', rest='')
    >>> span(Stamp("5 March 2020"), Stamp("9 March 2020")).date
    '2020-03-05/2020-03-09'
    """
    rest = "; ".join(filter(None, (start.rest, end.rest)))
    if "/" in start.time and end.date:
        start, rest = start._replace(time=""), "; ".join(filter(None, (rest, f"time {start.time}")))
    if not end.date:
        until = f"end {end.time}" if end.time else ""
        return Stamp(start.date, start.time, "; ".join(filter(None, (rest, until))))
    if end.date == start.date:
        times = (
            f"{start.time}/{end.time}" if start.time and end.time and start.time < end.time else start.time
        )
        odd = f"end {end.time}" if end.time and "/" not in times and end.time != start.time else ""
        return Stamp(start.date, times, "; ".join(filter(None, (rest, odd))))
    if not start.date:
        return Stamp("", start.time, "; ".join(filter(None, (rest, f"end {end.date} {end.time}".strip()))))
    first, last = _as_iso(start.date), _as_iso(end.date)
    if not (first and last):
        return Stamp(
            start.date, start.time, "; ".join(filter(None, (rest, f"end {end.date} {end.time}".strip())))
        )
    days = _ISO_DAY.fullmatch(first) and _ISO_DAY.fullmatch(last)
    if start.time and end.time and days:
        return Stamp(f"{first}/{last}", f"{start.time}/{end.time}", rest)
    odd = f"end {end.time}" if end.time else ""
    return Stamp(f"{first}/{last}", start.time if days else "", "; ".join(filter(None, (rest, odd))))


def _as_iso(text: str) -> str:
    """``text`` in EDTF, if it is one date whatever the day on which it was written; else ""."""
    if _ISO.fullmatch(text) or re.fullmatch(
        r"-?\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)", text
    ):
        return text
    from timeline.dates import resolve

    readings = resolve(text).readings
    return readings[0].edtf if len(readings) == 1 and "/" not in readings[0].edtf else ""


def day_of(text: str) -> str:
    """The first day, month or year of a date, for the name of its file: "" where it has none after Christ.
    Of a date that can be read in several ways, the year, if that is the same in all of them.

    >>> day_of("2025-02-17/2025-02-19"), day_of("1900~"), day_of("17 February 2025"), day_of("-0043")
    ('2025-02-17', '1900', '2025-02-17', '')
    >>> day_of("1.5.2024")
    '2024'
    """
    found = re.match(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d])", text)
    if found:
        return "-".join(filter(None, found.groups()))
    if not text or text.startswith("-"):
        return ""
    from timeline.dates import resolve

    starts = [reading.edtf for reading in resolve(text).readings]
    days = {day_of(start) if re.match(r"\d", start) else "" for start in starts}
    years = {day[:4] for day in days}
    return next(iter(days if len(days) == 1 else years)) if len(years) == 1 else ""
