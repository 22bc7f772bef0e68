"""In every kind of chart each mark lies where its number says, whatever the numbers are."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.charts.drawing import Drawing
from tests.charts.sheets import draw, small
from tests.charts.text_boxes import boxes, lines, points, tagged

HEAD = "unit: tonnes, measure: level, source: s"
NUMBERS = st.decimals(-500, 500, places=1)
POSITIVE = st.decimals(1, 500, places=1)
WIDTHS = st.sampled_from([816, 420])
FEW = settings(max_examples=8)


def figures(values: Sequence[Decimal]) -> str:
    """Write a figure of each value, all of one year."""
    return "\n".join(
        f"f{at}: {{name: Figure {at}, value: {one:f}, period: 2024, {HEAD}}}"
        for at, one in enumerate(values)
    )


def series(key: str, values: dict[int, Decimal]) -> str:
    """Write a series of yearly values."""
    years = ", ".join(f"{year}: {one:f}" for year, one in sorted(values.items()))
    return f"{key}: {{name: Series {key}, {HEAD}, observations: {{{years}}}}}"


def of(kind: str, keys: Sequence[str], **more: str) -> str:
    """Write a chart of some figures."""
    extra = "".join(f", {key}: {one}" for key, one in more.items())
    return f"{{kind: {kind}, of: [{', '.join(keys)}], title: T{extra}}}"


def keys(values: Sequence[Decimal]) -> list[str]:
    return [f"f{at}" for at in range(len(values))]


def on_one_line(places: Sequence[float], numbers: Sequence[float], off: float = 1.01) -> None:
    """Hold that places are to one another as numbers are, within some px."""
    pairs = sorted(zip(numbers, places, strict=True))
    (low, start), (high, end) = pairs[0], pairs[-1]
    if high > low:
        assert abs(end - start) > 3 * off
    step = (end - start) / (high - low) if high > low else 0.0
    wrong = [
        (number, place)
        for number, place in pairs
        if abs(place - (start + (number - low) * step)) > off
    ]
    assert wrong == []


def extent(drawing: Drawing, tag: str) -> tuple[float, float]:
    """Return where the one bar of a tag begins and ends, in px across."""
    ((left, _, right, _),) = boxes(drawing, tag)
    return left, right


@FEW
@given(st.lists(NUMBERS.filter(bool), min_size=2, max_size=5), WIDTHS)
def test_each_bar_leads_from_the_common_zero_to_its_value(
    values: list[Decimal], width: int
) -> None:
    drawing = draw(small(figures(values), of("bars", keys(values))), width=width)
    bars = [extent(drawing, f"bar:{key}") for key in keys(values)]
    ends = [bar[1] if one > 0 else bar[0] for bar, one in zip(bars, values, strict=True)]
    zeros = [bar[0] if one > 0 else bar[1] for bar, one in zip(bars, values, strict=True)]
    assert max(zeros) - min(zeros) <= 1.01
    on_one_line([*ends, zeros[0]], [*map(float, values), 0.0], off=1.6)


@FEW
@given(st.dictionaries(st.integers(2001, 2024), NUMBERS, min_size=3, max_size=7), WIDTHS)
def test_each_point_of_a_line_lies_at_its_time_and_value(
    values: dict[int, Decimal], width: int
) -> None:
    made = small(series("a", values), of("line", ["a"]))
    drawing = draw(made, width=width)
    placed = [one for part in lines(drawing, "line:a") for one in part]
    placed = [(x, y) for x, y in placed if y == y]  # gaps are no numbers
    alone = [
        spot for one in tagged(drawing, "point:a:") for spot in lines(drawing, str(one.get_gid()))
    ]
    placed = sorted({*placed, *(spot for part in alone for spot in part)})
    years = sorted(values)
    assert len(placed) == len(years)
    on_one_line([y for _, y in placed], [float(values[year]) for year in years])
    on_one_line([x for x, _ in placed], [float(year) for year in years], off=1.6)


@FEW
@given(st.lists(NUMBERS.filter(bool), min_size=3, max_size=7), WIDTHS)
def test_each_column_is_as_high_as_its_value_on_its_side_of_zero(
    values: list[Decimal], width: int
) -> None:
    years = {2010 + at: one for at, one in enumerate(values)}
    drawing = draw(small(series("a", years), of("columns", ["a"])), width=width)
    ends, zeros = [], []
    for at, one in enumerate(values):
        ((_, top, _, bottom),) = boxes(drawing, f"bar:a:{at}")
        ends.append(top if one > 0 else bottom)
        zeros.append(bottom if one > 0 else top)
    assert max(zeros) - min(zeros) <= 1.01
    on_one_line([*ends, zeros[0]], [*map(float, values), 0.0], off=1.6)
    lefts = [boxes(drawing, f"bar:a:{at}")[0][0] for at in range(len(values))]
    assert lefts == sorted(lefts)


@FEW
@given(st.lists(POSITIVE, min_size=2, max_size=6), WIDTHS)
def test_parts_of_a_whole_are_as_wide_as_their_shares_and_fill_it(
    values: list[Decimal], width: int
) -> None:
    parts = ", ".join(f"i{at}: {{2024: {one:f}}}" for at, one in enumerate(values))
    names = ", ".join(f"i{at}: Item {at}" for at in range(len(values)))
    total = f"all: {{2024: {sum(values):f}}}"
    rows = f"a: {{name: A, {HEAD}, by: d, adds_up: true, items: {{{parts}, {total}}}}}"
    items = f"{{{names}, all: {{name: All, total: true}}}}"
    rest = f"dimensions: {{d: {{name: D, items: {items}}}}}\n"
    keys_of = [f"a.i{at}" for at in range(len(values))]
    drawing = draw(small(rows, of("stacked", [*keys_of, "a.all"]), rest), width=width)
    spans = sorted(extent(drawing, f"part:{key}") for key in keys_of)
    widths = [right - left for left, right in (extent(drawing, f"part:{key}") for key in keys_of)]
    on_one_line([*widths, 0.0], [*map(float, values), 0.0], off=1.6)
    assert spans[0][0] == pytest.approx(0, abs=1)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@FEW
@given(st.tuples(NUMBERS.filter(bool), NUMBERS.filter(bool)), WIDTHS)
def test_both_ends_of_a_slope_stand_on_one_scale_from_zero(
    values: tuple[Decimal, Decimal], width: int
) -> None:
    rows = "\n".join(
        f"f{at}: {{name: Figure {at}, value: {one:f}, period: {2023 + at}, {HEAD}}}"
        for at, one in enumerate(values)
    )
    drawing = draw(small(rows, of("slope", keys(values))), width=width)
    stems = [points(drawing, f"stem:{key}") for key in keys(values)]
    feet = [foot for (_, foot), _ in stems]
    assert feet[0] == pytest.approx(feet[1], abs=1.01)
    heads = [head for _, (_, head) in stems]
    on_one_line([*heads, feet[0]], [*map(float, values), 0.0], off=1.6)


@settings(max_examples=5)
@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=3, max_size=4))
def test_all_panels_have_one_scale(values: list[list[Decimal]]) -> None:
    rows = "\n".join(
        series(f"f{at}", {2010 + step: number for step, number in enumerate(one)})
        for at, one in enumerate(values)
    )
    drawing = draw(small(rows, of("panels", [f"f{at}" for at in range(len(values))])))
    heights: list[float] = []
    sizes: list[float] = []
    for at, one in enumerate(values):
        ys = [y for _, y in points(drawing, f"line:f{at}")]
        on_one_line(ys, [*map(float, one)])
        heights.append(max(ys) - min(ys))
        sizes.append(float(max(one) - min(one)))
    on_one_line([*heights, 0.0], [*sizes, 0.0], off=2.1)
