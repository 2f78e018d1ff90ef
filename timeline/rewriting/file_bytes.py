"""The text of an event file and its bytes, whose byte order mark and line ends stay."""

from __future__ import annotations

import codecs
import re
from collections import Counter

_END = re.compile("\r\n|\r|\n")


def text_of(content: bytes) -> str:
    """The text of an event file, with the lines that its reader sees; ValueError unless it is UTF-8."""
    return _END.sub("\n", content.removeprefix(codecs.BOM_UTF8).decode())


def bytes_of(text: str, old: bytes) -> bytes:
    r"""An edited text with the byte order mark and the line ends that its file had.

    Lines before and after what has changed keep theirs; new ones have the one that is most frequent. So
    have all, where a line end of old Macs before an empty line would be taken for one of Windows.

    >>> bytes_of("a\nB\nc\n", b"a\r\nb\r\nc\n")
    b'a\r\nB\r\nc\n'
    """
    mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
    decoded = old.removeprefix(mark).decode()
    ends = _END.findall(decoded)
    usual = next((end for end, _ in Counter(ends).most_common(1)), "\n")
    before, after = _END.split(decoded), text.split("\n")
    most = min(len(before), len(after))
    first = next((n for n in range(most) if before[n] != after[n]), most)
    last = next((n for n in range(most - first) if before[-1 - n] != after[-1 - n]), most - first)
    kept = ends[len(ends) - last + 1 :] if last else []
    begun = ends[: min(first, len(after) - 1)]
    new_ends = [*begun, *([usual] * (len(after) - 1 - len(begun) - len(kept))), *kept]
    lines = [line + end for line, end in zip(after, [*new_ends, ""], strict=True)]
    made = mark + "".join(lines).encode()
    return made if text_of(made) == text else mark + text.replace("\n", usual).encode()
