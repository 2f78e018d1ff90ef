"""Checks of single values, and the choices and patterns that they allow.

Each check returns the text, in some cases normalised, or raises `BadValueError` with a code of
`timeline.model.problems.CODES`; `validation` adds the place of the value.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import date
from functools import cache

from timeline.model.kinds import Shape
from timeline.model.zones import zone_names
from timeline.normalise.format.event_ids import id_fault
from timeline.normalise.format.urls import refusal
from timeline.normalise.text import fold, is_blank, quoted

COLOUR = r"^#(?:[0-9A-Fa-f]{3}){1,2}$"
#: A font's name: words of letters and digits only, so that it cannot end a string in CSS.
FONT = r"^(?=.{1,80}$)[^\W_]+(?:[ -][^\W_]+)*$"
#: The path of a font within the folder, with slashes. For editors; `font_path` says what is wrong.
FONT_PATH = r"^(?!/)(?!.*//)(?!(.*/)?\.\.?/)[^\\:]*\.[wW][oO][fF][fF]2$"
RADIUS = r"^[0-9]{1,2}$"
#: The syntax of a language tag (BCP 47, https://www.rfc-editor.org/info/bcp47); no registry is consulted.
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
_COORDINATES = r"(-?[0-9]{1,2}(?:\.[0-9]+)?) *, *(-?[0-9]{1,3}(?:\.[0-9]+)?)"
#: How every address begins. For editors; `urls.refusal` says what is wrong.
SCHEME = r"^[hH][tT][tT][pP][sS]?://"
SHAPES = tuple(Shape)
STATUSES = ("held", "announced", "postponed", "cancelled")
DEMANDS = ("required", "optional")
TENSES = ("past", "future")
#: What a dispute may be about. "date" includes the clock time.
SUBJECTS = ("date", "length", "place", "attendance", "number", "wording", "other")
#: The number of a day within an event of several days.
DAY_NUMBER = r"^[1-9][0-9]{0,3}$"
#: The page of a document; the moment of a recording, in seconds or as minutes and seconds.
PAGE_NUMBER = r"^[1-9][0-9]{0,4}$"
MOMENT = r"^(?:[0-9]{1,6}|(?:[0-9]{1,2}:)?[0-9]{1,2}:[0-5][0-9])$"
#: How many independent origins the sources of a main event must have.
ORIGIN_COUNT = r"^[1-9]$"
#: English names of languages, which people often write in place of the tag, and the tag.
_TAGS = {
    "arabic": "ar", "chinese": "zh", "czech": "cs", "danish": "da", "dutch": "nl", "english": "en",
    "farsi": "fa", "finnish": "fi", "french": "fr", "german": "de", "greek": "el", "hebrew": "he",
    "hungarian": "hu", "indonesian": "id", "italian": "it", "japanese": "ja", "korean": "ko",
    "norwegian": "nb", "persian": "fa", "polish": "pl", "portuguese": "pt", "romanian": "ro",
    "russian": "ru", "spanish": "es", "swedish": "sv", "turkish": "tr", "ukrainian": "uk",
    "vietnamese": "vi",
}  # fmt: skip
#: A day as a command writes it.
DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
#: What was checked of an event, in short (`timeline.model.sources.review`).
FINGERPRINT = r"^[0-9a-f]{8}$"
#: What kept copies of sources are asked, and what they answer.
CLAIM_FIELDS = ("quote", "says", "title", "author", "published")
RESULTS = ("found", "found in pieces", "not found")
DATE_ORDERS = ("day-first", "month-first")
CALENDARS = ("gregorian", "julian")
#: The distance of a date from that of another event.
DISTANCE = r"^[1-9][0-9]{0,3} (hour|day|week|month)s?$"
FLAGS = ("true", "false", "yes", "no")


class BadValueError(ValueError):
    """What is wrong with one value: a fault code, a message that follows the field's name, and a hint.

    ``hint`` is "" if the message lists every choice and none is close. For an empty value (E020) the
    message is empty: it depends on the field.
    """

    def __init__(self, code: str, message: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


def coordinates(text: str) -> tuple[float, float] | None:
    """Degrees north and degrees east; None if they are not a point on the globe.

    >>> coordinates("48.8566, 2.3522")
    (48.8566, 2.3522)
    >>> coordinates("91, 0")
    """
    parts = re.fullmatch(_COORDINATES, text)
    if parts is None or abs(float(parts[1])) > 90 or abs(float(parts[2])) > 180:
        return None
    return float(parts[1]), float(parts[2])


@cache
def _zones_by_city() -> dict[str, str]:
    return {fold(zone).rsplit("/", 1)[-1]: zone for zone in sorted(zone_names(), reverse=True)}


def not_empty(text: str) -> str:
    if is_blank(text):
        raise BadValueError("E020")
    return text


def at_most(length: int) -> Callable[[str], str]:
    def check(text: str) -> str:
        if len(text.strip()) > length:
            message = f"has {len(text.strip()):,} characters, more than {length:,}"
            raise BadValueError("E021", message, "a shorter text")
        return text

    return check


def event_id(text: str) -> str:
    message, hint = id_fault(text)
    if message:
        raise BadValueError("E024", message, hint or "event-1")
    return text


def address(text: str) -> str:
    why = refusal(text)
    if why:
        better = f"https://{text.removeprefix('//')}"
        bare = why.startswith("does not begin") and "." in text and not refusal(better)
        unspaced = text.strip().replace(" ", "%20")
        if not bare and not refusal(unspaced):
            better, bare = unspaced, True
        raise BadValueError(
            "E025", f"{quoted(text)} {why}", better if bare else "https://www.example.org/story"
        )
    return text


def zone(text: str) -> str:
    if text not in zone_names():
        city = fold(text).replace(" ", "_").rsplit("/", 1)[-1]
        better = _zones_by_city().get(city, "Europe/Paris")
        raise BadValueError("E015", f"{quoted(text)} is not an IANA time zone", better)
    return text


def on_the_globe(text: str) -> str:
    if coordinates(text) is None:
        raise BadValueError(
            "E021", f"{quoted(text)} is not a latitude and a longitude in degrees", "48.8566, 2.3522"
        )
    return text


def language(text: str) -> str:
    if not re.fullmatch(LANGUAGE, text):
        tag = _TAGS.get(fold(text).split("-")[0], "en")
        raise BadValueError("E023", f"{quoted(text)} is not a language tag", tag)
    return text


def sentence(text: str) -> str:
    if text.casefold() in FLAGS:
        raise BadValueError(
            "E021", f"{quoted(text)} is not a sentence for the reader", "Accounts of the day differ."
        )
    return text


def font_path(text: str) -> str:
    """A path within the folder of the event files, such as "fonts/graphik.woff2"."""
    *folders, name = text.replace("\\", "/").split("/")
    stem = name.rpartition(".")[0] or name
    if "://" in text or text.startswith("//"):
        why, better = "is an address; put the file itself beside the event files", f"{stem}.woff2"
    elif ":" in text or text.startswith("/") or ".." in folders:
        why, better = "is outside the folder of _timeline.yaml; put the file there", f"{stem}.woff2"
    elif not name.casefold().endswith(".woff2"):
        why, better = "does not end in .woff2; convert the font to WOFF2", f"{stem}.woff2"
    elif "\\" in text or {"", "."} & {*folders}:
        why = "is not a plain path of names and slashes"
        better = "/".join([*(each for each in folders if each.strip(".")), name])
    else:
        return text
    raise BadValueError("E011", f"{quoted(text)} {why}", better)


def six_digits(colour: str) -> str:
    """A colour with six digits, whether it was written with three or six.

    >>> six_digits("#fc0"), six_digits("#1f5fa8")
    ('#ffcc00', '#1f5fa8')
    """
    return colour if len(colour) == len("#1f5fa8") else "#" + "".join(digit * 2 for digit in colour[1:])


def matching(pattern: str, what: str, example: str) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise BadValueError("E023", f"{quoted(text)} is not {what}", example)
        return text

    return check


def day_of_the_calendar(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise BadValueError("E023", f"{quoted(text)} is not a day of the calendar", "2025-03-01") from None
    return text


def one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    def check(text: str) -> str:
        word = text.casefold()
        if word not in choices:
            near = difflib.get_close_matches(word[:40], choices, 1, 0.7)
            raise BadValueError("E023", f"{quoted(text)} is not one of {', '.join(choices)}", "".join(near))
        return word

    return check
