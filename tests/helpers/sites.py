"""Servers on this machine: one that speaks HTTP, and one that sends whatever bytes a test wants."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

Reply = tuple[int, dict[str, str]]


@dataclass
class Site:
    """A server: its address, the answers by path, or by method and path, and the requests it got."""

    home: str
    answers: dict[str, Reply] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)

    def reply(self, method: str, path: str) -> Reply:
        return self.answers.get(f"{method} {path}") or self.answers.get(path) or (404, {})


@contextmanager
def http_site(certificate: Path | None = None) -> Iterator[Site]:
    """A server that answers HEAD and GET, by https if it has a certificate; 404 for an unknown path."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append(f"{self.command} {self.path}")
            site.agents.add(self.headers["User-Agent"])
            status, headers = site.reply(self.command, self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Does not log requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    scheme = "http"
    if certificate:
        scheme, context = "https", ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    site = Site(f"{scheme}://127.0.0.1:{server.server_port}")
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def raw_site(chunks: Callable[[], Iterator[bytes]]) -> Iterator[str]:
    """The address of a server that reads a request and sends these bytes, until the other side has left."""

    def serve(taken: socket.socket) -> None:
        with taken, suppress(OSError):
            taken.settimeout(5)
            taken.recv(10_000)
            for chunk in chunks():
                taken.sendall(chunk)

    def accept() -> None:
        with suppress(OSError):
            while True:
                Thread(target=serve, args=(listening.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listening:
        Thread(target=accept, daemon=True).start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for a connection
