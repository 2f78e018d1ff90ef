"""Runs the server of a preview, and keeps the preview up to date with the files, until it is ended."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from timeline.editing.preview import Preview
from timeline.editing.server import Server
from timeline.editing.watch import changes
from timeline.model import Timeline
from timeline.model.problems import Problem

#: What a look at the files finds: the timeline, None if it has errors, and all problems; or a bug.
Outcome = tuple[Timeline | None, tuple[Problem, ...]] | Exception


def run(server: Server, tell: Callable[[Outcome], None], begin: Callable[[], None]) -> None:
    """Serve until ``server.ended`` is set: ``tell`` what each look at the files finds, ``begin`` after the
    first.
    """
    preview, is_wanted = server.preview, Event()
    threads = [
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True),
        Thread(target=_keep_up, args=(server, is_wanted, tell, begin), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        for changed in changes(preview.events, server.ended):
            with suppress(Exception):  # the update that follows reports it
                preview.look(changed)
            is_wanted.set()
    finally:
        server.ended.set()
        is_wanted.set()
        preview.close()
        server.shutdown()
        server.server_close()


def _keep_up(
    server: Server, is_wanted: Event, tell: Callable[[Outcome], None], begin: Callable[[], None]
) -> None:
    """Updates the preview whenever that is wanted; in a thread, for a large timeline takes seconds."""
    is_first = True
    while is_wanted.wait() and not server.ended.is_set():
        is_wanted.clear()
        tell(_outcome(server.preview))
        if is_first:
            begin()
            is_first = False


def _outcome(preview: Preview) -> Outcome:
    try:
        return preview.update()
    except Exception as error:  # noqa: BLE001 -- the preview goes on, and says so
        return error
