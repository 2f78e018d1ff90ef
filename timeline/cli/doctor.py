"""The command ``timeline doctor``: whether this machine has what timeline needs."""

from __future__ import annotations

import platform
import shutil
from dataclasses import dataclass
from importlib import metadata
from typing import Literal

import click

from timeline.cli.common.terminal import say
from timeline.model.problems import visible


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check: all is well, something could be better, is missing or was tampered with."""

    state: Literal["ok", "note", "missing", "wrong"]
    summary: str
    fix: str = ""


@click.command("doctor")
def command() -> None:
    """Check whether this machine has what timeline needs."""
    findings = run_checks()
    width = max(len(finding.state) for finding in findings)
    for finding in findings:
        say(f"{finding.state:{width}}  {visible(finding.summary)}")
        if finding.fix:
            say(f"{'':{width}}  Try: {finding.fix}")
    if any(finding.state in {"missing", "wrong"} for finding in findings):
        raise click.exceptions.Exit(3)


def run_checks() -> tuple[Finding, ...]:
    """The results of all checks; each check comes after those that it depends on."""
    return Finding("ok", f"Python {platform.python_version()}"), *_check_packages(), *_check_bundle()


def _check_packages() -> tuple[Finding, ...]:
    """The packages that timeline requires: one finding for all that are there, one for each that is not."""
    from packaging.requirements import Requirement

    try:
        requirements = map(Requirement, metadata.requires("timeline") or [])
    except metadata.PackageNotFoundError:
        return (Finding("missing", "timeline itself is not installed", "python -m pip install ."),)
    found, missing = [], []
    for requirement in requirements:
        if requirement.marker and not requirement.marker.evaluate({"extra": ""}):
            continue
        version = _installed_version(requirement.name)
        if version and requirement.specifier.contains(version, prereleases=True):
            found.append(f"{requirement.name} {version}")
        else:
            installed = f"version {version} is installed" if version else "not installed"
            fix = f"python -m pip install '{requirement}'"
            missing.append(Finding("missing", f"{requirement}: {installed}", fix))
    return Finding("ok", ", ".join(found)), *missing


def _installed_version(package: str) -> str:
    """The package's version, or "" if it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _check_bundle() -> tuple[Finding, ...]:
    """Which of Plotly's bundles pages get; nothing without Plotly, which the packages report."""
    from timeline.render.chart import plotly_js

    try:
        bundle = plotly_js.bundle()
    except ImportError:
        return ()
    if not bundle.why_full:
        return (Finding("ok", bundle.summary),)
    if bundle.is_tampered:
        return (Finding("wrong", bundle.summary, "reinstall timeline from where you trust it"),)
    first = "npm is here; let it reach" if shutil.which("npm") else "install npm, let it reach"
    fix = f"{first} its registry, and reinstall timeline"
    return (Finding("note", bundle.summary, fix),)
