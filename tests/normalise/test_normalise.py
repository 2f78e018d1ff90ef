"""Records of good and bad files, and the timeline or the faults they come to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.event_files import (
    EVENT,
    HERE,
    MONDAY,
    PARIS_TIME,
    SOURCE,
    Normalised,
    an_event,
    node,
    source,
    told,
)
from tests.helpers.examples import examples
from tests.helpers.hostile import faulty_events
from timeline.build import check
from timeline.model import (
    Era,
    Event,
    Moment,
    Person,
    Place,
    Precision,
    Source,
    Track,
    When,
)
from timeline.model.problems import Location, Problem
from timeline.model.records import Document, Fields, Text
from timeline.normalise import normalise
from timeline.normalise.format import EventRecord, SourceRecord
from timeline.normalise.format.urls import refusal


def test_an_event_file_becomes_an_event_with_everything_it_says(normalised: Normalised) -> None:
    timeline, problems = normalised(
        _timeline="title: How Europe answered\ntracks: [Talks, {name: Europe, colour: '#1f5fa8'}]\n",
        _people="[{name: Keir Starmer, role: Prime Minister}, {name: Emmanuel Macron, variants: [Macron]}]",
        _places="[{name: Paris, country: France, coordinates: '48.8566, 2.3522', zone: Europe/Paris}]",
        **{
            "2025-02-17-paris-summit": """\
title: European leaders meet
  in emergency in Paris
label: Emergency summit in Paris
date: 2025-02-17
time: 16:00
place: Paris
venue: Élysée Palace
track: Europe
kind: summit
key: true
participants: [Macron, Keir Starmer]
summary: >
  Plain text,
  in our own words.

  A second paragraph.
disputed: Accounts of the length differ.
discussion: Who was not in the room?
related: [riyadh-talks]
sources:
  - url: https://www.example.org/story
    publisher: Example News
    title: Headline of the story
    published: 2025-02-17
    says: Monday
    quote: "there must be a US backstop"
    speaker: keir starmer
""",
            "2025-02-18-riyadh-talks": EVENT + "date: 2025-02-18\n" + SOURCE,
        },
    )
    assert problems == ()
    assert timeline is not None
    summit = timeline.events[0]
    said = summit.sources[0].reading
    assert said is not None
    assert said.start == MONDAY
    assert replace(summit, sources=(), when=replace(summit.when, rule="")) == Event(
        id="paris-summit",
        title="European leaders meet in emergency in Paris",
        label="Emergency summit in Paris",
        when=When(Moment.day(date(2025, 2, 17), time(16)), words="2025-02-17", zone="Europe/Paris"),
        track="Europe",
        kind="summit",
        status="held",
        key=True,
        places=(Place("Paris", "France", 48.8566, 2.3522, "Europe/Paris"),),
        venue="Élysée Palace",
        participants=(
            Person("Emmanuel Macron", variants=("Macron",)),
            Person("Keir Starmer", role="Prime Minister"),
        ),
        summary="Plain text, in our own words.\n\nA second paragraph.",
        disputed="Accounts of the length differ.",
        discussion="Who was not in the room?",
        related=("riyadh-talks",),
        sources=(),
    )
    assert summit.sources == (
        Source(
            url="https://www.example.org/story",
            publisher="Example News",
            title="Headline of the story",
            published=date(2025, 2, 17),
            says="Monday",
            reading=said,
            quote="there must be a US backstop",
            speaker="Keir Starmer",
        ),
    )
    assert summit.when.edtf == "2025-02-17T16:00:00+01:00"
    assert timeline.title == "How Europe answered"
    assert timeline.tracks == (Track("Talks"), Track("Europe", "#1f5fa8"))


@pytest.mark.parametrize(
    "written",
    [
        "summary: >\n  One\n  line.\n\n  Two.\n",
        "summary: |\n  One\n  line.\n\n  Two.\n",
        "summary: One\n  line.\n\n  Two.\n",
        'summary: "One\n  line.\n\n  Two."\n',
    ],
)
def test_a_blank_line_parts_paragraphs_however_the_text_is_written(
    normalised: Normalised, written: str
) -> None:
    assert an_event(normalised(a=EVENT + "date: 2025\n" + SOURCE + written)).summary == "One line.\n\nTwo."


def test_a_folder_of_events_alone_is_a_timeline(normalised: Normalised) -> None:
    timeline, problems = normalised(
        a="title: Vote\ntrack: Europe\ndate: 2025-02-18\n" + SOURCE,
        b="title: Call\ntrack: Talks\ndate: 2025-02-17\nparticipants: [Anyone]\nplace: Anywhere\n" + SOURCE,
    )
    assert problems == ()
    assert timeline is not None
    assert timeline.title == "Timeline"
    assert timeline.tracks == (Track("Talks"), Track("Europe"))
    assert [event.id for event in timeline.events] == ["b", "a"]


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
    assert told(outcome) == [("_people.yaml:2:10", "E024")]


def test_one_run_names_every_fault_of_three_files(normalised: Normalised) -> None:
    outcome = normalised(
        _timeline="tracks: [Europe, {name: Talks, colour: red}]\nlanguage: English!\ntitel: x\n",
        a="""\
id: tl-a
title: #hash
date: 31 June 2025
track: Europa
kind: sumit
participants: Emmanuel Macron
related: [c, bb]
zone: Europe/Pariss
sources:
  - url: example.org/story
    publisher: [Example News]
    published: late February 2025
  - https://www.example.org/story
""",
        c="title: Talks\nTrack: Talks\ndate: 2025-02-17\nrelated: [c]\nsources: []\n",
    )
    assert outcome[0] is None
    assert told(outcome) == [
        ("_timeline.yaml:1:1", "E020"),  # title
        ("_timeline.yaml:1:40", "E023"),  # colour
        ("_timeline.yaml:2:11", "E023"),  # language
        ("_timeline.yaml:3:1", "E022"),  # titel
        ("a.yaml:1:5", "E024"),  # id
        ("a.yaml:2:7", "E020"),  # title
        ("a.yaml:3:7", "E012"),  # date
        ("a.yaml:4:8", "E026"),  # track
        ("a.yaml:5:7", "E023"),  # kind
        ("a.yaml:6:15", "E021"),  # participants
        ("a.yaml:7:14", "E026"),  # related
        ("a.yaml:8:7", "E015"),  # zone
        ("a.yaml:10:10", "E025"),  # url
        ("a.yaml:11:16", "E021"),  # publisher
        ("a.yaml:12:16", "E015"),  # published
        ("a.yaml:13:5", "E021"),  # the second source
        ("c.yaml:1:1", "E020"),  # track
        ("c.yaml:2:1", "E022"),  # Track
        ("c.yaml:4:11", "E026"),  # related to itself
        ("c.yaml:5:10", "E027"),  # sources
    ]


def test_a_fault_says_what_to_write_instead(normalised: Normalised) -> None:
    _, problems = normalised(a="titel: Talks\nparticipants: A, B\ntrack: #x\nkind: sumit\nsources: [x]\n")
    assert [problem.hint for problem in problems] == [
        "title: European leaders meet in Paris",
        "title",
        "participants: [A, B]",
        'put the text in quotes: "#" begins a comment',
        "kind: summit",
        '"- url: https://www.example.org/story", on the next line "  publisher: Example News"',
    ]


def test_a_track_is_one_of_those_listed(normalised: Normalised) -> None:
    text = "title: Talks\ntrack: Europa\ndate: 2025-02-17\n" + SOURCE
    _, problems = normalised(_timeline="title: T\ntracks: [Europe]\n", a=text)
    assert [(problem.code, problem.hint) for problem in problems] == [("E026", "track: Europe")]


def test_an_id_is_the_file_name_without_its_date(normalised: Normalised) -> None:
    day = EVENT + "date: 2025-02-17\n" + SOURCE
    files = {"2025-02-17b-paris": day, "2025-02-riyadh": day, "2025-review": day, "g20": day}
    timeline, _ = normalised(**files)
    assert timeline is not None
    assert {event.id for event in timeline.events} == {"paris", "riyadh", "review", "g20"}


@pytest.mark.parametrize("name", ["2025-02-17-réunion", "2025-02-17", "2025-02-17-tl-x"])
def test_a_file_name_that_gives_no_id_asks_for_one(normalised: Normalised, name: str) -> None:
    outcome = normalised(**{name: EVENT + "date: 2025-02-17\n" + SOURCE})
    assert [code for _, code in told(outcome)] in (["E024"], ["E020"])
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
    assert [code for _, code in told(normalised(a=item + item))] == ["E020", "E020", "W006"]


def test_what_stands_twice_is_warned_of(normalised: Normalised) -> None:
    text = (
        EVENT
        + "date: 2025-02-17\nparticipants: [A, A]\n"
        + SOURCE.replace("]", ", {url: X, publisher: Y}]")
    )
    text = text.replace("X", "'https://www.example.org/story'")
    outcome = normalised(a=text, b=text)
    assert [code for _, code in told(outcome)] == ["W006"] * 5
    assert an_event(outcome).participants == (Person("A"),)


def test_direction_controls_are_warned_of(normalised: Normalised) -> None:
    text = EVENT.replace("Talks\n", "Ta\u202elks\n", 1) + "date: 2025-02-17\n" + SOURCE
    assert told(normalised(a=text)) == [("a.yaml:1:8", "W005")]


@pytest.mark.parametrize("blank", ["", "'   '", "\u200b", '"\\u0301"'])
def test_a_text_nobody_can_see_is_empty(normalised: Normalised, blank: str) -> None:
    outcome = normalised(a=f"title: {blank}\ntrack: Talks\ndate: 2025-02-17\n" + SOURCE)
    assert told(outcome) == [(f"a.yaml:1:{8 if blank else 7}", "E020")]


def test_an_era_runs_from_its_first_day_to_its_last(normalised: Normalised) -> None:
    head = "title: T\neras: [{name: Talks, from: 12 February 2025, to: March 2025}]\n"
    timeline, _ = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert timeline is not None
    march = Moment(date(2025, 3, 1), date(2025, 3, 31), Precision.MONTH)
    words = "12 February 2025 - March 2025"
    assert timeline.eras == (Era("Talks", When(Moment.day(date(2025, 2, 12)), march, words, "era")),)


def test_an_era_that_ends_before_it_begins_is_a_fault(normalised: Normalised) -> None:
    head = "title: T\neras: [{name: Talks, from: 2025-03-01, to: 2025-02-01}]\n"
    outcome = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert told(outcome) == [("_timeline.yaml:2:44", "E014")]


@pytest.mark.parametrize("coordinates", ["91, 0", "0, 181", "Paris", "48.8566 2.3522", "1e1, 2"])
def test_coordinates_are_a_point_on_the_globe(normalised: Normalised, coordinates: str) -> None:
    places = f"- name: Paris\n  coordinates: {coordinates}\n"
    outcome = normalised(_places=places, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert told(outcome) == [("_places.yaml:2:16", "E021")]


def test_a_dispute_is_a_sentence_so_that_no_does_not_mean_yes(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "disputed: no\ndate: 2025-02-17\n" + SOURCE)
    assert told(outcome) == [("a.yaml:3:11", "E021")]


def test_a_misnamed_list_is_not_passed_over_in_silence(normalised: Normalised) -> None:
    outcome = normalised(_place="[{name: Paris}]", a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert told(outcome) == [("_place.yaml:1:1", "W001")]


WORDS = st.sampled_from(
    [
        *(
            "id",
            "title",
            "date",
            "time",
            "zone",
            "place",
            "track",
            "key",
            "participants",
            "related",
            "disputed",
        ),
        *(
            "sources",
            "url",
            "publisher",
            "published",
            "says",
            "language",
            "tracks",
            "eras",
            "name",
            "from",
            "to",
        ),
        *(
            "variants",
            "coordinates",
            "2025-02-17",
            "after",
            "before",
            "by",
            "2 days",
            "relative_to",
            "b",
            "past",
            "Tuesday",
            "February 2025",
            "16:00/19:00",
            "Europe/Paris",
        ),
        *("https://www.example.org", "0001-01-01", "9999-12-31", "2025-02-17/..", "48, 2", "en", "#", ""),
    ]
)
TEXTS = WORDS | st.text(max_size=20)
TREES = st.recursive(
    TEXTS,
    lambda inner: st.dictionaries(TEXTS, inner, max_size=8) | st.lists(inner, max_size=4),
    max_leaves=30,
)
NAMES = st.sampled_from(["_timeline", "_people", "_places", "2025-02-17-a", "b", "_x", ""])
SOURCE_RECORDS = st.fixed_dictionaries({}, optional=dict.fromkeys(SourceRecord.model_fields, TREES))
RECORDS = st.fixed_dictionaries(
    {"sources": st.lists(SOURCE_RECORDS, max_size=3)},
    optional={name: TREES for name in (*EventRecord.model_fields, "tracks", "eras") if name != "sources"},
)


@examples(0.4)
@given(st.lists(st.tuples(NAMES, TREES | RECORDS), max_size=4))
def test_any_tree_of_texts_is_a_timeline_or_faults_and_never_a_traceback(
    files: list[tuple[str, object]],
) -> None:
    timeline, problems = normalise(tuple(Document(f"{name}.yaml", node(tree)) for name, tree in files))
    assert (timeline is None) == any(problem.is_error for problem in problems)


SAID = st.sampled_from(
    ["Monday", "Tuesday", "yesterday", "17-18 February 2025", "February 2025", "soon", ""]
)
PUBLISHED = st.sampled_from(["2025-02-16", "2025-02-17", "2025-02-19", "February 2025", ""])


@given(
    st.sampled_from(["", "2025-02-17", "18 February 2025", "2025-02", "2025-02-17/..", "Monday"]),
    st.lists(st.tuples(PUBLISHED, SAID), max_size=4),
)
def test_a_settled_date_is_one_that_each_source_left_open(when: str, said: list[tuple[str, str]]) -> None:
    listed = [
        {"url": "https://www.example.org", "publisher": "News", "published": day, "says": words}
        for day, words in said
    ]
    tree = {"title": "Talks", "track": "Talks", "date": when, "sources": listed}
    timeline, _ = normalise((Document("a.yaml", node(tree)),))
    for event in timeline.events if timeline else ():
        for each in event.sources:
            assert each.agrees
            if each.reading:
                assert each.reading.first <= event.when.last or event.when.open_end
                assert event.when.first <= each.reading.last


# ---- names and ids


def test_a_name_claimed_twice_tells_the_other_entry_and_its_place(normalised: Normalised) -> None:
    sisi = "{name: Abdel Fattah el-Sisi, variants: [Sisi, el-Sisi]}"
    people = f"[{{name: Sisi}}, {sisi}, {{name: E, variants: [el-Sisi]}}]"
    _, problems = normalised(_people=people, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert [problem.message for problem in problems] == [
        'person "Sisi" is listed twice; the first is at _people.yaml:1:9',
        'person "el-Sisi" is also a spelling of "Abdel Fattah el-Sisi"; the first is at _people.yaml:1:23',
    ]


def test_two_headings_are_both_named() -> None:
    paths = ("a/_timeline.yaml", "b/_timeline.yaml")
    title = (Text("title", HERE), Text("Talks", HERE))
    _, problems = normalise([Document(path, Fields((title,), Location(path))) for path in paths])
    assert [(str(problem.location), problem.message) for problem in problems] == [
        ("b/_timeline.yaml:1:1", "a second _timeline.yaml; the first is at a/_timeline.yaml:1:1")
    ]


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("Ever Given is refloated!", "id: ever-given-is-refloated"),
        ("Réunion à Paris", "id: reunion-a-paris"),
        ("Саміт", "id: paris-summit"),
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
    assert told(outcome) == [("_places.yaml:2:16", "E021")]


# ---- reasons and ways out


@pytest.mark.parametrize(("date_text", "code"), [("", "E012"), ("date: 2025-02-17\n", "W002")])
def test_words_that_cannot_be_read_always_have_a_reason(
    normalised: Normalised, date_text: str, code: str
) -> None:
    said = source(zone="America/New_York", says="2025-02-17T23:00/2025-02-17")
    _, problems = normalised(a=PARIS_TIME + date_text + said)
    reason = "in the zone Europe/Paris it ends before it begins"
    assert [(problem.code, problem.message) for problem in problems] == [
        (code, f'says "2025-02-17T23:00/2025-02-17": {reason}')
    ]


def test_several_places_in_one_text_are_proposed_as_a_list(normalised: Normalised) -> None:
    _, problems = normalised(
        _places="[{name: Suez}, {name: Ismailia}]",
        a=EVENT + "date: 2025-02-17\nplace: Suez, Ismailia\n" + SOURCE,
    )
    assert [(problem.code, problem.message, problem.hint) for problem in problems] == [
        ("W001", 'place "Suez, Ismailia" is not in _places.yaml', "[Suez, Ismailia]")
    ]


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("kind: meeting", "E023", "one of those"),
        ("kind: sumit", "E023", "kind: summit"),
        ("venue:", "E020", "write it, or delete the line"),
        ("label: #1", "E020", 'put the text in quotes: "#" begins a comment'),
        ("related: [groundign]", "E026", "grounding"),
        ("related: [groundnig]", "E026", "grounding"),
        ("related: [refloatd]", "E026", "ever-given-is-refloated"),
        ("related: [ever-given-refloated]", "E026", "ever-given-is-refloated"),
        ("related: [something-else]", "E026", "the id of another event"),
    ],
)
def test_a_way_out_is_near_what_was_meant(normalised: Normalised, line: str, code: str, hint: str) -> None:
    _, problems = normalised(
        a=f"{EVENT}date: 2025-02-17\n{line}\n{SOURCE}",
        grounding=EVENT + "date: 2025-02-18\n" + SOURCE,
        **{"ever-given-is-refloated": EVENT + "date: 2025-02-19\n" + SOURCE},
    )
    assert [(problem.code, problem.hint) for problem in problems] == [(code, hint)]


def test_a_kind_that_is_none_is_told_all_of_them(normalised: Normalised) -> None:
    _, problems = normalised(a=EVENT + "date: 2025-02-17\nkind: meeting\n" + SOURCE)
    assert [problem.message for problem in problems] == [
        'kind "meeting" is not one of summit, talks, visit, call, vote, statement, agreement, decision'
    ]


@pytest.mark.parametrize(
    ("head", "said", "place"),
    [
        ("title: T\nlanguage: german\n", source(), "_timeline.yaml:2:11"),
        ("title: T\n", source(language="german"), "a.yaml:7:13"),
        ("title: T\n", source(says_language="german"), "a.yaml:7:18"),
    ],
)
def test_a_language_is_a_tag_wherever_it_stands(
    normalised: Normalised, head: str, said: str, place: str
) -> None:
    _, problems = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + said)
    assert [(str(problem.location), problem.code) for problem in problems] == [(place, "E023")]
    assert problems[0].hint.endswith("language: de")


@pytest.mark.parametrize("end", ["", ", to: .."])
def test_an_era_may_still_be_going_on(normalised: Normalised, end: str) -> None:
    head = f"title: T\neras: [{{name: Talks, from: 2025-02-12{end}}}]\n"
    timeline, problems = normalised(_timeline=head, a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert timeline is not None, problems
    assert [era.when.edtf for era in timeline.eras] == ["2025-02-12/.."]


# ---- what looks the same, or like nothing


@pytest.mark.parametrize("twin", ["EUROPÉ", "Europe\u0301"])
def test_tracks_that_look_the_same_are_warned_of(normalised: Normalised, twin: str) -> None:
    head = f"title: T\ntracks: [Europé, {twin}]\n"
    event = "title: Talks\ntrack: Europé\ndate: 2025-02-17\n" + SOURCE
    assert told(normalised(_timeline=head, a=event)) == [("_timeline.yaml:2:18", "W006")]
    other = event.replace("Europé", twin).replace("Talks", "Vote")
    assert told(normalised(a=event, b=other, c=other.replace("Vote", "Call"), _timeline="title: T\n")) == [
        ("b.yaml:2:8", "W006")
    ]


def test_ids_that_differ_by_case_alone_are_warned_of(normalised: Normalised) -> None:
    event = EVENT + "date: 2025-02-17\n" + SOURCE
    _, problems = normalised(a="id: Summit\n" + event, b="id: summit\n" + event.replace("Talks", "Vote"))
    assert [(problem.code, problem.message) for problem in problems] == [
        ("W006", 'id "summit" and "Summit" look the same; the first is at a.yaml:1:5')
    ]


@pytest.mark.parametrize("blank", ["\u3164", "\u2800", "\u3164 \u2800"])
def test_letters_that_show_nothing_are_no_title(normalised: Normalised, blank: str) -> None:
    outcome = normalised(a=f"title: {blank}\ntrack: Talks\ndate: 2025-02-17\n" + SOURCE)
    assert told(outcome) == [("a.yaml:1:8", "E020")]


@pytest.mark.parametrize("host", ["example\u0661.org", "\u0967.example", "example.\u0662\u0663"])
def test_digits_of_a_host_are_those_from_0_to_9(host: str) -> None:
    assert refusal(f"https://{host}/") == "has a host that cannot be read"


@pytest.mark.parametrize(
    ("host", "codes"),
    [
        ("www.ex\u0430mple.org", ["W008"]),
        ("b\u00fccher.example", []),
        ("\u043f\u0440\u0438\u043c\u0435\u0440.com", []),
        ("\u65e5\u672c\u306ecafe.jp", []),
        ("\u4e00\u4e8c.example", []),
    ],
)
def test_a_host_of_mixed_alphabets_is_warned_of(
    normalised: Normalised, host: str, codes: list[str]
) -> None:
    said = source().replace("www.example.org", host)
    assert [code for _, code in told(normalised(a=EVENT + "date: 2025-02-17\n" + said))] == codes


def test_the_warning_shows_the_host_as_the_network_knows_it(normalised: Normalised) -> None:
    said = source(archived="https://www.ex\u0430mple.org/x")
    _, problems = normalised(a=EVENT + "date: 2025-02-17\n" + said)
    (problem,) = problems
    assert problem.message == (
        'archived "https://www.ex\u0430mple.org/x" may be mistaken for another address; '
        "its host is www.xn--exmple-4nf.org"
    )


FAULTY_EVENTS = faulty_events(400_000)


@pytest.mark.parametrize("name", FAULTY_EVENTS)
def test_of_a_file_of_nothing_but_faults_a_hundred_are_told_in_short(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(FAULTY_EVENTS[name], encoding="utf-8")
    timeline, problems = check([Path("a.yaml")])
    assert timeline is None
    assert 1 <= len(problems) <= 202
    assert sum(len(str(problem)) for problem in problems) < 200_000


def test_a_text_without_end_is_refused_with_its_bound(normalised: Normalised) -> None:
    outcome = normalised(a=f"date: 2025\n{EVENT}{SOURCE}summary: {'a' * 50_001}\nvenue: {'b' * 5_000}\n")
    assert [problem.message for problem in outcome[1] if problem.is_error] == [
        "summary has 50,001 characters, more than 50,000"
    ]


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Doe, Jane", ("Doe, Jane",)),
        ("['Doe, Jane', World Bank]", ("Doe, Jane", "World Bank")),
        ("\n  - King, Martin Luther, Jr.\n  - UN", ("King, Martin Luther, Jr.", "UN")),
    ],
)
def test_a_source_names_its_author_or_authors(
    normalised: Normalised, written: str, authors: tuple[str, ...]
) -> None:
    found = an_event(normalised(a=EVENT + "date: 2025-02-17\n" + source(author=written)))
    assert found.sources[0].author == authors


@pytest.mark.parametrize("written", ["''", "{name: Doe}", "['Doe, Jane', '']", "[]"])
def test_an_author_that_is_none_is_a_fault_or_nobody(normalised: Normalised, written: str) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + source(author=written))
    codes = {"''": ["E020"], "{name: Doe}": ["E021"], "['Doe, Jane', '']": ["E020"], "[]": []}
    assert [code for _, code in told(outcome)] == codes[written]


@pytest.mark.parametrize(
    ("written", "known"),
    [("February 2025", "2025-02"), ("2025-02", "2025-02"), ("2025", "2025")],
)
def test_of_a_publication_no_more_than_the_month_or_year_may_be_known(
    normalised: Normalised, written: str, known: str
) -> None:
    said = source(published=written)
    found = an_event(normalised(a=EVENT + "date: 2025-02-17\n" + said)).sources[0]
    assert (found.published, found.published_as) == (None, known)
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + said + "  says: yesterday\n")
    assert [problem.message for problem in outcome[1]] == [
        f'says "yesterday": published "{written}" is not one day'
    ]
