"""What the server of `timeline edit` answers: saves, two versions of a file, undo; and what it refuses."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.previews import Running, previewed
from timeline.editing.extension import MAX_BODY
from timeline.editing.form.answers import Form
from timeline.editing.form.workspace import Workspace
from timeline.editing.project import start_project
from timeline.fetching import FetchError
from timeline.webpages.metadata import PageMetadata

VOTE = "2025-05-20-council-vote.yaml"
HOME = "/__timeline/edit/"


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The event files of a new project, named from the folder above."""
    monkeypatch.chdir(tmp_path)
    start_project(tmp_path, has_example=False)
    return Path("events")


@pytest.fixture
def form(events: Path) -> Form:
    """The answers without their server."""
    return Form(Workspace(events))


def got(form: Form, name: str, **query: str) -> Any:
    answer = form.get(name, query)
    assert answer.status == 200, answer.content
    return json.loads(answer.content)


def posted(form: Form, name: str, status: int = 200, **sent: Any) -> Any:
    answer = form.post(name, json.dumps(sent).encode())
    assert answer.status == status, answer.content
    return json.loads(answer.content)


def vote(form: Form) -> Any:
    return got(form, "event", file=f"events/{VOTE}")


def change(path: list[str | int], value: Any) -> list[dict[str, Any]]:
    return [{"path": path, "value": value}]


def save(form: Form, event: Any, changes: Any, status: int = 200) -> Any:
    return posted(form, "save", status, **{**event, "values": None, "changes": changes})


def test_the_list_has_every_event_and_every_file_that_cannot_be_read(form: Form, events: Path) -> None:
    (events / "2025-06-01-broken.yaml").write_text("title: [", encoding="utf-8")
    found = got(form, "events")
    assert [each["id"] for each in found["events"]] == ["cracks-found", "council-vote", "", "reopening"]
    assert found["events"][2]["problem"].startswith("Line 1: ")
    assert found["suggestions"]["tracks"] == ["The bridge", "The council"]
    assert found["suggestions"]["people"][:2] == ["Jane Doe", "Bridge Office"]


def test_a_date_that_is_counted_from_another_event_is_read_and_gives_the_event_its_place(
    form: Form,
) -> None:
    got(form, "events")
    found = posted(form, "dates", role="counted", after="cracks-found", text="2 days")
    assert found["readings"][0]["words"] == "Wednesday 14 May 2025"
    found = posted(form, "dates", role="counted", after="cracks-found", text="some days")
    assert found["reason"] == "A number of hours, days, weeks or months is expected"
    shown = got(form, "event", file="events/2025-09-01-reopening.yaml")
    save(form, shown, change(["date"], {"after": "cracks-found", "by": "2 days"}))
    posted(form, "new", changes=change(["title"], "No date yet"))
    sent = [*change(["title"], "A draft"), *change(["date"], {"after": "reopening", "by": "1 day"})]
    assert posted(form, "new", changes=sent)["is_draft"]
    assert [(each["id"], each["date"]) for each in got(form, "events")["events"]] == [
        ("cracks-found", "2025-05-12"),
        ("reopening", "Wednesday 14 May 2025"),
        ("a-draft", "Thursday 15 May 2025"),
        ("council-vote", "2025-05-20"),
        ("no-date-yet", ""),
    ]


def test_the_list_counts_warnings_and_the_form_has_them_at_their_fields(form: Form) -> None:
    save(form, vote(form), change(["summary"], "The **vote**."))
    assert [each["warnings"] for each in got(form, "events")["events"]] == [0, 1, 0]
    found = posted(form, "check", file=vote(form)["file"], changes=[])["faults"]
    assert [(each["path"], each["is_error"]) for each in found] == [(["summary"], False)]
    marked = change(["summary"], "They vote. [1, 9]")
    found = posted(form, "check", file=vote(form)["file"], changes=marked)["faults"]
    assert [(each["path"], each["is_error"]) for each in found] == [(["summary"], True)]


def test_who_has_checked_an_event_is_shown_and_saved(form: Form, events: Path) -> None:
    save(form, vote(form), change(["checked"], {"by": "A. Editor", "on": "2025-05-21"}))
    assert "checked:\n  by: A. Editor\n  on: 2025-05-21\n" in (events / VOTE).read_text(encoding="utf-8")
    assert vote(form)["values"]["checked"] == {"by": "A. Editor", "on": "2025-05-21"}
    faulty = change(["checked"], {"by": "A. Editor", "on": "May"})
    found = posted(form, "check", file=vote(form)["file"], changes=faulty)["faults"]
    assert [each["path"] for each in found] == [["checked", "on"]]
    save(form, vote(form), change(["checked"], ""))
    assert "checked" not in vote(form)["values"]


def test_a_save_against_a_file_that_has_changed_is_refused(form: Form, events: Path) -> None:
    event = vote(form)
    path = events / VOTE
    path.write_text(path.read_text(encoding="utf-8").replace("Town Hall", "Market"), encoding="utf-8")
    before = path.read_bytes()
    answer = save(form, event, change(["title"], "Mine"), 409)
    assert answer == {"error": "The file was changed by another program."}
    assert path.read_bytes() == before
    assert save(form, vote(form), change(["title"], "Mine"))["values"]["title"] == "Mine"


def test_a_file_that_changes_at_the_last_moment_is_not_overwritten(
    form: Form, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change_meanwhile(*_: object) -> tuple[bytes, tuple[()]]:
        (events / VOTE).write_bytes(b"title: Theirs\n")
        return b"title: Mine\n", ()

    monkeypatch.setattr("timeline.editing.form.saving.changed_bytes", change_meanwhile)
    save(form, vote(form), change(["title"], "Mine"), 409)
    assert (events / VOTE).read_bytes() == b"title: Theirs\n"
    assert not list(events.glob(".timeline-*"))


def test_saves_are_taken_back_one_by_one_unless_the_file_has_changed_since(
    form: Form, events: Path
) -> None:
    path = events / VOTE
    first = path.read_bytes()
    second = save(form, vote(form), change(["title"], "One")) and path.read_bytes()
    save(form, vote(form), change(["title"], "Two"))
    assert posted(form, "undo")["title"] == "One"
    assert path.read_bytes() == second
    path.write_bytes(second + b"# more\n")
    assert posted(form, "undo", 409)
    assert path.read_bytes() == second + b"# more\n"
    path.write_bytes(second)
    assert posted(form, "undo")["undo"] == ""
    assert path.read_bytes() == first
    assert posted(form, "undo", 400)


def test_settings_people_and_places_are_saved_and_taken_back_as_events_are(
    form: Form, events: Path
) -> None:
    people, places = events / "_people.yaml", events / "_places.yaml"
    before = people.read_bytes()
    places.unlink()
    listed = got(form, "events")
    assert [(each["title"], each["file"]) for each in listed["shared"]] == [
        ("Settings", "events/_timeline.yaml"),
        ("People", "events/_people.yaml"),
        ("Places", "events/_places.yaml"),
        ("Sources", "events/_sources.yaml"),
    ]
    assert listed["listed"] == {"people": ["Jane Doe", "Doe", "Mayor Doe", "Bridge Office"], "places": []}
    shown = got(form, "event", file="events/_people.yaml")
    assert shown["values"]["people"][1] == {"name": "Bridge Office", "role": "Engineers of the town"}
    assert form.post("list", b'{"shape": "people", "name": "John Roe"}').status == 200
    assert people.read_bytes() == before + b"- name: John Roe\n"
    save(form, shown, change(["people", 0, "role"], "Chief"), 409)
    shown = got(form, "event", file="events/_places.yaml")
    assert shown["values"] == {}
    save(form, shown, change(["places", 0], {"name": "Example Town"}))
    assert places.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=.schema/places.json\n- name: Example Town\n"
    )
    assert [posted(form, "undo")["title"] for _ in range(2)] == ["Places", "People"]
    assert (people.read_bytes(), places.exists()) == (before, False)
    settings = got(form, "event", file="events/_timeline.yaml")
    sent = {"file": settings["file"], "changes": change(["language"], "english!")}
    assert posted(form, "check", **sent)["faults"][0]["path"] == ["language"]
    posted(form, "delete", 400, **settings)


def test_a_source_of_the_list_is_chosen_by_its_id_and_lends_what_it_says(form: Form, events: Path) -> None:
    shown = got(form, "event", file="events/_sources.yaml")
    story = {
        "id": "story",
        "url": "https://www.example.org/story",
        "publisher": "Example News",
        "published": "2025-05-21",
    }
    save(form, shown, change(["documents", 0], story))
    assert (events / "_sources.yaml").read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=.schema/sources.json\n"
        "- id: story\n  url: https://www.example.org/story\n"
        "  publisher: Example News\n  published: 2025-05-21\n"
    )
    assert got(form, "events")["suggestions"]["documents"] == ["story"]
    asked: dict[str, Any] = {
        "text": "Tuesday",
        "role": "says",
        "source": "story",
        "tense": "past",
        "published": "",
    }
    assert [each["write"] for each in posted(form, "dates", **asked)["readings"]] == ["2025-05-20"]
    assert posted(form, "source", address=story["url"]) == {"source": {"source": "story"}, "event": {}}
    save(form, vote(form), change(["sources", 2], {"quote": "a repair", "source": "story"}))
    assert (events / VOTE).read_text(encoding="utf-8").endswith("  - source: story\n    quote: a repair\n")
    sent: dict[str, Any] = {"file": f"events/{VOTE}", "changes": change(["sources", 2, "source"], "storey")}
    faults = posted(form, "check", **sent)["faults"]
    assert faults[0]["path"] == ["sources", 2, "source"]
    assert (faults[0]["message"], faults[0]["hint"]) == ("This is not in the list of sources", "story")


def test_an_event_is_deleted_with_its_file_and_brought_back(form: Form, events: Path) -> None:
    path = events / VOTE
    before = path.read_bytes()
    event = vote(form)
    posted(form, "delete", 409, **{**event, "hash": "another"})
    assert path.read_bytes() == before
    assert posted(form, "delete", **event)["undo"] == event["values"]["title"]
    assert not path.exists()
    posted(form, "delete", 404, **event)
    path.write_bytes(b"title: Theirs\n")
    posted(form, "undo", 409)
    assert path.read_bytes() == b"title: Theirs\n"
    path.unlink()
    posted(form, "undo")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (
            "- title: A\n  # mine\n\n# of B\n- title: B\n- title: C\n",
            "- title: A\n  # mine\n\n# of B\n- title: C\n",
        ),
        ('[{"title": "A"}, {"title": "B"}]\n', None),
    ],
)
def test_an_event_of_a_list_is_deleted_with_its_own_lines(
    form: Form, events: Path, text: str, left: str | None
) -> None:
    path = events / "2025-06-01-list.yaml"
    path.write_text(text, encoding="utf-8")
    event = got(form, "event", file=f"events/{path.name}", number="1")
    posted(form, "delete", 200 if left else 422, **event)
    assert path.read_text(encoding="utf-8") == (left or text)


@pytest.mark.parametrize("order", [["1"], ["0", "0"], ["1", "2"], ["-1", "0"], "10", [["0"], "1"]])
def test_an_order_that_is_none_is_refused(form: Form, order: Any) -> None:
    save(form, vote(form), change(["sources"], order), 400)


def test_what_cannot_be_saved_is_named_and_nothing_is_written(form: Form, events: Path) -> None:
    path = events / "2025-06-01-flow.yaml"
    path.write_text("{title: A, track: The bridge}\n", encoding="utf-8")
    event = got(form, "event", file="events/2025-06-01-flow.yaml")
    answer = save(form, event, [*change(["title"], "B"), *change(["venue"], "C")], 422)
    assert answer["unmade"] == [["title"], ["venue"]]
    assert path.read_text(encoding="utf-8") == "{title: A, track: The bridge}\n"


def test_a_check_names_faults_in_the_words_of_the_form_and_writes_nothing(form: Form, events: Path) -> None:
    before = (events / VOTE).read_bytes()
    event = vote(form)
    found = posted(
        form,
        "check",
        file=event["file"],
        number=None,
        changes=[
            *change(["date"], "31 June 2025"),
            *change(["track"], ""),
            *change(["sources", 0, "url"], "x"),
        ],
    )
    assert [(each["path"], each["message"], each["hint"]) for each in found["faults"]] == [
        (["track"], "This is missing", "The bridge"),
        (["date"], "June has 30 days", "30 June 2025"),
        (["sources", 0, "url"], "Does not begin with https:// or http://", "https://www.example.org/story"),
    ]
    found = posted(form, "check", file=event["file"], number=None, changes=change(["title"], "New <title>"))
    assert (found["faults"], found["id"]) == ([], "council-vote")
    assert "New &lt;title&gt;" in found["article"]
    assert (events / VOTE).read_bytes() == before


def test_a_new_event_never_takes_the_name_of_another_and_is_a_draft_until_it_is_whole(
    form: Form, events: Path
) -> None:
    before = sorted(events.rglob("*"))
    changes = [*change(["title"], "Council vote"), *change(["date"], "May 20, 2025")]
    made = posted(form, "new", changes=changes)
    assert (made["file"], made["is_draft"]) == ("events/2025-05-20-council-vote-2.yaml", True)
    assert (events / "2025-05-20-council-vote-2.yaml").read_text(encoding="utf-8").splitlines()[1:] == [
        *("title: Council vote", "date: May 20, 2025", "draft: true"),
    ]
    assert len(sorted(events.rglob("*"))) == len(before) + 1
    assert posted(form, "undo")["title"] == "Council vote"
    assert sorted(events.rglob("*")) == before
    assert posted(form, "new", 400, changes=change(["place"], ["X"]))


@pytest.mark.parametrize(
    "file",
    [
        "events/../secret.yaml", "/etc/passwd", "events/more/_people.yaml", "events/.schema/event.json",
        "secret.yaml", "events/linked.yaml", "events\\2025-05-20-council-vote.yaml", "",
    ],
)  # fmt: skip
@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_only_event_files_that_the_reader_reads_are_shown_and_written(
    form: Form, events: Path, file: str
) -> None:
    secret = Path("secret.yaml")
    secret.write_text("title: Secret\n", encoding="utf-8")
    (events / "linked.yaml").symlink_to(secret.resolve())
    assert form.get("event", {"file": file}).status == 404
    sent = {"file": file, "number": None, "hash": "", "changes": change(["title"], "X")}
    assert form.post("save", json.dumps(sent).encode()).status == 404
    assert secret.read_text(encoding="utf-8") == "title: Secret\n"


def test_addresses_that_an_import_has_left_in_comments_are_offered_as_sources(
    form: Form, events: Path
) -> None:
    text = "title: A\nsources: []  # none\n# Found:\n#   - url: https://example.org/a  # from Link\n"
    (events / "2025-06-01-a.yaml").write_text(text, encoding="utf-8")
    shown = got(form, "event", file="events/2025-06-01-a.yaml")
    assert shown["candidates"] == ["https://example.org/a"]
    source = {"url": "https://example.org/a", "publisher": "Example News"}
    assert save(form, shown, change(["sources", 0], source))["candidates"] == []


def test_an_address_becomes_a_source_only_through_the_one_place_that_fetches(
    form: Form, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> PageMetadata:
        raise FetchError("leads to 127.0.0.1, which is not an address of the public internet")

    monkeypatch.setattr("timeline.editing.form.sources.fetch", refuse)
    answer = posted(form, "source", 502, address="http://localhost/")
    assert answer["error"].startswith("http://localhost/ leads to 127.0.0.1")
    assert answer["error"].endswith("Fill in the fields yourself.")


# ---- over HTTP


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server of files that no test changes."""
    folder = tmp_path_factory.mktemp("unchanged")
    start_project(folder, has_example=False)
    with previewed(folder / "events", extension=Form(Workspace(folder / "events"))) as found:
        yield found


def token(running: Running) -> str:
    assert isinstance(running.server.extension, Form)
    return running.server.extension.token


def headers(running: Running, body: bytes, **others: str) -> dict[str, str]:
    own = {
        "Origin": running.address.rstrip("/"),
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "X-Timeline-Token": token(running),
    }
    return {name: value for name, value in (own | others).items() if value}


DATES = b'{"text": "12 February 2025"}'


def test_our_own_page_is_answered(running: Running) -> None:
    status, _, body = running.ask(f"{HOME}dates", "POST", DATES, **headers(running, DATES))
    assert (status, json.loads(body)["readings"][0]["words"]) == (200, "Wednesday 12 February 2025")


@pytest.mark.parametrize(
    ("name", "value", "status"),
    [
        ("Host", "evil.example.org", 421),
        ("Origin", "https://evil.example.org", 403),
        ("Origin", "null", 403),
        ("Origin", "", 403),
        ("X-Timeline-Token", "", 403),
        ("X-Timeline-Token", "guessed", 403),
        ("X-Timeline-Token", "ä", 403),
        ("Content-Type", "text/plain", 415),
        ("Content-Type", "application/x-www-form-urlencoded", 415),
        ("Content-Type", "", 415),
        ("Content-Length", "", 411),
        ("Content-Length", "-1", 411),
        ("Content-Length", str(MAX_BODY + 1), 413),
        ("Content-Length", "9" * 5000, 413),
        ("Transfer-Encoding", "chunked", 411),
    ],
)
@pytest.mark.parametrize("path", ["save", "new", "undo", "source"])
def test_hostile_requests_are_refused_before_they_are_read(
    running: Running, name: str, value: str, status: int, path: str
) -> None:
    sent = headers(running, DATES, **{name: value})
    if name != "Content-Length" and not value:
        sent.pop(name, None)
    assert running.ask(f"{HOME}{path}", "POST", b"", **sent)[0] == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{HOME}nothing", 404),
        (f"{HOME}../edit.html", 404),
        (f"{HOME}..%2f..%2fserver.py", 404),
        (f"{HOME}edit.html", 404),
        ("/index.html", 405),
    ],
)
def test_there_is_no_other_address(running: Running, path: str, status: int) -> None:
    assert running.ask(path, "POST", DATES, **headers(running, DATES))[0] == status
    if "index" not in path:
        assert running.ask(path)[0] == 404


@pytest.mark.parametrize("body", [b"", b"[", b"[]", b"\xff", b"[" * 100_000, b'{"text": 3}'])
def test_what_is_not_the_json_of_our_page_is_refused(running: Running, body: bytes) -> None:
    assert running.ask(f"{HOME}dates", "POST", body, **headers(running, body))[0] == 400


def test_the_page_allows_nothing_but_itself(running: Running) -> None:
    status, found, body = running.ask(HOME)
    assert status == 200
    policy = found["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "<script>" not in body
    assert "style=" not in body
    assert found["Cache-Control"] == "no-store"
    assert token(running) in body


def test_every_script_and_style_that_is_named_is_served(running: Running) -> None:
    folder = Path(__file__).parents[3] / "timeline" / "editing" / "form" / "page"
    for file in folder.iterdir():
        if file.suffix != ".html":
            assert running.ask(f"{HOME}{file.name}")[0] == 200, file.name


def test_serve_has_no_form(tmp_path: Path) -> None:
    start_project(tmp_path, has_example=False)
    with previewed(tmp_path / "events") as running:
        assert running.ask(HOME)[0] == 404
        origin = running.address.rstrip("/")
        assert running.ask(f"{HOME}save", "POST", Origin=origin)[0] == 405
