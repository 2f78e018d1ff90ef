"""Where sentences end, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.typography.sentences import sentences

#: Texts whose sentences are separated by " | ".
TEXTS = """
Mr. Starmer met Gen. Kellogg. | They left.
He flew to the U.S. on Monday. | He returned.
It was signed in the U.S. | The talks went on.
President George W. Bush met J. D. Vance. | He left.
No. 10 said so. | It was 3.5 percent, as in No. 11. | 12 people left.
He said no. | They left.
On Feb. 12 they spoke. | On 14 Feb. | They spoke again.
They spoke at 9 a.m. Moscow time. | They ended at 11 a.m. | They left.
Apple Inc. of California agreed. | He saw guns, tanks, etc. | The end.
1. They met.
“We agree. We sign.” | They left.
He said: “We agree. We sign,” and left. | She stayed.
"We agree. We sign," he said. | She stayed.
“No!” he said. | “No!” Donald Trump said. | “No!” | They left.
He (the envoy. No other.) left. | She stayed.
An unclosed “quotation. | They left.
He paused… | Then he left. | He … Paused again... and left.
Is it so? | Yes! | Indeed.
They met.[1] | They left. [1, 3] | They met [2]. | They slept [1][2].
Er kam am 17. Februar, z. B. Dr. Merz. | Der Rest blieb im 19. Jahrhundert. | 2025 war alles anders.
Das ist der »große Wurf. Ja«. | Er ging.
M. Macron reçoit M. Le Maire. | Il part.
Она приехала в 2025 г. в Москву. | Он уехал в г. Киев.
Він виступив. | Потім пішов.
اجتمعوا في باريس. | ثم غادروا؟ | نعم.
वे मिले। | वे चले गए।
"""
UNSPACED = """
他们会谈了。|然后离开。|他说：“我们同意。我们签。”然后离开。|真的？|是的。
「停戦する。」と述べた。|その後去った。
वे मिले।|वे चले गए।
"""


@pytest.mark.parametrize(
    "parts",
    [
        *(line.split(" | ") for line in TEXTS.strip().splitlines()),
        *(line.split("|") for line in UNSPACED.strip().splitlines()),
    ],
)
def test_a_text_ends_its_sentences_where_a_reader_does(parts: list[str]) -> None:
    text = ("" if "。" in parts[0] or "।" in parts[0] else " ").join(parts)
    assert [sentence.strip() for sentence in sentences(text)] == parts


PARTS = [
    "They met",
    "the U.S",
    "Mr",
    "3.5",
    "12",
    "。",
    ".",
    "!",
    "…",
    "“",
    "”",
    '"',
    "(",
    ")",
    "[1]",
    "[2, 3]",
    " ",
    " ",
    "Он",
    "हैं।",
    "他们",
    "a",
    "\xa0",
]


@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_the_sentences_are_the_whole_text_and_none_is_empty(parts: list[str]) -> None:
    text = "".join(parts)
    found = sentences(text)
    assert "".join(found) == text
    assert all(found)


@given(st.text(max_size=200))
def test_any_text_has_sentences(text: str) -> None:
    assert "".join(sentences(text)) == text
