"""What a wheel contains: Plotly's basic bundle if npm can fetch the pinned one, everything else always.

No test here uses the network: npm is replaced by a small script that delivers a tarball of our own.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from timeline.render.chart import plotly_js

ROOT = Path(__file__).parent.parent
PIN = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HOOK = PIN["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
BUNDLE = "timeline/render/chart/plotly/plotly-basic.min.js"
LICENSE_FILE = "timeline/render/chart/plotly/LICENSE"
CONTENTS = {"plotly-basic.min.js": b"/** a bundle */", "LICENSE": b"MIT", "package.json": b"{}"}

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the npm of these tests is a Unix script")


def tarball() -> bytes:
    """A package in the format of npm."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for name, content in CONTENTS.items():
            entry = tarfile.TarInfo(f"package/{name}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


#: As much of the sources as tells whether everything is taken along: modules, a template, a catalogue.
SOURCES = ("__init__.py", "py.typed", "render/chart", "render/page", "language/messages/de.po")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Some of the sources, which are enough to be packed."""
    folder = tmp_path / "project"
    ignored = shutil.ignore_patterns("__pycache__", "plotly")
    for name in SOURCES:
        source, target = ROOT / "timeline" / name, folder / "timeline" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=ignored)
        else:
            shutil.copy(source, target)
    (folder / ".ci").mkdir()
    for name in (".ci/hatch_build.py", "LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copy(ROOT / ".gitignore", folder)
    shutil.copytree(ROOT / "events", folder / "events")
    return folder


def pin(project: Path, packed: bytes) -> None:
    """Pin this tarball instead of the real one."""
    integrity = f"sha512-{b64encode(hashlib.sha512(packed).digest()).decode()}"
    settings = project / "pyproject.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace(HOOK["integrity"], integrity), encoding="utf-8")


def npm(folder: Path, script: str) -> str:
    """A PATH on which npm, and nothing else, is this script."""
    folder.mkdir()
    program = folder / "npm"
    program.write_text(f"#!{sys.executable}\nimport pathlib, sys\n{script}", encoding="utf-8")
    program.chmod(0o755)
    return str(folder)


def delivering(folder: Path, packed: bytes) -> str:
    """An npm that puts the tarball into the folder that the command names, after checking the command."""
    (source := folder.with_suffix(".tgz")).write_bytes(packed)
    expected = ["pack", f"{HOOK['package']}@{HOOK['version']}"]
    return npm(
        folder,
        f"assert sys.argv[1:3] == {expected!r}, sys.argv\n"
        "[target] = [a.partition('=')[2] for a in sys.argv if a.startswith('--pack-destination=')]\n"
        f"pathlib.Path(target, 'bundle.tgz').write_bytes(pathlib.Path({str(source)!r}).read_bytes())\n",
    )


def run_build(project: Path, path: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Builds a wheel with this PATH."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(project / "dist")]
    environment = os.environ | {"PATH": path} | settings
    return subprocess.run(
        command, cwd=project, env=environment, capture_output=True, text=True, check=False
    )


def wheel(project: Path, path: str) -> tuple[dict[str, bytes], str]:
    """The files of a wheel that was built with this PATH, and the build's standard error."""
    done = run_build(project, path)
    assert done.returncode == 0, done.stderr
    [built] = (project / "dist").glob("*.whl")
    with zipfile.ZipFile(built) as archive:
        return {name: archive.read(name) for name in archive.namelist()}, done.stderr


def test_the_wheel_takes_the_bundle_and_its_licence_from_npm(project: Path, tmp_path: Path) -> None:
    pin(project, tarball())
    contents, stderr = wheel(project, delivering(tmp_path / "bin", tarball()))
    assert contents[BUNDLE] == CONTENTS["plotly-basic.min.js"]
    assert contents[LICENSE_FILE] == CONTENTS["LICENSE"]
    assert "timeline/render/chart/plotly_js.py" in contents
    assert "WARNING" not in stderr
    assert not (project / BUNDLE).exists()


NO_BUNDLE = f"WARNING: without {HOOK['package']} {HOOK['version']}: "


def test_a_tarball_with_another_hash_ends_the_build(project: Path, tmp_path: Path) -> None:
    pin(project, b"another")
    done = run_build(project, delivering(tmp_path / "bin", tarball()))
    assert done.returncode == 1
    assert f"ERROR: {HOOK['package']} {HOOK['version']} is not what was pinned: its hash is" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((project / "dist").glob("*.whl"))


def test_the_same_sources_give_the_same_wheel_and_its_date_can_be_set(
    project: Path, tmp_path: Path
) -> None:
    pin(project, tarball())
    path = delivering(tmp_path / "bin", tarball())
    wheels = []
    for settings in ({"TZ": "Asia/Tokyo"}, {"TZ": "America/New_York"}, {"SOURCE_DATE_EPOCH": "1700000000"}):
        assert run_build(project, path, **settings).returncode == 0
        [built] = (project / "dist").glob("*.whl")
        wheels.append(built.read_bytes())
        with zipfile.ZipFile(built) as archive:
            dates = {entry.date_time for entry in archive.infolist()}
        for file in (project / "timeline").rglob("*.py"):
            os.utime(file, (1, 1))
    assert wheels[0] == wheels[1]
    assert dates == {(2023, 11, 14, 22, 13, 20)}


def test_the_bundle_that_is_taken_for_the_published_one_is_that_of_the_pinned_package() -> None:
    bundle = ROOT / BUNDLE
    if not bundle.exists():
        pytest.skip("timeline is not installed in this clone with the bundle")
    banner = bundle.read_bytes()[:100].decode()
    if f"v{HOOK['version']}\n" not in banner:
        pytest.skip(f"the bundle here is of another version: {banner}")
    assert hashlib.sha256(bundle.read_bytes()).hexdigest() == plotly_js.PUBLISHED


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (None, "npm is not installed"),
        (
            "sys.exit('npm error code ENOTFOUND\\nnpm error network')",
            "npm could not fetch it: npm error code ENOTFOUND\n",
        ),
        ("", "npm could not fetch it: no message"),
    ],
    ids=["no npm", "offline", "npm delivers nothing"],
)
def test_without_npm_the_wheel_is_whole_but_for_the_bundle(
    project: Path, tmp_path: Path, script: str | None, reason: str
) -> None:
    example = {f"timeline/editing/example/{path.name}" for path in (project / "events").iterdir()}
    (project / "events" / ".timeline-links").mkdir()
    (project / "events" / ".timeline-links" / "findings.json").touch()
    path = str(tmp_path / "empty") if script is None else npm(tmp_path / "bin", script)
    contents, stderr = wheel(project, path)
    assert [name for name in contents if "chart/plotly/" in name] == []
    sources = {path.relative_to(project).as_posix() for path in project.rglob("timeline/**/*.*")}
    assert "timeline/render/page/page.html" in sources
    assert sources | example == {name for name in contents if name.startswith("timeline/")}
    assert NO_BUNDLE + reason in stderr


def hatch_build() -> Any:
    """The build hook as a module."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / ".ci" / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run_hook(module: Any, project: Path, version: str) -> dict[str, str]:
    """Runs the hook for a wheel of this version; returns the files of the bundle in it."""
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    config = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    hook = module.PlotlyBasic(str(project), config, None, None, "", "wheel")
    build_data: dict[str, dict[str, str]] = {"force_include": {}}
    hook.initialize(version, build_data)
    hook.finalize(version, build_data, "")
    return {path: name for path, name in build_data["force_include"].items() if "/plotly/" in name}


def test_an_npm_that_hangs_is_stopped(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", npm(tmp_path / "bin", "import time\ntime.sleep(60)"))
    module = hatch_build()
    monkeypatch.setattr(module, "TIMEOUT", 0.2)
    assert run_hook(module, project, "standard") == {}
    assert "timed out after 0.2 seconds" in capsys.readouterr().err


def test_an_editable_install_has_the_bundle_in_the_sources_where_nothing_else_takes_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pin(project, tarball())
    monkeypatch.setenv("PATH", delivering(tmp_path / "bin", tarball()))
    assert run_hook(hatch_build(), project, "editable") == {}
    assert (project / BUNDLE).read_bytes() == CONTENTS["plotly-basic.min.js"]
    assert (project / LICENSE_FILE).read_bytes() == CONTENTS["LICENSE"]
    contents, _ = wheel(project, str(tmp_path / "empty"))
    assert BUNDLE not in contents
