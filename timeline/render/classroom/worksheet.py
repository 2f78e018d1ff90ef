"""Exercise and an empty time axis -> the worksheet, with the answers on a separate sheet."""

from __future__ import annotations

from timeline.language import Language
from timeline.model import Timeline
from timeline.model.scene import Scene
from timeline.render.classroom.exercise import Exercise
from timeline.render.classroom.paper import Paper
from timeline.render.classroom.print_style import style
from timeline.render.web.articles import accounts
from timeline.render.web.templates import fill


def worksheet(timeline: Timeline, exercise: Exercise, line: Scene, paper: Paper) -> str:
    """The page as self-contained HTML. ``line`` is a scene without events.

    Before the answers, only its language and look are taken from the timeline: no standfirst, no id.
    """
    return fill(
        "classroom/worksheet.html",
        Language(timeline.language),
        timeline=timeline,
        exercise=exercise,
        line=line,
        accounts={answer.letter: accounts(answer.event) for answer in exercise.answers},
        style=style(
            timeline,
            paper,
            exercise.title,
            "chart/chart.css",
            "classroom/printed.css",
            "classroom/worksheet.css",
        ),
    )
