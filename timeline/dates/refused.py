"""What is raised where words have no honest reading."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - a refusal is a result, not an error
    """The words have no honest reading: ``reason`` says why, ``hint`` what to write instead."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


class Contradiction(Refused):
    """The words contradict the calendar: the wrong weekday for a date, or a day that does not exist.

    ``in_every_year`` is True if they would do so in any year, as "30 February" does.
    """

    def __init__(self, reason: str, hint: str, *, in_every_year: bool = False) -> None:
        super().__init__(reason, hint)
        self.in_every_year = in_every_year

    def without_year(self) -> Refused:
        """The refusal of words that leave out the year: a contradiction only if it is one in every year."""
        return self if self.in_every_year else Refused(self.reason, self.hint)
