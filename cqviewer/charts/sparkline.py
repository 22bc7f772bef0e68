"""A card's sparkline: the course of a series from zero, without words, true to time."""

from cqviewer.charts.drawing import Drawing, DrawOptions
from cqviewer.charts.layout import SPARKLINE
from cqviewer.charts.parts.course import draw_breaks, draw_course, place_courses
from cqviewer.charts.parts.scale import Scale
from cqviewer.charts.plot import Plot
from cqviewer.charts.style import styled
from cqviewer.model.facts import Indicator

_SIDE, _TOP, _FOOT, _LONE = 7, 6, 2, 4


def draw_sparkline(figure: Indicator, options: DrawOptions) -> Drawing:
    """Draw the values of a figure on a hairline at zero, the latest with its mark.

    The width of the options is that of `SPARKLINE` times the zoom. Like any chart it is 8 px of the
    design wider than its content on either side, and is made pixels or SVG by `draw.to_rgba` and
    `to_svg`. It has no marks to point at: the card says what it shows. ChartError says why it
    cannot be drawn.
    """
    with styled():
        plot = Plot(options)
        values = [one.value for one in figure.observations if one.value is not None]
        tall = plot.px(SPARKLINE[1])
        scale = Scale.with_zero(values, float(tall - plot.px(_FOOT)), float(plot.px(_TOP)))
        sides = plot.px(_SIDE), plot.width - plot.px(_SIDE)
        (course,) = place_courses([figure], plot.wording, sides, scale)
        zero = round(scale(0.0))
        plot.box((0, zero, plot.width, 1), plot.theme.hair, tag="zero")
        draw_breaks(plot, [course], 0, tall)
        for x, y in course.lone_points:
            plot.dot(x, y, plot.px(_LONE), plot.theme.accent, tag="lone")
        draw_course(plot, course, plot.theme.accent, width=1.5, has_marks=False)
        return plot.finish(tall)
