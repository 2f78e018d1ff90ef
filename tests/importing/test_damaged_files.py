"""A damaged file of any format becomes event files that can be read, or a fault; never anything else."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importing.test_other_tools import CALENDAR, HEADER, MARKWHEN, PRECEDEN, SIMILE, VIS
from tests.importing.test_timelinejs import NEW, SHEET
from tests.importing.test_workbooks import peculiar, workbook
from timeline.importing import Imported, convert
from timeline.model.problems import TimelineError
from timeline.reading.decoding import SourceText, find_unprintable
from timeline.reading.yaml_parser import parse

SAMPLES = [
    *(text.encode() for text in (CALENDAR, HEADER + PRECEDEN, MARKWHEN, PRECEDEN, SHEET, SIMILE)),
    *(json.dumps(value).encode() for value in (NEW, VIS)),
    workbook(peculiar),
]
PIECES = st.sampled_from(
    [
        *(
            b'"',
            b",",
            b"\n",
            b"\r",
            b"\t",
            b"\0",
            b"<",
            b">",
            b"&",
            b"{",
            b"[",
            b"}",
            b":",
            b";",
            b"#",
            b"- ",
        ),
        *(b"\xff", b"\xe9", b"\xe2\x80\xa8", b"NaN", b"1e999", b"-1", b"2025-13-45", b"T25:61", b"9" * 20),
    ]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sample in which some bytes are others, gone, or there twice."""
    data = bytearray(draw(st.sampled_from(SAMPLES)))
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(data)))
        match draw(st.integers(0, 2)):
            case 0:
                data[place:place] = draw(PIECES)
            case 1:
                del data[place : place + draw(st.integers(1, 20))]
            case _:
                other = draw(st.integers(0, len(data)))
                data[place:place] = data[other : other + draw(st.integers(1, 60))]
    return bytes(data)


def outcome(data: bytes) -> Imported | TimelineError:
    """What becomes of a file."""
    try:
        return convert("damaged", data)
    except TimelineError as error:
        return error


@settings(max_examples=150, deadline=None)
@given(damaged())
def test_a_damaged_file_is_imported_whole_or_refused(data: bytes) -> None:
    account = outcome(data)
    if isinstance(account, TimelineError):
        assert all(problem.hint for problem in account.problems)
        return
    assert account.total == account.events + sum(number for _, number in account.others)
    for name, text in account.files.items():
        source = SourceText.of(name, text)
        root, faults = parse(source)
        assert root is not None
        assert [fault for fault in (*faults, *find_unprintable(source, 1)) if fault.is_error] == []
