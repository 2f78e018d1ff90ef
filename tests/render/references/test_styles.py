"""Citations in three styles: a table of worked examples, and what holds of every source."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Source
from timeline.render.references.styles import STYLES, Run, Style, cite, plain

CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "citations.yaml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader
)
EXAMPLES = [(case, style) for case in CASES for style in STYLES if style.id in case]


def source(fields: dict[str, Any]) -> Source:
    return Source(**(fields | {"author": tuple(fields.get("author", ()))}))


def marked(runs: tuple[Run, ...]) -> str:
    """The citation as the table writes it."""
    return "".join(f"*{run.text}*" if run.is_italic else run.text for run in runs)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_worked_examples(style: Style) -> None:
    worked = {case["case"]: case for case, of_style in EXAMPLES if of_style == style}
    found = {name: marked(cite(source(case["source"]), style)) for name, case in worked.items()}
    assert found
    assert found == {name: case[style.id] for name, case in worked.items()}


def test_every_cell_of_the_rules_has_a_worked_example() -> None:
    assert len(EXAMPLES) >= 60
    shown = set()
    for case, style in EXAMPLES:
        fields = case["source"]
        named = [name for name in fields.get("author", ()) if name != fields["publisher"]]
        lead = "author" if named else "publisher" if "author" in fields else "nobody"
        form = "page" if fields.get("kind") in {"official", "reference", "agency"} else "news"
        shown.add((style.id, form, lead))
    assert shown == {(style.id, *cell) for style in STYLES for cell in style.templates}


text = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters='“”‘’"„'), max_size=12)
name = text.filter(str.strip)
a_source = st.builds(
    Source,
    url=name.map(lambda path: f"https://example.org/{path}"),
    publisher=name,
    title=text,
    author=st.lists(name, max_size=25).map(tuple),
    published=st.none() | st.dates(date(1000, 1, 1)),
    published_as=st.sampled_from(["", "2025", "2025-02", "an hour ago"]),
    accessed=st.none() | st.dates(),
    kind=st.sampled_from(["press", "agency", "official", "reference", "regional", "social"]),
)


@given(a_source, st.sampled_from(STYLES))
def test_nothing_that_is_known_of_a_source_is_lost(story: Source, style: Style) -> None:
    told = plain(cite(story, style))
    assert story.title.rstrip(".?!…") in told
    assert story.publisher.removeprefix("The ").rstrip(".") in told
    assert story.url.removeprefix("https://") in told
    assert str(story.published.year if story.published else "") in told


@given(a_source, st.sampled_from(STYLES))
def test_runs_are_as_few_as_can_be(story: Source, style: Style) -> None:
    runs = cite(story, style)
    assert all(run.text for run in runs)
    assert all(a.is_italic != b.is_italic for a, b in pairwise(runs))
