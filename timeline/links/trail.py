"""Follows the redirects from an address, as far as the bounds allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline.fetching import MAX_REDIRECTS, Answer, FetchError, UnknownHostError


@dataclass(frozen=True, slots=True)
class Trail:
    """The answers on the way from ``address``: its own, then those of the addresses that they lead to.

    ``trouble`` is why the last address gave no answer, in words that follow it; ``is_unknown_host`` if that
    is because the name service says that its host does not exist.
    """

    address: str
    answers: tuple[Answer, ...] = ()
    trouble: str = ""
    is_unknown_host: bool = False

    @property
    def last(self) -> str:
        """The address at which the way ends.

        >>> Trail("https://example.org/a", (Answer(302, "https://example.org/b"), Answer(200))).last
        'https://example.org/b'
        """
        led = [answer.location for answer in self.answers if answer.location]
        return led[-1] if led else self.address


def follow(address: str, ask: Callable[[str], Answer]) -> Trail:
    """The way from ``address``. ``ask`` gives the answer of an address, or raises FetchError."""
    answers: list[Answer] = []
    here, seen = address, {address}
    while True:
        try:
            answer = ask(here)
        except FetchError as error:
            is_unknown = isinstance(error, UnknownHostError) and error.is_certain
            return Trail(address, tuple(answers), str(error), is_unknown)
        answers.append(answer)
        here = answer.location.partition("#")[0]
        if not here:
            return Trail(address, tuple(answers))
        if here in seen:
            return Trail(address, tuple(answers), "leads on in a circle")
        if len(answers) > MAX_REDIRECTS:
            return Trail(address, tuple(answers), f"comes after more than {MAX_REDIRECTS} redirects")
        seen.add(here)
