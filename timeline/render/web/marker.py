"""The outlines of marks as SVG paths."""

from __future__ import annotations

#: The corners of Plotly's marker shapes at radius 1, by Plotly's own formulas.
_OUTLINES: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": ((1.3, 0), (0, 1.3), (-1.3, 0), (0, -1.3)),
    "triangle-up": ((-2 / 3**0.5, 0.5), (2 / 3**0.5, 0.5), (0, -1)),
    "triangle-down": ((-2 / 3**0.5, -0.5), (2 / 3**0.5, -0.5), (0, 1)),
    "hexagon": (
        (0.75**0.5, -0.5),
        (0.75**0.5, 0.5),
        (0, 1),
        (-(0.75**0.5), 0.5),
        (-(0.75**0.5), -0.5),
        (0, -1),
    ),
}


def outline(shape: str, size: float) -> str:
    """The path of a marker of radius ``size`` px around 0,0.

    >>> outline("square", 4)
    'M-4,-4L4,-4L4,4L-4,4Z'
    """
    if shape == "circle":
        return f"M{size:g},0A{size:g},{size:g} 0 1,1 0,{-size:g}A{size:g},{size:g} 0 0,1 {size:g},0Z"
    corners = (f"{round(x * size, 2):g},{round(y * size, 2):g}" for x, y in _OUTLINES[shape])
    return f"M{'L'.join(corners)}Z"
