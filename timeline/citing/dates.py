"""The days of publication and of access as each style writes them, in English."""

from __future__ import annotations

from datetime import date

from timeline.model import Source

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
#: MLA Handbook, appendix 1.
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
_UNKNOWN = "n.d."


def in_style(source: Source, family: str) -> dict[str, str]:
    """The values of a template that are dates, each "" where the style shows none.

    >>> in_style(Source("https://example.org", "News", published_as="2025-02"), "mla")
    {'date': 'Feb. 2025', 'accessed': ''}
    """
    return _DATES[family](source.published_parts, _parts(source.accessed), bool(source.archived))


def _parts(day: date | None) -> tuple[int, ...]:
    return (day.year, day.month, day.day) if day else ()


def _apa(published: tuple[int, ...], accessed: tuple[int, ...], is_archived: bool) -> dict[str, str]:
    """9.14 to 9.16: when it was retrieved is told of what has no date and may change."""
    year, *rest = published or (None,)
    month_and_day = " ".join((_MONTHS[rest[0] - 1], *map(str, rest[1:]))) if rest else ""
    shown = ", ".join(filter(None, (str(year), month_and_day))) if year else _UNKNOWN
    return {"date": shown, "retrieved": "" if year or is_archived else _american(accessed)}


def _mla(published: tuple[int, ...], accessed: tuple[int, ...], _is_archived: bool) -> dict[str, str]:
    """No word for a missing date; the day of access where it is known."""
    return {"date": _british(published), "accessed": _british(accessed)}


def _chicago(published: tuple[int, ...], accessed: tuple[int, ...], _is_archived: bool) -> dict[str, str]:
    """14.12 and 14.145: the day of access stands in for an unknown date."""
    seen = f"accessed {_american(accessed)}" if accessed else _UNKNOWN
    shown = _american(published) or seen
    return {"date": shown, "Date": shown.replace("accessed", "Accessed")}


def _american(parts: tuple[int, ...]) -> str:
    """ "February 17, 2025", "February 2025", "2025" or ""."""
    match parts:
        case (year, month, day):
            return f"{_MONTHS[month - 1]} {day}, {year}"
        case (year, month):
            return f"{_MONTHS[month - 1]} {year}"
    return " ".join(map(str, parts))


def _british(parts: tuple[int, ...]) -> str:
    """ "17 Feb. 2025", "Feb. 2025", "2025" or ""."""
    match parts:
        case (year, month, day):
            return f"{day} {_SHORT[month - 1]} {year}"
        case (year, month):
            return f"{_SHORT[month - 1]} {year}"
    return " ".join(map(str, parts))


_DATES = {"apa": _apa, "mla": _mla, "chicago": _chicago}
