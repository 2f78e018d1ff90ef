"""What was measured, as tables of Markdown; a dash stands for what there was no time for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan

from tests.benchmarks.scale.commands import Builds
from tests.benchmarks.scale.using import Use

_NONE = "–"
_BUILDS = (
    *("events", "libyaml, s", "first build, s", "of libyaml", "of a tenth of the events", "peak, MB"),
    *("nothing changed, s", "one file changed, s"),
)
_USES = (
    *("events", "processor", "page", "requests", "kB before the first paint", "first event", "operable"),
    *("heap, MB", "elements", "p95 frame", "search", "filter", "next", "table"),
)
#: Number of events, how much slower the processor was, name of the page.
Case = tuple[int, int, str]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines of Markdown.

    >>> table(["a", "b"], [["1", "2"]])
    ['| a | b |', '|---|---|', '| 1 | 2 |']
    """
    lines = [f"| {' | '.join(row)} |" for row in (head, *rows)]
    return [lines[0], "|---" * len(head) + "|", *lines[1:]]


def builds_table(measured: Mapping[int, Builds | None]) -> list[str]:
    """Number of events -> their builds."""
    return table(_BUILDS, [_row(count, one, measured) for count, one in measured.items()])


def _row(count: int, one: Builds | None, measured: Mapping[int, Builds | None]) -> list[str]:
    if one is None:
        return [f"{count:,}", *[_NONE] * (len(_BUILDS) - 1)]
    tenth = measured.get(count // 10)
    return [
        f"{count:,}",
        f"{one.unit:.3f}",
        f"{one.cold.seconds:.2f}",
        f"{one.cold.seconds / one.unit:.0f}x",
        f"{one.cold.seconds / tenth.cold.seconds:.1f}x" if tenth else _NONE,
        f"{one.cold.peak:,.0f}",
        f"{one.nothing_changed.seconds:.2f}",
        f"{one.one_changed.seconds:.2f}",
    ]


def uses_table(measured: Mapping[Case, Use | None]) -> list[str]:
    """Times in ms. None: what could not be operated in time."""
    rows = []
    for (count, slower, name), use in measured.items():
        row = [f"{count:,}", f"1/{slower}" if slower > 1 else "1", name]
        if use:
            shown = (use.requests, use.bytes_first / 1000, use.first, use.operable, use.heap, use.elements)
            row += [_number(each) for each in (*shown, use.frame)]
            row += [_number(use.inputs.get(name)) for name in _USES[-4:]]
        rows.append(row + [_NONE] * (len(_USES) - len(row)))
    return table(_USES, rows)


def _number(value: float | None) -> str:
    """In full where it is large.

    >>> _number(1234.5), _number(9.87), _number(None)
    ('1,234', '9.9', '–')
    """
    if value is None or isnan(value):
        return _NONE
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.1f}"
