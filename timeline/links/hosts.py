"""Politeness: to each host one request at a time, with pauses, and no more to one that does not answer."""

from __future__ import annotations

import math
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit

from timeline import fetching
from timeline.fetching import Answer, BrokenAnswerError, FetchError, UnknownHostError

#: Seconds between two requests to a host; for one request; for all requests of an address together.
PAUSE, TIMEOUT, TIMEOUT_IN_ALL = 1.0, 15.0, 30.0
#: A host that asks for a longer pause, in seconds, is asked in another run.
LONGEST_PAUSE = 60
#: After so many addresses without an answer one after another, a host is not asked for the rest.
MOST_FAILURES = 2

_TOO_MANY_REQUESTS, _UNAVAILABLE = 429, 503
_LOWEST_ERROR = 400


@dataclass
class _Host:
    """A host during a run. Once it has a ``refusal``, it is not asked any more."""

    lock: Lock = field(default_factory=Lock)
    free_at: float = 0
    failures: int = 0
    refusal: FetchError | None = None

    def leave(self, why: str) -> None:
        self.refusal = FetchError(f"was not asked, since another address of its host {why}")


class Hosts:
    """All hosts of a run. ``ask`` makes one request; ``clock`` and ``sleep`` are in seconds.

    ``sleep`` gives True if the run has ended meanwhile.
    """

    def __init__(
        self,
        ask: Callable[[str, str, float], Answer] | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] = time.sleep,
    ) -> None:
        self._ask, self.clock, self._sleep = ask or fetching.ask, clock, sleep
        self._lock = Lock()
        self._hosts: dict[str, _Host] = {}

    def asker(self) -> Callable[[str], Answer]:
        """Asks for one cited address and those it leads to, within the seconds for all of them."""
        left = TIMEOUT_IN_ALL

        def ask_once(address: str, method: str) -> Answer:
            nonlocal left
            with self._turn(address) as host:
                if left <= 0:
                    raise FetchError(f"has not answered within {TIMEOUT_IN_ALL:.0f} seconds")
                began = self.clock()
                try:
                    return self._answer(host, address, method, min(left, TIMEOUT))
                finally:
                    left -= self.clock() - began

        return lambda address: _believed(address, ask_once)

    @contextmanager
    def _turn(self, address: str) -> Iterator[_Host]:
        """Waits until the host may be asked. Raises the FetchError of one that may not."""
        with self._lock:
            host = self._hosts.setdefault(host_of(address), _Host())
        with host.lock:
            if host.refusal:
                raise host.refusal
            pause = host.free_at - self.clock()
            if pause > 0 and self._sleep(pause):
                raise FetchError("was not asked, since the run has ended")
            try:
                yield host
            finally:
                host.free_at = max(host.free_at, self.clock() + PAUSE)

    def _answer(self, host: _Host, address: str, method: str, seconds: float) -> Answer:
        """The answer to one request; the host remembers what follows from it."""
        try:
            answer = self._ask(address, method, seconds)
        except UnknownHostError as error:
            host.refusal = error
            raise
        except FetchError as error:
            if not (method == "HEAD" and isinstance(error, BrokenAnswerError)):  # GET may do better
                host.failures += 1
            if host.failures >= MOST_FAILURES:
                host.leave(str(error))
            raise
        host.failures = 0
        pause = pause_wanted(answer)
        if pause > LONGEST_PAUSE or (pause and method == "GET"):
            host.leave(f"answers with the status {answer.status}")
        elif pause:
            host.free_at = self.clock() + pause
        return answer


def _believed(address: str, ask_once: Callable[[str, str], Answer]) -> Answer:
    """The answer to HEAD; where that is an error, the answer to GET, since some servers know nothing else.

    So a server that is too busy is asked once more, after the pause that it names.
    """
    try:
        answer = ask_once(address, "HEAD")
    except BrokenAnswerError:
        return ask_once(address, "GET")
    is_final = answer.status < _LOWEST_ERROR or pause_wanted(answer) > LONGEST_PAUSE
    return answer if is_final else ask_once(address, "GET")


def pause_wanted(answer: Answer) -> float:
    """The seconds for which a server that is too busy asks us to wait: 0 if it does not, else 1 or more.

    A day and time, or no number at all, count as longer than anybody would wait.

    >>> pause_wanted(Answer(200)), pause_wanted(Answer(429, retry_after="30")), pause_wanted(Answer(429))
    (0, 30, inf)
    """
    is_busy = answer.status == _TOO_MANY_REQUESTS or (answer.status == _UNAVAILABLE and answer.retry_after)
    if not is_busy:
        return 0
    is_number = re.fullmatch(r"[0-9]{1,9}", answer.retry_after)
    return max(1, int(answer.retry_after)) if is_number else math.inf


def host_of(address: str) -> str:
    """The host, by which addresses take turns; "" for what is no address."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
