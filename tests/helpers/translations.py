# ruff: noqa: T201 - this command prints
"""Lists the messages that have no translation, so that a page in that language shows them in English.

Run: python -m tests.helpers.translations [LANGUAGE ...]

Without arguments it lists all languages of ``timeline/language/messages``. The exit code is 0 even if
messages are missing, since that is not a fault.
"""

from __future__ import annotations

import os
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

#: A message in the code: its English text, or singular and plural if it contains a number.
Msgid = str | tuple[str, ...]

ROOT = Path(__file__).parents[2]
MESSAGES = ROOT / "timeline" / "language" / "messages"
#: The languages that have a catalogue, by tag.
LANGUAGES = tuple(sorted(file.stem for file in MESSAGES.glob("*.po")))


@cache
def catalogue(language: str) -> dict[Msgid, Message]:
    """The entries of a catalogue by message. Raises ValueError if the file is malformed."""
    content = BytesIO((MESSAGES / f"{language}.po").read_bytes())
    found = read_po(content, locale=language.replace("-", "_"), abort_invalid=True)
    return {entry.id: entry for entry in found if entry.id}  # type: ignore[misc]  # msgids are texts or pairs


@cache
def messages() -> frozenset[Msgid]:
    """The messages in code and templates."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    methods = [(mapping["pattern"], mapping["method"]) for mapping in settings["tool"]["babel"]["mappings"]]
    found = extract_from_dir(str(ROOT), methods, keywords={**DEFAULT_KEYWORDS, "message": None})
    return frozenset(message for _, _, message, _, _ in found)


def texts(message: Msgid) -> tuple[str, ...]:
    """The English text of a message, or its singular and plural."""
    return (message,) if isinstance(message, str) else message


def forms(entry: Message) -> tuple[str, ...]:
    """The translation: one text, or one for each plural form of the language."""
    return entry.string if isinstance(entry.string, tuple) else (str(entry.string or ""),)


def is_translated(entry: Message) -> bool:
    """Whether gettext uses the entry: it has all its forms and is not marked as fuzzy."""
    return all(forms(entry)) and not entry.fuzzy


def untranslated(language: str) -> list[Msgid]:
    """The messages without a translation, in alphabetical order."""
    entries = catalogue(language)
    missing = (each for each in messages() if each not in entries or not is_translated(entries[each]))
    return sorted(missing, key=str)


def main(languages: list[str]) -> int:
    """Prints the untranslated messages of the languages; 2 if one of them has no catalogue."""
    unknown = [language for language in languages if language not in LANGUAGES]
    if unknown:
        print(f"no catalogue for {', '.join(unknown)}", file=sys.stderr)
        return 2
    for language in languages or LANGUAGES:
        missing = untranslated(language)
        print(f"{language}: {len(messages()) - len(missing)} of {len(messages())} messages translated")
        for message in missing:
            print("   ", " | ".join(texts(message)))
    return 0


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
