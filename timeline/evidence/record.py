"""The file ``_evidence.yaml``: what the kept copies bear out, for everybody who has no copies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.evidence.asking import Copy
from timeline.evidence.claims import Claim, document_of
from timeline.evidence.matching import Match
from timeline.model import Finding, KeptCopy
from timeline.model.sources.deep_links import has_omissions, linked_words
from timeline.rewriting.yaml_text import Value, item
from timeline.webpages.metadata import one_line

NAME = "_evidence.yaml"
_HEAD = """\
# Kept copies of sources, and the words found in them. `timeline evidence add` writes this file;
# `timeline check --evidence` reads it. The copies themselves stay in a private folder.
"""


def findings(copy: Copy, claims: Iterable[Claim]) -> tuple[Finding, ...]:
    """What a copy says of each claim about its source; nothing of those it cannot tell."""
    asked = {(claim.field, claim.text): claim.language for claim in claims}
    answers = ((*key, copy.ask(*key, language)) for key, language in asked.items())
    return tuple(_finding(copy, field, text, match) for field, text, match in answers if match)


def _finding(copy: Copy, field: str, text: str, match: Match) -> Finding:
    whole = f"{match.before}{match.words}{match.after}"
    context = whole if match.before or match.after else ""
    linked = linked_words(text) if field == "quote" and match.words and not has_omissions(text) else ()
    before, after = _beside(match) if linked and copy.text.has_twice(linked[0]) else ("", "")
    words, context = one_line(match.words), one_line(context)
    words = "" if words == text else words
    return Finding(field, text, str(match.result), words, context, before, after)


def _beside(match: Match) -> tuple[str, str]:
    """A few words directly before and after what was found, for a browser that looks for the place.

    They are of one line each: of the line above or below where what was found begins or ends a line.

    >>> from timeline.evidence.matching import Result
    >>> _beside(Match(Result.FOUND, "a backstop", "Talks end\\n\\nHe said once more that “", "”, or none."))
    ('said once more that “', '”, or none.')
    """
    above, below = match.before.strip().split("\n")[-1], match.after.strip().split("\n")[0]
    before, after = " ".join(above.split(" ")[-5:]), " ".join(below.split(" ")[:4])
    return (before if _has_words(before) else ""), (after if _has_words(after) else "")


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


def added(copies: Sequence[KeptCopy], new: KeptCopy) -> tuple[KeptCopy, ...]:
    """The copies with one more; the same copy kept again takes the place of the first."""
    same = (each for each in copies if each.digest == new.digest)
    earlier = next((each for each in same if document_of(each.url) == document_of(new.url)), None)
    if earlier is None:
        return (*copies, new)
    is_better = bool(new.day) and (not earlier.day or (earlier.is_latest_day and not new.is_latest_day))
    kept = new if is_better else replace(new, day=earlier.day, is_latest_day=earlier.is_latest_day)
    return tuple(kept if each is earlier else each for each in copies)


def text_of(copies: Iterable[KeptCopy]) -> str:
    """The file.

    >>> print(text_of([KeptCopy("https://example.org/a", "0" * 64)]).splitlines()[3])
    - url: https://example.org/a
    """
    return "\n".join([_HEAD, *(line for copy in copies for line in item(_fields(copy)))]) + "\n"


def _fields(copy: KeptCopy) -> dict[str, Value]:
    day = copy.day.isoformat() if copy.day else ""
    fields: dict[str, Value] = {
        "url": copy.url,
        "sha256": copy.digest,
        "by" if copy.is_latest_day else "day": day,
        "tool": copy.tool,
        "claims": [{name: value for name, value in _values(finding) if value} for finding in copy.findings],
    }
    return {name: value for name, value in fields.items() if value}


def _values(finding: Finding) -> tuple[tuple[str, str], ...]:
    return (
        ("field", finding.field),
        ("text", finding.text),
        ("result", finding.result),
        ("words", finding.words),
        ("context", finding.context),
        ("before", finding.before),
        ("after", finding.after),
    )
