"""Sparklines: the course of a series on a hairline at zero, without a word."""

import math

from matplotlib.lines import Line2D
from matplotlib.text import Text

from cqviewer.charts.draw import to_rgba
from cqviewer.charts.drawing import Drawing, DrawOptions
from cqviewer.charts.layout import SPARKLINE, has_sparkline
from cqviewer.charts.sparkline import draw_sparkline
from cqviewer.charts.svg import to_svg
from cqviewer.charts.theme import DARK, LIGHT, PRINT, Theme
from cqviewer.model.facts import Indicator
from tests.charts import springfield
from tests.charts.springfield import figure, row
from tests.charts.text_boxes import points, tagged

WIDTH, HEIGHT = SPARKLINE


def spark(one: Indicator, theme: Theme = LIGHT, zoom: float = 1.0) -> Drawing:
    look = DrawOptions(theme=theme, width=round(WIDTH * zoom), language="en", zoom=zoom)
    return draw_sparkline(one, look)


def test_a_sparkline_is_as_large_as_designed_and_grows_with_the_zoom() -> None:
    drawing = spark(springfield.output())
    assert (drawing.width, drawing.height) == (WIDTH + 16, HEIGHT)
    assert spark(springfield.output(), zoom=2).height == 80
    assert drawing.marks == ()


def test_it_has_no_words_and_marks_the_latest_value_alone() -> None:
    drawing = spark(springfield.output())
    assert not [one for one in drawing.artists if isinstance(one, Text)]
    (mark,) = tagged(drawing, "point:")
    assert isinstance(mark, Line2D)
    assert mark.get_fillstyle() == "bottom"  # provisional


def test_it_is_true_to_time_and_to_zero_and_open_at_a_break() -> None:
    drawing = spark(springfield.output())
    path = points(drawing, "line:gdp")
    assert [at for at, (_, y) in enumerate(path) if math.isnan(y)] == [5]
    zero = HEIGHT - 2
    assert (zero - path[-1][1]) / (zero - path[0][1]) > 3375 / 1427 - 0.1
    assert len(tagged(drawing, "series break")) == 1
    assert len(tagged(drawing, "zero")) == 1


def test_a_value_between_gaps_is_a_point_of_its_own() -> None:
    rows = [row("2015", "3"), row("2018", "4"), row("2019", "5"), row("2020", "6")]
    assert len(tagged(spark(figure("f", "F", "t", rows)), "lone")) == 1


def test_it_becomes_pixels_and_svg_as_charts_do() -> None:
    for theme in (DARK, PRINT):
        drawing = spark(springfield.survey(), theme)
        _, width, height = to_rgba(drawing, 2)
        assert (width, height) == (2 * (WIDTH + 16), 2 * HEIGHT)
        assert b"<text" not in to_svg(spark(springfield.survey(), theme))


def test_three_values_with_periods_make_a_sparkline() -> None:
    rows = [row("2022", "3"), row("2023", "4"), row("2024", "5")]
    assert has_sparkline(figure("f", "F", "t", rows))
    assert not has_sparkline(figure("f", "F", "t", rows[:2]))
    assert not has_sparkline(figure("f", "F", "t", [row("not stated", "3"), *rows]))
    assert not has_sparkline(figure("f", "F", "t", [row("2021", missing="suppressed"), *rows[1:]]))
