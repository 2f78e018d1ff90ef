"""What the canonical form of an event file is, and which files are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import EVENTS
from timeline.formatting import format_files, formatted
from timeline.model.problems import Problem
from timeline.reading import File

EVENT = Path("2025-02-17-talks.yaml")


def formatted_text(text: str, name: str = "2025-02-17-talks") -> str:
    """The canonical form of a file of that name, which is in canonical form."""
    file = File(Path(f"{name}.yaml"), f"{name}.yaml")
    made = formatted(file, text.encode())
    assert isinstance(made, bytes), made
    assert formatted(file, made) == made
    return made.decode()


def faults(data: bytes) -> list[str]:
    """The place and code of each fault of a file that is left alone."""
    found = formatted(File(EVENT, "a.yaml"), data)
    assert isinstance(found, tuple), found
    assert all(isinstance(fault, Problem) for fault in found)
    return [f"{fault.location}: {fault.code}" for fault in found]


def test_fields_come_in_the_order_of_the_manual_and_unknown_ones_last() -> None:
    written = "zz: 1\nsources:\n- publisher: B\n  url: https://example.org\ndate: 2025\ntitle: A\n"
    assert formatted_text(written) == (
        "title: A\ndate: 2025\nsources:\n  - url: https://example.org\n    publisher: B\nzz: 1\n"
    )


@pytest.mark.parametrize(
    ("name", "written", "expected"),
    [
        ("_timeline", "language: en\ntitle: A\n", "title: A\nlanguage: en\n"),
        ("_people", "- {role: Mayor, name: A}\n", "- name: A\n  role: Mayor\n"),
        ("_places", "- country: France\n  name: Paris\n", "- name: Paris\n  country: France\n"),
        ("_timeline", "glossary:\n  b: B\n  a: A\n", "glossary:\n  b: B\n  a: A\n"),
    ],
)
def test_shared_files_have_orders_of_their_own_and_names_that_authors_choose_have_none(
    name: str, written: str, expected: str
) -> None:
    assert formatted_text(written, name) == expected


def test_a_file_that_timeline_does_not_read_stays_as_it_is() -> None:
    assert formatted_text("b:   1\na: 2", "_notes") == "b:   1\na: 2"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("'2025-02-17'", "2025-02-17"),
        ('"12:30"', "12:30"),
        ("'it''s'", "it's"),
        ('"NO"', "NO"),
        ('"null"', '"null"'),
        ("~", ""),
        ("''", '""'),
        ("'a: b'", '"a: b"'),
        ("'a #b'", '"a #b"'),
        ("'#1f5fa8'", '"#1f5fa8"'),
        ("' a '", '" a "'),
        (r'"\u00e9\x41"', "éA"),
        ('"\U0001f600"', "\U0001f600"),
        (r'"\ud83d\ude00"', "\U0001f600"),
        (r'"a\tb"', r'"a\tb"'),
        ('"a\u2028b"', '"a\u2028b"'),
        ("a\n  b", "a b"),
        ("'? '", '"? "'),
    ],
)
def test_only_what_yaml_would_misread_is_in_quotation_marks(written: str, expected: str) -> None:
    assert formatted_text(f"title: {written}\n") == f"title: {expected}".rstrip(" ") + "\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("related:\n- a\n- 'b'\n", "related: [a, b]\n"),
        ("related: ['a, b', c]\n", 'related: ["a, b", c]\n'),
        ("related: []\n", "related: []\n"),
        ("related: [\n  a,  # the first\n  b\n]\n", "related:\n  - a  # the first\n  - b\n"),
        (f"related: [{'a' * 50}, {'b' * 50}]\n", f"related:\n  - {'a' * 50}\n  - {'b' * 50}\n"),
        ("disputed: {text: B, about: A}\n", "disputed:\n  about: A\n  text: B\n"),
        ("disputed: {}\n", "disputed: {}\n"),
        ("zz:\n-\n  - a\n  - b\n-  c: d\n", "zz:\n  - - a\n    - b\n  - c: d\n"),
        ("? title\n: A\n", "title: A\n"),
        ("~: A\nnull: B\n'': C\n", '"~": A\n"null": B\n"": C\n'),
        ("{ }\n", "{}\n"),
        ("# one\n[  # two\n# three\n]\n# four\n", "# one\n# two\n[]\n# three\n# four\n"),
    ],
)
def test_lists_of_short_texts_are_in_brackets_and_nothing_else_is(written: str, expected: str) -> None:
    assert formatted_text(written) == expected


WORDS = "They met in Paris for the first time in years "


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        # a long text goes after ">", and so does one of several paragraphs
        (
            f"summary: {(WORDS * 3).strip()}\n",
            f"summary: >\n  {WORDS * 2}They\n  {WORDS[5:]}".rstrip() + "\n",
        ),
        ('summary: "One.\\n\\nTwo."\n', "summary: >\n  One.\n\n  Two.\n"),
        # its line breaks stay, unless one of its lines is too long
        (
            "summary: >\n      One.\n      Two.\n\n\n      Three.\n",
            "summary: >\n  One.\n  Two.\n\n  Three.\n",
        ),
        (
            f"summary: >\n   One.\n   {'word ' * 19}word\n",
            f"summary: >\n  One. {'word ' * 17}word\n  word word\n",
        ),
        # the signs for the line break at the end have no meaning here
        ("summary: >-\n  One.\n  Two.\n", "summary: >\n  One.\n  Two.\n"),
        ("summary: |+\n  One.\n  Two.\n\n\ntitle: A\n", "title: A\nsummary: |\n  One.\n  Two.\n"),
        ("summary: |2\n    One.\n  Two.\n", "summary: |\n  One.\n  Two.\n"),
        # after "|" each line break counts, but there is none in one line
        ("summary: |\n     One.\n       Two.\n", "summary: |\n  One.\n    Two.\n"),
        ("summary: |\n  One.\n", "summary: One.\n"),
        # "#" is no comment there
        ("summary: |  # ours\n  # One.\n  Two.\n", "summary: |  # ours\n  # One.\n  Two.\n"),
        # an address must not have a line break at its end
        ("sources:\n- url: >-\n    https://example.org\n", "sources:\n  - url: https://example.org\n"),
    ],
)
def test_long_texts_stand_after_a_sign_and_are_wrapped(written: str, expected: str) -> None:
    assert formatted_text(written) == expected


def test_a_long_address_stays_in_one_line() -> None:
    address = f"https://example.org/{'a' * 120}"
    written = f"sources:\n  - url: {address}\n"
    assert formatted_text(written) == written


def test_the_events_of_a_list_are_one_empty_line_apart() -> None:
    assert formatted_text("- title: A\n- title: B\n\n\n\n- title: C\n") == (
        "- title: A\n\n- title: B\n\n- title: C\n"
    )


def test_one_empty_line_between_fields_stays_and_spaces_at_ends_of_lines_go() -> None:
    assert formatted_text("\n\ntitle: A   \n\n\n\n\ndate: 2025\t\n\n\n") == "title: A\n\ndate: 2025\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("\ufefftitle:  A\r\ndate:  2025\r\n", "\ufefftitle: A\r\ndate: 2025\r\n"),
        ("title:  A\rdate: 2025\r", "title: A\rdate: 2025\r"),
        ("# a\n- A\r- B\n", "# a\n- A\n\n- B\n"),
        ("title:  A", "title: A\n"),
        ("title: >\n  A\n  B", "title: >\n  A\n  B\n"),
        ("? |\n  a\n  b", '"a\\nb\\n":\n'),
        ("---\ntitle: A\n...\n", "title: A\n"),
        ("%YAML 1.2\n---\ntitle: A\n", "title: A\n"),
    ],
)
def test_byte_order_mark_and_line_ends_stay_and_marks_of_documents_go(written: str, expected: str) -> None:
    assert formatted_text(written) == expected


COMMENTED = """\
# yaml-language-server: $schema=.schema/event.json
# above the date
date: 2025 # beside the date
# above the title

# right above the title
title:   # beside the title
   A
sources: # beside the sources
# above the first source
- # beside the dash
  publisher: P   # beside the publisher
  # above the address
  url: https://example.org
  # in the source
# after the sources
"""


def test_comments_move_with_what_they_stand_beside_or_above() -> None:
    assert (
        formatted_text(COMMENTED)
        == """\
# yaml-language-server: $schema=.schema/event.json
# above the title

# right above the title
title: A  # beside the title
# above the date
date: 2025  # beside the date
sources:  # beside the sources
  # above the first source
  # beside the dash
  # above the address
  - url: https://example.org
    publisher: P  # beside the publisher
    # in the source
# after the sources
"""
    )


@pytest.mark.parametrize(
    "comments",
    [
        "# one\n---  # two\ntitle: A  # three\n...  # four\n# five\n",
        "title: {A: [a, b]}  # one\n",
        "{  # one\n  title: A,  # two\n  # three\n}  # four\n# five\n",
        "title: [  # one\n  # two\n]  # three\n",
        "? # one\n  title # two\n: # three\n  A # four\n",
        "title: 'A # no comment' # one\ndate: \"B # none\" # two\nplace: C#none # three\n",
        "title: 'A # none\n  # none' # one\ndate: |  # two\n  # none\n # three\nplace: B\n",
        "title: >  # one\n  # none\n\n  # none\n\n# two\ndate: 2025\n",
        "sources:\n-   # one\n  # two\n  - # three\n    A  # four\n# five\n",
        "title: # one\ndate: # two\n\n# three\n\n\n# four",
        "title: A\n    # one\n  # two\n# three\n # four\ndate: 2025\n",
        "title: A  #one #two# three\n",
    ],
)
def test_no_comment_is_lost_wherever_it_stands(comments: str) -> None:
    made = formatted_text(comments)
    for word in ("# one", "# two", "# three", "# four", "# five", "#one #two# three"):
        assert made.count(word) == comments.count(word), made


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b'title: "A\n', ["a.yaml:1:8: E003"]),
        (b"title:\tA\n\tdate: B\n", ["a.yaml:2:1: E003"]),
        (b"title: A\ntitle: B\n", ["a.yaml:2:1: E004"]),
        (b"title: &a A\nplace: *a\n", ["a.yaml:1:8: E005", "a.yaml:2:8: E005"]),
        (b"title: !!str A\n", ["a.yaml:1:8: E005"]),
        (b"<<: {title: A}\n", ["a.yaml:1:1: E005"]),
        (b"title: A\n---\ntitle: B\n", ["a.yaml:2:1: E007"]),
        (b"[" * 100_000, ["a.yaml:1:41: E006"]),
        (b"just words\n", ["a.yaml:1:1: E021"]),
        (b"? [a]\n: b\n", ["a.yaml:1:3: E021"]),
        (b"title: A\x07\n", ["a.yaml:1:9: E009"]),
        (b"title: \xe9\n", ["a.yaml:1:8: E002"]),
        (b"# only a comment\n", ["a.yaml:1:1: E008"]),
        (b"", ["a.yaml:1:1: E008"]),
    ],
)
def test_a_file_with_faults_of_syntax_is_left_alone(data: bytes, expected: list[str]) -> None:
    assert faults(data) == expected


def test_what_is_wrong_with_fields_does_not_matter() -> None:
    assert formatted_text("titel:   A\ndate: never\n") == "date: never\ntitel: A\n"


@pytest.mark.parametrize("depth", [10, 39])
def test_lists_inside_one_another_are_formatted_as_deep_as_they_are_read(depth: int) -> None:
    made = formatted_text(f"zz: {'[' * (depth - 1)}a # one\n{']' * (depth - 1)}\n")
    assert made == f"zz:\n  {'- ' * (depth - 1)}a  # one\n"


def test_the_curated_files_are_in_canonical_form() -> None:
    found = format_files([EVENTS])
    assert (found.changes, found.problems, found.failed) == ({}, (), ())
    assert found.files == len(list(EVENTS.glob("*.yaml"))) > 3
