"""The list by day: which days lie within an era."""

from __future__ import annotations

from tests.helpers.make import event, timeline
from timeline.dates import resolve
from timeline.language import Language
from timeline.model import Era
from timeline.render.page.days import by_day
from timeline.render.web.articles import articles


def test_days_within_an_era_name_it_and_the_first_of_them_begins_it() -> None:
    language = Language("en")
    era = Era("Truce", resolve("2025-02-14/2025-02-22").readings[0])
    made = timeline([event(f"e{n}", n) for n in (1, 2, 4, 10, 11)], eras=(era,))
    days = by_day(articles(made, language), language, made.eras)
    within = ["".join(part.text for part in day.parts if part.field == "day") for day in days if day.eras]
    assert within == ["14", "16", "22"]
    assert [day.eras for day in days if day.eras] == [("Truce",)] * 3
    assert [day.begun for day in days if day.eras] == [("Truce",), (), ()]
