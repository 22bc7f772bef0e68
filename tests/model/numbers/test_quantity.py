"""Units are read as dimensions and sizes, however a sheet names them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cqviewer.model.numbers.quantity import Powers, combined, is_points, quantity, unlike
from cqviewer.model.numbers.unit import SCALE_WORDS, Unit
from cqviewer.model.text import Text


@pytest.mark.parametrize(
    ("unit", "known", "things", "size"),
    [
        ("%", {}, {}, "1/100"),
        ("percentage points", {}, {}, "1/100"),
        ("bp", {}, {}, "1/10000"),
        ("ratio", {}, {}, "1"),
        ("% of GDP", {}, {}, "1/100"),
        ("percent of GDP", {}, {}, "1/100"),
        ("percentage points of GDP", {}, {}, "1/100"),
        ("thousands of tonnes", {"g": 1}, {}, "1000000000"),
        ("years", {"months": 1}, {}, "12"),
        ("year", {"months": 1}, {}, "12"),
        ("kWh per m²", {"W": 1, "s": 1, "m": -2}, {}, "3600000"),
        ("bn yuan", {"CNY": 1}, {}, "1000000000"),
        ("US$ million", {"USD": 1}, {}, "1000000"),
        ("yuan per person", {"CNY": 1}, {"person": -1}, "1"),
        ("jobs", {}, {"jobs": 1}, "1"),
        ("thousand", {}, {}, "1000"),
        ("thousand tonnes", {"g": 1}, {}, "1000000000"),
        ("10 kt", {"g": 1}, {}, "10000000000"),
        ("ha", {"m": 2}, {}, "10000"),
        ("km/h", {"m": 1, "s": -1}, {}, "5/18"),
        ("GWh", {"W": 1, "s": 1}, {}, "3600000000000"),
        ("per 100,000", {}, {}, "1/100000"),
        ("births per 1,000 people", {}, {"births": 1, "people": -1}, "1/1000"),
        ("10 thousand people", {}, {"people": 1}, "10000"),
        ("0 items", {}, {"0 items": 1}, "1"),
        ({"en": "10 kt", "zh": "万吨"}, {"g": 1}, {}, "10000000000"),
        ({"zh": "亿千瓦时"}, {"W": 1, "s": 1}, {}, "360000000000000"),
        ({"zh": "万人"}, {}, {"人": 1}, "10000"),
        ({"zh": "每 10 万人"}, {}, {"人": -1}, "1/100000"),
    ],
)
def test_a_unit_has_dimensions_and_a_size(
    unit: Text, known: Powers, things: Powers, size: str
) -> None:
    read = quantity(Unit.parse(unit), "level")
    assert (read.known, read.things, read.sizes) == (known, things, (Fraction(size),))
    assert read.is_sure is (not things)


def test_a_count_counts_things_for_sure() -> None:
    assert quantity(Unit.parse("jobs"), "count").is_sure


@pytest.mark.parametrize(
    ("unit", "sizes"), [("2015 = 100", {Fraction(1, 100)}), ("points", {Fraction(1, 100), 1})]
)
def test_an_index_has_no_dimension(unit: str, sizes: set[Fraction]) -> None:
    read = quantity(Unit.parse(unit), "index")
    assert read.is_part
    assert set(read.sizes) == sizes


def test_dimensions_multiply_and_divide() -> None:
    assert combined({"m": 1}, {"m": 1, "s": -1}, 1) == {"m": 2, "s": -1}
    assert combined({"m": 1, "s": 1}, {"m": 1}, -1) == {"s": 1}


def test_percentage_points_are_known_in_any_spelling() -> None:
    assert is_points(Unit.parse("Percentage points"))
    assert is_points(Unit.parse({"zh": "个百分点"}))
    assert not is_points(Unit.parse("%"))


@pytest.mark.parametrize(
    ("en", "zh", "is_unlike"),
    [
        ("bn yuan", "亿元", True),
        ("bn yuan", "十亿元", False),
        ("US$ bn", "十亿元", True),
        ("thousand jobs", "万人", True),
        ("thousand jobs", "千个", False),
        ("people", "万人", True),
        ("10,000 people", "万人", False),
        ("ten thousand tonnes", "万吨", False),
        ("kt", "千吨", False),
        ("Mt", "万吨", True),
        ("kWh", "千瓦时", False),
        ("kWh", "兆瓦", True),
        ("%", "‰", True),
        ("percentage points", "个百分点", False),
        ("per 100 000 people", "每 10 万人", False),
        ("m people", "百万人", False),
        ("shops", "百货商店", False),
        ("‰", "千分之", False),
        ("standard containers", "标箱", False),
        ("tonnes of coal", "吨标准煤", False),
    ],
)
def test_a_unit_means_one_size_in_both_languages(en: str, zh: str, is_unlike: bool) -> None:
    assert unlike({"en": en, "zh": zh}) == ((en, zh) if is_unlike else None)
    assert unlike({"en": en, "fr": zh}) is None


@given(st.sampled_from([*SCALE_WORDS]), st.sampled_from(["EUR", "US$", "yuan"]))
def test_a_sum_has_the_size_of_its_scale_however_it_is_written(scale: str, currency: str) -> None:
    unit = Unit.parse(f"{scale} {currency}" if scale.isascii() else f"{scale}{currency}")
    assert unit.kind == "money"
    assert quantity(unit, "level").sizes == (Fraction(10 ** SCALE_WORDS[scale]),)
    assert unit.exponent == SCALE_WORDS[scale]


POWERS = st.dictionaries(st.sampled_from("abc"), st.integers(-3, 3).filter(bool), max_size=3)


@given(POWERS, POWERS)
def test_what_is_multiplied_and_divided_by_the_same_is_as_before(
    one: Powers, other: Powers
) -> None:
    assert combined(combined(one, other, 1), other, -1) == one
    assert combined(one, other, 1) == combined(other, one, 1)
    assert combined(one, one, -1) == {}
