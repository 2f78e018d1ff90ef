"""What this machine has of what timeline needs: Python, the packages, Plotly's bundle."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from importlib import metadata
from typing import Literal

#: A package and the version it needs at least, as metadata spell them; other forms are not ours.
_REQUIREMENT = re.compile(r"([\w.-]+)>=([\d.]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: well, worse than it could be, or lacking so that something will not work."""

    state: Literal["ok", "note", "lacks"]
    told: str
    way_out: str = ""


def examine() -> tuple[Finding, ...]:
    """Everything that was looked at, in the order in which one depends on the other."""
    return Finding("ok", f"Python {platform.python_version()}"), *_packages(), *_bundle()


def _packages() -> tuple[Finding, ...]:
    """The packages that timeline's metadata ask for: those at hand in one line, each other in its own."""
    try:
        required = metadata.requires("timeline") or []
    except metadata.PackageNotFoundError:
        return (Finding("lacks", "timeline itself is not installed", "python -m pip install ."),)
    found, lacking = [], []
    for package, least in (_named(one) for one in required if "extra ==" not in one):
        there = _version(package)
        if there and _numbers(there) >= _numbers(least):
            found.append(f"{package} {there}")
        else:
            told = f"{package} {least} or later; {f'{there} is here' if there else 'none is here'}"
            lacking.append(Finding("lacks", told, f"python -m pip install '{package}>={least}'"))
    return Finding("ok", ", ".join(found)), *lacking


def _named(requirement: str) -> tuple[str, str]:
    """The package and the least version.

    >>> _named("plotly>=7.0")
    ('plotly', '7.0')
    """
    match = _REQUIREMENT.match(requirement)
    if match is None:
        raise ValueError(f"not a requirement of the form name>=version: {requirement!r}")
    return match[1], match[2]


def _version(package: str) -> str:
    """The package's version; empty where it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, to compare.

    >>> _numbers("2.14") < _numbers("2.14.1rc1") == (2, 14, 1)
    True
    """
    return tuple(int(number) for number in re.findall(r"(?:^|\.)(\d+)", version))


def _bundle() -> tuple[Finding, ...]:
    """Which of Plotly's bundles pages get; nothing where there is no Plotly, which the packages tell."""
    from timeline.render import plotly_js

    try:
        bundle = plotly_js.bundle()
    except ImportError:
        return ()
    if not bundle.lacking:
        return (Finding("ok", bundle.told),)
    return (
        Finding(
            "note",
            bundle.told,
            "install the newest timeline anew where npm and its registry can be reached",
        ),
    )
