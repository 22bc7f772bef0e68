"""A card's sparkline: the course of a series from zero, without words, true to time."""

import math

from cqviewer.charts.drawing import Drawing, DrawOptions
from cqviewer.charts.parts.course import draw_breaks, draw_course, place_courses
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.plot import Plot
from cqviewer.charts.style import styled
from cqviewer.model.facts import Indicator

WIDTH, HEIGHT = 184, 40
"""px of the design; `DrawOptions.width` is the former times the zoom."""
LEAST = 3
"""Observations from which a key figure has a sparkline."""
_SIDE, _TOP, _FOOT, _LONE = 7, 6, 2, 4


def has_sparkline(figure: Indicator) -> bool:
    """Return whether a figure has enough values that are stated for a period, one after another."""
    known = [one for one in figure.observations if one.value is not None]
    return len(known) >= LEAST and all(one.period.is_stated for one in figure.observations)


def draw_sparkline(figure: Indicator, options: DrawOptions) -> Drawing:
    """Draw the values of a figure on a hairline at zero, the latest with its mark.

    Like any chart it is 8 px of the design wider than its content on either side, and is made
    pixels or SVG by `draw.to_rgba` and `draw.to_svg`. It has no marks to point at: the card says
    what it shows. ChartError says why it cannot be drawn.
    """
    with styled():
        plot = Plot(options)
        values = [float(one.value) for one in figure.observations if one.value is not None]
        low, high = min([*values, 0.0]), max([*values, 0.0])
        tall = plot.px(HEIGHT)
        scale = Scale(low, high, float(tall - plot.px(_FOOT)), float(plot.px(_TOP)))
        sides = plot.px(_SIDE), plot.width - plot.px(_SIDE)
        (course,) = place_courses([figure], plot.wording, sides, scale)
        zero = round(scale(0.0))
        plot.box((0, zero, plot.width, 1), plot.theme.hair, tag="zero")
        draw_breaks(plot, [course], 0, tall)
        for at, (x, y) in enumerate(zip(course.xs, course.ys, strict=True)):
            if course.is_alone(at) and not math.isnan(y):
                plot.dot(x, y, plot.px(_LONE), plot.theme.accent, tag="lone")
        draw_course(plot, course, plot.theme.accent, width=1.5, has_marks=False)
        return plot.finish(tall)
