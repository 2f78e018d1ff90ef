"""Corrections wherever readers see their events, and nothing of them where there are none."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from tests.helpers.make import event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.model import Correction, Timeline
from timeline.model.export import ExportOptions
from timeline.model.subset import Condition, only
from timeline.render import render
from timeline.render.exports import EXPORTS
from timeline.render.pdf.document import page as pdf_values

LASTED = Correction(date(2025, 3, 14), "It lasted <b>90 minutes.", ("call",))
MONTH = Correction(date(2025, 3, 2), "The standfirst named another month.")
VOTE = Correction(date(2025, 3, 1), "Ten voted, not nine.", ("call", "vote"))
PLAIN = timeline([event("call", key=True, title="They speak"), event("vote", 2, track="Council")])
MADE = replace(PLAIN, updated=date(2025, 3, 15), corrections=(LASTED, MONTH, VOTE))


def built(made: Timeline) -> dict[str, str]:
    files = render(made, [lay_out(made, width) for width in WIDTHS])
    return {name: each.decode() for name, each in files.items()}


def words(html: str) -> str:
    """A text without markup."""
    return " ".join(re.sub("<[^>]*>", " ", html).split()).replace("\xa0", " ")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return built(MADE)


def test_the_page_tells_of_its_last_update_and_lists_all_corrections(files: dict[str, str]) -> None:
    page = files["index.html"]
    head = page[page.index("<header>") : page.index("</header>")]
    assert words(head) == "A timeline Updated 15 March 2025 · 3 corrections"
    assert 'href="#tl-corrections"' in head
    section = page[page.index('<section class="corrections"') : page.index('<dialog class="presenter"')]
    assert words(section) == (
        "Corrections 14 March 2025 It lasted &lt;b&gt;90 minutes. They speak"
        " 2 March 2025 The standfirst named another month."
        " 1 March 2025 Ten voted, not nine. They speak , vote"
    )
    assert re.findall('href="#([^"]*)"', section) == ["call", "call", "vote"]


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_an_event_shows_its_corrections_and_says_so_beside_its_track(
    files: dict[str, str], name: str
) -> None:
    call, vote = re.findall("<article.*?</article>", files[name], re.DOTALL)
    text = words(call)
    assert text.count("corrected") == (1 if name == "index.html" else 2)
    assert "Corrected 14 March 2025: It lasted &lt;b&gt;90 minutes." in text
    assert text.index("Corrected 14 March 2025:") < text.index("Corrected 1 March 2025:")
    assert "It lasted" not in words(vote)


def test_without_corrections_a_page_is_no_larger_than_before(files: dict[str, str]) -> None:
    plain = built(PLAIN)
    for name in ("index.html", "embed.html"):
        found = re.search(r".{0,40}(?:correct|updated).{0,40}", plain[name], re.IGNORECASE)
        assert found is None, found
    assert 'class="updated"' in files["index.html"]


def test_json_ld_has_the_update_and_the_corrections(files: dict[str, str]) -> None:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', files["index.html"])
    data = json.loads(found)
    assert (data["@type"], data["dateModified"]) == (["ItemList", "CreativeWork"], "2025-03-15")
    assert data["correction"][:2] == [
        {
            "@type": "CorrectionComment",
            "text": "It lasted <b>90 minutes.",
            "datePublished": "2025-03-14",
            "about": [{"@id": "#call"}],
        },
        {"@type": "CorrectionComment", "text": MONTH.text, "datePublished": "2025-03-02"},
    ]


def test_on_paper_and_in_the_notes_of_slides_corrections_stand_at_their_events() -> None:
    makers = {each.name: each for each in EXPORTS}
    handout, slides = (
        makers[name].make(MADE, ExportOptions()).content.decode() for name in ("handout", "marp")
    )
    assert "Updated 15 March 2025" in words(handout)
    assert "Corrected 14 March 2025: It lasted &lt;b&gt;90 minutes." in words(handout)
    # the hand-out has the main events alone, and so have its corrections
    assert "1 March 2025 Ten voted, not nine. (They speak)" in words(handout)
    assert "Corrected 1 March 2025: Ten voted, not nine." in slides.replace("\xa0", " ")
    values = json.loads(json.dumps(pdf_values(MADE, "a4")).replace("\\u00a0", " "))
    assert values["updated"] == "Updated 15 March 2025"
    assert values["corrections"][1] == {"day": "2 March 2025", "text": MONTH.text}
    assert [each["corrections"] for each in values["events"]][1] == [
        {"when": "Corrected 1 March 2025:", "text": "Ten voted, not nine."}
    ]


def test_a_part_of_a_timeline_has_the_corrections_of_its_events() -> None:
    part = only(MADE, [Condition("track", "Council")])
    assert part.corrections == (MONTH, replace(VOTE, events=("vote",)))
