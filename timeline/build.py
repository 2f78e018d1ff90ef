"""The pipeline: read -> normalise -> lay out -> render -> write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from timeline.model import Timeline
from timeline.model.export import Exported, ExportOptions, Report, TemplateFile
from timeline.model.problems import Problem, TimelineError, errors
from timeline.model.records import Document
from timeline.model.subset import Condition, only
from timeline.normalise import named_fonts, normalise
from timeline.normalise.knock_on import without_knock_on
from timeline.reading import File, Memory, read, read_fonts, read_template

if TYPE_CHECKING:
    from timeline.render.exports import ExportFormat

#: Wraps the files about to be read, so that a caller can show progress.
Progress = Callable[[Sequence[File]], Iterable[File]]
#: Makes further files of a timeline: their names in the output, and their bytes.
MoreFiles = Callable[[Timeline], Mapping[str, bytes]]
#: A folder and names of font files in it -> their bytes, or why they cannot be had.
Fonts = Callable[[str, Sequence[str]], Mapping[str, bytes | Problem]]


def check(  # noqa: PLR0913 -- the options of the commands
    paths: Sequence[Path],
    progress: Progress = iter,
    *,
    is_whole: bool = True,
    has_drafts: bool = False,
    demands_review: bool = True,
    memory: Memory | None = None,
) -> tuple[Timeline | None, tuple[Problem, ...]]:
    """The timeline of files and folders, None if there is an error, and the problems of all files in order.

    Unless ``is_whole``, the files are a part of a timeline, and ``related`` may name events outside it.
    Events that are marked as drafts are left out, with a warning, unless ``has_drafts``. Where the timeline
    is not to be published, ``demands_review`` is False: a main event that nobody has checked is no error
    then. With a ``memory``, files that have not changed since the last check are not parsed again.
    """
    documents, unread = read(paths, progress, memory=memory)
    folder = paths[0].as_posix()
    return check_documents(
        documents,
        unread,
        read_fonts,
        is_whole=is_whole,
        has_drafts=has_drafts,
        demands_review=demands_review,
        folder=folder,
    )


def check_documents(  # noqa: PLR0913 -- the options of `check`
    documents: Sequence[Document],
    unread: Sequence[Problem],
    fonts_of: Fonts,
    *,
    is_whole: bool = True,
    has_drafts: bool = False,
    demands_review: bool = True,
    folder: str = "events",
) -> tuple[Timeline | None, tuple[Problem, ...]]:
    """Like `check`, for files that have been read: ``unread`` are the problems of those that could not be,
    ``fonts_of`` gives the font files that they name.
    """
    fonts = fonts_of(*named_fonts(documents))
    timeline, found = normalise(
        documents,
        is_whole=is_whole,
        has_drafts=has_drafts,
        demands_review=demands_review,
        folder=folder,
        fonts=fonts,
    )
    problems = tuple(sorted((*unread, *without_knock_on(found, unread, documents))))
    return (None if errors(problems) else timeline), problems


def load(events: Path, progress: Progress = iter, *, demands_review: bool = True) -> Timeline:
    """The timeline in a folder of event files (or in one file). ``demands_review`` as in `check`.

    Raises TimelineError with every fault; warnings alone raise nothing.

    >>> import tempfile
    >>> event = '''
    ... title: European leaders meet in Paris
    ... date: 17 February 2025
    ... track: Europe
    ... sources: [{url: "https://www.example.org/story", publisher: Example News}]
    ... '''
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "2025-02-17-paris.yaml").write_text(event, encoding="utf-8")
    ...     [(event.id, event.when.edtf) for event in load(Path(folder)).events]
    [('paris', '2025-02-17')]
    """
    timeline, problems = check((events,), progress, demands_review=demands_review)
    if timeline is None:
        raise TimelineError(problems)
    return timeline


def build(  # noqa: PLR0913 -- the options of the command
    events: Path,
    output: Path,
    progress: Progress = iter,
    *,
    subset: Sequence[Condition] = (),
    is_standalone: bool = False,
    is_external: bool = False,
    has_drafts: bool = False,
    is_forced: bool = False,
    more_files: MoreFiles | None = None,
) -> Report:
    """Builds the page of ``events`` in ``output``; with ``is_standalone`` also as a single file.

    With a ``subset`` the output holds only the events that meet these conditions. With ``is_external`` no
    page has an inline script or style, as servers with a strict policy demand. Only with ``has_drafts`` it
    holds events that are marked as drafts. Unless ``is_forced``, a
    folder of files that no build wrote is refused. ``more_files`` makes further files of the timeline.

    Raises TimelineError with every fault, NoSuchSubsetError, or WriteError if ``output`` cannot be written;
    in each case the earlier output stays as it was.
    """
    timeline, problems = check((events,), progress, has_drafts=has_drafts)
    if timeline is None:
        raise TimelineError(problems)
    made = _files(only(timeline, subset), is_standalone=is_standalone, is_external=is_external)
    files = dict(made.files) | dict(more_files(made.timeline) if more_files else {})
    return _written(output, made, files, problems, is_forced=is_forced)


def build_beside_others(  # noqa: PLR0913 -- the options of the command
    events: Path,
    output: Path,
    *,
    is_standalone: bool = False,
    is_external: bool = False,
    has_drafts: bool = False,
    is_forced: bool = False,
) -> tuple[Report, dict[str, bytes]]:
    """Like `build`, for one of several timelines: also the files that they share, which it does not write.

    These lie in the folder above ``output``, and are named by their contents. With ``is_external`` a
    timeline shares nothing: its policy allows the scripts of its own folder only.
    """
    timeline, problems = check((events,), has_drafts=has_drafts)
    if timeline is None:
        raise TimelineError(problems)
    above = "" if is_external else "../"
    fonts = tuple(replace(font, above=above) for font in timeline.theme.files)
    timeline = replace(timeline, theme=replace(timeline.theme, files=fonts))
    made = _files(timeline, is_standalone=is_standalone, is_external=is_external, above=above)
    from timeline.render.site import heading

    shared = {name: data for name, data in made.files.items() if name.startswith("../")}
    own = {name: data for name, data in made.files.items() if name not in shared}
    report = _written(output, made, own, problems, is_forced=is_forced)
    return replace(report, heading=heading(timeline), shared=tuple(shared)), shared


class _Made(NamedTuple):
    """The files of a timeline, what is not among them, and characters that no font here has."""

    timeline: Timeline
    files: Mapping[str, bytes]
    omissions: tuple[str, ...]
    missing_glyphs: tuple[str, ...]


def _files(timeline: Timeline, *, is_standalone: bool, is_external: bool, above: str = "") -> _Made:
    # A check lays nothing out and renders nothing: it begins without what only a build needs
    from timeline.layout import lay_out_all
    from timeline.render import omissions, png_files, render
    from timeline.render.pictures import png

    scenes = lay_out_all(timeline)
    # Whether PNG can be drawn: nothing else about this machine decides what is written
    has_png = png.can_draw() and png.fits(scenes[-1].width, scenes[-1].height)
    files = render(
        timeline,
        scenes,
        is_standalone=is_standalone,
        is_external=is_external,
        has_png=has_png,
        above=above,
    )
    pictures, missing_glyphs = png_files(timeline, scenes[-1]) if has_png else ({}, ())
    return _Made(
        timeline, files | pictures, omissions(timeline, scenes[-1], has_png=has_png), missing_glyphs
    )


def _written(
    output: Path, made: _Made, files: Mapping[str, bytes], problems: tuple[Problem, ...], *, is_forced: bool
) -> Report:
    """Writes the files, and says what was built."""
    from timeline.render import ASSETS
    from timeline.render.chart import plotly_js
    from timeline.writing import write

    written = write(output, files, lasting=ASSETS, is_forced=is_forced)
    return Report(
        files=tuple(zip(written.paths, map(len, files.values()), strict=True)),
        events=len(made.timeline.events),
        sources=made.timeline.documents,
        independent=made.timeline.independent,
        plotly=plotly_js.bundle().summary,
        warnings=problems,
        omissions=made.omissions,
        missing_glyphs=made.missing_glyphs,
        kept=written.kept,
    )


def export(
    format_: ExportFormat,
    events: Path,
    options: ExportOptions,
    *,
    template: Path | None = None,
    progress: Progress = iter,
) -> Exported:
    """One file of ``events`` in a format of `timeline.render.exports`, with the design of ``template``.

    Raises TimelineError with every fault, and whatever the format's maker raises.
    """
    if template is not None:
        options = replace(options, template=TemplateFile(str(template), read_template(template)))
    timeline = load(events, progress, demands_review=not format_.is_internal)
    return format_.make(timeline, options)
