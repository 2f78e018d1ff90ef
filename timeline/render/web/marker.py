"""Marks as elements of an SVG."""

from __future__ import annotations

from timeline.model import Shape
from timeline.model.scene import mark_size
from timeline.render.web.templates import Markup


def mark(shape: Shape, size: float, *, is_held: bool = True) -> Markup:
    """A mark of radius ``size`` px around 0,0, with the classes that its style needs.

    >>> mark(Shape.RING, 3.75)
    Markup('<circle class="dot ring" r="3.75"/>')
    """
    classes = ["dot", *(["ring"] if shape is Shape.RING else []), *([] if is_held else ["hollow"])]
    return element(shape, size, Markup('class="{}"').format(" ".join(classes)))


def faded_mark(shape: Shape, size: float, *, is_held: bool = True) -> Markup:
    """The mark of a date that is not known to the day."""
    classes = "soft blur" if is_held else "soft blur hollow"
    return element(shape, size, Markup('class="{}" mask="url(#tl-blur)"').format(classes))


def element(shape: Shape, size: float, attributes: Markup) -> Markup:
    """The element of a shape of radius ``size`` px around 0,0 with these attributes.

    >>> element(Shape.SQUARE, 4, Markup('fill="red"'))
    Markup('<path fill="red" d="M-4,-4H4V4H-4Z"/>')
    """
    if shape is Shape.SQUARE:
        corners = Markup('<path {0} d="M-{1:g},-{1:g}H{1:g}V{1:g}H-{1:g}Z"/>')
        return corners.format(attributes, size)
    return Markup('<circle {} r="{:g}"/>').format(attributes, size)


def sign(shape: Shape, *, is_held: bool = True) -> Markup:
    """The mark beside an article; it fits a viewBox of 14 by 14."""
    return mark(shape, mark_size(shape, key=True), is_held=is_held)
