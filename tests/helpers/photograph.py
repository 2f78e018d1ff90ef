# ruff: noqa: T201 - this command prints
"""Takes the manual's pictures of the page and the embed anew, from the curated events.

Run: python -m tests.helpers.photograph [FOLDER]

The folder is ``.github/pictures`` by default. This needs Chromium, pdftoppm and Pillow, which python-pptx
brings. Look at the pictures before you commit them.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from tests.benchmarks.weigh.measure import browser
from tests.conftest import EVENTS
from timeline.build import build

if TYPE_CHECKING:
    from PIL.Image import Image
    from playwright.sync_api import Browser, Page

PICTURES = Path(__file__).parents[2] / ".github" / "pictures"
#: Px of a picture's width, and of the gap between two states in one picture.
_WIDTH, _GAP = 900, 6
#: Colours of a picture: those of most px, so that areas keep theirs, and others that small marks have.
_COMMON, _OTHERS = 16, 100
_DESK, _PHONE = (1280, 872), (360, 740)


class State(NamedTuple):
    """A page in a window of some size (px), and what is done there, in JavaScript."""

    address: str
    size: tuple[int, int]
    act: str = ""
    scheme: str = "light"


#: Picture -> the states that stand side by side in it.
_STATES = {
    "page-desk": [State("index.html", _DESK)],
    "page-dark-card": [
        State(
            "index.html",
            _DESK,
            "linkOf('zelenskyy-white-house').dispatchEvent("
            "new MouseEvent('click', {bubbles: true, cancelable: true}))",
            "dark",
        )
    ],
    "page-list": [State("index.html", _DESK, "scrollTo(0, document.querySelector('.by-day').offsetTop)")],
    "page-phone": [
        State("index.html", _PHONE),
        State("index.html", _PHONE, "bring(articles.get('paris-summit').closest('.group'))"),
        State("index.html#macron-trump-call", _PHONE),
        State("index.html", _PHONE, "document.querySelector('.finder').click()"),
    ],
    "embed": [State("embed.html#paris-summit", (390, 564)), State("embed.html#paris-summit", (840, 564))],
}


def main() -> None:
    """Build the curated events, open the pages and write the pictures."""
    from playwright.sync_api import sync_playwright

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = Path(name)
        build(EVENTS, site)
        with browser(playwright) as chromium:
            for picture, states in _STATES.items():
                shots = [_photographed(chromium, site, state) for state in states]
                _write(folder / f"{picture}.png", shots)
            _write(folder / "page-paper.png", list(_printed(chromium, site)))


def _photographed(chromium: Browser, site: Path, state: State) -> Image:
    page = _opened(chromium, site, state)
    if state.act:
        page.evaluate(state.act)
        page.wait_for_timeout(1000)
    image = site / "state.png"
    page.screenshot(path=image)
    page.context.close()
    return _read(image)


def _opened(chromium: Browser, site: Path, state: State) -> Page:
    width, height = state.size
    is_phone = width < 600
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if state.scheme == "dark" else "light",
        device_scale_factor=2,
        has_touch=is_phone,
        is_mobile=is_phone,
    )
    page = context.new_page()
    name, mark, event = state.address.partition("#")
    page.goto(f"{(site / name).as_uri()}{mark}{event}")
    if state.address.startswith("index") and not is_phone:
        page.wait_for_selector("html[data-chart=plotly]")
    page.wait_for_timeout(1500)
    return page


def _printed(chromium: Browser, site: Path) -> Iterator[Image]:
    """The first two sheets of the page on A4."""
    page = _opened(chromium, site, State("index.html", _DESK))
    page.pdf(path=site / "page.pdf", format="A4")
    page.context.close()
    command = ["pdftoppm", "-r", "150", "-l", "2", "-png", str(site / "page.pdf"), str(site / "sheet")]
    subprocess.run(command, check=True)
    yield from map(_read, sorted(site.glob("sheet*.png")))


def _read(file: Path) -> Image:
    from PIL import Image

    return Image.open(file).convert("RGB")


def _write(file: Path, shots: list[Image]) -> None:
    """The shots side by side, as wide as a picture is."""
    from PIL import Image

    gap = 2 * _GAP
    size = sum(shot.width for shot in shots) + gap * (len(shots) - 1), max(shot.height for shot in shots)
    whole = Image.new("RGB", size, "#888888")
    left = 0
    for shot in shots:
        whole.paste(shot, (left, 0))
        left += shot.width + gap
    small = whole.resize((_WIDTH, round(size[1] * _WIDTH / size[0])), Image.Resampling.LANCZOS)
    few = _in_few_colours(small)
    few.save(file, optimize=True)
    print(f"{file.name} {few.size[0]} × {few.size[1]} px, {file.stat().st_size:,} bytes")


def _in_few_colours(picture: Image) -> Image:
    from PIL import Image

    counted = cast("list[tuple[int, tuple[int, int, int]]]", picture.getcolors(1 << 24))
    common = [colour for _, colour in sorted(counted, reverse=True)[:_COMMON]]
    others = picture.quantize(_OTHERS, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([value for colour in common for value in colour] + others[: 3 * _OTHERS])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


if __name__ == "__main__":
    main()
