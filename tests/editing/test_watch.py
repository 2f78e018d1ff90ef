"""Which changes of files are noticed."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from timeline.editing.watch import changes


def test_changed_new_and_removed_files_are_noticed_but_hidden_ones_are_not(tmp_path: Path) -> None:
    stop = Event()
    (tmp_path / "deep").mkdir()
    paths = {name: tmp_path / name for name in ("a.yaml", "deep/b.yaml", "c.woff2", ".hidden.yaml")}
    noticed = changes(tmp_path, stop)
    assert next(noticed) == frozenset()
    for path in paths.values():
        path.write_text("1", encoding="utf-8")
    assert next(noticed) == {str(path) for name, path in paths.items() if name != ".hidden.yaml"}
    paths["deep/b.yaml"].write_text("22", encoding="utf-8")
    assert next(noticed) == {str(paths["deep/b.yaml"])}
    paths["a.yaml"].unlink()
    assert next(noticed) == {str(paths["a.yaml"])}
    stop.set()
    assert list(noticed) == []


def test_what_changes_before_the_next_look_is_not_missed(tmp_path: Path) -> None:
    noticed = changes(tmp_path, Event())
    next(noticed)
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    assert next(noticed) == {str(tmp_path / "a.yaml")}


def test_beside_a_single_file_its_folder_is_watched(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("1", encoding="utf-8")
    noticed = changes(tmp_path / "a.yaml", Event())
    next(noticed)
    (tmp_path / "_people.yaml").write_text("1", encoding="utf-8")
    assert next(noticed) == {str(tmp_path / "_people.yaml")}


def test_a_folder_that_vanishes_is_noticed_and_when_it_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "a.yaml").write_text("1", encoding="utf-8")
    noticed = changes(folder, Event())
    next(noticed)
    folder.rename(tmp_path / "elsewhere")
    assert next(noticed) == {str(folder / "a.yaml")}
    (tmp_path / "elsewhere").rename(folder)
    assert next(noticed) == {str(folder / "a.yaml")}
