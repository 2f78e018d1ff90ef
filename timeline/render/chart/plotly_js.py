"""Plotly's JavaScript: the basic bundle that came with the wheel, else the full one of the plotly package.

The basic bundle draws all that a timeline needs. ``.ci/hatch_build.py`` brings it when a wheel is built.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

#: How the basic bundle begins, with its version.
_BANNER = re.compile(rb"/\*\*\s+\* plotly\.js \(basic - minified\) v(\d+\.\d+\.\d+)\s")


@dataclass(frozen=True, slots=True)
class Bundle:
    """One of Plotly's bundles, as the page's folder gets it.

    >>> Bundle("4.1.1", "").name, Bundle("4.1.1", "no basic bundle here").name
    ('plotly-basic-4.1.1.min.js', 'plotly-4.1.1.min.js')
    """

    #: Of plotly.js, such as "4.1.1".
    version: str
    #: Why it is the full one; empty where it is the basic one.
    lacking: str

    @property
    def name(self) -> str:
        """The file's name, of which there is never another content."""
        return f"plotly-{'' if self.lacking else 'basic-'}{self.version}.min.js"

    @property
    def summary(self) -> str:
        """Which it is, and why, in words.

        >>> Bundle("4.1.1", "").summary
        'Plotly 4.1.1, basic bundle'
        """
        if not self.lacking:
            return f"Plotly {self.version}, basic bundle"
        return f"Plotly {self.version}, full bundle (1.5 MB compressed instead of 0.4): {self.lacking}"

    def source(self) -> str:
        """The whole minified library: some 1.2 MB, or 4.8 where it is the full one."""
        if not self.lacking:
            return _basic().read_bytes().decode()
        from plotly.offline import get_plotlyjs

        return str(get_plotlyjs())


def bundle() -> Bundle:
    """The bundle to use: the basic one where it is there and draws as the installed plotly's own would.

    Versions of plotly.js that differ in the last number alone draw alike.
    """
    from plotly.offline import get_plotlyjs_version

    full = str(get_plotlyjs_version())
    try:
        banner = _BANNER.match(_basic().read_bytes())
    except OSError:
        return Bundle(full, "npm did not bring the basic one when timeline was installed")
    if banner is None:
        return Bundle(full, f"{_basic().name} here is not the basic one")
    basic = banner[1].decode()
    if basic.split(".")[:2] != full.split(".")[:2]:
        return Bundle(full, f"the basic one here is {basic}")
    return Bundle(basic, "")


def _basic() -> Traversable:
    """Where the basic bundle is, if it is there."""
    return files("timeline.render.chart") / "plotly" / "plotly-basic.min.js"
