"""Numbers that count in order, as the names of centuries need them."""

from __future__ import annotations

_ROMAN = {100: "C", 90: "XC", 50: "L", 40: "XL", 10: "X", 9: "IX", 5: "V", 4: "IV", 1: "I"}
_ROMAN_LANGUAGES = frozenset({"es", "it", "pl", "pt", "ro", "ru", "uk"})
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def nth(number: int, language: str) -> str:
    """The number of a century or a millennium, as the language writes it before or after the noun.

    Roman in Romance and Slavic languages; what else is needed, such as a full stop, stands in the message.

    >>> nth(5, "en"), nth(21, "en"), nth(1, "fr"), nth(19, "fr"), nth(19, "pl"), nth(19, "de")
    ('5th', '21st', 'Ier', 'XIXe', 'XIX', '19')
    """
    if language == "fr":
        return _roman(number) + ("er" if number == 1 else "e")
    if language in _ROMAN_LANGUAGES:
        return _roman(number)
    if language != "en":
        return str(number)
    is_teen = number % 100 // 10 == 1
    return f"{number}{'th' if is_teen else _SUFFIXES.get(number % 10, 'th')}"


def _roman(number: int) -> str:
    """A number from 1 to 100 in Roman numerals.

    >>> _roman(19), _roman(40)
    ('XIX', 'XL')
    """
    text = ""
    for value, sign in _ROMAN.items():
        text += sign * (number // value)
        number %= value
    return text
