"""The Plotly figure: texts are plain text, marks have their event's id, and nothing is sent to Plotly."""

from __future__ import annotations

import json
import re

from tests.helpers.make import day, event, timeline
from timeline.layout import lay_out
from timeline.model import Moment, Precision, Source, When
from timeline.render.chart.figure import content, figure
from timeline.render.chart.svg import chart, edges


def test_a_title_cannot_bring_its_own_link_or_markup() -> None:
    hostile = '<a href="https://evil.example">Click</a><br>%{x} <b>&lt;'
    events = timeline([event("a", 0, label=hostile, title=hostile), event("b", 9)])
    marks = next(t for t in content(events, lay_out(events, 1120))["data"] if t["meta"]["role"] == "marks")
    assert marks["text"][0] == (
        '\u00a0<a href="#a" target="_blank">'
        '&lt;a href="https://evil.example"&gt;Click&lt;/a&gt;&lt;br&gt;%&#123;x} &lt;b&gt;&amp;lt;</a>'
    )
    assert "<a" not in marks["hovertext"][0]
    assert marks["hovertemplate"] == "%{hovertext}<extra></extra>"


def test_in_a_notebook_a_label_leads_to_its_source() -> None:
    address = "https://example.org/?a=1&b='2'"
    events = timeline([event("a", 0, sources=(Source(address, "Example"),)), event("b", 9)])
    marks = next(t for t in figure(events, lay_out(events, 1120)).data if t.meta["role"] == "marks")
    assert 'href="https://example.org/?a=1&amp;b=&#x27;2&#x27;"' in marks.text[0]


def test_each_mark_carries_the_id_of_its_event() -> None:
    events = timeline([event("a", 0), event("b", 3, track="Ukraine"), event("c", 9)])
    data = content(events, lay_out(events, 1120))["data"]
    assert [t["customdata"] for t in data if t["meta"]["role"] == "marks"] == [["a", "c"], ["b"]]


def test_a_label_of_a_span_stands_at_its_end_and_of_a_soft_date_beside_its_band() -> None:
    month = When(Moment(day(10).first, day(37).first, Precision.PART))
    events = timeline([event("span", When(day(0).start, day(5).start)), event("soft", month)])
    data = content(events, lay_out(events, 1120))["data"]
    beside = next(t for t in data if t["meta"]["role"] == "labels")
    assert beside["x"][0] == "2025-02-17 00:00:00"
    assert [t["meta"]["role"] for t in data if t["meta"]["role"] in {"bar", "soft"}] == ["bar", "soft"]


def test_a_band_narrower_than_a_mark_is_a_faded_dot_until_the_chart_is_zoomed_in() -> None:
    week = When(Moment(day(100).first, day(106).first, Precision.PART))
    events = timeline([event("a", 0), event("b", week), event("c", 4000)])
    data = content(events, lay_out(events, 1120))["data"]
    marks = next(t for t in data if t["meta"]["role"] == "marks")
    band = next(t for t in data if t["meta"]["role"] == "soft")
    assert (marks["meta"]["blur"], marks["marker"]["opacity"]) == ([False, True, False], [1, 1, 1])
    assert (band["opacity"], band["meta"]["opacity"]) == (0, 0.6)
    assert band["x"][:2] == ["2025-05-23 00:00:00", "2025-05-29 00:00:00"]
    assert marks["meta"]["bands"] == [None, band["meta"]["from"], None]


def test_a_view_is_the_range_and_the_rest_is_beyond_it() -> None:
    events = timeline([event("a", 0), event("b", 100)], view=When(day(95).start, day(104).start))
    layout = content(events, lay_out(events, 1120))["layout"]
    assert (layout["meta"]["first"], layout["meta"]["last"]) == (
        "2025-05-18 00:00:00",
        "2025-05-28 00:00:00",
    )
    assert layout["meta"]["beyond"] == ["{n} earlier", "{n} later"]
    assert layout["meta"]["events"] == [[-9.5, -9.5], [0.5, 0.5]]
    assert "1 earlier" in edges(events, [lay_out(events, 1120)])


def test_a_faded_band_beyond_the_view_is_drawn_without_a_width() -> None:
    weeks = [When(Moment(day(n).first, day(n + 30).first, Precision.PART)) for n in (0, 200, 110)]
    events = timeline(
        [event(f"e{n}", when) for n, when in enumerate(weeks)], view=When(day(100).start, day(149).start)
    )
    bands = re.findall('class="soft" x="[^"]+" width="([^"]+)%"', chart(events, [lay_out(events, 960)]))
    before, within, after = map(float, bands)
    assert (before, after) == (0, 0)
    assert 50 < within < 60


def test_the_figure_of_a_notebook_has_no_axes_no_legend_and_a_transparent_ground() -> None:
    events = timeline([event("a", 0), event("b", 9)])
    layout = figure(events, lay_out(events, 800)).layout
    assert (layout.width, layout.showlegend, layout.xaxis.visible, layout.yaxis.visible) == (
        800,
        False,
        False,
        False,
    )
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"


def test_the_figure_is_plain_json() -> None:
    events = timeline([event("a", 0), event("b", 9)])
    found = content(events, lay_out(events, 800))
    assert json.loads(json.dumps(found, allow_nan=False)) == found
