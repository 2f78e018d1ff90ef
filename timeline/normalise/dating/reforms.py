"""When countries took up the Gregorian calendar.

Where its provinces or communities did so one after the other, a country has the day of the last of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from timeline.dates.zones.tables import code_of, country_of
from timeline.model.julian import INTRODUCTION, LAST_INTRODUCTION

_BRITISH, _RUSSIAN, _ALASKAN = date(1752, 9, 14), date(1918, 2, 14), date(1867, 10, 18)
#: Zone, or country of a zone -> its first day in the Gregorian calendar, if that came later.
_FIRST_DAYS = {
    "FR": date(1582, 12, 20),  # France; not Alsace and Lorraine, which were not French
    "BE": date(1583, 2, 21),  # Belgium: Liège; the Spanish Netherlands some weeks before
    "AT": date(1583, 12, 25),  # Austria: Styria and Carinthia
    "CZ": date(1584, 1, 17),  # Bohemia and Moravia
    "HU": date(1587, 11, 1),  # Hungary
    "SK": date(1587, 11, 1),  # Slovakia, in Hungary
    "DE": date(1700, 3, 1),  # Germany: Protestant states; Catholic ones from 1583 on
    "Europe/Kaliningrad": date(1700, 3, 1),  # Königsberg, as Germany
    "DK": date(1700, 3, 1),  # Denmark
    "NO": date(1700, 3, 1),  # Norway
    "IS": date(1700, 11, 28),  # Iceland
    "NL": date(1701, 5, 12),  # Netherlands: Drenthe; Holland and Zeeland from 1583 on
    "GB": _BRITISH,  # Great Britain
    "IE": _BRITISH,  # Ireland
    "IM": _BRITISH,  # Isle of Man
    "America/New_York": _BRITISH,  # the thirteen colonies
    "America/Halifax": _BRITISH,  # Nova Scotia
    "America/St_Johns": _BRITISH,  # Newfoundland
    "JM": _BRITISH,  # Jamaica
    "BB": _BRITISH,  # Barbados
    "BM": _BRITISH,  # Bermuda
    "BS": _BRITISH,  # Bahamas
    "AG": _BRITISH,  # Antigua
    "SE": date(1753, 3, 1),  # Sweden
    "FI": date(1753, 3, 1),  # Finland, in Sweden
    "AX": date(1753, 3, 1),  # Åland, in Sweden
    "CH": date(1812, 1, 1),  # Switzerland: communities of the Grisons; other Protestants from 1701 on
    "America/Anchorage": _ALASKAN,  # Alaska, Russian until that day
    "America/Juneau": _ALASKAN,
    "America/Sitka": _ALASKAN,
    "BG": date(1916, 4, 14),  # Bulgaria
    "TR": date(1917, 3, 1),  # Turkey: its financial calendar, which counted Julian days
    "RU": _RUSSIAN,  # Russia
    "BY": _RUSSIAN,  # Belarus, in the Russian Empire
    "EE": _RUSSIAN,  # Estonia, in the Russian Empire
    "GE": _RUSSIAN,  # Georgia, in the Russian Empire
    "AM": _RUSSIAN,  # Armenia, in the Russian Empire
    "AZ": _RUSSIAN,  # Azerbaijan, in the Russian Empire
    "UA": date(1918, 3, 1),  # Ukraine
    "RS": date(1919, 1, 28),  # Serbia
    "ME": date(1919, 1, 28),  # Montenegro, in Yugoslavia
    "RO": date(1919, 4, 14),  # Romania
    "GR": LAST_INTRODUCTION,  # Greece
}


class Reform(NamedTuple):
    """The day from which on the Gregorian calendar was in general use in a zone or country."""

    first_day: date
    where: str


def reform_of(zone: str, countries: Iterable[str]) -> Reform:
    """That of the zone or, if it was later, of one of the countries; the first of all if none is known.

    >>> reform_of("America/New_York", ["US"])
    Reform(first_day=datetime.date(1752, 9, 14), where='America/New_York')
    >>> reform_of("", ["Russia"]).where, reform_of("Europe/Rome", ()).first_day == INTRODUCTION
    ('Russia', True)
    """
    of_zone = _FIRST_DAYS.get(zone) or _FIRST_DAYS.get(country_of(zone), INTRODUCTION)
    of_countries = (Reform(_FIRST_DAYS.get(code_of(name), INTRODUCTION), name) for name in countries)
    return max([Reform(of_zone, zone), *of_countries], key=lambda reform: reform.first_day)
