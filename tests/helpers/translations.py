# ruff: noqa: T201 - this command prints
"""What the catalogues lack: the messages of the package that a page in that language shows in English.

Run: python -m tests.helpers.translations [LANGUAGE ...]

Lists the languages of ``timeline/language/messages``, or those named, with the messages that each lacks.
It ends with 0 all the same: a message without a translation is not a fault.
"""

from __future__ import annotations

import sys
import tomllib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from babel.messages import Message

#: A message as code asks for it: its English text, or singular and plural of one that counts.
Msgid = str | tuple[str, ...]

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "timeline" / "language" / "messages"
#: The languages that have a catalogue.
LANGUAGES = tuple(sorted(file.stem for file in MESSAGES.glob("*.po")))


@cache
def catalogue(language: str) -> dict[Msgid, Message]:
    """The entries of a catalogue by their message; ValueError where the file is malformed."""
    content = BytesIO((MESSAGES / f"{language}.po").read_bytes())
    found = read_po(content, locale=language.replace("-", "_"), abort_invalid=True)
    return {entry.id: entry for entry in found if entry.id}  # type: ignore[misc]  # msgids are texts or pairs


@cache
def messages() -> frozenset[Msgid]:
    """The messages that code and templates ask for."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    methods = [(mapping["pattern"], mapping["method"]) for mapping in settings["tool"]["babel"]["mappings"]]
    found = extract_from_dir(str(ROOT), methods, keywords={**DEFAULT_KEYWORDS, "message": None})
    return frozenset(message for _, _, message, _, _ in found)


def texts(message: Msgid) -> tuple[str, ...]:
    """Its English text, or singular and plural."""
    return (message,) if isinstance(message, str) else message


def forms(entry: Message) -> tuple[str, ...]:
    """The translation: one text, or one for each plural of the language."""
    return entry.string if isinstance(entry.string, tuple) else (str(entry.string or ""),)


def is_translated(entry: Message) -> bool:
    """Whether gettext uses the entry: it has all its forms, and nobody has marked it as doubtful."""
    return all(forms(entry)) and not entry.fuzzy


def lacking(language: str) -> list[Msgid]:
    """The messages without a translation, in the order of the alphabet."""
    entries = catalogue(language)
    untranslated = (each for each in messages() if each not in entries or not is_translated(entries[each]))
    return sorted(untranslated, key=str)


def main(languages: list[str]) -> int:
    """Print the messages that each of the languages lacks; 2 where one has no catalogue."""
    unknown = [language for language in languages if language not in LANGUAGES]
    if unknown:
        print(f"there is no catalogue of {', '.join(unknown)}", file=sys.stderr)
        return 2
    for language in languages or LANGUAGES:
        missing = lacking(language)
        print(f"{language}: {len(messages()) - len(missing)} of {len(messages())} messages translated")
        for message in missing:
            print("   ", " | ".join(texts(message)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
