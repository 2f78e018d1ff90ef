"""What a preview adds to pages when it serves them; the files of a build have nothing of it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from importlib.resources import files
from string import Template

from timeline.editing.preview import State
from timeline.layout import WIDTHS
from timeline.model.problems import Problem, visible

#: The addresses that are the preview's own.
SCRIPT, EVENTS = "__timeline/live.js", "__timeline/events"
_POLICY = re.compile(rb'(<meta http-equiv="?Content-Security-Policy"? content=")([^"]*)(">)')
_MOST_FAULTS = 20


def live_script() -> bytes:
    """The script that every page of a preview loads, with the style of its faults."""
    script, style = (
        (files("timeline") / "editing" / f"live.{kind}").read_text("utf-8") for kind in ("js", "css")
    )
    return f"{{\nconst STYLE = {json.dumps(style)};\n{script}}}\n".encode()


def with_live_part(page: bytes, state: State, widths: Sequence[int] = ()) -> bytes:
    """The page with that script, which its Content Security Policy then allows, and its connection."""
    listed = ",".join(map(str, widths))
    data = f' data-version="{state.version}"' + ("" if state.site else " data-plain")
    if widths:
        data += f' data-widths="{listed}" data-all="{",".join(map(str, WIDTHS))}"'
    script = f'<script src="/{SCRIPT}"{data} defer></script>'.encode()
    return _POLICY.sub(lambda found: found[1] + _opened(found[2]) + found[3] + script, page, count=1)


def _opened(policy: bytes) -> bytes:
    """The policy, which also allows scripts of the same server and a connection to it.

    >>> _opened(b"default-src 'none'; script-src 'sha256-a'; base-uri 'none'")
    b"default-src 'none'; script-src 'self' 'sha256-a'; base-uri 'none'; connect-src 'self'"
    """
    if b"script-src" not in policy:
        policy += b"; script-src 'self'"
    elif b"script-src 'self'" not in policy:
        policy = policy.replace(b"script-src", b"script-src 'self'", 1)
    return policy + b"; connect-src 'self'"


def message(state: State) -> bytes:
    """A state as JSON, as the page's script reads it."""
    content = {"version": state.version, "title": title(state), "faults": faults(state)}
    warnings = {"title": _number(state.warnings, "warning"), "faults": _listed(state.warnings)}
    return json.dumps(content | {"events": dict(state.patches), "warnings": warnings}).encode()


def title(state: State) -> str:
    """What is wrong, in one line."""
    if state.failure:
        return "This is a bug in timeline"
    shown = "the last good version is shown" if state.site else "nothing can be shown yet"
    return f"{_number(state.faults, 'error')}: {shown}" if state.faults else ""


def _number(problems: Sequence[Problem], what: str) -> str:
    """
    >>> _number((), "warning")
    '0 warnings'
    """
    return f"{len(problems)} {what}{'' if len(problems) == 1 else 's'}"


def faults(state: State) -> list[dict[str, str]]:
    """The first faults, each with its place, its message, the line and what to write instead."""
    if state.failure:
        hint = "run timeline check with --debug, and report what it prints"
        return [{"place": "", "message": visible(state.failure), "excerpt": "", "hint": hint}]
    return _listed(state.faults)


def _listed(problems: Sequence[Problem]) -> list[dict[str, str]]:
    listed = [_as_record(fault) for fault in problems[:_MOST_FAULTS]]
    rest = len(problems) - len(listed)
    if rest:
        listed.append({"place": "", "message": f"and {rest} more", "excerpt": "", "hint": ""})
    return listed


def _as_record(fault: Problem) -> dict[str, str]:
    first, *lines = str(fault).split("\n")
    place = visible(str(fault.location))
    excerpt = [line.removeprefix("    ") for line in lines if not line.startswith("    Try: ")]
    return {
        "place": place,
        "message": first.removeprefix(f"{place}: "),
        "excerpt": "\n".join(excerpt) if fault.location.text else "",
        "hint": visible(fault.hint),
    }


def page_of_faults(state: State) -> bytes:
    """A plain page for as long as there is no good one."""
    items = "".join(
        f"<li><p><b>{html.escape(each['place'])}</b> {html.escape(each['message'])}</p>"
        + (f"<pre>{html.escape(each['excerpt'])}</pre>" if each["excerpt"] else "")
        + (f"<p>Try: {html.escape(each['hint'])}</p>" if each["hint"] else "")
        for each in faults(state)
    )
    template = Template((files("timeline") / "editing" / "faults.html").read_text(encoding="utf-8"))
    heading = html.escape(title(state) or "Nothing has been built yet")
    return with_live_part(template.substitute(heading=heading, items=items).encode(), state)
