"""What a slide says of an event, whatever the slide format."""

from __future__ import annotations

import pytest

from tests.helpers.make import event, timeline
from timeline.dates import resolve
from timeline.language import Language
from timeline.model.theme import Theme
from timeline.render.slides.compose import deck
from timeline.render.slides.event_slide import event_slide
from timeline.render.slides.marp import marp
from timeline.render.slides.pptx import default_template

NOT_EXACT = "The exact date is not known."


@pytest.mark.parametrize(
    ("words", "is_vague"),
    [
        ("2025-02-17", False),
        ("2025-02-17/2025-02-18", False),
        ("2025-02", False),
        ("2025/..", False),
        ("5th century BC", False),
        ("2014~", True),
        ("2025-02-17?", True),
        ("late February 2025", True),
        ("2025-02-17/2025-04~", True),
    ],
)
def test_a_date_is_called_vague_unless_it_is_a_day_or_a_period_with_a_name(
    words: str, is_vague: bool
) -> None:
    (when,) = resolve(words).readings
    assert event_slide(event("talks", when), Language("en")).date_note == (NOT_EXACT if is_vague else "")


def test_both_slide_formats_say_that_a_date_is_vague() -> None:
    (when,) = resolve("2025-02~/2025-04").readings
    made = timeline([event("talks", when), event("later", 90)])
    slides = deck(made, default_template(Theme()).geometry).slides
    (talks,) = [slide for slide in slides if slide.name == "event talks"]
    assert talks.body
    assert talks.body.paragraphs[1].text == NOT_EXACT
    assert f"\n\n{NOT_EXACT}\n\n" in marp(made)
