"""The styles as a table: for each style, form of source and lead, the template of its citation.

The lead is the "author"; the "publisher" where that is the author too; or "nobody" where none is named. In
a template ``*{site}*`` is italic and ``“{title}”`` quoted, ``[...]`` is left out where a value in it is
empty, and a full stop or comma after a value is set as English typography wants it
(`timeline.citing.typesetting`).
"""

from __future__ import annotations

#: Publication Manual, 9.7 to 9.37 (elements of a reference) and 10.1, 10.16 (articles of newspapers,
#: pages).
_APA_NEWS = "({date}). {title}. *{site}*. [Retrieved {retrieved}, from ]{url}"
_APA_OWN = "({date}). {title}. [Retrieved {retrieved}, from ]{url}"
_APA_PAGE = "({date}). *{title}*. {site}. [Retrieved {retrieved}, from ]{url}"
_APA_OWN_PAGE = "({date}). *{title}*. [Retrieved {retrieved}, from ]{url}"
#: MLA Handbook, chapter 5 (the core elements); who publishes its own work is not named as its author too.
_MLA = "“{title}”. *{site}*[, {date}], {url}.[ Accessed {accessed}.][ Archived at {archived}.]"
#: Chicago Manual, 14.191 to 14.200 (newspapers) and 14.205 to 14.207 (pages of sites).
_LINK = "{url}[, archived at {archived}]."
_ENTRY = "“{title}”. {Date}. " + _LINK
_NOTE = "“{title}”, *{site}*, {date}, " + _LINK
_PAGE_NOTE = "“{title}”, {site}, {date}, " + _LINK

#: Style, form, lead -> template.
TEMPLATES = {
    ("apa", "news", "author"): "{author}. " + _APA_NEWS,
    ("apa", "news", "publisher"): "{site}. " + _APA_OWN,
    ("apa", "news", "nobody"): "{title}. ({date}). *{site}*. [Retrieved {retrieved}, from ]{url}",
    ("apa", "page", "author"): "{author}. " + _APA_PAGE,
    ("apa", "page", "publisher"): "{site}. " + _APA_OWN_PAGE,
    ("apa", "page", "nobody"): "{site}. " + _APA_OWN_PAGE,
    ("mla", "news", "author"): "{author}. " + _MLA,
    ("mla", "news", "publisher"): _MLA,
    ("mla", "news", "nobody"): _MLA,
    ("mla", "page", "author"): "{author}. " + _MLA,
    ("mla", "page", "publisher"): _MLA,
    ("mla", "page", "nobody"): _MLA,
    ("chicago", "news", "author"): "{author}. “{title}”. *{site}*, {date}. " + _LINK,
    ("chicago", "news", "publisher"): "*{site}*. " + _ENTRY,
    ("chicago", "news", "nobody"): "*{site}*. " + _ENTRY,
    ("chicago", "page", "author"): "{author}. “{title}”. {site}. {Date}. " + _LINK,
    ("chicago", "page", "publisher"): "{site}. " + _ENTRY,
    ("chicago", "page", "nobody"): "{site}. " + _ENTRY,
    ("chicago-note", "news", "author"): "{author}, " + _NOTE,
    ("chicago-note", "news", "publisher"): _NOTE,
    ("chicago-note", "news", "nobody"): _NOTE,
    ("chicago-note", "page", "author"): "{author}, " + _PAGE_NOTE,
    ("chicago-note", "page", "publisher"): _PAGE_NOTE,
    ("chicago-note", "page", "nobody"): _PAGE_NOTE,
}

#: Family of styles, whether it is an article -> what stands in for a title (Publication Manual 9.22; the
#: other styles ask for a description).
UNTITLED = {
    ("apa", True): "[News article]",
    ("apa", False): "[Webpage]",
    ("mla", True): "News article",
    ("mla", False): "Web page",
    ("chicago", True): "News article",
    ("chicago", False): "Web page",
}
