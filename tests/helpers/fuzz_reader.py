"""The reader under a fuzzer that follows which lines of it a file reaches; by hand, not by pytest.

    pip install atheris
    python -m tests.helpers.fuzz_reader -max_total_time=600 -max_len=4096 CORPUS

``CORPUS`` is a folder that keeps what reached new lines; begin with the event files of ``events/`` in it.
An exception or a hang of two seconds leaves its bytes in ``crash-…`` or ``timeout-…``: make a test of them.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["timeline", "yaml"]):
    from timeline.normalise import normalise
    from timeline.reading import read

FILE = Path(tempfile.mkdtemp(), "2025-02-17-fuzzed.yaml")


def one_file(content: bytes) -> None:
    """Read these bytes and normalise what they hold; every problem can be told."""
    FILE.write_bytes(content)
    documents, problems = read([FILE])
    _, more = normalise(documents)
    for problem in (*problems, *more):
        assert str(problem).replace("\n", "").isprintable()


if __name__ == "__main__":
    atheris.Setup([*sys.argv, "-timeout=2"], one_file)
    atheris.Fuzz()
