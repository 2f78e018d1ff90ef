"""`timeline links`: what it prints, what it keeps, and how it ends. The servers are on this machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.helpers.sites import Site, http_site
from timeline.cli import links, main
from timeline.editing.watch import snapshot
from timeline.fetching import TEST_SWITCH
from timeline.links import hosts

EVENT = "title: Leaders meet\ndate: 2025-02-17\ntrack: Europe\nsources:\n"


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder for event files, the switch for tests, no pauses and a day that stays the same."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(TEST_SWITCH, "1")
    monkeypatch.setattr(hosts, "PAUSE", 0)
    monkeypatch.setattr(links, "today", lambda: date(2025, 3, 10))
    Path("events").mkdir()


@pytest.fixture
def site() -> Iterator[Site]:
    with http_site() as found:
        yield found


def cite(name: str, *addresses: str, archived: str = "") -> None:
    """An event file whose sources have these addresses, and the last of them a copy."""
    sources = "".join(f"  - url: {address}\n    publisher: Example News\n" for address in addresses)
    copy = f"    archived: {archived}\n" if archived else ""
    Path("events", f"{name}.yaml").write_text(EVENT + sources + copy, encoding="utf-8")


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["links", *words])


def test_every_address_that_is_not_ok_is_named_where_it_is_cited(site: Site) -> None:
    site.answers |= {
        "/ok": (200, {}),
        "/old": (301, {"Location": "/new"}),
        "/new": (200, {}),
        "/refuses": (403, {}),
        "/inside": (302, {"Location": "http://127.0.0.1:9/"}),
    }
    home = site.home
    dead = "is dead: it answers with the status 404"
    copies = "Try: look for a copy of the page, and cite it as archived: https://web.archive.org/web/*/"
    cite("2025-02-17-a", f"{home}/ok", f"{home}/old#part")
    cite("2025-02-18-b", f"{home}/gone", f"{home}/refuses", f"{home}/ok#other", archived=f"{home}/gone#x")
    result = run()
    assert result.stdout == (
        f'events/2025-02-17-a.yaml:7:10: warning[W050] url "{home}/old#part" has moved for good\n'
        f"      - url: {home}/old#part\n"
        "             ^\n"
        f"    Try: url: {home}/new#part\n"
        f'events/2025-02-18-b.yaml:5:10: error[E050] url "{home}/gone" {dead}\n'
        f"      - url: {home}/gone\n"
        "             ^\n"
        f"    {copies}{home}/gone\n"
        f'events/2025-02-18-b.yaml:7:10: warning[W051] url "{home}/refuses" '
        "cannot be judged: it answers with the status 403\n"
        f"      - url: {home}/refuses\n"
        "             ^\n"
        "    Try: open it in a browser\n"
        f'events/2025-02-18-b.yaml:11:15: error[E050] archived "{home}/gone#x" {dead}\n'
        f"        archived: {home}/gone#x\n"
        "                  ^\n"
        f"    {copies}{home}/ok#other\n"
        "4 addresses: 1 ok, 1 moved, 1 dead, 1 unknown\n"
    )
    assert (result.exit_code, result.stderr) == (1, "")
    assert sorted(site.requests) == [
        *("GET /gone", "GET /refuses", "HEAD /gone", "HEAD /new", "HEAD /ok", "HEAD /old", "HEAD /refuses"),
    ]


def test_only_dead_pages_without_a_copy_fail_unless_strict(site: Site) -> None:
    site.answers |= {"/ok": (200, {}), "/old": (301, {"Location": "/ok"}), "/refuses": (403, {})}
    cite("2025-02-17-a", f"{site.home}/ok")
    assert (run("--strict").exit_code, run().stdout) == (0, "1 address: 1 ok\n")
    cite("2025-02-17-a", f"{site.home}/old", f"{site.home}/refuses")
    assert (run().exit_code, run("--strict").exit_code) == (0, 1)
    cite("2025-02-17-a", f"{site.home}/gone", archived=f"{site.home}/ok")
    assert f"Try: leave it, since the archived copy is there: {site.home}/ok\n" in run().stdout
    assert (run().exit_code, run("--strict").exit_code) == (0, 1)
    cite("2025-02-17-a", f"{site.home}/gone")
    assert run().exit_code == 1


def test_for_scripts(site: Site) -> None:
    site.answers |= {"/old": (301, {"Location": "/new"}), "/new": (200, {})}
    cite("2025-02-17-a", f"{site.home}/new", f"{site.home}/old#part")
    assert json.loads(run("--format", "json").stdout) == [
        {
            "path": "events/2025-02-17-a.yaml",
            "line": 7,
            "column": 10,
            "code": "W050",
            "severity": "warning",
            "message": f'url "{site.home}/old#part" has moved for good',
            "hint": f"url: {site.home}/new#part",
            "address": f"{site.home}/old#part",
            "outcome": "moved",
            "new_address": f"{site.home}/new#part",
            "checked": "2025-03-10",
        }
    ]
    annotation = run("--format", "github").stdout
    assert annotation.startswith("::warning file=events/2025-02-17-a.yaml,line=7,col=10,title=W050::url ")
    assert len(annotation.splitlines()) == 1


def test_an_answer_is_kept_for_a_week(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.answers |= {"/ok": (200, {}), "/refuses": (403, {})}
    cite("2025-02-17-a", f"{site.home}/ok", f"{site.home}/refuses")
    run()
    site.requests.clear()
    site.answers["/ok"] = (404, {})
    assert "1 ok, 1 unknown" in run().stdout
    assert site.requests == ["HEAD /refuses", "GET /refuses"]
    assert "1 dead, 1 unknown" in run("--max-age", "0").stdout
    site.answers["/ok"] = (200, {})
    monkeypatch.setattr(links, "today", lambda: date(2025, 3, 17))
    assert "1 ok, 1 unknown" in run().stdout


def test_offline_nobody_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    cite("2025-02-17-a", f"{site.home}/gone")
    run()
    monkeypatch.setattr(links, "today", lambda: date(2026, 3, 10))
    cite("2025-02-18-b", f"{site.home}/new")
    site.requests.clear()
    result = run("--offline")
    assert result.stdout.splitlines()[-1] == "2 addresses: 1 dead, 1 unknown"
    assert f'url "{site.home}/new" cannot be judged: it has not been asked yet' in result.stdout
    assert '"checked": null' in run("--offline", "--format", "json").stdout
    assert result.exit_code == 1
    assert site.requests == []


def test_what_is_kept_is_no_event_file(site: Site) -> None:
    site.answers["/ok"] = (200, {})
    cite("2025-02-17-a", f"{site.home}/ok")
    before = snapshot(Path("events"))
    run()
    assert Path("events", ".timeline-links", "findings.json").is_file()
    assert snapshot(Path("events")) == before
    checked = CliRunner().invoke(main, ["check", "--format", "json"])
    assert [fault["code"] for fault in json.loads(checked.stdout)] == ["W016"]  # the host is this machine


def test_what_nobody_cites_any_more_is_forgotten(site: Site) -> None:
    cite("2025-02-17-a", f"{site.home}/a")
    cite("2025-02-18-b", f"{site.home}/b")
    run()
    assert run("events/2025-02-17-a.yaml", "--max-age", "0").stdout.endswith("1 address: 1 dead\n")
    kept = Path("events", ".timeline-links", "findings.json")
    assert f"{site.home}/b" in kept.read_text()
    Path("events", "2025-02-18-b.yaml").unlink()
    run("--max-age", "0")
    assert f"{site.home}/b" not in kept.read_text()


def test_answers_that_cannot_be_kept_are_shown(site: Site) -> None:
    site.answers["/ok"] = (200, {})
    cite("2025-02-17-a", f"{site.home}/ok")
    Path("events", ".timeline-links").write_text("a file")
    result = run()
    assert (result.exit_code, result.stdout) == (0, "1 address: 1 ok\n")
    assert result.stderr.startswith("The answers are not kept: cannot write events/.timeline-links/")


def test_files_with_faults_are_reported_and_nobody_is_asked(site: Site) -> None:
    cite("2025-02-17-a", f"{site.home}/ok", "www.example.org/story")
    result = run()
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[E025]" in result.stderr
    assert site.requests == []


def test_a_folder_that_is_not_there_is_wrong_usage() -> None:
    result = run("nowhere")
    assert result.exit_code == 2
    assert "no such file or folder: nowhere" in result.stderr


def test_without_the_switch_this_machine_is_never_asked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(TEST_SWITCH)
    cite("2025-02-17-a", f"{site.home}/a", site.home.replace("127.0.0.1", "localhost"))
    result = run()
    assert result.exit_code == 0
    assert "leads to 127.0.0.1, which is not an address of the public internet" in result.stdout
    assert result.stdout.endswith("2 addresses: 2 unknown\n")
    assert site.requests == []


def test_a_redirect_into_the_network_is_not_followed(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.fetching.addresses.is_public", lambda address: address == "127.0.0.1")
    monkeypatch.delenv(TEST_SWITCH)
    inside = ["http://169.254.169.254/latest/meta-data", "http://127.0.0.2/", "file:///etc/passwd"]
    for number, address in enumerate(inside):
        site.answers[f"/{number}"] = (301, {"Location": address})
    cite("2025-02-17-a", *(f"{site.home}/{number}" for number in range(3)))
    lines = [line.partition(" leads to ")[2] for line in run().stdout.splitlines() if "warning[" in line]
    assert lines == [
        f"{inside[0]}, which leads to 169.254.169.254, which is not an address of the public internet",
        f"{inside[1]}, which leads to 127.0.0.2, which is not an address of the public internet",
        f"{inside[2]}, which does not begin with https:// or http://",
    ]


def test_an_interruption_keeps_the_answers_that_have_come(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    cite("2025-02-17-a", f"{site.home}/a", f"{site.home}/b")
    whole = links.shown

    def interrupted(trails: Iterator[object], number: int) -> Iterator[object]:
        yield next(whole(trails, number))  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(links, "shown", interrupted)
        result = run()
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr == "Interrupted: 1 of 2 answers are kept\n"
    assert run("--offline").stdout.endswith("2 addresses: 1 dead, 1 unknown\n")
