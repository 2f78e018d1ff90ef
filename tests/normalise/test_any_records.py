"""Records of random texts: a timeline or faults, and never a traceback."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.event_files import (
    node,
)
from tests.helpers.examples import examples
from timeline.model.records import Document
from timeline.normalise import normalise
from timeline.normalise.format import EventRecord, SourceRecord

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
            "remark",
            "note",
            "kind",
            "kinds",
            "checked",
            "on",
            "of",
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


@examples(0.2)
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
