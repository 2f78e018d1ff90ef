"""The command ``timeline help``: the manual, which comes with the package as ``timeline/manual/*.md``.

A new topic is a new file in that folder; its first line is its title.
"""

from __future__ import annotations

import sys
from importlib.resources import files

import click

from timeline.cli.common.params import did_you_mean
from timeline.cli.common.terminal import say


@click.command("help")
@click.argument(
    "topic",
    required=False,
    shell_complete=lambda _, __, begun: [name for name in read_manual() if name.startswith(begun)],
)
@click.pass_context
def command(ctx: click.Context, topic: str | None) -> None:
    """Show TOPIC of the manual, or list the topics."""
    topics = read_manual()
    if topic is None:
        width = max(map(len, topics), default=0)
        for name, text in topics.items():
            say(f"{name:{width}}  {title(text)}")
    elif topic not in topics:
        raise click.UsageError(_no_such_topic(ctx, topic, topics))
    elif sys.stdout.isatty():
        click.echo_via_pager(topics[topic])
    else:
        say(topics[topic], newline=False)


def read_manual() -> dict[str, str]:
    """The Markdown of each topic by its name, in alphabetical order."""
    pages = (page for page in (files("timeline") / "manual").iterdir() if page.name.endswith(".md"))
    return {
        page.name.removesuffix(".md"): page.read_text(encoding="utf-8")
        for page in sorted(pages, key=lambda page: page.name)
    }


def title(markdown: str) -> str:
    """The first line, without the mark of a heading.

    >>> title("# Dates in event files\\n\\nA date ...")
    'Dates in event files'
    """
    return markdown.partition("\n")[0].lstrip("# ")


def _no_such_topic(ctx: click.Context, topic: str, topics: dict[str, str]) -> str:
    """What to type instead: the help of the command of that name, or the nearest topic."""
    message = f"the manual has no topic {topic!r}"
    parent = ctx.parent.command if ctx.parent else None
    if isinstance(parent, click.Group) and topic in parent.commands:
        return f"{message}\nTry: timeline {topic} --help"
    advice = did_you_mean(topic, topics)
    return f"{message}; {advice}" if advice else f"{message}\nTry: timeline help, which lists the topics"
