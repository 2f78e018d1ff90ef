"""What this machine has of what timeline needs: Python, the packages, Plotly's bundle."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from importlib import metadata
from typing import Literal

from packaging.requirements import Requirement


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: well, worse than it could be, or lacking so that something will not work."""

    state: Literal["ok", "note", "lacks"]
    summary: str
    way_out: str = ""


def run_checks() -> tuple[Finding, ...]:
    """Everything that was looked at, in the order in which one depends on the other."""
    return Finding("ok", f"Python {platform.python_version()}"), *_packages(), *_bundle()


def _packages() -> tuple[Finding, ...]:
    """The packages that timeline's metadata ask for: those at hand in one line, each other in its own."""
    try:
        required = metadata.requires("timeline") or []
    except metadata.PackageNotFoundError:
        return (Finding("lacks", "timeline itself is not installed", "python -m pip install ."),)
    found, lacking = [], []
    for needed in map(Requirement, required):
        if needed.marker and not needed.marker.evaluate({"extra": ""}):
            continue
        there = _version(needed.name)
        if there and needed.specifier.contains(there, prereleases=True):
            found.append(f"{needed.name} {there}")
        else:
            told = f"{needed}; {f'{there} is here' if there else 'none is here'}"
            lacking.append(Finding("lacks", told, f"python -m pip install '{needed}'"))
    return Finding("ok", ", ".join(found)), *lacking


def _version(package: str) -> str:
    """The package's version; empty where it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _bundle() -> tuple[Finding, ...]:
    """Which of Plotly's bundles pages get; nothing where there is no Plotly, which the packages tell."""
    from timeline.render.chart import plotly_js

    try:
        bundle = plotly_js.bundle()
    except ImportError:
        return ()
    if not bundle.why_full:
        return (Finding("ok", bundle.summary),)
    return (
        Finding(
            "note",
            bundle.summary,
            "install the newest timeline anew where npm and its registry can be reached",
        ),
    )
