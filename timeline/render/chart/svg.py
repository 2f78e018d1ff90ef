"""Scenes -> SVG: the chart of a page, which fits any width, and the marks of a single scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.language import Language
from timeline.language.events import accessible_name, axis_note
from timeline.model import Event, Timeline
from timeline.model.scene import BLUR, MARGIN, NOTE_SIZE, Node, Scene, label_gap
from timeline.render.chart.columns import columns
from timeline.render.web.marker import faded_mark, mark
from timeline.render.web.templates import Markup, fill
from timeline.typography import measured_in, text_width

#: Shares are drawn to a hundredth of a percent.
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class LabelVariant:
    """Mark, label and bar of an event as they are in some of the scenes (by number).

    ``node`` is that of the first of these scenes. A bar or band is drawn from share ``start`` to ``end``,
    which are at most a little outside the plot. ``text`` is "" for no label. Label and note begin at share
    ``at`` and take ``reach`` px from there, the first ``gap`` of them empty. ``day_end`` is where the day
    of the mark ends, if that is drawn.
    """

    node: Node
    start: float
    end: float
    day_end: float | None
    text: str
    note: str
    at: float
    side: int
    gap: float
    reach: float
    bar_y: float
    scenes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for one event: a mark that is the same in all scenes, at a height of its own in each.

    ``blurred`` is the mark as a faded dot. It is drawn in the ``scenes`` (by number) in which it is not
    gathered.
    """

    event: Event
    node: Node
    drawn: Markup
    blurred: Markup
    heights: tuple[float, ...]
    variants: tuple[LabelVariant, ...]
    accessible_name: str
    scenes: tuple[int, ...] = (0,)

    @property
    def is_in_view(self) -> bool:
        """Whether any of it is in the part of the time that is drawn."""
        return self.node.end >= 0 and self.node.start <= 1

    @property
    def is_labelled(self) -> bool:
        """Whether its label is shown in all scenes."""
        return all(variant.text for variant in self.variants)


def chart(timeline: Timeline, scenes: Sequence[Scene], *, is_terse: bool = False) -> Markup:
    """The page's chart: one SVG whose marks take their places from the scene that fits its container.

    ``scenes`` are sorted from narrow to wide. Each event is one link at every width. The page's style must
    hold ``container_queries``. With ``is_terse`` the page decides how links open, and a link's only name is
    its label.
    """
    return fill(
        "chart/chart.svg",
        scenes=scenes,
        marks=_marks(timeline, scenes),
        clusters=columns(timeline, scenes),
        row=scenes[0].row_height,
        is_terse=is_terse,
        has_faded=any(node.mark_kind in {"soft", "blur"} for scene in scenes for node in scene.marked)
        or any(scene.clusters for scene in scenes),
    )


def container_queries(scenes: Sequence[Scene]) -> Markup:
    """The CSS that selects the scene that fits: each from its own width up to that of the next."""
    ends = [*(scene.width - 0.02 for scene in scenes[1:]), None]
    return fill("chart/widths.css", scenes=list(zip(scenes, ends, strict=True)))


def has_rare_marks(scene: Scene) -> bool:
    """Whether the drawing needs the rules of ``rare_marks.css``."""
    is_part = scene.whole != (0.0, 1.0)
    covers_days = scene.days_from <= 1 and any(node.day_end is not None for node in scene.marked)
    return (
        is_part
        or covers_days
        or scene.shows_hours
        or any(node.mark_kind == "blur" for node in scene.marked)
    )


def edges(timeline: Timeline, scenes: Sequence[Scene]) -> Markup:
    """The line below the chart: how many events are out of view, and whose clock the axis shows.

    Only what applies is there; the page's script changes it when the reader moves the chart.
    """
    language = Language(timeline.language)
    return fill(
        "chart/edges.html",
        language,
        counts=scenes[-1].beyond,
        clock=axis_note(timeline, language) if any(scene.shows_hours for scene in scenes) else "",
    )


def edge_counts(scene: Scene, language: Language) -> tuple[str, str]:
    """How many events are earlier and later than what a drawing shows, each with an arrow; "" for none."""
    earlier, later = scene.beyond
    before, after = ("→", "←") if scene.is_mirrored else ("←", "→")
    return (
        f"{before} {language.gettext('{n} earlier').replace('{n}', str(earlier))}" if earlier else "",
        f"{language.gettext('{n} later').replace('{n}', str(later))} {after}" if later else "",
    )


def marks(timeline: Timeline, scene: Scene) -> Sequence[Mark]:
    """The marks of a single scene."""
    return _marks(timeline, [scene])


def _marks(timeline: Timeline, scenes: Sequence[Scene]) -> list[Mark]:
    events = {event.id: event for event in timeline.events}
    language = Language(timeline.language)
    with measured_in(timeline.theme.label_widths):
        return [
            _mark(events[nodes[0].event], nodes, scenes, language)
            for nodes in zip(*(scene.nodes for scene in scenes), strict=True)
            if not all(node.gathered for node in nodes)
        ]


def _mark(event: Event, nodes: tuple[Node, ...], scenes: Sequence[Scene], language: Language) -> Mark:
    alike: dict[LabelVariant, list[int]] = {}
    for number, (node, scene) in enumerate(zip(nodes, scenes, strict=True)):
        if not node.gathered:
            alike.setdefault(_variant(node, scene), []).append(number)
    return Mark(
        event,
        nodes[0],
        mark(nodes[0].shape, nodes[0].size, is_held=event.is_held),
        faded_mark(nodes[0].shape, nodes[0].size * BLUR, is_held=event.is_held),
        tuple(node.y for node in nodes),
        tuple(replace(variant, scenes=tuple(numbers)) for variant, numbers in alike.items()),
        accessible_name(event, language),
        tuple(number for number, node in enumerate(nodes) if not node.gathered),
    )


def _variant(node: Node, scene: Scene) -> LabelVariant:
    """The drawing of a node in a scene, equal for scenes in which it is drawn alike."""
    gap = label_gap(node.size, key=node.key)
    bleed = MARGIN / scene.plot_width
    left, right = -bleed if node.start < 0 else 0.0, 1 + bleed if node.end > 1 else 1.0
    text = node.label if node.zoom <= 1 and 0 <= node.label_at <= 1 else ""
    at, x = round(node.label_at, _DIGITS), round(node.x, _DIGITS)
    return LabelVariant(
        node=replace(node, x=x, y=0.0, zoom=0.0, label="", note="", band_from=0.0, start=0.0, end=0.0),
        start=round(min(max(node.start, left), right), _DIGITS),
        end=round(min(max(node.end, left), right), _DIGITS),
        day_end=node.day_end if scene.days_from <= 1 else None,
        text=text,
        note=node.note if text else "",
        at=at,
        side=node.side,
        gap=gap,
        reach=gap + max(node.width, text_width(node.note, NOTE_SIZE)),
        bar_y=node.bar_y - node.y,
        scenes=(),
    )
