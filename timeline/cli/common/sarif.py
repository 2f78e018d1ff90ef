"""Faults as SARIF, the format that code scanning of GitHub, GitLab and editors reads.

Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from timeline.model.problems import CODES, Location, Problem, visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(problems: Sequence[Problem], version: str) -> dict[str, Any]:
    """A log of one run, of the timeline of that ``version``; its rules are the codes that occur.

    >>> fault = Problem(Location("a.yaml", 4, 7), "E012", "date: June has 30 days", "30 June")
    >>> as_sarif([fault], "1.0")["runs"][0]["results"][0]["message"]["text"]
    'date: June has 30 days. Try: 30 June'
    """
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "timeline", "version": version, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    level = "error" if code.startswith("E") else "warning"
    return {
        "id": code,
        "shortDescription": {"text": CODES[code]},
        "help": {"text": f'The manual explains the code: type "timeline help faults" and look for {code}.'},
        "defaultConfiguration": {"level": level},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    message = visible(problem.message) + (f". Try: {visible(problem.hint)}" if problem.hint else "")
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": message},
        "locations": [{"physicalLocation": _place(problem.location, problem.message)}],
    }


def _place(location: Location, message: str = "") -> dict[str, Any]:
    """
    >>> _place(Location("events/été 1.yaml", 4, 7))["artifactLocation"]
    {'uri': 'events/%C3%A9t%C3%A9%201.yaml'}
    >>> _place(Location("a.yaml", 4, 7, "date: 31 June # when"))["region"]
    {'startLine': 4, 'startColumn': 7, 'endLine': 4, 'endColumn': 14}
    """
    path = Path(location.path)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix().encode("utf-8", "surrogateescape"))
    region = {"startLine": location.line, "startColumn": location.column}
    region |= {"endLine": location.line}
    if end := _end(location, message):
        region |= {"endColumn": end}
    return {"artifactLocation": {"uri": uri}, "region": region}


def _end(location: Location, message: str) -> int:
    """The column after what is wrong: the text that the message quotes, if it stands there; else all that
    the line still says. 0 where the line is not known: the region then ends with it.

    >>> _end(Location("a.yaml", 1, 9, "people: [Jane Roe, John Doe]"), 'person "Jane Roe" is not listed')
    18
    >>> _end(Location("a.yaml", 1, 10, "people: ['Jane Roe', John Doe]"), 'person "Jane Roe" is not listed')
    20
    """
    rest = location.text[location.column - 1 :]
    for found in re.findall(r'"([^"]+)"', message):
        begin = len(rest) - len(rest.lstrip("[{'\""))
        if rest[begin:].startswith(found):
            is_quoted = rest[begin - 1 : begin] in {"'", '"'} and begin > 0
            return location.column + begin + len(found) + is_quoted
    said = re.split(r"\s+#", rest)[0].rstrip()
    return location.column + max(len(said), 1) if rest else 0
