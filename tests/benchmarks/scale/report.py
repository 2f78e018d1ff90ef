"""What was measured, as tables of Markdown; a dash stands for what there was no time for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.benchmarks.scale.commands import Builds

_NONE = "–"
_BUILDS = (
    *("events", "libyaml, s", "first build, s", "of libyaml", "of a tenth of the events", "peak, MB"),
    *("nothing changed, s", "one file changed, s"),
)


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
