"""What was corrected and when a timeline was updated, for the reader."""

from __future__ import annotations

from timeline.language import ENGLISH, Language
from timeline.model import Correction, Timeline


def corrected_on(correction: Correction, language: Language = ENGLISH) -> str:
    """What stands before the text of a correction.

    >>> from datetime import date
    >>> corrected_on(Correction(date(2025, 3, 14), "It lasted 90 minutes.")).replace("\\xa0", " ")
    'Corrected 14 March 2025:'
    """
    return language.gettext("Corrected %(day)s:", day=language.day(correction.day))


def correction_in_words(correction: Correction, language: Language = ENGLISH) -> str:
    """A correction with its day.

    >>> from datetime import date
    >>> text = correction_in_words(Correction(date(2025, 3, 14), "It lasted 90 minutes."))
    >>> text.replace("\\xa0", " ")
    'Corrected 14 March 2025: It lasted 90 minutes.'
    """
    return f"{corrected_on(correction, language)} {correction.text}"


def updated_on(timeline: Timeline, language: Language = ENGLISH) -> str:
    """When it was last updated; "" if that is not known.

    >>> updated_on(Timeline(title="Empty", events=(), tracks=()))
    ''
    """
    day = timeline.updated
    return language.gettext("Updated %(day)s", day=language.day(day)) if day else ""
