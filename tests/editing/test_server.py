"""The preview as programs ask for it: the page as it is now, faults, and what is refused."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.make import event, timeline
from tests.helpers.previews import Running, previewed
from timeline.build import build, check
from timeline.editing import server as module
from timeline.editing.preview import Preview, articles
from timeline.editing.project import start_project
from timeline.editing.server import PortInUseError, Server
from timeline.model import Correction

VOTE = "2025-05-20-council-vote.yaml"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, which no test changes."""
    folder = tmp_path_factory.mktemp("project")
    start_project(folder, has_example=False)
    return folder


@pytest.fixture
def events(project: Path, tmp_path: Path) -> Path:
    """The event files of a new project, for one test."""
    return Path(shutil.copytree(project / "events", tmp_path / "events"))


@pytest.fixture
def running(events: Path) -> Iterator[Running]:
    """Their preview."""
    with previewed(events) as found:
        yield found


def edit(events: Path, old: str, new: str, name: str = VOTE) -> None:
    text = (events / name).read_text(encoding="utf-8")
    assert old in text
    (events / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_pages_are_those_of_a_build_but_for_the_live_part(
    running: Running, events: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.render.pictures.png.can_draw", lambda: False)
    built = {path.name: path for path, _ in build(events, tmp_path / "output").files}
    for name in ("index.html", "embed.html", "citations.html", "events.csv", "feed.ics", "timeline.svg"):
        status, _, body = running.ask(f"/{name}")
        assert status == 200
        page, live, rest = body.partition('<script src="/__timeline/live.js"')
        if live:
            policy = "; connect-src 'self'"
            assert page.count(policy) == 1
            body = page.replace(policy, "") + rest.partition("</script>")[2]
        own = built[name].read_bytes().decode()
        if "script-src 'self'" not in own:
            body = body.replace("script-src 'self' ", "script-src ", 1).replace(
                "; script-src 'self'", "", 1
            )
        assert body == own, name


def test_everything_that_the_page_loads_is_served(running: Running) -> None:
    names = re.findall(r"assets/[\w.-]+\.js", running.ask("/")[2])
    assert len(names) >= 3
    for name in (*names, "__timeline/live.js"):
        status, headers, body = running.ask(f"/{name}")
        assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
        assert body


def test_a_saved_file_changes_the_page(running: Running, events: Path) -> None:
    first = running.until(lambda _: True)
    edit(events, "The council votes to repair", "The council agrees to repair")
    state = running.until(lambda state: state["version"] != first["version"])
    assert state["faults"] == []
    assert "The council agrees to repair" in running.ask("/")[2]
    assert "The council agrees to repair" in running.ask("/events.csv")[2]
    edit(events, "The council agrees to repair", "The council decides to repair")
    running.until(lambda found: found["version"] != state["version"])
    assert "The council decides to repair" in running.ask("/events.csv")[2]


def test_a_new_and_a_removed_file_change_it_too(running: Running, events: Path) -> None:
    first = running.until(lambda _: True)
    (events / "deeper").mkdir()
    text = (events / "2025-09-01-reopening.yaml").read_text(encoding="utf-8")
    (events / "deeper" / "2025-10-01-another.yaml").write_text(
        text.replace("1 September", "1 October").replace("invented/reopening", "invented/another"),
        encoding="utf-8",
    )
    second = running.until(lambda state: state["version"] != first["version"])
    assert running.ask("/")[2].count("<article ") == 4
    (events / "2025-09-01-reopening.yaml").unlink()
    running.until(lambda state: state["version"] != second["version"])
    assert running.ask("/")[2].count("<article ") == 3


def test_a_fault_leaves_the_last_good_page_and_goes_when_it_is_mended(
    running: Running, events: Path
) -> None:
    good = running.until(lambda _: True)
    edit(events, "date: 2025-05-20", "date: 31 June 2025")
    state = running.until(lambda state: bool(state["faults"]))
    assert state == {
        "version": good["version"],
        "title": "1 error: the last good version is shown",
        "faults": [
            {
                "place": f"{events.as_posix()}/{VOTE}:6:7",
                "message": 'error[E012] date "31 June 2025": June has 30 days',
                "excerpt": "date: 31 June 2025" + " " * 32 + "# when\n      ^",
                "hint": "30 June 2025",
            }
        ],
        "events": {},
        "warnings": {"title": "0 warnings", "faults": []},
    }
    assert "The council votes to repair" in running.ask("/")[2]
    edit(events, "date: 31 June 2025", "date: 2025-05-20")
    running.until(lambda state: not state["faults"] and state["version"] != good["version"])


def test_as_long_as_nothing_is_good_there_is_a_plain_page_of_faults(tmp_path: Path) -> None:
    (tmp_path / "_timeline.yaml").write_text("title: [<b>broken", encoding="utf-8")
    with previewed(tmp_path) as running:
        status, _, body = running.ask("/")
        assert (status, "1 error: nothing can be shown yet" in body) == (200, True)
        assert "error[E003]" in body
        assert "title: [&lt;b&gt;broken" in body
        (tmp_path / "_timeline.yaml").unlink()
        start_project(tmp_path / "in", has_example=False)
        running.until(lambda state: not state["faults"])
        assert running.ask("/")[2].count("<article ") == 3


def test_no_broken_timeline_file_ends_the_preview(running: Running, events: Path) -> None:
    whole = (events / "_timeline.yaml").read_text(encoding="utf-8")
    theme = "theme: {files: {text: nowhere.woff2}}"
    for text in ("", "\0", "theme: {fonts: 3}", "- a", theme, "tracks: {a: b}", "a: &b *b"):
        (events / "_timeline.yaml").write_text(text, encoding="utf-8")
        running.until(lambda state: bool(state["faults"]))
        (events / "_timeline.yaml").write_text(whole, encoding="utf-8")
        running.until(lambda state: not state["faults"])
        assert running.ask("/")[0] == 200, text


def test_a_folder_that_goes_and_comes_back_is_shown_again(running: Running, events: Path) -> None:
    events.rename(events.with_name("elsewhere"))
    running.until(lambda state: bool(state["faults"]))
    events.with_name("elsewhere").rename(events)
    running.until(lambda state: not state["faults"])


def test_a_bug_is_reported_and_does_not_end_the_preview(
    running: Running, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr("timeline.editing.preview.index_page", lambda *_: 1 // 0)
        edit(events, "The council votes", "The council agrees")
        state = running.until(lambda state: bool(state["faults"]))
    assert state["title"] == "This is a bug in timeline"
    assert state["faults"][0]["message"].startswith("ZeroDivisionError")
    assert running.ask("/")[0] == 200
    edit(events, "The council agrees", "The council decides")
    running.until(lambda state: not state["faults"])
    assert "The council decides" in running.ask("/")[2]


def test_the_events_that_changed_are_shown_before_the_page_follows(events: Path) -> None:
    preview = Preview(events)
    preview.update()
    before = preview.state
    edit(events, "The council votes to repair", "The council agrees to repair")
    preview.look([str(events / VOTE)])
    ((id_, article),) = preview.state.patches
    assert (id_, preview.state.version) == ("council-vote", before.version)
    assert article.startswith("<article ")
    assert article.endswith("</article>")
    assert "The council agrees to repair" in article
    edit(events, "date: 2025-05-20", "date: 31 June 2025")
    preview.look([str(events / VOTE)])
    assert [fault.code for fault in preview.state.faults] == ["E012"]
    edit(events, "date: 31 June 2025", "date: 2025-05-20")
    preview.look([str(events / VOTE)])
    assert preview.state.faults == ()
    preview.update()
    assert (preview.state.patches, preview.state.version != before.version) == ((), True)


def test_a_page_that_is_out_of_date_is_not_shown(events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    preview = Preview(events)
    preview.update()
    before = preview.state.version
    with monkeypatch.context() as patched:
        patched.setattr(
            "timeline.editing.preview.Site.page", lambda *_: preview.look([str(events / "_people.yaml")])
        )
        preview.update()
    assert preview.state.version == before


def test_faults_that_are_mended_meanwhile_are_not_shown(
    events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = Preview(events)
    preview.update()
    edit(events, "date: 2025-05-20", "date: 31 June 2025")

    def check_while_it_is_mended(*paths: Any, **options: Any) -> Any:
        found = check(*paths, **options)
        if options.get("is_whole", True):
            edit(events, "date: 31 June 2025", "date: 2025-05-20")
            preview.look([str(events / VOTE)])
        return found

    monkeypatch.setattr("timeline.editing.preview.check", check_while_it_is_mended)
    timeline, _ = preview.update()
    assert timeline is None
    assert preview.state.faults == ()


def test_of_a_large_timeline_the_first_page_is_made_for_one_width(
    events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.editing.preview._LARGE", 2)
    with previewed(events) as running:
        assert 'data-widths="960"' in running.ask("/")[2]


def test_drafts_are_shown_on_request(events: Path) -> None:
    edit(events, "title: The council", "draft: true\ntitle: The council")
    with previewed(events) as running:
        assert running.ask("/")[2].count("<article ") == 2
    with previewed(events, has_drafts=True) as running:
        assert running.ask("/")[2].count("<article ") == 3


def test_after_a_change_the_chart_is_made_for_the_windows_that_show_it(
    running: Running, events: Path
) -> None:
    first = running.until(lambda _: True, width=840)
    assert 'data-widths="568,720,840,960,1120,1280"' in running.ask("/")[2]
    edit(events, "The council votes", "The council agrees")
    running.until(lambda state: state["version"] != first["version"], width=840)
    assert 'data-widths="840"' in running.ask("/")[2]
    running.until(lambda _: True, width=1120)
    assert 'data-widths="840,1120"' in running.ask("/")[2]


# ---- what is refused


@pytest.fixture(scope="module")
def unchanged(project: Path) -> Iterator[Running]:
    """A preview of files that no test changes."""
    with previewed(project / "events") as found:
        yield found


@pytest.mark.parametrize(
    "host",
    ["evil.example.org", "127.0.0.1", "127.0.0.1:1", "localhost.example.org:{port}", "", "0.0.0.0:{port}"],
)
@pytest.mark.parametrize("path", ["/", "/events.json", "/__timeline/events", "/__timeline/live.js"])
def test_a_request_by_another_name_is_misdirected(unchanged: Running, host: str, path: str) -> None:
    status, _, body = unchanged.ask(path, Host=host.format(port=unchanged.server.server_port))
    assert status == 421
    assert "council" not in body


def test_this_machine_may_be_called_localhost(unchanged: Running) -> None:
    assert unchanged.ask("/", Host=f"localhost:{unchanged.server.server_port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"])
def test_what_may_change_something_is_refused_from_elsewhere(unchanged: Running, method: str) -> None:
    assert unchanged.ask("/", method)[0] == 403
    assert unchanged.ask("/", method, Origin="https://evil.example.org")[0] == 403
    assert unchanged.ask("/", method, Origin="null")[0] == 403
    assert unchanged.ask("/", method, Origin=unchanged.address.rstrip("/"))[0] == 405
    assert unchanged.ask("/", method, Host="evil.example.org")[0] == 421


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"/{VOTE}", 404),
        ("/../events/_timeline.yaml", 404),
        ("/..%2fevents%2f_timeline.yaml", 404),
        ("/assets/../../events/_timeline.yaml", 404),
        ("//etc/passwd", 404),
        ("/%00", 404),
        ("/%ff", 404),
        ("/__timeline/", 404),
        ("http://127.0.0.1/etc/passwd", 421),
        ("etc/passwd", 400),
        ("*", 400),
    ],
)
def test_only_files_of_the_site_are_served(unchanged: Running, path: str, status: int) -> None:
    found, _, body = unchanged.ask(path)
    assert found == status
    assert "title:" not in body


def test_other_sites_cannot_read_or_frame_the_pages(unchanged: Running) -> None:
    for path in ("/", "/events.json", "/__timeline/live.js"):
        _, headers, _ = unchanged.ask(path)
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert headers["X-Frame-Options"] == "SAMEORIGIN"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "Access-Control-Allow-Origin" not in headers


def test_the_server_listens_on_this_machine_only(unchanged: Running) -> None:
    assert unchanged.server.server_address[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_refused_and_without_one_the_next_is_found(
    unchanged: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = unchanged.server.server_port
    with pytest.raises(PortInUseError):
        Server(Preview(Path("events")), taken)
    monkeypatch.setattr(module, "FIRST_PORT", taken)
    with Server(Preview(Path("events")), None) as other:
        assert other.server_port != taken


def test_an_event_alone_is_shown_with_the_corrections_that_also_concern_others() -> None:
    correction = Correction(date(2025, 3, 14), "Ten voted, not nine.", ("vote", "another"))
    shown = articles(timeline([event("vote")], corrections=(correction,), updated=date(2025, 3, 14)))
    assert "Ten voted, not nine." in shown["vote"]
