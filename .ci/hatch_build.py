"""Adds to the wheel the curated events, for `timeline init --example`, and Plotly's basic bundle if npm can
fetch it.

The Python package plotly has only the full bundle, almost four times as large. Third-party code is not kept
in this repository, so npm fetches the bundle while a wheel is built; pyproject.toml pins its version and
hash. Without the bundle the wheel works too: pages then get the full one.
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

#: Folder of the bundle in the package; git ignores it.
FOLDER = "timeline/render/chart/plotly"
#: The files taken from npm's package: the bundle and the text of its licence.
FILES = ("plotly-basic.min.js", "LICENSE")
#: The curated events in the source folder, and in the wheel.
EVENTS, EXAMPLE = "events", "timeline/editing/example"
#: Seconds after which npm is stopped.
TIMEOUT = 120


class BundleUnavailableError(Exception):
    """The pinned package could not be fetched; the message says why."""


class TamperedError(Exception):
    """The package that was fetched is not the pinned one; the message says how its hash differs."""


class PlotlyBasic(BuildHookInterface[BuilderConfig]):
    """Runs for every wheel. ``pip install -e`` uses the source folder, so the bundle goes there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        self._temporary = tempfile.TemporaryDirectory()
        if version != "editable":  # that finds them in the source folder
            # hidden files are not ours to publish: answers of `timeline links`, settings of editors
            example = [path for path in Path(self.root, EVENTS).iterdir() if not path.name.startswith(".")]
            build_data["force_include"] |= {str(path): f"{EXAMPLE}/{path.name}" for path in example}
        package, pinned = self.config["package"], self.config["version"]
        try:
            files = extract_files(fetch_tarball(f"{package}@{pinned}"), self.config["integrity"])
            if version == "editable":
                write_files(files, Path(self.root, FOLDER))
            else:
                write_files(files, Path(self._temporary.name))
                build_data["force_include"] |= {
                    str(Path(self._temporary.name, name)): f"{FOLDER}/{name}" for name in FILES
                }
        except TamperedError as error:
            self.app.abort(f"ERROR: {package} {pinned} is not what was pinned: {error}")
        except (BundleUnavailableError, OSError, subprocess.TimeoutExpired) as error:
            self.app.display_warning(
                f"WARNING: without {package} {pinned}: {error}\n"
                "Without it pages get Plotly's full bundle, 1.5 MB compressed instead of 0.4."
            )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        self._temporary.cleanup()


def fetch_tarball(package: str) -> bytes:
    """The tarball of a package (name@version) from npm."""
    npm = shutil.which("npm")
    if npm is None:
        raise BundleUnavailableError("npm is not installed")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", package, "--loglevel=error", "--ignore-scripts", "--prefer-offline"]
        command += ["--fetch-retries=1", "--fetch-retry-mintimeout=1000", f"--pack-destination={folder}"]
        done = subprocess.run(  # noqa: S603  npm from the PATH, with the pinned package
            command,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TIMEOUT,
            check=False,
        )
        tarballs = list(Path(folder).glob("*.tgz"))
        if done.returncode or len(tarballs) != 1:
            first, *_ = [*done.stderr.decode(errors="replace").splitlines(), "no message"]
            raise BundleUnavailableError(f"npm could not fetch it: {first}")
        return tarballs[0].read_bytes()


def extract_files(tarball: bytes, integrity: str) -> dict[str, bytes]:
    """The contents of `FILES` by name; the tarball must have the pinned hash, in npm's notation."""
    found = f"sha512-{b64encode(hashlib.sha512(tarball).digest()).decode()}"
    if found != integrity:
        raise TamperedError(f"its hash is {found}, but pyproject.toml has {integrity}")
    with tarfile.open(fileobj=io.BytesIO(tarball)) as archive:
        return {name: _content(archive, f"package/{name}") for name in FILES}


def _content(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        raise BundleUnavailableError(f"{name} is not a file")
    return file.read()


def write_files(files: dict[str, bytes], folder: Path) -> None:
    """Writes the files by name into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
