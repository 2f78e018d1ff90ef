"""A server in front of a folder that keeps what it has answered for assets, as a CDN does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

_TYPES = {".html": "text/html", ".js": "text/javascript", ".css": "text/css"}


@contextmanager
def cached(folder: Path, *, by_query: bool, headers: dict[str, str] | None = None) -> Iterator[str]:
    """Serves ``folder`` on this machine; yields its http address.

    The first answer for a file in ``assets/`` is kept for an hour, longer than any test takes, by its path,
    or with ``by_query`` by its path and query; that it is missing is not kept. ``headers`` are sent with
    each file.
    """
    kept: dict[str, bytes] = {}

    class Cache(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            is_asset = parts.path.startswith("/assets/")
            key = self.path if by_query else parts.path
            file = folder / parts.path.removeprefix("/")
            if key not in kept and not file.is_file():
                self.send_error(404)
                return
            content = kept[key] if key in kept else file.read_bytes()
            if is_asset:
                kept[key] = content
            self.send_response(200)
            self.send_header("Content-Type", f"{_TYPES.get(file.suffix, 'text/plain')}; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "max-age=3600" if is_asset else "no-cache")
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Does not log requests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Cache)
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
