"""What kept copies of sources bear out, for the reader. Never "verified": words stood there on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.language import ENGLISH, Language, message
from timeline.model import KeptCopy, Source
from timeline.model.sources.evidence import answer

_STOOD = {
    False: message("These words stood there on %(day)s."),
    True: message("These words stood there on %(day)s or earlier."),
}


def kept_in_words(source: Source, copies: Iterable[KeptCopy], language: Language = ENGLISH) -> str:
    """What the kept copies of a source say of its quotation; "" if it has none.

    >>> from datetime import date
    >>> from timeline.model import Finding
    >>> source = Source("https://example.org/a", "Example News", quote="a US backstop")
    >>> found = (Finding("quote", "a US backstop", "found"),)
    >>> kept_in_words(source, [KeptCopy(source.url, "0" * 64, date(2025, 3, 1), findings=found)])
    'These words stood there on 1 March 2025.'
    >>> kept_in_words(source, [])
    'No copy of this page was kept.'
    """
    if not source.quote:
        return ""
    found = answer(copies, source.url, "quote", source.quote)
    if found is None:
        return language.gettext("No copy of this page was kept.")
    copy, finding = found
    day = language.day(copy.day) if copy.day else ""
    if not finding.is_found:
        return language.gettext("These words are not in the copy of %(day)s.", day=day)
    sentence = language.gettext(_STOOD[copy.is_latest_day], day=day)
    left_out = language.gettext("Parts are left out.") if finding.result == "found in pieces" else ""
    return f"{sentence} {left_out}".rstrip()


def kept_totals(sources: Sequence[Source], copies: Sequence[KeptCopy], language: Language = ENGLISH) -> str:
    """How many quotations stand in kept copies; "" if there are no copies.

    >>> kept_totals([], [])
    ''
    """
    quoted = [source for source in sources if source.quote]
    if not copies or not quoted:
        return ""
    found = {
        (copy.url, each.text)
        for copy in copies
        for each in copy.findings
        if each.field == "quote" and each.is_found
    }
    number = sum((source.url, source.quote) in found for source in quoted)
    return language.ngettext(
        "%(found)s of %(num)s quotation found in a kept copy of its source.",
        "%(found)s of %(num)s quotations found in kept copies of their sources.",
        len(quoted),
        found=language.number(number),
    )
