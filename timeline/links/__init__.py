"""Checks the addresses of the sources of a timeline, when somebody asks for it and never in a build.

    records ─citations→ addresses ─asking→ trails ─judging→ findings ─report→ problems

``kept`` is what earlier runs found out. Only ``asking`` uses the network, through `timeline.fetching`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from timeline import fetching
from timeline.links.hosts import host_of
from timeline.links.judging import Outcome, judge
from timeline.links.kept import Kept
from timeline.links.trail import Trail

#: So many other hosts are looked up to see whether the name service answers at all.
_LOOKED_UP = 3


def stale(pages: Iterable[str], known: Mapping[str, Kept], today: date, max_age: int) -> list[str]:
    """Those of the pages that have to be asked, in alphabetical order."""
    return sorted(page for page in pages if page not in known or not known[page].is_fresh(today, max_age))


def judged(trails: Sequence[Trail], known: Mapping[str, Kept], today: date) -> dict[str, Kept]:
    """The finding about each page that was asked today."""
    is_online = _is_online(trails, known)
    return {trail.address: Kept(judge(trail, is_online=is_online), today) for trail in trails}


def _is_online(trails: Sequence[Trail], known: Mapping[str, Kept]) -> bool:
    """Whether the network can be reached, so that a host that the name service does not know is none.

    A server has answered; or if there is no other host among the trails, one that did in an earlier run has
    an address.
    """
    if any(trail.answers for trail in trails) or not any(trail.is_unknown_host for trail in trails):
        return True
    asked = {host_of(trail.address) for trail in trails}
    answered = (host_of(page) for page, kept in sorted(known.items()) if kept.finding.outcome is Outcome.OK)
    others = [host for host in dict.fromkeys(answered) if host not in asked]
    return any(fetching.is_known_host(host) for host in others[:_LOOKED_UP])
