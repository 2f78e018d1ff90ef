"""What the answers of servers say about a cited page."""

from __future__ import annotations

import pytest

from timeline.fetching import Answer, BrokenAnswerError, FetchError, UnknownHostError
from timeline.links.judging import Finding, Outcome, judge
from timeline.links.trail import Trail, follow

START = "https://www.example.org/2025/story"
OK = Finding(Outcome.OK)


def unknown(words: str) -> Finding:
    return Finding(Outcome.UNKNOWN, words)


def dead(words: str) -> Finding:
    return Finding(Outcome.DEAD, words)


def moved(new: str) -> Finding:
    return Finding(Outcome.MOVED, "has moved for good", new)


def found(*hops: tuple[int, str] | FetchError, start: str = START, is_online: bool = True) -> Finding:
    """The finding about an address whose server, and those it leads to, answer so one after the other."""
    answers = iter(hops)

    def ask(_address: str) -> Answer:
        hop = next(answers)
        if isinstance(hop, FetchError):
            raise hop
        return Answer(*hop)

    return judge(follow(start, ask), is_online=is_online)


@pytest.mark.parametrize(
    ("status", "finding"),
    [
        (200, OK),
        (204, OK),
        (404, dead("answers with the status 404")),
        (410, dead("answers with the status 410")),
        *(
            (status, unknown(f"answers with the status {status}"))
            for status in (103, 304, 400, 401, 402, 403, 405, 406, 418, 429, 451, 500, 502, 503, 504, 999)
        ),
    ],
)
def test_a_status_decides(status: int, finding: Finding) -> None:
    assert found((status, "")) == finding


NEW = "https://news.example.org/a/story"


@pytest.mark.parametrize(
    ("hops", "finding"),
    [
        ([(301, NEW)], moved(NEW)),
        ([(308, NEW)], moved(NEW)),
        ([(302, NEW)], OK),
        ([(303, NEW)], OK),
        ([(307, NEW)], OK),
        ([(301, "https://a.example.org/b"), (308, NEW)], moved(NEW)),
        ([(301, NEW), (302, "https://news.example.org/a/story?session=1")], moved(NEW)),
        ([(302, NEW), (301, "https://news.example.org/other")], OK),
        ([(301, f"{NEW}#part")], moved(f"{NEW}#part")),
    ],
)
def test_only_permanent_redirects_move_a_page(hops: list[tuple[int, str]], finding: Finding) -> None:
    assert found(*hops, (200, "")) == finding


@pytest.mark.parametrize(
    ("cited", "target"),
    [
        ("http://www.example.org/a", "https://www.example.org/a"),
        ("http://www.example.org/a", "https://example.org/a/"),
        ("https://example.org/a/", "https://www.example.org/a"),
        ("http://example.org:80/a", "https://example.org:443/a"),
        ("https://example.org/caf%C3%A9", "https://example.org/café"),
        ("https://bücher.example.org/a", "https://xn--bcher-kva.example.org/a"),
        ("http://example.org", "https://example.org/"),
    ],
)
def test_another_spelling_of_the_same_page_has_not_moved(cited: str, target: str) -> None:
    assert found((301, target), (200, ""), start=cited) == OK


@pytest.mark.parametrize("status", [301, 302])
@pytest.mark.parametrize(
    "home",
    ["", "/", "/en", "/en-gb/", "/home", "/index.html", "/default.aspx"],
)
def test_a_redirect_to_a_home_page_is_not_the_page(status: int, home: str) -> None:
    target = f"https://www.example.org{home}"
    assert found((status, target), (200, "")) == unknown(f"leads to the home page {target}")


def test_a_home_page_that_is_cited_may_have_another_home() -> None:
    assert found((302, "https://www.example.org/en/"), (200, ""), start="https://www.example.org/") == OK
    new = "https://example.com/"
    assert found((301, new), (200, ""), start="https://example.org/") == moved(new)


@pytest.mark.parametrize(
    "gate",
    [
        "https://www.example.org/login?next=/2025/story",
        "https://www.example.org/user/sign-in.php",
        "https://consent.example.org/?continue=story",
        "https://accounts.example.com/v3/ask",
        "https://www.example.org/cookie-wall/2025/story",
    ],
)
@pytest.mark.parametrize("status", [301, 302])
def test_a_page_that_asks_for_a_log_in_is_not_the_page(status: int, gate: str) -> None:
    words = f"leads to {gate}, which may ask for a log-in or consent"
    assert found((status, gate), (200, "")) == unknown(words)


def test_what_a_redirect_leads_to_is_judged_by_its_own_answer() -> None:
    assert found((301, NEW), (404, "")) == dead(f"leads to {NEW}, which answers with the status 404")
    assert found((301, NEW), (403, "")) == unknown(f"leads to {NEW}, which answers with the status 403")
    error = FetchError("leads to 10.0.0.1, which is not an address of the public internet")
    assert found((301, NEW), error) == unknown(f"leads to {NEW}, which {error}")


def test_circles_and_long_ways_are_left() -> None:
    assert found((301, START)) == unknown("leads on in a circle")
    assert found((301, f"{START}#part")) == unknown(f"leads to {START}#part, which leads on in a circle")
    assert found((301, NEW), (301, START)) == unknown("leads on in a circle")
    hops = [(302, f"https://example.org/{number}") for number in range(6)]
    words = "leads to https://example.org/5, which comes after more than 5 redirects"
    assert found(*hops) == unknown(words)


@pytest.mark.parametrize("error", [FetchError, BrokenAnswerError])
def test_without_an_answer_nothing_is_known(error: type[FetchError]) -> None:
    assert found(error("does not answer")) == unknown("does not answer")


def test_a_host_that_does_not_exist_is_dead_if_there_is_a_network() -> None:
    words = "is on the host www.example.org, which is not known"
    error = UnknownHostError("www.example.org", is_certain=True)
    assert found(error) == dead(words)
    assert found(error, is_online=False) == unknown(
        f"{words}; no other host has answered, so there may be no network"
    )
    assert found((301, NEW), error) == dead(f"leads to {NEW}, which {words}")


def test_a_name_service_that_does_not_answer_leaves_it_unknown() -> None:
    error = UnknownHostError("www.example.org", is_certain=False)
    assert found(error) == unknown("is on the host www.example.org, which is not known")


def test_the_fragment_is_not_asked_for() -> None:
    asked: list[str] = []

    def ask(address: str) -> Answer:
        asked.append(address)
        return Answer(301, f"{NEW}#part") if len(asked) == 1 else Answer(200)

    assert follow(START, ask) == Trail(START, (Answer(301, f"{NEW}#part"), Answer(200)))
    assert asked == [START, NEW]
