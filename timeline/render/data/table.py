"""Timeline -> one tidy DataFrame, a row per event, for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.model import Timeline
from timeline.render.data.fields import COLUMNS
from timeline.render.data.rows import event_row

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "frame"]


def frame(timeline: Timeline) -> pd.DataFrame:
    """One row per event in time order, with the columns of ``COLUMNS``.

    Days are texts (YYYY-MM-DD), not datetimes: they sort and compare as days, any year from 1 to 9999
    fits, and no midnight is made up; ``pandas.to_datetime(table["start"])`` makes datetimes of them.
    Latitude and longitude are floats, NaN where unknown. ``participants``, ``related`` and ``publishers``
    hold lists of texts, ``sources`` lists of dicts.

    >>> list(frame(Timeline(title="Empty", events=(), tracks=())).columns)[:3]
    ['id', 'title', 'label']
    """
    import pandas as pd

    rows = [event_row(event).model_dump() for event in timeline.events]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    return table.astype({"latitude": float, "longitude": float, "approximate": bool, "key": bool})
