"""Asks for many addresses: several hosts at the same time, each of them politely."""

from __future__ import annotations

import queue
from collections.abc import Generator, Iterable, Sequence
from itertools import groupby
from threading import Event, Thread

from timeline.links.hosts import Hosts, host_of
from timeline.links.trail import Trail, follow

#: The name of the threads.
NAME = "timeline links"
#: So many hosts are asked at the same time.
THREADS = 8
#: Seconds of a whole run, after which no further address is asked.
LONGEST_RUN = 3600.0
#: Seconds after which a wait is interrupted to see whether somebody pressed Ctrl-C, which Windows needs.
_TICK = 0.5


def ask_all(addresses: Iterable[str], hosts: Hosts | None = None) -> Generator[Trail, None, None]:
    """The trail of each address, in whatever order the answers come.

    A consumer that stops early ends the run: no further request is begun.
    """
    stop, trails = Event(), queue.Queue[Trail | BaseException]()
    hosts = hosts or Hosts(sleep=stop.wait)
    groups = _by_host(addresses)
    work = queue.SimpleQueue[Sequence[str]]()
    for group in groups:
        work.put(group)
    run = _Run(hosts, work, trails, stop)
    for _ in range(min(THREADS, len(groups))):
        Thread(target=run, name=NAME, daemon=True).start()
    try:
        for _ in range(sum(map(len, groups))):
            yield _next(trails)
    finally:
        stop.set()


def _by_host(addresses: Iterable[str]) -> list[list[str]]:
    """The addresses of each host; those of which there are most come first, as they take longest."""
    ordered = sorted(set(addresses), key=lambda address: (host_of(address), address))
    groups = [list(group) for _, group in groupby(ordered, host_of)]
    return sorted(groups, key=len, reverse=True)


class _Run:
    """What each thread does: one host after the other, until there is none left."""

    def __init__(
        self,
        hosts: Hosts,
        work: queue.SimpleQueue[Sequence[str]],
        trails: queue.Queue[Trail | BaseException],
        stop: Event,
    ) -> None:
        self._hosts, self._work, self._trails, self._stop = hosts, work, trails, stop
        self._end = hosts.clock() + LONGEST_RUN

    def __call__(self) -> None:
        try:
            while True:
                for address in self._work.get_nowait():
                    if self._stop.is_set():
                        return
                    self._trails.put(self._trail(address))
        except queue.Empty:
            return
        except BaseException as error:  # noqa: BLE001 -- raised again by `_next`
            self._trails.put(error)

    def _trail(self, address: str) -> Trail:
        if self._hosts.clock() > self._end:
            return Trail(address, trouble=f"was not asked, since {LONGEST_RUN / 60:.0f} minutes had passed")
        return follow(address, self._hosts.asker())


def _next(trails: queue.Queue[Trail | BaseException]) -> Trail:
    while True:
        try:
            found = trails.get(timeout=_TICK)
        except queue.Empty:
            continue
        if isinstance(found, BaseException):
            raise found
        return found
