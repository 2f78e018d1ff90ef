"""The outlines of marks as SVG paths."""

from __future__ import annotations

from timeline.model import Shape


def outline(shape: Shape, size: float) -> str:
    """The path of a mark of radius ``size`` px around 0,0.

    >>> outline(Shape.SQUARE, 4)
    'M-4,-4H4V4H-4Z'
    """
    if shape is Shape.SQUARE:
        return f"M{-size:g},{-size:g}H{size:g}V{size:g}H{-size:g}Z"
    return f"M{size:g},0A{size:g},{size:g} 0 1,1 0,{-size:g}A{size:g},{size:g} 0 0,1 {size:g},0Z"
