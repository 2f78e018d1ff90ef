"""The text beside the highest column of the skyline stands where no other column is in its way."""

from __future__ import annotations

import re

from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.render.page.skyline import skyline


def peak(*days: int) -> list[tuple[str, str]]:
    """On which side of the column its text stands, and the text."""
    made = timeline(event(f"e{number}", day) for number, day in enumerate(days))
    drawn = str(skyline(made, lay_out(made, 568), {}))
    found = re.findall(r'<text class="?peak[^>]*?x="(-?8)"[^>]*>([^<]*)<', drawn)
    return [("before" if x == "-8" else "after", text.replace("\xa0", " ")) for x, text in found]


def test_it_stands_after_the_column_or_else_before_it() -> None:
    assert peak(*[2] * 9, 20, 28) == [("after", "9 events · 14 Feb")]
    assert peak(*[27] * 9, 2, 9) == [("before", "9 events · 11 Mar")]


def test_it_is_left_out_where_columns_as_high_are_on_both_sides() -> None:
    assert peak(8, *[11] * 9, *[16] * 9, 20, *[14] * 10) == []
    assert peak(8, *[11] * 9, *[16] * 3, 20, *[14] * 10) == [("after", "10 events · 26 Feb")]
