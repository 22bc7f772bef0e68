"""What charts draw is as long, as wide, as high or as many as the values say."""

import math
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.charts.drawing import Drawing
from cqviewer.charts.text import description
from cqviewer.model.facts import Indicator, Sheet
from cqviewer.model.wording.wording import Wording
from tests.charts.sheets import chart, draw
from tests.charts.springfield import figure, of_parts, one_chart, parts, row
from tests.charts.text_boxes import boxes, lines, points, tagged, text_of

NUMBERS = st.decimals(-(10**7), 10**7, allow_nan=False, places=1)
SOME = st.lists(NUMBERS, min_size=2, max_size=6).filter(any)
AMOUNTS = st.lists(st.decimals(1, 10**7, places=1), min_size=2, max_size=9)
WIDTHS = st.sampled_from([300, 380, 480, 816])
quick = settings(max_examples=15)


def figures(values: Sequence[Decimal]) -> list[Indicator]:
    return [
        figure(f"f{at}", f"F{at}", "t", [row("2024", f"{one}")]) for at, one in enumerate(values)
    ]


def series(values: Sequence[Decimal]) -> Sheet:
    rows = [row(str(2001 + at), f"{one}") for at, one in enumerate(values)]
    return one_chart("line", figure("f", "F", "t", rows))


def axis(drawing: Drawing) -> float:
    """Return where level bars begin: the one place of an axis that stacked rows repeat."""
    (x,) = {x for one in lines(drawing, "axis") for x, _ in one}
    return x


def is_about(found: Sequence[float], wanted: Sequence[Decimal], room: float) -> None:
    """Hold lengths in px to be in the ratio of values, to the px on which their axis is rounded."""
    largest = max(map(abs, wanted))
    per = max(map(abs, found)) / float(largest)
    assert per > 0
    for px, value in zip(found, wanted, strict=True):
        assert px == pytest.approx(per * float(value), abs=room)


@given(SOME, WIDTHS)
@quick
def test_bars_are_as_long_as_their_values_and_on_their_side_of_zero(
    values: list[Decimal], width: int
) -> None:
    drawing = draw(one_chart("bars", *figures(values)), width=width)
    zero, found = axis(drawing), []
    for at, value in enumerate(values):
        ((left, _, right, _),) = boxes(drawing, f"bar:f{at}")
        assert min(abs(left - zero), abs(right - zero)) < 1
        found.append(right - zero if value > 0 else left - zero)
    assert len(found) == len(values)
    is_about(found, values, 1)


@given(SOME)
@quick
def test_the_largest_bar_stands_on_top_and_is_said_first(values: list[Decimal]) -> None:
    sheet = one_chart("bars", *figures(values))
    drawing = draw(sheet)
    tops = [boxes(drawing, f"bar:f{at}")[0][1] for at in range(len(values))]
    order = sorted(range(len(values)), key=lambda at: tops[at])
    for one, other in pairwise(order):
        assert values[one] >= values[other]
    said = description(chart(sheet, "one-1"), sheet, Wording("en"))
    places = [said.rindex(f"F{at}:") for at in order]
    assert places == sorted(places)


@given(SOME, WIDTHS)
@quick
def test_columns_are_as_high_as_their_values(values: list[Decimal], width: int) -> None:
    rows = [row(str(2001 + at), f"{one}") for at, one in enumerate(values)]
    drawing = draw(one_chart("columns", figure("f", "F", "t", rows)), width=width)
    found = []
    for at, value in enumerate(values):
        ((_, top, _, bottom),) = boxes(drawing, f"bar:f:{at}")
        found.append(bottom - top if value > 0 else top - bottom)
    is_about(found, values, 1e-6)


@given(st.lists(NUMBERS, min_size=3, max_size=8, unique=True), WIDTHS)
@quick
def test_a_line_is_as_high_as_its_values_and_true_to_time(
    values: list[Decimal], width: int
) -> None:
    places = points(draw(series(values), width=width), "line:f")
    assert len(places) == len(values)
    low, high = min(values), max(values)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    for (_, y), value in zip(places, values, strict=True):
        share = (value - low) / (high - low)
        assert y == pytest.approx(bottom + float(share) * (top - bottom), abs=1e-6 * (bottom - top))
    steps = [other - one for (one, _), (other, _) in pairwise(places)]
    assert max(steps) / min(steps) == pytest.approx(1, abs=0.01)  # leap years are longer


@given(AMOUNTS, WIDTHS)
@quick
def test_the_parts_of_a_whole_fill_its_bar_and_make_a_hundred_per_cent(
    values: list[Decimal], width: int
) -> None:
    rows = {f"p{at}": [row("2024", f"{one}")] for at, one in enumerate(values)}
    sheet = of_parts("stacked", parts("f", "F", "t", rows))
    drawing = draw(sheet, width=width)
    placed = sorted(
        box for one in tagged(drawing, "part:") for box in boxes(drawing, str(one.get_gid()))
    )
    assert len(placed) == min(len(values), 6)
    assert placed[0][0] == 0
    assert placed[-1][2] == pytest.approx(width)
    assert all(one[2] <= other[0] for one, other in pairwise(placed))
    total = sum(values)
    for at, value in enumerate(values):
        for left, _, right, _ in boxes(drawing, f"part:f.p{at}"):
            room = width - 2 * (len(placed) - 1)
            assert right - left == pytest.approx(room * float(value / total))
            shown = text_of(drawing, f"share:f.p{at}").replace("\u202f%", "").replace("\xa0%", "")
            assert not shown or abs(Decimal(shown) - 100 * value / total) <= Decimal("0.05")


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=3).filter(any), WIDTHS)
@quick
def test_squares_are_as_many_as_the_things_that_they_stand_for(
    values: list[int], width: int
) -> None:
    made = [
        figure(f"f{at}", "F", "t", [row("2024", str(one))], measure="count")
        for at, one in enumerate(values)
    ]
    drawing = draw(one_chart("units", *made), width=width)
    assert [one.figure for one in drawing.marks] == [one.id for one in made]
    per = 10 ** max(0, math.ceil(math.log10(max(values) / 600)))
    for at, value in enumerate(values):
        found = boxes(drawing, f"squares:f{at}") if value else []
        side = found[0][3] - found[0][1] if found else 1.0
        area = sum((right - left) / side for left, _, right, _ in found)
        assert area * per == pytest.approx(value, rel=1e-6)


@given(NUMBERS, NUMBERS, WIDTHS)
@quick
def test_the_stems_of_a_slope_are_as_long_as_its_values(
    first: Decimal, last: Decimal, width: int
) -> None:
    drawing = draw(one_chart("slope", *figures([first, last])), width=width)
    ((x, start), (_, end)) = points(drawing, "slope")
    (zero,) = {y for _, y in points(drawing, "axis")}
    assert x < width
    if first or last:
        is_about([zero - start, zero - end], [first, last], 1e-6)
