"""Splits paragraphs into sentences and words, in any script."""

from __future__ import annotations

import re

from timeline.typography.sentence_ends import sentence_ends

_EAST_ASIAN = r"\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef"
#: A word, or an East Asian letter with punctuation that may not begin a line; and the spaces after it.
_PIECE = re.compile(rf"(?:[{_EAST_ASIAN}][、。，．・：；？！」』）〉》]*|[^ {_EAST_ASIAN}]+) *| +")


def pieces(text: str) -> tuple[str, ...]:
    """The pieces between which a line may break: words and East Asian letters, with the spaces after them.

    >>> pieces("They met, at 東京。")
    ('They ', 'met, ', 'at ', '東', '京。')
    """
    return tuple(_PIECE.findall(text))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a paragraph, each with the space before it.

    >>> sentences("They met at 9 a.m. in Paris. “No!” said one.")
    ('They met at 9 a.m. in Paris.', ' “No!” said one.')
    """
    ends = sentence_ends(text)
    return tuple(text[start:end] for start, end in zip((0, *ends), ends, strict=False))


def briefly(text: str, most: int) -> str:
    """The first sentences of a paragraph, at most ``most`` words; or the first words of a longer sentence.

    Two East Asian letters count as one word.

    >>> briefly("They met. They talked for hours.", 4), briefly("They talked for hours.", 2)
    ('They met.', 'They talked…')
    """
    brief = ""
    for sentence in sentences(text):
        if _words(brief + sentence) > most:
            break
        brief += sentence
    if brief or not text:
        return brief.strip()
    parts = pieces(text)
    kept = next(count for count in range(len(parts), -1, -1) if _words("".join(parts[:count])) <= most)
    return f"{''.join(parts[:kept]).rstrip(' ,;:–')}…"


def _words(text: str) -> float:
    return sum(0.5 if re.match(f"[{_EAST_ASIAN}]", piece) else 1.0 for piece in pieces(text.strip()))
