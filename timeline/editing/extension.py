"""What a preview can answer beside its own pages: the requests of `timeline edit`."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from typing import Protocol

#: Largest body of a request, in bytes.
MAX_BODY = 1_000_000
#: The header that carries the token of this run.
TOKEN = "X-Timeline-Token"  # noqa: S105 -- its name


@dataclass(frozen=True, slots=True)
class Answer:
    """A status, a body and the extension of its kind of file; a page has a Content Security Policy."""

    status: int
    content: bytes
    extension: str = "json"
    policy: str = ""


class Extension(Protocol):
    """Answers requests whose path begins with ``prefix``. ``token`` is what each POST must carry."""

    prefix: str
    token: str

    def get(self, name: str, query: Mapping[str, str]) -> Answer:
        """The answer to a GET of a path without the prefix."""

    def post(self, name: str, body: bytes) -> Answer:
        """The answer to a POST."""


def refusal(headers: Message, token: str) -> tuple[int, str] | None:
    """Why a POST from our own page is not answered: a status and a sentence; None if it may be.

    >>> from email.message import Message
    >>> refusal(Message(), "secret")[0]
    403
    """
    if not hmac.compare_digest(headers.get(TOKEN, "").encode(), token.encode()):
        return 403, "This page is of an earlier run of timeline edit."
    if headers.get_content_type() != "application/json" or "Content-Type" not in headers:
        return 415, "JSON is expected here."
    length = headers.get("Content-Length", "")
    if "Transfer-Encoding" in headers or not (length.isascii() and length.isdecimal()):
        return 411, "The length of the body is missing."
    if len(length) > 12 or int(length) > MAX_BODY:
        return 413, "That is too large."
    return None
