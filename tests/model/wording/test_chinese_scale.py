"""Chinese numbers go by 万 and 亿, as exact as they are written."""

from decimal import Decimal

import pytest

from cqviewer.model.numbers.unit import Unit
from cqviewer.model.wording.chinese_scale import (
    common_scale,
    count_scale,
    fitting_scale,
    in_scale,
    takes_scale,
    written_scale,
)
from tests.model.sheets import figure, sheet


@pytest.mark.parametrize(
    ("number", "scale"),
    [("9999.9", 0), ("-10000", 4), ("99999999", 4), ("1e8", 8), ("-3e15", 8), ("0", 0)],
)
def test_the_largest_scale_that_a_number_reaches_fits_it(number: str, scale: int) -> None:
    assert fitting_scale(Decimal(number)) == scale


@pytest.mark.parametrize(
    ("unit", "scale"),
    [("yuan", 0), ("thousand yuan", 0), ("US$ million", 4), ("bn yuan", 8), ("trn yuan", 8)],
)
def test_a_written_unit_has_a_scale_near_it(unit: str, scale: int) -> None:
    assert written_scale(Unit.parse(unit)) == scale


def test_the_largest_of_several_sums_gives_their_scale() -> None:
    rows = [
        f"{key}: {figure(unit=unit, value=value, measure='level')}"
        for key, unit, value in [
            ("little", "million yuan", "5"),
            ("large", "bn yuan", "-2"),
            ("things", "things", "9e9"),
            ("none", "bn yuan", "not stated"),
        ]
    ]
    figures = sheet("\n".join(rows)).indicators
    assert common_scale(figures.values()) == 8
    assert common_scale([figures["little"]]) == 4
    assert common_scale([figures["none"]]) is None


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        ("{2022: 719000, 2023: 690000}", 4),
        ("{2022: 719000, 2023: 0}", 4),
        ("{2022: 719000, 2023: 690123}", 0),
        ("{2022: 719000, 2023: 5000}", 0),
        ("{2022: 8.1e8, 2023: 7e8}", 8),
        ("{2022: 8.1e8, 2023: above 50000}", 4),
        ("{2022: 0}", 0),
    ],
)
def test_counts_share_the_largest_scale_in_which_all_are_round(values: str, scale: int) -> None:
    (jobs,) = sheet(f"jobs: {figure(observations=values, period=None)}").indicators.values()
    assert count_scale([jobs]) == common_scale([jobs]) == scale


@pytest.mark.parametrize("noun", ["人", "个百分点", "吨", "元/人"])
def test_a_noun_may_be_scaled(noun: str) -> None:
    assert takes_scale(noun)


@pytest.mark.parametrize(
    "noun",
    [
        "万吨",
        "亿千瓦时",
        "千吨",
        "百万人",
        "百人",
        "每 10 万人",
        "十万人",
        "jobs",
        "GWh",
        "₹ crore",
        "10 万",
        "",
    ],
)
def test_a_noun_with_a_scale_of_its_own_is_not_scaled_again(noun: str) -> None:
    assert not takes_scale(noun)


@pytest.mark.parametrize(
    ("value", "unit", "scale", "shown"),
    [
        ("7.60", "bn yuan", 8, "76.0"),
        ("0.50", "bn yuan", 8, "5.0"),
        ("810.0", "US$ million", 8, "8.100"),
        ("800", "US$ million", 8, "8"),
        ("0.00001", "yuan", 8, "0.0000000000001"),
    ],
)
def test_a_scaled_number_is_as_precise_as_written(
    value: str, unit: str, scale: int, shown: str
) -> None:
    assert f"{in_scale(Decimal(value), Unit.parse(unit), scale):f}" == shown


def test_no_digit_is_lost_or_brought_in() -> None:
    assert str(in_scale(Decimal("465.65"), Unit.parse("bn yuan"), 8)) == "4656.5"
    assert str(in_scale(Decimal("810"), Unit.parse("US$ million"), 8)) == "8.1"
    assert str(in_scale(Decimal("3"), Unit.parse("bn yuan"), 0)) == "3000000000"
