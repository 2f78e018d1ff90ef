"""Plotly's JavaScript: the basic bundle in our wheel, or else the full bundle of the plotly package.

The basic bundle has all that a timeline needs. ``.ci/hatch_build.py`` adds it when a wheel is built.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

#: The SHA-256 of the basic bundle in the package that pyproject.toml pins.
PUBLISHED = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
#: The beginning of the basic bundle, with its version.
_BANNER = re.compile(rb"/\*\*\s+\* plotly\.js \(basic - minified\) v(\d+\.\d+\.\d+)\s")


@dataclass(frozen=True, slots=True)
class Bundle:
    """One of Plotly's bundles.

    >>> Bundle("4.1.1", "").name, Bundle("4.1.1", "no basic bundle here").name
    ('plotly-basic-4.1.1.min.js', 'plotly-4.1.1.min.js')
    """

    #: The version of plotly.js, such as "4.1.1".
    version: str
    #: Why it is the full bundle; "" for the basic one.
    why_full: str
    #: Whether that is because somebody has changed the basic one.
    is_tampered: bool = False

    @property
    def name(self) -> str:
        """The file's name, which identifies its contents."""
        return f"plotly-{'' if self.why_full else 'basic-'}{self.version}.min.js"

    @property
    def summary(self) -> str:
        """Which bundle it is, and why.

        >>> Bundle("4.1.1", "").summary
        'Plotly 4.1.1, basic bundle'
        """
        if not self.why_full:
            return f"Plotly {self.version}, basic bundle"
        return f"Plotly {self.version}, full bundle (1.5 MB compressed instead of 0.4): {self.why_full}"

    def source(self) -> str:
        """The minified library: about 1.2 MB, the full one 4.8 MB."""
        if not self.why_full:
            return _basic().read_bytes().decode()
        from plotly.offline import get_plotlyjs

        return str(get_plotlyjs())

    def licence(self) -> str:
        """The text of its licence, which has to go wherever the library goes."""
        if not self.why_full:
            return _basic().with_name("LICENSE").read_text(encoding="utf-8")
        found = next(file for file in metadata.files("plotly") or () if file.stem == "LICENSE")
        return found.read_text(encoding="utf-8")


def bundle() -> Bundle:
    """The bundle to use: the basic one if it is there and matches the installed plotly package.

    Versions that differ in the last number only are taken to draw alike.
    """
    from plotly.offline import get_plotlyjs_version

    full = str(get_plotlyjs_version())
    try:
        content = _basic().read_bytes()
    except OSError:
        return Bundle(full, "npm did not bring the basic one when timeline was installed")
    banner = _BANNER.match(content)
    if banner is None:
        return Bundle(full, f"{_basic().name} here is not the basic one")
    basic = banner[1].decode()
    if basic.split(".")[:2] != full.split(".")[:2]:
        return Bundle(full, f"the basic one here is {basic}")
    if hashlib.sha256(content).hexdigest() != PUBLISHED:
        return Bundle(full, "the basic one here is not the one that was published", is_tampered=True)
    return Bundle(basic, "")


def _basic() -> Path:
    """The path of the basic bundle, which may be missing."""
    return Path(__file__).parent / "plotly" / "plotly-basic.min.js"
