"""The command ``timeline schema``."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.cli.common.terminal import say
from timeline.model.problems import visible

_EXAMPLES = """\b
Examples:
  timeline schema events > event.schema.json
  timeline schema > events-json.schema.json
"""
_KINDS = ("events", "timeline", "people", "places", "sources", "evidence")


def _known(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """The kind of file, or the one that is meant."""
    if value is None or value in _KINDS:
        return value
    bare = Path(value).stem.removeprefix("_")
    likely = next((kind for kind in _KINDS if bare in {kind, kind.removesuffix("s")}), "")
    if value == "events.json":
        advice = "timeline schema"
    else:
        advice = f"timeline schema {likely}" if likely else f"one of {', '.join(_KINDS)}"
    raise click.UsageError(f"there is no schema of {visible(value)!r}\nTry: {advice}")


@click.command("schema", epilog=_EXAMPLES)
@click.argument("kind", required=False, metavar=f"[{'|'.join(_KINDS)}]", callback=_known)
def command(kind: str | None) -> None:
    """Print a JSON Schema: of a kind of file that you write, or of events.json, which a build writes.

    \b
    events     an event file: one event, or a list of events
    timeline   _timeline.yaml
    people     _people.yaml
    places     _places.yaml
    sources    _sources.yaml
    evidence   _evidence.yaml
    (nothing)  events.json, in the output of a build
    """
    if kind:
        from timeline.editing.schemas import file_schema

        schema = file_schema(kind)
    else:
        from timeline.render.data.schema import events_schema

        schema = events_schema()
    say(schema.removesuffix("\n"))
