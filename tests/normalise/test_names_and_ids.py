"""Names and spellings of people and places, and the ids of events."""

from __future__ import annotations

import pytest

from tests.helpers.event_files import (
    EVENT,
    SOURCE,
    Normalised,
    an_event,
    reported,
)
from timeline.model import (
    Person,
)
from timeline.model.problems import Location, Problem


def test_names_find_their_entry_by_spelling_then_without_case_and_accents(normalised: Normalised) -> None:
    people = "[{name: Volodymyr Zelensky, variants: [Zelenskyy]}, {name: Müller}, {name: Muller}]"
    text = EVENT + "date: 2025-02-17\nparticipants: [zelenskyý, Muller, Müller]\n" + SOURCE
    event = an_event(normalised(_people=people, a=text))
    assert [person.name for person in event.participants] == ["Volodymyr Zelensky", "Muller", "Müller"]


def test_an_unknown_name_is_kept_and_warned_of_with_the_one_probably_meant(normalised: Normalised) -> None:
    text = EVENT + "date: 2025-02-17\nparticipants: [Kier Starmer]\n" + SOURCE
    outcome = normalised(_people="[{name: Keir Starmer}]", a=text)
    assert an_event(outcome).participants == (Person("Kier Starmer"),)
    assert outcome[1] == (
        Problem(
            Location("a.yaml", 4, 16),
            "W001",
            'person "Kier Starmer" is not in _people.yaml',
            'Keir Starmer, or add "Kier Starmer" to the list',
        ),
    )


def test_one_spelling_belongs_to_one_entry(normalised: Normalised) -> None:
    people = "- {name: A. Kallas, variants: [Kallas]}\n- {name: B. Kallas, variants: [Kallas]}\n"
    outcome = normalised(_people=people, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == [("_people.yaml:2:10", "E024")]


def test_an_id_is_the_file_name_without_its_date(normalised: Normalised) -> None:
    day = EVENT + "date: 2025-02-17\n" + SOURCE
    files = {"2025-02-17b-paris": day, "2025-02-riyadh": day, "2025-review": day, "g20": day}
    timeline, _ = normalised(**files)
    assert timeline is not None
    assert {event.id for event in timeline.events} == {"paris", "riyadh", "review", "g20"}


@pytest.mark.parametrize("name", ["2025-02-17-réunion", "2025-02-17", "2025-02-17-tl-x"])
def test_a_file_name_that_gives_no_id_asks_for_one(normalised: Normalised, name: str) -> None:
    outcome = normalised(**{name: EVENT + "date: 2025-02-17\n" + SOURCE})
    assert [code for _, code in reported(outcome)] in (["E024"], ["E020"])
    assert outcome[1][0].hint in {"id: reunion", "id: talks", "id: x"}


def test_an_id_stands_for_one_event(normalised: Normalised) -> None:
    day = "id: same\n" + EVENT + "date: 2025-02-17\n" + SOURCE
    _, problems = normalised(a=day, b=day.replace("Talks", "Other"))
    assert [(str(problem.location), problem.code, problem.message) for problem in problems] == [
        ("b.yaml:1:5", "E024", 'id "same" is used twice; the first is at a.yaml:1:5')
    ]


def test_events_in_a_list_need_ids_unless_there_is_one(normalised: Normalised) -> None:
    item = "- {title: Talks, track: Talks, date: 2025-02-17, " + SOURCE.strip() + "}\n"
    assert an_event(normalised(a=item)).id == "a"
    assert [code for _, code in reported(normalised(a=item + item))] == ["E020", "E020", "W006"]


def test_what_stands_twice_is_warned_of(normalised: Normalised) -> None:
    text = (
        EVENT
        + "date: 2025-02-17\nparticipants: [A, A]\n"
        + SOURCE.replace("]", ", {url: X, publisher: Y}]")
    )
    text = text.replace("X", "'https://www.example.org/story'")
    outcome = normalised(a=text, b=text)
    assert [code for _, code in reported(outcome)] == ["W006"] * 5
    assert an_event(outcome).participants == (Person("A"),)


@pytest.mark.parametrize("coordinates", ["91, 0", "0, 181", "Paris", "48.8566 2.3522", "1e1, 2"])
def test_coordinates_are_a_point_on_the_globe(normalised: Normalised, coordinates: str) -> None:
    places = f"- name: Paris\n  coordinates: {coordinates}\n"
    outcome = normalised(_places=places, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == [("_places.yaml:2:16", "E021")]


def test_a_name_claimed_twice_tells_the_other_entry_and_its_place(normalised: Normalised) -> None:
    sisi = "{name: Abdel Fattah el-Sisi, variants: [Sisi, el-Sisi]}"
    people = f"[{{name: Sisi}}, {sisi}, {{name: E, variants: [el-Sisi]}}]"
    _, problems = normalised(_people=people, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert [problem.message for problem in problems] == [
        'person "Sisi" is listed twice; the first is at _people.yaml:1:9',
        'person "el-Sisi" is also a spelling of "Abdel Fattah el-Sisi"; the first is at _people.yaml:1:23',
    ]


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("Ever Given is refloated!", "id: ever-given-is-refloated"),
        ("Réunion à Paris", "id: reunion-a-paris"),
        ("Саміт", "id: event-2025-02-17"),
        ("Word " * 20, "id: " + "-".join(["word"] * 16)),
    ],
)
def test_an_id_that_is_missing_is_proposed_from_the_title(
    normalised: Normalised, title: str, hint: str
) -> None:
    one = f"- {{id: one, title: Talks, track: Talks, date: 2025-02-17, {SOURCE.strip()}}}\n"
    _, problems = normalised(a=one + one.replace("id: one, title: Talks", f"title: {title}"))
    assert [(problem.code, problem.hint) for problem in problems] == [("E020", hint)]


@pytest.mark.parametrize("written", ["29.97, 32.53", "[29.97, 32.53]", "[ '29.97', \"32.53\" ]"])
def test_coordinates_are_one_text_or_a_list_of_two(normalised: Normalised, written: str) -> None:
    text = EVENT + "date: 2025-02-17\nplace: Suez\n" + SOURCE
    event = an_event(normalised(_places=f"- name: Suez\n  coordinates: {written}\n", a=text))
    assert (event.places[0].latitude, event.places[0].longitude) == (29.97, 32.53)


@pytest.mark.parametrize("written", ["[29.97]", "[29.97, 32.53, 0]", "[29.97, 332.53]", "[[1, 2], 3]"])
def test_a_list_that_is_no_point_on_the_globe_is_a_fault(normalised: Normalised, written: str) -> None:
    outcome = normalised(
        _places=f"- name: Suez\n  coordinates: {written}\n", a=EVENT + "date: 2025-02-17\n" + SOURCE
    )
    assert reported(outcome) == [("_places.yaml:2:16", "E021")]


def test_several_places_in_one_text_are_proposed_as_a_list(normalised: Normalised) -> None:
    _, problems = normalised(
        _places="[{name: Suez}, {name: Ismailia}]",
        a=EVENT + "date: 2025-02-17\nplace: Suez, Ismailia\n" + SOURCE,
    )
    assert [(problem.code, problem.message, problem.hint) for problem in problems] == [
        ("W001", 'place "Suez, Ismailia" is not in _places.yaml', "[Suez, Ismailia]")
    ]


def test_ids_that_differ_by_case_alone_are_warned_of(normalised: Normalised) -> None:
    event = EVENT + "date: 2025-02-17\n" + SOURCE
    _, problems = normalised(a="id: Summit\n" + event, b="id: summit\n" + event.replace("Talks", "Vote"))
    assert [(problem.code, problem.message) for problem in problems] == [
        ("W006", 'id "summit" and "Summit" look the same; the first is at a.yaml:1:5')
    ]
