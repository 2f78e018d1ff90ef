"""Files -> copies that are kept, with what they bear out; and copies that are asked again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from timeline.evidence.asking import Copy
from timeline.evidence.claims import CitedSource, Claim, document_of
from timeline.evidence.kept_page import CopyError, KeptPage
from timeline.evidence.record import added, findings
from timeline.evidence.store import Store, digest_of
from timeline.model import KeptCopy

__all__ = ["Cited", "CopyError", "Renewed", "pages_of", "recorded", "renewed"]


@dataclass(frozen=True)
class Cited:
    """The sources that event files cite: their addresses, and what is claimed of them."""

    sources: tuple[CitedSource, ...]
    claims: tuple[Claim, ...]

    def address(self, address: str) -> str:
        """The address as the event files have it; "" if they do not cite that page."""
        return self._addresses.get(document_of(address), "")

    def claims_about(self, address: str) -> tuple[Claim, ...]:
        """What is claimed of that page."""
        return tuple(self._claims[document_of(address)])

    @cached_property
    def _addresses(self) -> dict[str, str]:
        return {document_of(each.url): each.url for each in reversed(self.sources)}

    @cached_property
    def _claims(self) -> defaultdict[str, list[Claim]]:
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            found[claim.document].append(claim)
        return found


def pages_of(content: bytes, cited: Cited, address: str) -> list[tuple[str, KeptPage]]:
    """The pages in a file that are sources, each with the address by which it is cited.

    ``address`` is what the file is said to be a copy of, "" if it says so itself. Raises CopyError.
    """
    from timeline.evidence.copies import read_pages  # which needs the libraries of every kind of copy

    is_wanted: Callable[[str], bool] = (
        (lambda each: document_of(each) == document_of(address))
        if address
        else lambda each: bool(cited.address(each))
    )
    pages = list(read_pages(content, is_wanted))
    if not pages:
        what = address or "any source of the events"
        raise CopyError(f"the archive has no copy of {what}", "the address in the archive: --for ADDRESS")
    found = [(cited.address(address or page.address), page) for page in pages]
    if missing := next((page for url, page in found if not url), None):
        where = address or missing.address
        if not where:
            raise CopyError("the file does not say which page it is a copy of", "--for ADDRESS")
        raise CopyError(
            f"no event cites {where}", "--for the address of a source, as the event file has it"
        )
    return found


def recorded(
    copies: Sequence[KeptCopy], url: str, page: KeptPage, cited: Cited, latest: date
) -> tuple[tuple[KeptCopy, ...], KeptCopy]:
    """The copies with one more, and that one, made on the day ``latest`` at the latest."""
    new = KeptCopy(
        url=url,
        digest=digest_of(page),
        day=page.day or latest,
        is_latest_day=page.day is None,
        tool=page.tool,
        findings=findings(Copy(page), cited.claims_about(url)),
    )
    return added(copies, new), new


@dataclass(frozen=True)
class Renewed:
    """A kept copy that was asked again: as it was recorded before, and as it is now; or why it was not."""

    before: KeptCopy
    copy: KeptCopy
    why_not: str = ""


def renewed(copy: KeptCopy, cited: Cited, store: Store) -> Renewed:
    """The copy with what it says of all that is claimed of its page now."""
    page = store.page(copy.digest)
    if page is None:
        has_changed = store.has(copy.digest)
        why = "the copy has been changed since it was added" if has_changed else "the copy is not here"
        return Renewed(copy, copy, f"{why}; what was found in it stays")
    if not cited.address(copy.url):
        return Renewed(copy, copy, "no event cites it any more; what was found in it stays")
    return Renewed(copy, replace(copy, findings=findings(Copy(page), cited.claims_about(copy.url))))
