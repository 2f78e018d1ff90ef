"""What the page's script needs to lay out many events anew: where they are, and their labels."""

from __future__ import annotations

import json
from collections.abc import Sequence
from math import ceil

from timeline.language import Language
from timeline.model import Event, Shape, Timeline
from timeline.model.scene import FONT_SIZE, KEY_FONT_SIZE, Scene
from timeline.model.seconds import first_of
from timeline.model.sources.origins import origins
from timeline.typography import measured_in, text_width

#: How many labels there are in a file.
LABELS_PER_FILE = 2000
_SHAPES = tuple(Shape)
#: Numbers whose grammatical numbers are all that there are.
_SAMPLES = (*range(102), 1_000_000)


def crowd_scripts(timeline: Timeline, scenes: Sequence[Scene]) -> list[str]:
    """The script of the events, and those of their labels; none if no scene has clusters.

    They set the globals ``timelineCrowd`` and, by the number of the file, ``timelineLabels``: of each event
    the label or, where it has another title, both.
    """
    if not any(scene.clusters for scene in scenes):
        return []
    with measured_in(timeline.theme.label_widths):
        data = crowd(timeline, scenes[-1])
    labels = [
        event.label if event.title == event.label else [event.label, event.title]
        for event in timeline.events
    ]
    starts = range(0, len(labels), LABELS_PER_FILE)
    return [
        f"window.timelineCrowd={_json(data)};\n",
        *(
            f"(window.timelineLabels??={{}})[{number}]={_json(labels[start : start + LABELS_PER_FILE])};\n"
            for number, start in enumerate(starts)
        ),
    ]


def crowd(timeline: Timeline, scene: Scene) -> dict[str, object]:
    """The events in the order of the timeline, each value in a list of its own.

    ``starts`` are minutes, each counted from the start before it, the first from ``zero`` (in seconds since
    1970); ``lengths`` are minutes. ``looks`` are sums of the number of the shape, 4 for a main event, 8 for
    one that was not held, 16 for a bar and 32 for a band. ``sources`` are the numbers of independent
    origins, ``widths`` are those of labels in px, ``titles`` those of titles that are longer, else 0.
    """
    language = Language(timeline.language)
    shapes = {kind.name: kind.shape for kind in reversed(timeline.kinds)}
    ends = [sorted((scene.instant(node.start), scene.instant(node.end))) for node in scene.nodes]
    zero = min(start for start, _ in ends)
    minutes = [(start - zero) // 60 for start, _ in ends]
    return {
        "zero": zero - first_of(1970),
        "starts": [at - before for at, before in zip(minutes, [0, *minutes], strict=False)],
        "lengths": [(end - start) // 60 for start, end in ends],
        "lanes": [node.lane for node in scene.nodes],
        "looks": [_look(event, shapes.get(event.kind, Shape.DISC)) for event in timeline.events],
        "sources": [len(origins(event.sources)) for event in timeline.events],
        "widths": [_width(event, event.label) for event in timeline.events],
        "titles": [
            _width(event, event.title) if len(event.title) > len(event.label) else 0
            for event in timeline.events
        ],
        "perFile": LABELS_PER_FILE,
        "counts": {
            language.plural(number): language.ngettext("%(num)s event", "%(num)s events", number).replace(
                language.number(number), "{n}"
            )
            for number in reversed(_SAMPLES)
        },
    }


def _look(event: Event, shape: Shape) -> int:
    when = event.when
    is_bar = bool(when.end or when.open_end)
    is_band = not is_bar and not when.is_exact
    return _SHAPES.index(shape) + 4 * event.key + 8 * (not event.is_held) + 16 * is_bar + 32 * is_band


def _width(event: Event, text: str) -> int:
    size = KEY_FONT_SIZE if event.key else FONT_SIZE
    return ceil(text_width(text, size, bold=event.key, is_serif=event.key))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
