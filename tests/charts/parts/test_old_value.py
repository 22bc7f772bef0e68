"""Values of the edition before are thin lines in charts, with their words where there is room."""

from decimal import Decimal

import msgspec
import numpy as np
import pytest
from matplotlib.lines import Line2D

from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import Drawing, DrawOptions, OldValue
from cqviewer.charts.theme import LIGHT
from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.period import Period
from tests.charts.sheets import charts, small
from tests.charts.text_boxes import boxes, clashes, label, tagged, texts

SERIES = (
    "f: {name: Calls, unit: calls, measure: count, source: s,"
    " observations: {2021: 1010, 2022: 1065, 2023: 1120, 2024: 1184}}"
)
TWO = """\
f: {name: Calls, unit: calls, measure: count, value: 430, source: s, period: 2024}
g: {name: Piers, unit: calls, measure: count, value: 302, source: s, period: 2024}"""


def drawn(sheet: Sheet, *old: tuple[str, int], width: int = 816) -> Drawing:
    before = tuple(
        OldValue("f", Period.parse(when), Decimal(value), f"was {value:,}") for when, value in old
    )
    options = DrawOptions(theme=LIGHT, width=width, language="en", before=before)
    return draw_chart(charts(sheet)[0], sheet, options)


def lines(drawing: Drawing) -> list[Line2D]:
    """Return the thin lines themselves, without the ground that parts them from a bar."""
    found = [one for one in tagged(drawing, "old value") if isinstance(one, Line2D)]
    return [one for one in found if one.get_color() == LIGHT.ink]


def along(values: object) -> set[float]:
    return {float(one) for one in np.asarray(values)}


@pytest.mark.parametrize(("before", "is_higher"), [(1200, True), (1150, False)])
def test_a_column_has_a_line_at_its_value_of_before(before: int, *, is_higher: bool) -> None:
    sheet = small(SERIES, "{kind: columns, of: [f], title: T}")
    drawing = drawn(sheet, ("2024", before))
    (line,) = lines(drawing)
    (level,) = along(line.get_ydata())
    ((_, top, _, _),) = boxes(drawing, "bar:f:3")
    assert (level < top) == is_higher
    assert f"was {before:,}" in texts(drawing)
    assert clashes(drawing) == []


def test_the_scale_holds_the_value_of_before() -> None:
    sheet = small(SERIES, "{kind: columns, of: [f], title: T}")
    plain, high = drawn(sheet), drawn(sheet, ("2024", 2400))
    tops = [boxes(one, "bar:f:3")[0][1] for one in (plain, high)]
    assert tops[1] > tops[0] + 50
    (line,) = lines(high)
    assert min(along(line.get_ydata())) >= 0


def test_words_are_left_out_where_a_column_has_no_room_for_them() -> None:
    sheet = small(SERIES, "{kind: columns, of: [f], title: T}")
    drawing = drawn(sheet, ("2022", 1060), width=260)
    assert len(lines(drawing)) == 1
    assert "was 1,060" not in texts(drawing)
    assert clashes(drawing) == []


def test_a_line_has_a_short_one_at_each_value_of_before() -> None:
    sheet = small(SERIES, "{kind: line, of: [f], title: T}")
    drawing = drawn(sheet, ("2022", 1085), ("2024", 1200))
    assert len(lines(drawing)) == 2
    assert clashes(drawing) == []


def test_a_bar_has_an_upright_one_and_its_value_stands_beyond() -> None:
    sheet = small(TWO, "{kind: bars, of: [f, g], title: T}")
    drawing = drawn(sheet, ("2024", 500))
    (line,) = lines(drawing)
    (place,) = along(line.get_xdata())
    assert label(drawing, "value:f").get_position()[0] > place
    assert clashes(drawing) == []


def test_nothing_stands_there_for_other_figures_periods_or_without_changes() -> None:
    sheet = small(SERIES, "{kind: columns, of: [f], title: T}")
    assert lines(drawn(sheet)) == []
    assert lines(drawn(sheet, ("2020", 900))) == []
    other = msgspec.structs.replace(OldValue("g", Period.parse("2024"), Decimal(1), "was 1"))
    options = DrawOptions(theme=LIGHT, width=816, language="en", before=(other,))
    assert lines(draw_chart(charts(sheet)[0], sheet, options)) == []
