"""Formulas compute exactly, and hold nothing but arithmetic over ids."""

import subprocess
import sys
import warnings
from decimal import Decimal
from pathlib import Path

import pytest

from cqviewer.model.numbers.formula import LONGEST, Formula, Input, Operand
from cqviewer.model.problems import Misread

CHECKOUT = Path(__file__).resolve().parents[3]


def test_inputs_are_the_ids_in_order_each_once() -> None:
    assert Formula.parse("b / (1 + a / 100) - b").ids == ("b", "a")


def test_what_is_read_of_a_figure_is_chosen_in_the_formula() -> None:
    formula = Formula.parse("a[2023/24] + previous(b) - c.d.e / (a + a[2023/24])")
    assert formula.inputs == (
        Input("a[2023/24]", "a", "2023/24"),
        Input("previous(b)", "b", is_previous=True),
        Input("c.d.e", "c.d.e"),
        Input("a", "a"),
    )
    assert (formula.ids, formula.is_dated) == (("a", "b", "c.d.e"), True)
    values = {"a[2023/24]": 1, "previous(b)": 2, "c.d.e": 8, "a": 3}
    assert formula.evaluate({text: Decimal(one) for text, one in values.items()}) == 1
    assert not Formula.parse("a + b").is_dated
    assert Formula.parse("a[2023/24] - a").is_sum


def test_words_of_python_are_ids_like_others() -> None:
    formula = Formula.parse("is + in.or * lambda[2024-Q1] - previous")
    assert formula.ids == ("is", "in.or", "lambda", "previous")
    assert formula.evaluate({one.text: Decimal(2) for one in formula.inputs}) == 4


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a + b", "12.5"),
        ("a - b", "7.5"),
        ("a * b", "25.0"),
        ("a / b", "4"),
        ("-a + 0.1", "-9.9"),
        ("(a + b) * 2", "25.0"),
        ("a - b - b", "5.0"),
        ("0.1 + 0.2 + a * 0", "0.3"),
    ],
)
def test_a_formula_is_computed_in_decimals(text: str, result: str) -> None:
    values = {"a": Decimal(10), "b": Decimal("2.5")}
    assert Formula.parse(text).evaluate(values) == Decimal(result)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "1 + 1", "a **b", "a // b", "a % b", "a.B", "a(b)", "a[0]", "a < b", "not a"),
        *(
            "(a",
            "a b",
            "a b + c",
            "a +",
            "+a",
            "2a",
            "1if a",
            "a if b else c",
            "lambda: a",
            "A + 1",
        ),
        *("__import__('os')", "a; b", "a\nb", "a := b", "x" * (LONGEST + 1), "((((" * 60 + "a"),
        *("a[2023", "a[b]", "previous a", "previous(a + b)", "previous(a[2023])", "a.b.c.d", "a."),
        *("１ + a", "é", None, 5),
    ],
)
def test_anything_but_arithmetic_is_refused(text: object) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(Misread) as caught:
            Formula.parse(text)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("text", ["a" * (LONGEST - 1) + "!", "a " * 149 + "!", "1.1" * 99 + "!"])
def test_a_text_that_fits_nearly_is_not_tried_in_ever_so_many_ways(text: str) -> None:
    # In a process that can be stopped: what tries all ways of matching never ends.
    ask = (
        "import sys; from cqviewer.model.numbers.formula import Formula; Formula.parse(sys.argv[1])"
    )
    refused = subprocess.run(
        [sys.executable, "-c", ask, text], cwd=CHECKOUT, capture_output=True, text=True, timeout=60
    )
    assert refused.stderr.splitlines()[-1].startswith("cqviewer.model.problems.Misread: ")


def test_dividing_by_nothing_is_said() -> None:
    formula = Formula.parse("a / (b - b)")
    with pytest.raises(ZeroDivisionError, match="divides by zero"):
        formula.evaluate({"a": Decimal(1), "b": Decimal(1)})


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a + b - c", "1 + 2 - 3"),
        ("a - (b - c)", "1 - ( 2 - 3 )"),
        ("(a + b) + c", "1 + 2 + 3"),
        ("a * (b / c)", "1 * 2 / 3"),
        ("a / (b * c)", "1 / ( 2 * 3 )"),
        ("((a / b) - 1) * 100", "( 1 / 2 - 1 ) * 100"),
        ("a / (1 + c / 100)", "1 / ( 1 + 3% )"),
        ("a * 0.10", "1 * 0.10"),
        ("-a - -(b + c)", "-1 - ( - ( 2 + 3 ) )"),
        ("(-(a + b)) * c", "( - ( 1 + 2 ) ) * 3"),
        ("a", "1"),
    ],
)
def test_a_formula_is_written_whole_with_the_brackets_it_needs(text: str, written: str) -> None:
    values = {name: Decimal(number) for number, name in enumerate("abc", 1)}
    tokens = Formula.parse(text).tokens(values, {"c"})
    shown = [
        f"{one.value}{'%' if one.is_percent else ''}" if isinstance(one, Operand) else one
        for one in tokens
    ]
    assert " ".join(shown) == written


def test_what_is_nothing_comes_out_as_nothing() -> None:
    values = {"a": Decimal(7), "b": Decimal(3)}
    assert Formula.parse("a / b * b - a").evaluate(values) == 0
    assert Formula.parse("a / b").evaluate(values) == Decimal("2.333333333333333333333333333")


def test_a_number_in_a_formula_keeps_all_its_digits() -> None:
    values = {"a": Decimal(1)}
    number = "0.1234567890123456789012345"
    assert str(Formula.parse(f"a * {number}").evaluate(values)) == number


@pytest.mark.parametrize(("text", "is_sum"), [("a + b - 2", True), ("-a", True), ("a / 2", False)])
def test_a_sum_is_told_from_a_product(text: str, is_sum: bool) -> None:
    assert Formula.parse(text).is_sum is is_sum
