"""Timeline -> its sources as CSL-JSON, for Zotero and citation processors.

https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

from __future__ import annotations

import json
from typing import Any

from timeline.model import Timeline
from timeline.render.references.bibliography import Reference, bibliography, notes
from timeline.render.references.styles import is_news
from timeline.render.references.styles.authors import Name


def csl_json(timeline: Timeline) -> str:
    """A list of items, one for each address, as UTF-8 JSON; the file ends with a newline.

    >>> csl_json(Timeline(title="Empty", events=(), tracks=()))
    '[]\\n'
    """
    items = [_item(reference) for reference in bibliography(timeline)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(reference: Reference) -> dict[str, Any]:
    source = reference.source
    accessed = source.accessed
    item = {
        "id": reference.key,
        "type": "article-newspaper" if is_news(source) else "webpage",
        "title": source.title,
        "author": [_name(Name.read(text)) for text in source.author],
        "container-title": source.publisher,
        "issued": _date(source.published_parts) or _about(source.inferred_parts),
        "accessed": _date((accessed.year, accessed.month, accessed.day) if accessed else ()),
        "URL": source.url,
        "note": ". ".join(notes(source)),
        "language": source.language,
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _about(parts: tuple[int, ...]) -> dict[str, Any]:
    return {**_date(parts), "circa": True} if parts else {}


def _date(parts: tuple[int, ...]) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(parts)]} if parts else {}
