"""The value beside a point of a line is that point's, and no other's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.text import Text

from cqviewer.charts.parts.point_labels import Span, centered
from tests.charts.sheets import draw, small
from tests.charts.text_boxes import points, tagged

YEARS = range(2015, 2025)


def value(number: int, year: int) -> int:
    """Return the value of one of the lines, which run close to one another."""
    return 3 * number + (year - 2015) ** 2 - 10


PX = st.floats(-500, 500)


@given(PX, st.floats(0, 300), PX, st.floats(0, 400))
def test_a_label_is_centred_as_far_as_its_sides_allow(
    middle: float, width: float, left: float, room: float
) -> None:
    sides = Span(left, left + room)
    span = centered(middle, width, sides)
    assert span.right - span.left == pytest.approx(width, abs=1e-9)
    if width > room:
        assert span.middle == pytest.approx(sides.middle)
    else:
        assert sides.left - 1e-9 <= span.left <= span.right <= sides.right + 1e-9
        least, most = sides.left + width / 2, sides.right - width / 2
        assert span.middle == pytest.approx(sorted((least, middle, most))[1])


def test_no_line_comes_between_a_point_and_its_value() -> None:
    rows = [
        f"f{number}: {{name: Line {number}, unit: people, measure: level, source: s, observations:"
        f" [{', '.join(f'{{period: {year}, value: {value(number, year)}}}' for year in YEARS)}]}}"
        for number in range(12)
    ]
    of = ", ".join(f"f{number}" for number in range(12))
    sheet = small("\n".join(rows), f"{{id: one-1, kind: line, of: [{of}], title: Twelve}}")
    drawing = draw(sheet, "one-1")
    lines = {number: points(drawing, f"line:f{number}") for number in range(12)}
    labels = [one for one in tagged(drawing, "point value") if isinstance(one, Text)]
    assert len(labels) > 4
    for one in labels:
        x, y = one.get_position()
        at = min(range(len(YEARS)), key=lambda at: abs(lines[0][at][0] - x))
        nearest = min(lines, key=lambda number: abs(lines[number][at][1] - y))
        shown = one.get_text().replace("\N{MINUS SIGN}", "-")
        assert shown == str(value(nearest, YEARS[at]))
