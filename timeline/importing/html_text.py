"""HTML in a text -> plain text and the links in it.

Only the tags of HTML are taken as such, so that "a < b" and "<unknown>" stay as they are.
"""

from __future__ import annotations

import html
import re
from typing import NamedTuple

#: Tags after which a new paragraph begins.
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset"),
        *(
            "figcaption",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
        ),
        *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
        "ul",
    }
)
_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "audio",
            "b",
            "bdi",
            "bdo",
            "big",
            "button",
            "cite",
            "code",
            "data",
            "del",
        ),
        *("dfn", "em", "embed", "font", "i", "iframe", "img", "input", "ins", "kbd", "label", "mark"),
        *("object", "picture", "q", "s", "samp", "script", "small", "source", "span", "strike", "strong"),
        *("style", "sub", "sup", "svg", "time", "track", "tt", "u", "var", "video", "wbr"),
    }
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,11})(?P<rest>(?:[\s/][^<>]*)?)>")
_ATTRIBUTE = re.compile(r"""([A-Za-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
#: What no reader ever sees, code and comments, by how it begins; and how each kind of it ends.
_HIDDEN = re.compile(r"<(?P<name>script|style)\b[^<>]*>|<!--", re.IGNORECASE)
_HIDDEN_ENDS = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
    "": re.compile("-->"),
}
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
#: An address without its beginning: with www, or with a path.
_BARE = re.compile(r"(?=www\.|[^/]+/)(?:[a-z0-9-]+\.)+[a-z]{2,24}(?::\d+)?(?:/[^\s<>\"]*)?", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"'`|\\^{}\[\]]{1,8000}", re.IGNORECASE)
#: Marks at the end of an address that end the sentence.
_MARKS = ".,;:!?»”’*_"
_MARKDOWN = re.compile(r"!?\[([^\[\]]*)\]\((https?://[^\s()]+)\)")


class PlainText(NamedTuple):
    """``text`` without HTML; ``links`` in it, in order; ``dropped``: what no plain text can hold."""

    text: str
    links: tuple[str, ...]
    dropped: tuple[str, ...] = ()


def plain_text(text: str) -> PlainText:
    """``text`` without HTML.

    >>> plain_text('<p>Read <a href="https://example.org/a">this</a> &amp; that.</p><p>a < b</p>')
    PlainText(text='Read this & that.\\n\\na < b', links=('https://example.org/a',), dropped=())
    """
    if "<" not in text and "&" not in text:
        return PlainText(text, addresses(text))
    bare, dropped = _without_hidden(text)
    names = {each["name"].lower() for each in _TAG.finditer(bare) if _is_tag(each)}
    is_html, has_blocks = bool(names), bool(names & _BLOCKS)
    links: list[str] = []
    parts: list[str] = []
    end = 0
    for tag in _TAG.finditer(bare):
        if not _is_tag(tag):
            continue
        before = bare[end : tag.start()]
        parts.append(_joined(before) if has_blocks else before)
        end = tag.end()
        name = tag["name"].lower()
        found, alternative = _attributes(tag["rest"])
        links += found
        parts.append("\n\n" if name in _BLOCKS else f" {alternative} " if alternative else "")
    rest = bare[end:]
    parts.append(_joined(rest) if has_blocks else rest)
    plain = _ENTITY.sub(lambda each: html.unescape(each[0]), "".join(parts)).replace("\xa0", " ")
    if is_html:
        plain = _tidied(plain)
    return PlainText(plain, tuple(dict.fromkeys((*links, *addresses(plain)))), tuple(dropped))


def addresses(text: str) -> tuple[str, ...]:
    """The web addresses in a text, each once, without the punctuation that ends a sentence.

    >>> addresses("See https://example.org/a, (https://example.org/b) or www.example.org.")
    ('https://example.org/a', 'https://example.org/b')
    """
    if "://" not in text:
        return ()
    found = (_trimmed(each[0]) for each in _ADDRESS.finditer(text))
    return tuple(dict.fromkeys(each for each in found if len(each) > len("https://")))


def bare_address(text: str) -> str:
    """The address that a text is but for "https://", as people type it; "" for any other text.

    >>> bare_address("www.example.org/x"), bare_address("example.org/story"), bare_address("and/or")
    ('https://www.example.org/x', 'https://example.org/story', '')
    >>> bare_address("Example.org"), bare_address("https://example.org/a")
    ('', '')
    """
    return f"https://{text.strip()}" if _BARE.fullmatch(text.strip()) else ""


def without_markdown_links(text: str) -> PlainText:
    """``text`` with the words of its Markdown links only, and the links.

    >>> without_markdown_links("See [this](https://example.org/a).")
    PlainText(text='See this.', links=('https://example.org/a',), dropped=())
    """
    links = tuple(each[2] for each in _MARKDOWN.finditer(text))
    plain = _MARKDOWN.sub(lambda each: each[1], text)
    return PlainText(plain, tuple(dict.fromkeys((*links, *addresses(plain)))))


def _without_hidden(text: str) -> tuple[str, list[str]]:
    """The text without code and comments, and these. What has no end is text."""
    parts, dropped, end = [], [], 0
    endless: set[str] = set()
    for begin in _HIDDEN.finditer(text):
        name = (begin["name"] or "").lower()
        if begin.start() < end or name in endless:
            continue
        close = _HIDDEN_ENDS[name].search(text, begin.end())
        if close is None:
            endless.add(name)
            continue
        parts.append(text[end : begin.start()])
        dropped.append(text[begin.start() : close.end()])
        end = close.end()
    return "".join((*parts, text[end:])), dropped


def _joined(text: str) -> str:
    """Where tags make the paragraphs, a line break is a space."""
    return " ".join(text.splitlines()) + (" " if text.endswith("\n") else "")


def _is_tag(found: re.Match[str]) -> bool:
    return found["name"].lower() in _BLOCKS or found["name"].lower() in _INLINE


def _attributes(text: str) -> tuple[list[str], str]:
    """The addresses that a tag holds, and the text that stands for it."""
    links, alternative = [], ""
    for name, *values in _ATTRIBUTE.findall(text):
        value = html.unescape("".join(values)).strip()
        if name.lower() in {"href", "src", "cite", "data", "poster"}:
            value = f"https:{value}" if value.startswith("//") else value
            links += [value] if value.lower().startswith(("http://", "https://")) else []
        elif name.lower() == "alt":
            alternative = value
    return links, alternative


def _tidied(text: str) -> str:
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n")))
    return "\n\n".join(part for part in paragraphs if part)


def _trimmed(address: str) -> str:
    address = address.rstrip(_MARKS)
    closed = address.count(")") - address.count("(")
    while address.endswith(")") and closed > 0:
        address, closed = address[:-1].rstrip(_MARKS), closed - 1
    return address
