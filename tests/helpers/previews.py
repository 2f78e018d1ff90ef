"""A preview that runs while a test asks for its pages."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

from timeline.editing.extension import Extension
from timeline.editing.preview import Preview
from timeline.editing.running import Outcome, run
from timeline.editing.server import Server

#: Seconds after which a test gives up. Nothing waits for so long that works.
PATIENCE = 60


@dataclass
class Running:
    """A server, and what it has told of the files."""

    server: Server
    told: list[Outcome] = field(default_factory=list)

    @property
    def address(self) -> str:
        return self.server.address

    def ask(
        self, path: str = "/", method: str = "GET", body: bytes = b"", **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """The status, the headers and the body of an answer; ``Host`` is the server's own unless given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE)
        try:
            connection.putrequest(method, path, skip_host="Host" in headers, skip_accept_encoding=True)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders(body or None)
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode()
        finally:
            connection.close()

    def until(self, condition: Callable[[dict[str, Any]], bool], width: int = 0) -> dict[str, Any]:
        """The first state that meets a condition, as the script of the page is told of it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=PATIENCE)
        state: dict[str, Any] = {}
        try:
            connection.request("GET", f"/__timeline/events?width={width}")
            with connection.getresponse() as stream:
                heartbeats = 0
                for line in stream:
                    heartbeats += line.startswith(b":")
                    assert heartbeats < 3, f"no such state; the last is {state}"
                    if line.startswith(b"data: "):
                        state = json.loads(line.removeprefix(b"data: "))
                        if condition(state):
                            return state
        finally:
            connection.close()
        raise AssertionError("the stream has ended")


@contextmanager
def previewed(
    events: Path, *, has_drafts: bool = False, extension: Extension | None = None
) -> Iterator[Running]:
    """A preview of event files, which has looked at them once, and what ``extension`` answers."""
    server = Server(Preview(events, has_drafts), 0, extension)
    running, has_begun = Running(server), Event()
    thread = Thread(target=run, args=(server, running.told.append, has_begun.set), daemon=True)
    thread.start()
    assert has_begun.wait(PATIENCE)
    yield running
    server.ended.set()
    thread.join(PATIENCE)
    assert not thread.is_alive()
