"""The fact-check sheet: every statement beside what its source says, in a workbook and to print."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from tests.helpers.make import event, timeline
from timeline.layout import lay_out
from timeline.model import Checked, Finding, KeptCopy, Source
from timeline.model.export import ExportOptions
from timeline.render import index_page
from timeline.render.data.checklist.export import checklist
from timeline.render.data.checklist.rows import sheets

STORY = Source(
    "https://www.example.org/story",
    "Example News",
    "Leaders meet <in> Paris",
    says="on Wednesday",
    quote="there must be a US backstop",
    speaker="Keir Starmer",
)
OTHER = Source("https://www.example.com/b", "Radio", quote='=HYPERLINK("x")', speaker="A")
COPY = KeptCopy(
    STORY.url,
    "0" * 64,
    date(2025, 3, 1),
    findings=(
        Finding("quote", STORY.quote, "found", context="He said: “there must be a US backstop”, or none."),
        Finding("says", STORY.says, "not found"),
    ),
)
PARIS = event(
    "paris",
    title="=1+1",
    note="No statement",
    summary="They met. [1, 3] They left. [3]\n\nNobody signed.",
    remark="No report names the hour.",
    sources=(STORY, OTHER, Source("https://www.example.org/c", "Agency")),
)
LATER = event("later", 1, checked=Checked("A. Editor", date(2025, 3, 20)))
MADE = timeline([PARIS, LATER], evidence=(COPY,))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def page() -> str:
    return plain(checklist(MADE, ExportOptions(suffix=".html")).content.decode())


def test_each_statement_has_a_row_for_each_of_its_sources_and_no_quotation_is_left_out() -> None:
    rows = [
        tuple(plain(str(each)) for each in (row.part, row.statement, row.number, row.evidence))
        for row in sheets(MADE)[0].rows
    ]
    found, unseen = "found in the copy of 1 March 2025", "not checked: no copy is kept"
    assert rows == [
        ("title", "=1+1", "1", found),
        ("date", "12 February 2025", "1", f"not {found}"),
        ("note", "No statement", "0", ""),
        ("summary", "They met.", "1", found),
        ("summary", "They met.", "3", ""),
        ("summary", "They left.", "3", ""),
        ("summary", "Nobody signed.", "0", ""),
        ("remark", "No report names the hour.", "0", ""),
        ("quotation", 'A: “=HYPERLINK("x")”', "2", unseen),
    ]  # fmt: skip
    assert sheets(MADE)[0].rows[0].context == ("He said: “", "there must be a US backstop", "”, or none.")


def test_the_workbook_has_links_and_ticks_and_no_formula_and_always_the_same_bytes() -> None:
    content = checklist(MADE, ExportOptions()).content
    assert content == checklist(MADE, ExportOptions()).content
    parts = {name: (book := zipfile.ZipFile(io.BytesIO(content))).read(name).decode() for name in (
        "xl/worksheets/sheet1.xml", "xl/worksheets/_rels/sheet1.xml.rels", "xl/sharedStrings.xml",
    )}  # fmt: skip
    sheet, links, texts = parts.values()
    assert book.namelist()
    assert "<f>" not in sheet
    assert "<t>=1+1</t>" in texts
    assert 'Target="https://www.example.org/story" TargetMode="External"' in links
    assert 'location=":~:text=there%20must%20be%20a%20US%20backstop"' in sheet
    assert '<formula1>"yes"</formula1>' in sheet
    assert re.search(r'<pane xSplit="2" ySplit="1"', sheet)
    assert 'orientation="landscape"' in sheet
    assert texts.count("<t>A. Editor</t>") == 1


def test_readers_are_told_who_has_checked_an_event_in_their_language() -> None:
    for tag, words in (("en", "Checked by A. Editor on 20 March 2025"), ("de", "Geprüft von A. Editor am")):
        made = timeline([PARIS, LATER], language=tag)
        text = plain(index_page(made, [lay_out(made, 1280)])["index.html"].decode())
        assert text.count(f'<p class="checked">{words}') == 1


def test_the_page_has_a_box_for_each_row_and_a_line_for_whoever_checks_the_event() -> None:
    text = page()
    assert text.count('<input type="checkbox"') == 9 + 2
    assert text.count(" checked>") == 2
    assert "Checked by <bdi>A. Editor</bdi> on 20 March 2025" in text
    assert "He said: “<mark>there must be a US backstop</mark>”, or none." in text
    assert "Leaders meet &lt;in&gt; Paris" in text
    assert 'href="https://www.example.org/story#:~:text=there%20must%20be%20a%20US%20backstop"' in text
    assert "<script" not in text
    assert "@page{size:A4 landscape" in text
