"""The site of event files as they are now, in memory: the last good one, and what is wrong since.

It is made for speed: a file is parsed only when it has changed, of the pages only the one in view is made
at once, and its chart only for the widths of the windows that show it. Everything else is made when it is
asked for. Pictures in PNG are left out. The events in a file that was changed are shown before the rest of
the page follows, which of a large timeline takes seconds.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Condition, RLock

from timeline.build import check
from timeline.layout import WIDTHS, lay_out
from timeline.model import Timeline
from timeline.model.problems import Problem, errors
from timeline.model.scene import Scene
from timeline.reading import Memory
from timeline.render import ASSETS, index_page, render

PAGE = "index.html"
#: Before any window has reported its width.
_USUAL = 960
#: For so many widths the chart is made at once.
_MOST_WIDTHS = 2
#: The first page of more events is made for one width; and so many files that changed are looked at first.
_LARGE, _MOST_FILES = 200, 10
#: For so many versions the files stay that a page may still ask for.
_VERSIONS = 3


class Site:
    """The files of one version of the timeline, each made when it is first asked for."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._scenes: dict[int, Scene] = {}
        self._pages: dict[tuple[int, ...], dict[str, bytes]] = {}
        self._all: dict[str, bytes] = {}
        self.is_large = len(timeline.events) > _LARGE
        self._lock = RLock()

    def page(self, widths: Sequence[int]) -> tuple[bytes, tuple[int, ...]]:
        """The page, and the widths of windows that its chart fits: these at least."""
        with self._lock:
            wanted = tuple(sorted(widths))
            made = next((key for key in self._pages if set(wanted) <= set(key)), None)
            if made is None:
                made = wanted
                self._pages[made] = index_page(self._timeline, self._scenes_of(made))
            return self._pages[made][PAGE], made

    def file(self, name: str) -> bytes | None:
        """Any file of the site but the page, None if there is none of that name."""
        with self._lock:
            found = self.made(name)
            if found is None and not self._all:
                self._all = render(self._timeline, self._scenes_of(WIDTHS))
            return self._all.get(name) if found is None else found

    def made(self, name: str) -> bytes | None:
        """The same if it has been made already."""
        return next((files[name] for files in (*self._pages.values(), self._all) if name in files), None)

    def _scenes_of(self, widths: Sequence[int]) -> list[Scene]:
        for width in widths:
            if width not in self._scenes:
                self._scenes[width] = lay_out(self._timeline, width)
        return [self._scenes[width] for width in widths]


@dataclass(frozen=True, slots=True)
class State:
    """What there is to show: the number of this state and of the site, and what is wrong since.

    ``warnings`` are those of the site.

    ``patches`` are events of the site as they are since: the HTML of each by its id. ``site`` is 0 while
    there is none. ``failure`` is set if a bug in timeline keeps the files from being shown. ``preview``
    tells apart the states of one preview from those of another on the same port.
    """

    preview: str
    number: int = 0
    site: int = 0
    faults: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    failure: str = ""
    patches: tuple[tuple[str, str], ...] = ()

    @property
    def version(self) -> str:
        """The name of this version of the site."""
        return f"{self.preview}-{self.site}"


@dataclass
class Preview:
    """The state of the files and their site; threads may wait for the next one."""

    events: Path
    has_drafts: bool = False
    state: State = field(default_factory=lambda: State(secrets.token_hex(4)), init=False)
    _changed: Condition = field(default_factory=Condition, init=False)
    _sites: list[Site] = field(default_factory=list, init=False)
    _widths: list[int] = field(default_factory=list, init=False)
    _memory: Memory = field(default_factory=dict, init=False)
    _changes: int = field(default=0, init=False)
    _is_closed: bool = field(default=False, init=False)

    def look(self, changed: Collection[str]) -> None:
        """Show what has changed in some files, before `update` has read all of them and made the page."""
        with self._changed:
            self._changes += 1
            if not self._sites:
                return
        paths = [Path(name) for name in changed]
        if len(paths) > _MOST_FILES or not all(map(_is_of_events, paths)):
            return
        timeline, problems = check(paths, is_whole=False, has_drafts=self.has_drafts, demands_review=False)
        shown = {path.as_posix() for path in paths}
        with self._changed:
            others = (fault for fault in self.state.faults if fault.location.path not in shown)
            patches = dict(self.state.patches) | (articles(timeline) if timeline else {})
            faults = (*others, *errors(problems))
            self._become(replace(self.state, faults=faults, patches=tuple(patches.items())))

    def update(self) -> tuple[Timeline | None, tuple[Problem, ...]]:
        """Read the files again, and make the page if they have no error. What a check of them finds."""
        changes = self._changes
        try:
            timeline, problems = check(
                (self.events,), has_drafts=self.has_drafts, demands_review=False, memory=self._memory
            )
            site = Site(timeline) if timeline else None
            if site:
                site.page(self._wanted() if self._sites or site.is_large else WIDTHS)
        except Exception as error:
            failure = f"{type(error).__name__}: {error}"
            self._become(replace(self.state, faults=(), failure=failure))
            raise
        with self._changed:
            if changes != self._changes:
                pass  # it is out of date, and another update follows
            elif site is None:
                self._become(replace(self.state, faults=errors(problems), failure=""))
            else:
                self._sites = [site, *self._sites[: _VERSIONS - 1]]
                state = State(self.state.preview, self.state.number, self.state.site + 1)
                self._become(replace(state, warnings=problems))
        return timeline, problems

    def use_width(self, width: int) -> None:
        """Remember that a window shows the chart in this width."""
        with self._changed:
            if width in WIDTHS:
                self._widths = [width, *(each for each in self._widths if each != width)][:_MOST_WIDTHS]

    def page(self) -> tuple[bytes, State, tuple[int, ...]] | None:
        """The page, its state and its widths; None as long as there is none."""
        with self._changed:
            state, site = self.state, next(iter(self._sites), None)
        if site is None:
            return None
        content, widths = site.page(self._wanted())
        return content, state, widths

    def file(self, name: str) -> bytes | None:
        """A file of the site; what is named by its contents also for a page of an earlier version."""
        with self._changed:
            sites = tuple(self._sites)
        if name.startswith(ASSETS):
            for site in sites:
                if (found := site.made(name)) is not None:
                    return found
        return sites[0].file(name) if sites else None

    def wait(self, number: int, seconds: float) -> State | None:
        """The state once it has another number than this, or after some time as it is; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self.state.number != number, seconds)
            return None if self._is_closed else self.state

    def close(self) -> None:
        """End the waiting of all threads."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def _wanted(self) -> tuple[int, ...]:
        """The widths for which the chart is made first."""
        with self._changed:
            return tuple(self._widths or [_USUAL])

    def _become(self, state: State) -> None:
        with self._changed:
            self.state = replace(state, number=self.state.number + 1)
            self._changed.notify_all()


def _is_of_events(path: Path) -> bool:
    return path.suffix.lower() in (".yaml", ".yml") and not path.name.startswith("_") and path.is_file()


def articles(timeline: Timeline) -> dict[str, str]:
    """The HTML of each event as the page shows it, by its id, without links to events that are not here."""
    if not timeline.events:
        return {}
    ids = {event.id for event in timeline.events}
    events = (
        replace(event, related=tuple(other for other in event.related if other in ids))
        for event in timeline.events
    )
    timeline = timeline.with_events(tuple(events))
    page = index_page(timeline, [lay_out(timeline, _USUAL)])[PAGE].decode()
    parts = re.findall(r'<article [^>]*?\bid="?([\w.-]+).*?</article>', page, re.DOTALL)
    texts = re.findall(r"<article .*?</article>", page, re.DOTALL)
    return dict(zip(parts, texts, strict=True))
