"""Timeline -> every file of the output, as bytes; for exports see `timeline.render.exports`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.web.content_names import ASSETS, content_name
from timeline.render.web.fonts import font_assets

__all__ = ["ASSETS", "index_page", "omissions", "png_files", "render"]


def render(  # noqa: PLR0913 -- what differs between builds
    timeline: Timeline,
    scenes: Sequence[Scene],
    *,
    is_standalone: bool = False,
    is_external: bool = False,
    has_png: bool = False,
    above: str = "",
) -> dict[str, bytes]:
    """The output files: their paths within the output folder (POSIX) and their contents.

    ``scenes`` are those of the timeline, from narrow to wide. ``is_standalone`` adds a page that needs no
    other file. With ``is_external`` no page has an inline script or style. ``has_png`` says whether
    ``png_files`` are made too, to which the pages link. Code that other timelines have too lies ``above``
    the output folder if that is a path, such as "../".
    """
    from timeline.render import data, embed, page
    from timeline.render.chart import plotly_js
    from timeline.render.chart.figure_scripts import ChartFiles, crowd_names, figure_scripts
    from timeline.render.data import feeds, icalendar
    from timeline.render.embed import codes, oembed, scripts
    from timeline.render.embed.chart_scene import chart_scene
    from timeline.render.embed.data import part_data
    from timeline.render.page import scripts as page_scripts
    from timeline.render.pictures import svg
    from timeline.render.references import page as citations
    from timeline.render.web.templates import asset

    assets: dict[str, str] = {}

    def added(name: str, text: str, folder: str = "") -> str:
        assets[path := folder + content_name(name, text)] = text
        return path

    long = page.long_list_if_needed(timeline, scenes)
    assets |= long.files if long else {}
    bundle = plotly_js.bundle()
    plotly = added(bundle.name, bundle.source(), above)
    added(bundle.name.replace(".min.js", "-LICENSE.txt"), bundle.licence(), above)
    figures = figure_scripts(timeline, scenes)
    addresses = {width: added(f"figure-{width}.js", text) for width, text in figures.by_width.items()}
    crowd = [added(name, text) for name, text in crowd_names(figures)]
    chart = ChartFiles([plotly], addresses, figures.digest)
    moving = page_scripts.controls_script(is_long=bool(long), is_crowd=bool(crowd))
    steering = added("chart.js", moving, above)
    controls = added("controls.js", scripts.controls_script(Language(timeline.language)), above)
    cards = embed.long_embed(timeline, scenes, long.articles, long.addresses) if long else None
    assets |= cards.files if cards else {}
    scene = None if long else chart_scene(scenes)
    framed = ChartFiles()
    if scene:
        framed = ChartFiles([plotly, controls], {scene.width: addresses[scene.width]}, figures.digest)
    part = "" if long else added("part.js", scripts.part_script(part_data(timeline, scenes[0])))
    element = added("timeline-embed.js", scripts.element_script())
    copying = added("citations.js", asset("references/js/citations.js"), above)
    texts = {
        "citations.html": citations.citations(timeline, copying),
        "events.csv": data.events_csv(timeline),
        "events.json": data.events_json(timeline),
        "feed.ics": icalendar.feed(timeline),
        "timeline.svg": svg.still(timeline, scenes[-1]),
        "embed.html": embed.embed(timeline, scenes, scene, framed, part, long=cards),
        "embed-codes.html": codes.codes_page(timeline, scenes, element, has_png=has_png),
        "embed-codes.txt": codes.codes_text(timeline, scenes, element, has_png=has_png),
        "index.html": page.page(
            timeline, scenes, replace(chart, scripts=[plotly, steering, *crowd]), long, has_png=has_png
        ),
    }
    if timeline.base_url:
        texts["oembed.json"] = oembed.oembed(timeline, scenes, has_png=has_png)
        if timeline.has_news:
            texts |= {feeds.ATOM: feeds.atom(timeline), feeds.JSON_FEED: feeds.json_feed(timeline)}
    if is_standalone:
        licensed = f"/*\n{bundle.licence()}*/\n{bundle.source()}"
        single = page.standalone(timeline, scenes, licensed, figures, texts, has_png=has_png)
        texts["standalone.html"] = single
    if is_external:
        texts = _external(texts)
    files = {name: text.encode() for name, text in (assets | texts).items()}
    return font_assets(timeline.theme.files) | files


def index_page(timeline: Timeline, scenes: Sequence[Scene]) -> dict[str, bytes]:
    """``index.html`` and the scripts that it loads: of all files of ``render`` those that a preview shows.

    With all the scenes they are the same bytes; with fewer, the chart fits fewer widths of the window.
    """
    from timeline.render import page
    from timeline.render.chart import plotly_js
    from timeline.render.chart.figure_scripts import ChartFiles, crowd_names, figure_scripts
    from timeline.render.page import scripts

    long = page.long_list_if_needed(timeline, scenes)
    bundle = plotly_js.bundle()
    figures = figure_scripts(timeline, scenes)
    crowd = dict(crowd_names(figures))
    steering = scripts.controls_script(is_long=bool(long), is_crowd=bool(crowd))
    texts = {bundle.name: bundle.source(), "chart.js": steering, **crowd}
    texts |= {f"figure-{width}.js": text for width, text in figures.by_width.items()}
    names = {name: content_name(name, text) for name, text in texts.items()}
    addresses = {width: names[f"figure-{width}.js"] for width in figures.by_width}
    loaded = [names[name] for name in (bundle.name, "chart.js", *crowd)]
    chart = ChartFiles(loaded, addresses, figures.digest)
    files = {names[name]: text for name, text in texts.items()}
    files |= long.files if long else {}
    files["index.html"] = page.page(timeline, scenes, chart, long)
    return font_assets(timeline.theme.files) | {name: text.encode() for name, text in files.items()}


def _external(texts: Mapping[str, str]) -> dict[str, str]:
    """The files with pages for servers with a strict policy, and before them their scripts and styles."""
    from timeline.render.web.external import external, with_strict_policy

    single = {name: with_strict_policy(text) for name, text in texts.items() if name == "standalone.html"}
    pages = {name: text for name, text in texts.items() if name.endswith(".html") and name not in single}
    made = external(pages)
    assets = {name: text for name, text in made.items() if name not in pages}
    return assets | {name: {**made, **single}.get(name, text) for name, text in texts.items()}


def png_files(timeline: Timeline, scene: Scene) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The still picture at twice its size and the link preview, as PNG files; and missing glyphs: the
    characters that no font on this machine has. ``scene`` is the widest one.
    """
    from timeline.render.pictures import png, svg
    from timeline.render.pictures.preview import preview

    still, missing = png.png(svg.still(timeline, scene), zoom=2)
    card, also_missing = png.png(svg.card(timeline, preview(timeline, scene)))
    return {"social.png": card, "timeline.png": still}, tuple(sorted({*missing, *also_missing}))


def omissions(timeline: Timeline, scene: Scene, *, has_png: bool) -> tuple[str, ...]:
    """What is not made because a setting or a package is missing, or the chart too large, one line each.

    ``scene`` is the widest one.
    """
    from timeline.render.pictures import png

    lines = []
    if not timeline.base_url:
        line = "No base_url in _timeline.yaml: no canonical address, no link preview, no oEmbed"
        lines.append(f"{line}, no feed" if timeline.has_news else line)
    if not has_png and png.can_draw():
        size = f"{scene.width:,} × {round(scene.height):,} px"
        lines.append(f"The chart is too large for a PNG ({size}): no timeline.png and no social.png")
    elif not has_png:
        lines.append(f"No resvg-py: no timeline.png and no social.png; to have them: {png.INSTALL_COMMAND}")
    return tuple(lines)
