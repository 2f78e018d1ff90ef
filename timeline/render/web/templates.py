"""Fills the HTML, CSS and SVG templates. Every value is escaped for its context."""

from __future__ import annotations

import json
import re
from functools import cache, partial
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from timeline.language import ENGLISH, Language, family
from timeline.language.changes import corrected_on, updated_on
from timeline.language.dates import when_in_words
from timeline.language.events import (
    byline,
    capitalised,
    event_clock,
    kind_in_words,
    place_in_source,
    published_in_words,
    source_totals,
)
from timeline.model.sources.deep_links import deep_link
from timeline.render.web.csp import csp_hash
from timeline.render.web.xml_text import as_xml_text
from timeline.typography.direction import isolated, script
from timeline.typography.source_marks import numbers

__all__ = ["Markup", "asset", "css_string", "fill", "isolated", "script_json"]


def asset(name: str) -> str:
    """The text of a template, style or script, by its path below ``render/``, such as "page/page.css"."""
    return (files("timeline.render") / name).read_text(encoding="utf-8")


def fill(template: str, language: Language = ENGLISH, **values: object) -> Markup:
    """The template filled with ``values``, as markup that other templates do not escape again.

    Text values are escaped; a name without a value is an error. In a template,
    ``_("Source: %(publisher)s", publisher=...)`` is a message in ``language``, and
    ``ngettext("%(num)s event", "%(num)s events", number)`` one with a number. In an SVG and
    other XML, characters that XML does not allow become U+FFFD.
    """
    filled = _environment(language).get_template(template).render(values)
    if template.endswith((".svg", ".xml")):
        filled = as_xml_text(filled)
    return Markup(filled)  # noqa: S704  escaped by the template


def css_string(text: str) -> Markup:
    """``text`` as a CSS string, with all but ASCII letters and digits escaped.

    >>> css_string("a“</style>")
    Markup('"a\\\\201c \\\\3c \\\\2f style\\\\3e "')
    """
    plain = (c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{"".join(plain)}"')  # noqa: S704  only letters, digits and escapes


def script_json(value: object) -> str:
    """``value`` as JSON for use inside a script element, which it cannot end.

    >>> script_json({"a": "</script>"})
    '{"a":"\\\\u003c/script>"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FunctionLoader(asset),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # the extension's
    environment.filters |= {
        "css": _css,
        "csp_hash": csp_hash,
        "px": _px,
        "percent": lambda share: f"{_px(round(share * 100, 2))}%",
        "isolated": isolated,
        "script": script,
        "in_words": partial(when_in_words, language=language),
        "day": language.day,
        "corrected_on": partial(corrected_on, language=language),
        "updated_on": partial(updated_on, language=language),
        "clock": partial(event_clock, language=language),
        "byline": byline,
        "published": partial(published_in_words, language=language),
        "deep_link": deep_link,
        "has_marks": lambda text: bool(numbers(text)),
        "place_in_source": partial(place_in_source, language=language),
        "kind": partial(kind_in_words, language=language),
        "source_totals": partial(source_totals, language=language),
        "family": family,
        "archived_on": _archived_on,
        "host": lambda address: (urlsplit(address).hostname or "").removeprefix("www."),
        "capitalised": capitalised,
        "dense": _dense,
        "script_json": lambda value: Markup(script_json(value)),  # noqa: S704  it is inert
        "direction": lambda tag: Language(tag).direction,
    }
    environment.globals |= {"language": language, "_": language.gettext, "ngettext": language.ngettext}
    return environment


def _css(text: str) -> Markup:
    """A colour or font name escaped for CSS, also for use within quotes.

    https://www.w3.org/TR/css-syntax-3/#escaping

    >>> _css("#14599f"), _css("Source Serif 4")
    (Markup('#14599f'), Markup('Source Serif 4'))
    >>> _css('a"}</style>')
    Markup('a\\\\22 \\\\7d \\\\3c \\\\2f style\\\\3e ')
    """
    return Markup(re.sub(r"[^\w #-]", lambda c: f"\\{ord(c[0]):x} ", text))  # noqa: S704  escaped here


def _archived_on(address: str) -> str:
    """The day of the fourteen-digit timestamp in the address of an archived copy, or "".

    >>> _archived_on("https://web.archive.org/web/20250217101500/https://example.org/")
    '2025-02-17'
    """
    found = re.search(r"/(\d{4})(\d{2})(\d{2})\d{6}(?:id_|if_)?/", address)
    return "-".join(found.groups()) if found else ""


def _dense(markup: str) -> Markup:
    """Markup without the indentation of its lines, which means nothing to a browser.

    >>> _dense(Markup("<ul>\\n  <li>a</li>\\n</ul>"))
    Markup('<ul>\\n<li>a</li>\\n</ul>')
    """
    return Markup(re.sub(r"\n\s*", "\n", markup))  # noqa: S704  it was escaped before


def _px(number: float) -> str:
    """A length with at most three decimals, without trailing zeros."""
    return f"{number:.3f}".rstrip("0").rstrip(".") or "0"
