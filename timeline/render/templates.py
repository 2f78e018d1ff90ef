"""The HTML and SVG templates of ``assets/``, filled. Everything filled in is escaped for its context."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from timeline import words

__all__ = ["Markup", "asset", "fill", "script_json"]


def asset(name: str) -> str:
    """The text of a file of ``assets/``."""
    return (files("timeline.render") / "assets" / name).read_text(encoding="utf-8")


def fill(template: str, **values: object) -> Markup:
    """The template with its values, as markup that another template takes as it is.

    Text values are escaped; a name in the template without a value is an error.
    """
    return Markup(_environment().get_template(template).render(values))  # noqa: S704  escaped by the template


def script_json(value: object) -> str:
    """``value`` as JSON that may stand inside a script: no character of it can end the script.

    >>> script_json({"a": "</script>"})
    '{"a":"\\\\u003c/script>"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


@cache
def _environment() -> Environment:
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
        "px": _px,
        "percent": lambda share: f"{_px(share * 100)}%",
        "in_words": words.when_in_words,
        "clock": words.clock_in_words,
        "day": words.day_in_words,
        "family": words.family,
        "archived_on": _archived_on,
    }
    environment.filters["script_json"] = lambda value: Markup(script_json(value))  # noqa: S704  it is inert
    environment.globals |= {"counted": words.counted}
    return environment


def _css(text: str) -> Markup:
    """A colour or a name as CSS takes it, also within quotes: no character of it can end anything there.

    https://www.w3.org/TR/css-syntax-3/#escaping

    >>> _css("#14599f"), _css("Source Serif 4")
    (Markup('#14599f'), Markup('Source Serif 4'))
    >>> _css('a"}</style>')
    Markup('a\\\\22 \\\\7d \\\\3c \\\\2f style\\\\3e ')
    """
    return Markup(re.sub(r"[^\w #-]", lambda c: f"\\{ord(c[0]):x} ", text))  # noqa: S704  escaped here


def _archived_on(address: str) -> str:
    """The day that the address of an archived copy tells in fourteen digits (as Memento's do), or "".

    >>> _archived_on("https://web.archive.org/web/20250217101500/https://example.org/")
    '2025-02-17'
    """
    found = re.search(r"/(\d{4})(\d{2})(\d{2})\d{6}(?:id_|if_)?/", address)
    return "-".join(found.groups()) if found else ""


def _px(number: float) -> str:
    """A length with at most three decimals, as short as can be."""
    return f"{number:.3f}".rstrip("0").rstrip(".") or "0"
