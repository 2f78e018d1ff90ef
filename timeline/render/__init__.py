"""Timeline -> every file of the output, as bytes.

To add a format: write a module here with a function from Timeline (and Scene, if it draws) to str or bytes,
and give it a line in ``render``.
"""

from __future__ import annotations

import hashlib

from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline


def render(timeline: Timeline) -> dict[str, bytes]:
    """The output files: their names within the output folder (posix) and their bytes."""
    from timeline.render import data, figure, page, plotly_js
    from timeline.render.templates import script_json

    scenes = [lay_out(timeline, width) for width in WIDTHS]
    figures = [{"from": scene.width, **figure.content(timeline, scene)} for scene in scenes]
    chart = f"window.timelineFigures = {script_json({'config': figure.CONFIG, 'figures': figures})};\n"
    assets = {
        f"assets/plotly-{plotly_js.version()}.min.js": plotly_js.source(),
        f"assets/chart-{_digest(chart)}.js": chart,
    }
    texts = {
        **assets,
        "events.csv": data.events_csv(timeline),
        "events.json": data.events_json(timeline),
        "index.html": page.page(timeline, scenes, tuple(assets)),
    }
    return {name: text.encode() for name, text in texts.items()}


def _digest(text: str) -> str:
    """A short name for these very contents, so that a browser's cache is never wrong."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]
