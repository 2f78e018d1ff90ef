"""Checks of what is typed on the command line, each with a message that says what to write instead."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from timeline.model.problems import visible
from timeline.model.subset import Condition, NoSuchSubsetError, condition
from timeline.model.zones import zone_names
from timeline.render.exports import EXPORTS, ExportFormat


def iso_day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    """A day as YYYY-MM-DD. ``date.fromisoformat`` alone would also accept "20250217" and "2025-W08-1"."""
    try:
        if value is None:
            return None
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise click.BadParameter(f"{value!r} is not a day such as 2025-02-17")


def iana_zone(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """The name of an IANA time zone, or ""."""
    zones = zone_names()
    if not value or value in zones:
        return value
    advice = did_you_mean(value, zones) or "write it like Europe/Paris"
    raise click.BadParameter(f"{value!r} is not an IANA time zone; {advice}")


def date_language(_ctx: click.Context, _param: click.Parameter, value: str) -> str:
    """The tag of a language whose dates can be read, such as "uk" or "en-GB"."""
    from timeline.dates.languages import LANGUAGES

    tags = sorted({"en", *LANGUAGES})
    if value.replace("_", "-").lower().partition("-")[0] in tags:
        return value
    raise click.BadParameter(
        f"{value!r} is not a language whose dates can be read; use one of {' '.join(tags)}"
    )


def picture_size(_ctx: click.Context, _param: click.Parameter, value: str | None) -> str | None:
    """A size of pictures for social platforms, such as "1080x1350"; also with "×", spaces or an X."""
    from timeline.render.pictures.sheet import SHEETS, nearest

    if value is None:
        return None
    written = re.fullmatch(r"\s*(\d{1,5})\s*[xX×*]\s*(\d{1,5})\s*", value, re.ASCII)
    size = "x".join(written.groups()) if written else ""
    if size in SHEETS:
        return size
    *others, last = SHEETS
    advice = nearest(int(written[1]), int(written[2])).name if written else last
    raise click.BadParameter(
        f"{visible(value)!r} is not one of the sizes {', '.join(others)} and {last}\nTry: --size {advice}"
    )


def not_an_event_file(_ctx: click.Context, _param: click.Parameter, value: Path | None) -> Path | None:
    """An output path; one that is named like an event file is refused before any work is done."""
    if value and value.suffix.lower() in (".yaml", ".yml"):
        raise click.BadParameter(
            f"{visible(str(value))} is named like an event file, which the output would replace"
        )
    return value


def subset_conditions(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> tuple[Condition, ...]:
    """The conditions of ``--only``."""
    try:
        return tuple(map(condition, values))
    except NoSuchSubsetError as error:
        raise bad_subset(error) from None


def bad_subset(error: NoSuchSubsetError) -> click.UsageError:
    """What is wrong with ``--only``, and what to write instead."""
    advice = f"\nTry: --only {visible(_quoted(error.advice))}" if error.advice else ""
    return click.UsageError(f"--only: {visible(str(error))}{advice}")


def _quoted(text: str) -> str:
    return f'"{text}"' if " " in text else text


#: What a file is by the end of its name, as far as people expect it to open in a certain kind of program.
_KINDS = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "HTML"),
    **dict.fromkeys((".md", ".markdown", ".qmd"), "Markdown"),
    **dict.fromkeys((".pptx", ".ppt", ".potx"), "PowerPoint"),
    **dict.fromkeys((".docx", ".doc"), "Word"),
    **dict.fromkeys((".xlsx", ".xls"), "Excel"),
    **dict.fromkeys((".odt", ".odp", ".ods"), "OpenDocument"),
    **dict.fromkeys((".jpg", ".jpeg"), "JPEG"),
    **dict.fromkeys((".json", ".csl"), "JSON"),
    **dict.fromkeys((".bib", ".bibtex"), "BibLaTeX"),
    ".mw": "markwhen",
    **{
        f".{name}": name.upper()
        for name in ("h5p", "pdf", "svg", "png", "gif", "webp", "ris", "csv", "ics", "zip")
    },
}


def named_like_its_format(format_: ExportFormat) -> Callable[..., Path | None]:
    """A check of the output path: a name that promises another kind of file is refused before any work.

    A name without an extension, or with one of no known meaning, promises nothing.
    """
    suffix = Path(format_.file).suffix
    made = _KINDS[suffix]
    known = {made, *(_KINDS[each] for each in format_.also)}

    def check(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
        promised = _KINDS.get(value.suffix.lower(), made) if value else made
        if value is None or promised in known:
            return not_an_event_file(ctx, param, value)
        right = visible(str(value.with_suffix(suffix)))
        others = [one.name for one in EXPORTS if _KINDS[Path(one.file).suffix] == promised]
        other = f", or timeline export {others[0]}" if len(others) == 1 else ""
        raise click.BadParameter(
            f"the name {visible(str(value))} promises {promised}, but {format_.name} makes "
            f"{' or '.join(sorted(known, key=lambda kind: kind != made))}\n"
            f"Try: -o {right}{other}"
        )

    return check


def require_existing(
    paths: Iterable[Path], advice: str = "name the folder that holds your event files"
) -> None:
    """Treats a path that does not exist as wrong usage, not as a fault in the files."""
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise click.UsageError(f"no such file or folder: {visible(str(path))}\nTry: {advice}")


def did_you_mean(value: str, names: Iterable[str]) -> str:
    """The nearest of the names as a question, or "" where none is near.

    >>> did_you_mean("Europe/Pariss", ["Europe/Paris", "Asia/Tokyo"]), did_you_mean("x", ["Asia/Tokyo"])
    ('did you mean Europe/Paris?', '')
    """
    nearest = difflib.get_close_matches(value, sorted(names), n=1)
    return f"did you mean {nearest[0]}?" if nearest else ""
