"""Reads a PDF file from stdin and writes its words as JSON to stdout: the process that `pdf` starts."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

#: Bytes of memory, where the system can bound them.
_MOST_MEMORY = 2_000_000_000
_MOST_TEXT = 5_000_000


def main() -> None:
    """Read, and answer with ``pages``, ``title`` and ``author``, or with why not as ``refused``."""
    _bound_memory()
    content = sys.stdin.buffer.read()
    json.dump(_words(content), sys.stdout)


def _words(content: bytes) -> dict[str, Any]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"refused": "locked"}
        about = reader.metadata
        pages: list[str] = []
        left = _MOST_TEXT
        for page in reader.pages:
            pages.append(page.extract_text()[:left])
            left -= len(pages[-1])
            if left <= 0:
                break
        title, author = (str(about.title or ""), str(about.author or "")) if about else ("", "")
    except PyPdfError:
        return {"refused": "broken"}
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        IndexError,
        OverflowError,
        RecursionError,
        OSError,
    ):
        return {"refused": "broken"}  # what pypdf raises for broken files
    return {"pages": pages, "title": title, "author": author}


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bound
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


if __name__ == "__main__":
    main()
