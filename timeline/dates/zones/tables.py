"""The countries of time zones and their side of the equator, by the tables of tzdata."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def country_of(zone: str) -> str:
    """The country of a zone in two capitals, also by an older name of the zone; "" if it has none.

    >>> country_of("Europe/Stockholm"), country_of("Europe/Kiev"), country_of("UTC"), country_of("")
    ('SE', 'UA', '', '')
    """
    countries = _countries()
    return countries.get(zone) or countries.get(_links().get(zone, ""), "") if zone else ""


def side_of_zone(zone: str) -> str:
    """ "south" if the country of the zone has a part south of the equator, else "north"; "" if unknown.

    By the country, since one zone of Brazil lies north of the equator and has the seasons of the others.

    >>> side_of_zone("Australia/ACT"), side_of_zone("America/Boa_Vista"), side_of_zone("Europe/Kiev")
    ('south', 'south', 'north')
    >>> side_of_zone("UTC")
    ''
    """
    return side_of_country(country_of(zone))


def side_of_country(country: str) -> str:
    """The side of a country by its ISO code or English name.

    >>> side_of_country("ar"), side_of_country("Australia"), side_of_country("FR"), side_of_country("")
    ('south', 'south', 'north', '')
    """
    code = code_of(country)
    if code in _southern():
        return "south"
    return "north" if code in _countries().values() else ""


def code_of(country: str) -> str:
    """The ISO code of a country by that code in any case, or by its English name.

    >>> code_of("Russia"), code_of("ru")
    ('RU', 'RU')
    """
    return _codes().get(country.casefold(), country.upper())


@cache
def _southern() -> frozenset[str]:
    """The countries with a zone whose latitude, as in "-3352+15113", is negative."""
    return frozenset(country for country, position, *_ in _rows("zone.tab") if position.startswith("-"))


@cache
def _countries() -> dict[str, str]:
    """Zones -> their countries."""
    return {zone: country for country, _, zone, *_ in _rows("zone.tab")}


@cache
def _codes() -> dict[str, str]:
    """English names of countries -> their codes."""
    return {name.casefold(): code for code, name in _rows("iso3166.tab")}


@cache
def _links() -> dict[str, str]:
    """Older names of zones -> the names that replaced them."""
    links = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {older: present for _, present, older in links}


def _rows(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in _lines(name) if line and not line.startswith("#"))


def _lines(name: str) -> list[str]:
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines()
