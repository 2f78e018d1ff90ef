"""Every field is shown as plain text: all attacks in all fields, in page, chart and SVG."""

from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest
import yaml

from tests.helpers.attacks import ATTACKS
from tests.helpers.shared import without_pictures
from timeline.build import build
from timeline.dates import resolve
from timeline.layout import WIDTHS, lay_out
from timeline.normalise.text import is_blank, one_line

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

    from timeline.model import Timeline
    from timeline.model.scene import Scene

#: The number of events on a page, each on a day and a track of its own.
BATCH = 124
DAY_ONE = date(2025, 1, 1)
STARTS = (*range(0, len(ATTACKS) - BATCH, BATCH), len(ATTACKS) - BATCH)
BATCHES = [ATTACKS[start:][:BATCH] for start in STARTS]
HARMLESS = tuple(f"{number} words" for number in range(BATCH))
#: What the page puts around a text from right to left, or beside a label.
AROUND = "\u2066\u2067\u2068\u2069\u00a0"

#: Every text of an event in the list, by its field.
FIELDS = """() => Object.fromEntries([...document.querySelectorAll("article.event")].map((article) => {
  const text = (selector) => article.querySelector(selector)?.textContent ?? null;
  const known = [...article.querySelectorAll(".known q")].map((q) => q.textContent);
  return [article.id, {
    title: text("h3"), summary: text(".content > p"), quote: text("blockquote p"),
    speaker: text("blockquote footer"),
    track: text(".track"), place: text(".place"), who: text(".people bdi"), publisher: text(".source"),
    headline: text("cite"), says: text(".says q"), known: known.at(-1) ?? null, see: text(".related a"),
    disputed: text(".disputed")?.replace("Sources disagree. ", "") ?? null,
    remark: text(".remark"),
    checked: text("p.checked"),
  }];
}))"""
HEAD = """() => ["head title", "h1", ".kicker", ".standfirst", "body > footer p:last-child"]
  .map((selector) => document.querySelector(selector).textContent)"""
#: The elements with the names of their attributes, as a tree; scripts make the table and the chart.
TREE = """(parts) => {
  const names = (node) => node.getAttributeNames().sort().join(" ");
  const tree = (node) => [node.localName, names(node), ...[...node.children].map(tree)];
  return parts.map((part) => JSON.stringify(tree(document.querySelector(part))));
}"""
PARTS = ["head", "header", ".by-day", ".find", "body > footer"]
EMBED_PARTS = ["head", "header", "ol", "footer"]
#: Each kind of element in the chart, with the names of its attributes.
KINDS = """() => [...new Set([...document.querySelectorAll(".graphic *")].map(
  (node) => [node.localName, ...node.getAttributeNames().sort()].join(" ")))].sort()"""
LINKS = """() => [...document.querySelectorAll("a, area, base, form, [src]")]
  .map((a) => a.getAttribute("href") ?? a.getAttribute("xlink:href") ?? a.src ?? a.action)
  .filter(Boolean)"""
LABELS = """() => Object.fromEntries([...document.querySelectorAll(".plot .textpoint")]
  .filter((point) => point.querySelector("a") && point.textContent.trim())
  .map((point) => [point.__data__.data, point.textContent]))"""
NAMES = "() => [...document.querySelectorAll('.plot .annotation-text')].map((text) => text.textContent)"
HOVERED = """() => {
  const plot = document.getElementById("tl-plot");
  const texts = {};
  let now = Date.now();
  Date.now = () => (now += 1000); // otherwise Plotly ignores hovers in quick succession
  plot.data.forEach(({ meta, customdata }, curveNumber) => {
    if (meta.role !== "marks") return;
    customdata.forEach((id, pointNumber) => {
      Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
      texts[id] = [...plot.querySelectorAll(".hoverlayer text")].map((text) => text.textContent).join("");
    });
  });
  return texts;
}"""
TABLE = """async () => {
  document.querySelector("[data-view=table]").click();
  while (!document.querySelector(".as-table tbody tr")) await new Promise(requestAnimationFrame);
  const rows = [...document.querySelectorAll(".as-table tbody tr")];
  return rows.map((row) => [...row.cells].map((cell) => cell.textContent).slice(1));
}"""
OPTIONS = """() => [
  [...document.querySelectorAll(".chip [name=track]")]
    .flatMap((box) => [box.value, box.nextElementSibling.textContent]),
  [...document.querySelectorAll("[name=person] option")].slice(1)
    .flatMap((option) => [option.value, option.textContent])]"""
EMBEDDED = """() => [...document.querySelectorAll("article")].map((article) =>
  ["h2", "b", "details > p", ".source"].map((part) => article.querySelector(part).textContent))"""
LEAKY = """() => [...document.querySelectorAll("article :is(bdi, .source, cite, q, .place, .related a)")]
  .filter((node) => !getComputedStyle(node).unicodeBidi.startsWith("isolate"))
  .map((node) => node.outerHTML)"""


@dataclass
class Activity:
    """What a browser did besides showing the page: dialogs, requested addresses, console messages."""

    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


#: Texts -> their page in a browser, its folder, and the browser's activity.
Show = Callable[..., "tuple[Page, Path, Activity]"]


def write_events(folder: Path, texts: Sequence[str]) -> None:
    """Writes an event for each text, which is in all its fields, and a timeline file with all texts."""
    folder.mkdir(parents=True)
    whole = " ".join(texts)[:4_900]
    head = {
        "title": whole,
        "kicker": whole,
        "standfirst": whole,
        "credit": whole,
        "tracks": [{"name": text} for text in texts],
        "eras": [{"name": text, "from": "2025-01-01", "to": "2025-02-01"} for text in texts[:20]],
    }
    people = [
        {"name": text, "role": text, "body": text, "variants": [f"{text} too", f"also {text}"]}
        for text in texts
    ]
    places = [{"name": text, "country": text, "variants": [f"{text} too"]} for text in texts]
    events = [_event(number, text) for number, text in enumerate(texts)]
    for name, content in {"_timeline": head, "_people": people, "_places": places, "all": events}.items():
        dumped = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
        (folder / f"{name}.yaml").write_text(dumped, encoding="utf-8")


def _event(number: int, text: str) -> dict[str, Any]:
    plain = {"title", "label", "venue", "place", "track", "summary", "disputed", "remark"}
    source = {
        "url": f"https://www.example.org/{number}",
        "published": "2025-02-17",
        "archived": f"https://archive.example.org/{number}",
        "says": text if is_unread(text) else "nobody knows",
        **dict.fromkeys(("publisher", "origin", "title", "quote", "speaker"), text),
    }
    return {
        "id": f"e{number}",
        "date": (DAY_ONE + timedelta(number)).isoformat(),
        "participants": [text],
        "checked": {"by": text, "on": "2025-03-20"},
        "related": [f"e{number - 1 if number else 1}"],
        "sources": [source],
        **dict.fromkeys(plain, text),
    }


def is_unread(text: str) -> bool:
    """Whether no date is read from the text, so that a source may say it of any date."""
    return not resolve(text, published=date(2025, 2, 17)).readings


@pytest.fixture(scope="module")
def shown(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Show]:
    """Builds the page of some texts and opens it from disk, with Plotly's chart.

    All are shown in one window, one after the other, at one address: a browser has then compiled Plotly.
    """
    folder = tmp_path_factory.mktemp("attacked")
    context = browser.new_context(viewport={"width": 1600, "height": 1000})
    context.set_default_timeout(90_000)  # in ms, for busy machines
    page, now = context.new_page(), [Activity()]  # the activity that is recorded now
    page.on("dialog", lambda dialog: now[0].dismiss(dialog))  # noqa: PLW0108 -- it is another one later
    page.on("request", lambda request: now[0].requests.append(request.url))
    page.on("console", lambda message: now[0].messages.append(message.text))
    page.on("pageerror", lambda error: now[0].messages.append(str(error)))

    def build_and_open(texts: Sequence[str], *, is_folded: bool = False) -> tuple[Page, Path, Activity]:
        page.goto("about:blank")
        for child in folder.iterdir():
            shutil.rmtree(child)
        write_events(folder / "events", texts)
        laid_out = nullcontext() if is_folded else patch("timeline.layout.lay_out_all", whole)
        with without_pictures(), laid_out:
            build(folder / "events", folder / "output")
        seen = now[0] = Activity()
        page.goto((folder / "output" / "index.html").as_uri())
        page.eval_on_selector(".chart", "chart => chart.scrollIntoView()")  # Plotly waits for that
        page.wait_for_selector('html[data-chart="plotly"]')
        return page, folder / "output", seen

    yield build_and_open
    context.close()


def whole(timeline: Timeline) -> tuple[Scene, ...]:
    """The scenes of a chart that gives each event its row, however high that makes it."""
    return tuple(lay_out(timeline, width, tallest=inf) for width in WIDTHS)


@dataclass(frozen=True)
class Shape:
    """The elements of a page: its tree, and the kinds of elements in its chart and in the SVG."""

    tree: list[str]
    embed: list[str]
    chart: set[str]
    drawing: set[tuple[str, ...]]


@pytest.fixture(scope="module")
def wanted(shown: Show) -> Shape:
    """The shape of a page with harmless texts."""
    page, output, _ = shown(HARMLESS)
    tree, chart = page.evaluate(TREE, PARTS), set(page.evaluate(KINDS))
    page.goto((output / "embed.html").as_uri())
    return Shape(tree, page.evaluate(TREE, EMBED_PARTS), chart, kinds_of_elements(output / "timeline.svg"))


def bare(text: str) -> str:
    """A text of the chart without ``AROUND``, and with single spaces."""
    return " ".join(text.translate(dict.fromkeys(map(ord, AROUND))).split())


def is_of(label: str, text: str) -> bool:
    """Whether a label of the chart is this text, or the beginning of it."""
    shown, typed = bare(label), bare(text)
    return shown == typed or (shown.endswith("…") and len(shown) > 20 and typed.startswith(shown[:-1]))


def test_there_are_enough_attacks_and_each_can_be_seen() -> None:
    assert len(ATTACKS) >= 700
    assert not [text for text in ATTACKS if is_blank(text)]


@pytest.mark.parametrize("texts", BATCHES, ids=range(len(BATCHES)))
def test_every_attack_in_every_field_is_shown_as_it_was_typed(
    shown: Show, wanted: Shape, texts: Sequence[str]
) -> None:
    page, output, seen = shown(texts)
    typed = [one_line(text) for text in texts]
    shown_fields = page.evaluate(FIELDS)
    for number, text in enumerate(typed):
        says = text if is_unread(texts[number]) else "nobody knows"
        same = dict.fromkeys(("title", "summary", "quote", "speaker", "track", "who", "publisher"), text)
        same |= {
            "headline": text,
            "disputed": text,
            "remark": text,
            "place": f"{text}, {text}",
            "says": says,
            "known": says,
        }
        checked = shown_fields[f"e{number}"].pop("checked")
        isolated = f"\u2068{text}\u2069"  # as the page does with some names
        day = "on 20 March 2025"
        assert checked in {f"Checked by {text} {day}", f"Checked by {isolated} {day}"}, text
        assert shown_fields[f"e{number}"] == same | {"see": typed[number - 1 if number else 1]}, text
    whole = one_line(" ".join(texts)[:4_900])
    assert page.evaluate(HEAD) == [whole] * 5
    assert page.evaluate(TREE, PARTS) == wanted.tree
    assert set(page.evaluate(KINDS)) <= wanted.chart
    assert page.evaluate(LEAKY) == []

    labels = page.evaluate(LABELS)
    assert len(labels) > BATCH / 4
    assert [id_ for id_, label in labels.items() if not is_of(label, typed[int(id_[1:])])] == []
    names = page.evaluate(NAMES)
    assert [name for name, text in zip(names, typed, strict=True) if not is_of(name, text)] == []
    for id_, hovered in page.evaluate(HOVERED).items():
        title = bare(typed[int(id_[1:])]).replace(" ", "")
        assert bare(hovered).replace(" ", "").startswith(title), title
    assert page.evaluate(TABLE) == [[text, text, f"{text}, {text}", text] for text in typed]
    tracks, people = page.evaluate(OPTIONS)
    assert tracks[::2] == typed
    assert [text for text, name in zip(tracks[1::2], typed, strict=True) if not is_of(text, name)] == []
    assert people == [text for text in sorted(typed) for _ in range(2)]

    ours = {"events.csv", "events.json", "feed.ics", "#tl-events"}
    kinds = ("#e", "citations.html#e", "https://www.example.org/", "https://archive.example.org/")
    ours |= {f"{kind}{number}" for kind in kinds for number in range(BATCH)}
    assert links_out(page, output) <= ours

    page.goto((output / "embed.html").as_uri())
    assert page.evaluate(TREE, EMBED_PARTS) == wanted.embed
    embedded = [[bare(text) for text in row] for row in page.evaluate(EMBEDDED)]
    assert embedded == [[bare(text)] * 4 for text in typed]
    ours |= {"index.html#e0"}
    assert links_out(page, output) <= ours

    own = (output.as_uri(), "data:")
    assert [address for address in seen.requests if not address.startswith(own)] == []
    assert (seen.dialogs, seen.messages) == ([], [])

    assert kinds_of_elements(output / "timeline.svg") <= wanted.drawing
    still = ET.parse(output / "timeline.svg").getroot()  # noqa: S314  our own file, and no DTD in it
    texts_drawn = {bare(node.text or "") for node in still.iter("{http://www.w3.org/2000/svg}text")}
    assert [text for text in typed if not any(is_of(each, text) for each in texts_drawn)] == []


def test_attacks_in_a_chart_of_folded_tracks_are_shown_as_they_were_typed(shown: Show) -> None:
    page, _, seen = shown(BATCHES[0], is_folded=True)
    names = page.evaluate(NAMES)
    typed = [one_line(text) for text in BATCHES[0]]
    assert [name for name, text in zip(names, typed, strict=True) if not is_of(name, text)] == []
    assert page.evaluate(LEAKY) == []
    assert (seen.dialogs, seen.messages) == ([], [])


def links_out(page: Page, output: Path) -> set[str]:
    """The addresses of links to elsewhere, without the words that are quoted from there."""
    links = {re.sub(r"#:~:text=[\w.~%,-]+$", "", link, flags=re.ASCII) for link in page.evaluate(LINKS)}
    return {link for link in links if not link.startswith(output.as_uri())}


def kinds_of_elements(file: Path) -> set[tuple[str, ...]]:
    """Each kind of element in an XML file, with the names of its attributes but those that scripts need."""
    nodes = ET.parse(file).iter()  # noqa: S314  our own file
    return {
        (node.tag, *sorted(node.attrib.keys() - {"font-family", "direction", "text-anchor"}))
        for node in nodes
    }
