"""The exports ``csl``, ``ris`` and ``bibtex``: the sources for reference managers."""

from __future__ import annotations

from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions
from timeline.render.references.bibtex import bibtex as bibtex_entries
from timeline.render.references.csl import csl_json
from timeline.render.references.ris import ris as ris_entries


def csl(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The sources as CSL-JSON."""
    return Exported(csl_json(timeline).encode())


def ris(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The sources as RIS."""
    return Exported(ris_entries(timeline).encode())


def bibtex(timeline: Timeline, _options: ExportOptions) -> Exported:
    """The sources as BibLaTeX entries."""
    return Exported(bibtex_entries(timeline).encode())
