"""Timeline -> slides in Markdown that Marp and Quarto (its revealjs) show alike, with a speaker's notes.

Slides are separated by a rule, and each begins with a heading of the first level. Notes are comments: Marp
shows them to the speaker, Quarto leaves them out.
"""

from __future__ import annotations

import json

from timeline.language import Language
from timeline.language.events import totals
from timeline.model import Event, Timeline, paragraphs
from timeline.model.sources.deep_links import deep_link
from timeline.render.slides.event_slide import event_slide
from timeline.render.slides.markdown import comment, escaped, link
from timeline.render.slides.speaker_notes import notes
from timeline.typography.one_line import one_line
from timeline.typography.source_marks import numbers

#: Terms of the glossary on one slide.
_TERMS = 4


def marp(timeline: Timeline) -> str:
    """The slides: a title, one for each event, the glossary."""
    language = Language(timeline.language)
    slides = [_title(timeline, language), *(_event(timeline, event, language) for event in timeline.events)]
    for number in range(0, len(timeline.glossary), _TERMS):
        terms = timeline.glossary[number : number + _TERMS]
        lines = (f"**{escaped(each.term)}** – {escaped(each.meaning)}" for each in terms)
        slides.append("\n\n".join([f"# {escaped(language.gettext('Glossary'))}", *lines]))
    return _front_matter(timeline, language) + "\n\n---\n\n".join(slides) + "\n"


def _front_matter(timeline: Timeline, language: Language) -> str:
    """Marp's directives and Quarto's options; each program ignores those of the other.

    A JSON string is also a YAML string. The title is a ``pagetitle``: from a ``title`` Quarto would make a
    slide of its own.
    """
    direction = ["dir: rtl", "style: 'section { direction: rtl }'"] if language.is_rtl else []
    lines = (
        "marp: true",
        "paginate: true",
        f"pagetitle: {json.dumps(one_line(timeline.title), ensure_ascii=False)}",
        f"lang: {json.dumps(timeline.language)}",
        *direction,
        "from: markdown-smart",
        "format:\n  revealjs:\n    slide-level: 1\n    slide-number: true",
    )
    return "\n".join(["---", *lines, "---"]) + "\n\n"


def _title(timeline: Timeline, language: Language) -> str:
    texts = (*paragraphs(timeline.standfirst), totals(timeline, language), timeline.credit)
    return "\n\n".join([f"# {escaped(timeline.title)}", *(escaped(text) for text in texts if text)])


def _event(timeline: Timeline, event: Event, language: Language) -> str:
    shown = event_slide(event, language)
    is_marked = bool(numbers(event.summary))
    links = language.gettext(", ").join(
        (escaped(f"[{number}]") + " " if is_marked else "") + link(source.publisher, deep_link(source))
        for number, source in enumerate(event.sources, 1)
    )
    spoken = notes(event, language, timeline.corrections_of(event))
    speaker_notes = comment("\n\n".join(map(one_line, spoken)))
    # The date comes first, on a line of its own, so that Marp does not read what follows as directives.
    parts = (
        f"# {escaped(shown.title)}",
        f"**{escaped(shown.date)}**" + (f" · {escaped(shown.place)}" if shown.place else ""),
        escaped(shown.date_note),
        escaped(shown.summary),
        f"**{escaped(language.gettext('Who'))}** {escaped(shown.people)}" if shown.people else "",
        f"**{escaped(shown.dispute)}**" if shown.dispute else "",
        f"{escaped(language.gettext('Source:'))} {links}",
        f"<!--\n{speaker_notes}\n-->",
    )
    return "\n\n".join(filter(None, parts))
