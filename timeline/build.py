"""The pipeline as one short function: read -> normalise -> (lay out, render) -> write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain
from pathlib import Path, PurePosixPath

from timeline import reading
from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.model.problems import Location, Problem, TimelineError, errors
from timeline.model.records import Document
from timeline.normalise import normalise
from timeline.reading import File, read
from timeline.render import bibliography, left_out, png_files, render
from timeline.render.chart import plotly_js
from timeline.render.pictures.cards import event_card, preview
from timeline.writing import write

#: Wraps the files about to be read, so that a caller can show how far the work is.
Progress = Callable[[Sequence[File]], Iterable[File]]

_DATES = ("E012", "E013", "E014", "E015", "W002", "W003", "W007")
#: File that could not be read -> codes that may only follow from that: what is missed may stand in it.
#: Dates hang on the timeline's language and order of numbers, and on the zones of places.
_FOLLOWS = {"_timeline": ("E026", *_DATES), "_people": ("W001",), "_places": ("W001", *_DATES)}
#: Likewise for any other file or folder.
_FOLLOWS_FROM_ANY = ("E008", "E026", "W001")


@dataclass(frozen=True, slots=True)
class Report:
    """What a build made: each file with its size in bytes, what it holds, lacks, and what to look at.

    ``plotly`` says in words which of Plotly's bundles is among the files; ``boxes`` are the letters for
    which no font of this machine has a form, so that boxes stand for them in the PNG files. ``kept`` are
    files of an earlier build that are no longer part of it but were changed by somebody since.
    """

    files: tuple[tuple[Path, int], ...]
    events: int
    sources: int
    publishers: int
    plotly: str
    warnings: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    kept: tuple[Path, ...] = ()


def examine(
    paths: Sequence[Path], progress: Progress = iter, *, is_whole: bool = True
) -> tuple[Timeline | None, tuple[Problem, ...]]:
    """The timeline that files and folders hold, with every problem of every file in file order.

    Where they are not the whole timeline, ``related`` may name events that are not among them. None where
    there is any error. What is missed may stand in a file that could not be read: such faults are reported
    once that file is well.
    """
    documents, unread = read(paths, progress=progress)
    timeline, found = normalise(documents, is_whole=is_whole, folder=paths[0].as_posix())
    follows = _following(unread, documents, found)
    found = tuple(problem for problem in found if problem.code not in follows or _stem(problem) in _FOLLOWS)
    problems = tuple(sorted((*unread, *found)))
    return (None if errors(problems) else timeline), problems


def _following(
    unread: tuple[Problem, ...], documents: Sequence[Document], found: tuple[Problem, ...]
) -> frozenset[str]:
    """The codes that may only follow from files that could not be read, or have the wrong form."""
    names = {_stem(problem) for problem in errors(unread)} - {document.name for document in documents}
    formless = {problem.location for problem in found if problem.code == "E021"}
    names |= {document.name for document in documents if document.root.at in formless}
    codes = [_FOLLOWS[name] for name in names & _FOLLOWS.keys()]
    return frozenset(chain(_FOLLOWS_FROM_ANY if errors(unread) else (), *codes))


def _stem(problem: Problem) -> str:
    """The name of the file at fault, without folder and ending."""
    return PurePosixPath(problem.location.path).stem


def load(events: Path, progress: Progress = iter) -> Timeline:
    """The timeline in a folder of event files (or in one file).

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
    timeline, problems = examine((events,), progress)
    if timeline is None:
        raise TimelineError(problems)
    return timeline


def build(events: Path, output: Path, progress: Progress = iter, *, is_standalone: bool = False) -> Report:
    """Build the page of ``events`` in ``output``, on request also as one file that needs no other.

    Raises TimelineError with every fault, and writes nothing then; WriteError when ``output`` cannot
    be written. Either way the last good page stays.
    """
    timeline, problems = examine((events,), progress)
    if timeline is None:
        raise TimelineError(problems)
    scenes = [lay_out(timeline, width) for width in WIDTHS]
    drawn, boxes = png_files(timeline, scenes[-1], preview(timeline, scenes[-1]))
    files = render(timeline, scenes, is_standalone=is_standalone) | drawn
    written = write(output, files)
    return Report(
        files=tuple(zip(written.paths, map(len, files.values()), strict=True)),
        events=len(timeline.events),
        sources=len(timeline.sources),
        publishers=len(timeline.publishers),
        plotly=plotly_js.bundle().told,
        warnings=problems,
        left_out=left_out(timeline),
        boxes=boxes,
        kept=written.kept,
    )


def sources(form: str, events: Path, progress: Progress = iter) -> bytes:
    """The sources of ``events`` for reference managers: "csl", "ris" or "bibtex". Raises TimelineError."""
    return bibliography(load(events, progress), form)


def hand_out(  # noqa: PLR0913  what the commands for a class may be asked for
    form: str,
    events: Path,
    *,
    everything: bool = False,
    paper: str = "a4",
    seed: int = 1,
    progress: Progress = iter,
) -> bytes:
    """What a class gets of the main events, or of ``everything``: a "handout" or a "worksheet" as HTML for
    a sheet of ``paper`` ("a4" or "letter"), or "marp", slides in Markdown. Raises TimelineError.
    """
    from timeline.render.classroom import handout, worksheet
    from timeline.render.classroom.exercise import exercise
    from timeline.render.classroom.panels import empty_line, panels
    from timeline.render.classroom.paper import PAPERS
    from timeline.render.slides import marp

    whole, sheet = load(events, progress), PAPERS[paper]
    timeline = whole if everything else whole.in_short()
    match form:
        case "handout":
            text = handout.handout(timeline, panels(timeline, sheet), sheet)
        case "worksheet":
            text = worksheet.worksheet(timeline, exercise(timeline, seed), empty_line(timeline), sheet)
        case _:
            text = marp.marp(timeline)
    return text.encode()


class NoSuchEventError(Exception):
    """No event has that id; ``advice`` names one that is like it, on a line of its own, or is ""."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(f"no event has the id {name!r}")
        near = get_close_matches(name, known, n=1)
        self.advice = f"\nTry: --event {near[0]}" if near else ""


def draw(
    form: str, events: Path, *, width: int = 0, event: str | None = None, progress: Progress = iter
) -> tuple[bytes, tuple[str, ...]]:
    """One picture of ``events``, "svg" or "png": the still, or the card of one event.

    ``width`` in px, of which a PNG has twice as many; 0 is that of the page's widest sheet, or of a
    preview. With the picture come the letters that no font here has. Raises TimelineError,
    NoSuchEventError, and NoPicturesError where PNG cannot be drawn.
    """
    from timeline.render.pictures import png
    from timeline.render.pictures import svg as picture_svg

    if form == "png":
        png.must_draw()
    timeline = load(events, progress)
    scene = lay_out(timeline, width if width and event is None else WIDTHS[-1])
    if event is not None:
        known = {one.id: one for one in timeline.events}
        if event not in known:
            raise NoSuchEventError(event, tuple(known))
        drawn = picture_svg.card(timeline, event_card(timeline, known[event], scene), width)
    else:
        drawn = picture_svg.still(timeline, scene)
    return png.png(drawn, zoom=2) if form == "png" else (drawn.encode(), ())


def present(
    events: Path, *, everything: bool = False, template: Path | None = None, progress: Progress = iter
) -> tuple[bytes, int, tuple[str, ...]]:
    """A PowerPoint deck of the main events, or of ``everything``, in the look of ``template``, if any.

    With the file come the number of its slides, and which of the template's layouts they have. Raises
    TimelineError, also where the template cannot serve.
    """
    from timeline.render.slides import compose, pptx

    data = None if template is None else reading.template(template)
    timeline = load(events, progress)
    try:
        base = pptx.default_template(timeline.theme) if data is None else pptx.read(data)
    except pptx.TemplateError as error:
        place = Location(str(template))
        raise TimelineError((Problem(place, "E010", f"the template {error}", error.advice),)) from None
    deck = compose.deck(timeline, base.sheet, everything=everything)
    return pptx.pptx(deck, base, timeline.theme), len(deck.slides), base.told
