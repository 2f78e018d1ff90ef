"""How the date of an event is settled: by its own words and those of its sources."""

from __future__ import annotations

from datetime import date

import pytest

from tests.helpers.event_files import (
    EVENT,
    MONDAY,
    SOURCE,
    TUESDAY,
    Normalised,
    an_event,
    reported,
    source,
    sources,
)


def test_a_monday_paper_that_says_tuesday_leaves_two_days_open(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + sources(("2025-02-17", "Tuesday")))
    assert outcome[0] is None
    problem = outcome[1][0]
    assert (str(problem.location), problem.code) == ("a.yaml:4:86", "E013")
    assert problem.message == "the sources allow Tue 2025-02-11 or Tue 2025-02-18"
    assert problem.hint == "date: 2025-02-11, or date: 2025-02-18"


@pytest.mark.parametrize(
    "settled_by",
    [
        "date: 2025-02-18\n" + sources(("2025-02-17", "Tuesday")),
        sources(("2025-02-17", "Tuesday"), ("2025-02-19", "yesterday")),
        sources(("2025-02-17", "Tuesday"), ("2025-03-10", "between 15 and 20 February 2025")),
    ],
)
def test_what_settles_it_is_a_date_or_another_source(normalised: Normalised, settled_by: str) -> None:
    assert an_event(normalised(a=EVENT + settled_by)).when.start == TUESDAY


@pytest.mark.parametrize(
    ("date", "says", "agrees"),
    [
        ("2025-02-18", "by Friday", True),
        ("2025-02-18", "before 20 February", True),
        ("2025-02-17/2025-02-18", "before 20 February", True),
        ("2025-02-18", "after 20 January", True),
        ("2025-02-20", "before 20 February", False),
        ("2025-02-17/..", "before 20 February", False),
        ("2025-01-20", "after 20 January", False),
        ("2025-02-17/2025-03-11", "until 11 March", True),
        ("2025-02-17/2025-03-05", "until 11 March", False),
    ],
)
def test_a_bound_agrees_with_each_date_on_its_side_and_until_with_its_end(
    normalised: Normalised, date: str, says: str, agrees: bool
) -> None:
    outcome = normalised(a=f"{EVENT}date: {date}\n" + sources(("2025-02-17", says)))
    assert (outcome[0] is not None) == agrees


@pytest.mark.parametrize(("tense", "day"), [("past", "2025-02-11"), ("future", "2025-02-18")])
def test_the_tense_of_a_source_settles_it_too(normalised: Normalised, tense: str, day: str) -> None:
    said = source(published="2025-02-17", says="Tuesday", tense=tense)
    assert an_event(normalised(a=EVENT + said)).when.edtf == day


@pytest.mark.parametrize("tense", ["past", "future"])
def test_the_day_of_publication_is_of_either_tense(normalised: Normalised, tense: str) -> None:
    said = source(published="2025-02-17", says="Monday", tense=tense)
    assert an_event(normalised(a=EVENT + said)).when.start == MONDAY


def test_a_tense_is_past_or_future(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + source(published="2025-02-17", says="Monday", tense="present"))
    assert reported(outcome) == [("a.yaml:8:10", "E023")]


def test_a_date_in_the_wrong_tense_is_a_fault(normalised: Normalised) -> None:
    said = source(published="2025-02-17", says="yesterday", tense="future")
    assert reported(normalised(a=EVENT + said)) == [("a.yaml:7:9", "E012")]


@pytest.mark.parametrize(
    ("settled_by", "decided"),
    [
        ("date: 2025-02-18\n" + sources(("2025-02-17", "Tuesday")), "date"),
        (sources(("2025-02-17", "Tuesday"), ("2025-02-19", "yesterday")), "sources"),
        (source(published="2025-02-17", says="Tuesday", tense="future"), "tense"),
    ],
)
def test_what_else_the_words_could_mean_is_kept_with_what_decided(
    normalised: Normalised, settled_by: str, decided: str
) -> None:
    source = an_event(normalised(a=EVENT + settled_by)).sources[0]
    assert [other.edtf for other in source.others] == ["2025-02-11"]
    assert source.decided == decided


@pytest.mark.parametrize(
    ("event", "day", "decided"),
    [
        ("date: 2024-07-04\n" + source(published="2025-02-20", says="July 4"), "2024-07-04", "date"),
        (
            "date: 2024-07-04\n" + source(published="2025-02-20", says="July 4", tense="past"),
            "2024-07-04",
            "tense",
        ),
        ("date: 2024-12-20\n" + source(published="2025-12-05", says="20 December"), "2024-12-20", "date"),
        (
            sources(("2025-12-05", "20 December"), ("2025-01-02", "20 December 2024")),
            "2024-12-20",
            "sources",
        ),
        (sources(("2025-02-20", "July 4"), ("2024-07-05", "yesterday")), "2024-07-04", "sources"),
    ],
)
def test_a_date_or_another_source_chooses_the_year_that_words_leave_out(
    normalised: Normalised, event: str, day: str, decided: str
) -> None:
    found = an_event(normalised(a=EVENT + event))
    assert found.when.edtf == day
    reading = found.sources[0]
    assert [other.edtf for other in reading.others] == [day.replace("2024", "2025")]
    assert reading.decided == decided


@pytest.mark.parametrize("own_date", ["2024-02-17", "2023-02-17", "2027-02-17"])
def test_no_date_chooses_a_year_that_the_words_cannot_mean(normalised: Normalised, own_date: str) -> None:
    outcome = normalised(
        a=EVENT + f"date: {own_date}\n" + source(published="2025-02-20", says="17 February")
    )
    assert "E014" in [code for _, code in reported(outcome)]


def test_a_month_as_date_does_not_decide_between_two_of_its_days(normalised: Normalised) -> None:
    event = an_event(normalised(a=EVENT + "date: 2025-02\n" + sources(("2025-02-17", "Tuesday"))))
    assert event.sources[0].decided == ""


def test_a_month_that_holds_both_readings_settles_nothing(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + sources(("2025-02-17", "Tuesday"), ("2025-03-10", "February 2025")))
    assert [code for _, code in reported(outcome)] == ["E013"]


def test_a_month_stays_a_month(normalised: Normalised) -> None:
    event = an_event(normalised(a=EVENT + sources(("2025-03-10", "February 2025"))))
    assert event.when.edtf == "2025-02"
    assert event.when.rule.startswith("from the sources: ")


def test_sources_that_speak_of_different_days_settle_nothing(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + sources(("2025-02-17", "today"), ("2025-02-18", "today")))
    assert [(problem.code, problem.message) for problem in problems] == [
        ("E014", 'the sources do not agree on a date: "today" is Mon 2025-02-17; "today" is Tue 2025-02-18')
    ]


def test_a_date_that_no_reading_of_a_source_fits_is_a_fault(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 2025-02-17\n" + sources(("2025-02-17", "Tuesday")))
    assert [(str(problem.location), problem.code, problem.message) for problem in problems] == [
        (
            "a.yaml:5:86",
            "E014",
            'says "Tuesday" is Tue 2025-02-11 or Tue 2025-02-18, but date is Mon 2025-02-17',
        )
    ]


def test_a_dispute_lets_a_source_differ_and_keeps_its_nearest_reading(normalised: Normalised) -> None:
    said = sources(("2025-02-17", "Tuesday"), ("2025-02-17", "Monday"))
    text = EVENT + "date: 2025-02-17\ndisputed: News 0 has Tuesday.\n" + said
    source = an_event(normalised(a=text)).sources[0]
    assert not source.agrees
    assert source.reading is not None
    assert source.reading.start == TUESDAY


def test_a_source_may_speak_of_one_day_of_a_span(normalised: Normalised) -> None:
    event = an_event(normalised(a=EVENT + "date: 17-18 February 2025\n" + sources(("2025-02-17", "today"))))
    assert (event.when.start, event.when.end) == (MONDAY, TUESDAY)
    assert event.sources[0].agrees


def test_a_span_is_not_an_uncertainty(normalised: Normalised) -> None:
    text = EVENT + "date: 2025-02-17\n" + sources(("2025-02-20", "17-18 February 2025"))
    assert [code for _, code in reported(normalised(a=text))] == ["E014"]


def test_a_date_more_exact_than_every_source_is_warned_of(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-18\n" + sources(("2025-03-10", "February 2025")))
    assert reported(outcome) == [("a.yaml:3:7", "W003")]
    assert an_event(outcome).when.edtf == "2025-02-18"


def test_unreadable_words_are_a_fault_only_when_the_date_hangs_on_them(normalised: Normalised) -> None:
    said = sources(("2025-02-17", "soon after"))
    assert reported(normalised(a=EVENT + said)) == [("a.yaml:4:86", "E012")]
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    assert reported(outcome) == [("a.yaml:5:86", "W002")]
    assert an_event(outcome).sources[0].reading is None


def test_a_relative_day_of_publication_counts_from_the_day_of_access(normalised: Normalised) -> None:
    said = source(published="3 days ago", accessed="2025-02-20", says="yesterday")
    event = an_event(normalised(a=EVENT + said))
    assert event.sources[0].published == date(2025, 2, 17)
    assert event.sources[0].published_as == "3 days ago"
    assert event.when.edtf == "2025-02-16"


def test_nothing_is_published_after_it_was_seen(normalised: Normalised) -> None:
    said = source(published="Tuesday", accessed="2025-02-17", says="today")
    assert an_event(normalised(a=EVENT + said)).when.edtf == "2025-02-11"


@pytest.mark.parametrize(
    ("accessed", "reason"),
    [
        ("", 'published "15 hours ago" counts from accessed, which is missing'),
        (
            "2025-02-18",
            'published "15 hours ago" is Mon 2025-02-17 or Tue 2025-02-18, not one day',
        ),
    ],
)
def test_without_a_certain_day_of_publication_relative_words_cannot_be_read(
    normalised: Normalised, accessed: str, reason: str
) -> None:
    seen = {"accessed": accessed} if accessed else {}
    said = source(published="15 hours ago", says="yesterday", **seen)
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    assert [problem.message for problem in outcome[1]] == [f'says "yesterday": {reason}']
    assert [problem.code for problem in outcome[1]] == ["W002"]
    event = an_event(outcome)
    assert (event.sources[0].published, event.sources[0].published_as) == (None, "15 hours ago")
    assert [code for _, code in reported(normalised(a=EVENT + said))] == ["E012"]


@pytest.mark.parametrize(
    ("date_text", "says", "agrees"),
    [
        ("../2025-02-17", "2025-02-12", True),
        ("../2025-02-17", "2025-02-18", False),
        ("/2025-02-17", "../2025-02-17", True),
        ("2025-02-17/", "2025-02-18", True),
        ("2025-02-17/", "2025-02-16", False),
    ],
)
def test_a_span_of_which_one_end_is_known_holds_every_day_on_that_side(
    normalised: Normalised, date_text: str, says: str, agrees: bool
) -> None:
    dispute = "disputed: {about: date, text: So it is.}\n"
    said = sources(("2025-03-01", says), ("2025-03-01", f"'{date_text}'"))
    event = an_event(normalised(a=f"{EVENT}date: {date_text}\n{dispute}{said}"))
    assert (event.when.edtf, event.sources[0].agrees) == (date_text, agrees)


@pytest.mark.parametrize("ends", ["from: ../2025, to: 2026", "from: 2025, to: 2026/"])
def test_an_era_has_both_its_ends(normalised: Normalised, ends: str) -> None:
    outcome = normalised(
        _timeline=f"title: T\neras: [{{name: E, {ends}}}]\n", a=EVENT + "date: 2025-02-17\n" + SOURCE
    )
    assert [code for _, code in reported(outcome)] == ["E014"]


@pytest.mark.parametrize(("order", "day"), [("day-first", "2025-04-03"), ("month-first", "2025-03-04")])
def test_the_order_of_numbers_is_that_of_the_timeline(normalised: Normalised, order: str, day: str) -> None:
    head = f"title: T\ndate_order: {order}\neras: [{{name: E, from: 01/02/2025, to: 03/04/2025}}]\n"
    said = source(published="03/04/2025", says="today")
    timeline, problems = normalised(_timeline=head, a=EVENT + "date: 03/04/2025\n" + said)
    assert timeline is not None, problems
    assert timeline.events[0].when.edtf == day
    assert timeline.eras[0].when.last == date.fromisoformat(day)
    assert reported(normalised(_timeline="title: T\ndate_order: us\n", a=EVENT + SOURCE))[0][1] == "E023"


def test_an_event_that_no_one_dates_has_no_date(normalised: Normalised) -> None:
    assert reported(normalised(a=EVENT + SOURCE)) == [("a.yaml:1:1", "E020")]


def test_a_month_in_edtf_is_no_two_years_in_a_date_of_our_own(normalised: Normalised) -> None:
    assert an_event(normalised(a=EVENT + "date: 2009-10\n" + SOURCE)).when.edtf == "2009-10"


def test_two_years_in_a_date_of_our_own_are_written_in_full(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 2010-13\n" + SOURCE)
    assert problems[0].message == 'date "2010-13": a second year needs its four digits here'
    assert problems[0].hint == "date: 2010/2013"
    assert an_event(normalised(a=EVENT + source(says="1939-45"))).when.edtf == "1939/1945"


@pytest.mark.parametrize(
    ("language", "says", "day"),
    [
        ("en", "autumn 2025", "2025-23"),
        ("en-AU", "autumn 2025", "[2025-03-01..2025-05-31]"),
        ("es-AR", "otoño de 2025", "[2025-03-01..2025-05-31]"),
    ],
)
def test_the_region_of_a_source_says_when_its_seasons_are(
    normalised: Normalised, language: str, says: str, day: str
) -> None:
    event = an_event(normalised(a=EVENT + source(language=language, says=says)))
    assert event.when.edtf == day


@pytest.mark.parametrize(
    "where",
    [
        {"a": "zone: Australia/Sydney\n"},
        {"a": "place: Sydney\n", "_places": "[{name: Sydney, zone: Australia/Sydney}]"},
        {"a": "place: Sydney\n", "_places": "[{name: Sydney, coordinates: '-33.87, 151.21'}]"},
        {"a": "place: Sydney\n", "_places": "[{name: Sydney, country: AU}]"},
        {"a": "place: Sydney\n", "_places": "[{name: Sydney, country: Australia}]"},
        {
            "a": "place: [Oslo, Sydney]\n",
            "_places": "[{name: Oslo, country: 'NO'}, {name: Sydney, country: AU}]",
        },
    ],
)
def test_a_season_in_a_place_of_the_south_asks_unless_the_date_decides(
    normalised: Normalised, where: dict[str, str]
) -> None:
    says = source(says="winter 2025", published="2026-03-01")
    _, problems = normalised(**where | {"a": EVENT + where["a"] + says})
    assert [each.code for each in problems] == ["E013"]
    readings = ("[2024-12-01..2025-02-28]", "[2025-06-01..2025-08-31]", "[2025-12-01..2026-02-28]")
    assert problems[0].hint == ", or ".join(f"date: {each}" for each in readings)
    outcome = normalised(**where | {"a": EVENT + "date: July 2025\n" + where["a"] + says})
    reading = an_event(outcome).sources[0].reading
    assert reading is not None
    assert reading.edtf == "[2025-06-01..2025-08-31]"


def test_a_season_in_a_place_of_the_north_is_that_of_the_north(normalised: Normalised) -> None:
    text = EVENT + "place: Oslo\n" + source(says="winter 2024-25")
    event = an_event(normalised(a=text, _places="[{name: Oslo, country: 'NO'}]"))
    assert event.when.edtf == "2024-24"


def test_a_date_of_our_own_without_its_year_is_told_what_it_lacks(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 23 March\n" + SOURCE)
    assert "needs its year" in problems[0].message
    assert "`says`" in problems[0].hint


def test_a_date_with_several_readings_is_shown_with_all_of_them(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 03/04/2025\n" + SOURCE)
    assert [problem.code for problem in problems] == ["E013"]
    assert "2025-04-03" in problems[0].message
    assert "2025-03-04" in problems[0].message


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ("", ["W007"]),
        ("status: held\n", ["W007"]),
        ("status: announced\n", []),
        ("status: hled\n", ["E023"]),
    ],
)
def test_an_event_held_after_all_its_sources_is_warned_of(
    normalised: Normalised, fields: str, codes: list[str]
) -> None:
    outcome = normalised(a=EVENT + fields + "date: 2025-02-18\n" + source(published="2025-02-17"))
    assert [code for _, code in reported(outcome)] == codes


def test_the_warning_names_the_latest_source_and_a_silent_one_may_be_later(normalised: Normalised) -> None:
    said = source(published="2025-02-17") + "- {url: 'https://www.example.org/2', publisher: Other News"
    event = EVENT + "date: 2025-02-19\n" + said
    _, problems = normalised(a=event + ", published: 2025-02-18}\n")
    assert [(str(problem.location), problem.message) for problem in problems] == [
        ("a.yaml:3:7", "held on Wed 2025-02-19, but its latest source is of 2025-02-18 (Other News)")
    ]
    assert problems[0].hint == "correct the date, or write status: announced"
    assert normalised(a=event + "}\n")[1] == ()


@pytest.mark.parametrize(
    ("disputed", "hint"),
    [
        (
            "",
            "write the date; if the accounts differ, also disputed: {about: date, text: how they differ}",
        ),
        (
            "disputed: {about: length, text: Three hours or four.}\n",
            "write the date; if the accounts differ, also disputed: {about: date, text: how they differ}",
        ),
        ("disputed: Papers differ on the day.\n", "write the date"),
        ("disputed: {about: date, text: Papers differ on the day.}\n", "write the date"),
    ],
)
def test_a_dispute_without_a_date_asks_for_the_date_alone(
    normalised: Normalised, disputed: str, hint: str
) -> None:
    said = sources(("2025-02-17", "today"), ("2025-02-18", "today"))
    _, problems = normalised(a=EVENT + disputed + said)
    assert [(problem.code, problem.hint) for problem in problems] == [("E014", hint)]


def test_the_calendar_of_an_event_is_that_of_its_sources_too(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "calendar: julian\n" + source(says="25 October 1917"))
    assert an_event(outcome).when.edtf == "1917-11-07"


def test_a_span_that_ends_before_it_begins_by_the_clocks_of_the_event_is_refused(
    normalised: Normalised,
) -> None:
    says = source(says="2025-02-17T23:00/2025-02-17", zone="America/New_York")
    (problem,) = normalised(a=EVENT + "zone: Asia/Tokyo\n" + says)[1]
    assert problem.message.endswith(": in the zone Asia/Tokyo it ends before it begins")
    assert problem.hint == "both ends with a clock time"


def test_words_that_cannot_be_read_are_a_warning_where_another_source_dates_the_event(
    normalised: Normalised,
) -> None:
    said = sources(("2025-02-18", "yesterday"), ("2025-02-18", "in due course"))
    outcome = normalised(a=EVENT + said)
    assert an_event(outcome).when.edtf == "2025-02-17"
    assert [problem.code for problem in outcome[1]] == ["W002"]
