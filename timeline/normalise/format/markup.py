"""HTML and Markdown in a text, which every page shows as it stands."""

from __future__ import annotations

import re
from html.entities import html5

#: Fields whose words are somebody else's, or no prose.
NOT_PROSE = frozenset({"quote", "says", "url", "archived", "id", "date", "published", "accessed", "on"})

_TAGS = "a abbr b blockquote br cite code del div em h[1-6] hr i iframe img ins li ol p script small span"
_TAGS += " strong style sub sup table tbody td th thead tr u ul video"
_FOUND = re.compile(
    rf"""
    (?P<HTML> </?(?:{_TAGS.replace(" ", "|")})(?:\s[^<>]*)?/?> | <!--
        | &(?:\#[0-9]{{1,7}}|\#x[0-9a-f]{{1,6}}|(?P<entity>[a-z][a-z0-9]{{1,31}}));)
    | !?\[[^\[\]\n]+\]\([^()\s]+\)                                                     # a link or image
    | (?P<stars>(?<![\w*])\*{{1,2}})[^\s*](?:[^*\n]*[^\s*])?(?P=stars)(?![\w*])           # emphasis
    | (?<!\w)__[^\s_](?:[^_\n]*[^\s_])?__(?!\w)
    | ^\#{{1,6}}\s\S.* | ^```                                                           # a heading, code
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)


def markup(text: str) -> tuple[str, str]:
    """The language of the first markup in ``text``, and the markup; ("", "") if there is none.

    Markdown is what CommonMark (https://spec.commonmark.org) makes links, emphasis, headings and fenced
    code of; a single underscore is too common in names, and a star at a footnote is one alone.

    >>> markup("They <b>met</b> in Paris."), markup("They met in [Paris](https://www.example.org/).")
    (('HTML', '<b>'), ('Markdown', '[Paris](https://www.example.org/)'))
    >>> markup("Fewer than 5 < 7 at AT&T; 2 * 3 * 4, see note * [1]")
    ('', '')
    """
    for found in _FOUND.finditer(text):
        entity = found["entity"]
        if not entity or f"{entity};" in html5:
            return ("HTML" if found["HTML"] else "Markdown"), found[0]
    return "", ""
