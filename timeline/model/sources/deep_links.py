"""The address of a source at the very place cited: a quotation, a page of a PDF, a moment of a recording.

Quotations: URL Fragment Text Directives, https://wicg.github.io/scroll-to-text-fragment/
Moments: Media Fragments URI 1.0, https://www.w3.org/TR/media-frags/
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

if TYPE_CHECKING:
    from timeline.model import Source

#: A quotation of at most so many characters is linked as a whole, a longer one by its ends: in fewer words
#: there are fewer dashes and quotation marks in which the page may differ, and the address is shorter.
_LONGEST = 60
#: The characters that an end of a long quotation has at least, unless it is all there is.
_END = 20
#: Between two omissions: a piece that is long enough to stand for the whole quotation, and one that is too
#: short to be the beginning or end of what is linked.
_LONG_PIECE, _SHORT_PIECE = 20, 8
#: What is not in the source itself: "…", "...", ". . .", "(…)", "[…]", and an editor's "[the minister]"
#: with the word of which it is a part, as in "[t]he".
_IN_WORD = r"(?:(?![\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff])[^\W_]){0,40}"
_OMISSION = re.compile(
    rf"\(\s*(?:…|\.{{3,}})\s*\)|{_IN_WORD}\[[^\]]{{0,200}}\]{_IN_WORD}|…|\.(?:[ \u00a0]?\.){{2,}}"
)
_QUOTATION_MARKS = "\"'“”„‟‘’‚‛«»‹›「」『』〝〞〟＂ \u00a0\u202f"
#: Words with the spaces after them. Scripts without spaces are split after their punctuation only: what is
#: linked must begin and end where words do.
_WORD = re.compile(r"[^\s、。，．；：！？]+[、。，．；：！？]*\s*|[、。，．；：！？]+\s*")

#: Hosts on whose pages no text can be found: a copy in a frame, and text that is drawn as a picture.
_WITHOUT_TEXT = ("perma.cc", "docs.google.com", "drive.google.com")
_YOUTUBE = ("youtube.com", "youtube-nocookie.com", "youtu.be")
_VIMEO = ("vimeo.com",)


def deep_link(source: Source) -> str:
    """The address of the source at the page, the moment or the quotation cited; else its plain address.

    An address with a fragment of its own stays as it is.

    >>> from timeline.model import Source
    >>> deep_link(Source("https://example.org/a", "Example News", quote="“a US backstop”"))
    'https://example.org/a#:~:text=a%20US%20backstop'
    >>> deep_link(Source("https://example.org/report.pdf", "Example News", quote="a US backstop", page=12))
    'https://example.org/report.pdf#page=12'
    >>> deep_link(Source("https://www.youtube.com/watch?v=x", "Example News", at=83))
    'https://www.youtube.com/watch?v=x&t=83s'
    """
    url = source.url
    if "#" in url:
        return url
    if source.page:
        return f"{url}#page={source.page}"
    if source.at is not None:
        return _at_moment(url, source.at)
    if not source.quote or urlsplit(url).path.lower().endswith(".pdf") or _is_of(url, _WITHOUT_TEXT):
        return url
    directive = text_directive(source.quote, *source.beside)
    return f"{url}#:~:{directive}" if directive else url


def text_directive(words: str, prefix: str = "", suffix: str = "") -> str:
    """The directive that finds a quotation in a page, such as "text=a%20US%20backstop"; "" if it has no
    words.

    A long quotation is found by its first and last words. Of one with omissions or an editor's brackets,
    the longest piece is linked; where every piece is short, all from the first to the last. ``prefix`` and
    ``suffix`` are what stands directly before and after the words, for those that stand twice in the page.

    >>> text_directive("Yes, we can"), text_directive("backstop", "a US", "is")
    ('text=Yes%2C%20we%20can', 'text=a%20US-,backstop,-is')
    >>> text_directive("he [Starmer] said … that there must be a US backstop")
    'text=that%20there%20must%20be%20a%20US%20backstop'
    """
    ends = linked_words(words)
    if not ends:
        return ""
    before, after = (
        " ".join(each.split()) if re.search(r"[^\W_]", each) else "" for each in (prefix, suffix)
    )
    parts = [
        *([f"{_encoded(before)}-"] if before else ()),
        *map(_encoded, ends),
        *([f"-{_encoded(after)}"] if after else ()),
    ]
    return f"text={','.join(parts)}"


def linked_words(words: str) -> tuple[str, ...]:
    """The words by which a quotation is found in a page: all of it, or the first and the last ones.

    >>> linked_words("“Yes, we can”"), linked_words("…")
    (('Yes, we can',), ())
    """
    pieces = [piece for part in _OMISSION.split(words) if (piece := _stripped(part))]
    if not pieces:
        return ()
    longest = max(pieces, key=len)
    outer = [pieces[0], pieces[-1]]
    has_ends = len(pieces) > 1 and min(map(len, outer)) >= _SHORT_PIECE
    return tuple(outer if has_ends and len(longest) < _LONG_PIECE else _ends(longest))


def has_omissions(words: str) -> bool:
    """Whether an editor has left something out of a quotation or put something in.

    >>> has_omissions("there must be … a backstop"), has_omissions("there must be a backstop")
    (True, False)
    """
    return bool(_OMISSION.search(words))


def _stripped(text: str) -> str:
    """On one line, without quotation marks at its ends; "" if it has neither letters nor digits."""
    text = " ".join(text.split()).strip(_QUOTATION_MARKS)
    return text if re.search(r"[^\W_]", text) else ""


def _ends(text: str) -> list[str]:
    """The text if it is short, else its first and its last words, which do not overlap."""
    if len(text) <= _LONGEST:
        return [text]
    found = _WORD.findall(text)
    first = next(count for count in range(len(found) + 1) if len("".join(found[:count])) >= _END)
    last = next(
        count for count in range(len(found) + 1) if len("".join(found[len(found) - count :])) >= _END
    )
    if first + last >= len(found):
        return [text]
    return ["".join(found[:first]).strip(), "".join(found[len(found) - last :]).strip()]


def _encoded(text: str) -> str:
    """Percent-encoded as UTF-8: all but letters A to Z, digits, and "._~"."""
    return quote(text, safe="", errors="replace").replace("-", "%2D")


def _at_moment(url: str, seconds: int) -> str:
    """The address of a recording from that moment on, as its host wants it."""
    if _is_of(url, _YOUTUBE):
        query = urlsplit(url).query
        if {"t", "start"} & parse_qs(query, keep_blank_values=True).keys():
            return url
        return f"{url}{'&' if query else '?'}t={seconds}s"
    return f"{url}#t={seconds}{'s' if _is_of(url, _VIMEO) else ''}"


def _is_of(url: str, hosts: tuple[str, ...]) -> bool:
    host = urlsplit(url).hostname or ""
    return any(host == each or host.endswith(f".{each}") for each in hosts)
