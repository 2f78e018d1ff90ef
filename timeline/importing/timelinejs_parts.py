"""What the sheet and the JSON of TimelineJS have in common: the slide that is the title, and eras."""

from __future__ import annotations

from timeline.importing.draft import Draft, Reading


def set_title(reading: Reading, draft: Draft) -> None:
    """A title slide: its headline and text are those of the timeline."""
    reading.others["title"] += 1
    reading.frame["title"] = draft.fields.pop("title", "")
    reading.frame["standfirst"] = draft.fields.pop("summary", "")
    _keep_rest(reading, draft, "title")


def add_era(reading: Reading, draft: Draft) -> None:
    """An era. One without an end would last until today here, so that it becomes a comment."""
    name, date = str(draft.fields.get("title", "")), str(draft.fields.get("date", ""))
    start, slash, end = date.partition("/")
    if name and slash:
        reading.others["era"] += 1
        reading.eras.append({"name": name, "from": start, "to": end})
        draft.fields = {
            field: value for field, value in draft.fields.items() if field not in {"title", "date", "track"}
        }
    else:
        reading.others["incomplete era"] += 1
    _keep_rest(reading, draft, f"era {name}".strip())


def _keep_rest(reading: Reading, draft: Draft, what: str) -> None:
    for field, value in draft.fields.items():
        reading.keep(f"{what}, {field}", str(value))
    for field, value in draft.kept:
        reading.keep(f"{what}, {field}", value)
    for address, field in draft.links.items():
        reading.keep(f"{what}, address in {field}", address)
