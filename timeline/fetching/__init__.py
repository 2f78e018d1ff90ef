"""The public web. Nothing else in timeline connects to another machine.

`fetch` gets one page or file, `ask` only asks whether it is there. Both connect through ``connection``,
which refuses every address inside a network.
"""

from __future__ import annotations

from timeline.fetching.addresses import TEST_SWITCH
from timeline.fetching.asking import Answer, ask, is_known_host
from timeline.fetching.errors import BrokenAnswerError, FetchError, UnknownHostError
from timeline.fetching.pages import MAX_REDIRECTS, PAGES, Fetched, fetch

__all__ = [
    "MAX_REDIRECTS", "PAGES", "TEST_SWITCH", "Answer", "BrokenAnswerError", "FetchError", "Fetched",
    "UnknownHostError", "ask", "fetch", "is_known_host",
]  # fmt: skip
