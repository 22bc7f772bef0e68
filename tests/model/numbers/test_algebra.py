"""A formula adds like to like, and its result has the unit that the sheet declares."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cqviewer.load import examine_sheet
from cqviewer.model.facts import Indicator
from cqviewer.model.numbers.algebra import Algebra
from cqviewer.model.numbers.formula import Formula
from cqviewer.model.numbers.quantity import quantity
from cqviewer.model.numbers.unit import Unit
from cqviewer.model.problems import Misread
from tests.model.sheets import figure, sheet, sheet_text

WHOLE_UNIT = "(write the whole unit of the result, or mend the formula)"
OWN_UNIT = "(write the unit of the result, or mend the formula)"
SHOWN = "sections: [{id: one, title: One, figures: [a, made]}]\n"


def lines(units: dict[str, str], derived: str, unit: str, **made: object) -> str:
    """Write figures `a`, `b`, … of units, and `made`, which is derived from them.

    A unit may be followed by its measure and its prices: 'jobs, count', 'bn yuan, level, real'.
    """
    written = []
    for key, text in units.items():
        name, measure, prices = (
            (*text.split(", "), "level", None)[:3] if ", " in text else (*(text, "level", None),)
        )
        prices = prices if prices in ("real", "nominal") else None
        given = {"unit": repr(name), "measure": measure, "prices": prices, "value": 40}
        written.append(f"{key}: {figure(name=key, **given)}")
    fields: dict[str, object] = {
        "unit": repr(unit),
        "measure": "level",
        "period": None,
        "source": None,
        **made,
    }
    written.append(f"made: {figure(name='Made', derived=derived, **fields)}")
    return "\n".join(written)


def found(units: dict[str, str], derived: str, unit: str, **made: object) -> list[str]:
    """Return what is wrong with the formula, with its help."""
    text = sheet_text(lines(units, derived, unit, **made), rest=SHOWN)
    problems = [
        one for one in examine_sheet(text.encode(), "f").problems if "shown" not in one.message
    ]
    for one in problems:
        assert one.line is not None
        assert "derived:" in text.splitlines()[one.line - 1]
    return [f"{one.severity}: {one.message} ({one.help})" for one in problems]


@pytest.mark.parametrize(
    ("units", "derived", "unit"),
    [
        ({"a": "bn yuan", "b": "bn yuan"}, "a + b", "bn yuan"),
        ({"a": "bn yuan", "b": "million yuan"}, "a + b / 1000", "bn yuan"),
        ({"a": "bn yuan", "b": "million yuan"}, "a * 1000 + b", "million yuan"),
        ({"a": "US$ million"}, "a / 1000", "US$ billion"),
        ({"a": "bn yuan", "b": "projects"}, "a / b", "bn yuan"),
        ({"a": "bn yuan", "b": "bn yuan"}, "a / b * 100", "%"),
        ({"a": "bn yuan", "b": "bn yuan"}, "(a / b - 1) * 100", "%"),
        ({"a": "million yuan", "b": "bn yuan"}, "a / b / 1000 * 100", "%"),
        ({"a": "US$ million", "b": "%, growth"}, "a / (1 + b / 100)", "US$ million"),
        ({"a": "bn yuan", "b": "%"}, "a * b / 100", "bn yuan"),
        ({"a": "%, share"}, "100 - a", "%"),
        ({"a": "%, growth"}, "100 + a", "2015 = 100"),
        ({"a": "2015 = 100, index"}, "a - 100", "%"),
        ({"a": "women, count", "b": "people, count"}, "a / b * 100", "%"),
        ({"a": "births, count", "b": "people, count"}, "a / b * 1000", "births per 1,000 people"),
        ({"a": "h", "b": "min"}, "a * 60 + b", "min"),
        ({"a": "km", "b": "h"}, "a / b", "km/h"),
        ({"a": "GWh", "b": "people"}, "a / b * 1000000", "kWh per person"),
        ({"a": "yuan", "b": "items"}, "a * b", "yuan"),
        ({"a": "bn yuan", "b": "2015 = 100, index"}, "a / b * 100", "bn yuan"),
        ({"a": "US$ million", "b": "yuan per US$"}, "a * b", "million yuan"),
        ({"a": "jobs", "b": "jobs"}, "a - b - 5", "jobs"),
        ({"a": "%", "b": "percentage points"}, "a + b", "%"),
    ],
)
def test_what_goes_together_is_silent(units: dict[str, str], derived: str, unit: str) -> None:
    measure = "index" if "=" in unit else "level"
    assert found(units, derived, unit, measure=measure) == []


@pytest.mark.parametrize(
    ("units", "derived", "unit", "said"),
    [
        (
            {"a": "bn yuan", "b": "million yuan"},
            "a + b",
            "bn yuan",
            "error: 'a' is in `bn yuan`, 'b' in `million yuan` (write b / 1000)",
        ),
        (
            {"a": "bn yuan", "b": "million yuan"},
            "a - b",
            "million yuan",
            "error: 'a' is in `bn yuan`, 'b' in `million yuan` (write a * 1000)",
        ),
        ({"a": "km", "b": "m"}, "a + b", "km", "(write b / 1000)"),
        ({"a": "people", "b": "thousand people"}, "a + b", "people", "(write b * 1000)"),
        ({"a": "yuan", "b": "US$"}, "a + b", "yuan", "error: 'a' is in `yuan`, 'b' in `US$`: they"),
        ({"a": "km", "b": "kg"}, "a + b", "km", "they have no sum"),
        ({"a": "bn yuan", "b": "%"}, "a + b", "bn yuan", "they have no sum"),
        ({"a": "jobs, count", "b": "%"}, "a + b", "jobs", "they have no sum"),
        ({"a": "%", "b": "‰"}, "a + b", "%", "(write b / 10)"),
        (
            {"a": "bn yuan, level, real", "b": "bn yuan, level, nominal"},
            "a - b",
            "bn yuan",
            "error: 'a' is real, 'b' nominal: they have no sum",
        ),
        ({"a": "m", "b": "h"}, "(a + b) * 2", "m", "they have no sum"),
        (
            {"a": "bn yuan", "b": "bn yuan"},
            "a / b",
            "%",
            "a plain ratio, but the unit is `%` (write a / b * 100)",
        ),
        ({"a": "million yuan", "b": "bn yuan"}, "a / b * 100", "%", "(write a / b * 100 / 1000)"),
        ({"a": "girls, count", "b": "pupils, count"}, "a / b", "%", "a plain ratio"),
        (
            {"a": "people, count", "b": "people, count"},
            "a + b",
            "thousand people",
            "(write (a + b) / 1000)",
        ),
        ({"a": "GB", "b": "MB"}, "a + b", "GB", "(write b / 1000)"),
        ({"a": "weeks", "b": "days"}, "a + b", "days", "(write a * 7)"),
        ({"a": "years", "b": "months"}, "a + b", "years", "(write b / 12)"),
        ({"a": "inches", "b": "mm"}, "a + b", "mm", "(write a * 25.4)"),
        ({"a": "µg/m³", "b": "mg/m³"}, "a + b", "mg/m³", "(write a / 1000)"),
        ({"a": "thousands of beds", "b": "beds"}, "a + b", "beds", "(write a * 1000)"),
        ({"a": "dozen eggs", "b": "eggs"}, "a + b", "eggs", "(write a * 12)"),
        ({"a": "per cent of GDP", "b": "‰"}, "a + b", "per cent of GDP", "(write b / 10)"),
        ({"a": "bn yuan", "b": "bn yuan"}, "a * b", "bn yuan", "the working gives CNY × CNY"),
        ({"a": "bn yuan", "b": "bn yuan"}, "a / b", "bn yuan", "the working gives a plain number"),
        ({"a": "bn yuan"}, "a", "US$ bn", "error: the working gives `bn yuan`, but the unit is"),
        ({"a": "km", "b": "h"}, "a * b", "kg", "the working gives m × s"),
        ({"a": "jobs, count", "b": "jobs, count"}, "a - b", "%", "but the unit is `%`"),
    ],
)
def test_what_is_certainly_wrong_is_an_error_that_says_what_to_write(
    units: dict[str, str], derived: str, unit: str, said: str
) -> None:
    problems = found(units, derived, unit)
    assert len(problems) == 1
    assert problems[0].startswith("error: ")
    assert said in problems[0]


@pytest.mark.parametrize(
    ("units", "derived", "unit", "said"),
    [
        ({"a": "men, count", "b": "women, count"}, "a + b", "people", "adds unlike things"),
        ({"a": "jobs", "b": "bn yuan"}, "a + b", "jobs", "they may have no sum"),
        ({"a": "2015 = 100, index", "b": "2020 = 100, index"}, "a - b", "points", "unlike things"),
        (
            {"a": "2015 = 100, index", "b": "2015 = 100, index"},
            "a - b",
            "%",
            "write (a / b - 1) * 100",
        ),
        ({"a": "US$ million"}, "a * 7.1", "million yuan", "the working gives USD"),
        ({"a": "jobs, count", "b": "bn yuan"}, "a / b", "jobs", "gives jobs per CNY"),
        ({"a": "bn yuan", "b": "people"}, "a / b * 1000", "items", "gives CNY per people"),
        ({"a": "jobs"}, "a * 2", "%", "come out in `%`"),
        ({"a": "cars", "b": "cars"}, "a - b", "vehicles", "counts `cars`"),
        ({"a": "bn yuan", "b": "%"}, "a / (1 + b)", "bn yuan", "write b / 100, or 100 for 1"),
    ],
)
def test_what_is_doubtful_is_a_warning(
    units: dict[str, str], derived: str, unit: str, said: str
) -> None:
    problems = found(units, derived, unit)
    assert len(problems) == 1, problems
    assert problems[0].startswith("warning: ")
    assert said in problems[0]


@pytest.mark.parametrize(
    ("units", "derived", "unit", "expected"),
    [
        (
            {"a": "km", "b": "h"},
            "a / b",
            "km",
            f"warning: the working gives m per s, but the unit is `km` {WHOLE_UNIT}",
        ),
        (
            {"a": "km", "b": "h"},
            "a * b",
            "km",
            f"error: the working gives m × s, but the unit is `km` {OWN_UNIT}",
        ),
        (
            {"a": "km", "b": "h"},
            "a / b",
            "h",
            f"error: the working gives m per s, but the unit is `h` {OWN_UNIT}",
        ),
        (
            {"a": "bn yuan, level, real", "b": "bn yuan, level, nominal"},
            "a + b",
            "bn yuan",
            "error: 'a' is real, 'b' nominal: they have no sum (take both in the same prices)",
        ),
        (
            {"a": "bn yuan, level, real", "b": "bn yuan", "c": "bn yuan, level, nominal"},
            "a + b + c",
            "bn yuan",
            "error: 'a + b' is real, 'c' nominal: they have no sum (take both in the same prices)",
        ),
        (
            {"a": "bn yuan", "b": "bn yuan, level, real", "c": "bn yuan, level, nominal"},
            "a + b + c",
            "bn yuan",
            "error: 'a + b' is real, 'c' nominal: they have no sum (take both in the same prices)",
        ),
    ],
)
def test_what_is_left_out_of_a_unit_and_prices_have_their_own_hints(
    units: dict[str, str], derived: str, unit: str, expected: str
) -> None:
    assert found(units, derived, unit) == [expected]


def test_prices_that_are_not_told_go_with_any_and_end_in_a_ratio() -> None:
    units = {"a": "bn yuan, level, real", "b": "bn yuan", "c": "bn yuan, level, nominal"}
    assert found(units, "a + b", "bn yuan") == []
    assert found(units, "a / b * 100 + c / b * 100", "%") == []
    units["b"] = "%, growth, nominal"
    assert found(units, "a * (1 + b / 100) + c", "bn yuan") == []


@pytest.mark.parametrize("unit", ["‰", "% of GDP"])
def test_a_change_of_shares_in_another_unit_than_points_is_doubtful(unit: str) -> None:
    problems = found({"a": unit, "b": unit}, "a - b", unit, measure="growth")
    assert len(problems) == 1
    assert problems[0].startswith(
        f"warning: a change of percentages is in points, but the unit is `{unit}`"
    )
    assert found({"a": unit, "b": unit}, "a - b", unit) == []


def test_years_subtracted_give_years() -> None:
    assert found({"a": "year", "b": "year"}, "a - b", "years") == []


def made(
    units: dict[str, str], derived: str, unit: str = "%", measure: str = "growth"
) -> Indicator:
    return sheet(lines(units, derived, unit, measure=measure)).indicators["made"]


@pytest.mark.parametrize(
    ("units", "derived"),
    [
        ({"a": "%, share", "b": "%, share"}, "a - b"),
        ({"a": "%, growth", "b": "%, growth"}, "-(b - a)"),
        ({"a": "%, growth", "b": "%, growth"}, "(a - b) * 2"),
        ({"a": "yuan", "b": "yuan", "c": "yuan"}, "a / c * 100 - b / c * 100"),
        ({"a": "men", "b": "women", "c": "people"}, "(a / c - b / c) * 100"),
    ],
)
def test_a_difference_of_percentages_is_in_percentage_points(
    units: dict[str, str], derived: str
) -> None:
    assert made(units, derived).unit.text == {"en": "percentage points", "zh": "个百分点"}


@pytest.mark.parametrize(
    ("units", "derived"),
    [
        ({"a": "%, share", "b": "%, share"}, "a + b"),
        ({"a": "%, share", "b": "%, share"}, "100 - a - b"),
        ({"a": "%, share", "b": "%, share"}, "(a - b) / b * 100"),
        ({"a": "yuan", "b": "yuan"}, "a / b * 100 - 100"),
    ],
)
def test_other_percentages_stay_in_per_cent(units: dict[str, str], derived: str) -> None:
    assert made(units, derived, measure="level").unit.kind == "percent"


def test_a_difference_in_points_that_is_added_to_a_share_gives_a_share() -> None:
    text = lines({"a": "%, share", "b": "%, share"}, "a - b", "%")
    text += "\nc: " + figure(
        derived="b + made", unit="'%'", measure="share", period=None, source=None
    )
    assert sheet(text).indicators["c"].unit.kind == "percent"


def test_a_unit_that_cannot_be_read_is_the_only_fault() -> None:
    text = lines({"a": "bn yuan", "b": "US$ zillion"}, "a + b", "bn yuan")
    problems = examine_sheet(sheet_text(text, rest=SHOWN).encode(), "f").problems
    assert [one.message for one in problems if one.severity == "error"] == [
        "'zillion' is no scale of money"
    ]


def test_many_factors_are_no_trouble() -> None:
    text = "a" + "".join(f" {'*/'[one % 2]} {one}" for one in range(2, 50))
    assert found({"a": "jobs"}, text, "jobs") == []


def test_indices_of_two_bases_are_not_compared_and_have_no_sum() -> None:
    two = {"a": "2015 = 100, index", "b": "2020 = 100, index"}
    (said,) = found(two, "(a / b - 1) * 100", "%", measure="growth")
    assert said.startswith("warning: the formula compares `2015 = 100` with `2020 = 100`")
    one = {"a": "2015 = 100, index", "b": "2015 = 100, index"}
    assert not found(one, "(a / b - 1) * 100", "%", measure="growth")
    (said,) = found(one, "a + b", "2015 = 100", measure="index")
    assert said.startswith("warning: a sum of two indices is no index")


SIZES = {
    "jobs": Decimal(1),
    "thousand jobs": Decimal(1000),
    "million jobs": Decimal(10**6),
    "yuan": Decimal(1),
    "million yuan": Decimal(10**6),
    "bn yuan": Decimal(10**9),
    "m": Decimal(1),
    "km": Decimal(1000),
    "yuan per km": Decimal("0.001"),
    "%": Decimal("0.01"),
    "‰": Decimal("0.001"),
    "ratio": Decimal(1),
}
"""Units, with how much one of them is of what they measure."""


@st.composite
def formulas(draw: st.DrawFn) -> str:
    """Write a formula of three inputs or fewer, without numbers."""
    shape = draw(st.sampled_from(["{} {} {}", "({} {} {}) {} {}", "{} {} ({} {} {})"]))
    inputs, signs = st.sampled_from("abc"), st.sampled_from("+-*/")
    return shape.format(*(draw(inputs if at % 2 == 0 else signs) for at in range(5)))


@given(formulas(), st.lists(st.sampled_from([*SIZES]), min_size=3, max_size=3), st.data())
@settings(max_examples=300)
def test_what_passes_without_a_word_has_the_size_that_its_unit_says(
    text: str, names: list[str], data: st.DataObject
) -> None:
    formula, units = Formula.parse(text), dict(zip("abc", names, strict=True))
    declared = data.draw(st.sampled_from([*names, *SIZES]))
    inputs = {one: quantity(Unit.parse(units[one]), "level") for one in formula.ids}
    algebra = Algebra(formula, inputs)
    try:
        algebra.check(quantity(Unit.parse(declared), "level"))
    except Misread:
        return
    values = {one: Decimal(2 + 7 * at) for at, one in enumerate(formula.ids)}
    measured = {one: value * SIZES[units[one]] for one, value in values.items()}
    with contextlib.suppress(ZeroDivisionError):
        true, told = formula.evaluate(measured), formula.evaluate(values) * SIZES[declared]
        assert algebra.warnings or told == pytest.approx(true, rel=Decimal("1e-20"))
