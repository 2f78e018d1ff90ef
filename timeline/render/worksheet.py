"""Exercise and an empty line -> the worksheet: what to put in order, and the answers on a sheet apart."""

from __future__ import annotations

from timeline.exercise import Exercise
from timeline.language import Language
from timeline.model import Timeline
from timeline.paper import Paper
from timeline.render.entries import accounts
from timeline.render.printed import style
from timeline.render.templates import fill
from timeline.scene import Scene


def worksheet(timeline: Timeline, exercise: Exercise, line: Scene, paper: Paper) -> str:
    """The page as HTML, whole in itself. ``line`` is a scene without events.

    Nothing of the timeline but its language and look stands before the answers: no standfirst, no id.
    """
    return fill(
        "worksheet.html",
        Language(timeline.language),
        exercise=exercise,
        line=line,
        accounts={answer.letter: accounts(answer.event) for answer in exercise.answers},
        style=style(timeline, paper, exercise.title, "chart.css", "printed.css", "worksheet.css"),
    )
