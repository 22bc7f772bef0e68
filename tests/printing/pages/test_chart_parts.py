"""Cutting drawings into parts: nothing is lost or changed, and no row is cut through."""

from typing import Any

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from cqviewer.charts.contents import chart_facts
from cqviewer.charts.draw import draw_chart
from cqviewer.charts.drawing import Drawing, DrawOptions
from cqviewer.charts.svg import to_svg
from cqviewer.charts.theme import PRINT
from cqviewer.printing.pages.chart_parts import split_drawing, top_of
from tests.charts import springfield
from tests.charts.text_boxes import tagged
from tests.printing.sheets import long_charts

TALLEST, LEAST = 600, 120


def drawing(number: int, width: int = 760) -> tuple[Drawing, list[str]]:
    """Return one of the long charts, drawn, with the ids of its figures or goals."""
    sheet = long_charts()
    chart = sheet.sections[0].charts[number]
    goals = [one.id for one in sheet.goals.named] if sheet.goals else []
    drawn = draw_chart(chart, sheet, DrawOptions(theme=PRINT, width=width, language="en"))
    return drawn, list(chart.figures) or goals


def words(*parts: Drawing) -> list[str]:
    """Return the texts of drawings in order."""
    return [one.get_text() for part in parts for one in part.artists if isinstance(one, Text)]


@pytest.mark.parametrize(("number", "width"), [(0, 362), (1, 760), (2, 760), (3, 760), (4, 599)])
def test_all_words_stand_in_one_part_and_all_parts_fit(number: int, width: int) -> None:
    whole, starts = drawing(number, width)
    parts = split_drawing(whole, TALLEST, LEAST, starts)
    assert len(parts) > 1
    assert all(LEAST <= part.height <= TALLEST for part in parts)
    assert sum(part.height for part in parts) == whole.height
    assert sorted(words(*parts)) == sorted(words(whole))
    for part in parts:
        assert to_svg(part).count(b"<text") == len(words(part))
        assert all(mark.y >= 0 and mark.y + mark.height <= part.height + 1 for mark in part.marks)


def _corners(line: Line2D) -> list[list[float]]:
    vertices: Any = line.get_path().vertices
    return [list(one) for one in vertices]


def test_a_figure_with_its_name_is_not_cut_through() -> None:
    whole, starts = drawing(2)
    parts = split_drawing(whole, TALLEST, LEAST, starts)
    assert len(parts) > 1
    for part in parts:
        names = [one for one in words(part) if one.startswith("Figure series")]
        assert len(names) == len({mark.figure for mark in part.marks})
        assert words(part)[0] == names[0]


def test_parts_have_the_same_heads_scale_and_axis() -> None:
    whole, starts = drawing(0)
    head = min(mark.y for mark in whole.marks)
    parts = split_drawing(whole, TALLEST, LEAST, starts, head)
    assert words(parts[0])[:3] == words(whole)[:3]
    assert words(top_of(drawing(0)[0], head)) == words(whole)[:3]
    axes = [
        [tuple(values) for values in zip(*_corners(one), strict=True)]
        for part in parts
        for one in part.artists
        if isinstance(one, Line2D) and one.get_gid() == "axis"
    ]
    assert len(axes) == len(parts)
    assert len({xs for xs, _ in axes}) == 1
    assert [below for _, (_, below) in axes[:-1]] == [above for _, (above, _) in axes[1:]]
    bars = [
        (one.get_x(), one.get_width())
        for drawn in (whole, *parts)
        for one in drawn.artists
        if isinstance(one, Rectangle) and str(one.get_gid()).startswith("bar:")
    ]
    assert bars[: len(bars) // 2] == bars[len(bars) // 2 :]


def test_the_heads_of_columns_stand_as_high_as_in_the_whole() -> None:
    whole, starts = drawing(0)
    head = min(mark.y for mark in whole.marks)
    first, *_ = split_drawing(whole, TALLEST, LEAST, starts, head)
    heights = set()
    for part in (first, top_of(drawing(0)[0], head)):
        text = next(one for one in part.artists if isinstance(one, Text))
        _, inches = part.layout.transform(text.get_position())
        heights.add(round(part.height / 96 - inches, 6))
    assert len(heights) == 1


def test_no_strip_is_lower_than_asked_for_where_rows_are() -> None:
    whole, starts = drawing(0)
    parts = split_drawing(whole, TALLEST, LEAST, starts)
    assert all(part.height >= LEAST for part in parts)
    assert max(part.height for part in parts) < 2 * LEAST


def test_what_lies_across_the_whole_chart_keeps_it_whole() -> None:
    whole, starts = drawing(4, 760)  # goals beside their figures, joined by curves
    assert split_drawing(whole, TALLEST, LEAST, starts) == [whole]


def test_a_drawing_that_fits_stays_as_it_is() -> None:
    whole, starts = drawing(0)
    (part,) = split_drawing(whole, whole.height, LEAST, starts)
    assert words(part) == words(whole)
    assert part.height == whole.height


def panels(width: int) -> tuple[Drawing, list[str]]:
    """Draw twelve small multiples, all with a mark that the key explains."""
    rows = {f"place_{at}": springfield.survey().observations for at in range(12)}
    of = springfield.parts("survey", "Survey", "%", rows, adds_up=False)
    sheet = springfield.of_parts("panels", of)
    (chart,) = sheet.sections[0].charts
    look = DrawOptions(theme=PRINT, width=width, language="en")
    return draw_chart(chart, sheet, look), chart_facts(chart, sheet)


def test_twelve_panels_fit_a_page_where_three_stand_in_a_row() -> None:
    whole, _ = panels(760)
    assert whole.height < 840


@pytest.mark.parametrize("width", [362, 300])
def test_panels_go_on_between_rows_and_the_key_stays_with_the_last(width: int) -> None:
    whole, ids = panels(width)
    parts = split_drawing(whole, 840, 120, ids)
    assert len(parts) > 1
    assert sum(part.height for part in parts) == whole.height
    assert sorted(words(*parts)) == sorted(words(whole))
    named = [[one for one in words(part) if one.startswith("Place")] for part in parts]
    assert [name for part in named for name in part] == [f"Place {at}" for at in range(12)]
    assert "[c] suppressed" in " ".join(words(parts[-1]))
    assert all(tagged(part, "zero") for part in parts)
