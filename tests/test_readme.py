"""What README.md says is so: its picture, its commands, its event file, its table of dates."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from timeline.build import load
from timeline.cli import main
from timeline.dates import resolve
from timeline.layout import lay_out
from timeline.model import Place, Timeline
from timeline.model.problems import CODES
from timeline.normalise.format import SourceRecord
from timeline.render.pictures.svg import still

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURE = ROOT / ".github" / "timeline.svg"


def test_the_picture_is_the_drawing_of_the_curated_events(curated: Timeline, update: bool) -> None:
    drawn = still(curated, lay_out(curated, 1120))
    if update:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(drawn, encoding="utf-8")
    assert PICTURE.read_text(encoding="utf-8") == drawn, "drawn anew by pytest --update"


def test_the_picture_stands_on_the_first_screen() -> None:
    assert f"](.github/{PICTURE.name})" in README.partition("\n\n## ")[0]


def test_the_event_file_shown_is_one_that_builds(tmp_path: Path) -> None:
    shown = re.search(r"```yaml\n(# events/(\S+)\n.*?)```", README, re.DOTALL)
    assert shown
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / shown[2]).write_text(shown[1], encoding="utf-8")
    assert [event.id for event in load(folder).events] == ["paris-summit"]


def test_the_place_shown_is_one_that_is_found(tmp_path: Path) -> None:
    shown = re.search(r"`(- \{name: Paris, .*\})`", README)
    assert shown
    source = "sources: [{url: 'https://www.example.org/story', publisher: Example News}]"
    event = f"title: Talks\ntrack: Talks\ndate: 2025-02-17\nplace: Paris\n{source}\n"
    (tmp_path / "_places.yaml").write_text(shown[1], encoding="utf-8")
    (tmp_path / "2025-02-17-talks.yaml").write_text(event, encoding="utf-8")
    assert load(tmp_path).events[0].places == (Place("Paris", "FR", 48.8566, 2.3522, "Europe/Paris"),)


def test_the_fields_of_a_source_are_all_in_the_event_file_shown() -> None:
    shown = README.partition("```yaml")[2].partition("```")[0]
    fields = set(re.findall(r"^ +(?:- )?(\w+):", shown.partition("sources:")[2], re.MULTILINE))
    assert set(SourceRecord.model_fields) - fields == {"relative_to"}


TABLE = re.findall(r"^\| `(.+?)` \| (\d{4}-\d\d-\d\d)?[^|]*\| (.+?) \|", README, re.MULTILINE)


@pytest.mark.parametrize(("words", "published", "outcome"), TABLE)
def test_each_row_of_the_table_of_dates_is_what_resolve_says(
    words: str, published: str, outcome: str
) -> None:
    answer = resolve(words, published=date.fromisoformat(published) if published else None)
    if outcome.startswith("refused"):
        assert answer.status == "refused"
        assert answer.reason == outcome.removeprefix("refused: ")
    else:
        assert [when.edtf for when in answer.readings] == re.findall(r"`(.+?)`", outcome)


def test_the_table_of_dates_has_rows() -> None:
    assert len(TABLE) >= 12


@pytest.mark.parametrize(
    ("arguments", "output"), re.findall(r"^\$ timeline (resolve .*)\n((?:.+\n)+?)```", README, re.MULTILINE)
)
def test_each_command_prints_what_is_shown(arguments: str, output: str) -> None:
    answer = CliRunner().invoke(main, [word.strip("'\"") for word in re.findall(r"'[^']*'|\S+", arguments)])
    assert answer.stdout == output


def shown_after(command: str) -> list[str]:
    """The lines that the README shows under a command."""
    block = re.search(rf"^\$ {re.escape(command)}\n((?:.+\n)+?)```", README, re.MULTILINE)
    assert block
    return block[1].splitlines()


def test_a_build_writes_what_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("timeline.render.pictures.png.can_draw", lambda: False)
    answer = CliRunner().invoke(main, ["build", str(ROOT / "events")])
    # Plotly's version is another project's, its bundle npm's; sizes change with each word of the page
    varies = re.compile(r"(?<=plotly-)(basic-)?[\d.]+(?=\.min)| +[\d.]+ [kM]?B$")
    *files, plotly, built, missing, images = (
        varies.sub("", line) for line in shown_after("timeline build")
    )
    assert [varies.sub("", line) for line in answer.stdout.splitlines()] == files
    used, made, *lacking = answer.stderr.splitlines()
    assert used.split()[0] == plotly.split()[0] == "Plotly"
    assert made.rpartition(" in ")[0] == built.rpartition(" in ")[0]
    assert lacking == [missing, images]


def test_a_check_names_the_faults_that_are_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    event = "title: Leaders meet\ndate: 31 June 2025\ntrack: Europe\nsources:\n"
    source = "  - url: www.example.org/story\n    publisher: Example News\n"
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "2025-02-17-paris.yaml").write_text(event + source, encoding="utf-8")
    assert CliRunner().invoke(main, ["check"]).stdout.splitlines() == shown_after("timeline check")


def test_every_code_of_a_fault_is_explained() -> None:
    assert dict(re.findall(r"^\| ([EW]\d{3}) \| (.+?) \|$", README, re.MULTILINE)) == CODES


def test_every_test_that_the_list_of_attacks_names_is_there() -> None:
    listed = re.findall(r"`(test_\w+\.py)::(test_\w+)`", (ROOT / "tests" / "README.md").read_text("utf-8"))
    assert len(listed) > 60
    for file, name in listed:
        assert f"def {name}(" in (ROOT / "tests" / file).read_text(encoding="utf-8"), name
