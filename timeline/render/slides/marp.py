"""Timeline -> slides in Markdown that Marp and Quarto (its revealjs) show alike, with a speaker's notes.

A rule parts two slides, and each begins with a heading of the first level. Notes are comments: Marp shows
them to the speaker, Quarto keeps them to itself.
"""

from __future__ import annotations

import json

from timeline.language import Language
from timeline.language.dates import date_and_clock
from timeline.language.events import place_of, totals
from timeline.model import Event, Timeline
from timeline.render.slides.markdown import comment, escaped, link
from timeline.render.slides.speaker_notes import notes
from timeline.typography.one_line import one_line
from timeline.typography.sentences import briefly

#: A slide tells as many whole sentences as have so many words; the notes tell all.
_WORDS = 40
#: Terms of the glossary on one slide.
_TERMS = 4


def marp(timeline: Timeline) -> str:
    """The slides: a title, one for each event, the glossary."""
    language = Language(timeline.language)
    slides = [_title(timeline, language), *(_event(event, language) for event in timeline.events)]
    for number in range(0, len(timeline.glossary), _TERMS):
        terms = timeline.glossary[number : number + _TERMS]
        lines = (f"**{escaped(each.term)}** – {escaped(each.meaning)}" for each in terms)
        slides.append("\n\n".join([f"# {escaped(language.gettext('Glossary'))}", *lines]))
    return _front_matter(timeline, language) + "\n\n---\n\n".join(slides) + "\n"


def _front_matter(timeline: Timeline, language: Language) -> str:
    """Marp's directives and Quarto's options, of which each leaves the other's alone.

    A JSON string is one of YAML too. Quarto would make a further slide of a ``title``.
    """
    leftward = ["dir: rtl", "style: 'section { direction: rtl }'"] if language.is_rtl else []
    lines = (
        "marp: true",
        "paginate: true",
        f"pagetitle: {json.dumps(one_line(timeline.title), ensure_ascii=False)}",
        f"lang: {json.dumps(timeline.language)}",
        *leftward,
        "from: markdown-smart",
        "format:\n  revealjs:\n    slide-level: 1\n    slide-number: true",
    )
    return "\n".join(["---", *lines, "---"]) + "\n\n"


def _title(timeline: Timeline, language: Language) -> str:
    texts = (*timeline.standfirst.split("\n\n"), totals(timeline, language), timeline.credit)
    return "\n\n".join([f"# {escaped(timeline.title)}", *(escaped(text) for text in texts if text)])


def _event(event: Event, language: Language) -> str:
    people = language.gettext(", ").join(person.name for person in event.participants)
    links = language.gettext(", ").join(link(source.publisher, source.url) for source in event.sources)
    status = "" if event.status == "held" else f" ({language.gettext(event.status)})"
    date = date_and_clock(event.when, language) + status
    place = place_of(event, language)
    # The date stands first: on a line of its own it keeps Marp from taking what follows for directives.
    told = comment("\n\n".join(map(one_line, notes(event, language))))
    parts = (
        f"# {escaped(event.title)}",
        f"**{escaped(date[:1].upper() + date[1:])}**" + (f" · {escaped(place)}" if place else ""),
        "" if event.when.is_exact else escaped(language.gettext("The exact date is not known.")),
        escaped(briefly(event.summary.partition("\n\n")[0], _WORDS)),
        f"**{escaped(language.gettext('Who'))}** {escaped(people)}" if people else "",
        f"**{escaped(language.gettext('Accounts differ.'))}**" if event.disputed else "",
        f"{escaped(language.gettext('Source:'))} {links}",
        f"<!--\n{told}\n-->",
    )
    return "\n\n".join(filter(None, parts))
