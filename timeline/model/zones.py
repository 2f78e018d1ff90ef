"""Time zones, by the package tzdata alone, so that they do not depend on the machine.

`zoneinfo` asks the system first, and systems differ: in Debian's files the clocks of Amsterdam in 1900 are
20 minutes ahead of UTC, in those of others, which leave out what was before 1970, they are not.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def zone_info(name: str) -> ZoneInfo:
    """The zone with this IANA name; raises ZoneInfoNotFoundError if there is none.

    >>> from datetime import datetime
    >>> print(datetime(2025, 7, 1, tzinfo=zone_info("Europe/Kyiv")).utcoffset())
    3:00:00
    """
    if name not in zone_names():
        raise ZoneInfoNotFoundError(f"no time zone is named {name}")
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


@cache
def zone_names() -> frozenset[str]:
    """The IANA names of all zones."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())
