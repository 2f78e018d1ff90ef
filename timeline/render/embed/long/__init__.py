"""The embed of a timeline of many events: it has the first cards, and loads the others where a reader gets.

The files of its cards are its own, by numbers; search and filters use the files of the page (`LongList`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.model.scene.skyline import Column
from timeline.model.seconds import at_day, first_of
from timeline.render.embed.cards import cards, dates_in_brief
from timeline.render.embed.data import share_of, skyline_data
from timeline.render.web.articles import Article
from timeline.render.web.content_names import content_name, hashes_of
from timeline.render.web.numbers import runs
from timeline.render.web.scripts import file_script

#: Cards in a file, and in the embed itself.
_IN_A_FILE, _AT_FIRST = 120, 12


@dataclass(frozen=True, slots=True)
class LongEmbed:
    """What the embed of many events has: the ``data`` for its script, and how many cards at ``first``;
    ``files`` are those of the cards and of the times, path in the output -> text.
    """

    first: int
    data: Mapping[str, object]
    files: Mapping[str, str]


def long_embed(
    timeline: Timeline, scenes: Sequence[Scene], made: Sequence[Article], addresses: Mapping[str, str]
) -> LongEmbed:
    """The embed of ``timeline`` from its articles; ``addresses`` are those of the files of all events, by
    name.
    """
    language = Language(timeline.language)
    dates = dates_in_brief(timeline, scenes[0], language)
    values: dict[str, object] = {
        f"cards-{number}": cards(made[start : start + _IN_A_FILE], dates, language)
        for number, start in enumerate(range(0, len(made), _IN_A_FILE))
    }
    names = list(values)
    values["times"] = _times(timeline)
    scripts = {name: file_script(name, value) for name, value in values.items()}
    own = {name: content_name(f"{name}.js", text) for name, text in scripts.items()}
    return LongEmbed(
        first=_AT_FIRST,
        data={
            "skyline": _skyline(timeline, scenes[0]),
            "lanes": [lane.name for lane in scenes[0].lanes],
            "number": len(made),
            "size": _IN_A_FILE,
            "hashes": hashes_of(own, names),
            "files": {name: addresses[name] for name in ("index", "words")} | {"times": own["times"]},
            "texts": {
                "none": language.gettext("No event matches."),
                "unknown": language.gettext("No event has {asked}. Possible: {values}."),
                "failed": language.gettext("This could not be loaded."),
            },
        },
        files={own[name]: text for name, text in scripts.items()},
    )


def _times(timeline: Timeline) -> dict[str, object]:
    """The first and last day of each event, counted from the first of all, which is ``zero`` as JavaScript
    counts.
    """
    first = min(event.when.first for event in timeline.events)
    return {
        "zero": (at_day(first) - first_of(1970)) * 1000,
        "first": [(event.when.first - first).days for event in timeline.events],
        "last": [(event.when.last - first).days for event in timeline.events],
    }


def _skyline(timeline: Timeline, scene: Scene) -> dict[str, object] | None:
    """The skyline at shares of all the time. A column has its share, the numbers of its events as runs, and
    its squares as runs of a track: [track, whether faded, how many].
    """
    skyline = scene.skyline
    if skyline is None:
        return None
    numbers = {event.id: number for number, event in enumerate(timeline.events)}
    whole = {
        name: value
        for name, value in (skyline_data(timeline, scene) or {}).items()
        if name in ("per", "ticks", "eras")
    }
    columns = [
        [share_of(column.x, scene), runs(numbers[event] for event in column.events), _squares(column)]
        for column in skyline.columns
    ]
    return {**whole, "columns": columns}


def _squares(column: Column) -> list[list[int]]:
    alike = groupby(column.squares, lambda square: (square.lane, int(square.is_faded)))
    return [[lane, is_faded, len(list(squares))] for (lane, is_faded), squares in alike]
