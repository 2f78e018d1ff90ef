"""Timeline -> every file of the output, as bytes.

To add a format: write a module here with a function from Timeline (and Scene, if it draws) to str or bytes,
and give it a line in ``render``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from timeline.model import Timeline
from timeline.scene import Scene


def render(timeline: Timeline, scenes: Sequence[Scene]) -> dict[str, bytes]:
    """The output files: their names within the output folder (posix) and their bytes.

    ``scenes`` are those of the timeline, from narrow to wide.
    """
    from timeline.render import data, feed, figure, page, plotly_js
    from timeline.render.templates import script_json

    figures = [{"from": scene.width, **figure.content(timeline, scene)} for scene in scenes]
    chart = f"window.timelineFigures = {script_json({'config': figure.CONFIG, 'figures': figures})};\n"
    bundle = plotly_js.bundle()
    plotly = f"assets/{bundle.name}"
    texts = {
        plotly: bundle.source(),
        "assets/chart.js": chart,
        "events.csv": data.events_csv(timeline),
        "events.json": data.events_json(timeline),
        "feed.ics": feed.feed(timeline),
        "index.html": page.page(timeline, scenes, (plotly, f"assets/chart.js?v={_digest(chart)}")),
    }
    return {name: text.encode() for name, text in texts.items()}


def left_out(timeline: Timeline) -> tuple[str, ...]:
    """What the files do without for want of a setting, each in a line that tells which.

    >>> left_out(Timeline(title="Here", events=(), tracks=(), base_url="https://example.org/here/"))
    ()
    """
    if timeline.base_url:
        return ()
    return ("No base_url in _timeline.yaml: the page has no canonical address and no link preview",)


def _digest(text: str) -> str:
    """A short name for these very contents: asked for by it, a file is never an old one from a cache."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]
