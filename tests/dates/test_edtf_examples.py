"""Each example of https://www.loc.gov/standards/datetime/ is read, or refused for what it is."""

from __future__ import annotations

import pytest

from tests.dates.phrases import edtf
from timeline.dates import resolve

#: The examples that are read and written as they are.
LEVEL_0 = """
    1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30+04:30
    1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02
"""
LEVEL_1 = """
    2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX -1985
    1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985
    1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985
"""
LEVEL_2 = "2001-34"
#: Those that have a shorter spelling, and sets, each of whose members is a reading. A qualifier of one part
#: is that of the date.
SPELT = {
    "1985-04-12T23:20:30-04": ["1985-04-12T23:20:30-04:00"],
    "2004-XX": ["2004"],
    "1985-04-XX": ["1985-04"],
    "1985-XX-XX": ["1985"],
    "[1667,1668,1670..1672]": ["1667", "1668", "[1670-01-01..1672-12-31]"],
    "[1667,1760-12]": ["1667", "1760-12"],
    "2004-06~-11": ["2004-06-11~"],
    "2004?-06-11": ["2004-06-11?"],
    "?2004-06-~11": ["2004-06-11%"],
    "2004-%06-11": ["2004-06-11%"],
    "1XXX-XX": ["1XXX"],
    "1984-1X": ["[1984-10-01..1984-12-31]"],
    "2004-06-~01/2004-06-~20": ["2004-06-01~/2004-06-20~"],
    "2004-06-XX/2004-07-03": ["2004-06/2004-07-03"],
}
Y_YEARS = "years with Y (beyond 9999, or with exponents) are not read"
GAPS, UNSPECIFIED = (
    "a set of dates that do not touch is not one date",
    "digits are unspecified (X) from the right only",
)
OPEN_START, OPEN_END = "a set with an open start is not read", "a set with an open end is not read"
REFUSED = {
    "Y170000002": Y_YEARS,
    "Y-170000002": Y_YEARS,
    "Y-17E7": Y_YEARS,
    "1950S2": "significant digits (S) are not read",
    "Y171010000S3": Y_YEARS,
    "Y3388E2S3": Y_YEARS,
    "[..1760-12-03]": OPEN_START,
    "[1760-12..]": OPEN_END,
    "[1760-01,1760-02,1760-12..]": OPEN_END,
    "[..1984]": OPEN_START,
    "{1667,1668,1670..1672}": GAPS,
    "{1960,1961-12}": GAPS,
    "{..1984}": OPEN_START,
    "156X-12-25": UNSPECIFIED,
    "15XX-12-25": UNSPECIFIED,
    "XXXX-12-XX": UNSPECIFIED,
    "1XXX-12": UNSPECIFIED,
}


@pytest.mark.parametrize("text", f"{LEVEL_0} {LEVEL_1} {LEVEL_2}".split())
def test_an_example_of_the_standard_is_written_as_it_was_read(text: str) -> None:
    assert edtf(resolve(text)) == [text]


@pytest.mark.parametrize(("text", "readings"), SPELT.items())
def test_an_example_of_the_standard_is_read(text: str, readings: list[str]) -> None:
    assert edtf(resolve(text)) == readings


@pytest.mark.parametrize(("text", "reason"), REFUSED.items())
def test_an_example_of_the_standard_is_refused_by_name(text: str, reason: str) -> None:
    found = resolve(text)
    assert (found.status, found.reason) == ("refused", reason)
    assert found.hint
