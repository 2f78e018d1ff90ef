"""The table of exports: every format of ``timeline export FORMAT``.

To add a format, write a function from a Timeline and `ExportOptions` to `Exported` in a file of its own,
in the folder of its output family, and add a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pkgutil import resolve_name

from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: its ``name`` on the command line, the ``file`` it is written to by default, the
    ``summary`` that ``--help`` shows, and the names of the ``options`` it takes.

    ``also`` are the ends of names of other kinds of file that it can make, such as ".html". One that
    ``is_internal`` is for the desk: it is made of events that have still to be checked.
    ``maker`` is the function that makes it, as "module:function" within ``timeline.render``: named, not
    imported, so that listing the formats loads none of their libraries.
    """

    name: str
    file: str
    summary: str
    maker: str
    options: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    is_internal: bool = False

    def make(self, timeline: Timeline, options: ExportOptions) -> Exported:
        """The exported file. Raises TimelineError, and the errors that its maker documents."""
        exported: Exported = resolve_name(f"timeline.render.{self.maker}")(timeline, options)
        return exported


EXPORTS = (
    ExportFormat(
        "svg",
        "timeline.svg",
        "Draw the timeline, or a card of one event, as SVG.",
        "pictures.export:svg",
        ("size", "width", "event", "dark"),
    ),
    ExportFormat(
        "png",
        "timeline.png",
        "Draw the timeline, or a card of one event, as PNG.",
        "pictures.export:png",
        ("size", "width", "event", "dark"),
    ),
    ExportFormat(
        "pptx",
        "timeline.pptx",
        "Make an editable slide deck with speaker notes.",
        "slides.export:pptx",
        ("all", "template"),
    ),
    ExportFormat(
        "marp", "slides.md", "Make slides in Markdown, for Marp and Quarto.", "slides.export:marp", ("all",)
    ),
    ExportFormat(
        "handout",
        "handout.html",
        "Make a hand-out to print: the chart, the events and their sources.",
        "classroom.export:handout",
        ("paper", "all"),
    ),
    ExportFormat(
        "worksheet",
        "worksheet.html",
        "Make a worksheet to print: events to put in order, and the answers.",
        "classroom.export:worksheet",
        ("paper", "all", "seed"),
    ),
    ExportFormat(
        "pdf",
        "timeline.pdf",
        "Make a PDF to print: a hand-out, the whole page, or a poster.",
        "pdf.export:pdf",
        ("layout", "paper", "all"),
    ),
    ExportFormat(
        "xlsx",
        "timeline.xlsx",
        "Make an Excel workbook to edit, which timeline import reads back.",
        "data.workbook:xlsx",
        is_internal=True,
    ),
    ExportFormat(
        "checklist",
        "checklist.xlsx",
        "Make a fact-check sheet: every statement beside what its source says, to tick.",
        "data.checklist.export:checklist",
        ("format",),
        also=(".html",),
        is_internal=True,
    ),
    ExportFormat(
        "timelinejs",
        "timelinejs.json",
        "Write the JSON of TimelineJS, as far as it can hold the events.",
        "data.other_tools.timelinejs:timelinejs",
    ),
    ExportFormat(
        "markwhen",
        "timeline.mw",
        "Write text for markwhen, as far as it can hold the events.",
        "data.other_tools.markwhen:markwhen",
    ),
    ExportFormat(
        "h5p",
        "timeline.h5p",
        "Make a package for H5P, as far as it can hold the events.",
        "data.other_tools.h5p:h5p",
    ),
    ExportFormat(
        "article",
        "article.html",
        "Write plain HTML to paste into an article.",
        "data.article:article",
    ),
    ExportFormat(
        "cards",
        "cards.json",
        "Write the events as JSON for the timeline cards of a content management system.",
        "data.article:cards",
    ),
    ExportFormat(
        "csl",
        "sources.json",
        "List the sources as CSL-JSON, for Zotero and citation processors.",
        "references.export:csl",
    ),
    ExportFormat(
        "ris",
        "sources.ris",
        "List the sources as RIS, for most reference managers.",
        "references.export:ris",
    ),
    ExportFormat(
        "bibtex",
        "sources.bib",
        "List the sources as BibLaTeX entries, for LaTeX.",
        "references.export:bibtex",
    ),
)
