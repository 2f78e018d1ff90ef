"""Who has checked an event, whether it is still what they checked, and whether somebody must have."""

from __future__ import annotations

from datetime import date

from tests.helpers.event_files import EVENT, SOURCE, Normalised, an_event
from timeline.model import Checked
from timeline.model.sources.review import fingerprint

TALKS = f"{EVENT}date: 2025-02-17\n{SOURCE}"
BY = "checked: {by: A. Editor, on: 2025-03-20}\n"
REQUIRED = "title: T\nreview: required\n"


def test_who_has_checked_an_event_is_known_as_long_as_it_is_what_they_checked(
    normalised: Normalised,
) -> None:
    checked = Checked("A. Editor", date(2025, 3, 20))
    event = an_event(normalised(a=TALKS + BY))
    assert event.checked == checked
    of = f"checked: {{by: A. Editor, on: 2025-03-20, of: {fingerprint(event)}}}\n"
    for still in (of, f"{of}place: Paris\nkind: talks\nkey: true\n"):
        assert an_event(normalised(a=TALKS + still)).checked == checked
    changed = {
        "title": TALKS.replace("Talks", "Call", 1),
        "date": TALKS.replace("02-17", "02-18"),
        "summary": f"{TALKS}summary: They met.\n",
        "disputed": f"{TALKS}disputed: Accounts differ.\n",
        "address": TALKS.replace("org/story", "org/other"),
        "quotation": TALKS.replace("News}", "News, quote: a deal}"),
        "page": TALKS.replace("News}", "News, page: 2}"),
    }
    for name, text in changed.items():
        timeline, problems = normalised(a=text + of)
        assert timeline is not None
        assert timeline.events[0].checked is None, name
        assert [(each.code, each.message) for each in problems] == [
            ("W024", "the event was changed after A. Editor had checked it on 2025-03-20")
        ]


def test_main_events_must_have_been_checked_where_review_is_required(normalised: Normalised) -> None:
    texts = {"a": f"{TALKS}key: true\n", "b": f"{TALKS}id: b\n", "c": f"{TALKS}id: c\nkey: true\n{BY}"}
    old = BY.replace("20}", "20, of: 00000000}")
    outdated = texts | {"c": texts["c"].replace(BY, old)}

    def found(files: dict[str, str]) -> list[str]:
        problems = normalised(_timeline=REQUIRED, **files)[1]
        return [f"{each.location} {each.code} {each.message}" for each in problems if each.code != "W006"]

    assert found(texts) == ["a.yaml:1:1 E031 nobody has checked this main event, and review is required"]
    since = "the main event was changed after A. Editor had checked it on 2025-03-20"
    assert found(outdated)[1:] == [f"c.yaml:7:10 E031 {since}, and review is required"]
    assert str(normalised(_timeline=REQUIRED, **outdated)[1][-1].hint).startswith("check it again; ")


def test_what_says_not_who_or_not_when_is_a_fault(normalised: Normalised) -> None:
    for text, place, code in (
        ("checked: {by: A. Editor}\n", "a.yaml:5:10", "E021"),
        ("checked: {on: 2025-03-20}\n", "a.yaml:5:10", "E021"),
        ("checked: {by: A, on: March}\n", "a.yaml:5:22", "E023"),
        ("checked: {by: A, on: 2025-02-30}\n", "a.yaml:5:22", "E023"),
        ("checked: {by: A, on: 2025-03-20, of: x}\n", "a.yaml:5:38", "E023"),
        ("checked: A. Editor\n", "a.yaml:5:10", "E021"),
    ):
        timeline, problems = normalised(_timeline=REQUIRED, a=f"{TALKS}{text}")
        assert timeline is None
        assert [(str(each.location), each.code) for each in problems] == [(place, code)], text
