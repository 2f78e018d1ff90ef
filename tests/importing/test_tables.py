"""CSV and TSV of any tool: the delimiter, the encoding, the columns, the dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.imports import faults, imported, refusal, written
from timeline.build import check


def test_each_row_is_an_event_with_all_it_had() -> None:
    found = imported(
        "Title,Date,Place,Category,Notes,Colour\nTalks,2025-02-17,Paris,Europe,They agreed.,red\n"
    )
    (event,) = found.events
    assert event == {
        "title": "Talks",
        "date": "2025-02-17",
        "place": "Paris",
        "track": "Europe",
        "summary": "They agreed.",
        "sources": [],
    }
    assert found.left == {"Colour": "row 2"}
    assert "#   Colour: red\n" in found.text


def test_names_are_divided_at_commas_where_each_has_two_words_and_the_report_says_so() -> None:
    found = imported(
        'Title,Date,Who\nA,1998,"Jane Roe, John Doe"\nB,1999,"Roe, Jane"\nC,2000,"A B, C D and E F"\n'
    )
    names = [["Jane Roe", "John Doe"], ["Roe, Jane"], ["A B", "C D", "E F"]]
    assert [event["participants"] for event in found.events] == names
    assert found.account.notes[-2:] == (
        "Who: names were divided at commas: rows 2, 4",
        'Who: a comma was taken for a part of one name; divide names with ";": row 3',
    )


def test_an_address_without_its_beginning_is_a_candidate_that_says_so() -> None:
    found = imported("Title,Date,Link\nA,1998,www.example.org/x\nB,1999,and/or\n")
    assert "#   - url: https://www.example.org/x  # from Link, where it has no https://\n" in found.text
    assert found.left == {"Link": "row 3"}


@pytest.mark.parametrize(
    "header",
    [
        "Title,Date,Place",
        "Titel,Datum,Ort",
        "Titre,Début,Lieu",
        "Título,Fecha,Lugar",
        "Название,Дата,Место",
        "Назва,Дата,Місце",
        "EVENT NAME,start_date,Location",
    ],
)
def test_columns_are_known_by_their_names_in_six_languages(header: str) -> None:
    (event,) = imported(f"{header}\nTalks,2025-02-17,Paris\n").events
    assert (event["title"], event["date"], event["place"]) == ("Talks", "2025-02-17", "Paris")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = (
        delimiter.join(["Title", "Date", "Text"])
        + "\n"
        + delimiter.join(["A", "1998", '"x, y; z | w"'])
        + "\n"
    )
    (event,) = imported(text).events
    assert (event["title"], event["date"], event["summary"]) == ("A", "1998", "x, y; z | w")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    found = imported("Titre,Date\nÉlysée – fin,2025\n".encode(encoding))
    assert found.events[0]["title"] == "Élysée – fin"
    assumed = [note for note in found.account.notes if "Windows-1252" in note]
    assert bool(assumed) == (encoding == "cp1252")


def test_cyrillic_of_windows_is_found_and_named() -> None:
    found = imported("Название;Дата;Место\nПереговоры;2025-02-17;Киев\n".encode("cp1251"))
    assert (found.events[0]["title"], found.events[0]["place"]) == ("Переговоры", "Киев")
    assert any("Windows-1251" in note for note in found.account.notes)


def test_line_breaks_in_quotes_and_at_the_end_of_lines_are_those_of_any_system() -> None:
    for end in ("\n", "\r\n", "\r"):
        found = imported(f'Title,Date,Text{end}A,1998,"one{end}{end}two ""three"""{end}B,1999,{end}')
        assert [event["title"] for event in found.events] == ["A", "B"]
        assert found.events[0]["summary"].split() == ["one", "two", '"three"']


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_line() -> None:
    fault = refusal('Title,Date\nA,1998\nB,"1999\nC,2000\n', "a.csv")
    assert str(fault).startswith(
        "a.csv:3:1: error[E040] a quotation mark that opens a cell of this row is never closed"
    )


def test_quotation_marks_in_tabbed_text_are_only_marks() -> None:
    (first, second) = imported('Title\tDate\n"No" he says\t1998\n5" guns\t1999\n').events
    assert (first["title"], second["title"]) == ('"No" he says', '5" guns')


@pytest.mark.parametrize(
    ("cells", "date"),
    [
        ("1998,,", "1998"),
        ("1998,3,", "1998-03"),
        ("1998,3,5", "1998-03-05"),
        ("-44,3,15", "-0043-03-15"),
        ("-1,,", "0000"),
        ("98,,", "0098"),
        ("1998,March,5", "5 March 1998"),
        ("1998,2,31", "1998-02-31"),
        ("-66000000,,", "66000000 BC"),
    ],
)
def test_a_date_is_as_exact_as_its_columns(cells: str, date: str) -> None:
    (event,) = imported(f"Title,Year,Month,Day\nA,{cells}\n").events
    assert event["date"] == date


def test_a_date_in_words_stays_in_words_and_check_asks_where_it_has_two_readings(tmp_path: Path) -> None:
    found = imported("Title,Date\nA,03/04/2025\nB,spring 1998\nC,\n")
    assert [event.get("date") for event in found.events] == ["03/04/2025", "spring 1998", None]
    assert "# date: row 4 has none\n" in found.text
    _, problems = faults(found.account, tmp_path)
    assert any(problem.startswith("E013 date") for problem in problems)


@pytest.mark.parametrize(
    ("start", "end", "fields"),
    [
        ("2025-02-17", "2025-02-19", {"date": "2025-02-17/2025-02-19"}),
        ("17 February 2025", "19 February 2025", {"date": "2025-02-17/2025-02-19"}),
        ("2025-02-17T16:00", "2025-02-17T18:00", {"date": "2025-02-17", "time": "16:00/18:00"}),
        ("2025-02-17 00:00:00", "", {"date": "2025-02-17"}),
        ("2025-02-17", "2025-02-17", {"date": "2025-02-17"}),
        ("1998", "2001", {"date": "1998/2001"}),
    ],
)
def test_start_and_end_make_one_date(start: str, end: str, fields: dict[str, str]) -> None:
    (event,) = imported(f"Title,Start,End\nA,{start},{end}\n").events
    assert {name: event[name] for name in ("date", "time") if name in event} == fields


def test_an_end_that_cannot_be_joined_is_kept_as_a_comment() -> None:
    found = imported("Title,Start,End\nA,1998,some day\n")
    assert found.events[0]["date"] == "1998"
    assert "#   date, as it was: end some day\n" in found.text


def test_the_number_of_a_day_is_not_made_a_date_but_said_to_be_one() -> None:
    found = imported("Title,Date\nA,45705\n")
    assert found.events[0]["date"] == "45705"
    assert "#   date, if the number is a day of a spreadsheet: 2025-02-17\n" in found.text


def test_an_address_alone_is_no_source_but_a_comment_that_asks_for_its_publisher(tmp_path: Path) -> None:
    found = imported("Title,Date,Link,Text\nA,1998,https://example.org/a,See https://example.org/b.\n")
    assert found.events[0]["sources"] == []
    assert "#   - url: https://example.org/a  # from Link\n#     publisher:\n" in found.text
    assert "#   - url: https://example.org/b  # from Text\n" in found.text
    assert (found.account.without_source, found.account.with_links) == (1, 1)
    assert faults(found.account, tmp_path)[1] == ["E027 sources is missing"]


def test_the_comment_becomes_a_source_as_it_says(tmp_path: Path) -> None:
    account = imported("Title,Date,Link\nA,1998-03-05,https://example.org/a\n").account
    path = written(account, tmp_path) / "1998-03-05-a.yaml"
    text = path.read_text().replace("sources: []", "sources: ")
    text = text.replace("#   - url", "  - url").replace("#     publisher:", "    publisher: Example News")
    path.write_text(text)
    timeline, problems = check((tmp_path,))
    assert problems == ()
    assert timeline is not None
    assert timeline.sources[0].url == "https://example.org/a"


def test_an_address_with_its_publisher_is_a_source(tmp_path: Path) -> None:
    found = imported(
        "Title,Date,URL,Publisher,Source title,Published\n"
        "A,1998-03-05,https://example.org/a,Example News,Headline,1998-03-06\n"
    )
    assert found.events[0]["sources"] == [
        {
            "url": "https://example.org/a",
            "publisher": "Example News",
            "title": "Headline",
            "published": "1998-03-06",
        }
    ]
    assert faults(found.account, tmp_path)[1] == []


def test_html_becomes_plain_text_and_its_links_are_kept() -> None:
    found = imported(
        "Title,Date,Text\n<b>A</b> &amp; B,1998,"
        '"<p>See <a href=""https://example.org/a"">this</a>.</p><p>x < y</p>"\n'
    )
    assert found.events[0]["title"] == "A & B"
    assert found.events[0]["summary"].strip() == "See this.\nx < y"
    assert "https://example.org/a" in found.text


def test_rows_above_the_header_and_empty_rows_are_accounted_for() -> None:
    found = imported("My list,,\n,,\nTitle,Date,\nA,1998,\n,,\nB,1999,extra\n")
    assert [event["title"] for event in found.events] == ["A", "B"]
    assert found.account.others == (("empty row", 1),)
    assert found.left == {"row 1, above the header": "_timeline.yaml", "column C": "row 6"}


def test_columns_can_be_named() -> None:
    (event,) = imported("Wort,Zahl\nA,1998\n", columns={"title": "wort", "date": "B"}).events
    assert (event["title"], event["date"]) == ("A", "1998")


def test_columns_that_are_not_known_are_asked_for() -> None:
    fault = refusal("Wort,Zahl\nA,1998\n", "a.csv")
    assert fault.message == (
        "no column is known to hold the title or the date of an event; the columns are Wort, Zahl"
    )
    assert fault.hint.startswith('--map "title=COLUMN,date=COLUMN"')
    assert refusal("Wort,Zahl\nA,1998\n", columns={"title": "Wert"}).message == 'there is no column "Wert"'


def test_of_two_columns_for_one_field_the_surer_one_is_taken() -> None:
    found = imported("Comments,Description,Name,Title,When\nx,y,z,A,1998\n")
    assert (found.events[0]["title"], found.events[0]["summary"]) == ("A", "y")
    assert found.left == {"Comments": "row 2", "Name": "row 2"}
    assert refusal("Date,Description\n1998,A\n").hint.startswith('--map "title=Description"')


def test_a_table_of_many_rows_loses_none() -> None:
    rows = "".join(f"Event {number},{1000 + number}\n" for number in range(1100))
    found = imported(f"Title,Date\n{rows}")
    assert [event["title"] for event in found.events] == [f"Event {number}" for number in range(1100)]
    assert {name for name in found.account.files if name.startswith("events-")} == {
        "events-001.yaml",
        "events-002.yaml",
        "events-003.yaml",
    }


def test_events_of_one_day_keep_their_order(tmp_path: Path) -> None:
    found = imported("Title,Date,URL,Publisher\n" + "".join(
        f"{name},2025-02-17,https://example.org/{name},News\n" for name in "zxy"
    ))  # fmt: skip
    timeline, problems = faults(found.account, tmp_path)
    assert timeline is not None, problems
    assert [event.title for event in timeline.events] == ["z", "x", "y"]


def test_titles_that_are_alike_or_in_other_scripts_have_ids_of_their_own(tmp_path: Path) -> None:
    found = imported(
        "Title,Date\nTalks,1998\ntalks!,1998\nПереговори,1998\n,1998\n" + "Long word " * 30 + ",1998\n"
    )
    _, problems = faults(found.account, tmp_path)
    assert {problem.partition(" ")[0] for problem in problems} == {"E027", "E020"}
    assert "# title: row 5 has none\n" in found.text


def test_characters_that_cannot_be_shown_are_left_out_by_name(tmp_path: Path) -> None:
    found = imported("Title,Date,Odd\nA\x07B,1998,x\x07y\n")
    assert found.events[0]["title"] == "AB"
    assert "#   characters of title that cannot be shown: U+0007\n" in found.text
    assert faults(found.account, tmp_path)[1] == ["E027 sources is missing"]


@pytest.mark.parametrize(
    ("data", "code", "message"),
    [
        (b"", "E008", "the file is empty"),
        (b"\xef\xbb\xbf \n", "E008", "the file is empty"),
        (b"\n\n,,\n", "E008", "there are no rows"),
        (b"Title,Date\n,\n", "E008", "below the header there are no events"),
        (b"," * 3000, "E006", "row 1 has more than 2,000 columns"),
        (b"%PDF-1.7", "E040", "this is a PDF file, not a timeline"),
        (b"\x01\x00\xff\xfe\x80" * 9, "E040", "this is not a text file"),
        (b"Title,Date\n\x81\x8d,1998", "E002", "the byte 0x81 is neither UTF-8 nor Windows-1252 text"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "E040",
            "this is an old Excel file (.xls), or one that is locked by a password",
        ),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_by_name(data: bytes, code: str, message: str) -> None:
    fault = refusal(data)
    assert (fault.code, fault.message) == (code, message)


def test_a_huge_cell_is_refused_by_name() -> None:
    fault = refusal("Title,Date\nA," + "x" * 1_100_000 + "\n")
    assert fault.message.startswith("a cell has more than 1,000,000 characters")
    assert fault.location.line == 2
