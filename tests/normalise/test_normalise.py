"""Records of event files, and the timeline or the faults that they become."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.helpers.event_files import (
    EVENT,
    MONDAY,
    PARIS_TIME,
    SOURCE,
    Normalised,
    an_event,
    reported,
    source,
)
from tests.helpers.hostile import faulty_events
from timeline.build import check
from timeline.model import (
    Event,
    Moment,
    Person,
    Place,
    Source,
    Track,
    When,
)


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
    assert reported(outcome) == [
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


def test_a_missing_track_is_proposed_from_those_that_are_listed(normalised: Normalised) -> None:
    timeline = "title: Talks\ntracks: [Fighting, Talks]\n"
    _, problems = normalised(_timeline=timeline, a=f"title: A\ndate: 2025-02-17\n{SOURCE}")
    assert [problem.hint for problem in problems] == ["track: Fighting"]


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("They <b>met</b> in Paris.", 'HTML, which is shown as it stands: "<b>"'),
        ("They met.<br/>They talked.", 'HTML, which is shown as it stands: "<br/>"'),
        ("Macron &amp; Starmer", 'HTML, which is shown as it stands: "&amp;"'),
        ("They **met** in Paris.", 'Markdown, which is shown as it stands: "**met**"'),
        ("Said *Le Monde* today.", 'Markdown, which is shown as it stands: "*Le Monde*"'),
        ("See [the report](https://example.org/)", "Markdown"),
        ("Fewer than 5 < 7 & 3 > 2, AT&T; 2 * 3 * 4, a note* [1], snake_case and __", ""),
    ],
)
def test_html_and_markdown_in_a_text_are_warned_of(
    normalised: Normalised, summary: str, found: str
) -> None:
    text = (
        EVENT + f"date: 2025-02-17\nsummary: '{summary}'\n" + source(quote="<b>Quoted</b> as it *stands*.")
    )
    warnings = normalised(a=text)[1]
    assert [warning.code for warning in warnings] == ["W015"] * bool(found)
    assert all(warning.message.startswith(f"summary contains {found}") for warning in warnings)


def test_direction_controls_are_warned_of(normalised: Normalised) -> None:
    text = EVENT.replace("Talks\n", "Ta\u202elks\n", 1) + "date: 2025-02-17\n" + SOURCE
    assert reported(normalised(a=text)) == [("a.yaml:1:8", "W005")]


@pytest.mark.parametrize("blank", ["", "'   '", "\u200b", '"\\u0301"'])
def test_a_text_nobody_can_see_is_empty(normalised: Normalised, blank: str) -> None:
    outcome = normalised(a=f"title: {blank}\ntrack: Talks\ndate: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == [(f"a.yaml:1:{8 if blank else 7}", "E020")]


def test_a_dispute_is_a_sentence_so_that_no_does_not_mean_yes(normalised: Normalised) -> None:
    outcome = normalised(a=EVENT + "disputed: no\ndate: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == [("a.yaml:3:11", "E021")]


def test_a_misnamed_list_is_not_passed_over_in_silence(normalised: Normalised) -> None:
    outcome = normalised(_place="[{name: Paris}]", a=EVENT + "date: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == [("_place.yaml:1:1", "W001")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("people", "- {name: Jane Doe, role: mayor}"),
        ("places", "[{name: Paris}]"),
        ("timeline", "title: T"),
    ],
)
def test_a_shared_file_without_its_underscore_is_one_warning(
    normalised: Normalised, name: str, text: str
) -> None:
    outcome = normalised(a=EVENT + "date: 2025-02-17\n" + SOURCE, **{name: text})
    assert reported(outcome) == [(f"{name}.yaml:1:1", "W001")]
    assert outcome[1][0].hint == f"_{name}.yaml"
    assert reported(normalised(**{name: EVENT + "date: 2025-02-17\n" + SOURCE})) == []


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


@pytest.mark.parametrize(
    ("line", "code", "hint"),
    [
        ("kind: meeting", "E023", "one of those; or add it to the kinds in _timeline.yaml"),
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


@pytest.mark.parametrize("blank", ["\u3164", "\u2800", "\u3164 \u2800"])
def test_letters_that_show_nothing_are_no_title(normalised: Normalised, blank: str) -> None:
    outcome = normalised(a=f"title: {blank}\ntrack: Talks\ndate: 2025-02-17\n" + SOURCE)
    assert reported(outcome) == [("a.yaml:1:8", "E020")]


FAULTY_EVENTS = faulty_events(100_000)


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


def test_the_line_break_at_the_end_of_a_text_does_not_count(normalised: Normalised) -> None:
    timeline, problems = normalised(a=f"date: 2025\n{EVENT}{SOURCE}summary: >\n  {'a' * 50_000}\n")
    assert timeline is not None
    assert [problem for problem in problems if problem.is_error] == []
