"""Which of Plotly's bundles a page uses, and that both draw it alike."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs_version

from tests.conftest import EVENTS, Opened
from tests.helpers.event_files import an_event_file
from tests.helpers.shared import without_pictures
from tests.render.page.test_page import PLOTLY_MARKS, STATIC_MARKS
from timeline.build import build
from timeline.render.chart import plotly_js

FULL = str(get_plotlyjs_version())
MAJOR, MINOR, PATCH = (int(number) for number in FULL.split("."))


def bundle_in(path: Path, version: str, kind: str = "basic - minified") -> Path:
    """A file with the beginning of a Plotly bundle."""
    path.write_text(f"/**\n* plotly.js ({kind}) v{version}\n* Copyright\n*/\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("version", [FULL, f"{MAJOR}.{MINOR}.{PATCH + 1}"])
def test_the_basic_bundle_is_used_where_it_draws_as_the_installed_plotly_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    file = bundle_in(tmp_path / "basic.js", version)
    monkeypatch.setattr(plotly_js, "_basic", lambda: file)
    monkeypatch.setattr(plotly_js, "PUBLISHED", hashlib.sha256(file.read_bytes()).hexdigest())
    bundle = plotly_js.bundle()
    assert bundle.summary == f"Plotly {version}, basic bundle"
    assert bundle.name == f"plotly-basic-{version}.min.js"
    assert bundle.source() == file.read_text(encoding="utf-8")


def test_a_basic_bundle_that_somebody_changed_is_left_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = bundle_in(tmp_path / "basic.js", FULL)
    monkeypatch.setattr(plotly_js, "_basic", lambda: file)
    bundle = plotly_js.bundle()
    assert bundle.is_tampered
    assert bundle.summary.endswith(": the basic one here is not the one that was published")
    assert bundle.name == f"plotly-{FULL}.min.js"


@pytest.mark.parametrize("kind", ["basic", "full"])
def test_plotly_s_licence_goes_wherever_plotly_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    if kind == "full":
        monkeypatch.setattr(plotly_js, "_basic", lambda: tmp_path / "none.js")
    elif plotly_js.bundle().why_full:
        pytest.skip(f"there is no basic bundle: {plotly_js.bundle().why_full}")
    with without_pictures():
        build(an_event_file(tmp_path), tmp_path / "site", is_standalone=True)
    (licence,) = (tmp_path / "site" / "assets").glob("plotly-*-LICENSE.*.txt")
    (script,) = (tmp_path / "site" / "assets").glob("plotly-*.js")
    text = licence.read_text(encoding="utf-8")
    assert text.startswith("MIT License\n\nCopyright (c) 2016-")
    assert "Permission is hereby granted, free of charge" in text
    assert licence.name.split("-LICENSE")[0] == script.name.split(".min.")[0]
    assert text in (tmp_path / "site" / "standalone.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("version", [f"{MAJOR}.{MINOR + 1}.{PATCH}", f"{MAJOR - 1}.{MINOR}.{PATCH}"])
def test_a_basic_bundle_of_another_version_is_left_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str
) -> None:
    file = bundle_in(tmp_path / "basic.js", version)
    monkeypatch.setattr(plotly_js, "_basic", lambda: file)
    bundle = plotly_js.bundle()
    assert bundle.summary == (
        f"Plotly {FULL}, full bundle (1.5 MB compressed instead of 0.4): the basic one here is {version}"
    )
    assert bundle.name == f"plotly-{FULL}.min.js"


def test_a_file_that_is_no_basic_bundle_is_left_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = bundle_in(tmp_path / "basic.js", FULL, kind="cartesian - minified")
    monkeypatch.setattr(plotly_js, "_basic", lambda: file)
    assert plotly_js.bundle().summary.endswith("basic.js here is not the basic one")


def test_without_a_basic_bundle_it_is_the_full_one_of_the_plotly_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plotly_js, "_basic", lambda: tmp_path / "none.js")
    bundle = plotly_js.bundle()
    assert bundle.summary.endswith(": npm did not bring the basic one when timeline was installed")
    assert len(bundle.source()) > 4_000_000


@pytest.mark.parametrize("kind", ["basic", "full"])
def test_either_bundle_draws_each_mark_in_its_place_and_says_nothing(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    if kind == "full":
        monkeypatch.setattr(plotly_js, "_basic", lambda: tmp_path / "none.js")
    elif plotly_js.bundle().why_full:
        pytest.skip(f"the page has not been tried with the basic bundle: {plotly_js.bundle().why_full}")
    with without_pictures():
        report = build(EVENTS, tmp_path / "site")
    assert report.plotly.startswith(f"Plotly {plotly_js.bundle().version}, {kind} bundle")
    address = (tmp_path / "site" / "index.html").as_uri()
    console: list[str] = []
    requests: list[str] = []
    still = opened("about:blank", wait=False)
    still.route("**/assets/*", lambda route: route.abort())
    still.goto(address)
    static = still.evaluate(STATIC_MARKS)
    drawn = opened(address, console=console, requests=requests).evaluate(PLOTLY_MARKS)
    assert drawn.keys() == static.keys()
    assert max(abs(a - b) for one in static for a, b in zip(static[one], drawn[one], strict=True)) < 1.5
    assert console == []
    assert sum(plotly_js.bundle().name.removesuffix(".js") in url for url in requests) == 1
