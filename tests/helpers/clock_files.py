"""Folders of event files whose charts are hard to draw: hours in four zones, one day, three centuries.

``python -m tests.helpers.clock_files FOLDER`` writes them, to be built and looked at.
"""

from __future__ import annotations

import sys
from pathlib import Path

_SOURCE = 'sources: [{{url: "https://www.example.org/{name}", publisher: Example News}}]\n'
_PLACES = """\
- {name: Houston, zone: America/Chicago}
- {name: Cape Canaveral, zone: America/New_York}
- {name: Pago Pago, zone: Pacific/Pago_Pago}
- {name: Madrid, zone: Europe/Madrid}
"""
_MISSION = """\
1961-05-25 | | Houston | A landing is promised
1970-04-10 | | Cape Canaveral | The crew has a last rest
1970-04-11 | 08:03 | Cape Canaveral | The crew boards
1970-04-11 | 14:13 | Cape Canaveral | Lift-off
1970-04-11 | 15:48 | Houston | The upper stage fires again
1970-04-11 | 22:10 | Madrid | A station in Spain takes over
1970-04-12 | 19:53 | Houston | The course is corrected
1970-04-13 | 20:24 | Houston | A broadcast from the cabin
1970-04-13 | 21:05 | Houston | The tanks are to be stirred
1970-04-13 | 21:07:53 | Houston | An alarm
1970-04-13 | 21:13 | Houston | Gas is seen to escape
1970-04-13 | 22:50 | Houston | The crew moves to the lander
1970-04-14 | 05:43 | Madrid | Signals weaken
1970-04-14 | 02:42 | Houston | A new course
1970-04-14 | 18:21 | Houston | Behind the moon
1970-04-14 | 20:40 | Houston | The burn for home
1970-04-15 | | Madrid | Newspapers wait
1970-04-15 | 09:10 | Houston | A filter is made of what is there
1970-04-15 | 22:31 | Houston | The course is trimmed
1970-04-16 | | Pago Pago | Ships are waiting
1970-04-17 | 07:14 | Houston | The service module is let go
1970-04-17 | 10:43 | Houston | The lander is let go
1970-04-17 | 07:07 | Pago Pago | Splashdown
1970-04-17 | 07:52 | Pago Pago | On board the ship
1970-04-17 | 13:30 | Houston | Cheers in the control room
1970-04-18 | | Pago Pago | The crew flies on
"""
_ONE_DAY = """\
2024-03-01 | 09:00 | | Doors open
2024-03-01 | 09:05 | | First speech
2024-03-01 | 09:40 | | Second speech
2024-03-01 | 11:00 | | The vote is called
2024-03-01 | 11:02 | | The count begins
2024-03-01 | 11:30 | | A recount is asked for
2024-03-01 | 13:00 | | Lunch
2024-03-01 | 15:00 | | The recount ends
2024-03-01 | 15:10 | | The result is read
2024-03-01 | 16:45 | | An objection
2024-03-01 | 18:00 | | Doors close
2024-03-01 | | | The papers print a special
"""
_CENTURIES = """\
1704-05-01 | | | A charter is granted
July 1714 | | | A pamphlet is printed
1744 | | | The mill is built
1776-07-04 | | | A declaration is read out
1828 | | | The canal reaches the town
1840s | | | The railway is surveyed
1901-02-03/1903-10-01 | | | The bridge is built
2004-05-01 | | | The archive opens
"""
_HEADS = {
    "mission": "title: Six days\nlanguage: en\nview: {from: 1970-04-10, to: 1970-04-18}\n",
    "one-day": "title: One day\n",
    "centuries": "title: Three centuries\n",
}


def write_clock_files(folder: Path) -> tuple[Path, ...]:
    """Write the folders of event files below ``folder``."""
    rows = {"mission": _MISSION, "one-day": _ONE_DAY, "centuries": _CENTURIES}
    for name, text in rows.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        (folder / name / "_timeline.yaml").write_text(_HEADS[name], encoding="utf-8")
        (folder / name / "_places.yaml").write_text(_PLACES, encoding="utf-8")
        events = [_event(number, line) for number, line in enumerate(text.splitlines())]
        (folder / name / "1900-events.yaml").write_text("".join(events), encoding="utf-8")
    return tuple(folder / name for name in rows)


def _event(number: int, line: str) -> str:
    day, clock, place, title = (part.strip() for part in line.split("|"))
    fields = [
        f"id: e{number}",
        f"title: {title}",
        f"date: {day}",
        f"track: {'Sky' if number % 3 else 'Ground'}",
    ]
    fields += [f"time: {clock}"] if clock else []
    fields += [f"place: {place}"] if place else []
    fields += ["zone: Europe/Paris"] if clock and not place else []
    return "- " + "\n  ".join([*fields, _SOURCE.format(name=f"e{number}")])


if __name__ == "__main__":
    write_clock_files(Path(sys.argv[1]))
