"""A working is shown as it was written in English, and in Chinese in the scale of its result."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.model.facts import Sheet
from cqviewer.model.numbers.amount import rounded
from cqviewer.model.wording.wording import Wording
from cqviewer.model.wording.working import MINUS
from tests.model.sheets import figure, sheet

EN, ZH = Wording("en"), Wording("zh")


def money(*figures: tuple[str, str], derived: str, unit: str, measure: str = "level") -> Sheet:
    """Make figures `a`, `b`, … of a unit and a value, and `made`, which is derived from them."""
    lines = [
        f"{name}: {figure(unit=given, value=value, measure='level')}"
        for name, (given, value) in zip("abc", figures, strict=False)
    ]
    made = figure(unit=unit, measure=measure, derived=derived, period=None, source=None)
    return sheet("\n".join([*lines, f"made: {made}"]))


@pytest.mark.parametrize(
    ("figures", "derived", "unit", "zh"),
    [
        (
            [("bn yuan", "40.6"), ("bn yuan", "35.5")],
            "a - b",
            "bn yuan",
            f"406 {MINUS} 355 = 51 亿元",
        ),
        (
            [("bn yuan", "0.02"), ("million yuan", "5")],
            "a * 1000 + b",
            "million yuan",
            "0.02 × 1,000 + 5 = 25，即 2500 万元",
        ),
        ([("US$ million", "810")], "a / 1000", "US$ billion", "810 ÷ 1,000 = 0.81，即 8.1 亿美元"),
        (
            [("yuan", "12"), ("items", "3e9")],
            "a * b",
            "yuan",
            "12 × 3,000,000,000 = 36,000,000,000，即 360 亿元",
        ),
        ([("yuan", "12"), ("items", "3")], "a * b", "yuan", "12 × 3 = 36 元"),
        (
            [("bn yuan", "577.6"), ("million yuan", "0.4")],
            "a + b / 1000",
            "bn yuan",
            "577.6 + 0.4 ÷ 1,000 = 577.6，即 5776 亿元",
        ),
        ([("bn yuan", "12"), ("bn yuan", "3")], "100 * a / b", "%", "100 × 120 ÷ 30 = 400"),
        ([("bn yuan", "12"), ("people", "3")], "a / b * 1000", "items", "12 ÷ 3 × 1,000 = 4,000"),
        (
            [("bn yuan", "2.9"), ("bn yuan", "2.8")],
            "(a / b - 1) * 100",
            "%",
            f"(29 ÷ 28 {MINUS} 1) × 100 = 3.57",
        ),
        (
            [("bn yuan", "810"), ("%", "-57.9")],
            "a / (1 + b / 100)",
            "bn yuan",
            f"8100 ÷ (1 + ({MINUS}57.9%)) = 19239.9 亿元",
        ),
        ([("cases", "3"), ("people", "125000")], "a / b * 100", "%", "3 ÷ 125,000 × 100 = 0.0024"),
        ([("bn yuan", "1"), ("bn yuan", "1")], "a - b", "bn yuan", f"10 {MINUS} 10 = 0 亿元"),
    ],
)
def test_a_chinese_working_is_right_in_the_scale_it_is_shown_in(
    figures: list[tuple[str, str]], derived: str, unit: str, zh: str
) -> None:
    made = money(*figures, derived=derived, unit=unit)
    assert ZH.working(made.indicators["made"], made) == zh
    assert "亿" not in EN.working(made.indicators["made"], made)


@pytest.mark.parametrize(
    ("derived", "en"),
    [
        ("(a / b - 1) * 100", f"(2.9 ÷ 2.8 {MINUS} 1) × 100 = 3.57"),
        ("a - (b - 1)", f"2.9 {MINUS} (2.8 {MINUS} 1) = 1.1"),
        ("-(a + b) * 2", f"({MINUS}(2.9 + 2.8)) × 2 = {MINUS}11.4"),
        ("a / 1000000 - b / 1000000", f"2.9 ÷ 1,000,000 {MINUS} 2.8 ÷ 1,000,000 = 0.0000001"),
        ("a - a", f"2.9 {MINUS} 2.9 = 0"),
    ],
)
def test_a_working_shows_the_whole_formula_and_never_nothing(derived: str, en: str) -> None:
    made = money(("things", "2.9"), ("things", "2.8"), derived=derived, unit="things")
    assert EN.working(made.indicators["made"], made) == en
    assert ZH.working(made.indicators["made"], made) == en


def test_a_negative_operand_stands_in_brackets() -> None:
    lines = (
        f"a: {figure(value=-3, measure='level')}\nb: {figure(derived='10 - a', measure='level')}"
    )
    made = sheet(lines.replace(", period: 2024, source: report par. 1, derived", ", derived"))
    assert EN.working(made.indicators["b"], made) == f"10 {MINUS} ({MINUS}3) = 13"


@settings(deadline=None)
@given(st.integers(1, 9999), st.integers(1, 9999))
def test_the_result_of_a_working_rounds_to_the_value_beside_it(first: int, second: int) -> None:
    made = money(("things", str(first)), ("things", str(second)), derived="a / b", unit="things")
    derived = made.indicators["made"]
    working, derivation = EN.working(derived, made), derived.derivation
    assert working
    assert derivation
    result = Decimal(working.partition(" = ")[2].replace(",", ""))
    assert rounded(result, derivation.digits) == derived.latest.value


def test_a_result_is_not_rounded_twice() -> None:
    made = money(("things", "2"), ("things", "0.4495"), derived="a / b", unit="things")
    assert made.indicators["made"].latest.value == Decimal("4.4")
    assert EN.working(made.indicators["made"], made) == "2 ÷ 0.4495 = 4.449"
