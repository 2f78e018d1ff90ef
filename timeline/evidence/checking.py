"""Checks each claim about a source against its kept copies, or against what was found in them earlier."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.evidence.asking import Copy
from timeline.evidence.claims import Claim, document_of
from timeline.evidence.matching import Match, Result, Text
from timeline.evidence.nearest import nearest
from timeline.evidence.store import Store
from timeline.model import KeptCopy


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kept copies say of a claim.

    ``match`` is what was found, None if nothing was asked; ``copy`` the copy that was asked, the latest one
    that has the words. ``is_changed``: the copy at hand is not the recorded one. ``is_gone``: an earlier
    copy has the words, and the latest has not. ``near`` are the words most like those that are not there.
    """

    claim: Claim
    match: Match | None = None
    copy: KeptCopy | None = None
    is_changed: bool = False
    is_gone: bool = False
    near: str = ""

    @property
    def result(self) -> str:
        """As it is reported: "found", "found in pieces", "not found" or "not checked"."""
        return str(self.match.result) if self.match else "not checked"


def check(claims: Sequence[Claim], evidence: Iterable[KeptCopy], store: Store) -> Iterator[Verdict]:
    """The verdict on each claim."""
    copies: defaultdict[str, list[KeptCopy]] = defaultdict(list)
    for copy in evidence:
        copies[document_of(copy.url)].append(copy)
    asking = _Asking(store)
    for claim in claims:
        yield asking.verdict(claim, copies[claim.document][::-1])


class _Asking:
    """Asks copies, each of which is read once for all claims of one event about it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._opened = lru_cache(maxsize=8)(self._open)

    def verdict(self, claim: Claim, copies: Sequence[KeptCopy]) -> Verdict:
        """What the copies of its source say, the latest of which comes first."""
        latest: Verdict | None = None
        for kept in copies:
            found = self._ask(claim, kept)
            if found.match and found.match.result is not Result.NOT_FOUND:
                is_gone = latest is not None and latest.match is not None
                return Verdict(claim, found.match, kept, is_gone=is_gone)
            if latest is None or (latest.match is None and found.match):
                latest = found
        return latest or Verdict(claim)

    def _ask(self, claim: Claim, kept: KeptCopy) -> Verdict:
        copy = self._opened(kept.digest)
        if copy is None and self._store.has(kept.digest):
            return Verdict(claim, copy=kept, is_changed=True)
        match = copy.ask(claim.field, claim.text, claim.language) if copy else _recorded(claim, kept)
        is_absent = match is not None and match.result is Result.NOT_FOUND
        near = _nearest(claim, copy) if copy and is_absent else ""
        return Verdict(claim, match, kept, near=near)

    def _open(self, digest: str) -> Copy | None:
        page = self._store.page(digest)
        return Copy(page) if page else None


def _recorded(claim: Claim, kept: KeptCopy) -> Match | None:
    """What was found when the copy was at hand, as far as the recorded words bear it out."""
    finding = kept.finding(claim.field, claim.text)
    if finding is None:
        return None
    if not finding.is_found:
        return Match(Result.NOT_FOUND)
    words = finding.words or finding.text
    if claim.field not in {"quote", "says"}:
        return Match(Result(finding.result), words)
    return Text(finding.context or words).find(claim.text, ignores_case=claim.field == "says")


def _nearest(claim: Claim, copy: Copy) -> str:
    match claim.field:
        case "quote" | "says":
            return nearest(claim.text, copy.page.text)
        case "title":
            return copy.page.titles[0] if copy.page.titles else ""
        case "author":
            return "; ".join(copy.page.authors)
        case _:
            return copy.page.published[0] if copy.page.published else ""
