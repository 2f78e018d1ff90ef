"""What an event's ``disputed`` excuses: which sources may state another date than the event's."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from timeline.model.problems import Location
from timeline.normalise.format import DisputeRecord, EventRecord
from timeline.normalise.format.validation import ValidatedRecord

#: Where the accounts differ on the date, what to write.
ABOUT_DATE = "disputed: {about: date, text: how they differ}"


@dataclass(frozen=True)
class Dispute:
    """How accounts differ, and what about: one of `SUBJECTS`, or "" if the event file has only words.

    Without a dispute, ``text`` is "". ``is_invalid``: it has a fault, which has been reported.
    """

    at: Location
    about: str = ""
    text: str = ""
    is_invalid: bool = False

    def __bool__(self) -> bool:
        return bool(self.text) or self.is_invalid

    @property
    def may_be_about_date(self) -> bool:
        """Whether it may excuse a source."""
        return self.is_invalid or self.about == "date" or bool(self.text and not self.about)

    def excuses(self, publisher: str) -> bool:
        """Whether a source of that publisher may differ from the date of the event.

        It may in a dispute about the date. Words alone excuse only a publisher that they name.

        >>> Dispute(Location("x"), "", "The Example News has Tuesday.").excuses("Example News")
        True
        >>> Dispute(Location("x"), "length", "Example News has three hours.").excuses("Example News")
        False
        """
        if self.is_invalid or self.about == "date":
            return True
        return bool(self.text) and not self.about and _names(self.text, publisher)

    def why_not(self, publisher: str) -> str:
        """What to write if the dispute does not excuse a source of that publisher."""
        if not self.text:
            return f"correct date or says; if the accounts differ, write {ABOUT_DATE}"
        if self.about:
            return f"correct date or says; disputed is about {self.about}, not date"
        return f"correct date or says; or name {publisher} in disputed, or write {ABOUT_DATE}"


def dispute_of(entry: ValidatedRecord[EventRecord]) -> Dispute:
    """The dispute of an event, with its place in the file."""
    written, at = entry.record.disputed, entry.at("disputed")
    if isinstance(written, DisputeRecord):
        return Dispute(entry.at("disputed", "about"), written.about, written.text)
    return Dispute(at, "", written, entry.is_invalid("disputed"))


def _names(text: str, publisher: str) -> bool:
    """Whether the text has the publisher's name as whole words, with or without a "The" before it.

    >>> _names("the New York Times says 30", "The New York Times"), _names("Times differ", "Time")
    (True, False)
    """
    if not publisher:
        return True  # that it is missing has been reported
    words, name = (unicodedata.normalize("NFC", each) for each in (text, publisher))
    name = name.removeprefix("The ")
    start = words.find(name)
    while start >= 0:
        before, after = words[:start][-1:], words[start + len(name) :][:1]
        if not (_continues_word(before) or _continues_word(after)):
            return True
        start = words.find(name, start + 1)
    return False


def _continues_word(sign: str) -> bool:
    """Whether it is a digit, or a letter of a script with capitals; others (Chinese) have no spaces."""
    return sign.isdigit() or sign.lower() != sign.upper()
