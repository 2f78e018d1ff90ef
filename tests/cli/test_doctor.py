"""What `timeline doctor` reports, and its exit code."""

from __future__ import annotations

import platform
import shutil
from importlib import metadata

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main
from timeline.render.chart import plotly_js


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has what timeline needs."""
    installed(monkeypatch, click="8.4.0", plotly="7.10.2")
    monkeypatch.setattr(plotly_js, "bundle", lambda: plotly_js.Bundle("4.1.1", ""))


def installed(monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    """Make it look as if these packages were installed, and no others."""

    def version(package: str) -> str:
        try:
            return versions[package]
        except KeyError:
            raise metadata.PackageNotFoundError(package) from None

    wanted = ["click>=8.3.2", "plotly>=7.2", "pytest>=9.0; extra == 'test'"]
    monkeypatch.setattr(metadata, "requires", lambda _: wanted)
    monkeypatch.setattr(metadata, "version", version)


def doctor() -> Result:
    return CliRunner().invoke(main, ["doctor"])


def test_a_machine_that_has_everything_is_well() -> None:
    result = doctor()
    python = f"ok  Python {platform.python_version()}\n"
    assert result.stdout == f"{python}ok  click 8.4.0, plotly 7.10.2\nok  Plotly 4.1.1, basic bundle\n"
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("npm", "advice"),
    [
        (None, "install npm, let it reach its registry, and reinstall timeline"),
        ("/usr/bin/npm", "npm is here; let it reach its registry, and reinstall timeline"),
    ],
)
def test_the_full_bundle_is_worth_a_note_and_no_fault(
    monkeypatch: pytest.MonkeyPatch, npm: str | None, advice: str
) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: npm if program == "npm" else None)
    monkeypatch.setattr(
        plotly_js, "bundle", lambda: plotly_js.Bundle("4.1.1", "the basic one here is 4.0.0")
    )
    result = doctor()
    *_, summary, fix = result.stdout.splitlines()
    assert summary == (
        "note  Plotly 4.1.1, full bundle (1.5 MB compressed instead of 0.4): the basic one here is 4.0.0"
    )
    assert fix == f"      Try: {advice}"
    assert result.exit_code == 0


def test_a_bundle_that_somebody_changed_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    changed = plotly_js.Bundle("4.1.1", "it is not the one that was published", is_tampered=True)
    monkeypatch.setattr(plotly_js, "bundle", lambda: changed)
    result = doctor()
    *_, summary, fix = result.stdout.splitlines()
    assert summary.startswith("wrong  Plotly 4.1.1, full bundle")
    assert summary.endswith("it is not the one that was published")
    assert fix == "       Try: reinstall timeline from where you trust it"
    assert result.exit_code == 3


@pytest.mark.parametrize(
    ("old", "state"), [("7.1.9", "version 7.1.9 is installed"), (None, "not installed")]
)
def test_a_package_that_is_missing_or_too_old_is_named_with_a_fix(
    monkeypatch: pytest.MonkeyPatch, old: str | None, state: str
) -> None:
    installed(monkeypatch, click="8.3.2", **({"plotly": old} if old else {}))
    result = doctor()
    assert result.stdout.splitlines()[1:4] == [
        "ok       click 8.3.2",
        f"missing  plotly>=7.2: {state}",
        "         Try: python -m pip install 'plotly>=7.2'",
    ]
    assert result.exit_code == 3


def test_without_plotly_nothing_is_said_of_its_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> None:
        raise ModuleNotFoundError("No module named 'plotly'", name="plotly")

    monkeypatch.setattr(plotly_js, "bundle", lacking)
    installed(monkeypatch, click="8.3.2")
    assert "bundle" not in doctor().stdout
    assert doctor().exit_code == 3


def test_timeline_without_metadata_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def requires(package: str) -> None:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "requires", requires)
    assert doctor().stdout.splitlines()[1:3] == [
        "missing  timeline itself is not installed",
        "         Try: python -m pip install .",
    ]
    assert doctor().exit_code == 3


def test_the_requirements_of_the_package_itself_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    result = doctor()
    assert "plotly " in result.stdout.splitlines()[1]
    assert result.exception is None
