"""The same made-up events as a page of each maker, and what tells that such a page stands."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from tests.benchmarks.weigh.events import Made
from timeline.build import build

HERE = Path(__file__).parent
TITLE = "Diplomatic events"
#: The others, as npm has them.
PEERS = {"@knight-lab/timelinejs": "3.9.11", "vis-timeline": "8.5.4"}


class MissingError(Exception):
    """Something that this needs is not on the machine; the message says how to get it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page to weigh."""

    name: str
    #: Within the folder of all pages.
    file: str
    #: CSS that selects its first event.
    first: str
    #: Its own sign that it is ready, in JavaScript; for ours, what a reader does is tried as well.
    ready: str
    is_ours: bool = False


_LOADED = "document.readyState === 'complete'"
_STANDS = "timeline.ready && document.querySelector('.tl-slide .tl-headline')"
_SEEN = "getComputedStyle(document.querySelector('.vis-timeline')).visibility === 'visible'"
#: In the order in which they are weighed.
PAGES = (
    Page("embed.html", "ours/embed.html", "[data-event]", _LOADED, is_ours=True),
    Page("index.html", "ours/index.html", ".chart [data-event]", _LOADED, is_ours=True),
    Page("TimelineJS", "timelinejs/index.html", ".tl-timemarker", _STANDS),
    Page("vis-timeline", "vis/index.html", ".vis-item", _SEEN),
    Page("plotly", "plotly/index.html", ".scatterlayer .point", "window.drawn"),
)
#: Those of the project.
OURS = tuple(page.name for page in PAGES if page.is_ours)


def write_pages(events: Sequence[Made], folder: Path, cache: Path) -> str:
    """Every maker's page of these events in ``folder``; says which of Plotly's bundles ours has."""
    write_peers(events, folder, cache)
    return _ours(events, folder)


def write_peers(events: Sequence[Made], folder: Path, cache: Path) -> None:
    """The other makers' pages of these events in ``folder``."""
    packages = _brought(cache)
    for write in (_timelinejs, _vis, _plotly):
        write(events, folder, packages)


def _brought(cache: Path) -> Path:
    """npm's packages in ``cache``, fetched where they are not there in the versions above."""
    packages = cache / "node_modules"
    wanted = [f"{name}@{pin}" for name, pin in PEERS.items() if _version(packages / name) != pin]
    if not wanted:
        return packages
    npm = shutil.which("npm")
    if npm is None:
        raise MissingError("npm, which brings the other makers' code, is not here: apt-get install npm")
    cache.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(cache), "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run([*command, *wanted], capture_output=True, text=True, check=False)
    if done.returncode:
        raise MissingError(f"npm could not fetch {', '.join(wanted)} and said:\n{done.stderr.strip()}")
    return packages


def _version(package: Path) -> str:
    """That of a package of npm's; empty where it is not there."""
    try:
        return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])
    except OSError:
        return ""


def _ours(events: Sequence[Made], folder: Path) -> str:
    """Both pages of ours, built from event files as anybody's are."""
    written = [
        {"id": one.id, "title": one.title, "date": str(one.day), "track": one.group, "summary": one.text}
        | {"sources": [{"url": one.url, "publisher": one.publisher}]}
        for one in events
    ]
    files = folder / "events"
    files.mkdir()
    (files / "events.yaml").write_text(json.dumps(written, indent=1), encoding="utf-8")  # JSON is YAML too
    heading = {"title": TITLE, "tracks": sorted({one.group for one in events})}
    (files / "_timeline.yaml").write_text(json.dumps(heading), encoding="utf-8")
    return build(files, folder / "ours").plotly


def _timelinejs(events: Sequence[Made], folder: Path, packages: Path) -> None:
    shutil.copytree(packages / "@knight-lab/timelinejs/dist", folder / "timelinejs")
    slides = [
        {
            "unique_id": one.id,
            "start_date": {"year": one.day.year, "month": one.day.month, "day": one.day.day},
            "text": {"headline": one.title, "text": f"<p>{one.text} {one.link}</p>"},
            "group": one.group,
        }
        for one in events
    ]
    _fill("timelinejs", folder, {"title": {"text": {"headline": TITLE}}, "events": slides})


def _vis(events: Sequence[Made], folder: Path, packages: Path) -> None:
    (folder / "vis").mkdir()
    package = packages / "vis-timeline"
    shutil.copy(package / "standalone/umd/vis-timeline-graph2d.min.js", folder / "vis/vis.js")
    shutil.copy(package / "styles/vis-timeline-graph2d.min.css", folder / "vis/vis.css")
    items = [
        {"id": one.id, "start": str(one.day), "group": one.group, "title": one.text}
        | {"content": f'<a href="{one.url}">{one.title}</a>'}
        for one in events
    ]
    groups = [{"id": name, "content": name} for name in sorted({one.group for one in events})]
    _fill("vis", folder, {"items": items, "groups": groups})


def _fill(name: str, folder: Path, data: object) -> None:
    page = Template((HERE / f"{name}.html").read_text(encoding="utf-8"))
    told = json.dumps(data, separators=(",", ":")).replace("</", "<\\/")
    (folder / name / "index.html").write_text(page.substitute(title=TITLE, data=told), encoding="utf-8")


def _plotly(events: Sequence[Made], folder: Path, _: Path) -> None:
    """What ``to_html`` makes with nothing set: one file with the full bundle in it."""
    from plotly import graph_objects

    links = [f'<a href="{one.url}">{one.title}</a>' for one in events]
    figure = graph_objects.Figure(
        graph_objects.Scatter(
            x=[one.day for one in events],
            y=[one.group for one in events],
            text=links,
            customdata=[(one.text, one.publisher) for one in events],
            mode="markers+text",
            textposition="top center",
            hovertemplate="%{text}<br>%{customdata[0]}<br>%{customdata[1]}<extra></extra>",
        ),
        layout={"title": TITLE, "height": 600},
    )
    (folder / "plotly").mkdir()
    whole = figure.to_html(post_script="window.drawn = true")
    (folder / "plotly/index.html").write_text(whole, encoding="utf-8")
