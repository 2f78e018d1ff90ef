"""The skyline of the page: overview, legend and a way through the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.language import Language
from timeline.language.periods import period_in_brief, period_in_view, period_in_words
from timeline.model import Timeline
from timeline.model.scene import TICK_SIZE, Scene
from timeline.model.scene.axis_marks import EraSpan, Tick
from timeline.model.scene.skyline import GAP, NARROWEST, SQUARE, Column, Skyline, Square
from timeline.render.web.numbers import runs as run_text
from timeline.render.web.templates import Markup, fill
from timeline.typography import measured_in, text_width

#: Px above the highest column, for the text beside it; and the least height, for the names of eras.
_HEADROOM, _LEAST = 14.0, 52.0
#: Where the corner begins that may hold a line of text, as a share of the whole; and px of such a line.
_CORNER, _LINE = 0.6, 28.0
#: Px from the middle of the highest column to the text beside it.
_ASIDE = 8.0
#: Px below the ground, for the dates; and px of the whole that stay while a phone scrolls the list.
_DATES, _STAYS = 20.0, 46.0


@dataclass(frozen=True, slots=True)
class _Square:
    lane: int
    y: float
    is_faded: bool
    event: str


@dataclass(frozen=True, slots=True)
class _Column:
    x: float
    events: tuple[str, ...]
    period: str
    brief: str
    squares: tuple[_Square, ...]
    runs: str = ""


@dataclass(frozen=True, slots=True)
class _Peak:
    """``dx`` is from the middle of the column to the text (px)."""

    x: float
    dx: float
    y: float
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What the template draws; ``x`` are shares of the drawing, ``y`` px from its top."""

    ground: float
    per_square: int
    columns: tuple[_Column, ...]
    ticks: tuple[Tick, ...]
    eras: tuple[EraSpan, ...]
    peak: _Peak | None


def skyline(timeline: Timeline, scene: Scene, pages: Mapping[str, str]) -> Markup:
    """The skyline as markup, empty where the timeline has none. Its style holds `widths`.

    ``pages`` are the pages of events (by their ids) where the list is too long for one; there a column has
    only the numbers of its events.
    """
    if scene.skyline is None:
        return Markup()
    language = Language(timeline.language)
    with measured_in(timeline.theme.label_widths):
        drawing = _drawing(scene.skyline, scene.whole, language)
    if pages:
        numbers = {event.id: number for number, event in enumerate(timeline.events)}
        columns = [
            replace(column, runs=run_text(numbers[event] for event in column.events))
            for column in drawing.columns
        ]
        drawing = replace(drawing, columns=tuple(columns))
    return fill(
        "page/skyline.html",
        language,
        skyline=drawing,
        pages=pages,
        lanes=scene.lanes,
        number=len(timeline.events),
        main=main if (main := sum(event.key for event in timeline.events)) < len(timeline.events) else 0,
    )


def has_free_corner(scene: Scene) -> bool:
    """Whether its last two fifths are low enough for a line of text above them."""
    if scene.skyline is None:
        return False
    ends = [1 - column.x if scene.is_mirrored else column.x for column in scene.skyline.columns]
    late = [
        len(column.squares) for column, at in zip(scene.skyline.columns, ends, strict=True) if at > _CORNER
    ]
    return max(late, default=0) * (SQUARE + GAP) <= _ground(scene.skyline) - _LINE


def widths(scenes: Sequence[Scene]) -> Markup:
    """The CSS of its heights, and that puts each column above its marks: from each scene's width on."""
    if scenes[0].skyline is None:
        return Markup()
    first, last = (scenes[0].instant(share) for share in scenes[0].whole)
    rows = []
    for scene in scenes:
        begin, end = (scene.instant(share) for share in scene.whole)
        ends = ((each - begin) / (end - begin) for each in (first, last))
        rows.append((scene, *ends))
    ground = _ground(scenes[0].skyline)
    return fill("page/skyline_widths.css", rows=rows, ground=ground, hidden=ground + _DATES - _STAYS)


def _ground(skyline: Skyline) -> float:
    return max(_LEAST, skyline.height + _HEADROOM)


def _drawing(skyline: Skyline, whole: tuple[float, float], language: Language) -> _Drawing:
    ground = _ground(skyline)

    def at(share: float) -> float:
        return (share - whole[0]) / (whole[1] - whole[0])

    return _Drawing(
        ground=ground,
        per_square=skyline.per_square,
        columns=tuple(
            _column(column, at(column.x), ground, skyline, language) for column in skyline.columns
        ),
        ticks=tuple(replace(tick, x=at(tick.x)) for tick in skyline.brief_ticks),
        eras=tuple(
            replace(era, start=at(era.start), end=at(era.end), name_at=at(era.name_at))
            for era in skyline.eras
        ),
        peak=_peak(skyline, at, ground, language),
    )


def _column(column: Column, x: float, ground: float, skyline: Skyline, language: Language) -> _Column:
    period = (column.first, column.last, skyline.unit, skyline.every, language)
    return _Column(
        x=x,
        events=column.events,
        period=period_in_words(*period),
        brief=period_in_view(*period),
        squares=tuple(
            _Square(square.lane, ground - (number + 1) * (SQUARE + GAP), square.is_faded, _alone(square))
            for number, square in enumerate(column.squares)
        ),
    )


def _alone(square: Square) -> str:
    """The one event of a square, "" if it stands for several."""
    return square.events[0] if len(square.events) == 1 else ""


def _peak(
    skyline: Skyline, at: Callable[[float], float], ground: float, language: Language
) -> _Peak | None:
    """How many events the highest column holds: beside its top or, where columns stand there, above it.

    ``at`` is where a share of the plot is in the drawing. None if several columns are the highest.
    """
    column = skyline.peak
    if column is None:
        return None
    count = language.ngettext("%(num)s event", "%(num)s events", len(column.events))
    period = period_in_brief(column.first, column.last, skyline.unit, skyline.every, language)
    text = f"{count} · {period}"
    width, x = text_width(text, TICK_SIZE), at(column.x)
    side = 1 if x * NARROWEST + width < NARROWEST else -1
    is_crowded = any(
        0 < (at(other.x) - x) * side * NARROWEST < width + 2 * _ASIDE
        and (len(column.squares) - len(other.squares)) * (SQUARE + GAP) < TICK_SIZE
        for other in skyline.columns
    )
    dx, dy = (-SQUARE / 2, -3.0) if is_crowded else (_ASIDE, 9.0)
    y = ground - len(column.squares) * (SQUARE + GAP) + dy
    return _Peak(x, side * dx, y, text, "start" if side > 0 else "end")
