"""What `timeline doctor` says of a machine, and how it ends."""

from __future__ import annotations

import platform
from importlib import metadata

import pytest
from click.testing import CliRunner, Result

from timeline.cli import main
from timeline.render.chart import plotly_js


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has what timeline asks for."""
    installed(monkeypatch, click="8.4.0", plotly="7.10.2")
    monkeypatch.setattr(plotly_js, "bundle", lambda: plotly_js.Bundle("4.1.1", ""))


def installed(monkeypatch: pytest.MonkeyPatch, **versions: str) -> None:
    """Let just these packages be installed."""

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


def test_the_full_bundle_is_worth_a_note_and_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        plotly_js, "bundle", lambda: plotly_js.Bundle("4.1.1", "the basic one here is 4.0.0")
    )
    result = doctor()
    *_, told, way_out = result.stdout.splitlines()
    assert told == (
        "note  Plotly 4.1.1, full bundle (1.5 MB compressed instead of 0.4): the basic one here is 4.0.0"
    )
    assert (
        way_out == "      Try: install the newest timeline anew where npm and its registry can be reached"
    )
    assert result.exit_code == 0


@pytest.mark.parametrize(("old", "told"), [("7.1.9", "7.1.9 is here"), (None, "none is here")])
def test_a_package_that_is_missing_or_too_old_is_named_with_a_way_out(
    monkeypatch: pytest.MonkeyPatch, old: str | None, told: str
) -> None:
    installed(monkeypatch, click="8.3.2", **({"plotly": old} if old else {}))
    result = doctor()
    assert f"lacks  plotly>=7.2; {told}\n       Try: python -m pip install 'plotly>=7.2'\n" in result.stdout
    assert "ok     click 8.3.2\n" in result.stdout
    assert result.exit_code == 3


def test_without_plotly_nothing_is_said_of_its_bundle(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> None:
        raise ModuleNotFoundError("No module named 'plotly'", name="plotly")

    monkeypatch.setattr(plotly_js, "bundle", lacking)
    installed(monkeypatch, click="8.3.2")
    assert "bundle" not in doctor().stdout
    assert doctor().exit_code == 3


def test_a_package_that_nobody_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def requires(package: str) -> None:
        raise metadata.PackageNotFoundError(package)

    monkeypatch.setattr(metadata, "requires", requires)
    assert (
        "lacks  timeline itself is not installed\n       Try: python -m pip install .\n" in doctor().stdout
    )
    assert doctor().exit_code == 3


def test_what_the_package_itself_asks_for_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    result = doctor()
    assert "plotly " in result.stdout.splitlines()[1]
    assert result.exception is None
