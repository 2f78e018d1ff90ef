"""The timeline in a notebook: shown as a table, as a figure or as a picture."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

from timeline import model

if TYPE_CHECKING:
    import pandas as pd
    from plotly.graph_objects import Figure

#: Default width of a drawing in CSS pixels: that of a wide notebook cell.
_WIDTH = 1120


class Timeline(model.Timeline):
    """A ``timeline.model.Timeline`` that can be shown in three ways."""

    __slots__ = ()

    def to_frame(self) -> pd.DataFrame:
        """One tidy row per event in time order, with the columns of ``timeline.render.data.table.COLUMNS``.

        >>> Timeline(title="Empty", events=(), tracks=()).to_frame().empty
        True
        """
        from timeline.render.data.table import frame

        return frame(self)

    def figure(self, width: int = _WIDTH) -> Figure:
        """The interactive chart, ``width`` CSS pixels wide, as a Plotly figure to show or change."""
        from timeline.layout import lay_out
        from timeline.render.chart.figure import figure

        return figure(self, lay_out(self, width))

    def __repr__(self) -> str:
        """Its title and counts, on one line.

        >>> Timeline(title="Empty", events=(), tracks=())
        <Timeline 'Empty': 0 events, 0 sources>
        """
        from timeline.language.events import count_of

        counts = f"{count_of(len(self.events), 'event')}, {count_of(self.documents, 'source')}"
        return f"<Timeline {self.title!r}: {counts}>"

    def _repr_html_(self) -> str:
        """The chart as the page shows it before any script runs, for Jupyter."""
        from timeline.layout import lay_out
        from timeline.render.pictures.svg import still

        return still(self, lay_out(self, _WIDTH))


def load(events: str | os.PathLike[str]) -> Timeline:
    """The timeline in a folder of event files, or in one file.

    Raises ``timeline.TimelineError``, which carries and prints every fault of every file.

    >>> import tempfile
    >>> event = '''
    ... title: European leaders meet in Paris
    ... date: February 2025
    ... track: Europe
    ... sources: [{url: "https://www.example.org/story", publisher: Example News}]
    ... '''
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "2025-02-paris.yaml").write_text(event, encoding="utf-8")
    ...     load(folder).to_frame()[["id", "edtf", "start", "end"]].iloc[0].tolist()
    ['paris', '2025-02', '2025-02-01', '2025-02-28']
    """
    from timeline import build

    timeline = build.load(Path(events))
    return Timeline(**{field.name: getattr(timeline, field.name) for field in fields(timeline)})
