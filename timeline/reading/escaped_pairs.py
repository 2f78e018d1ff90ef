"""Characters beyond U+FFFF as JSON escapes them: two halves of a pair, such as "\\ud83d\\ude0d".

YAML writes them with one escape, and its parsers refuse a half. So a pair is replaced before a file is
parsed by the escape of YAML, with padding that keeps every column where it is.
"""

from __future__ import annotations

import re

#: Two of these noncharacters, which texts must not contain, follow an escape that stands for a pair.
PADDING = "\ufdd3"
#: Two escapes in a row; a backslash before them that is itself escaped (``\\u``) begins none.
_PAIR = re.compile(
    r"(?<!\\)(?P<before>(?:\\\\)*)\\u(?P<high>d[89ab][0-9a-f]{2})\\u(?P<low>d[c-f][0-9a-f]{2})",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"\\U(?P<code>00[0-9a-f]{{6}}){PADDING}{{2}}")


def join_pairs(text: str) -> str:
    """``text`` with the escape of YAML for each pair, of the same length.

    >>> join_pairs('title: "\\\\ud83d\\\\ude0d"') == f'title: "\\\\U0001f60d{PADDING * 2}"'
    True
    >>> join_pairs("no pair: \\\\ud83d, and an escaped backslash: \\\\\\\\ud83d\\\\ude0d").count(PADDING)
    0
    """
    return _PAIR.sub(_joined, text) if "\\u" in text else text


def split_pairs(value: str) -> str:
    """A scalar that is not in double quotes, as before `join_pairs`: its backslashes begin no escape.

    >>> split_pairs(join_pairs("\\\\udbff\\\\udffd"))  # U+10FFFD
    '\\\\udbff\\\\udffd'
    """
    return _JOINED.sub(_split, value) if PADDING in value else value


def count_pairs(written: str) -> int:
    """The number of pairs in a text as it is written in a file."""
    return len(_PAIR.findall(written)) if "\\u" in written else 0


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair["high"], 16), int(pair["low"], 16)
    code = 0x10000 + ((high & 0x3FF) << 10 | low & 0x3FF)
    return f"{pair['before']}\\U{code:08x}{PADDING * 2}"


def _split(escape: re.Match[str]) -> str:
    code = int(escape["code"], 16) - 0x10000
    return f"\\u{0xD800 | code >> 10:x}\\u{0xDC00 | code & 0x3FF:x}"
