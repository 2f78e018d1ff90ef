"""The list by day: which days lie within an era."""

from __future__ import annotations

from timeline.language import Language
from timeline.layout import lay_out
from timeline.model import Timeline
from timeline.render.page.days import by_day
from timeline.render.web.articles import articles


def test_days_within_an_era_name_it_and_the_first_of_them_begins_it(curated: Timeline) -> None:
    language = Language("en")
    days = by_day(articles(curated, lay_out(curated, 640), language), language, curated.eras)
    paused = "US military aid paused"
    within = ["".join(part.text for part in day.parts if part.field == "day") for day in days if day.eras]
    assert within == ["3", "11"]
    assert [day.eras for day in days if day.eras] == [(paused,), (paused,)]
    assert [day.begun for day in days if day.eras] == [(paused,), ()]
