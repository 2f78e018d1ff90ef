"""The command ``timeline schema``."""

from __future__ import annotations

import click

from timeline.cli.common.terminal import say

_EXAMPLES = """\b
Examples:
  timeline schema events > event.schema.json
  timeline schema > events-json.schema.json
"""


@click.command("schema", epilog=_EXAMPLES)
@click.argument("kind", required=False, type=click.Choice(["events", "timeline", "people", "places"]))
def command(kind: str | None) -> None:
    """Print a JSON Schema: of a kind of file that you write, or of events.json, which a build writes.

    \b
    events     an event file: one event, or a list of events
    timeline   _timeline.yaml
    people     _people.yaml
    places     _places.yaml
    (nothing)  events.json, in the output of a build
    """
    if kind:
        from timeline.editing.schemas import file_schema

        schema = file_schema(kind)
    else:
        from timeline.render.data.schema import events_schema

        schema = events_schema()
    say(schema.removesuffix("\n"))
