"""What a screen reader says of page, card and embed; `accessibility_tree.txt` reads as one hears it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Opened
from tests.helpers.accessibility import accessibility_tree
from tests.helpers.charts import mark, middle
from tests.helpers.make import event, timeline
from timeline.layout import WIDTHS, lay_out
from timeline.model import Source
from timeline.render import render
from timeline.writing import write

GOLDEN = Path(__file__).with_name("accessibility_tree.txt")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The pages of three events on two tracks."""
    call = event(
        "call", 0, title="Two presidents speak by telephone", label="Presidents speak", kind="call"
    )
    talks = event(
        "talks", 6, "Asia", title="Talks begin in Riyadh", summary="They last four hours.", key=True
    )
    more = (*talks.sources, Source("https://example.com/talks", "Example Post"))
    events = timeline([call, replace(talks, sources=more), event("vote", 12, title="A parliament votes")])
    write(tmp_path, render(events, [lay_out(events, width) for width in WIDTHS]))
    return tmp_path


def test_page_card_and_embed_are_told_in_the_order_in_which_they_are_read(
    opened: Opened, folder: Path, update: bool
) -> None:
    page = opened((folder / "index.html").as_uri(), width=1280)
    told = {"page": accessibility_tree(page)}
    page.mouse.click(*middle(page, mark("talks")))
    page.wait_for_selector(".card[open]")
    whole = accessibility_tree(page)
    told["card"] = whole[whole.index("  dialog") :].split("\n    group “Chart view”")[0]
    told["embed"] = accessibility_tree(opened((folder / "embed.html").as_uri(), width=360, wait=False))
    text = "\n".join(f"# {name}\n{tree.rstrip()}\n" for name, tree in told.items())
    if update:
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")
