"""Many addresses are asked politely: each host one at a time, with pauses, and not for ever."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from timeline.fetching import Answer, BrokenAnswerError, FetchError, UnknownHostError
from timeline.links import asking
from timeline.links.asking import ask_all
from timeline.links.hosts import Hosts, host_of, pause_wanted
from timeline.links.trail import Trail

A, B, C = (f"https://www.example.org/{name}" for name in "abc")
OTHER = "https://other.example.org/"


@dataclass
class Web:
    """A web without a network: what it answers to "METHOD address", when it was asked, and its clock."""

    answers: dict[str, Answer | FetchError | Callable[[], Answer]] = field(default_factory=dict)
    asked: list[tuple[float, str]] = field(default_factory=list)
    now: float = 0
    #: Seconds that a request takes.
    slowness: float = 0

    def ask(self, address: str, method: str, seconds: float) -> Answer:
        self.asked.append((self.now, f"{method} {address}"))
        self.now += min(self.slowness, seconds)
        answer = self.answers.get(f"{method} {address}", self.answers.get(address, Answer(200)))
        if isinstance(answer, FetchError):
            raise answer
        return answer if isinstance(answer, Answer) else answer()

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def trails(self, *addresses: str) -> dict[str, Trail]:
        """The trail of each address; all hosts are asked by one thread, so that the clock is its own."""
        hosts = Hosts(self.ask, lambda: self.now, self.sleep)
        return {trail.address: trail for trail in ask_all(addresses, hosts)}

    @property
    def requests(self) -> list[str]:
        return [request for _, request in self.asked]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Web:
    monkeypatch.setattr(asking, "THREADS", 1)
    return Web()


def test_a_host_is_asked_with_pauses_and_others_without(web: Web) -> None:
    web.trails(A, B, C, OTHER)
    assert web.asked == [(0, f"HEAD {A}"), (1, f"HEAD {B}"), (2, f"HEAD {C}"), (2, f"HEAD {OTHER}")]


def test_a_page_that_is_cited_twice_is_asked_once(web: Web) -> None:
    assert web.trails(A, A) == {A: Trail(A, (Answer(200),))}
    assert web.requests == [f"HEAD {A}"]


def test_the_host_of_a_redirect_gets_its_pauses_too(web: Web) -> None:
    web.answers[A] = web.answers[B] = Answer(302, OTHER)
    web.trails(A, B)
    assert [(when, request) for when, request in web.asked if OTHER in request] == [
        (0, f"HEAD {OTHER}"),
        (1, f"HEAD {OTHER}"),
    ]


@pytest.mark.parametrize("refused", [Answer(405), Answer(403), Answer(404), Answer(501), Answer(503)])
def test_what_head_denies_is_asked_by_get(web: Web, refused: Answer) -> None:
    web.answers[f"HEAD {A}"] = refused
    assert web.trails(A)[A].answers == (Answer(200),)
    assert web.asked == [(0, f"HEAD {A}"), (1, f"GET {A}")]


def test_a_server_that_hangs_up_on_head_is_asked_by_get(web: Web) -> None:
    web.answers[f"HEAD {A}"] = BrokenAnswerError("gives no answer that is HTTP")
    assert web.trails(A)[A].answers == (Answer(200),)
    web.answers[A] = BrokenAnswerError("gives no answer that is HTTP")
    assert web.trails(A)[A] == Trail(A, (), "gives no answer that is HTTP")


def test_a_host_that_asks_for_a_short_pause_gets_it(web: Web) -> None:
    web.answers[f"HEAD {A}"] = Answer(429, retry_after="30")
    trails = web.trails(A, B)
    assert [trail.answers for trail in trails.values()] == [(Answer(200),), (Answer(200),)]
    assert web.asked == [(0, f"HEAD {A}"), (30, f"GET {A}"), (31, f"HEAD {B}")]


@pytest.mark.parametrize(
    "busy",
    [
        Answer(429),
        Answer(429, retry_after="61"),
        Answer(429, retry_after="9" * 9),
        Answer(429, retry_after="9" * 5_000),
        Answer(429, retry_after="-1"),
        Answer(429, retry_after="Fri, 31 Dec 1999 23:59:59 GMT"),
        Answer(503, retry_after="3600"),
    ],
)
def test_a_host_that_asks_for_a_longer_pause_is_left_for_this_run(web: Web, busy: Answer) -> None:
    web.answers[A] = busy
    trails = web.trails(A, B)
    assert trails[A].answers == (busy,)
    words = f"was not asked, since another address of its host answers with the status {busy.status}"
    assert trails[B] == Trail(B, (), words)
    assert web.requests == [f"HEAD {A}"]


def test_a_host_that_is_still_busy_after_the_pause_is_left(web: Web) -> None:
    web.answers[A] = Answer(429, retry_after="5")
    assert "was not asked" in web.trails(A, B)[B].trouble
    assert web.requests == [f"HEAD {A}", f"GET {A}"]


def test_a_host_that_does_not_answer_twice_is_left(web: Web) -> None:
    web.answers |= dict.fromkeys((A, B), FetchError("does not answer"))
    trails = web.trails(A, B, C, OTHER)
    assert [trails[page].trouble for page in (A, B, C, OTHER)] == [
        "does not answer",
        "does not answer",
        "was not asked, since another address of its host does not answer",
        "",
    ]
    assert web.requests == [f"HEAD {A}", f"HEAD {B}", f"HEAD {OTHER}"]


def test_an_answer_in_between_counts(web: Web) -> None:
    web.answers |= dict.fromkeys((A, C), FetchError("does not answer"))
    web.trails(A, B, C, f"{C}/more")
    assert len(web.requests) == 4


def test_a_host_that_is_not_known_is_looked_up_once(web: Web) -> None:
    web.answers[A] = UnknownHostError("www.example.org", is_certain=True)
    trails = web.trails(A, B)
    assert [trail.is_unknown_host for trail in trails.values()] == [True, True]
    assert web.requests == [f"HEAD {A}"]


def test_all_requests_for_an_address_together_have_a_bound(web: Web) -> None:
    web.slowness = 14
    web.answers |= {A: Answer(302, B), B: Answer(302, C), C: Answer(302, OTHER)}
    trouble = web.trails(A)[A].trouble
    assert trouble == "has not answered within 30 seconds"
    assert web.requests == [f"HEAD {A}", f"HEAD {B}", f"HEAD {C}"]


def test_a_run_has_a_bound(web: Web) -> None:
    web.slowness = 14
    trails = web.trails(*(f"https://{number}.example.org/" for number in range(300)))
    assert len(web.requests) == 258  # of 14 seconds each, an hour long
    left = [trail.trouble for trail in trails.values() if trail.trouble]
    assert left == ["was not asked, since 60 minutes had passed"] * 42


def test_several_hosts_are_asked_at_the_same_time_and_each_by_one_request() -> None:
    together = threading.Barrier(8, timeout=5)
    busy: Counter[str] = Counter()

    def ask(address: str, _method: str, _seconds: float) -> Answer:
        busy[host_of(address)] += 1
        assert busy[host_of(address)] == 1
        if address.endswith("/1"):
            together.wait()  # which only ends once eight hosts are being asked
        busy[host_of(address)] -= 1
        return Answer(200)

    pages = [f"https://{host}.example.org/{page}" for host in range(8) for page in (1, 2, 3)]
    trails = list(ask_all(pages, Hosts(ask, sleep=lambda _: None)))
    assert sorted(trail.address for trail in trails) == sorted(pages)
    assert {trail.answers for trail in trails} == {(Answer(200),)}


def test_a_bug_ends_the_run(web: Web) -> None:
    def fail() -> Answer:
        raise ZeroDivisionError

    web.answers[A] = fail
    with pytest.raises(ZeroDivisionError):
        web.trails(A)


def test_whoever_stops_early_causes_no_further_request() -> None:
    first, go_on = threading.Event(), threading.Event()
    asked: list[str] = []

    def ask(address: str, _method: str, _seconds: float) -> Answer:
        asked.append(address)
        if address == B:
            first.set()
            go_on.wait(5)
        return Answer(200)

    trails = ask_all([A, B, C], Hosts(ask, sleep=lambda _: None))
    assert next(trails).address == A
    assert first.wait(5)
    trails.close()
    threads = [thread for thread in threading.enumerate() if thread.name == asking.NAME]
    assert threads
    go_on.set()
    for thread in threads:
        thread.join(5)
        assert not thread.is_alive()
    assert asked == [A, B]


def test_a_run_that_ends_during_a_pause_makes_no_further_request() -> None:
    asked: list[str] = []

    def ask(address: str, _method: str, _seconds: float) -> Answer:
        asked.append(address)
        return Answer(200)

    trails = list(ask_all([A, B], Hosts(ask, sleep=lambda _: True)))
    assert [trail.trouble for trail in trails] == ["", "was not asked, since the run has ended"]
    assert asked == [A]


def test_a_pause_is_read_as_seconds() -> None:
    answers = [Answer(429, retry_after=text) for text in ("0", "7", "", "soon")]
    assert [pause_wanted(answer) for answer in answers] == [1, 7, math.inf, math.inf]
    assert pause_wanted(Answer(503)) == 0
    assert pause_wanted(Answer(200, retry_after="7")) == 0
