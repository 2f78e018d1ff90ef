"""The command ``timeline resolve``: what a date in words may mean, for people and for scripts."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from timeline.cli.common.params import date_language, iana_zone, iso_day
from timeline.cli.common.terminal import say, say_json
from timeline.model import Precision, Resolution
from timeline.model.problems import visible

_EXACTNESS = {
    Precision.MINUTE: "to the minute",
    Precision.DAY: "to the day",
    Precision.PART: "one of these days",
    Precision.HALF: "some day of that half-year",
}


@click.command("resolve")
@click.argument("text")
@click.option(
    "--published", metavar="DAY", callback=iso_day, required=True, help="Day on which TEXT was published."
)
@click.option(
    "--anchor",
    metavar="DAY",
    callback=iso_day,
    help="Day of the event from which TEXT counts.",
)
@click.option(
    "--language",
    metavar="TAG",
    callback=date_language,
    default="en",
    show_default=True,
    help="Language of TEXT.",
)
@click.option("--zone", metavar="ZONE", callback=iana_zone, default="", help="IANA time zone of the event.")
@click.option("--tense", type=click.Choice(["past", "future"]), help="Whether the event had taken place.")
@click.option(
    "--order",
    type=click.Choice(["day-first", "month-first"]),
    help="How to read 03/04/2025.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(text: str, anchor: date | None, as_json: bool, **options: Any) -> None:
    """Show every date that TEXT may mean in something published on DAY."""
    from timeline.dates import resolve

    context = {name: value for name, value in options.items() if value is not None}
    if anchor:
        context["anchor"] = resolve(anchor.isoformat()).readings[0]
    resolution = resolve(text, **context)
    if as_json:
        say_json(as_record(resolution))
    else:
        for line in as_lines(resolution):
            say(line)
    if not resolution.readings:
        raise click.exceptions.Exit(1)


def as_lines(resolution: Resolution) -> list[str]:
    """One aligned line per reading (the date in words, how exact it is, why), or why there is none.

    >>> from datetime import date
    >>> from timeline.model import Moment, When
    >>> monday = When(Moment.day(date(2025, 2, 17)), rule="weekday")
    >>> as_lines(Resolution("Monday", (monday,)))
    ['Monday 17 February 2025   to the day   a weekday on or near the day of publication']
    >>> as_lines(Resolution("31 June", reason="June has 30 days", hint="30 June"))
    ['June has 30 days', 'Try: 30 June']
    """
    from timeline.language.date_rules import explained
    from timeline.language.dates import spelled_out

    if not resolution.readings:
        return [visible(resolution.reason), f"Try: {visible(resolution.hint)}"]
    rows = [
        (
            spelled_out(when),
            _EXACTNESS.get(when.precision, f"some day of that {when.precision}"),
            visible(explained(when)),
        )
        for when in resolution.readings
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["   ".join(map(str.ljust, row, widths)).rstrip() for row in rows]


def as_record(resolution: Resolution) -> dict[str, object]:
    """A resolution for scripts; ``start`` or ``end`` is None if that end of a span is open or unknown."""
    return {
        "text": resolution.text,
        "status": resolution.status,
        "readings": [
            {
                "edtf": when.edtf,
                "start": None if when.lacks_start else when.first.isoformat(),
                "end": None if when.lacks_end else when.last.isoformat(),
                "precision": str(when.precision),
                "rule": when.rule,
            }
            for when in resolution.readings
        ],
        "reason": resolution.reason,
    }
