"""Which reports print the text of an agency, and which only tell of the same event."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.wire_texts import Report, made_set
from timeline.evidence import copied
from timeline.evidence.claims import CitedSource
from timeline.evidence.kept_page import KeptPage
from timeline.evidence.origins import runs, same_texts, sample, signed_by
from timeline.evidence.store import Store, digest_of
from timeline.model import KeptCopy
from timeline.model.problems import Location


def test_of_a_made_set_copies_are_found_and_independent_reports_are_not() -> None:
    reports = made_set(events=3)
    texts = {each.name: each.text for each in reports}
    samples = {name: sample(runs(text)) for name, text in texts.items()}
    found = {frozenset(pair) for *pair, _ in same_texts(samples, texts.__getitem__)}
    alike = {
        frozenset((one.name, other.name)): {one.how, other.how}
        for number, one in enumerate(reports)
        for other in reports[number + 1 :]
        if one.story == other.story
    }
    printed = {pair for pair, hows in alike.items() if "wire" in hows}
    assert (len(reports), len(printed)) == (69, 48)
    precision = len(found & alike.keys()) / len(found)
    recall = len(found & printed) / len(printed)
    assert (precision >= 0.95, recall >= 0.9) == (True, True), (precision, recall)


def proposals(folder: Path, *reports: tuple[Report | str, str, str]) -> list[tuple[str, str, str]]:
    """The publisher, the proposed origin and the reason for each source: text, publisher, known origin."""
    store = Store(folder / "copies")
    sources, evidence = [], []
    for number, (report, publisher, origin) in enumerate(reports, 1):
        text = report if isinstance(report, str) else report.text
        url = f"https://{publisher.replace(' ', '')}.example.org/{number}"
        page = KeptPage(text.encode(), ".txt", text)
        store.keep(page)
        sources.append(CitedSource(url, publisher, origin, Location("a.yaml", number)))
        evidence.append(KeptCopy(url, digest_of(page)))
    found = copied.check(sources, evidence, store)
    return [(reports[each.at.line - 1][1], each.origin, each.why) for each in found]


def test_an_origin_is_proposed_for_the_copy_and_not_for_the_agency_or_what_has_one(tmp_path: Path) -> None:
    reports = {each.how: each for each in made_set(events=1) if each.story == "0a"}
    wire, trimmed = reports["wire"], reports["trimmed"]
    signed = f"EXAMPLE TOWN (Reuters) - {wire.text}"
    whole = "100% of the text of Herald is that of Reuters"
    assert proposals(tmp_path / "1", (wire, "Reuters", ""), (trimmed, "Herald", "")) == [
        ("Herald", "Reuters", whole)
    ]
    assert proposals(tmp_path / "2", (signed, "Post", "Reuters"), (trimmed, "Herald", "")) == [
        ("Herald", "Reuters", "100% of the text of Herald is that of Post")
    ]
    assert proposals(
        tmp_path / "3", (signed, "Post", ""), (trimmed, "Herald", ""), (wire, "Reuters", "")
    ) == [
        ("Post", "Reuters", "the text of Post is signed by Reuters"),
        ("Herald", "Reuters", whole),
    ]
    assert proposals(tmp_path / "4", (wire, "Post", "Reuters"), (trimmed, "Herald", "Reuters")) == []


def test_the_ways_in_which_agencies_sign_are_known_and_a_mention_is_none() -> None:
    cases: dict[tuple[str, tuple[str, ...]], str] = {
        ("PARIS, Feb 17 (Reuters) - Leaders met", ()): "Reuters",
        ("(Reuters) - Leaders met", ()): "Reuters",
        ("KYIV, Ukraine (AP) — Leaders met", ()): "AP",
        ("Leaders met. (Reporting by Jane Doe; Editing by John Roe)", ()): "Reuters",
        ("Leaders met", ("Reuters Staff",)): "Reuters",
        ("Leaders met", ("By The Associated Press",)): "AP",
        ("Leaders met", ("Doe, Jane", "Agence France Presse")): "AFP",
        ("He told the agency (Reuters) that leaders met", ()): "",
        ("Leaders met, Reuters reported", ("Doe, Jane",)): "",
        ("Reporting by bus; editing by hand was the rule", ()): "",
    }
    assert {case: signed_by(*case) for case in cases} == cases
