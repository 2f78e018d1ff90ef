"""Serves a preview to browsers of this machine, and to nobody else.

A page of any site can make a browser send requests to this machine, also under a name of its own that leads
here. So the server listens on the loopback address only, answers only requests whose Host is its own, and
refuses whatever another site's page might change. It serves the files of the site by their names in memory;
no path reaches the disk.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from timeline.editing.extension import Answer, Extension, refusal
from timeline.editing.live_pages import (
    EVENTS,
    SCRIPT,
    live_script,
    message,
    page_of_faults,
    with_live_part,
)
from timeline.editing.preview import PAGE, Preview

HOST = "127.0.0.1"
#: The port that is tried first, and how many after it.
FIRST_PORT, _TRIES = 8000, 50
#: Seconds after which a connection without a request is closed, and between two signs of life.
_PATIENCE, _HEARTBEAT = 30, 15.0
_TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "woff2": "font/woff2",
}


class PortInUseError(Exception):
    """Another program uses the port, or it may not be used."""


class Server(ThreadingHTTPServer):
    """The server of a preview, on a port of this machine."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # where it would let two programs share a port

    def __init__(self, preview: Preview, port: int | None, extension: Extension | None = None) -> None:
        """Listens on ``port``, or on the first that is free; raises PortInUseError.

        ``extension`` answers requests that the preview does not know.
        """
        self.preview = preview
        self.extension = extension
        self.ended = Event()
        ports = [port] if port is not None else [*range(FIRST_PORT, FIRST_PORT + _TRIES), 0]
        for each in ports:
            try:
                super().__init__((HOST, each), _Handler)
            except OSError as error:
                if error.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
                    raise
            else:
                break
        else:
            raise PortInUseError
        names = (HOST, "localhost")
        self.hosts = {f"{name}:{self.server_port}" for name in names}
        self.hosts |= set(names) if self.server_port == 80 else set()

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, *_: object) -> None:
        """A browser that has gone is no error to report."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE
    server_version = "timeline"
    sys_version = ""

    def do_GET(self) -> None:
        if not self._is_ours():
            return
        parts = urlsplit(self.path)
        name = unquote(parts.path).removeprefix("/") or PAGE
        if not parts.path.startswith("/") or parts.scheme or parts.netloc:
            self._refuse(400, "A path is expected here.")
        elif name == EVENTS:
            self._tell_of_changes(parse_qs(parts.query).get("width", ["0"])[0])
        elif name == SCRIPT:
            self._send(live_script(), "js")
        elif (extension := self.server.extension) and name.startswith(extension.prefix):
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            self._answer(extension.get, name.removeprefix(extension.prefix), query)
        else:
            self._send_file(name)

    do_HEAD = do_GET  # noqa: N815 -- the name that http.server looks for

    def _is_ours(self) -> bool:
        """Whether the request is for this server, by a name of it; answers it otherwise."""
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0].strip().lower() not in self.server.hosts:
            self._refuse(421, f"This is the preview at {self.server.address}")
            return False
        return True

    def do_POST(self) -> None:
        extension = self.server.extension
        name = unquote(urlsplit(self.path).path).removeprefix("/")
        if extension is None or not name.startswith(extension.prefix):
            self._refuse_method()
        elif self._is_ours() and self._is_from_here():
            refused = refusal(self.headers, extension.token)
            if refused:
                self._refuse(*refused)
            else:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                self._answer(extension.post, name.removeprefix(extension.prefix), body)

    def _answer(self, method: Callable[[str, Any], Answer], name: str, asked: object) -> None:
        """Send what the extension answers."""
        try:
            found = method(name, asked)
        except Exception as error:  # noqa: BLE001 -- a bug must not end the preview
            self._refuse(500, f"This is a bug in timeline: {type(error).__name__}: {error}")
        else:
            self._send(found.content, found.extension, found.status, found.policy)

    def _is_from_here(self) -> bool:
        """Whether the request is from a page of this server; refuses it otherwise."""
        origins = {f"http://{host}" for host in self.server.hosts}
        if self.headers.get("Origin", "") in origins:
            return True
        self._refuse(403, "Requests from pages of other sites are refused.")
        return False

    def __getattr__(self, name: str) -> object:
        """Other methods than GET and HEAD change something: none is known yet, and none from elsewhere."""
        if name.startswith("do_"):
            return self._refuse_method
        raise AttributeError(name)

    def _refuse_method(self) -> None:
        self.close_connection = True  # a body may follow, which is not read
        if self._is_ours() and self._is_from_here():
            self._refuse(405, "Only GET and HEAD are known here.")

    def _send_file(self, name: str) -> None:
        preview = self.server.preview
        try:
            found = preview.page() if name == PAGE else None
            content = found[0] if found else preview.file(name)
        except Exception as error:  # noqa: BLE001 -- a bug must not end the preview
            self._refuse(500, f"This is a bug in timeline: {type(error).__name__}: {error}")
            return
        if content is None and (name == PAGE or not preview.state.site):
            self._send(page_of_faults(preview.state), "html")
        elif content is None:
            self._refuse(404, "The timeline has no file of this name.")
        elif name.endswith(".html"):
            state, widths = found[1:] if found else (preview.state, ())
            self._send(with_live_part(content, state, widths), "html")
        else:
            self._send(content, name.rpartition(".")[2])

    def _tell_of_changes(self, width: str) -> None:
        """An endless stream of states (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""
        preview = self.server.preview
        if width.isascii() and width.isdecimal() and len(width) < 6:
            preview.use_width(int(width))
        self.close_connection = True
        self._begin(200, "text/event-stream")
        self.end_headers()
        if self.command == "HEAD":
            return
        number = -1
        try:
            while (state := preview.wait(number, _HEARTBEAT)) is not None:
                is_new, number = state.number != number, state.number
                self.wfile.write(b"data: " + message(state) + b"\n\n" if is_new else b": still here\n\n")
        except OSError:
            pass  # the page was closed

    def _send(self, content: bytes, extension: str, status: int = 200, policy: str = "") -> None:
        self._begin(status, _TYPES.get(extension, "application/octet-stream"))
        if policy:
            self.send_header("Content-Security-Policy", policy)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _begin(self, status: int, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        self.send_header("Referrer-Policy", "no-referrer")
        if self.close_connection:
            self.send_header("Connection", "close")

    def _refuse(self, status: int, why: str) -> None:
        self.close_connection = True
        self._send(f"{why}\n".encode(), "txt", status)

    def log_message(self, *_: object) -> None:
        """Requests are not logged."""
