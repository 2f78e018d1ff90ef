"""Days of the Julian calendar are converted where the event says so; where it might, the build asks."""

from __future__ import annotations

import pytest

from tests.helpers.event_files import EVENT, SOURCE, Normalised, an_event, reported, source
from timeline.language.dates import when_in_words


def words_of(outcome: object) -> str:
    return when_in_words(an_event(outcome).when).replace("\xa0", " ")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "edtf", "words"),
    [
        ("14 October 1066", "1066-10-20", "14 October 1066 (Julian calendar)"),
        ("Saturday 14 October 1066", "1066-10-20", "14 October 1066 (Julian calendar)"),
        ("1066-10-14", "1066-10-20", "14 October 1066 (Julian calendar)"),
        ("29 February 1500", "1500-03-10", "29 February 1500 (Julian calendar)"),
        ("15 March 44 BC", "-0043-03-13", "15 March 44 BC (Julian calendar)"),
        ("1–15 March 44 BC", "-0043-02-27/-0043-03-13", "1–15 March 44 BC (Julian calendar)"),
        ("March 44 BC", "-0043-03", "March 44 BC"),
    ],
)
def test_days_of_the_julian_calendar_are_converted_and_shown_as_written(
    normalised: Normalised, date: str, edtf: str, words: str
) -> None:
    outcome = normalised(a=EVENT + f"date: {date}\ncalendar: julian\n" + SOURCE)
    assert an_event(outcome).when.edtf == edtf
    assert words_of(outcome) == words
    assert reported(outcome) == []


def test_a_fault_in_a_day_of_the_julian_calendar_is_explained_by_that_calendar(
    normalised: Normalised,
) -> None:
    (problem,) = normalised(a=EVENT + "date: 30 February 1900\ncalendar: julian\n" + SOURCE)[1]
    assert problem.message == 'date "30 February 1900": February 1900 has 29 days'


def test_a_source_may_use_another_calendar_than_the_event(normalised: Normalised) -> None:
    says = source(says="25 October 1917", calendar="julian")
    outcome = normalised(a=EVENT + "date: 7 November 1917\ncalendar: gregorian\n" + says)
    assert reported(outcome) == []
    reading = an_event(outcome).sources[0].reading
    assert reading is not None
    assert reading.edtf == "1917-11-07"


@pytest.mark.parametrize(
    ("date", "zone", "codes"),
    [
        ("14 October 1066", "", ["W011"]),
        ("15 March 44 BC", "", ["W011"]),
        ("4 October 1582", "", ["W011"]),
        ("15 October 1582", "", []),
        ("7 November 1917", "Europe/Moscow", ["W011"]),
        ("7 November 1917", "Europe/Paris", []),
        ("25 December 1750", "Europe/London", ["W011"]),
        ("1066", "", []),
        ("October 1066", "", []),
    ],
)
def test_a_day_before_the_gregorian_calendar_asks_which_one_is_meant(
    normalised: Normalised, date: str, zone: str, codes: list[str]
) -> None:
    place = f"zone: {zone}\n" if zone else ""
    text = EVENT + f"date: {date}\n{place}" + SOURCE
    assert [code for _, code in reported(normalised(a=text))] == codes
    assert reported(normalised(a=text + "calendar: gregorian\n")) == []


def test_the_question_says_what_the_day_would_be_in_the_other_calendar(normalised: Normalised) -> None:
    (problem,) = normalised(a=EVENT + "date: 14 October 1066\n" + SOURCE)[1]
    assert problem.message == (
        "date 14 October 1066 is read in the Gregorian calendar, which was not yet used"
    )
    assert problem.hint == (
        "calendar: julian, if it is 20 October 1066 in the Gregorian calendar; or calendar: gregorian"
    )
