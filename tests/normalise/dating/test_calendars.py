"""Dates of the Julian calendar are converted where the event says so; where it might, the build asks."""

from __future__ import annotations

from datetime import date

import pytest

from tests.helpers.event_files import EVENT, SOURCE, Normalised, an_event, reported, source
from timeline.language.dates import date_and_clock, when_in_words
from timeline.normalise.dating.reforms import reform_of


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
        ("March 44 BC", "[-0043-02-27..-0043-03-29]", "March 44 BC (Julian calendar)"),
        ("February 1722", "[1722-02-12..1722-03-11]", "February 1722 (Julian calendar)"),
        ("1722-02", "[1722-02-12..1722-03-11]", "February 1722 (Julian calendar)"),
        ("February 1700", "[1700-02-11..1700-03-11]", "February 1700 (Julian calendar)"),
        (
            "February – April 1722",
            "[1722-02-12..1722-03-11]/[1722-04-12..1722-05-11]",
            "February 1722 to April 1722 (Julian calendar)",
        ),
        (
            "late February 1722",
            "[1722-03-04..1722-03-11]",
            "between 21 and 28 February 1722 (Julian calendar)",
        ),
        ("1722", "[1722-01-12..1723-01-11]", "1722 (Julian calendar)"),
        (
            "1720–1722",
            "[1720-01-12..1721-01-11]/[1722-01-12..1723-01-11]",
            "1720 to 1722 (Julian calendar)",
        ),
        ("c. 1722", "[1722-01-12~..1723-01-11~]", "about 1722 (Julian calendar)"),
        (
            "264–241 BC",
            "[-0264-12-28..-0263-12-27]/[-0241-12-28..-0240-12-27]",
            "264–241 BC (Julian calendar)",
        ),
        ("summer 1722", "[1722-06-12..1722-09-11]", "summer 1722 (Julian calendar)"),
        ("the 1720s", "[1720-01-12..1730-01-11]", "the 1720s (Julian calendar)"),
        ("1st century", "[0000-12-30..0100-12-30]", "1st century (Julian calendar)"),
        (
            "first half of the 1st century",
            "[0000-12-30..0050-12-29]",
            "some time between 1 AD and 50 AD (Julian calendar)",
        ),
        ("before February 1722", "../[1722-01-12..1722-02-11]", "until January 1722 (Julian calendar)"),
        (
            "second half of February 1700",
            "[1700-02-25..1700-03-11]",
            "between 15 and 29 February 1700 (Julian calendar)",
        ),
        ("Christmas Day 1066", "1066-12-31", "25 December 1066 (Julian calendar)"),
        ("Easter 1066", "1066-04-22", "16 April 1066 (Julian calendar)"),
        ("the first Monday of March 1722", "1722-03-16", "5 March 1722 (Julian calendar)"),
        ("1700-02-2X", "[1700-03-02..1700-03-11]", "between 20 and 29 February 1700 (Julian calendar)"),
        ("1700-060", "1700-03-11", "29 February 1700 (Julian calendar)"),
    ],
)
def test_dates_of_the_julian_calendar_are_converted_and_shown_as_written(
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


@pytest.mark.parametrize(
    ("date", "message", "hint"),
    [
        (
            "Saturday 14 October 1066",
            (
                "14 October 1066 is a Sunday in the Gregorian calendar,"
                " in which days before its introduction are counted too;"
                " in the Julian calendar it was a Saturday"
            ),
            (
                "calendar: julian, if that is meant;"
                " or correct the weekday or the day, as in Sunday 14 October 1066"
            ),
        ),
        (
            "Monday 14 October 1066",
            (
                "14 October 1066 is a Sunday in the Gregorian calendar,"
                " in which days before its introduction are counted too;"
                " in the Julian calendar it was a Saturday, not a Monday"
            ),
            (
                "correct the weekday or the day, as in Sunday 14 October 1066,"
                " or as in Saturday 14 October 1066 with calendar: julian"
            ),
        ),
        (
            "Wednesday 25 October 1917",
            (
                "25 October 1917 is a Thursday in the Gregorian calendar;"
                " in the Julian calendar it was a Wednesday"
            ),
            (
                "calendar: julian, if that is meant;"
                " or correct the weekday or the day, as in Thursday 25 October 1917"
            ),
        ),
        (
            "Monday 25 October 1917",
            "25 October 1917 is a Thursday, not a Monday",
            "correct the weekday or the day, as in Thursday 25 October 1917",
        ),
        (
            "Tuesday 17 February 2025",
            "17 February 2025 is a Monday, not a Tuesday",
            "correct the weekday or the day, as in Monday 17 February 2025",
        ),
    ],
)
def test_a_weekday_that_is_right_in_the_julian_calendar_is_explained_by_both(
    normalised: Normalised, date: str, message: str, hint: str
) -> None:
    (problem,) = normalised(a=EVENT + f"date: {date}\n" + SOURCE)[1]
    assert (problem.code, problem.message) == ("E012", f'date "{date}": {message}')
    assert problem.hint == hint


def test_a_weekday_in_a_stated_calendar_is_explained_by_that_one_alone(normalised: Normalised) -> None:
    text = EVENT + "date: Saturday 14 October 1066\ncalendar: gregorian\n" + SOURCE
    (problem,) = normalised(a=text)[1]
    assert problem.message.endswith("14 October 1066 is a Sunday, not a Saturday")
    (problem,) = normalised(a=text.replace("Saturday", "Sunday").replace("gregorian", "julian"))[1]
    assert problem.message.endswith("14 October 1066 is a Saturday, not a Sunday")


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
        ("October 1066", "", ["W011"]),
        ("late October 1066", "", ["W011"]),
        ("summer 1066", "", []),
        ("October 1917", "Europe/Moscow", ["W011"]),
        ("October 1917", "Europe/Paris", []),
        ("3 September 1752", "America/New_York", ["W011"]),
        ("14 September 1752", "America/New_York", []),
        ("28 February 1753", "Europe/Stockholm", ["W011"]),
        ("28 February 1753", "Europe/Helsinki", ["W011"]),
        ("28 February 1700", "Europe/Copenhagen", ["W011"]),
        ("28 February 1700", "Europe/Berlin", ["W011"]),
        ("1 March 1700", "Europe/Berlin", []),
        ("1 May 1701", "Europe/Amsterdam", ["W011"]),
        ("13 April 1916", "Europe/Sofia", ["W011"]),
        ("27 January 1919", "Europe/Belgrade", ["W011"]),
        ("13 April 1919", "Europe/Bucharest", ["W011"]),
        ("28 February 1923", "Europe/Athens", ["W011"]),
        ("7 November 1917", "Asia/Vladivostok", ["W011"]),
        ("7 November 1917", "Europe/Kiev", ["W011"]),
        ("17 October 1867", "America/Sitka", ["W011"]),
        ("18 October 1867", "America/Sitka", []),
        ("4 July 1776", "America/Los_Angeles", []),
    ],
)
def test_a_day_or_month_before_the_gregorian_calendar_asks_which_one_is_meant(
    normalised: Normalised, date: str, zone: str, codes: list[str]
) -> None:
    place = f"zone: {zone}\n" if zone else ""
    text = EVENT + f"date: {date}\n{place}" + SOURCE
    assert [code for _, code in reported(normalised(a=text))] == codes
    assert reported(normalised(a=text + "calendar: gregorian\n")) == []


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        ("date: 14 October 1066 (O.S.)\n" + SOURCE, "1066-10-20"),
        ("date: 14 October 1066, New Style\n" + SOURCE, "1066-10-14"),
        (source(says="14 October 1066 (Julian calendar)"), "1066-10-20"),
        (source(says="14 October 1066 N.S."), "1066-10-14"),
        ("calendar: julian\n" + source(says="7 November 1917 (N.S.)"), "1917-11-07"),
    ],
)
def test_words_that_name_their_calendar_are_read_in_it_and_not_asked_about(
    normalised: Normalised, fields: str, edtf: str
) -> None:
    outcome = normalised(a=EVENT + fields)
    assert reported(outcome) == []
    assert an_event(outcome).when.edtf == edtf


def test_the_question_says_what_the_day_would_be_in_the_other_calendar(normalised: Normalised) -> None:
    (problem,) = normalised(a=EVENT + "date: 14 October 1066\n" + SOURCE)[1]
    assert problem.message == (
        "date 14 October 1066 is read in the Gregorian calendar, which was not yet used"
    )
    assert problem.hint == (
        "calendar: julian, if it is 20 October 1066 in the Gregorian calendar; or calendar: gregorian"
    )


def test_the_question_names_the_reform_of_the_country_and_the_days_of_the_month(
    normalised: Normalised,
) -> None:
    (problem,) = normalised(a=EVENT + "date: February 1700\nzone: Europe/London\n" + SOURCE)[1]
    assert problem.message == (
        "date February 1700 is read in the Gregorian calendar,"
        " which was not in general use in Europe/London before 14 September 1752"
    )
    assert problem.hint == (
        "calendar: julian, if it is 11 February – 11 March 1700 in the Gregorian calendar;"
        " or calendar: gregorian"
    )


def test_the_country_of_the_place_tells_its_reform_too(normalised: Normalised) -> None:
    text = EVENT + "date: 7 November 1917\nplace: Petrograd\n" + SOURCE
    for country in ("RU", "Russia"):
        places = f"[{{name: Petrograd, country: {country}}}]"
        (problem,) = normalised(a=text, _places=places)[1]
        assert problem.message.endswith(f"was not in general use in {country} before 14 February 1918")
    assert reported(normalised(a=text, _places="[{name: Petrograd, country: FR}]")) == []


@pytest.mark.parametrize(
    ("first_day", "wheres"),
    [
        ("1582-10-15", "Italy Spain Portugal Poland Japan Europe/Rome"),  # nothing later is known
        ("1582-12-20", "France Europe/Paris"),
        ("1583-02-21", "Belgium Europe/Brussels"),
        ("1583-12-25", "Austria Europe/Vienna"),
        ("1584-01-17", "CZ Europe/Prague"),
        ("1587-11-01", "Hungary Slovakia"),
        ("1700-03-01", "Germany Denmark Norway Europe/Kaliningrad"),
        ("1700-11-28", "Iceland"),
        ("1701-05-12", "Netherlands"),
        ("1752-09-14", "GB Ireland Jamaica Europe/London America/New_York America/Halifax"),
        ("1753-03-01", "Sweden Finland"),
        ("1812-01-01", "Switzerland"),
        ("1867-10-18", "America/Anchorage America/Juneau America/Sitka"),
        ("1916-04-14", "Bulgaria"),
        ("1917-03-01", "Turkey"),
        ("1918-02-14", "Russia Belarus Estonia Georgia Armenia Azerbaijan Europe/Moscow"),
        ("1918-03-01", "Ukraine Europe/Kyiv"),
        ("1919-01-28", "Serbia Montenegro"),
        ("1919-04-14", "Romania"),
        ("1923-03-01", "Greece Europe/Athens"),
    ],
)
def test_a_country_has_the_day_on_which_it_took_up_the_gregorian_calendar(
    first_day: str, wheres: str
) -> None:
    for where in wheres.split():
        reform = reform_of(where, ()) if "/" in where else reform_of("", [where])
        assert reform.first_day == date.fromisoformat(first_day)


@pytest.mark.parametrize("calendar", ["julian", "gregorian"])
def test_an_event_dated_by_sources_that_state_their_calendar_is_not_asked_for_it(
    normalised: Normalised, calendar: str
) -> None:
    assert reported(normalised(a=EVENT + source(says="14 October 1066", calendar=calendar))) == []


def test_an_event_dated_by_sources_of_which_one_does_not_state_its_calendar_is_asked_for_it(
    normalised: Normalised,
) -> None:
    said = "sources:\n" + "".join(
        f"- {{url: 'https://www.example.org/{n}', publisher: News {n}, says: 14 October 1066{calendar}}}\n"
        for n, calendar in enumerate((", calendar: gregorian", ""))
    )
    (problem,) = normalised(a=EVENT + said)[1]
    assert problem.code == "W011"


@pytest.mark.parametrize(
    ("fields", "edtf", "words"),
    [
        (
            "date: 14 October 1066\ntime: 09:00\n",
            "1066-10-20T09:00:00",
            "14 October 1066 (Julian calendar), 09:00",
        ),
        (
            "date: 14 October 1066, 09:00\n",
            "1066-10-20T09:00:00",
            "14 October 1066 (Julian calendar), 09:00",
        ),
        (
            "date: 25 October 1917\ntime: 21:40/23:00\nzone: Europe/Moscow\n",
            "1917-11-07T21:40:00+03:31/1917-11-07T23:00:00+03:31",
            "25 October 1917 (Julian calendar), 21:40–23:00",
        ),
        (
            "date: 25 October 1917, 23:30 UTC\nzone: Europe/Moscow\n",
            "1917-11-08T03:01:00+03:31",
            "26 October 1917 (Julian calendar), 03:01",
        ),
        (
            "date: 25 October 1917\ntime: 21:40\n",
            "1917-11-07T21:40:00",
            "25 October 1917 (Julian calendar), 21:40",
        ),
    ],
)
def test_a_clock_time_keeps_the_calendar_of_its_day(
    normalised: Normalised, fields: str, edtf: str, words: str
) -> None:
    when = an_event(normalised(a=EVENT + fields + "calendar: julian\n" + SOURCE)).when
    assert when.edtf == edtf
    assert date_and_clock(when).replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("by", "edtf"),
    [
        ("2 days", "1700-03-12"),
        ("1 month", "1700-03-10"),
        ("12 months", "1701-02-08"),
    ],
)
def test_months_after_a_julian_date_are_those_of_its_calendar(
    normalised: Normalised, by: str, edtf: str
) -> None:
    first = EVENT + "date: 28 January 1700\ncalendar: julian\n" + SOURCE
    if by == "2 days":
        first = first.replace("28 January", "28 February")
    then = EVENT.replace("title: ", "title: Then ") + f"date: {{after: a, by: {by}}}\n" + SOURCE
    timeline, problems = normalised(a=first, b=then)
    assert [problem.code for problem in problems] == []
    assert timeline is not None
    assert timeline.events[-1].when.edtf == edtf


def test_a_date_counted_from_another_event_is_not_asked_for_its_calendar(normalised: Normalised) -> None:
    first = EVENT + "date: 28 January 1700\ncalendar: gregorian\n" + SOURCE
    then = (
        EVENT.replace("title: ", "title: Then ")
        + "date: {after: a, by: 2 days}\nzone: Europe/London\n"
        + SOURCE
    )
    assert reported(normalised(a=first, b=then)) == []


def test_words_counted_from_publication_follow_the_calendar_of_the_event(normalised: Normalised) -> None:
    says = source(says="last month", published="1917-11-05")
    event = an_event(normalised(a=EVENT + "calendar: julian\n" + says))
    assert event.when.edtf == "[1917-09-14..1917-10-13]"
    assert words_of(normalised(a=EVENT + "calendar: julian\n" + says)) == "September 1917 (Julian calendar)"


def test_a_hint_is_written_in_the_calendar_of_the_event(normalised: Normalised) -> None:
    (problem,) = normalised(a=EVENT + "date: 03/04/1722\ncalendar: julian\n" + SOURCE)[1]
    assert problem.hint == "date: 1722-03-04, or date: 1722-04-03"
    (problem,) = normalised(
        a=EVENT + "date: 14 February 1722\ncalendar: julian\n" + source(says="February 1722")
    )[1]
    assert problem.hint == "add a source that says so, or write date: 1722-02"
    (problem,) = normalised(
        a=EVENT
        + "date: 14 February 1722\ncalendar: julian\n"
        + source(says="February 1722", calendar="gregorian")
    )[1]
    assert problem.hint == "add a source that says so, or write date: [1722-01-21..1722-02-17]"


def test_a_source_that_differs_is_shown_in_both_calendars(normalised: Normalised) -> None:
    (problem,) = normalised(
        a=EVENT + "date: 25 October 1917\ncalendar: julian\n" + source(says="26 October 1917")
    )[1]
    assert problem.message == (
        'says "26 October 1917" is Thu 1917-11-08 (Julian 1917-10-26),'
        " but date is Wed 1917-11-07 (Julian 1917-10-25)"
    )
