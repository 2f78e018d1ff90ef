"""Years as East Asia counts them: by reign, from the founding of a state, by decade of a century."""

from __future__ import annotations

import re

#: The ninth decade of the 20th century.
_OF_CENTURY = re.compile(r"(\d{1,2})世[纪紀](\d0)年代")


def in_common_years(text: str, eras: str) -> str:
    """令和7年 is 2025年 and 20世纪90年代 is 1990年代; a year that its era does not have stays as it is.

    ``eras`` holds the name, first and last year of each: "令和 2019-2100 | 平成 1989-2019".

    >>> in_common_years("平成元年1月8日", "平成 1989-2019"), in_common_years("20世纪90年代", "")
    ('1989年1月8日', '1990年代')
    """
    for era in filter(None, eras.split(" | ")):
        name, _, years = era.partition(" ")
        first, last = (int(year) for year in years.split("-"))
        for found in reversed(list(re.finditer(rf"{name} ?(元|\d{{1,3}})年", text))):
            year = first - 1 + (1 if found[1] == "元" else int(found[1]))
            if first <= year <= last:
                text = f"{text[: found.start()]}{year}年{text[found.end() :]}"
    return _OF_CENTURY.sub(lambda found: f"{int(found[1]) - 1}{found[2]}年代", text)
