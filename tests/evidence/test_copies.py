"""Copies of pages are read whatever kept them; what cannot be read is refused by name."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import date

import pytest

from timeline.evidence.copies import pdf as pdf_copies
from timeline.evidence.copies import read_pages, web_archive
from timeline.evidence.kept_page import CopyError, KeptPage

STORY = "https://www.example.org/story"
PAGE = b"<!doctype html><title>Talks</title><h1>Talks in Paris</h1><p>There must be a <i>US</i> backstop."


def page(content: bytes) -> KeptPage:
    (found,) = read_pages(content, lambda address: address == STORY)
    return found


def pdf(text: str, password: str = "") -> bytes:
    """A PDF of one page with this text."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    sheet = writer.add_blank_page(300, 300)
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    names = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    fonts = DictionaryObject({NameObject("/F1"): names})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode() if text else b"")
    sheet[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 -- it has no other way
    writer.add_metadata({"/Title": "A report"})
    if password:
        writer.encrypt(password)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def warc(*pages: tuple[str, bytes, str]) -> bytes:
    """A web archive of pages: address, contents, kind."""
    records = []
    for address, content, kind in pages:
        body = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode() + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
            "WARC-Date: 2025-03-01T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + body + b"\r\n\r\n", mtime=0))
    return b"".join(records)


def zipped(**members: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/"), content)
    return file.getvalue()


def test_a_page_that_single_file_has_saved_says_where_and_when() -> None:
    saved = (
        b"<!--\n Page saved with SingleFile\n url: %s\n saved date: Sat Mar 01 2025 10:00:00 GMT+0100\n-->"
    )
    found = page(PAGE.replace(b"<title>", saved % STORY.encode() + b"<title>"))
    assert (found.address, found.day, found.tool) == (STORY, date(2025, 3, 1), "SingleFile")
    assert found.text == "Talks in Paris\n\nThere must be a US backstop."
    assert found.titles == ("Talks in Paris", "Talks")


def test_a_page_that_a_browser_has_saved_as_mhtml_says_where_and_when() -> None:
    mail = (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {STORY}\nDate: Sat, 1 Mar 2025 23:30 -0500\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="b"\n\n'
        "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
        "<p>There must be a US back=\nstop =E2=80=93 now.\n--b--\n"
    )
    found = page(mail.encode())
    assert (found.address, found.day, found.suffix) == (STORY, date(2025, 3, 1), ".mhtml")
    assert found.text == "There must be a US backstop – now."


def test_the_words_of_a_pdf_are_read_with_its_title() -> None:
    found = page(pdf("There must be a US backstop."))
    assert (found.text, found.titles[0]) == ("There must be a US backstop.", "A report")


def test_an_archive_gives_the_pages_that_are_wanted() -> None:
    archive = warc(
        ("https://www.example.org/other", PAGE, "text/html"),
        (STORY, "<p>Élysée".encode("latin-1"), "text/html; charset=iso-8859-1"),
        (STORY, b"\x89PNG", "image/png"),
    )
    wacz = zipped(**{"archive__data.warc.gz": archive, "pages__pages.jsonl": b"{}"})
    for content in (archive, gzip.decompress(archive), wacz):
        found = page(content)
        assert (found.text, found.address, found.day) == ("Élysée", STORY, date(2025, 3, 1))


def test_what_is_no_copy_of_a_page_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_archive, "MAX_UNPACKED", 100_000)
    bomb = zipped(**{"archive__data.warc.gz": b"\0" * 200_000})
    refused = {
        "a picture": (b"\x89PNG\r\n", "no words can be read from a picture"),
        "an empty file": (b"  \n", "there is no text in the file"),
        "an empty page": (b"<html><script>x()</script>", "no words can be read from this page"),
        "no text": (b"MZ\0\0\1", "this is not a text"),
        "an archive of files": (zipped(readme=b"x"), "this ZIP file is no web archive (WACZ)"),
        "a broken archive": (b"PK\3\4" + b"x" * 40, "the archive is damaged"),
        "a large archive": (bomb, "the archive is too large when unpacked"),
        "a locked PDF": (pdf("text", "secret"), "the PDF is locked with a password"),
        "a broken PDF": (b"%PDF-1.7\nnothing", "the PDF cannot be read"),
        "a PDF of pictures": (pdf(""), "no words can be read from this PDF: its pages are pictures"),
    }
    found = {}
    for name, (content, _) in refused.items():
        with pytest.raises(CopyError) as error:
            list(read_pages(content, bool))
        found[name] = error.value.message
    assert found == {name: message for name, (_, message) in refused.items()}


def test_a_page_of_a_hundred_thousand_elements_in_one_another_is_read_or_refused() -> None:
    try:
        text = page(b"<div>" * 100_000 + b"deep").text
    except CopyError as error:
        text = error.message
    assert text in {"deep", "no words can be read from this page"}


def test_a_pdf_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_copies, "PATIENCE", 0.001)
    with pytest.raises(CopyError, match="the PDF takes too long or too much memory to read"):
        page(pdf("There must be a US backstop."))
